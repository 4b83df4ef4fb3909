"""Invented papers of a board, and what an answerer makes of a question to them."""

import datetime as dt
from collections.abc import Sequence

import pytest

from assistant.abstain import Judgement, judge
from assistant.answerer import Request, rank, rank_parts
from assistant.extract import ExtractiveAnswerer
from assistant.proof import prove
from assistant.question import understand
from assistant.verify import DraftClaim, check_claim
from index.hits import Filters, Hit, SearchResult
from ingest.chain import chain
from ingest.documents import Block, Document, DocumentMetadata, Force, Kind, Passage
from ingest.structure import SEPARATOR

P, H, L = Block.PARAGRAPH, Block.HEADING, Block.LIST_ITEM
BACK, DEC, RES, OPI, YRK = Force.BACKGROUND, Force.DECISION, Force.RESERVATION, Force.OPINION, Force.YRKANDE


def document(
    name: str, kind: Kind, specs: Sequence[tuple[Block, str, Force]], sign: str | None = None, board: str = ""
) -> Document:
    """Return an invented paper; each heading begins a part of the section that the first one names."""
    passages: list[Passage] = []
    at, title, part = 0, specs[0][1], ""
    for ordinal, (block, text, force) in enumerate(specs):
        part = text if block is H else part
        path = (title,) if part == title else (title, part)
        passages.append(Passage(ordinal, text, at, at + len(text), 1, block, force, path, sign))
        at += len(text) + len(SEPARATOR)
    day = dt.date(2025, 4, 8)
    metadata = DocumentMetadata(name, f"{name}.pdf", name, kind, "", ("TN 2025/14",), board, "Västerdal", day, day)
    return Document(metadata, SEPARATOR.join(text for _, text, _ in specs), tuple(passages))


def request(question: str, *documents: Document) -> Request:
    """Return what an answerer gets to see."""
    hits = tuple(Hit(one.metadata.id, one.metadata, one.passages, one.text, 1.0) for one in documents)
    by_id = {one.metadata.id: one for one in documents}
    understanding = understand(question)
    ranking = rank(understanding, hits)
    return Request(
        understanding,
        hits,
        ranking,
        rank_parts(understanding, ranking),
        lambda one: by_id[one].passages,
        lambda one: by_id[one].metadata,
        lambda number: chain(documents, number),
        documents=lambda: tuple(one.metadata for one in documents),
    )


def ask(question: str, *documents: Document) -> list[DraftClaim]:
    """Return the claims for a question, each proved."""
    claims = list(ExtractiveAnswerer().answer(request(question, *documents)))
    if not all(check_claim(claim).stands for claim in claims):
        pytest.fail("a claim of the extractive answerer fell")
    return claims


MINUTES = document(
    "protokoll",
    Kind.PROTOKOLL,
    [
        (H, "Avgift för bad i Lillån", BACK),
        (H, "Omröstningsresultat", BACK),
        (P, "Med 8 ja-röster mot 3 nej-röster beslutar nämnden att införa badavgiften.", DEC),
        (H, "Beslut", BACK),
        (P, "Badavgiften införs den 1 juni 2025.", DEC),
        (H, "Reservation", BACK),
        (P, "Ada Lind (V) och Bo Ek (V) lämnar följande skriftliga reservation:", RES),
        (P, "Badet i ån ska vara fritt för alla barn. Avgiften drabbar dem som har minst.", RES),
        (P, "Nämnden borde ha väntat på utredningen av skötseln.", RES),
        (P, "Cia Holm (SD) reserverar sig mot beslutet.", RES),
        (H, "Anteckning", BACK),
        (P, "Dag Sten (M) lämnar följande protokollsanteckning: Avgiften på badet är rimlig. Skötseln kostar.", OPI),
    ],
    "§ 22",
    "Tekniska nämnden",
)


def judged(question: str, *documents: Document) -> Judgement:
    """Return the judgement of the extracted answer to a question."""
    asked = request(question, *documents)
    result = SearchResult(asked.hits, (), Filters(), 3, 1.0)
    shown = prove(ExtractiveAnswerer().answer(asked))
    return judge(asked.understanding, result, shown.grounds, asked.ranking, asked.passages)
