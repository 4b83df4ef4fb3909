"""Officers' letters, agendas, delegated decisions and statements as further municipalities and regions set them."""

import docx

from ingest.documents import Document, Kind
from tests.ingest.papers import COST, LEFT, SURVEY, At, Paper, bullet, file_read, letter
from tests.ingest.told import (
    BACKGROUND,
    DECISION,
    OFFICER,
    OPINION,
    PROPOSAL,
    SIGNER,
    Make,
    Papers,
    Told,
    assert_read_as_told,
)

LETTER, AGENDA, DELEGATED, STATEMENT = Kind.TJANSTESKRIVELSE, Kind.KALLELSE, Kind.DELEGATION, Kind.YTTRANDE
papers = Papers()


@papers.told(
    Told(
        LETTER, "2031-05-12", "Regionstyrelsen", ("RS-LED31-1234",), "Förlängning av avtal om ambulanshelikopter",
        forces={"Regionstyrelsen beslutar": PROPOSAL, "Kontoret har": BACKGROUND}, people={"Maj Lindgren": OFFICER},
    )
)  # fmt: skip
def a_region_with_units_in_its_numbers() -> Paper:
    paper = letter(
        "l1.pdf", "330 45 *TJÄNSTEUTLÅTANDE", "72 58 *Regionledningskontoret", "72 80 HANDLÄGGARE", "72 90 Maj Lindgren",
        "72 101 Inköp", "330 80 DATUM", "330 90 2031-05-12", "430 80 DIARIENUMMER", "430 90 RS-LED31-1234",
        "330 112 Regionstyrelsen", top=150,
    )  # fmt: skip
    paper.heading("Förlängning av avtal om ambulanshelikopter", 15).heading("Förslag till beslut")
    paper.items("Regionstyrelsen beslutar att förlänga avtalet.").heading("Sammanfattning").text(SURVEY)
    return paper.heading("Ekonomiska konsekvenser").text(COST)


@papers.told(
    Told(
        LETTER, "2031-02-03", "Kommunstyrelsen", ("KSN-2031-00123",), "Årsredovisning för 2030",
        forces={"att fastställa": PROPOSAL, "Ärendet har inga": OPINION}, people={"Karin Holm": OFFICER},
    )
)  # fmt: skip
def a_letter_named_with_its_addressee() -> Paper:
    paper = letter(
        "l2.pdf", "72 40 *Kommunledningskontoret", "72 54 Tjänsteskrivelse till kommunstyrelsen", "330 54 Diarienummer:",
        "420 54 KSN-2031-00123", "72 68 Datum:", "130 68 2031-02-03", "72 80 Handläggare:", "140 80 Karin Holm",
    )  # fmt: skip
    paper.heading("Årsredovisning för 2030", 16).heading("Förslag till beslut")
    paper.text("Kommunstyrelsen föreslår kommunfullmäktige besluta").items("att fastställa årsredovisningen.")
    paper.heading("Ärendet").text(SURVEY).heading("Konsekvenser för barn")
    paper.text("Ärendet har inga direkta konsekvenser för barn.").line("Kommunledningskontoret", step=26)
    return paper.line("Bo Ahlgren").line("Stadsdirektör")


@papers.told(
    Told(
        LETTER, "2031-09-15", "Samhällsnämnden", ("2031/00514",), "Hastighetsplan för tätorten",
        forces={"Samhällsnämnden godkänner": PROPOSAL}, people={"Eva Lind": OFFICER},
    )
)  # fmt: skip
def a_word_file_with_its_head_in_a_table() -> Document:
    word = docx.Document()
    table = word.add_table(rows=2, cols=3)
    for row, values in zip(
        table.rows,
        (
            ("Granbacka kommun\nSamhällskontoret", "TJÄNSTESKRIVELSE", "Sida 1 (2)"),
            ("Handläggare\nEva Lind\n0555-123 45", "Datum\n2031-09-15", "Diarienummer\n2031/00514"),
        ),
        strict=True,
    ):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    word.add_paragraph("Till Samhällsnämnden")
    word.add_heading("Hastighetsplan för tätorten", 1)
    for heading, text in (("Förslag till beslut", "Samhällsnämnden godkänner hastighetsplanen."), ("Bakgrund", SURVEY)):
        word.add_heading(heading, 2)
        word.add_paragraph(text)
    return file_read("hastighet.docx", word)


