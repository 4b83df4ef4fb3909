"""Letters, motions, audits and decisions as different municipalities set them: kind, number, date, body, people, force."""

import pytest

from ingest.documents import Document, Kind
from tests.ingest.papers import COST, LEFT, SURVEY, At, Paper, bullet, dash, numbered, people_of
from tests.ingest.told import (
    BACKGROUND,
    DECISION,
    FINDING,
    OFFICER,
    OPINION,
    PROPOSAL,
    RECOMMENDATION,
    SIGNER,
    YRKANDE,
    Make,
    Told,
    assert_read_as_told,
)


def form_at_the_right() -> Paper:
    """Set a letter whose head has labels above their values in a column at the right."""
    paper = Paper(
        "skrivelse.pdf", (At(470, 40, "# (3)"), At(LEFT, 805, "Granbacka stad, Servicekontoret, www.granbacka.se"))
    )
    paper.at(At(LEFT, 45, "Granbacka stad", bold=True, size=14), At(LEFT, 62, "Servicekontoret", size=10))
    paper.at(At(380, 70, "Datum", bold=True, size=8), At(380, 81, "2031-03-13", size=10))
    paper.at(At(380, 96, "Vår referens", bold=True, size=8), At(380, 107, "Anna Ekdal", size=10))
    paper.at(At(380, 119, "Utvecklingssekreterare", size=10), At(380, 131, "anna.ekdal@granbacka.example", size=10))
    paper.top = 170
    paper.line("Tjänsteskrivelse", bold=True, size=18, step=30).heading("Remiss - nya regler för skolskjuts", 14)
    paper.line("SN-2031-412", step=20).heading("Sammanfattning").text(SURVEY).heading("Förslag till beslut")
    paper.text("Servicenämnden beslutar").items("att godkänna förslaget till yttrande.", mark=dash)
    paper.heading("Beslutsplanering").text("Servicenämnden 2031-04-22").heading("Ärendet").text(SURVEY, COST)
    return paper.heading("Ansvariga").text("Bo Lindmark Förvaltningsdirektör")


def wide_margin() -> Paper:
    """Set a letter with the form in the running head and the officer at the left."""
    frame = (
        At(400, 40, "Tjänsteutlåtande"),
        At(400, 52, "Dnr SN 2031/456"),
        At(400, 64, "2031-04-02"),
        At(400, 76, "Sida # (4)"),
    )
    paper = Paper("utlatande.pdf", (At(LEFT, 40, "Socialförvaltningen", bold=True), *frame))
    paper.at(
        At(LEFT, 100, "Handläggare", bold=True), At(LEFT, 112, "Karin Lundh"), At(LEFT, 124, "Telefon: 08-508 25 123")
    )
    paper.at(At(380, 100, "Till"), At(380, 112, "Socialnämnden"), At(380, 124, "2031-05-20"))
    paper.top = 160
    paper.heading("Införande av digital ansökan", 18).heading("Förslag till beslut")
    paper.items("Socialnämnden godkänner utlåtandet.", "Beslutet justeras omedelbart.")
    paper.heading("Sammanfattning").text(SURVEY).heading("Ärendets beredning").text(
        "Ärendet har beretts inom avdelningen."
    )
    return paper.line("Lena Holmqvist", step=13).line("Socialdirektör")


def for_two_bodies() -> Paper:
    """Set a letter that proposes to two bodies what a third has asked for, weighed in dimensions."""
    paper = Paper("utlatande.pdf", (At(LEFT, 800, "Granbacka Stad Stadsledningskontoret, tjänsteutlåtande"),))
    paper.at(At(LEFT, 80, "Tjänsteutlåtande", bold=True, size=10), At(LEFT, 93, "Utfärdat 2031-02-18"))
    paper.at(
        At(LEFT, 106, "Diarienummer 0123/31"), At(330, 80, "Handläggare", bold=True), At(330, 93, "Mikael Strandberg")
    )
    paper.top = 150
    paper.heading("Hemställan från idrottsnämnden om medel för ishall", 18).heading("Förslag till beslut")
    paper.text("I kommunstyrelsen och kommunfullmäktige:")
    paper.items("Idrottsnämndens hemställan avslås.", "Idrottsnämnden får i uppdrag att pröva hyresmodellen.")
    paper.heading("Bedömning ur social dimension").text("Kontoret har inte funnit några särskilda aspekter på frågan.")
    return paper.heading("Ärendet").text(SURVEY).line("Eva Hesselgren", step=13).line("Stadsdirektör")


