"""Minutes of further municipalities, regions and companies, each as its registry prints them."""

import docx
import pytest

from ingest.documents import Document, Force, Kind
from tests.ingest.papers import (
    COST,
    LEFT,
    SURVEY,
    At,
    Paper,
    bullet,
    dash,
    file_read,
    force_of,
    minutes_of,
    numbered,
    placed,
    with_front_page,
)
from tests.ingest.told import (
    BACKGROUND,
    DECISION,
    PROPOSAL,
    RESERVATION,
    YRKANDE,
    Make,
    Papers,
    Told,
    assert_read_as_told,
)

PROTOKOLL, UTDRAG = Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG
papers = Papers()


@papers.told(
    Told(
        PROTOKOLL, "2031-02-18", "Kommunstyrelsen", ("KS 2031/61", "KS 2031/70"),
        sections={"§ 12": "Riktlinjer för föreningsstöd", "§ 13": "Taxa för torgplatser"},
        forces={
            "Kommunstyrelsen antar": DECISION, "Ida Ros (V) yrkar": YRKANDE, "Ordföranden finner": BACKGROUND,
            "Arbetsutskottet föreslår": PROPOSAL, "Kommunstyrelsen föreslår": DECISION,
        },
    )
)  # fmt: skip
def the_number_before_the_sign() -> Paper:
    paper = with_front_page(minutes_of("Kommunstyrelsen", "2031-02-18"), "Kommunstyrelsen", "12-13 §§")
    paper.heading("12 §  Riktlinjer för föreningsstöd").line("Dnr KS 2031/61").heading("Beslut")
    paper.text("Kommunstyrelsen antar riktlinjerna med stöd av 6 kap. 5 § kommunallagen.").heading("Ärendet").text(
        SURVEY
    )
    paper.text("5 § kommunallagen gäller i denna del.").heading("Yrkanden").text("Ida Ros (V) yrkar avslag.")
    paper.heading("Beslutsgång").text("Ordföranden finner att bifallsyrkandet vunnit.")
    paper.heading("13 §  Taxa för torgplatser").line("Dnr KS 2031/70").heading("Arbetsutskottets förslag")
    paper.text("Arbetsutskottet föreslår att taxan antas.").heading("Beslut")
    return paper.text("Kommunstyrelsen föreslår att kommunfullmäktige antar taxan.")


def title_above_the_sign(size: float) -> Paper:
    """Set minutes whose titles stand above the lines of their §§."""
    paper = with_front_page(minutes_of("Tekniska nämnden", "2031-05-06"), "Tekniska nämnden", "§§ 44-45")
    paper.heading("Ny lekplats i Norrängen", size).heading("§ 44", 11).line("Dnr TN 2031/51").heading("Beslut", 11)
    paper.text("Tekniska nämnden beslutar att lekplatsen byggs.").heading("Bakgrund", 11).text(SURVEY)
    paper.heading("Upphandling av sand", size).heading("§ 45", 11).line("Dnr TN 2031/9").heading("Beslut", 11)
    return paper.text("Tekniska nämnden bordlägger ärendet.").heading("Bakgrund", 11).text(SURVEY)


@papers.told(
    Told(
        PROTOKOLL, "2031-05-06", "Tekniska nämnden", ("TN 2031/51", "TN 2031/9"),
        sections={"§ 44": "Ny lekplats i Norrängen", "§ 45": "Upphandling av sand"},
        forces={"Tekniska nämnden beslutar": DECISION, "Tekniska nämnden bordlägger": DECISION},
    )
)  # fmt: skip
def the_title_above_the_sign() -> Paper:
    return title_above_the_sign(13)


@papers.told(Told(PROTOKOLL, sections={"§ 44": "Ny lekplats i Norrängen", "§ 45": "Upphandling av sand"}))
def the_title_above_the_sign_in_its_type() -> Paper:
    return title_above_the_sign(11)