@papers.told(
    Told(
        LETTER, "2031-04-03", "Omsorgsnämnden", ("ON 2031/77",), "Öppettider på dagverksamheten",
        forces={"Omsorgsnämnden beslutar att": PROPOSAL, "Enheten är": BACKGROUND}, people={"Per Nord": OFFICER},
    )
)  # fmt: skip
def hours_and_shares_are_no_days() -> Paper:
    paper = letter(
        "l3.pdf", "72 40 *Granbacka kommun", "300 40 *Tjänsteskrivelse", "72 54 Omsorgskontoret", "300 54 2031-04-03",
        "400 54 ON 2031/77", "72 68 Handläggare Per Nord", "72 800 Öppet 08.00-16.30   Org.nr 212000-1234", top=100,
    )  # fmt: skip
    paper.line("Omsorgsnämnden").heading("Öppettider på dagverksamheten", 14).heading("Förslag till beslut")
    paper.text("Omsorgsnämnden beslutar att dagverksamheten håller öppet 09.00-15.30.").heading("Bakgrund")
    paper.text("Enheten är öppen 08.15-14.10. Under 10.30-11.15 serveras lunch. Av 12/30 platser är 10-11 lediga.")
    return paper.line("Per Nord").line("enhetschef")


@papers.told(
    Told(
        LETTER, "2031-03-20", "Byggnadsnämnden", ("123-31",), forces={"Byggnadsnämnden lämnar": PROPOSAL},
        people={"Ulf Ek": SIGNER},
    )
)  # fmt: skip
def a_letter_called_what_a_decision_rests_on() -> Paper:
    paper = letter(
        "l4.pdf", "72 40 *Granbacka kommun", "72 54 Byggkontoret", "300 40 *BESLUTSUNDERLAG", "300 54 Datum: 20 mars 2031",
        "300 68 Vårt dnr: 123-31", "72 90 Till Byggnadsnämnden",
    )  # fmt: skip
    paper.heading("Förhandsbesked för Åkra 1:9", 14).heading("Ärendet").text(SURVEY).heading("Förslag till beslut")
    return paper.text("Byggnadsnämnden lämnar positivt besked.").line("Ulf Ek, byggnadsinspektör")


@papers.told(
    Told(
        LETTER, "2031-06-11", "Kommunstyrelsen", ("KS 31/215",), "Svar på medborgarförslag om hundrastgård",
        forces={"Kommunstyrelsen beslutar": PROPOSAL, "Förvaltningen bedömer": OPINION}, people={"Lisa Malm": OFFICER},
    )
)  # fmt: skip
def plain_text() -> Document:
    head = "TJÄNSTESKRIVELSE\nGranbacka kommun\n\nDatum: 2031-06-11\nDnr: KS 31/215\nHandläggare: Lisa Malm\n"
    title = "Mottagare: Kommunstyrelsen\n\nSvar på medborgarförslag om hundrastgård\n\nFörslag till beslut\n\n"
    asked = "Kommunstyrelsen beslutar att anse medborgarförslaget besvarat.\n\nSammanfattning\n\n"
    view = "Förvaltningens bedömning\n\nFörvaltningen bedömer att en hundrastgård kan anläggas inom ramen.\n"
    return file_read("ts.txt", f"{head}{title}{asked}{SURVEY}\n\n{view}")


@papers.told(
    Told(
        LETTER, "2031-06-17", "Kommunstyrelsen", ("KS-2031/01234",), "Riktlinjer för upphandling",
        forces={"Att anta": PROPOSAL, "Bedömningen är": OPINION}, people={"Ola Rask": OFFICER, "Bo Ahlgren": SIGNER},
    )
)  # fmt: skip
def labels_over_values_in_three_columns() -> Paper:
    paper = letter(
        "d.pdf", "72 40 *TJÄNSTESKRIVELSE", "450 40 Sid 1(2)", "72 62 *Handläggare", "72 73 Ola Rask, upphandlare",
        "250 62 *Datum", "250 73 2031-06-17", "380 62 *Ärendebeteckning", "380 73 KS-2031/01234", top=110,
    )  # fmt: skip
    paper.line("Kommunstyrelsen", step=24).heading("Riktlinjer för upphandling", 14)
    paper.heading("Förslag till beslut i kommunstyrelsen").text("Att anta riktlinjerna.").heading("Sammanfattning")
    paper.text(SURVEY).heading("Förvaltningens bedömning").text("Bedömningen är att riktlinjerna behövs.")
    paper.heading("Beslutsunderlag").items("Riktlinjer för upphandling, 2031-06-10", mark=bullet).text("")
    return paper.line("Bo Ahlgren                 Ola Rask").line("Kommundirektör          Upphandlare")