def labels_over_values() -> Paper:
    """Set a letter with two rows of labels over their values, and a number with the year in two digits."""
    paper = Paper("skrivelse.pdf").at(
        At(LEFT, 45, "GRANBACKA KOMMUN", bold=True, size=12), At(300, 45, "TJÄNSTESKRIVELSE 1 (2)", size=12)
    )
    paper.at(
        At(LEFT, 58, "Utbildningskontoret", size=12),
        At(300, 58, "Datum", size=12),
        At(400, 58, "Vår beteckning", size=12),
    )
    paper.at(At(300, 70, "2031-01-29", size=12), At(400, 70, "31UN45", size=12), At(LEFT, 90, "Ert datum", size=12))
    paper.at(At(200, 90, "Er beteckning", size=12), At(LEFT, 120, "Maria Sjödahl, 0123-456 78", size=12))
    paper.at(At(LEFT, 133, "maria.sjodahl@granbacka.example", size=12), At(320, 120, "Utbildningsnämnden", size=12))
    paper.top = 170
    paper.heading("Läsårstider 2032/2033", 14).heading("Kontorets förslag till beslut")
    paper.text("Utbildningsnämnden beslutar att fastställa läsårstiderna.").heading("Sammanfattning av ärendet")
    return paper.text(SURVEY).line("Maria Sjödahl", step=14).line("verksamhetsutvecklare")


def without_a_name() -> Paper:
    """Set an officer's letter that nowhere says what kind of paper it is."""
    paper = Paper("d.pdf").at(
        At(LEFT, 45, "Samhällsbyggnadskontoret"), At(380, 45, "Datum: 2031-06-10"), At(380, 58, "Dnr: SBN-2031-00087")
    )
    paper.at(At(380, 71, "Handläggare: Pia Norrman"), At(LEFT, 90, "Samhällsbyggnadsnämnden"))
    paper.top = 120
    paper.heading("Detaljplan för Norrängen 3:14 - beslut om samråd", 14).heading("Beslutsförslag")
    paper.text("Samhällsbyggnadsnämnden beslutar att sända detaljplanen på samråd.").heading("Ärendet i korthet")
    return paper.text(SURVEY).heading("Ekonomi").text(COST).line("Pia Norrman", step=13).line("Planarkitekt")


def motion() -> Paper:
    """Set a motion whose two signers stand side by side."""
    paper = Paper("m.pdf").heading("Motion till kommunfullmäktige i Granbacka kommun", 16)
    paper.heading("Inför avgiftsfri kollektivtrafik för seniorer", 14).text(SURVEY, "Centerpartiet yrkar därför")
    paper.text("att kommunfullmäktige ger kommunstyrelsen i uppdrag att utreda avgiftsfria resor.")
    return paper.line("Granbacka den 14 oktober 2031", step=30).line("Berit Hallgren (C)          Tomas Fälth (C)")


def interpellation() -> Paper:
    """Set an interpellation to somebody of another party."""
    paper = Paper("i.pdf").at(At(LEFT, 40, "Granbacka kommun", bold=True, size=11))
    paper.heading("Interpellation till kommunstyrelsens ordförande Lars Berglund (S)", 14).text(SURVEY)
    paper.text("Med anledning av detta vill jag fråga:").items("Hur ser tidplanen ut?", mark=numbered)
    return paper.line("Granbacka 2031-09-30", step=26).line("Tomas Fälth", step=13).line("Gruppledare (C)")