@papers.told(
    Told(
        PROTOKOLL, "2031-10-22", "Socialnämnden", ("SN 2031/14", "SN 2031/20"),
        sections={"§ 101": "Avgifter för hemtjänst", "§ 102": "Delegationsbeslut"},
        forces={"Socialnämnden föreslår": DECISION, "Anna Ek (L) föreslår": YRKANDE, "Socialnämnden tar": DECISION},
    )
)  # fmt: skip
def the_year_behind_the_number() -> Paper:
    paper = minutes_of("Socialnämnden", "2031-10-22").heading("Socialnämnden", 16).line("Tid: 13.15-16.40")
    paper.line("Plats: Stadshuset, rum 214").line("Närvarande: se sidan 2").line("Justerare: Anna Ek").turn()
    paper.heading("SN § 101/2031  Avgifter för hemtjänst").line("Ärendenr SN 2031/14").heading("Nämndens beslut")
    paper.items("Socialnämnden föreslår kommunfullmäktige att anta avgifterna.").heading("Dagens sammanträde")
    paper.text("Anna Ek (L) föreslår att ärendet återremitteras.").heading("Sammanfattning").text(SURVEY)
    paper.heading("SN § 102/2031  Delegationsbeslut").line("Ärendenr SN 2031/20").heading("Nämndens beslut")
    return paper.items("Socialnämnden tar emot redovisningen.").heading("Sammanfattning").text(SURVEY)


@papers.told(
    Told(
        PROTOKOLL,
        "2031-03-27",
        sections={},
        forces={"Styrelsen beslutade": DECISION, "Ordföranden öppnade": BACKGROUND},
    )
)
def a_company_that_numbers_its_items() -> Paper:
    paper = Paper("styrelsemote.pdf").heading("Protokoll fört vid styrelsemöte i Granbacka Bostäder AB", 15)
    paper.line("Datum: 2031-03-27").line("Närvarande: Lars Berglund, ordförande").line("Vid protokollet: Jenny Wall")
    paper.heading("1. Mötets öppnande").text("Ordföranden öppnade mötet.").heading("2. Budget 2032")
    return (
        paper.text("Styrelsen beslutade att godkänna budgeten.").heading("3. Mötet avslutas").text("Mötet avslutades.")
    )


@papers.told(
    Told(
        PROTOKOLL, "2031-09-02", "Regionstyrelsen", ("RS 2031-00123", "RS 2031-00456"), municipality="Region Granbacka",
        sections={"§ 201": "Delårsrapport", "§ 202": "Svar på motion om nattåg"},
        forces={
            "Regionstyrelsen godkänner": DECISION, "Nils Torell (C) yrkar": YRKANDE, "Ja-röst": BACKGROUND,
            "Med 9 ja-röster": DECISION, "att uppdra": RESERVATION, "Ordföranden ställer": BACKGROUND,
        },
    )
)  # fmt: skip
def a_region_that_votes() -> Paper:
    frame = placed("72 35 *Region Granbacka", "300 35 *Protokoll", "470 35 Sida #/3", "72 48 Regionstyrelsen")
    paper = Paper("protokoll.pdf", (*frame, At(300, 48, "Sammanträde 2 september 2031")))
    with_front_page(paper, "Regionstyrelsen", "§§ 201-202")
    paper.heading("§ 201").heading("Delårsrapport").line("Diarienummer RS 2031-00123").heading(
        "Regionstyrelsens beslut"
    )
    paper.items("Regionstyrelsen godkänner delårsrapporten.").heading("Ärendet i korthet").text(SURVEY)
    paper.heading("§ 202").heading("Svar på motion om nattåg").line("Diarienummer RS 2031-00456")
    paper.heading("Regionstyrelsens beslut").text("Regionstyrelsen föreslår regionfullmäktige att avslå motionen.")
    paper.heading("Yrkanden").text("Nils Torell (C) yrkar bifall till motionen.").heading("Propositionsordning")
    paper.text("Ordföranden ställer yrkandena mot varandra. Votering begärs.").heading("Omröstning")
    paper.text("Ja-röst för avslag. Nej-röst för bifall.")
    paper.text("Med 9 ja-röster mot 4 nej-röster beslutar styrelsen att avslå motionen.").heading("Reservation")
    paper.text("Nils Torell (C) reserverar sig mot beslutet till förmån för eget yrkande:")
    return paper.items("att uppdra åt regiondirektören att utreda nattåg.", mark=dash)


