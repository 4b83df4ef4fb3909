"""The list that is asked for is told whole: the one announced as such, with as many items as were asked for."""

import datetime as dt
from collections.abc import Sequence

import pytest

from assistant.candidates import Candidate
from assistant.extract import ExtractiveAnswerer
from assistant.question import Asked, understand
from assistant.siblings import says_count
from ingest.documents import Block, Document, DocumentMetadata, Force, Kind, Passage
from ingest.structure import SEPARATOR
from tests.assistant.papers import request

P, H, L = Block.PARAGRAPH, Block.HEADING, Block.LIST_ITEM


def paper(title: str, *specs: tuple[Block, str]) -> Document:
    """Return an invented paper, each heading with what stands below it."""
    passages: list[Passage] = []
    at, heading = 0, title
    for ordinal, (block, text) in enumerate(specs):
        heading = text if block is H else heading
        passages.append(Passage(ordinal, text, at, at + len(text), 1, block, Force.BACKGROUND, (heading,)))
        at += len(text) + len(SEPARATOR)
    day = dt.date(2025, 4, 8)
    metadata = DocumentMetadata(title, f"{title}.pdf", title, Kind.PLAN, "", (), "", "Västerdal", day, day)
    return Document(metadata, SEPARATOR.join(text for _, text in specs), tuple(passages))


def told(question: str, papers: Sequence[Document]) -> str:
    """Return the first claim that answers a question from some papers."""
    return next(iter(ExtractiveAnswerer().answer(request(question, *papers)))).text


PLAN = paper(
    "Badplan 2026",
    (H, "Inledning"),
    (P, "Västerdals badplan 2026 har tre strategiska utvecklingsområden för kommunens bad."),
    (L, "De tre områdena är:\n• simkunnighet\n• tillgänglighet\n• öppettider"),
    (H, "Beslutsunderlag"),
    (L, "Tjänsteskrivelse om badplanen 2026"),
    (L, "Badplan 2026 för Västerdal"),
    (L, "Utvecklingsområden i badplanen, bilaga"),
)


@pytest.mark.parametrize(
    "question",
    [
        "Vilka tre strategiska utvecklingsområden har badplanen 2026?",
        "Vilka är de tre utvecklingsområdena i badplanen 2026?",
    ],
)
def test_items_that_share_a_passage_are_counted_and_titles_of_papers_are_no_answer(question: str) -> None:
    assert told(question, [PLAN]) == "De tre områdena är:\n• simkunnighet\n• tillgänglighet\n• öppettider"


def test_titles_of_papers_are_told_where_papers_are_asked_for() -> None:
    assert "Tjänsteskrivelse" in told("Vilka tre handlingar är underlag till badplanen 2026?", [PLAN])


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Vilka är de tre utvecklingsområdena i planen?", "utvecklingsområden"),
        ("Vad är de fyra målen i planen?", "mål"),
        ("Vilka är de kommunala råden?", "råd"),
        ("Vilka är med?", None),
    ],
)
def test_what_is_asked_for_may_stand_behind_de(question: str, head: str | None) -> None:
    assert understand(question).head == head


AUDIT = paper(
    "Granskning av skötseln av lekplatser",
    (H, "Iakttagelser"),
    (P, "Revisorerna har granskat hur tekniska nämnden och kommunstyrelsen sköter lekplatser."),
    (H, "Slutsatser"),
    (P, "Vi rekommenderar tekniska nämnden att:"),
    (L, "besikta gungorna varje vår,"),
    (L, "föra bok över fel."),
    (P, "Vi rekommenderar kommunstyrelsen att:"),
    (L, "avsätta medel,"),
    (L, "följa upp."),
    (H, "Lekplatser"),
)


def test_a_list_is_of_the_body_that_is_named() -> None:
    said = told("Räkna upp rekommendationerna till tekniska nämnden om lekplatser.", [AUDIT])
    assert "gungorna" in said
    assert "avsätta" not in said


def test_the_head_of_a_list_is_read_also_where_it_is_to_be_counted_up() -> None:
    assert understand("Räkna upp de tre rekommendationerna").head == "rekommendation"
    assert understand("Vilken firma fick jobbet?").head == "firm"
    assert understand("Vad tycker förvaltningen att vi ska göra med motionen?").wants(Asked.PROPOSAL)


