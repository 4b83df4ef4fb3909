"""Motions, questions, audits, agreements and plans as further municipalities set them."""

import datetime as dt

import docx

from ingest.documents import Document, Kind
from tests.ingest.papers import COST, LEFT, SURVEY, At, Paper, bullet, dash, file_read, letter, placed
from tests.ingest.told import (
    FINDING,
    OPINION,
    PROPOSAL,
    RECOMMENDATION,
    SIGNER,
    YRKANDE,
    Make,
    Papers,
    Told,
    assert_read_as_told,
)

MOTION, QUESTION, AUDIT = Kind.MOTION, Kind.INTERPELLATION, Kind.REVISIONSRAPPORT
AGREEMENT, PLAN = Kind.AVTAL, Kind.PLAN
TOWN = "Granbacka kommun"
papers = Papers()


@papers.told(
    Told(
        MOTION, "2031-03-03", "Kommunfullmäktige", people={"Ida Ros": SIGNER}, parties=("V",),
        forces={"att kommunen inför": PROPOSAL, "att kostnaden": PROPOSAL},
    )
)  # fmt: skip
def a_motion_with_points() -> Paper:
    paper = Paper("m1.pdf").line("Till kommunfullmäktige i Granbacka", step=24)
    paper.heading("Motion: Inför avgiftsfri kollektivtrafik för unga", 15).text(SURVEY, COST)
    paper.text("Vänsterpartiet föreslår kommunfullmäktige besluta:")
    paper.items("att kommunen inför avgiftsfria resor", "att kostnaden tas upp i budgeten för 2032", mark=bullet)
    return paper.line("Granbacka 2031-03-03", step=26).line("Ida Ros").line("För Vänsterpartiet")


@papers.told(
    Told(
        MOTION, "2031-05-19", "Kommunfullmäktige", title="Motion om trygga skolvägar", people={"Nils Torell": SIGNER},
        parties=("C",), forces={"Att kommunen": YRKANDE, "Att hastigheten": YRKANDE},
    )
)  # fmt: skip
def a_motion_in_plain_text_whose_points_are_lines() -> Document:
    points = "Att kommunen inventerar skolvägarna\nAtt hastigheten sänks till 30 km/h vid skolor\n\n"
    asked = f"Med hänvisning till ovanstående yrkar Centerpartiet\n\n{points}"
    signed = "Granbacka 2031-05-19\n\nNils Torell (C)\n"
    return file_read("motion-trygga-skolvagar.txt", f"Motion om trygga skolvägar\n\n{SURVEY}\n\n{asked}{signed}")


@papers.told(
    Told(
        MOTION,
        "2031-04-07",
        "Kommunfullmäktige",
        ("KF 2031/33",),
        parties=("MP",),
        forces={"Att kommunen tar": PROPOSAL},
    )
)
def a_motion_whose_points_stand_below_a_heading() -> Paper:
    paper = letter("g.pdf", "400 40 Dnr KF 2031/33", "72 40 Miljöpartiet de gröna i Granbacka", top=90)
    paper.heading("Motion – Biologisk mångfald i parker", 16).text(SURVEY).heading("Vi föreslår:")
    paper.items("Att kommunen tar fram en plan för ängar.", "Att parkerna inventeras.", mark=dash)
    return paper.line("Granbacka den 7 april 2031", step=20).line("Sofia Lund (MP)   Per Åkesson (MP)")


@papers.told(Told(QUESTION, "2031-10-06", "Kommunfullmäktige", ("KF 2031/90",), people={"Lars Berglund": SIGNER}))
def the_answer_to_an_interpellation() -> Paper:
    paper = letter(
        "m2.pdf", "72 40 *Granbacka kommun", "300 40 *Interpellationssvar", "300 54 2031-10-06", "400 54 KF 2031/90",
        "72 54 Kommunstyrelsens ordförande", top=90,
    )  # fmt: skip
    paper.line("Till Kommunfullmäktige").heading("Svar på interpellation från Nils Torell (C) om bredband", 14)
    paper.text("Nils Torell (C) har ställt följande frågor till mig:").items(
        "När är utbyggnaden klar?", "Vad kostar den?"
    )
    paper.heading("Svar").text(f"Utbyggnaden beräknas vara klar under 2033. {COST}")
    return paper.line("Lars Berglund (S)", step=13).line("Kommunstyrelsens ordförande")


