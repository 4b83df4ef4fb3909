"""A day answers only the question for the event that it is the day of."""

import datetime as dt

import pytest

from assistant.events import Bound
from assistant.fitting import fit
from assistant.moments import bound_to
from assistant.question import understand
from assistant.verify import Evidence
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

DOCUMENT = DocumentMetadata("a" * 16, "a/b.pdf", "Taxa", Kind.TJANSTESKRIVELSE, "", date=dt.date(2024, 5, 28))


def evidence(text: str, *heading: str) -> Evidence:
    """Return an invented sentence under a heading."""
    return Evidence(
        DOCUMENT, Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND, heading_path=heading)
    )


def row(columns: tuple[str, ...], *cells: str) -> Evidence:
    """Return an invented row of a table."""
    text = " ".join(cells)
    passage = Passage(0, text, 0, len(text), 1, Block.TABLE_ROW, Force.BACKGROUND, table_header=columns, cells=cells)
    return Evidence(DOCUMENT, passage)


OTHER = [
    ("När byts ledningen ut?", "Läckan upptäcktes den 2 mars 2026 av en boende."),
    ("När tar Ekviks Båtklubb över hamnen?", "Klubbens förslag inkom den 1 december 2025."),
    ("När börjar de nya hamnavgifterna gälla?", "De avgifter som gäller för år 2024 beslutades den 11 juni 2023."),
    ("När upphävdes hamnplanen?", "Fullmäktige beslutade den 3 maj 2024 att anta hamnplanen."),
    ("När ska kajen stå klar?", "Hamnplanen var ute på samråd den 3 maj 2025."),
    ("När ska årsberättelsen vara upprättad?", "Revisorerna har i en skrivelse daterad 2025-04-08 tillstyrkt den."),
    ("Vilket år ska hamnplanen följas upp?", "Den bygger på länets sjöplan 2025–2028."),
    ("Vilket år ska hamnplanen följas upp?", "Hamnplan 2026"),
    ("När ska kajen stå klar?", "Kajen byggs enligt utredningen (Sjökonsult 2024-06-26)."),
    ("Från vilket datum tar bolaget över hamnen?", "Bolaget lämnade in sitt anbud den 1 december 2031."),
    ("När ska kajen stå klar?", "Inkomna synpunkter finns i ett granskningsutlåtande från den 4 november 2024."),
]
ASKED = [
    ("När börjar de nya hamnavgifterna gälla?", "Avgifterna antas med ändringar och gäller från den 1 juni 2024."),
    ("När började lagen om hamnar gälla?", "Avgift ska tas ut då lagen om hamnar trädde i kraft den 1 juli 2017."),
    ("När börjar bryggavtalet?", "Avtalet avser 2024-09-01 – 2025-02-28."),
    ("När går bryggavtalet ut?", "Avtalet avser 2024-09-01 – 2025-02-28."),
    ("När upphävdes hamnplanen?", "Den antogs den 3 maj 2023, ett beslut som upphävdes av länsrätten den 27 februari 2024."),
    ("När upphävdes hamnplanen?", "Fullmäktige beslutade den 3 maj 2024 att upphäva hamnplanen."),
    ("När ska årsberättelsen vara upprättad?", "Styrelsen ska senast den 30 mars ha upprättat årsberättelse."),
    ("När ska avgifterna revideras?", "Avgifterna revideras vartannat år, nästa gång blir då i januari 2026."),
    ("När behandlade utskottet ärendet?", "Utskottet har den 29 april 2024, § 51 behandlat ärendet."),
    ("Vilket år ska hamnplanen följas upp?", "Planen ska följas upp under 2026."),
    ("När skrev Anna Ekdal att hon avgår?", "Anna Ekdal har i skrivelse den 3 maj 2023 avsagt sig uppdraget."),
    ("Från vilket datum tar bolaget över hamnen?", "Bolaget tar den 1 maj 2031 över hamnen."),
    ("När går ansökningstiden ut?", "Sista ansökningsdag för båtplats är den 31 mars 2024."),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text"), OTHER)
def test_a_day_of_another_event_hardly_answers(question: str, text: str) -> None:
    understanding, place = understand(question), evidence(text)
    assert bound_to(understanding, text, place) is Bound.OTHER
    assert fit(understanding, text, place) <= 0.2


@pytest.mark.parametrize(("question", "text"), ASKED)
def test_the_day_of_the_event_answers_in_any_words(question: str, text: str) -> None:
    understanding, place = understand(question), evidence(text)
    assert bound_to(understanding, text, place) is Bound.ASKED


def test_the_day_of_the_event_answers_better_than_one_that_nothing_governs() -> None:
    understanding = understand("När upphävdes hamnplanen?")
    asked, open_ = "Hamnplanen upphävdes den 27 februari 2024.", "Hamnplanen, Ekvik den 27 februari 2024."
    assert bound_to(understanding, open_, evidence(open_)) is Bound.OPEN
    assert fit(understanding, asked, evidence(asked)) > fit(understanding, open_, evidence(open_)) > 0.5


def test_a_heading_or_a_column_says_what_a_day_is_of() -> None:
    follow = understand("När ska hamnplanen följas upp?")
    text = "Första gången den 3 maj 2025."
    assert bound_to(follow, text, evidence(text, "Uppföljning")) is Bound.ASKED
    begin = understand("När startar muddringen?")
    columns = ("Åtgärd", "Startdatum", "Slutdatum")
    assert bound_to(begin, "Muddring 2025-04-01 2025-09-01", row(columns, "Muddring", "2025-04-01", "2025-09-01"))
    end = understand("När avslutas muddringen?")
    late = row(columns, "Muddring", "", "2025-09-01")
    assert bound_to(end, late.passage.text, late) is Bound.ASKED


def test_hours_and_lengths_of_time_are_bound_to_no_day() -> None:
    text = "Bryggan har öppet kl. 8-16 från den 3 maj 2025."
    assert bound_to(understand("Hur länge pågår muddringen?"), text, evidence(text)) is None
    assert bound_to(understand("Vilka tider är bryggan öppen?"), text, evidence(text)) is None


def test_a_preposition_begins_nothing() -> None:
    text = "Under början av 2026 talar partierna om avgifterna inför nästa år."
    assert bound_to(understand("När börjar de nya hamnavgifterna gälla?"), text, evidence(text)) is not Bound.ASKED


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Hur länge gäller undantaget?", "Undantaget avser regeln om 20 timmars arbete i hamnen.", False),
        ("Hur länge gäller undantaget?", "Undantaget gäller ett kalenderår i taget.", True),
        ("Hur länge gäller undantaget?", "Undantaget gäller i tolv månader.", True),
        ("Hur lång är uppsägningstiden för bryggan?", "Avtalet har tre månaders uppsägningstid.", True),
        ("Hur lång är uppsägningstiden för bryggan?", "Avtalet rör fastigheten Kajen 2:4 (4 kap. 21 §).", False),
        (
            "Hur lång är uppsägningstiden för bryggan?",
            "Vardera parten får säga upp avtalet med en månads varsel.",
            True,
        ),
        ("Hur fort kan man bli vräkt?", "Rummet får sägas upp med fem dagars varsel.", True),
        ("Hur länge gäller avtalet?", "Vardera parten får säga upp avtalet med en månads varsel.", False),
        ("Hur länge pågår muddringen?", "Den beskrivs i en årsredovisning.", False),
        ("Hur lång får en replik vara?", "Replik får ges i en minut.", True),
    ],
)
def test_a_length_of_time_is_that_of_what_is_asked(question: str, text: str, told: bool) -> None:
    assert (fit(understand(question), text, evidence(text)) == 1.0) is told


def test_one_minute_is_told_though_the_question_says_one() -> None:
    text = "En replik får vara en minut."
    assert fit(understand("Hur länge får en replik vara?"), text, evidence(text)) == 1.0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Säger ingen upp bryggavtalet senast nio månader före avtalstidens utgång förlängs det.", True),
        ("Uppsägning av bryggavtalet ska ske tre månader före dess slut.", True),
        ("Bryggavtalet tog tre månader att skriva.", False),
    ],
)
def test_a_deadline_may_be_counted_from_what_happens(text: str, told: bool) -> None:
    assert (fit(understand("När måste bryggavtalet senast sägas upp?"), text, evidence(text)) > 0.5) == told
