"""An assistant and its documents in memory, after the protocols that the pages are written against."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.pdfgen import canvas

from assistant.answers import Answer, Check, Citation, Claim, Provenance, Question, Status
from index.errors import NoIndex
from index.hits import Effect, Recognised
from ingest.documents import (
    Block,
    Box,
    Document,
    DocumentMetadata,
    Failure,
    Force,
    Kind,
    Passage,
    Person,
    Piece,
    Role,
)

PAGE = (595.0, 842.0)
MINUTES = "aaaa000011112222"
LETTER = "bbbb000011112222"


@dataclass(frozen=True, slots=True)
class FakeManifest:
    generation: str = "20260501-1"
    built_at: str = "2026-05-01T09:30:00+00:00"
    previous: str = ""
    source: str = "/handlingar"
    documents: int = 3
    passages: int = 13
    chunks: int = 6
    vectors: int = 6
    model: str = "fake"


@dataclass(frozen=True, slots=True)
class FakeSummary:
    metadata: DocumentMetadata


class FakeLibrary:
    """Hold documents in memory and their originals in a folder."""

    def __init__(self, documents: tuple[Document, ...], folder: Path) -> None:
        self.manifest = FakeManifest()
        self._documents = {document.metadata.id: document for document in documents}
        self._folder = folder

    def _readable(self, groups: frozenset[str]) -> dict[str, Document]:
        return {key: each for key, each in self._documents.items() if groups & set(each.metadata.access)}

    def documents(self, groups: frozenset[str]) -> tuple[FakeSummary, ...]:
        return tuple(FakeSummary(document.metadata) for document in self._readable(groups).values())

    def document(self, document_id: str, groups: frozenset[str]) -> Document:
        return self._readable(groups)[document_id]

    def metadata(self, document_id: str, groups: frozenset[str]) -> DocumentMetadata:
        return self._readable(groups)[document_id].metadata

    def passages(self, document_id: str, groups: frozenset[str]) -> tuple[Passage, ...]:
        return self._readable(groups)[document_id].passages

    def case_documents(self, case_number: str, groups: frozenset[str]) -> tuple[Document, ...]:
        return tuple(each for each in self._readable(groups).values() if case_number in each.metadata.case_numbers)

    def failures(self) -> tuple[Failure, ...]:
        return (Failure("låst.pdf", "encrypted", "Cannot read"),)

    def source_file(self, document_id: str, groups: frozenset[str]) -> Path | None:
        return self._folder / self._readable(groups)[document_id].metadata.source


class FakeAssistant:
    """Cite the first passages that share a word with the question; find nothing else."""

    def __init__(self, library: FakeLibrary) -> None:
        self.index = library

    def ask(self, question: Question, on_claim: Callable[[Claim, tuple[Citation, ...]], None] | None = None) -> Answer:
        words = {word.strip("?.,").casefold() for word in question.text.split() if len(word) > 4}
        found: list[Citation] = []
        for summary in self.index.documents(question.groups):
            for passage in self.index.passages(summary.metadata.id, question.groups):
                named = {word.strip("?.,").casefold() for word in passage.text.split()}
                if words & named and passage.block is not Block.HEADING:
                    found.append(citation(len(found) + 1, summary.metadata, passage))
        cited = tuple(found[:3])
        claims = tuple(Claim(each.quote, (each.number,), Check.VERBATIM) for each in cited)
        for claim, each in zip(claims, cited, strict=True):
            if on_claim is not None:
                on_claim(claim, (each,))
        text = "\n".join(f"- {claim.text} [{claim.citations[0]}]" for claim in claims)
        return Answer(
            question=question.text,
            standalone_question=question.text,
            status=Status.ANSWERED if cited else Status.NOT_FOUND,
            answer=text or "Jag hittar inte svaret i de handlingar jag har sökt i (2 handlingar).",
            claims=claims,
            citations=cited,
            nearest=() if cited else nearest(self.index),
            searched_documents=2,
            filters=question.filters,
            recognised=recognised(question),
            dropped_claims=0,
            confidence=0.9 if cited else 0.1,
            provenance=Provenance("20260501-1", "2026-05-01T09:30:00+00:00", "extractive", "fake"),
        )


def recognised(question: Question) -> tuple[Recognised, ...]:
    if "Brunnsnämnden" in question.text and "Brunnsnämnden" not in question.ignore:
        return (Recognised("board", "Brunnsnämnden", "Brunnsnämnden", 0, 13, Effect.FILTER),)
    return ()


def nearest(library: FakeLibrary) -> tuple[Citation, ...]:
    document = library.document(MINUTES, frozenset({"alla"}))
    return (citation(1, document.metadata, document.passages[1]),)


def citation(number: int, metadata: DocumentMetadata, passage: Passage) -> Citation:
    return Citation(
        number=number,
        document_id=metadata.id,
        document=metadata.source,
        title=metadata.title,
        kind=metadata.kind,
        case_numbers=metadata.case_numbers,
        board=metadata.board,
        date=metadata.date,
        section=passage.heading_path,
        section_sign=passage.section_sign,
        paragraph=passage.ordinal,
        page=passage.page,
        force=passage.force,
        quote=passage.text,
        start=passage.start,
        end=passage.end,
        passage=passage.text,
        url=f"/handling/{metadata.id}#stycke-{passage.ordinal}",
    )


ROWS: tuple[tuple[str, Block, Force], ...] = (
    ("§ 12 Ny brunn på torget", Block.HEADING, Force.BACKGROUND),
    ("Brunnsnämnden beslutar att bygga en ny brunn på torget för 450 000 kronor.", Block.ATT_SATS, Force.DECISION),
    (
        "Brunnsnämnden beslutar att ge förvaltningen i uppdrag att återkomma senast i maj.",
        Block.ATT_SATS,
        Force.DECISION,
    ),
    (
        "Lena Alm (X) reserverar sig mot beslutet: priset är $5 och <b>inte</b> *mer* än $6.",
        Block.PARAGRAPH,
        Force.RESERVATION,
    ),
    ("Brunnen ska vara klar när vattnet släpps på i april.", Block.PARAGRAPH, Force.BACKGROUND),
)


def document(identifier: str, kind: Kind, title: str, access: tuple[str, ...] = ("alla",)) -> Document:
    passages, text = [], ""
    for ordinal, (words, block, force) in enumerate(ROWS, start=1):
        start = len(text)
        text += words + "\n"
        page = 1 if ordinal < 4 else 2
        top = 80.0 + 40 * ordinal
        passages.append(
            Passage(
                ordinal=ordinal,
                text=words,
                start=start,
                end=start + len(words),
                page=page,
                block=block,
                force=force,
                heading_path=("Ny brunn på torget",),
                section_sign="§ 12",
                level=1 if block is Block.HEADING else 0,
                pieces=(Piece(0, len(words), page, Box(70, top, 520, top + 14)),),
            )
        )
    metadata = DocumentMetadata(
        id=identifier,
        source=f"{identifier}.pdf",
        title=title,
        kind=kind,
        content_hash="0",
        case_numbers=("BN 2026/17",),
        board="Brunnsnämnden",
        date=dt.date(2026, 3, 2),
        people=(Person("Lena Alm", Role.ORDFORANDE, "X"),),
        access=access,
        pages=2,
        page_sizes=(PAGE, PAGE),
    )
    return Document(metadata, text, tuple(passages))


def fake_assistant(folder: Path) -> FakeAssistant:
    """Return an assistant of three documents, one of them for a group, with originals in the folder."""
    documents = (
        document(MINUTES, Kind.PROTOKOLL, "Protokoll Brunnsnämnden 2 mars"),
        replace_title(document(LETTER, Kind.TJANSTESKRIVELSE, "Ny brunn <script>alert(1)</script> $5")),
        document("cccc000011112222", Kind.AVTAL, "Hemligt avtal", access=("jurister",)),
    )
    for each in documents:
        draw(folder / each.metadata.source, each)
    return FakeAssistant(FakeLibrary(documents, folder))


def replace_title(changed: Document) -> Document:
    return replace(changed, passages=changed.passages[:3])


def draw(path: Path, shown: Document) -> None:
    sheet = canvas.Canvas(str(path), pagesize=PAGE)
    page = 1
    for passage in shown.passages:
        if passage.page != page:
            sheet.showPage()
            page = passage.page
        sheet.drawString(70, PAGE[1] - passage.pieces[0].box.y1 + 3, passage.text)
    sheet.showPage()
    sheet.save()


def no_index() -> FakeAssistant:
    raise NoIndex("There is no index")
