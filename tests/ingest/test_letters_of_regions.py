"""Letters of regions and towns in further dialects: "Ärendenr", "Handling nr", labels over values, English summaries."""

from ingest.documents import Document, Kind
from tests.ingest.papers import (
    COST,
    SURVEY,
    Paper,
    bullet,
    dash,
    file_read,
    letter,
    placed,
)
from tests.ingest.told import (
    BACKGROUND,
    FINDING,
    OFFICER,
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

papers = Papers()


@papers.told(
    Told(
        Kind.TJANSTESKRIVELSE,
        "2031-03-04",
        "Hälso- och sjukvårdsnämnden",
        ("HSN 2031-00045",),
        "Tillgänglighet i primärvården",
        municipality="Region Norrskog",
        forces={"Hälso- och sjukvårdsnämnden godkänner": PROPOSAL, "Primärvården har": BACKGROUND},
        people={"Ellen Vik": OFFICER},
    )
)
def a_region_that_numbers_matters() -> Paper:
    p = letter(
        "r1.pdf",
        "72 40 *Region Norrskog",
        "330 40 *TJÄNSTESKRIVELSE",
        "480 40 1 (2)",
        "72 56 Hälso- och sjukvårdsförvaltningen",
        "330 56 Ärendenr: HSN 2031-00045",
        "330 70 Datum: 2031-03-04",
        "72 84 Handläggare: Ellen Vik",
        "72 98 Hälso- och sjukvårdsnämnden",
        top=130,
    )
    p.heading("Tillgänglighet i primärvården", 15).heading("Förslag till beslut").text(
        "Hälso- och sjukvårdsnämnden godkänner redovisningen."
    ).heading("Sammanfattning av ärendet")
    return (
        p.text("Primärvården har under våren sett över sina öppettider på samtliga hälsocentraler i länet.")
        .heading("Ärendebeskrivning")
        .text(SURVEY)
        .line("Ellen Vik")
        .line("Utvecklingsledare")
    )


@papers.told(
    Told(
        Kind.TJANSTESKRIVELSE,
        "2031-10-02",
        "Samhällsbyggnadsnämnden",
        ("SBN 2031/217",),
        "Planbesked för Norrängen 4:7",
        forces={"Samhällsbyggnadsnämnden beslutar": PROPOSAL, "Sökanden vill": BACKGROUND},
        people={"Moa Strid": OFFICER},
    )
)
def a_letter_with_the_number_of_the_enclosure() -> Paper:
    p = letter(
        "t2.pdf",
        "72 40 *Granbacka kommun",
        "300 40 *Tjänsteskrivelse",
        "430 40 Handling nr 7",
        "72 54 Samhällsbyggnadsförvaltningen",
        "300 54 Datum",
        "380 54 Vår beteckning",
        "300 66 2031-10-02",
        "380 66 SBN 2031/217",
        "72 80 Moa Strid, planarkitekt",
        top=120,
    )
    p.line("Samhällsbyggnadsnämnden", step=22).heading("Planbesked för Norrängen 4:7", 14).heading(
        "Förvaltningens förslag till beslut"
    ).text("Samhällsbyggnadsnämnden beslutar att lämna positivt planbesked.").heading("Ärendet").text(
        "Sökanden vill bygga tolv radhus på fastigheten. " + SURVEY
    )
    return p.heading("Upplysningar").text(COST)


@papers.told(
    Told(
        Kind.TJANSTESKRIVELSE,
        "2031-04-08",
        "Kommunstyrelsen",
        ("KS2031/0312",),
        "Reviderad policy för internationellt arbete",
        forces={"Kommunstyrelsen antar": PROPOSAL, "The municipality": BACKGROUND},
        people={"Sara Quist": OFFICER},
    )
)
def a_letter_with_a_summary_in_english() -> Paper:
    p = letter(
        "e1.pdf",
        "72 40 *Granbacka kommun",
        "330 40 TJÄNSTESKRIVELSE",
        "72 54 Kommunledningsförvaltningen",
        "330 54 2031-04-08",
        "430 54 Dnr: KS2031/0312",
        "72 68 Sara Quist",
        "72 80 Internationell strateg",
        "330 80 Kommunstyrelsen",
        top=115,
    )
    p.heading("Reviderad policy för internationellt arbete", 15).heading("Förslag till beslut").text(
        "Kommunstyrelsen antar den reviderade policyn."
    ).heading("Sammanfattning").text(SURVEY).heading("Summary in English")
    return (
        p.text(
            "The municipality revises its policy for international work. The revision concerns twin towns and funding from the European Union."
        )
        .heading("Bakgrund")
        .text(COST)
    )


@papers.told(
    Told(
        Kind.TJANSTESKRIVELSE,
        "2031-08-19",
        "Socialnämnden",
        ("SN-2031-311",),
        "Stängning av mötesplatsen Linden",
        forces={"Socialnämnden beslutar": PROPOSAL},
        people={"Ida Norr": OFFICER},
    )
)
def a_letter_with_labels_over_values() -> Paper:
    p = letter(
        "n1.pdf",
        "72 40 *NORRSKOGS KOMMUN",
        "300 40 *TJÄNSTESKRIVELSE",
        "72 54 Socialtjänsten",
        "300 60 Ärendenr",
        "300 72 SN-2031-311",
        "400 60 Dokumentdatum",
        "400 72 2031-08-19",
        "72 72 Handläggare",
        "72 84 Ida Norr",
        "300 90 Till",
        "300 102 Socialnämnden",
        top=130,
    )
    return (
        p.heading("Stängning av mötesplatsen Linden", 15)
        .heading("Förslag till beslut")
        .text("Socialnämnden beslutar att stänga mötesplatsen från årsskiftet.")
        .heading("Beskrivning av ärendet")
        .text(SURVEY)
        .heading("Konsekvenser")
        .text(COST)
        .heading("Beslutsunderlag")
        .items("Tjänsteskrivelse 2031-08-19", mark=dash)
    )


@papers.told(
    Told(
        Kind.REVISIONSRAPPORT,
        "2031-12-01",
        municipality="Norrskogs kommun",
        title="Granskning av bygglovsprocessen",
        forces={"Granskningen visar": FINDING, "Vi rekommenderar": RECOMMENDATION},
    )
)
def auditors_who_call_it_a_pm() -> Paper:
    p = letter(
        "revpm.pdf",
        "72 40 *Norrskogs kommun",
        "72 54 Kommunens revisorer",
        "330 40 Revisions-PM",
        "330 54 2031-12-01",
        top=110,
    )
    p.heading("Granskning av bygglovsprocessen", 18).heading("Sammanfattning").text(
        "Granskningen visar att handläggningstiderna har ökat."
    ).heading("Rekommendationer").text("Vi rekommenderar byggnadsnämnden att:").items(
        "följa upp handläggningstiderna", "se över delegationsordningen", mark=bullet
    )
    return p.heading("Bakgrund").text(SURVEY)


@papers.told(
    Told(
        Kind.MOTION,
        "2031-01-27",
        parties=("MP",),
        title="Låt barnen cykla till skolan",
        forces={"att kommunen": YRKANDE},
        people={"Tove Sund": SIGNER},
    )
)
def a_motion_that_a_party_moves() -> Paper:
    p = Paper("motion.pdf").at(*placed("72 40 Motion till kommunfullmäktige i Granbacka", "400 40 2031-01-27"))
    p.top = 90
    p.heading("Låt barnen cykla till skolan", 17).text(SURVEY).text(
        "Mot bakgrund av ovanstående yrkar Miljöpartiet de gröna:"
    ).items(
        "att kommunen bygger säkra cykelvägar till alla skolor", "att kommunen ställer upp fler cykelställ", mark=dash
    )
    return p.line("Tove Sund (MP)", step=13)


@papers.told(
    Told(
        Kind.YTTRANDE,
        "2031-11-05",
        "Kommunstyrelsen",
        ("KS 2031/499",),
        forces={"Granbacka kommun tillstyrker": OPINION},
    )
)
def an_answer_to_a_ministry() -> Paper:
    p = letter(
        "rs.pdf",
        "72 40 *Granbacka kommun",
        "72 54 Kommunstyrelsen",
        "330 40 *REMISSVAR",
        "330 54 2031-11-05",
        "330 68 Dnr KS 2031/499",
        "330 82 Ert dnr Fi2031/0123",
        "72 96 Finansdepartementet",
        top=130,
    )
    return (
        p.heading("Remiss av betänkandet En ny kommunalskatt (SOU 2031:40)", 14)
        .text("Granbacka kommun tillstyrker förslaget i huvudsak.")
        .heading("Synpunkter")
        .text(SURVEY)
    )


@papers.told(
    Told(
        Kind.TJANSTESKRIVELSE,
        "2031-02-12",
        "Kommunfullmäktige",
        ("KF 2031/3",),
        "Svar på motion om gratis simskola",
        forces={"Motionen avslås": PROPOSAL},
        people={"Bo Ek": OFFICER},
    )
)
def a_letter_in_markdown() -> Document:
    return file_read(
        "svar.txt",
        """Granbacka kommun

Tjänsteutlåtande

Datum: 2031-02-12

Ärendenr: KF 2031/3

Handläggare: Bo Ek

Till kommunfullmäktige

# Svar på motion om gratis simskola

## Förslag till beslut

Motionen avslås.

## Sammanfattning

Nils Torell (C) föreslår i en motion att kommunen ordnar gratis simskola för alla barn i årskurs två. Kontoret har räknat på vad det kostar.

## Beslutsunderlag

Motion den 3 november 2030
""",
    )


@papers.told(
    Told(
        Kind.NAMNDINITIATIV,
        "2031-03-18",
        "Vård- och omsorgsnämnden",
        parties=("SD",),
        forces={"Jag föreslår": PROPOSAL},
    )
)
def a_member_s_initiative() -> Paper:
    p = Paper("init.pdf").at(
        *placed("72 40 *Ledamotsinitiativ", "330 40 2031-03-18", "72 54 Till vård- och omsorgsnämnden")
    )
    p.top = 90
    return (
        p.heading("Husdjur på äldreboenden", 15)
        .text(SURVEY)
        .text("Jag föreslår att nämnden utreder hur husdjur kan tillåtas.")
        .line("Rolf Ekwall (SD)", step=13)
    )


@papers.told(
    Told(
        Kind.TJANSTESKRIVELSE,
        "2031-09-30",
        "Gymnasie- och vuxenutbildningsnämnden",
        ("GVN-2031-00087-3",),
        "Antagning till yrkesvux",
        forces={"Gymnasie- och vuxenutbildningsnämnden noterar": PROPOSAL, "Förvaltningen bedömer": OPINION},
        people={"Per Gran": OFFICER},
    )
)
def a_city_s_letter() -> Paper:
    p = letter(
        "v1.pdf",
        "72 40 *Granbacka stad",
        "300 40 *Tjänsteutlåtande",
        "300 54 Utfärdat 2031-09-30",
        "300 68 Ärendenummer GVN-2031-00087-3",
        "72 68 Utbildningsförvaltningen",
        "72 90 Handläggare",
        "72 102 Per Gran",
        "72 114 Telefon: 0555-12 34 56",
        "72 126 E-post: per.gran@granbacka.example",
        top=160,
    )
    p.heading("Antagning till yrkesvux", 16).heading("Förslag till beslut").text(
        "I Gymnasie- och vuxenutbildningsnämnden:"
    ).items("Gymnasie- och vuxenutbildningsnämnden noterar informationen.").heading("Sammanfattning").text(SURVEY)
    return (
        p.heading("Bedömning ur ekonomisk dimension")
        .text("Förvaltningen bedömer att kostnaden ryms i budgeten.")
        .heading("Bedömning ur social dimension")
        .text(COST)
    )


@papers.cases()
def test_a_paper_is_read_as_a_registrar_reads_it(make: Make, told: Told) -> None:
    assert_read_as_told(make, told)