@papers.told(Told(QUESTION, "2031-11-24", people={"Åsa Frimodig": SIGNER}, parties=("M",)))
def a_simple_question() -> Paper:
    paper = Paper("m3.pdf").heading("Enkel fråga", 16).line("Till ordföranden i socialnämnden, Anna Ek (L)", step=24)
    paper.text(SURVEY, "Min fråga är därför: Vad avser du göra åt väntetiderna?").line("2031-11-24")
    return paper.line("Åsa Frimodig (M)").line("Ersättare i kommunfullmäktige")


@papers.told(
    Told(Kind.NAMNDINITIATIV, "2031-02-11", "Grundskolenämnden", forces={"Vi föreslår": PROPOSAL}, parties=("L", "KD"))
)
def an_initiative_in_a_board() -> Paper:
    paper = Paper("m4.pdf").heading("Nämndinitiativ till grundskolenämnden", 15).line("2031-02-11", step=24)
    paper.heading("Läxhjälp på alla skolor", 13).text(SURVEY)
    paper.text("Vi föreslår därför att grundskolenämnden ger förvaltningen i uppdrag att införa läxhjälp.")
    return paper.line("Anna Ek (L)      Rolf Ekwall (KD)")


@papers.told(
    Told(
        AUDIT, "2031-11-04", municipality=TOWN, title="Granskning av kommunens krisberedskap",
        forces={"Vår sammanfattande": FINDING, "upprätta": RECOMMENDATION},
        people={"Gunilla Beckman": SIGNER, "Tor Hedin": SIGNER},
    )
)  # fmt: skip
def an_audit_with_its_authors_on_the_cover() -> Paper:
    paper = Paper("rapport.pdf", (At(LEFT, 810, "© Revisionsbyrån Nord AB"), At(500, 810, "#")), top=220)
    paper.line("Revisionsrapport", size=12, step=30).heading("Granskning av kommunens krisberedskap", 24)
    paper.line(TOWN, size=14, step=40).line("November 2031", step=60)
    paper.line("Gunilla Beckman, certifierad kommunal revisor").line("Tor Hedin, revisionskonsult").line("2031-11-04")
    paper.turn().heading("Innehåll", 14)
    for page, title in ((2, "1. Sammanfattning"), (3, "2. Inledning"), (4, "2.1 Revisionsfrågor")):
        paper.line(f"{title} {'.' * 44} {page}")
    paper.turn().heading("1. Sammanfattning", 14)
    paper.text("Vår sammanfattande bedömning är att styrelsen inte har säkerställt en ändamålsenlig beredskap.")
    paper.text("Vi rekommenderar kommunstyrelsen att:")
    paper.items("upprätta en övningsplan", "följa upp åtgärderna", mark=bullet).heading("2. Inledning", 14)
    return paper.text(SURVEY).heading("2.1 Revisionsfrågor", 12).text("Är styrningen ändamålsenlig?")


@papers.told(Told(AUDIT, "2031-12-08", municipality=TOWN, people={"Maria Qvist": SIGNER, "Ola Rask": SIGNER}))
def an_audit_whose_authors_have_labels() -> Paper:
    paper = Paper("g.pdf", top=200).heading("Granskning av löneprocessen", 22).line("Rapport", size=14)
    paper.line(TOWN, size=12, step=40).line("Projektledare: Maria Qvist, certifierad kommunal revisor")
    paper.line("Projektmedarbetare: Ola Rask").line("2031-12-08").turn().heading("Sammanfattning", 14)
    paper.text("På uppdrag av kommunens förtroendevalda revisorer har vi granskat löneprocessen.")
    return paper.heading("Rekommendationer", 14).items("Kommunstyrelsen bör dokumentera kontrollerna.", mark=bullet)