def statement() -> Paper:
    """Set a statement to a ministry, which has a number of its own."""
    paper = Paper("remissvar.pdf").at(
        At(LEFT, 45, "Granbacka kommun", bold=True, size=12), At(330, 60, "YTTRANDE", bold=True, size=12)
    )
    paper.at(At(330, 74, "2031-11-04"), At(330, 88, "Dnr KS 2031/601"), At(330, 102, "Er beteckning: Fi2031/01234"))
    paper.top = 170
    paper.heading("Yttrande över promemorian Effektivare statsbidrag", 14).heading("Sammanfattning")
    paper.text("Granbacka kommun tillstyrker huvuddragen men avstyrker förslaget om återkrav.").heading("Synpunkter")
    paper.text(SURVEY).line("För kommunstyrelsen", step=30).line("Lars Berglund", step=13)
    return paper.line("Kommunstyrelsens ordförande")


def chair_s_order() -> Paper:
    """Set a decision that the chair of a body takes alone."""
    paper = Paper("o.pdf").at(
        At(LEFT, 45, "Granbacka kommun", bold=True, size=11), At(330, 45, "ORDFÖRANDEBESLUT", bold=True, size=12)
    )
    paper.at(At(330, 60, "2031-12-15"), At(330, 73, "Dnr UN 2031/301"), At(LEFT, 60, "Utbildningsnämnden"))
    paper.heading("Stängning av Ekskolan efter vattenskada", 14).heading("Beslut")
    paper.text("Ordföranden beslutar att Ekskolan hålls stängd den 16 december 2031.").heading("Skäl").text(SURVEY)
    return paper.line("Karin Mellgren (S)", step=14).line("Ordförande")


def audit_letter() -> Paper:
    """Set the letter that auditors send with a report."""
    paper = Paper("r.pdf").at(At(LEFT, 45, "Granbacka kommun", bold=True, size=11), At(LEFT, 58, "Revisorerna"))
    paper.at(At(380, 45, "Revisionsskrivelse", bold=True, size=11), At(380, 58, "2031-12-02"), At(LEFT, 100, "Till"))
    paper.at(At(LEFT, 113, "Kommunstyrelsen"), At(250, 100, "För kännedom"), At(250, 113, "Kommunfullmäktige"))
    paper.top = 150
    paper.heading("Granskning av intern kontroll", 14).text(
        "Vi bedömer sammantaget att kontrollen delvis är tillräcklig."
    )
    paper.text("Vi rekommenderar kommunstyrelsen att:").items("stärka uppföljningen", "tydliggöra ansvaret", mark=dash)
    return paper.line("För kommunens revisorer", step=26).line("Gösta Palmgren", step=13).line("Ordförande")


def agenda() -> Paper:
    """Set an agenda that lists what other papers are called after."""
    paper = Paper("k.pdf").at(
        At(LEFT, 40, "Granbacka kommun", bold=True, size=11),
        At(300, 40, "Kallelse till sammanträde", bold=True, size=11),
    )
    paper.heading("Socialnämnden", 16).line("Tid: 2031-12-09 kl. 13.00").line("Plats: Eken, Stadshuset", step=24)
    return paper.items("Upprop", "Budgetuppföljning november 2031", "Anmälan av delegationsbeslut")


def plan_with_cover() -> Paper:
    """Set a plan whose cover says when it was adopted."""
    paper = Paper("h.pdf")
    paper.top = 250
    paper.heading("Handlingsplan för folkhälsa 2031-2034", 24).line("Antagen av kommunstyrelsen 2031-02-11, § 33")
    paper.line("Diarienummer: KS 2030/901").turn().heading("Inledning", 14).text(SURVEY)
    return paper.heading("Mål", 14).text(COST)


def agreement() -> Paper:
    """Set a blank agreement of the municipality."""
    paper = Paper("a.pdf").heading("Nyttjanderättsavtal", 18)
    paper.text(
        "Mellan Granbacka kommun, org.nr 212000-0000, nedan kallad kommunen, och ______________________ har avtal träffats."
    )
    paper.heading("§ 1 Upplåtelse").text("Kommunen upplåter lokalen.").heading("§ 2 Avgift").text(
        "Avgiften är ______ kronor per år."
    )
    paper.line("____________________________               ____________________________", step=13)
    return paper.line("För Granbacka kommun                        För föreningen")


