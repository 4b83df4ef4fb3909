"""The registrar's report: what in the holdings needs a person's hand (pure), and the same as a page."""

import datetime as dt
import html
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ingest.documents import Document, Failure
from ingest.findings import (
    Finding,
    conflicting_dates,
    duplicates,
    low_ocr,
    sidecars,
    unread,
    unresolved,
    without_case,
    without_letter,
)
from ingest.sidecar import SidecarProblem

# Each sort of finding: its title, and what it means.
_SORTS = {
    "no_text": ("Filer utan text", "Filen har ingen text att söka i, inte heller efter textigenkänning."),
    "unreadable": ("Filer som inte kunde läsas", "Filen hoppades över."),
    "low_ocr": (
        "Osäker textigenkänning",
        "Inskannade sidor där igenkänningen är osäker. Skanna om eller kontrollera.",
    ),
    "no_case_number": ("Handlingar utan diarienummer", "Handlingar som brukar vara diarieförda men saknar nummer."),
    "conflicting_dates": ("Motstridiga datum", "Datum i text, filnamn, mapp och register stämmer inte överens."),
    "duplicates": ("Dubbletter", "Samma handling finns på flera ställen."),
    "decision_without_letter": (
        "Beslut utan tjänsteskrivelse",
        "Beslut i ärenden där ingen tjänsteskrivelse finns i underlaget.",
    ),
    "unresolved": (
        "Hänvisningar som inte leder någonstans",
        "Dokumentet hänvisar till en handling, ett protokoll eller ett ärende som saknas.",
    ),
    "sidecars": ("Fel i registerutdrag", "Det som inte kunde användas."),
}


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
) -> RegistrarReport:
    """Look through documents and failures for what a registrar should see to."""
    every = sorted(documents, key=lambda document: document.metadata.source)
    failed = sorted(failures, key=lambda failure: failure.path)
    found = {
        "no_text": unread(failed, silent=True),
        "unreadable": unread(failed, silent=False),
        "low_ocr": low_ocr(every),
        "no_case_number": without_case(every),
        "conflicting_dates": conflicting_dates(every),
        "duplicates": duplicates(every),
        "decision_without_letter": without_letter(every),
        "unresolved": unresolved(every),
        "sidecars": sidecars(sidecar_problems),
    }
    groups = tuple(Group(name, *_SORTS[name], findings) for name, findings in found.items())
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