@papers.told(
    Told(
        AUDIT, "2031-10-30", "Socialnämnden", municipality=TOWN,
        forces={"Granskningen visar": FINDING, "Säkerställ": RECOMMENDATION}, people={"Gösta Palmgren": SIGNER},
    )
)  # fmt: skip
def auditors_who_write_to_a_board() -> Paper:
    paper = letter(
        "h.pdf", "72 40 *Granbacka kommun", "72 52 Kommunrevisionen", "300 40 *Missiv", "300 52 2031-10-30",
        "72 80 Till: Socialnämnden", "72 92 För kännedom: Kommunfullmäktiges presidium",
    )  # fmt: skip
    paper.heading("Granskning av orosanmälningar", 14).text("Kommunens revisorer har granskat handläggningen.")
    paper.text("Granskningen visar att handläggningstiderna överskrids.", "Revisorerna rekommenderar nämnden att:")
    paper.items("Säkerställ att anmälningar bedöms inom lagstadgad tid.", mark=bullet)
    return paper.text("Revisorerna önskar svar senast 2032-01-15.").line("Gösta Palmgren, ordförande")


@papers.told(Told(Kind.YTTRANDE, "2031-03-12", cases=("KS 2031/77",), forces={"Kommunstyrelsen ställer": OPINION}))
def a_board_s_answer_to_its_auditors() -> Paper:
    paper = letter(
        "svar.pdf", "72 40 *Granbacka kommun", "300 40 *Yttrande", "300 54 2031-03-12", "400 54 KS 2031/77",
        "72 54 Kommunstyrelsen", "72 80 Kommunrevisionen",
    )  # fmt: skip
    paper.heading("Svar på granskning av upphandling", 14)
    paper.text("Kommunstyrelsen ställer sig bakom revisorernas rekommendationer.").heading("Kommunstyrelsens svar")
    return paper.text(SURVEY)


@papers.told(Told(AGREEMENT, "2031-03-03", municipality=TOWN, sections={}, people={"Lars Berglund": SIGNER}))
def an_agreement_signed_below_lines() -> Paper:
    paper = Paper("c1.pdf").heading("SAMVERKANSAVTAL", 18)
    paper.text(f"Mellan {TOWN} (org.nr 212000-1234), nedan kallad Kommunen, och Norrängens IF, träffas följande avtal.")
    paper.heading("1. Avtalstid").text("Avtalet gäller från och med 2031-07-01 till och med 2034-06-30.")
    paper.heading("2. Ersättning").text("Kommunen betalar 120 000 kronor per år.").line(
        "Granbacka den 3 mars 2031", step=30
    )
    paper.line("För Kommunen                                  För Föreningen", step=24)
    paper.line("____________________                    ____________________")
    return paper.line("Lars Berglund                                 Tove Sund")


@papers.told(Told(AGREEMENT, undated=True, municipality=TOWN, sections={}, people={}))
def a_blank_agreement_is_not_dated_by_its_term() -> Paper:
    paper = Paper("c2.pdf").heading("HYRESAVTAL", 18)
    paper.text(f"Mellan {TOWN} (org.nr 212000-1234), hyresvärd, och ______________________, träffas följande avtal.")
    paper.heading("§ 1 Hyrestid").text("Avtalet gäller från 2031-07-01 till 2032-06-30.").heading("§ 2 Hyra")
    paper.text("Hyran är 4 500 kronor per månad.").line("Granbacka den ____ / ____ 2031", step=30)
    return paper.line("____________________                    ____________________")


@papers.told(Told(AGREEMENT, "2031-05-06", cases=("KS 2031/300",), municipality=TOWN, sections={}))
def the_last_party_dates_an_agreement() -> Paper:
    paper = Paper("avtal.pdf").at(*placed("400 40 Dnr KS 2031/300")).heading("Markanvisningsavtal", 18)
    paper.text(f"Mellan {TOWN}, org.nr 212000-1234, (Kommunen) och Bygg i Norr AB har följande avtal träffats.")
    for title, text in (
        ("§ 1 Bakgrund", "Kommunstyrelsen beslutade 2031-04-15 § 60 att anvisa marken."),
        ("§ 2 Giltighet", "Avtalet gäller till och med 2033-04-30."),
        ("§ 3 Avgift", "Bolaget betalar 250 000 kronor."),
    ):
        paper.heading(title).text(text)
    paper.line("Granbacka 2031-05-02                        Granbacka 2031-05-06", step=24)
    paper.line("______________________                 ______________________")
    return paper.line("Bo Ahlgren                                    Tina Sjö")