PAPERS = {
    form_at_the_right: Told(
        Kind.TJANSTESKRIVELSE, "2031-03-13", "Servicenämnden", cases=("SN-2031-412",),
        title="Remiss - nya regler för skolskjuts", municipality="Granbacka stad",
        forces={"att godkänna": PROPOSAL}, people={"Anna Ekdal": OFFICER, "Bo Lindmark": "ansvarig"},
    ),
    wide_margin: Told(
        Kind.TJANSTESKRIVELSE, "2031-04-02", "Socialnämnden", cases=("SN 2031/456",),
        title="Införande av digital ansökan",
        forces={"Socialnämnden godkänner": PROPOSAL, "Ärendet har beretts": BACKGROUND},
        people={"Karin Lundh": OFFICER, "Lena Holmqvist": SIGNER},
    ),
    for_two_bodies: Told(
        Kind.TJANSTESKRIVELSE, "2031-02-18", "Kommunstyrelsen", cases=("0123/31",), municipality="Granbacka stad",
        forces={"Idrottsnämndens hemställan": PROPOSAL, "Idrottsnämnden får": PROPOSAL, "Kontoret har inte": OPINION},
        people={"Mikael Strandberg": OFFICER, "Eva Hesselgren": SIGNER},
    ),
    labels_over_values: Told(
        Kind.TJANSTESKRIVELSE, "2031-01-29", "Utbildningsnämnden", cases=("31UN45",),
        title="Läsårstider 2032/2033", municipality="Granbacka kommun",
        forces={"Utbildningsnämnden beslutar": PROPOSAL}, people={"Maria Sjödahl": OFFICER},
    ),
    without_a_name: Told(
        Kind.TJANSTESKRIVELSE, "2031-06-10", "Samhällsbyggnadsnämnden", cases=("SBN-2031-00087",),
        title="Detaljplan för Norrängen 3:14 - beslut om samråd",
        forces={"Samhällsbyggnadsnämnden beslutar": PROPOSAL}, people={"Pia Norrman": OFFICER},
    ),
    motion: Told(
        Kind.MOTION, "2031-10-14", "Kommunfullmäktige", municipality="Granbacka kommun",
        forces={"att kommunfullmäktige ger": YRKANDE}, people={"Berit Hallgren": SIGNER, "Tomas Fälth": SIGNER},
        parties=("C",),
    ),
    interpellation: Told(
        Kind.INTERPELLATION, "2031-09-30", municipality="Granbacka kommun", people={"Tomas Fälth": SIGNER},
        parties=("C",),
    ),
    statement: Told(
        Kind.YTTRANDE, "2031-11-04", cases=("KS 2031/601",),
        title="Yttrande över promemorian Effektivare statsbidrag", municipality="Granbacka kommun",
        forces={"Granbacka kommun tillstyrker": OPINION}, people={"Lars Berglund": SIGNER},
    ),
    chair_s_order: Told(
        Kind.DELEGATION, "2031-12-15", "Utbildningsnämnden", cases=("UN 2031/301",),
        municipality="Granbacka kommun", forces={"Ordföranden beslutar": DECISION},
        people={"Karin Mellgren": SIGNER},
    ),
    audit_letter: Told(
        Kind.REVISIONSRAPPORT, "2031-12-02", "Kommunstyrelsen", municipality="Granbacka kommun",
        forces={"stärka uppföljningen": RECOMMENDATION, "Vi bedömer": FINDING}, people={"Gösta Palmgren": SIGNER},
    ),
    agenda: Told(
        Kind.KALLELSE, "2031-12-09", "Socialnämnden", municipality="Granbacka kommun",
    ),
    plan_with_cover: Told(
        Kind.PLAN, "2031-02-11", "Kommunstyrelsen", cases=("KS 2030/901",),
        title="Handlingsplan för folkhälsa 2031-2034",
    ),
    agreement: Told(
        Kind.AVTAL, municipality="Granbacka kommun",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paper", "told"), PAPERS.items(), ids=[paper.__name__ for paper in PAPERS])
def test_a_paper_is_read_as_a_registrar_reads_it(paper: Make, told: Told) -> None:
    assert_read_as_told(paper, told)


def test_a_blank_agreement_has_no_sections_of_minutes_and_nobody_who_signed() -> None:
    document = agreement().read()
    assert people_of(document) == set()
    assert all(one.section_sign is None for one in document.passages)


def test_short_items_are_one_passage_and_points_of_a_proposal_stay_apart() -> None:
    paper = Paper("s.pdf").heading("Riktad rekrytering", 16).heading("Målgrupper")
    paper.items("unga", "äldre över 65 år", "nyinflyttade", mark=bullet).heading("Förslag till beslut")
    paper.text("Nämnden beslutar").items("att anta planen", "att följa upp planen", mark=bullet)
    document = paper.read()
    assert "• unga\n• äldre över 65 år\n• nyinflyttade" in [one.text for one in document.passages]
    assert [one.text for one in document.passages if "planen" in one.text] == [
        "• att anta planen",
        "• att följa upp planen",
    ]
    assert all(document.text[one.start : one.end] == one.text for one in document.passages)
    assert all(piece.end <= len(one.text) for one in document.passages for piece in one.pieces)


def test_a_head_of_a_table_on_two_lines_is_one_row() -> None:
    paper = Paper("t.pdf").text(SURVEY, COST, SURVEY)
    top = paper.top + 10
    for x, first, second in ((150, "Antal", "uppdrag"), (260, "Andel", "tillsatta"), (370, "Antal", "klagomål")):
        paper.at(At(x, top, first, size=10), At(x, top + 12, second, size=10))
    paper.at(At(LEFT, top + 12, "År", size=10))
    for row, cells in enumerate(
        (("2030", "312", "99 %", "12"), ("2031", "345", "98 %", "14"), ("2032", "351", "98 %", "9"))
    ):
        for x, cell in zip((LEFT, 150, 260, 370), cells, strict=True):
            paper.at(At(x, top + 28 + 16 * row, cell, size=10))
    rows = [one for one in paper.read().passages if one.cells]
    assert rows[0].text == "År Antal uppdrag Andel tillsatta Antal klagomål\n2030 312 99 % 12"
    assert {one.table_header for one in rows} == {("År", "Antal uppdrag", "Andel tillsatta", "Antal klagomål")}


@pytest.mark.parametrize(
    "below",
    ["Utredare", "Enhetschef för bygglov", "Telefon: 0123-45 67 89", "+46 123 45 67 89"],
    ids=["title", "title-of-a-unit", "labelled-telephone", "telephone"],
)
def test_a_name_alone_in_the_head_is_the_officer_by_what_stands_below_it(below: str) -> None:
    assert people_of(letter_by("Tina Berg", below)) == {("Tina Berg", "handläggare")}


@pytest.mark.parametrize(
    ("name", "below"),
    [
        ("Tina Berg", "Kommunstyrelsens ordförande"),
        ("Tina Berg", "2031-08-21"),
        ("Stora Torget", "0123-45 67 89"),
        ("Granbacka Stad", "Förvaltningschef"),
    ],
    ids=["elected", "date", "place", "town"],
)
def test_what_is_no_officer_in_the_head_is_not_made_one(name: str, below: str) -> None:
    assert people_of(letter_by(name, below)) == set()


def letter_by(name: str, below: str) -> Document:
    """Read a letter whose head has a name without a label and a line below it."""
    paper = Paper("tjansteskrivelse.pdf").at(
        At(LEFT, 45, "Granbacka kommun"), At(380, 45, "Tjänsteskrivelse", bold=True), At(LEFT, 62, "Plankontoret")
    )
    paper.at(At(LEFT, 75, name), At(380, 75, "Dnr KS 2031/310"), At(LEFT, 88, below), At(LEFT, 110, "Kommunstyrelsen"))
    paper.top = 150
    paper.heading("Ny organisation för planarbetet", 15).heading("Förslag till beslut")
    return paper.items("Kommunstyrelsen antar organisationen.").heading("Ärendet").text(SURVEY).read()
