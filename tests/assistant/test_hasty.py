"""A misspelt word is read as the papers that were found have it, and no other word is."""

import pytest

from assistant.hasty import in_full, named_in_full, spelled
from assistant.moments import tells_when
from assistant.question import Asked, understand
from assistant.verify import Evidence
from index.hits import Effect, Hit, Recognised
from ingest.documents import Block, Force, Passage
from tests.assistant.sentences import DOCUMENT

TEXT = "Båtplatsnämnden anslogs medel till universitetet. Uppsägningstiden för kajavtalet och sparbanken är ett år."


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("vad fick universtitetet", "vad fick universitetet"),
        ("uppsägnigstiden på kajavtalt?", "uppsägningstiden på kajavtalet?"),
        # A wrong letter may make another word.
        ("när avslogs medel", "när avslogs medel"),
        # A name may be another name, and a part of a compound is a word.
        ("vad sa Kajavtalt om banken", "vad sa Kajavtalt om banken"),
        ("vad kostar kajer", "vad kostar kajer"),
    ],
)
def test_a_slip_is_mended_by_the_words_of_the_papers(question: str, meant: str) -> None:
    hit = Hit("a", DOCUMENT, (), TEXT, 1.0)
    assert spelled(question, [hit]) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("hurmånga båtar", "hur många båtar"),
        ("vadkostar en plats, per kvm?", "vad kostar en plats, per kvadratmeter?"),
        ("va kosta en plats", "vad kostar en plats"),
        ("vem e hamnkapten o va va avgiften", "vem är hamnkapten o vad var avgiften"),
        ("Vad är båtklubbens org. nr?", "Vad är båtklubbens organisationsnummer?"),
        ("Vilket orgnr har klubben?", "Vilket organisationsnummer har klubben?"),
        ("Vad är diarienr för bron?", "Vad är diarienummer för bron?"),
        # What are words of their own.
        ("Vad innebär tingsrättens dom i mål B?", "Vad innebär tingsrättens dom i mål B?"),
        ("Får barn äta vid kajen?", "Får barn äta vid kajen?"),
        ("Vem är nämndsekreterare i tekniska nämnden?", "Vem är sekreterare i tekniska nämnden?"),
        ("Vad gör en nämndsekreterare?", "Vad gör en nämndsekreterare?"),
        ("vad vill M om skatten?", "vad vill (M) om skatten?"),
        ("Vad är underskottet? Jag vill inte ha aprilsiffran", "Vad är underskottet?"),
        ("Vad är underskottet, inte i april utan i maj?", "Vad är underskottet, inte i april utan i maj?"),
        ("Vad tyckte SD?", "Vad tyckte (SD)?"),
        ("Vad vill (S) om skatten?", "Vad vill (S) om skatten?"),
        ("Vad sa V 70-chauffören om bron?", "Vad sa V 70-chauffören om bron?"),
        ("Vilken storlek M har bron?", "Vilken storlek M har bron?"),
    ],
)
def test_words_written_together_or_as_they_are_said_are_read_in_full(question: str, meant: str) -> None:
    assert in_full(question) == meant


def test_a_length_of_time_with_what_it_is_of_asks_for_its_size() -> None:
    assert Asked.NUMBER in understand("uppsägningstid på kajavtalet?").asked


def test_the_day_of_a_paper_that_is_named_tells_when_nothing_happens() -> None:
    text = "Förvaltningens förslag 2031-06-03, årshjul för hamnen"
    passage = Passage(0, text, 0, len(text), 1, Block.LIST_ITEM, Force.BACKGROUND, ("Beslutsunderlag",))
    evidence = Evidence(DOCUMENT, passage)
    assert tells_when(understand("Vilken månad följs hamnen upp?"), text, evidence) < 0.5
    assert tells_when(understand("Vilket datum har förslaget om hamnen?"), text, evidence) == 1.0


@pytest.mark.parametrize(
    ("question", "kind", "part", "value", "meant"),
    [
        (
            "Håller nämnden budgeten i år?",
            "period",
            "i år",
            "2031-01-01/2031-12-31",
            "Håller nämnden budgeten 2031?",
        ),
        (
            "Varför höjs avgiften nästa år?",
            "period",
            "nästa år",
            "2032-01-01/2032-12-31",
            "Varför höjs avgiften nästa år?",
        ),
        ("Vad hände i våras?", "period", "i våras", "2031-03-01/2031-05-31", "Vad hände i våras?"),
        ("Vad kostade det 2030?", "period", "2030", "2030-01-01/2030-12-31", "Vad kostade det 2030?"),
        ("Vad sa Ks?", "board", "Ks", "Kommunstyrelsen", "Vad sa kommunstyrelsen?"),
    ],
)
def test_years_by_today_and_bodies_by_their_capitals_are_named_in_full(
    question: str, kind: str, part: str, value: str, meant: str
) -> None:
    start = question.index(part)
    found = Recognised(kind, value, part, start, start + len(part), Effect.BOOST)
    assert named_in_full(question, [found]) == meant