@papers.told(Told(AGREEMENT, "2031-09-09", municipality=TOWN, sections={}))
def an_agreement_in_word() -> Document:
    word = docx.Document()
    word.add_heading("Överenskommelse om idéburet offentligt partnerskap", 0)
    word.add_paragraph(f"mellan {TOWN}, org.nr 212000-1234, och Föreningen Stödet, org.nr 802400-1111")
    for heading, text in (("Syfte", SURVEY), ("Giltighetstid", "Överenskommelsen gäller 2032-01-01 – 2034-12-31.")):
        word.add_heading(heading, 1)
        word.add_paragraph(text)
    for line in ("Granbacka 2031-09-09", "För kommunen", "Lars Berglund, kommunstyrelsens ordförande"):
        word.add_paragraph(line)
    return file_read("iop.docx", word)


@papers.told(Told(PLAN, "2031-05-20", "Barn- och utbildningsnämnden", ("BUN 2031/99",)))
def a_plan_names_others_than_who_adopted_it() -> Paper:
    paper = Paper("p1.pdf", top=240).heading("Kvalitetsplan för förskolan 2031-2033", 24)
    paper.line("Fastställd av barn- och utbildningsnämnden 2031-05-20, § 44").line("Dnr BUN 2031/99").turn()
    paper.heading("Bakgrund", 14).text("Kommunstyrelsen har gett nämnderna i uppdrag att ta fram planer.", SURVEY)
    return paper.heading("Mål", 14).text(COST)


@papers.told(Told(PLAN, "2031-06-16", "Kommunfullmäktige", ("KS 2031/140",)))
def a_plan_with_a_form_on_its_cover() -> Paper:
    paper = Paper("p2.pdf").at(*placed("72 40 *Granbacka kommun")).heading("Klimatstrategi", 22)
    for label, value in (
        ("Dokumenttyp", "Strategi"),
        ("Fastställd av", "Kommunfullmäktige"),
        ("Datum för fastställande", "2031-06-16"),
        ("Giltig till", "2035-12-31"),
        ("Diarienummer", "KS 2031/140"),
    ):
        paper.at(At(LEFT, paper.top, label, True, 10), At(230, paper.top, value, size=10)).top += 16
    paper.turn().heading("Inledning", 14)
    return paper.text("Tekniska nämnden och miljönämnden ansvarar för genomförandet.", SURVEY)


@papers.told(Told(PLAN, "2031-12-10", "Kultur- och fritidsnämnden", ("KFN 2031/60",)))
def a_plan_that_says_which_body_decides() -> Paper:
    paper = Paper("j.pdf").heading("Biblioteksplan 2032-2035", 22)
    for label, value in (
        ("Beslutsinstans:", "Kultur- och fritidsnämnden"),
        ("Beslutsdatum:", "2031-12-10 § 90"),
        ("Diarienummer:", "KFN 2031/60"),
        ("Gäller för:", "Biblioteken och skolnämnden"),
    ):
        paper.at(At(LEFT, paper.top, label, size=10), At(200, paper.top, value, size=10)).top += 15
    paper.turn().heading("Inledning", 14)
    return paper.text("Skolnämnden och socialnämnden samverkar med biblioteken.", SURVEY)


@papers.told(Told(PLAN, "2031-09-10", "Vård- och omsorgsnämnden"))
def a_plan_with_its_sender_in_the_running_head() -> Paper:
    paper = Paper("p3.pdf", placed("72 35 Vård- och omsorgsnämnden", "480 35 # (2)"))
    paper.heading("Handlingsplan för anhörigstöd", 20).line("Upprättad 2031-09-10", step=30).heading("Inledning", 14)
    paper.text("Kommunfullmäktige har beslutat om mål. Kommunstyrelsen och socialnämnden följer upp dem.", SURVEY)
    return paper.heading("Åtgärder", 14).text(COST)


