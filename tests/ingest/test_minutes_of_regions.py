"""Minutes and adopted papers of federations and towns in further dialects: "Au §", a Direktion, typed minutes of 1994."""

from ingest.documents import Document, Kind
from tests.ingest.papers import (
    COST,
    LEFT,
    SURVEY,
    At,
    Paper,
    file_read,
    letter,
    minutes_of,
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

papers = Papers()


@papers.told(
    Told(
        Kind.PROTOKOLL,
        "2031-11-18",
        "Kommunstyrelsens arbetsutskott",
        ("KS 2031/88", "KS 2031/140"),
        sections={"§ 210": "Medborgarförslag om hundrastgård", "§ 211": "Budgetuppföljning per oktober"},
        forces={"Arbetsutskottet beslutar": DECISION, "Arbetsutskottet föreslår": DECISION},
        people={"Lars Berglund": "ordförande"},
    )
)
def a_committee_before_the_sign() -> Paper:
    p = Paper(
        "au.pdf",
        placed(
            "72 35 *Granbacka kommun",
            "300 35 *Sammanträdesprotokoll",
            "480 35 # (3)",
            "72 48 Kommunstyrelsens arbetsutskott",
            "300 48 2031-11-18",
        ),
    )
    p.heading("Kommunstyrelsens arbetsutskott", 15).line("Plats och tid    Kommunhuset, kl. 08.30-11.00").line(
        "Beslutande    Lars Berglund (S), ordförande"
    ).line("Justerare    Åsa Frimodig (M)").line("Paragrafer    Au §§ 210-211").turn()
    p.heading("Au § 210    Medborgarförslag om hundrastgård").line("Dnr KS 2031/88").heading("Beslut").text(
        "Arbetsutskottet beslutar att lämna medborgarförslaget till tekniska nämnden för svar."
    ).heading("Bakgrund").text(SURVEY)
    p.heading("Au § 211    Budgetuppföljning per oktober").line("Dnr KS 2031/140").heading("Beslut").text(
        "Arbetsutskottet föreslår kommunstyrelsen att godkänna uppföljningen."
    )
    return p.heading("Bakgrund").text(COST)


@papers.told(
    Told(
        Kind.PROTOKOLL,
        "1994-05-17",
        "Byggnadsnämnden",
        None,
        sections={"§ 61": "Bygglov för garage, Tallen 3", "§ 62": "Delegationsbeslut"},
        forces={"Byggnadsnämnden beslutar": DECISION, "Byggnadsnämnden lägger": DECISION},
    )
)
def minutes_typed_in_the_nineties() -> Document:
    return file_read(
        "bn940517.txt",
        """GRANBACKA KOMMUN                SAMMANTRÄDESPROTOKOLL              Blad 1
Byggnadsnämnden                 Sammanträdesdatum
                                1994-05-17

Plats och tid       Kommunalhuset, sammanträdesrum B, kl 18.30-20.15

Beslutande          Sven Ahlin (s), ordf
                    Gun Lind (c)
                    Olle Dahl (m)

Utses att justera   Gun Lind

Paragrafer          61-62


§ 61   Bygglov för garage, Tallen 3

Sökande: Nils Ek. Ansökan avser garage om 36 m2 som placeras 1,5 meter från gräns mot Tallen 4. Ägaren till Tallen 4 har inget att erinra.

Beslut

Byggnadsnämnden beslutar att bevilja bygglov enligt ansökan.

Avgift 1 240 kronor.


§ 62   Delegationsbeslut

Beslut

Byggnadsnämnden lägger redovisningen till handlingarna.
""",
    )


@papers.told(
    Told(
        Kind.PROTOKOLL,
        "2031-06-13",
        "Direktionen",
        ("RTJ 2031-0041", "RTJ 2031-0046"),
        sections={"§ 24": "Delårsrapport", "§ 25": "Upphandling av släckbil"},
        forces={"Direktionen beslutar att": DECISION, "Direktionen godkänner": DECISION},
    )
)
def a_federation_led_by_a_direktion() -> Paper:
    p = Paper(
        "dir.pdf",
        placed(
            "72 35 *Räddningstjänstförbundet Norrskog",
            "330 35 *PROTOKOLL",
            "480 35 # (3)",
            "72 48 Direktionen",
            "330 48 2031-06-13",
        ),
    )
    p.heading("Direktionen", 16).line("Datum och tid:  2031-06-13, kl. 13.00-15.30").line(
        "Plats:  Brandstationen, Granbacka"
    ).line("Närvarande ledamöter:  Lars Berglund, ordförande").line("Justerare:  Åsa Frimodig").turn()
    p.heading("§ 24 Delårsrapport").line("Ärendenummer: RTJ 2031-0041").heading("Direktionens beslut").text(
        "Direktionen godkänner delårsrapporten."
    ).heading("Sammanfattning").text(SURVEY)
    p.heading("§ 25 Upphandling av släckbil").line("Ärendenummer: RTJ 2031-0046").heading("Direktionens beslut").text(
        "Direktionen beslutar att inleda upphandlingen."
    ).heading("Sammanfattning").text(COST)
    return p


@papers.told(
    Told(
        Kind.PROTOKOLLSUTDRAG,
        "2031-02-26",
        "Kommunfullmäktige",
        ("KS 2031/7",),
        sections={"§ 14": "Avgifter för parkering"},
        forces={
            "Kommunfullmäktige beslutar att": DECISION,
            "Kommunstyrelsen föreslår": PROPOSAL,
            "Mot beslutet": RESERVATION,
        },
    )
)
def an_excerpt_whose_reservation_follows_the_decision() -> Paper:
    p = Paper(
        "utdrag.pdf",
        placed(
            "72 35 *Granbacka kommun",
            "300 35 *Utdrag ur protokoll",
            "480 35 # (1)",
            "72 48 Kommunfullmäktige",
            "300 48 2031-02-26",
        ),
    )
    p.heading("§ 14 KS 2031/7").heading("Avgifter för parkering", 13).heading("Kommunfullmäktiges beslut").text(
        "Kommunfullmäktige beslutar att anta avgifterna."
    ).heading("Reservation").text("Mot beslutet reserverar sig Nils Torell (C) till förmån för eget yrkande.")
    return (
        p.heading("Kommunstyrelsens förslag")
        .text("Kommunstyrelsen föreslår kommunfullmäktige att anta avgifterna.")
        .heading("Beskrivning av ärendet")
        .text(SURVEY)
        .line("Rätt utdraget intygar", step=20)
    )


@papers.told(Told(Kind.KALLELSE, "2031-05-20", "Barn- och utbildningsnämnden", None, sections={}))
def a_call_with_the_numbers_in_a_column() -> Paper:
    p = Paper("kallelse.pdf", placed("72 35 *Granbacka kommun", "300 35 *Kallelse", "480 35 # (1)"))
    p.heading("Barn- och utbildningsnämnden kallas till sammanträde", 14).line(
        "Tid: tisdagen den 20 maj 2031 kl. 13.00"
    ).line("Plats: Kommunhuset, lokal Granen").line("Ordförande: Anna Ek").line("Sekreterare: Jenny Wall", step=24)
    p.heading("Föredragningslista")
    for n, t, c in (
        (1, "Upprop och val av justerare", ""),
        (2, "Information från förvaltningen", ""),
        (3, "Ekonomisk uppföljning", "BUN 2031/31"),
        (4, "Svar på remiss om skolval", "BUN 2031/40"),
    ):
        p.at(At(LEFT, p.top, f"{n}.", size=11), At(100, p.top, t, size=11), At(420, p.top, c, size=11))
        p.top += 16
    return p


@papers.told(
    Told(
        Kind.PROTOKOLL,
        "2031-09-09",
        "Kultur- och fritidsnämnden",
        ("KFN 2031/12", "KFN 2031/15"),
        sections={"§ 71": "Bidrag till Granbacka IF", "§ 72": "Öppettider i simhallen"},
        forces={"Nämnden beviljar": DECISION, "Anna Ek (L) yrkar": YRKANDE, "Ordföranden ställer": BACKGROUND},
    )
)
def a_board_that_speaks_of_itself_as_such() -> Paper:
    p = minutes_of("Kultur- och fritidsnämnden", "2031-09-09")
    with_front_page(p, "Kultur- och fritidsnämnden", "71-72")
    p.heading("§ 71 Bidrag till Granbacka IF").line("KFN 2031/12").heading("Nämndens beslut").text(
        "Nämnden beviljar föreningen 40 000 kronor."
    ).heading("Förslag på sammanträdet").text("Anna Ek (L) yrkar bifall till förvaltningens förslag.").heading(
        "Beslutsgång"
    ).text("Ordföranden ställer förslaget under proposition.").heading("Sammanfattning").text(SURVEY)
    return (
        p.heading("§ 72 Öppettider i simhallen")
        .line("KFN 2031/15")
        .heading("Nämndens beslut")
        .text("Nämnden godkänner öppettiderna.")
        .heading("Sammanfattning")
        .text(COST)
    )


@papers.told(
    Told(
        Kind.DELEGATION,
        "2031-07-03",
        "Miljö- och byggnadsnämnden",
        ("MBN 2031-501",),
        forces={"Miljö- och byggnadsnämnden beslutar": DECISION},
    )
)
def a_permit_given_on_delegation() -> Paper:
    p = letter(
        "db.pdf",
        "72 40 *Granbacka kommun",
        "300 40 *DELEGATIONSBESLUT",
        "72 54 Miljö- och byggnadsnämnden",
        "300 54 Datum 2031-07-03",
        "300 68 Ärendenr MBN 2031-501",
        "72 90 Delegationsnr 4.12",
        top=130,
    )
    return (
        p.heading("Tillstånd till enskilt avlopp på Norrängen 2:9", 14)
        .heading("Beslut")
        .text("Miljö- och byggnadsnämnden beslutar att ge tillstånd till avloppet.")
        .heading("Skäl till beslut")
        .text(SURVEY)
        .line("På nämndens vägnar", step=20)
        .line("Rolf Ekwall")
        .line("Miljöinspektör")
    )


@papers.told(
    Told(
        Kind.PROTOKOLL,
        "2031-10-14",
        "Tekniska utskottet",
        ("TU 2031-77",),
        sections={"§ 55": "Cykelväg till Ängby", "§ 56": "Informationsärenden"},
        forces={"Utskottet beslutar": DECISION, "Utskottet tackar": DECISION},
    )
)
def minutes_with_the_number_in_brackets() -> Paper:
    p = Paper(
        "tu.pdf",
        placed(
            "72 35 *NORRSKOGS KOMMUN",
            "330 35 *PROTOKOLL",
            "470 35 Sida # av 3",
            "72 48 Tekniska utskottet",
            "330 48 2031-10-14",
        ),
    )
    p.heading("Tekniska utskottet", 15).line("Tid: 2031-10-14 kl. 13.15-15.00").line("Plats: Granen").line(
        "Ledamöter: Lars Berglund (S), ordförande, Åsa Frimodig (M)"
    ).line("Justerande: Åsa Frimodig").line("Paragrafer: §§ 55-56").turn()
    p.heading("§ 55. Cykelväg till Ängby (TU 2031-77)").heading("Utskottets beslut").items(
        "Utskottet beslutar att bygga cykelvägen.", "Utskottet beslutar att kostnaden tas ur investeringsbudgeten."
    ).heading("Bakgrund").text(SURVEY)
    return (
        p.heading("§ 56. Informationsärenden").heading("Utskottets beslut").text("Utskottet tackar för informationen.")
    )


@papers.told(Told(Kind.AVTAL, "2031-06-01", sections={}))
def two_towns_that_agree() -> Paper:
    p = (
        Paper("avtal.pdf")
        .heading("Samverkansavtal om gemensam växel", 16)
        .text(
            "Mellan Granbacka kommun, org.nr 212000-1234, och Norrskogs kommun, org.nr 212000-4321, har följande avtal träffats."
        )
    )
    p.heading("1 Parter").text("Parter är Granbacka kommun och Norrskogs kommun.").heading("2 Avtalstid").text(
        "Avtalet gäller från 2031-07-01 och tills vidare."
    ).heading("3 Kostnader").text(COST).line("Granbacka 2031-06-01                     Norrskog 2031-05-28", step=26)
    return p.line("_____________________                     _____________________").line(
        "Lars Berglund                                  Inger Sand"
    )


@papers.told(Told(Kind.PLAN, "2031-05-26", "Kommunfullmäktige", ("KS 2031/200",), forces={}))
def a_plan_with_a_form_under_its_title() -> Paper:
    p = Paper("plan.pdf")
    p.top = 200
    p.heading("Avfallsplan 2032-2036", 24).line("Granbacka kommun", size=14, step=30)
    for a, b in (
        ("Beslutad av:", "Kommunfullmäktige 2031-05-26 § 88"),
        ("Ärendenr:", "KS 2031/200"),
        ("Gäller från:", "2032-01-01"),
        ("Ansvarig nämnd:", "Tekniska nämnden"),
    ):
        p.at(At(LEFT, p.top, a, True, 10), At(200, p.top, b, False, 10))
        p.top += 16
    p.turn()
    return p.heading("1 Inledning", 14).text(SURVEY).heading("2 Mål", 14).text(COST)


@papers.cases()
def test_a_paper_is_read_as_a_registrar_reads_it(make: Make, told: Told) -> None:
    assert_read_as_told(make, told)