@papers.told(
    Told(
        LETTER, "2031-01-15", cases=("TN 2031/3",), title="Upphandling av färdtjänst och skolskjuts för perioden 2032-2036",
        people={"Ulf Ek": OFFICER},
    )
)  # fmt: skip
def a_title_on_two_lines() -> Paper:
    paper = letter(
        "t1.pdf", "72 40 *Granbacka kommun", "300 40 *Tjänsteskrivelse", "300 54 2031-01-15", "400 54 Dnr TN 2031/3",
        "72 54 Tekniska kontoret", top=145,
    )  # fmt: skip
    paper.at(
        At(LEFT, 100, "Upphandling av färdtjänst och", True, 16),
        At(LEFT, 119, "skolskjuts för perioden 2032-2036", True, 16),
    )
    paper.line("Handläggare: Ulf Ek").heading("Förslag till beslut").text("Tekniska nämnden inleder upphandlingen.")
    return paper.heading("Bakgrund").text(SURVEY)


@papers.told(Told(LETTER, "2031-03-04", "Fritidsnämnden", ("2031.0123",), "Hyra för idrottshallar"))
def a_number_with_its_class_behind_points() -> Paper:
    paper = letter(
        "lx.pdf", "72 40 *Granbacka kommun", "300 40 *Tjänsteskrivelse", "300 54 Datum", "400 54 Diarienummer",
        "300 66 2031-03-04", "400 66 2031.0123.106", "72 66 Fritidskontoret", "72 90 Fritidsnämnden",
    )  # fmt: skip
    paper.heading("Hyra för idrottshallar", 14).heading("Förslag till beslut").text("Fritidsnämnden antar taxan.")
    return paper.heading("Bakgrund").text(SURVEY)


@papers.told(
    Told(LETTER, "2031-01-31", "Tekniska utskottet", ("2031/14",), forces={"Tekniska utskottet föreslår": PROPOSAL})
)
def a_committee_that_is_a_body_of_its_own() -> Paper:
    paper = letter(
        "k.pdf", "72 40 *Granbacka kommun", "300 40 *Tjänsteskrivelse", "300 52 2031-01-31", "400 52 Dnr 2031/14",
        "72 80 Tekniska utskottet",
    )  # fmt: skip
    paper.heading("Ombyggnad av Storgatan", 14).heading("Förslag till beslut")
    paper.text("Tekniska utskottet föreslår kommunstyrelsen besluta att godkänna förslaget.")
    return paper.heading("Ärendet").text(SURVEY)


@papers.told(
    Told(AGENDA, "2031-12-09", "Miljönämnden", ("MN 2031/44", "MN 2031/51"), meeting="2031-12-09", sections={})
)
def an_agenda_in_columns() -> Paper:
    paper = letter("k1.pdf", "72 40 *Granbacka kommun", "300 40 *Kallelse/föredragningslista", "72 54 Miljönämnden")
    paper.heading("Miljönämnden kallas till sammanträde", 14).line("Tid: tisdagen den 9 december 2031 kl 13.00")
    paper.line("Plats: Kommunhuset, Eken", step=24)
    for row in (
        ("Nr", "Ärende", "Dnr", "Föredragande"),
        ("1", "Upprop och val av justerare", "", ""),
        ("2", "Tillsynsplan 2032", "MN 2031/44", "Eva Lind"),
        ("3", "Yttrande över detaljplan", "MN 2031/51", "Per Nord"),
    ):
        paper.at(*(At(x, paper.top, words, size=10) for x, words in zip((LEFT, 100, 330, 430), row, strict=True)))
        paper.top += 16
    return paper