@papers.told(Told(Kind.OVRIGT, "2031-06-01", "Kommunfullmäktige", sections={}))
def rules_for_one_body_adopted_by_another() -> Paper:
    paper = Paper("reglemente.pdf").heading("Reglemente för kommunstyrelsen", 20)
    paper.line("Antaget av kommunfullmäktige 2031-06-01, § 80", step=20)
    for title, text in (
        ("1 § Ansvarsområde", "Kommunstyrelsen är kommunens ledande organ."),
        ("2 § Sammansättning", "Styrelsen består av 13 ledamöter."),
        ("3 § Protokoll", "Protokollet justeras av ordföranden."),
    ):
        paper.heading(title, 12).text(text)
    return paper


@papers.told(Told(AGREEMENT, "2031-10-15", municipality=TOWN, sections={}))
def a_lease_whose_form_begins_with_its_term() -> Paper:
    paper = letter("h.pdf", "72 40 *HYRESKONTRAKT FÖR LOKAL", "400 40 Nr 1234-31", top=80)
    for label, value in (
        ("Hyresvärd", TOWN),
        ("Hyresgäst", "Konstföreningen Lyktan"),
        ("Hyrestid", "2032-01-01 – 2034-12-31"),
        ("Hyra", "84 000 kr per år"),
    ):
        paper.at(At(LEFT, paper.top, label, True, 10), At(220, paper.top, value, size=10)).top += 16
    paper.heading("Underskrift").line("Ort/datum: Granbacka 2031-10-15           Ort/datum: Granbacka 2031-10-15")
    paper.line("____________________                    ____________________")
    return paper.line("Bo Ahlgren                                    Mia Frid")


@papers.told(Told(Kind.OVRIGT, "2031-02-03", "Socialnämnden", ("SN 2031/40",)))
def a_guideline_with_body_and_day_in_one_cell() -> Paper:
    paper = Paper("riktlinje.pdf").at(*placed("72 40 *Granbacka kommun")).heading("Riktlinje för kontaktpersoner", 20)
    for label, value in (
        ("Beslutad av", "Socialnämnden 2031-02-03 § 12"),
        ("Diarienummer", "SN 2031/40"),
        ("Gäller från", "2031-03-01"),
    ):
        paper.at(At(LEFT, paper.top, label, size=10), At(200, paper.top, value, size=10)).top += 15
    paper.turn().heading("Inledning", 14)
    return paper.text("Kommunfullmäktige har antagit mål. Överförmyndarnämnden berörs.", SURVEY)


@papers.told(
    Told(
        AUDIT,
        municipality=TOWN,
        forces={"Vår bedömning är": FINDING, "Att upprätta": RECOMMENDATION},
        people={"Karin Selldén": SIGNER},
    )
)
def an_audit_with_the_title_of_its_author_below() -> Paper:
    paper = Paper("granskning.pdf", placed("72 810 Granskning av bisysslor", "500 810 #"), top=180)
    paper.heading("Granskning av rutiner för bisysslor", 24).line(TOWN, size=14, step=22).line("Juni 2031", step=60)
    paper.line("Karin Selldén").line("Certifierad kommunal revisor").turn().heading("Sammanfattning", 14)
    paper.text("Vår bedömning är att rutinerna inte är ändamålsenliga.")
    paper.text("Mot bakgrund av granskningen rekommenderar vi kommunstyrelsen:")
    return (
        paper.items("Att upprätta ett register.", "Att följa upp årligen.", mark=bullet)
        .heading("Bakgrund")
        .text(SURVEY)
    )


@papers.told(Told(Kind.OVRIGT, "2031-12-14", title="Taxa för torgplatser", sections={}))
def a_tariff_that_its_last_foot_dates() -> Paper:
    paper = Paper("taxa-torg.pdf").heading("Taxa för torgplatser", 16).text(SURVEY, COST)
    paper.text("Taxan ersätter den som antogs 2027-11-23 § 164.").turn().heading("Bilaga").text(SURVEY)
    return paper.at(*placed("72 791 Antagen av kommunfullmäktige 2031-12-14 § 190. Gäller fr.o.m. 2032-02-01."))


