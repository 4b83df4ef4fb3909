"""Hold what every page of one server shares: the assistant, the conversations, where the pages lie."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from assistant.answers import Answer, Citation, Claim, Question
from assistant.history import History
from assistant.web.converted import Convert
from assistant.web.overview import Overview, overview
from assistant.web.register import Entry, entries
from index.hits import EVERYONE
from index.settings import WebSettings
from ingest.documents import Document, DocumentMetadata, Failure, Passage

Groups = frozenset[str]
OnClaim = Callable[[Claim, tuple[Citation, ...]], None]


class Manifest(Protocol):
    """Say which generation of the index is read."""

    @property
    def generation(self) -> str: ...

    @property
    def built_at(self) -> str: ...

    @property
    def source(self) -> str: ...


class Summary(Protocol):
    """Hold a document's metadata in a list of documents."""

    @property
    def metadata(self) -> DocumentMetadata: ...


class Library(Protocol):
    """Read the indexed documents, never what the groups may not read."""

    @property
    def manifest(self) -> Manifest: ...

    def documents(self, groups: Groups) -> tuple[Summary, ...]: ...

    def document(self, document_id: str, groups: Groups) -> Document: ...

    def metadata(self, document_id: str, groups: Groups) -> DocumentMetadata: ...

    def passages(self, document_id: str, groups: Groups) -> tuple[Passage, ...]: ...

    def case_documents(self, case_number: str, groups: Groups) -> tuple[Document, ...]: ...

    def failures(self) -> tuple[Failure, ...]: ...

    def source_file(self, document_id: str, groups: Groups) -> Path | None: ...


class Asker(Protocol):
    """Answer questions out of a library."""

    @property
    def index(self) -> Any: ...

    def ask(self, question: Question, on_claim: OnClaim | None = None) -> Answer: ...


@dataclass(slots=True)
class Site:
    """Build the assistant once, on first use, for pages and routes alike."""

    data: Path
    settings: WebSettings
    history: History
    build: Callable[[], Asker]
    # The command that builds the index anew, but for its source folder; empty where the page may not.
    reindex_command: tuple[str, ...] = ()
    # Turns an office file into a PDF to show pages of; None where that cannot be done.
    convert: Convert | None = None
    _asker: Asker | None = None
    _overviews: dict[tuple[str, Groups], Overview] = field(default_factory=dict)
    _registers: dict[tuple[str, Groups], tuple[Entry, ...]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def asker(self) -> Asker:
        """Return the assistant; raises NoIndex until there is an index, then picks it up."""
        with self._lock:
            if self._asker is None:
                self._asker = self.build()
            return self._asker

    def library(self) -> Library:
        """Return the documents behind the assistant."""
        library: Library = self.asker().index
        return library

    def overview(self, groups: Groups) -> Overview:
        """Return what the groups may read, counted once for each generation of the index."""
        library = self.library()
        key = (library.manifest.generation, groups)
        known = self._overviews.get(key)
        if known is None:
            known = overview(summary.metadata for summary in library.documents(groups))
            # Older generations are never asked for again.
            self._overviews = {old: kept for old, kept in self._overviews.items() if old[0] == key[0]} | {key: known}
        return known

    def register(self, groups: Groups) -> tuple[Entry, ...]:
        """Return every decision and proposal the groups may read, gathered once for each generation."""
        library = self.library()
        key = (library.manifest.generation, groups)
        known = self._registers.get(key)
        if known is None:
            summaries = library.documents(groups)
            known = entries((each.metadata, library.passages(each.metadata.id, groups)) for each in summaries)
            self._registers = {old: kept for old, kept in self._registers.items() if old[0] == key[0]} | {key: known}
        return known

    def address(self, path: str) -> str:
        """Return the address of a path of this site, behind whatever prefix a proxy gives it."""
        return f"{self.settings.base_path}{path}"

    def document_address(self, document_id: str, ordinal: int | None = None) -> str:
        """Return the address of a document, at a passage where one is given."""
        anchor = f"#stycke-{ordinal}" if ordinal is not None else ""
        return self.address(f"/handling/{quote(document_id, safe='')}{anchor}")

    def case_address(self, number: str) -> str:
        """Return the address of a case."""
        return self.address(f"/arende/{quote(number, safe='')}")

    def groups(self, headers: Mapping[str, str]) -> Groups:
        """Return the groups that the proxy in front vouches for, and everyone's."""
        if not self.settings.groups_header:
            return EVERYONE
        named = headers.get(self.settings.groups_header, "") or ""
        return EVERYONE | {group.strip() for group in named.split(",") if group.strip()}

    def may_administer(self, headers: Mapping[str, str]) -> bool:
        """Tell whether the visitor belongs to the administrators' group."""
        return bool(self.settings.admin_group) and self.settings.admin_group in self.groups(headers)


class Current:
    """Hold the site of this process; Streamlit runs the page script without arguments."""

    site: Site | None = None