MATTER = paper(
    "Badhuset i Ekbro",
    (H, "Bakgrund"),
    (P, "Badhuset i Ekbro är slitet. Nämnden gav förvaltningen i uppdrag att utreda badhuset."),
    (H, "Alternativ"),
    (P, "Alternativ A. Badhuset i Ekbro rustas upp. Det kostar 40 miljoner kronor."),
    (H, "Alternativ B – nytt badhus"),
    (P, "Ett nytt hus byggs vid skolan."),
    (H, "Alternativ C"),
    (P, "Badhuset stängs och eleverna åker buss. Det sparar pengar."),
    (H, "Beslut"),
    (L, "Badhuset i Ekbro utreds vidare."),
    (L, "Förvaltningen tar fram ett alternativ till badhuset i Ekbro."),
)


@pytest.mark.parametrize(
    "question",
    [
        "Vilka alternativ fanns för badhuset i Ekbro?",
        "Vad fanns det för alternativ för badhuset i Ekbro?",
        "Vilka tre alternativ har prövats för badhuset i Ekbro?",
    ],
)
def test_parts_that_a_paper_labels_in_order_are_told_one_by_one(question: str) -> None:
    claims = [claim.text for claim in ExtractiveAnswerer().answer(request(question, MATTER))]
    assert claims == [
        "Alternativ A. Badhuset i Ekbro rustas upp. Det kostar 40 miljoner kronor.",
        "Alternativ B – nytt badhus",
        "Alternativ C\nBadhuset stängs och eleverna åker buss. Det sparar pengar.",
    ]


@pytest.mark.parametrize(
    "question", ["Vilka fyra alternativ finns för badhuset i Ekbro?", "Vilka skolor berörs av badhuset i Ekbro?"]
)
def test_a_series_of_another_number_or_of_other_things_is_no_answer(question: str) -> None:
    assert "Alternativ B – nytt badhus" not in told(question, [MATTER])


def test_a_list_that_says_how_many_points_it_has_is_the_one_of_so_many_things() -> None:
    assert told("Vilka tre saker ska baden i Västerdal satsa på?", [PLAN]).startswith("De tre områdena är:")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Planen har tre mål:\n• bad\n• bro\n• väg", True),
        ("Planen har mål:\n• bad\n• bro\n• väg", False),
        ("Planen har tre mål:\n• bad\n• bro", False),
        ("Av tre bad är två stängda. Kvar är följande mål:\n• bad\n• bro\n• väg", False),
        ("", False),
    ],
)
def test_points_are_counted_by_the_words_that_introduce_them(text: str, *, counted: bool) -> None:
    assert says_count(text, 3) is counted


@pytest.mark.parametrize(
    "question",
    ["Vad vill revisorerna att tekniska nämnden ska göra?", "Lista vad revisorerna vill att tekniska nämnden gör."],
)
def test_what_auditors_want_done_are_recommendations(question: str) -> None:
    assert understand(question).head == "rekommendation"
    assert "gungorna" in told(question, [AUDIT])


WATER = paper(
    "Vattenplan 2027",
    (H, "Samordning"),
    (P, "Följande kräver samordning över hela kommunen:"),
    (L, "reservvatten vid längre avbrott,"),
    (L, "gemensam beredskap för personal."),
    (H, "Vattenverk"),
    (P, "Kommunen har två vattenverk som löser behovet:"),
    (L, "Ekbro vattenverk"),
    (L, "Norrdals vattenverk"),
)


@pytest.mark.parametrize(("number", "first"), [("två", "Följande"), ("tre", "Kommunen")])
def test_a_list_is_told_that_the_reranker_holds_to_answer_though_it_shares_few_words(
    number: str, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def believes(_: str, candidate: Candidate) -> float:
        return 3.0 if "reservvatten" in candidate.text and "samordning" in candidate.text else -3.0

    monkeypatch.setattr("assistant.listing.log_odds", believes)
    question = f"Vilka {number} frågor behöver vattenverket lösa ihop med resten av kommunen?"
    assert told(question, [WATER]).startswith(first)