@papers.told(
    Told(
        PROTOKOLL, "2031-04-14", "Kommunstyrelsen", ("KS 2031/00123", "KS 2031/00077"),
        sections={"§ 55": "Bidrag till hembygdsgården", "§ 56": "Val av ombud"},
        forces={"Kommunstyrelsen beviljar": DECISION, "Ida Ros (V) yrkar": YRKANDE},
    )
)  # fmt: skip
def a_word_file_whose_front_page_has_bare_numbers() -> Document:
    word = docx.Document()
    for line in ("Granbacka kommun", "Sammanträdesprotokoll", "Kommunstyrelsen", "Sammanträdesdatum: 2031-04-14"):
        word.add_paragraph(line)
    table = word.add_table(rows=0, cols=2)
    for label, value in (("Plats och tid", "Salen"), ("Beslutande", "Lars Berglund (S)"), ("Paragrafer", "55-56")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    for title, case, decision in (
        ("§ 55 Bidrag till hembygdsgården", "KS 2031/00123-1.4.2", "Kommunstyrelsen beviljar 45 000 kronor."),
        ("§ 56 Val av ombud", "KS 2031/00077-3.1", "Åsa Frimodig väljs till ombud."),
    ):
        word.add_heading(title, 1)
        word.add_paragraph(f"Ärendenummer: {case}")
        for heading, text in (("Beslut", decision), ("Yrkanden", "Ida Ros (V) yrkar avslag."), ("Ärendet", SURVEY)):
            word.add_heading(heading, 2)
            word.add_paragraph(text)
    return file_read("protokoll.docx", word)


@papers.told(
    Told(
        PROTOKOLL, "2031-06-03", "Kultur- och fritidsnämnden", ("2031/123", "2031/88"),
        sections={"§ 31": "Årsplan för biblioteken", "§ 32": "Ansökan om bidrag"},
        forces={"Nämnden godkänner": DECISION, "Nämnden avslår": DECISION, "Åsa Frimodig (M) yrkar": YRKANDE},
    )
)  # fmt: skip
def plain_text_from_the_web() -> Document:
    head = "Granbacka kommun\nKultur- och fritidsnämnden\n\nPROTOKOLL\nSammanträdesdatum 2031-06-03\n\nPlats: Biblioteket\n"
    present = "Närvarande: Lars Berglund (S) ordförande\nJusterare: Åsa Frimodig\nParagrafer: 31-32\n\n"
    first = f"§ 31 – Årsplan för biblioteken (Dnr 2031/123)\n\nBeslut\nNämnden godkänner årsplanen.\n\nÄrendet\n{SURVEY}\n\n"
    second = "§ 32 – Ansökan om bidrag (Dnr 2031/88)\n\nYrkande\nÅsa Frimodig (M) yrkar bifall till ansökan.\n\n"
    return file_read(
        "protokoll.txt", f"{head}{present}{first}{second}Beslut\nNämnden avslår ansökan.\n\nSkäl\n{COST}\n"
    )


@papers.told(
    Told(
        PROTOKOLL, "2031-11-19", "Barn- och utbildningsnämnden", ("BUN 2031.114", "BUN 2031.9"),
        sections={"§ 88": "Läsårstider", "§ 89": "Skolskjuts"},
        forces={
            "Barn- och utbildningsnämnden fastställer": DECISION, "Barn- och utbildningsnämnden beslutar": PROPOSAL,
            "Barn- och utbildningsnämnden återremitterar": DECISION,
        },
    )
)  # fmt: skip
def a_full_stop_behind_the_number() -> Paper:
    board = "Barn- och utbildningsnämnden"
    paper = with_front_page(minutes_of(board, "2031-11-19", word="Protokoll"), board, "88 - 89")
    paper.heading("§ 88.").heading("Läsårstider").line("BUN 2031.114").heading("Beslut")
    paper.text(f"{board} fastställer läsårstiderna.").heading("Bakgrund").text(SURVEY)
    paper.heading("§ 89.").heading("Skolskjuts").line("BUN 2031.9").heading("Förslag till beslut")
    paper.text(f"{board} beslutar att godkänna planen.").heading("Beslut")
    return paper.text(f"{board} återremitterar ärendet.")


@papers.told(
    Told(
        PROTOKOLL, "2031-02-04", "Fritidsnämnden", ("FN 2031/3", "FN 2031/4"),
        sections={"§ 5": "Öppettider i simhallen", "§ 6": "Rapport från sommaren"},
        forces={"Nämnden antar": DECISION, "Nämnden noterar": DECISION},
    )
)  # fmt: skip
def the_sign_in_a_margin_of_its_own() -> Paper:
    paper = with_front_page(minutes_of("Fritidsnämnden", "2031-02-04"), "Fritidsnämnden", "5-6")
    for sign, title, case, decision in (
        ("§ 5", "Öppettider i simhallen", "Dnr FN 2031/3", "Nämnden antar öppettiderna."),
        ("§ 6", "Rapport från sommaren", "Dnr FN 2031/4", "Nämnden noterar rapporten."),
    ):
        top = paper.top + 10
        paper.at(At(LEFT, top, sign, True, 11), At(120, top, title, True, 11), At(440, top, case, size=10))
        paper.top = top + 22
        paper.text(SURVEY, x=120).line("Beslut", x=120, bold=True).text(decision, x=120)
    return paper


@papers.told(
    Told(
        PROTOKOLL, "2031-12-15", "Kommunfullmäktige", ("KF 2031/12", "KF 2031/13"),
        sections={"§ 140": "Motion om fria resor för äldre", "§ 141": "Avsägelse"},
        forces={
            "att avslå motionen": DECISION, "att bifalla motionen": YRKANDE, "att i andra hand": YRKANDE,
            "Kommunfullmäktige beslutar i enlighet": DECISION,
        },
    )
)  # fmt: skip
def a_council_whose_clauses_are_lines() -> Paper:
    paper = with_front_page(minutes_of("Kommunfullmäktige", "2031-12-15"), "Kommunfullmäktige", "§§ 140-141")
    paper.heading("Kf § 140     Dnr KF 2031/12").heading("Motion om fria resor för äldre")
    paper.heading("Kommunfullmäktiges beslut").text("Kommunfullmäktige beslutar").text("att avslå motionen.")
    paper.heading("Inlägg").text("I ärendet yttrar sig Ida Ros (V).").heading("Yrkande").text("Ida Ros (V) yrkar")
    paper.text("att bifalla motionen,").text("att i andra hand återremittera ärendet.")
    paper.heading("Kf § 141     Dnr KF 2031/13").heading("Avsägelse").heading("Kommunfullmäktiges beslut")
    return paper.text("Kommunfullmäktige beslutar i enlighet med valberedningens förslag att bevilja avsägelsen.")


@papers.told(
    Told(
        PROTOKOLL, "2031-08-28", "Miljö- och byggnadsnämnden", ("MBN-2031-77", "MBN-2031-80"),
        sections={
            "§ 61": "Norrängen 3:14 - bygglov för enbostadshus", "§ 62": "Backen 1:2 - bygglov för plank",
        },
        forces={"Bygglov beviljas": DECISION, "Bygglov avslås": DECISION, "Avgiften är": DECISION, "Beslutet kan": BACKGROUND},
    )
)  # fmt: skip
def building_permits() -> Paper:
    board = "Miljö- och byggnadsnämnden"
    paper = with_front_page(minutes_of(board, "2031-08-28"), board, "61-62")
    paper.heading("MBN § 61  Ärende MBN-2031-77").heading("Norrängen 3:14 - bygglov för enbostadshus").heading("Beslut")
    paper.text("Bygglov beviljas med stöd av 9 kap. 30 § plan- och bygglagen.", "Avgiften är 24 310 kronor.")
    paper.heading("Motivering").text(SURVEY).heading("MBN § 62  Ärende MBN-2031-80")
    paper.heading("Backen 1:2 - bygglov för plank").heading("Beslut").text("Bygglov avslås.").heading("Bakgrund")
    return paper.text("Beslutet kan överklagas inom tre veckor.")


@papers.told(
    Told(
        UTDRAG, "2031-01-22", "Kommunstyrelsen", ("KSN-2031-00310",), sections={"§ 9": "Samverkansavtal om räddningstjänst"},
        forces={"att teckna": DECISION, "att uppdra": DECISION, "Ida Ros (V) reserverar": RESERVATION},
    )
)  # fmt: skip
def an_excerpt_with_the_form_at_the_right() -> Paper:
    frame = placed(
        "72 35 Granbacka kommun", "72 46 Kommunstyrelsen", "380 35 Protokollsutdrag", "380 46 Datum: 2031-01-22"
    )
    paper = (
        Paper("f.pdf", frame).heading("§ 9").heading("Samverkansavtal om räddningstjänst", 14).line("KSN-2031-00310")
    )
    paper.heading("Beslut").text("Kommunstyrelsen beslutar")
    paper.items("att teckna avtalet, samt", "att uppdra åt kommundirektören att underteckna det.").heading(
        "Reservation"
    )
    paper.text("Ida Ros (V) reserverar sig mot beslutet.").heading("Sammanfattning").text(SURVEY)
    return paper.heading("Beslutsunderlag").items("Tjänsteskrivelse 2031-01-07", "Avtal, bilaga 1", mark=bullet)


@papers.told(
    Told(
        PROTOKOLL, "2031-03-04", "Kommunstyrelsen", ("KS 2031/7", "KS 2031/8"),
        sections={"§ 31": "Avtal om vattenleverans", "§ 32": "Svar på motion om växthus"},
        forces={
            "att godkänna avtalet": PROPOSAL, "Kommunstyrelsen beslutar att godkänna": DECISION,
            "Lars Berglund (S) yrkar": YRKANDE, "Röstningen utfaller": DECISION, "Kommunstyrelsen bifaller": DECISION,
            "Vi anser": RESERVATION,
        },
    )
)  # fmt: skip
def a_proposal_that_begins_as_a_decision() -> Paper:
    paper = with_front_page(minutes_of("Kommunstyrelsen", "2031-03-04"), "Kommunstyrelsen", "§§ 31-32")
    paper.heading("§ 31").heading("Avtal om vattenleverans").line("Dnr KS 2031/7").heading("Förslag till beslut")
    paper.text("Kommunstyrelsen beslutar:", "att godkänna avtalet.").heading("Beslut")
    paper.text("Kommunstyrelsen beslutar att godkänna avtalet med ändringar.").heading("Bakgrund").text(SURVEY)
    paper.heading("§ 32").heading("Svar på motion om växthus").line("Dnr KS 2031/8").heading("Yrkanden")
    paper.text("Lars Berglund (S) yrkar avslag.").heading("Votering").text("Röstningen utfaller med 5 ja mot 8 nej.")
    paper.heading("Beslut").text("Kommunstyrelsen bifaller motionen.").heading("Reservation")
    return paper.text("Vänsterpartiet reserverar sig med följande motivering:", "Vi anser att kostnaden är för hög.")


@papers.told(
    Told(
        PROTOKOLL, "2031-02-02", "Räddningsnämnden", ("RN 2031/4",), sections={"§ 8": "Handlingsprogram"},
        forces={
            "Räddningsnämnden beslutar dels": DECISION, "Räddningsnämnden har den": BACKGROUND,
            "Nämnden beslutade 2030": BACKGROUND,
        },
    )
)  # fmt: skip
def a_single_section_with_a_front_page() -> Paper:
    paper = with_front_page(minutes_of("Räddningsnämnden", "2031-02-02", name="m.pdf"), "Räddningsnämnden", "8")
    paper.heading("§ 8 Handlingsprogram").line("Dnr RN 2031/4").heading("Beslut")
    paper.text("Räddningsnämnden beslutar dels att anta programmet, dels att överlämna det till fullmäktige.")
    paper.heading("Tidigare beslut").text("Räddningsnämnden har den 3 mars 2030 beslutat att ta fram programmet.")
    return paper.text("Nämnden beslutade 2030-10-01, § 60, att remittera förslaget.").heading("Ärendet").text(SURVEY)


@papers.told(
    Told(
        PROTOKOLL, "2031-06-10", "Kommunstyrelsens arbetsutskott", ("KS 2031/61",), sections={"§ 77": "Riktlinjer för gåvor"},
        forces={"Arbetsutskottet föreslår": DECISION, "Kommunstyrelsen beslutar": PROPOSAL},
    )
)  # fmt: skip
def a_committee_that_prepares() -> Paper:
    board = "Kommunstyrelsens arbetsutskott"
    paper = with_front_page(minutes_of(board, "2031-06-10", name="protokoll_ksau.pdf"), board, "77")
    paper.heading("§ 77 Riktlinjer för gåvor").line("Dnr KS 2031/61").heading("Beslut")
    paper.text("Arbetsutskottet föreslår att kommunstyrelsen beslutar enligt förvaltningens förslag.")
    paper.heading("Förvaltningens förslag till beslut").text("Kommunstyrelsen beslutar att anta riktlinjerna.")
    return paper.heading("Bakgrund").text(SURVEY)


@papers.told(
    Told(
        PROTOKOLL, "2031-01-30", "Miljönämnden", ("MN 2031:8", "MN 2031:9"),
        sections={"§ 3": "Föreläggande om enskilt avlopp", "§ 4": "Tillsynsplan"},
        forces={"Miljönämnden beslutar att": DECISION, "Nämnden beslutade den": BACKGROUND, "Miljönämnden antar": DECISION},
    )
)  # fmt: skip
def markdown() -> Document:
    head = "# Miljönämnden\n\nProtokoll 2031-01-30\n\n**Närvarande:** Lars Berglund (S)\n**Justerare:** Åsa Frimodig (M)\n\n"
    first = "## § 3 Föreläggande om enskilt avlopp\n\nDnr MN 2031:8\n\n### Beslut\n\nMiljönämnden beslutar att förelägga ägaren.\n\n"
    back = f"### Bakgrund\n\nNämnden beslutade den 3 mars 2030, § 12, om tillsyn. {SURVEY}\n\n"
    return file_read(
        "MN_2031-01-30_protokoll.md",
        f"{head}{first}{back}## § 4 Tillsynsplan\n\nDnr MN 2031:9\n\n### Beslut\n\nMiljönämnden antar tillsynsplanen.\n",
    )


@papers.cases()
def test_minutes_are_read_as_a_registrar_reads_them(make: Make, told: Told) -> None:
    assert_read_as_told(make, told)


@pytest.mark.parametrize("mark", [numbered, dash, bullet])
def test_laws_that_open_a_paragraph_are_no_sections(mark: object) -> None:
    paper = with_front_page(minutes_of("Kommunstyrelsen", "2031-02-18"), "Kommunstyrelsen", "§§ 12-13")
    for sign in ("§ 12", "§ 13"):
        paper.heading(sign).heading("Riktlinjer").heading("Beslut").text("Kommunstyrelsen antar riktlinjerna.")
        paper.text("11 § Kommunallagen (2017:725) gäller.", "14 § Kommunallagen (2017:725) gäller.")
    assert callable(mark)
    document = paper.items("20 § Lagen om offentlig upphandling", mark=mark).read()
    assert {one.section_sign for one in document.passages} == {None, "§ 12", "§ 13"}
    assert force_of(document, "Kommunstyrelsen antar") is Force.DECISION


def test_the_head_of_an_agenda_announces_no_paragraf() -> None:
    word = docx.Document()
    word.add_heading("Protokoll fört vid kommunfullmäktiges sammanträde", 1)
    word.add_paragraph(
        "Måndagen den 16 juni 2031, Folkets hus. Ordförande: Åsa Frimodig (M). Justerare: Lars Berglund (S)."
    )
    agenda = (
        ("Paragraf", "Ärende", "Diarienummer"),
        ("§ 66", "Allmänhetens frågestund", ""),
        ("§ 67", "Hamntaxa", "KS 2031/40"),
    )
    table = word.add_table(rows=len(agenda), cols=3)
    for row, cells in zip(table.rows, agenda, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for title, text in (("§ 66 Allmänhetens frågestund", SURVEY), ("§ 67 Hamntaxa", COST)):
        word.add_heading(title, 2)
        word.add_paragraph("Fullmäktiges beslut")
        word.add_paragraph("Förslaget godkänns.", style="List Bullet")
        word.add_paragraph(text)
    document = file_read("protokoll.docx", word)
    told = {one.section_sign for one in document.passages if one.text == SURVEY or one.text == COST}
    assert told == {"§ 66", "§ 67"}


def test_titles_between_labels_in_the_margin_open_their_paragrafer() -> None:
    paper = Paper("protokoll.pdf").at(At(165, 90, "Kommunstyrelsens protokoll", bold=True, size=18))
    rows = (
        ("Närvarande", "Beslutande: Åsa Frimodig (M), ordförande, och Lars Berglund (S), vice ordförande,"),
        ("", "samt sex ledamöter till."),
        ("Justering", "Till justerare utses Lars Berglund (S). Protokollet omfattar §§ 84-85."),
        ("*", "§ 84 Kommundirektören informerar"),
        ("Ingen åtgärd", "Kommundirektören informerar om sommarens bemanning och om den enkät som"),
        ("", "har gått ut till alla som besöker receptionen."),
        ("*", "§ 85 Hamntaxa 2031"),
        ("Dnr KS 2031/47", "Kommunstyrelsens beslut: Hamntaxan höjs med fyra procent från och med den"),
        ("", "1 januari 2031."),
        ("Yrkande", "Lars Berglund (S) yrkar att taxan höjs med sex procent."),
    )
    y = 126.0
    for label, text in rows:
        heads = label == "*"
        y += 6 if heads else 0
        paper.at(At(165, y, text, bold=heads, size=14.5 if heads else 11))
        if label and not heads:
            paper.at(At(60, y, label, size=8))
        y += 16 if heads else 15
    document = paper.read()
    signs = {
        words: one.section_sign
        for words in ("enkät", "höjs med fyra", "yrkar att")
        for one in document.passages
        if words in one.text
    }
    assert signs == {"enkät": "§ 84", "höjs med fyra": "§ 85", "yrkar att": "§ 85"}
