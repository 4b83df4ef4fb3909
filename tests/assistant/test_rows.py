"""Rows of tables are told in full: their columns, and what the abbreviation of who decides stands for."""

import pytest

from assistant import texts
from assistant.answerer import Request as Asked
from assistant.answerer import rank, rank_parts
from assistant.candidates import candidates
from assistant.extract import ExtractiveAnswerer
from assistant.question import understand
from assistant.rows import columns_of
from assistant.verify import DraftClaim, check_claim
from index.hits import Hit
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

P, R = Block.PARAGRAPH, Block.TABLE_ROW
COLUMNS = ("Nr", "Ärende", "Delegat")


def passage(ordinal: int, told: str | tuple[str, ...], columns: tuple[str, ...] = (), part: str = "Hamnen") -> Passage:
    """Return an invented paragraph, or a row of some cells."""
    cells = told if isinstance(told, tuple) else ()
    text = " ".join(cells) if cells else str(told)
    block = R if cells else P
    return Passage(
        ordinal, text, 0, len(text), 1, block, Force.BACKGROUND, ("Regler", part), table_header=columns, cells=cells
    )


def ask(question: str, kind: Kind, *passages: Passage) -> list[DraftClaim]:
    """Return the claims for a question, each proved."""
    document = DocumentMetadata("a" * 16, "hamn/regler.pdf", "Regler för hamnen", kind, "")
    hits = (Hit(document.id, document, passages, "\n".join(one.text for one in passages), 1.0),)
    asked = understand(question)
    ranking = rank(asked, hits)
    request = Asked(
        asked,
        hits,
        ranking,
        rank_parts(asked, ranking),
        lambda _: passages,
        lambda _: document,
        lambda _: None,
    )
    claims = list(ExtractiveAnswerer().answer(request))
    assert all(check_claim(claim).stands for claim in claims)
    return claims


ROW = passage(1, ("4.2", "Upplåtelse av plats för bod i hamnen", "HC"), COLUMNS)


@pytest.mark.parametrize(
    ("explained", "told"),
    [
        (passage(0, ("HC", "Hamnchef"), part="Förkortningar"), "HC Hamnchef"),
        (passage(0, "Förkortningar: KD = kommundirektör, HC = hamnchef, N = nämnden."), "HC = hamnchef"),
        (passage(0, "Beslut fattas av hamnchefen (HC) om inget annat sägs."), "hamnchefen (HC)"),
        (passage(0, "Förkortningar: OF ordförande, HC hamnchef, KD kommundirektör."), "HC hamnchef"),
    ],
    ids=["a row", "a line", "in brackets", "in a row"],
)
def test_the_abbreviation_of_who_decides_is_told_with_what_it_stands_for(explained: Passage, told: str) -> None:
    claims = ask("Vem beslutar om upplåtelse av plats för bod?", Kind.DELEGATION, explained, ROW)
    assert claims[0].text == ROW.text
    assert "Nr | Ärende | Delegat" in claims[0].lead
    assert (claims[1].text, claims[1].lead) == (told, texts.STANDS_FOR)


def test_an_abbreviation_that_the_paper_does_not_explain_is_told_alone() -> None:
    claims = ask("Vem beslutar om upplåtelse av plats för bod?", Kind.DELEGATION, ROW)
    assert [claim.text for claim in claims] == [ROW.text]


FEES = (
    passage(0, ("Tjänst", "Avgift, kronor")),
    passage(1, ("Lyft av båt", "900")),
    passage(2, ("Vinterplats för båt", "1 400")),
)


def test_a_row_whose_columns_its_table_begins_with_is_led_by_them() -> None:
    assert columns_of(FEES[1], FEES) == ("Tjänst", "Avgift, kronor")
    (claim, *_) = ask("Vad kostar lyft av båt?", Kind.OVRIGT, *FEES)
    assert claim.text == "Lyft av båt 900"
    assert "Tjänst | Avgift, kronor" in claim.lead


def test_the_names_of_columns_alone_are_never_told() -> None:
    columns = ("Parti", "Ja", "Nej")
    text = "Parti Ja Nej\nS 12 1"
    first = Passage(
        0,
        text,
        0,
        len(text),
        1,
        R,
        Force.BACKGROUND,
        ("Beslut", "Röster"),
        table_header=columns,
        cells=("S", "12", "1"),
    )
    pool = candidates(
        (Hit("a" * 16, DocumentMetadata("a" * 16, "a.pdf", "A", Kind.PROTOKOLL, ""), (first,), text, 1.0),)
    )
    assert [one.text for one in pool] == ["S 12 1"]


def test_a_form_has_no_columns() -> None:
    form = (passage(0, ("Plats", "Hamnhuset")), passage(1, ("Antal sidor", "4 (Bilaga A)")))
    assert columns_of(form[0], form) == ()
    assert columns_of(passage(2, ("Sekreterare", "Ada Lind")), form) == ()


def test_who_is_in_charge_is_told_by_one_line_of_the_form() -> None:
    form = "Datum: 2031-03-04\nHandläggare: Petra Sandin, ingenjör\nTill hamnnämnden"
    head = Passage(0, form, 0, len(form), 1, P, Force.BACKGROUND)
    told = passage(1, "Hamnen behöver en ny kran.")
    (claim, *_) = ask("Vem är handläggare för ärendet om en ny kran i hamnen?", Kind.TJANSTESKRIVELSE, head, told)
    assert claim.text == "Handläggare: Petra Sandin, ingenjör"