@papers.told(Told(AGENDA, "2031-04-28", "Kommunfullmäktige", ("KS 2031/10", "KS 2031/20", "KS 2031/30"), sections={}))
def an_agenda_of_numbered_cases() -> Paper:
    paper = letter("k2.pdf", "72 40 *Granbacka kommun", "300 40 *Föredragningslista").heading("Kommunfullmäktige", 16)
    paper.line("Måndagen den 28 april 2031, klockan 18:30 i Folkets hus")
    for number, title in enumerate(("Val av justerare", "Svar på motion", "Interpellation om skolmat"), start=1):
        paper.heading(f"Ärende {number}").line(title).line(f"KS 2031/{number}0", step=18)
    return paper


@papers.told(Told(AGENDA, "2031-08-19", "Kommunstyrelsen", sections={}))
def an_agenda_sent_another_day() -> Paper:
    paper = letter("kallelse.pdf", "72 40 *Granbacka kommun", "300 40 *Kallelse", "300 54 Datum 2031-08-12", top=90)
    paper.heading("Kommunstyrelsen", 15).line("Sammanträdesdatum: 2031-08-19").line("Tid: 08.30-12.00")
    for number, (title, hour) in enumerate(
        (("Val av justerare", "08.30"), ("Budget", "08.35-09.15"), ("Gåvor", "10.00")), 1
    ):
        places = (At(LEFT, paper.top, f"{number}."), At(100, paper.top, title), At(430, paper.top, hour))
        paper.at(*places).top += 18
    return paper


@papers.told(Told(DELEGATED, "2031-05-31", "Samhällsbyggnadsnämnden", ("SBN 2031/5",)))
def a_list_of_delegated_decisions() -> Paper:
    paper = letter(
        "d1.pdf", "72 40 *Granbacka kommun", "300 40 *Redovisning av delegationsbeslut", "72 54 Samhällsbyggnadsnämnden",
        "300 54 2031-05-31", "400 54 Dnr SBN 2031/5", top=90,
    )  # fmt: skip
    for row in (
        ("Datum", "Dnr", "Beslut", "Delegat"),
        ("2031-05-02", "SBN 2031/211", "Bygglov för altan beviljas", "Ulf Ek"),
        ("2031-05-20", "SBN 2031/230", "Marklov avslås", "Eva Lind"),
    ):
        paper.at(
            *(
                At(x, paper.top, words, row[0] == "Datum", 10)
                for x, words in zip((LEFT, 150, 240, 430), row, strict=True)
            )
        )
        paper.top += 16
    return paper


@papers.told(
    Told(
        DELEGATED, "2031-07-04", cases=("KS-2031/00501",),
        forces={"Kommundirektören beslutar": DECISION, "Kontoret har": BACKGROUND}, people={"Bo Ahlgren": SIGNER},
    )
)  # fmt: skip
def a_delegated_decision() -> Paper:
    paper = letter(
        "d2.pdf", "72 40 *GRANBACKA KOMMUN", "300 40 *DELEGATIONSBESLUT", "300 58 Datum 2031-07-04",
        "300 71 Dnr KS-2031/00501", "300 84 Delegationspunkt 4.3",
    )  # fmt: skip
    paper.heading("Avstängning av Storgatan", 14).heading("Beslut")
    paper.text("Kommundirektören beslutar att Storgatan stängs av den 12 juli 2031 kl. 08.00-22.00.").heading(
        "Bakgrund"
    )
    return paper.text(SURVEY).line("Bo Ahlgren", step=13).line("Kommundirektör")


@papers.told(
    Told(
        DELEGATED, "2031-09-01", cases=("SN 2031/2",), forces={"Ansökan om": DECISION}, people={"Eva Lind": SIGNER}
    )
)  # fmt: skip
def a_decision_on_delegation() -> Paper:
    paper = letter(
        "f.pdf",
        "72 40 *Granbacka kommun",
        "300 40 *Beslut på delegation",
        "300 54 Datum: 2031-09-01",
        "300 66 Dnr: SN 2031/2",
    )
    paper.heading("Serveringstillstånd för Krogen AB", 14).heading("Beslut")
    paper.text("Ansökan om stadigvarande serveringstillstånd beviljas.").heading("Skäl till beslutet").text(SURVEY)
    return paper.line("Eva Lind", step=13).line("Alkoholhandläggare")


