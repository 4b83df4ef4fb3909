"""How members voted is told by the votes of the matter and the meeting asked about."""

from dataclasses import replace

import pytest

from assistant.members import ActsOfMembers
from assistant.verify import check_claim
from ingest.documents import Block, Document, Kind
from tests.assistant.papers import BACK, DEC, MINUTES, YRK, H, P, ask, document, request


def test_the_result_of_a_vote_is_that_of_the_matter_asked_for() -> None:
    other = document(
        "annat",
        Kind.PROTOKOLL,
        [
            (H, "Ny bro över Lillån", BACK),
            (H, "Omröstningsresultat", BACK),
            (P, "Omröstningen utfaller med 5 ja-röster och 6 nej-röster i nämnden.", DEC),
        ],
        "§ 23",
    )
    (claim,) = ask("Hur många röstade ja och nej till badavgiften i nämnden?", other, MINUTES)
    assert "8 ja-röster" in claim.text


def _in_columns(one: Document, *header: str) -> Document:
    """Return a paper whose rows stand in a list of votes."""
    rows = (replace(row, table_header=header) if row.block is Block.TABLE_ROW else row for row in one.passages)
    return replace(one, passages=tuple(rows))


VOTED = _in_columns(
    document(
        "simprotokoll",
        Kind.PROTOKOLL,
        [
            (H, "Ny simskola i Lillån", BACK),
            (H, "Omröstning", BACK),
            (P, "Ja-röst innebär bifall till förslaget, nej-röst innebär avslag.", BACK),
            (P, "Med 2 ja mot 1 nej och 1 som avstår beslutar nämnden att öppna simskolan.", DEC),
            (Block.TABLE_ROW, "Ledamot Ja Nej Avstår\nJa\nAda Lind (V), ordförande X", BACK),
            (Block.TABLE_ROW, "Nej\nBo Ek (M) X", BACK),
            (Block.TABLE_ROW, "Ja\nCia Holm (S) X", BACK),
            (Block.TABLE_ROW, "Avstår\nDag Sten (SD) X", BACK),
        ],
        "§ 31",
        "Tekniska nämnden",
    ),
    "Ledamot",
    "Ja",
    "Nej",
    "Avstår",
)


IN_WORDS = document(
    "simprotokoll två",
    Kind.PROTOKOLL,
    [
        (H, "Ny simskola i Lillån", BACK),
        (
            P,
            "Ja-röst: Ada Lind (V), Cia Holm (S). Nej-röst: Bo Ek (M). Avstår: Dag Sten (SD). Simskolan öppnas med 2 röster mot 1.",
            DEC,
        ),
    ],
    "§ 31",
    "Tekniska nämnden",
)


@pytest.mark.parametrize("minutes", [VOTED, IN_WORDS], ids=["rows", "words"])
@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("Vilka röstade nej till den nya simskolan i Lillån?", ("Bo Ek",), ("Ada Lind", "Dag Sten")),
        ("Vilka röstade ja till simskolan i Lillån?", ("Ada Lind", "Cia Holm"), ("Bo Ek",)),
        ("Vilka avstod när nämnden röstade om simskolan i Lillån?", ("Dag Sten",), ("Ada Lind", "Bo Ek")),
        ("Hur röstade Dag Sten om simskolan i Lillån?", ("Avstår", "Dag Sten"), ("Bo Ek",)),
        ("Hur blev röstsiffrorna om simskolan i Lillån?", ("2",), ("Dag Sten",)),
    ],
)
def test_who_voted_how_is_told_by_their_own_rows(
    question: str, told: tuple[str, ...], others: tuple[str, ...], minutes: Document
) -> None:
    text = " ".join(claim.text for claim in ask(question, minutes))
    assert all(one in text for one in told)
    assert not any(one in text for one in others)


def test_how_many_voted_is_not_told_by_the_head_of_a_list() -> None:
    assert "2 ja mot 1 nej" in ask("Hur blev röstsiffrorna om simskolan i Lillån?", VOTED)[0].text


def test_somebody_who_took_no_part_is_not_told_of_by_the_votes_of_others() -> None:
    assert not any("Avstår" in claim.text for claim in ask("Hur röstade Eva Ros om simskolan i Lillån?", VOTED))


def test_a_vote_is_of_the_meeting_that_is_asked_about() -> None:
    question = "Hur röstade Dag Sten om simskolan i Lillån i november 2024?"
    ranked = request(question, VOTED)
    places = [place for claim in ask(question, VOTED) for place in check_claim(claim).places]
    assert ActsOfMembers(ranked.understanding, ranked.ranking, ranked.passages).lacks(places)


SENT_BACK = document(
    "Protokoll om gångbron",
    Kind.PROTOKOLL,
    [
        (H, "Gångbro över Lillån", BACK),
        (P, "Bo Ek (M) yrkar återremiss för att gångbron ska utredas mer.", YRK),
        (P, "Cia Holm (S) yrkar bifall till förslaget om gångbron.", YRK),
        (H, "Omröstning om gångbron", BACK),
        (P, "Den som vill avgöra ärendet i dag röstar ja, den som vill återremittera röstar nej.", BACK),
        (P, "Ja röstar Ada Lind (V) och Cia Holm (S). Nej röstar Bo Ek (M) och Dag Sten (SD).", BACK),
    ],
    "§ 41",
    "Tekniska nämnden",
)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("Vilka ville skicka tillbaka gångbron för mer utredning?", "Dag Sten", "Ada Lind"),
        ("Vilka i tekniska nämnden ville återremittera gångbron?", "Dag Sten", "Ada Lind"),
        ("Vilka ville avgöra frågan om gångbron i dag?", "Ada Lind", "Dag Sten"),
    ],
)
def test_who_wanted_something_voted_for_the_side_that_stands_for_it(question: str, told: str, other: str) -> None:
    said = " ".join(claim.text for claim in ask(question, SENT_BACK))
    assert told in said
    assert other not in said


def test_who_voted_for_somebodys_yrkande_took_the_side_that_is_named_for_it() -> None:
    sides = document(
        "Protokoll om spången",
        Kind.PROTOKOLL,
        [
            (H, "Spång över Lillån", BACK),
            (P, "Ja-röst för Ada Linds yrkande om spången, nej-röst för Bo Eks yrkande.", BACK),
            (P, "Ja röstar Ada Lind (V). Nej röstar Cia Holm (S) och Dag Sten (SD).", BACK),
        ],
        "§ 42",
    )
    said = " ".join(claim.text for claim in ask("Vilka röstade för Bo Eks förslag om spången?", sides))
    assert "Nej röstar Cia Holm (S)" in said
    assert "Ja röstar" not in said
