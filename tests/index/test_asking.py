import pytest

from index import asking
from ingest.documents import Force


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad beslutade nämnden?", {Force.DECISION}),
        ("Vad beslutade fullmäktige om förslaget till taxa?", {Force.DECISION}),
        ("Vad föreslogs nämnden besluta?", {Force.PROPOSAL}),
        ("Vilka förslag till beslut finns?", {Force.PROPOSAL}),
        ("Hur gick det med motionen?", {Force.DECISION}),
        ("Vad blev det av bussen?", {Force.DECISION}),
        ("Vilka reserverade sig?", {Force.RESERVATION}),
        ("Hur många röstade ja?", {Force.YRKANDE}),
        ("Vilka rekommendationer lämnades?", {Force.RECOMMENDATION}),
        ("Vad är förvaltningens bedömning?", {Force.OPINION}),
        ("Hur stor är hallen?", set()),
    ],
)
def test_act_that_is_asked_for_is_told_by_its_words(question: str, expected: set[Force]) -> None:
    assert set(asking.forces(question)) == expected


@pytest.mark.parametrize(
    ("asks", "yes", "no"),
    [
        (asking.what_it_is_about, "Vad handlar ärendet om?", "Vem skrev ärendet?"),
        (asking.for_number, "Vilket diarienummer har ärendet?", "Vilket nummer har bussen?"),
        (asking.for_papers, "Vilka fick beslutet skickat till sig?", "Vad beslutades?"),
        (asking.for_list, "Vilka skolor berörs?", "Av vilka skäl stängs skolan?"),
        (asking.for_signature, "Vem skrev under avtalet?", "Vem skrev motionen?"),
        (asking.for_formalities, "Vem var handläggare?", "Vem bygger hallen?"),
    ],
)
def test_what_is_asked_for_is_told_by_words(asks: object, yes: str, no: str) -> None:
    assert callable(asks)
    assert asks(yes)
    assert not asks(no)