@papers.told(
    Told(
        STATEMENT, "2031-08-20", cases=("KS 2031-455",), municipality="Granbacka kommun",
        forces={"Granbacka kommun avstyrker": OPINION},
    )
)  # fmt: skip
def a_statement_to_a_ministry_with_both_references() -> Paper:
    paper = letter(
        "y1.pdf", "72 40 *Granbacka kommun", "330 40 *Remissvar", "330 54 2031-08-20", "330 68 Vår referens: KS 2031-455",
        "330 82 Er referens: Ju2031/01234", "72 100 Justitiedepartementet", "72 113 103 33 Stockholm", top=150,
    )  # fmt: skip
    paper.heading("Yttrande över betänkandet Trygg i hela landet (SOU 2031:14)", 14)
    paper.text("Granbacka kommun avstyrker förslaget om ordningsvakter.").heading("Kommunens synpunkter").text(SURVEY)
    return paper.line("För Granbacka kommun").line("Lars Berglund").line("Kommunstyrelsens ordförande")


@papers.told(Told(STATEMENT, "2031-05-28", "Byggnadsnämnden", ("BN 2031/18",), forces={"Nämnden vidhåller": OPINION}))
def a_statement_to_a_court_that_has_a_number_of_its_own() -> Paper:
    paper = letter(
        "y2.pdf", "72 40 *Granbacka kommun", "330 40 *YTTRANDE", "330 54 Datum 2031-05-28", "330 68 Dnr BN 2031/18",
        "72 54 Byggnadsnämnden", "72 90 Mark- och miljödomstolen", "72 103 Mål nr P 1234-31", top=140,
    )  # fmt: skip
    paper.heading("Yttrande i mål om bygglov på Norrängen 3:14", 14)
    paper.text("Nämnden vidhåller sitt beslut den 3 mars 2031, § 44, och bestrider ändring.").heading("Bakgrund")
    return paper.text(SURVEY)


@papers.told(
    Told(STATEMENT, "2031-12-01", "Miljö- och samhällsnämnden", ("MSN 2031/11",), forces={"Nämnden anser": OPINION})
)
def a_statement_whose_word_is_a_section_name_too() -> Paper:
    paper = letter(
        "ytt.pdf", "72 40 *Granbacka kommun", "72 54 Miljö- och samhällsnämnden", "330 40 *REMISSYTTRANDE",
        "330 54 2031-12-01", "330 68 MSN 2031/11", "72 90 Region Norrbygden", top=130,
    )  # fmt: skip
    paper.heading("Remissyttrande över regional transportplan", 14)
    return paper.text("Nämnden anser att cykelvägarna bör prioriteras.").heading("Synpunkter på planen").text(COST)


@papers.told(Told(AGENDA, "2031-05-27", "Kulturnämnden"))
def an_agenda_that_numbers_its_matters_as_minutes_do() -> Paper:
    paper = letter(
        "fl.pdf",
        "72 40 *Granbacka kommun",
        "300 40 *FÖREDRAGNINGSLISTA",
        "72 54 Kulturnämnden",
        "300 54 2031-05-27",
        top=90,
    ).line("Plats och tid: Kulturhuset, kl. 15.00")
    for sign, title in (("§ 1", "Val av justerare"), ("§ 2", "Ekonomisk uppföljning"), ("§ 3", "Stipendium 2031")):
        paper.at(At(LEFT, paper.top, sign, size=11), At(110, paper.top, title, size=11)).top += 16
    return paper


def test_the_rows_of_an_agenda_have_the_names_of_their_columns() -> None:
    rows = [one for one in an_agenda_in_columns().read().passages if one.cells]
    assert [one.cells[0] for one in rows] == ["1", "2", "3"]
    assert {one.table_header for one in rows} == {("Nr", "Ärende", "Dnr", "Föredragande")}


def test_counted_matters_stand_beside_one_another() -> None:
    found = an_agenda_of_numbered_cases().read().passages
    assert len({one.level for one in found if one.text.startswith("Ärende ")}) == 1


@papers.cases()
def test_a_paper_is_read_as_a_registrar_reads_it(make: Make, told: Told) -> None:
    assert_read_as_told(make, told)