@papers.told(Told(Kind.DELEGATION, "2032-05-21", "Socialnämnden"))
def rules_whose_foot_tells_when_they_were_revised() -> Paper:
    foot = "72 810 Antagen av socialnämnden 2031-12-11 § 131, reviderad 2032-05-21 § 54. Dnr SN 2031/233."
    paper = Paper("delegation.pdf", placed(foot)).heading("Socialnämndens delegationsordning", 16).text(SURVEY).turn()
    return paper.text(COST)


@papers.told(Told(Kind.OVRIGT, "2032-02-12", "Kommunstyrelsen", title="Riktlinje för resor i tjänsten"))
def a_rule_revised_after_it_was_adopted() -> Document:
    word = docx.Document()
    word.core_properties.created = word.core_properties.modified = dt.datetime(2033, 1, 2, tzinfo=dt.UTC)
    word.add_heading("Riktlinje för resor i tjänsten", 0)
    table = word.add_table(rows=0, cols=2)
    for label, value in (
        ("Beslutad av", "Kommunstyrelsen 2031-05-09, § 97"),
        ("Senast reviderad", "2032-02-12, § 29"),
        ("Gäller från", "2032-04-01"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for text in (SURVEY, COST):
        word.add_paragraph(text)
    return file_read("riktlinje-resor.docx", word)


@papers.told(Told(Kind.OVRIGT, undated=True))
def a_paper_that_only_its_file_dates() -> Document:
    word = docx.Document()
    word.core_properties.created = word.core_properties.modified = dt.datetime(2033, 1, 2, tzinfo=dt.UTC)
    word.add_heading("Rutin för nycklar", 0)
    word.add_paragraph(SURVEY)
    return file_read("rutin-nycklar.docx", word)


@papers.told(Told(Kind.OVRIGT, "2031-08-20", cases=("KF 2031:58",), title="Medborgarförslag: Utegym vid Norrsjön"))
def a_form_has_a_field_for_the_title() -> Document:
    word = docx.Document()
    word.add_heading("Medborgarförslag", 0)
    table = word.add_table(rows=0, cols=2)
    for label, value in (("Dnr", "KF 2031:58"), ("Rubrik", "Utegym vid Norrsjön"), ("Inkommet", "2031-08-20")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    word.add_heading("Beskriv ditt förslag", 1)
    word.add_paragraph(SURVEY)
    return file_read("medborgarforslag-12.docx", word)


@papers.told(Told(Kind.YTTRANDE, "2031-05-22", title="Yttrande över granskning av frånvaro", cases=("BUN 2031/97",)))
def a_reply_says_above_its_title_who_adopted_it() -> Document:
    word = docx.Document()
    table = word.add_table(rows=2, cols=2)
    values = ("Antaget av skolnämnden\n2031-05-22, § 44", "Till: revisorerna", "Dnr BUN 2031/97", "Er ref: REV-2030-14")
    for cell, value in zip((cell for row in table.rows for cell in row.cells), values, strict=True):
        cell.text = value
    word.add_heading("Yttrande över granskning av frånvaro", 1)
    word.add_paragraph(SURVEY)
    return file_read("svar-fran-skolnamnden.docx", word)


@papers.told(Told(AUDIT, "2031-03-06", cases=("REV-2030-14",), title="Granskning av lokalförsörjning"))
def a_final_report_of_the_auditors_with_their_own_number() -> Paper:
    paper = Paper("slutrapport.pdf").heading("Granskning av lokalförsörjning", 16).line("Slutrapport 2031-03-06")
    paper.line("Dnr REV-2030-14", step=24).heading("Sammanfattning")
    return paper.text("På uppdrag av kommunens revisorer har vi granskat om styrelsen har en god styrning.", SURVEY)


@papers.cases()
def test_a_paper_is_read_as_a_registrar_reads_it(make: Make, told: Told) -> None:
    assert_read_as_told(make, told)
