"""The commands that read: ask, search, documents, show."""

import sys
from typing import Annotated, Any

import typer

from assistant import texts
from assistant.answers import Answer, Question, Status, Turn, citation_json
from assistant.citing import cases_of, hit_citation
from assistant.commands.options import (
    AsJson,
    Config,
    Data,
    Groups,
    data_folder,
    faults_in_swedish,
    reader_groups,
    show_result,
)
from assistant.errors import UnknownDocument
from assistant.factory import build_assistant
from assistant.service import checked
from index.hits import Hit, Mode, Query
from index.reader import CaseIndex
from index.settings import Settings
from ingest.documents import Document, DocumentMetadata, Passage

# Characters of a passage that a line shows.
QUOTED = 160


def register(app: typer.Typer) -> None:
    """Add the commands of this group to the command line."""
    app.command("ask")(ask)
    app.command("search")(search)
    app.command("documents")(documents)
    app.command("show")(show)


def ask(
    question: Annotated[str, typer.Argument(help="The question, in Swedish; - reads it from stdin.")],
    data: Data = None,
    config: Config = None,
    history: Annotated[
        list[str] | None,
        typer.Option("--history", help="An earlier question; may be repeated, oldest first.", show_default=False),
    ] = None,
    groups: Groups = None,
    as_json: AsJson = False,
) -> None:
    """Answer a question with cited claims, or say that the documents do not answer it."""
    with faults_in_swedish():
        text = sys.stdin.read() if question == "-" else question
        checked(text)
        turns = tuple(Turn(earlier) for earlier in history or ())
        settings = Settings.load(config)
        answer = build_assistant(data_folder(data, settings), settings).ask(
            Question(text, turns, groups=reader_groups(groups))
        )
        show_result(answer.as_json() if as_json else _readable(answer))


def search(
    query: Annotated[str, typer.Argument(help="Words to search for.")],
    data: Data = None,
    config: Config = None,
    limit: Annotated[int, typer.Option("-k", "--limit", min=1, max=1000, help="Number of hits.")] = 20,
    mode: Annotated[Mode, typer.Option("--mode", help="Which part of the index ranks.")] = Mode.HYBRID,
    groups: Groups = None,
    as_json: AsJson = False,
) -> None:
    """List the passages that lie nearest a query, best first."""
    with faults_in_swedish():
        settings = Settings.load(config)
        index = CaseIndex.open(data_folder(data, settings), settings)
        result = index.search(Query(query, groups=reader_groups(groups), limit=limit, mode=mode))
        hits = [hit_json(hit, number) for number, hit in enumerate(result.hits, start=1)]
        show_result({"hits": hits} if as_json else "\n".join(_hit_line(hit) for hit in hits))


def documents(data: Data = None, config: Config = None, groups: Groups = None, as_json: AsJson = False) -> None:
    """List the documents in the index."""
    with faults_in_swedish():
        settings = Settings.load(config)
        index = CaseIndex.open(data_folder(data, settings), settings)
        summaries = [_summary_json(one.metadata, one.passages) for one in index.documents(reader_groups(groups))]
        lines = "\n".join(
            f"{one['id']}  {one['date'] or '-':10}  {one['kind']:16}  {one['title']}" for one in summaries
        )
        show_result({"documents": summaries} if as_json else lines)


def show(
    document_id: Annotated[str, typer.Argument(help="Id of a document, as `arende documents` prints it.")],
    data: Data = None,
    config: Config = None,
    groups: Groups = None,
    as_json: AsJson = False,
) -> None:
    """Print a document: its metadata, text and passages."""
    with faults_in_swedish():
        settings = Settings.load(config)
        index = CaseIndex.open(data_folder(data, settings), settings)
        try:
            document = index.document(document_id, reader_groups(groups))
        except KeyError as error:
            raise UnknownDocument(texts.UNKNOWN_DOCUMENT.format(document_id=document_id)) from error
        show_result(document_json(document) if as_json else document.text)


def hit_json(hit: Hit, number: int) -> dict[str, Any]:
    """Return a hit as plain JSON values: the citation's fields, the text that was ranked, its score."""
    return citation_json(hit_citation(hit, number)) | {"text": hit.text, "score": hit.score}


def document_json(document: Document) -> dict[str, Any]:
    """Return a document as plain JSON values."""
    metadata = document.metadata
    return _summary_json(metadata, len(document.passages)) | {
        "municipality": metadata.municipality,
        "meeting_date": metadata.meeting_date.isoformat() if metadata.meeting_date else None,
        "people": [{"name": one.name, "role": one.role.value, "party": one.party} for one in metadata.people],
        "parties": list(metadata.parties),
        "access": list(metadata.access),
        "language": metadata.language,
        "text": document.text,
        "passages": [_passage_json(metadata, passage) for passage in document.passages],
    }


def _summary_json(metadata: DocumentMetadata, passages: int) -> dict[str, Any]:
    date = metadata.day
    return {
        "id": metadata.id,
        "document": metadata.source,
        "title": metadata.title,
        "kind": metadata.kind.value,
        "case_numbers": list(metadata.case_numbers),
        "board": metadata.board,
        "date": date.isoformat() if date else None,
        "pages": metadata.pages,
        "passages": passages,
    }


def _passage_json(metadata: DocumentMetadata, passage: Passage) -> dict[str, Any]:
    return {
        "ordinal": passage.ordinal,
        "text": passage.text,
        "section": list(passage.heading_path),
        "section_sign": passage.section_sign,
        "item": passage.item,
        "case_numbers": list(cases_of(metadata, passage)),
        "block": passage.block.value,
        "force": passage.force.value,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
    }


def _readable(answer: Answer) -> str:
    lines = [answer.answer, ""]
    if answer.provenance.note:
        lines += [answer.provenance.note, ""]
    listed = answer.nearest if answer.status is Status.NOT_FOUND else answer.citations
    for citation in listed:
        sign = f" {citation.section_sign}" if citation.section_sign else ""
        line = f"[{citation.number}] {citation.title}{sign}, s. {citation.page} ({citation.document})"
        # What an answer quotes stands above.
        lines.append(f"{line}: {citation.quote[:QUOTED]}" if answer.status is Status.NOT_FOUND else line)
    return "\n".join(lines).rstrip()


def _hit_line(hit: dict[str, Any]) -> str:
    return f"{hit['number']:3}  {hit['score']:6.3f}  {hit['title']} {hit['section_sign'] or ''}, s. {hit['page']}: {hit['quote'][:QUOTED]}"
