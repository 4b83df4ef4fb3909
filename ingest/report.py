"""The registrar's report: what in the holdings needs a person's hand (pure), and the same as a page."""

import datetime as dt
import html
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from ingest.chain import missing_links
from ingest.documents import Document, Failure, Force, Kind, Origin
from ingest.errors import SkipReason
from ingest.identifiers import same_case
from ingest.sidecar import SidecarProblem

_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
# Kinds that are always registered in a case of their own or of others.
_REGISTERED = (
    Kind.TJANSTESKRIVELSE,
    Kind.PROTOKOLLSUTDRAG,
    Kind.YTTRANDE,
    Kind.MOTION,
    Kind.NAMNDINITIATIV,
    Kind.REVISIONSRAPPORT,
    Kind.INTERPELLATION,
)
_SHINGLE = 8
_NEAR_DUPLICATE = 0.85
_SUBSTANTIAL = re.compile(r"\b(?:redovisning(?:en)?|information(?:en)?|meddelande\w*|anmäl\w+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one thing to look at: a document, and what is the matter with it."""

    source: str
    document_id: str | None
    detail: str
    section_sign: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Hold the findings of one sort; ``name`` is stable, ``title`` is for people."""

    name: str
    title: str
    explanation: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class RegistrarReport:
    """Hold the report: how many documents were looked at, and the findings by sort."""

    documents: int
    files_skipped: int
    groups: tuple[Group, ...]

    @property
    def findings(self) -> int:
        """Return the number of findings of all sorts."""
        return sum(len(group.findings) for group in self.groups)

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain JSON values."""
        return {
            "documents": self.documents,
            "files_skipped": self.files_skipped,
            "findings": self.findings,
            "groups": [
                {
                    "name": group.name,
                    "title": group.title,
                    "explanation": group.explanation,
                    "findings": [
                        {
                            "document": finding.source,
                            "document_id": finding.document_id,
                            "section_sign": finding.section_sign,
                            "detail": finding.detail,
                        }
                        for finding in group.findings
                    ],
                }
                for group in self.groups
            ],
        }


def registrar_report(
    documents: Iterable[Document],
    failures: Iterable[Failure] = (),
    sidecar_problems: Iterable[SidecarProblem] = (),
    low_confidence: float = 0.8,
) -> RegistrarReport:
    """Look through documents and failures for what a registrar should see to."""
    every = sorted(documents, key=lambda document: document.metadata.source)
    failed = sorted(failures, key=lambda failure: failure.path)
    groups = (
        Group(
            "no_text",
            "Filer utan text",
            "Filen har ingen text att söka i, inte heller efter textigenkänning.",
            _without_text(failed),
        ),
        Group("unreadable", "Filer som inte kunde läsas", "Filen hoppades över.", _unreadable(failed)),
        Group(
            "low_ocr",
            "Osäker textigenkänning",
            "Inskannade sidor där igenkänningen är osäker. Skanna om eller kontrollera.",
            _low_ocr(every, low_confidence),
        ),
        Group(
            "no_case_number",
            "Handlingar utan diarienummer",
            "Handlingar som brukar vara diarieförda men saknar nummer.",
            _without_case(every),
        ),
        Group(
            "conflicting_dates",
            "Motstridiga datum",
            "Datum i text, filnamn, mapp och register stämmer inte överens.",
            _conflicting_dates(every),
        ),
        Group("duplicates", "Dubbletter", "Samma handling finns på flera ställen.", _duplicates(every)),
        Group(
            "decision_without_letter",
            "Beslut utan tjänsteskrivelse",
            "Beslut i ärenden där ingen tjänsteskrivelse finns i underlaget.",
            _without_letter(every),
        ),
        Group(
            "unresolved",
            "Hänvisningar som inte leder någonstans",
            "Dokumentet hänvisar till en handling, ett protokoll eller ett ärende som saknas.",
            _unresolved(every),
        ),
        Group("sidecars", "Fel i registerutdrag", "Det som inte kunde användas.", _sidecars(sidecar_problems)),
    )
    return RegistrarReport(len(every), len(failed), groups)


def as_page(report: RegistrarReport, made: dt.datetime) -> str:
    """Return the report as a page of its own that needs nothing from the network."""
    parts = [
        _PAGE_HEAD,
        f"<p>{report.documents} handlingar gicks igenom {made:%Y-%m-%d %H.%M}. {report.findings} saker "
        f"att se över.</p>",
        "<nav><ul>",
    ]
    parts.extend(
        f'<li><a href="#{group.name}">{html.escape(group.title)}</a> ({len(group.findings)})</li>'
        for group in report.groups
    )
    parts.append("</ul></nav>")
    for group in report.groups:
        parts.append(
            f'<section id="{group.name}"><h2>{html.escape(group.title)} '
            f"({len(group.findings)})</h2><p>{html.escape(group.explanation)}</p>"
        )
        if group.findings:
            parts.append(
                "<table><thead><tr><th scope=col>Handling</th><th scope=col>§</th><th "
                "scope=col>Iakttagelse</th></tr></thead><tbody>"
            )
            parts.extend(
                f"<tr><td>{html.escape(finding.source)}</td><td>{html.escape(finding.section_sign or '')}</td>"
                f"<td>{html.escape(finding.detail)}</td></tr>"
                for finding in group.findings
            )
            parts.append("</tbody></table>")
        else:
            parts.append("<p>Inget att anmärka.</p>")
        parts.append("</section>")
    return "\n".join([*parts, "</main></body></html>\n"])


_PAGE_HEAD = """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Registratorns rapport</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}
main{max-width:70rem;margin:0 auto;padding:1.5rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;border-bottom:1px solid #bbb;padding:.4rem .6rem;overflow-wrap:anywhere}
td:nth-child(2){white-space:nowrap}
a{color:#0b4f8a}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}a{color:#8cc4ff}}
</style></head><body><main><h1>Registratorns rapport</h1>"""


def _without_text(failures: Sequence[Failure]) -> tuple[Finding, ...]:
    silent = (SkipReason.NO_TEXT.value, SkipReason.EMPTY.value)
    return tuple(Finding(failure.path, None, failure.message) for failure in failures if failure.reason in silent)


def _unreadable(failures: Sequence[Failure]) -> tuple[Finding, ...]:
    silent = (SkipReason.NO_TEXT.value, SkipReason.EMPTY.value)
    return tuple(Finding(failure.path, None, failure.message) for failure in failures if failure.reason not in silent)


def _sidecars(problems: Iterable[SidecarProblem]) -> tuple[Finding, ...]:
    return tuple(Finding(problem.path, None, problem.message) for problem in problems)


def _low_ocr(documents: Sequence[Document], limit: float) -> tuple[Finding, ...]:
    found = []
    for document in documents:
        metadata = document.metadata
        if metadata.low_confidence_pages:
            pages = ", ".join(map(str, metadata.low_confidence_pages))
            sure = f" (i snitt {metadata.ocr_confidence:.0%})" if metadata.ocr_confidence is not None else ""
            found.append(Finding(metadata.source, metadata.id, f"sida {pages}{sure}"))
        elif metadata.ocr_confidence is not None and metadata.ocr_confidence < limit:
            found.append(Finding(metadata.source, metadata.id, f"i snitt {metadata.ocr_confidence:.0%}"))
    return tuple(found)


def _without_case(documents: Sequence[Document]) -> tuple[Finding, ...]:
    return tuple(
        Finding(document.metadata.source, document.metadata.id, f"{document.metadata.kind.value} utan diarienummer")
        for document in documents
        if document.metadata.kind in _REGISTERED and not document.metadata.case_numbers
    )


def _conflicting_dates(documents: Sequence[Document]) -> tuple[Finding, ...]:
    found = []
    for document in documents:
        metadata = document.metadata
        told = {
            source.origin: source.value
            for source in metadata.field_sources
            if source.name == "date" and source.confidence >= 0.7
        }
        meeting = next(
            (
                source
                for source in metadata.field_sources
                if source.name == "meeting_date" and source.origin is Origin.FOLDER
            ),
            None,
        )
        if len(set(told.values())) > 1:
            said = ", ".join(f"{_PLACES[origin]} {value}" for origin, value in told.items())
            found.append(Finding(metadata.source, metadata.id, f"olika datum: {said}"))
        elif metadata.date and meeting and metadata.date.isoformat() > meeting.value:
            found.append(
                Finding(
                    metadata.source,
                    metadata.id,
                    f"daterad {metadata.date}, efter mötet {meeting.value} som den ligger under",
                )
            )
        elif (
            metadata.kind is Kind.PROTOKOLL and metadata.date and meeting and metadata.date.isoformat() != meeting.value
        ):
            found.append(
                Finding(metadata.source, metadata.id, f"protokoll från {metadata.date} i mappen {meeting.value}")
            )
    return tuple(found)


_PLACES: Mapping[Origin, str] = {
    Origin.SIDECAR: "registret säger",
    Origin.TEXT: "texten säger",
    Origin.FILE_NAME: "filnamnet säger",
    Origin.FOLDER: "mappen säger",
    Origin.PROPERTIES: "filens egenskaper säger",
}


def _duplicates(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """Find equal files, and texts that share nearly all of their eight-word runs."""
    found = []
    prints = [(document, _shingles(document.text)) for document in documents]
    holders: dict[int, list[int]] = defaultdict(list)
    for position, (document, shingles) in enumerate(prints):
        shared: dict[int, int] = defaultdict(int)
        for shingle in shingles:
            for other in holders[shingle]:
                shared[other] += 1
            holders[shingle].append(position)
        best = max(shared, key=lambda other: shared[other], default=None)
        same = next(
            (other for other, _ in prints[:position] if other.metadata.content_hash == document.metadata.content_hash),
            None,
        )
        if same is not None:
            found.append(
                Finding(document.metadata.source, document.metadata.id, f"samma fil som {same.metadata.source}")
            )
        elif best is not None and shared[best] >= _NEAR_DUPLICATE * max(len(shingles), len(prints[best][1])):
            original = prints[best][0].metadata
            found.append(
                Finding(document.metadata.source, document.metadata.id, f"nästan samma text som {original.source}")
            )
    return tuple(found)


def _shingles(text: str) -> frozenset[int]:
    """Return a sample of a text's eight-word runs as numbers: every eighth by hash, all of a short text."""
    words = re.findall(r"\w+", text.casefold())
    every = {
        int.from_bytes(blake2b(" ".join(words[at : at + _SHINGLE]).encode(), digest_size=8).digest())
        for at in range(max(1, len(words) - _SHINGLE + 1))
    }
    sample = frozenset(number for number in every if number % 8 == 0)
    return sample if len(sample) >= 30 else frozenset(every)


def _without_letter(documents: Sequence[Document]) -> tuple[Finding, ...]:
    letters = [
        number
        for document in documents
        if document.metadata.kind is Kind.TJANSTESKRIVELSE
        for number in document.metadata.case_numbers
    ]
    found = []
    for document in documents:
        if document.metadata.kind not in _MINUTES:
            continue
        decided: dict[str, tuple[str, ...]] = {}
        for passage in document.passages:
            if (
                passage.force is Force.DECISION
                and passage.section_sign
                and passage.case_numbers
                and not _SUBSTANTIAL.match(passage.text)
            ):
                decided.setdefault(passage.section_sign, passage.case_numbers)
        for sign, numbers in decided.items():
            if not any(same_case(number, letter) for number in numbers for letter in letters):
                found.append(
                    Finding(document.metadata.source, document.metadata.id, f"beslut i {', '.join(numbers)}", sign)
                )
    return tuple(found)


def _unresolved(documents: Sequence[Document]) -> tuple[Finding, ...]:
    catalogue = [document.metadata for document in documents]
    sources = {metadata.id: metadata.source for metadata in catalogue}
    signs = {document.metadata.id: [passage.section_sign for passage in document.passages] for document in documents}
    return tuple(
        Finding(
            sources[link.document_id],
            link.document_id,
            f"”{link.text}”: {link.reason}",
            signs[link.document_id][link.ordinal],
        )
        for link in missing_links(documents, catalogue)
    )
