"""Count what is indexed, and make example questions of it. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.web.language import texts
from ingest.documents import DocumentMetadata, Kind

LONGEST_NAME = 60
EXAMPLES = 4
NEWEST = 10
Cases = Mapping[str, tuple[DocumentMetadata, ...]]


@dataclass(frozen=True, slots=True)
class Overview:
    """Hold what the visitor may read, counted."""

    documents: tuple[DocumentMetadata, ...]
    boards: tuple[str, ...]
    kinds: tuple[Kind, ...]
    case_numbers: tuple[str, ...]
    years: tuple[int, ...]
    examples: tuple[str, ...]
    # The documents of each case, newest first.
    cases: Cases

    @property
    def newest(self) -> tuple[DocumentMetadata, ...]:
        """Return the latest dated documents."""
        return tuple(document for document in self.documents if _year(document))[:NEWEST]


def overview(documents: Iterable[DocumentMetadata]) -> Overview:
    """Return the documents newest first, with every value that a filter may take."""
    ordered = sorted(documents, key=lambda document: document.title)
    ordered.sort(key=lambda document: str(document.day or ""), reverse=True)
    cases: dict[str, tuple[DocumentMetadata, ...]] = {}
    for document in ordered:
        for number in document.case_numbers:
            cases[number] = (*cases.get(number, ()), document)
    return Overview(
        documents=tuple(ordered),
        boards=tuple(sorted({document.board for document in ordered if document.board})),
        kinds=tuple(sorted({document.kind for document in ordered})),
        case_numbers=tuple(sorted(cases)),
        years=tuple(sorted({year for document in ordered if (year := _year(document))}, reverse=True)),
        examples=examples(ordered),
        cases=cases,
    )


def by_board_and_year(shown: Overview) -> dict[str, Counter[str]]:
    """Return the number of documents of each board in each year."""
    counted: dict[str, Counter[str]] = {}
    for document in shown.documents:
        year = _year(document)
        row = counted.setdefault(document.board or texts.OVERVIEW_NO_BOARD, Counter())
        row[str(year) if year else texts.OVERVIEW_NO_YEAR] += 1
    return dict(sorted(counted.items(), key=lambda item: -item[1].total()))


def by_kind(shown: Overview) -> list[tuple[Kind, int]]:
    """Return the number of documents of each kind, most first."""
    return Counter(document.kind for document in shown.documents).most_common()


def examples(documents: Iterable[DocumentMetadata]) -> tuple[str, ...]:
    """Return questions that the newest documents of different kinds can be expected to answer."""
    found: dict[Kind, str] = {}
    used: set[str] = set()
    for document in documents:
        template = texts.EXAMPLE_TEMPLATES.get(document.kind)
        if template is None or document.kind in found:
            continue
        if len(document.case_numbers) == 1 and document.case_numbers[0] not in used:
            used.add(document.case_numbers[0])
            # A number alone says little to who has not met the case.
            called = f" ({document.title})" if len(document.title) <= LONGEST_NAME else ""
            found[document.kind] = template.format(number=f"{document.case_numbers[0]}{called}")
    return tuple(found.values())[:EXAMPLES]


def _year(document: DocumentMetadata) -> int | None:
    day = document.day
    return day.year if day else None
