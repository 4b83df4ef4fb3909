"""The register of decisions and proposals: gather, filter, sort, write as CSV and XLSX. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from assistant.web.language import texts
from ingest.documents import Block, DocumentMetadata, Force, Passage
from ingest.outcomes import Outcome, outcome_of

FORCES = (Force.DECISION, Force.PROPOSAL)
PAGE_ROWS = 50
# A spreadsheet runs what begins like this as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one decision or proposal as it stands in its document."""

    date: str
    board: str
    section_sign: str
    case_numbers: tuple[str, ...]
    force: Force
    text: str
    document_id: str
    title: str
    ordinal: int

    @property
    def outcome(self) -> str:
        """Return what a decision does with its case, where its words tell; a proposal has no outcome yet."""
        found = outcome_of(self.text) if self.force is Force.DECISION else Outcome.BESLUT
        return "" if found is Outcome.BESLUT else texts.OUTCOME[found.value]

    def cells(self) -> tuple[str, ...]:
        """Return what the table shows, in the order of its columns."""
        numbers = ", ".join(self.case_numbers)
        return (self.date, self.board, self.section_sign, numbers, texts.FORCE[self.force], self.outcome, self.text)


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold what is shown of the register, as it stands in the address."""

    namnd: str = ""
    verkan: str = ""
    diarienummer: str = ""
    ord: str = ""
    fran: str = ""
    till: str = ""
    sortera: str = "datum"
    ordning: str = "fallande"
    sida: int = 1

    def sorted_by(self, column: str) -> "Choice":
        """Return the choice sorted by a column; once more turns the order."""
        turned = self.sortera == column and self.ordning == "stigande"
        return replace(self, sortera=column, ordning="fallande" if turned else "stigande", sida=1)

    def at(self, page: int) -> "Choice":
        """Return the choice at another page."""
        return replace(self, sida=page)

    def parameters(self) -> dict[str, str]:
        """Return what differs from the whole register, for an address."""
        standard = Choice()
        return {
            field.name: str(getattr(self, field.name))
            for field in fields(self)
            if getattr(self, field.name) != getattr(standard, field.name)
        }


def choice(parameters: Mapping[str, str]) -> Choice:
    """Return the choice of an address; what makes no sense is left out."""
    named = {field.name: parameters[field.name][:200] for field in fields(Choice) if field.name in parameters}
    page = named.pop("sida", "1")
    if named.get("sortera") not in texts.REGISTER_COLUMNS:
        named.pop("sortera", None)
    if named.get("ordning") not in ("stigande", "fallande"):
        named.pop("ordning", None)
    return replace(Choice(**named), sida=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1)  # type: ignore[arg-type]


def entries(documents: Iterable[tuple[DocumentMetadata, tuple[Passage, ...]]]) -> tuple[Entry, ...]:
    """Return every decision and proposal of the documents."""
    return tuple(
        _entry(metadata, passage)
        for metadata, passages in documents
        for passage in passages
        if passage.force in FORCES and passage.block is not Block.HEADING
    )


def _entry(metadata: DocumentMetadata, passage: Passage) -> Entry:
    day = metadata.day
    return Entry(
        date=day.isoformat() if day else "",
        board=metadata.board or "",
        section_sign=passage.section_sign or "",
        case_numbers=passage.case_numbers or metadata.case_numbers,
        force=passage.force,
        text=passage.text,
        document_id=metadata.id,
        title=metadata.title,
        ordinal=passage.ordinal,
    )


def chosen(every: Iterable[Entry], wanted: Choice) -> tuple[Entry, ...]:
    """Return the entries that fit the choice, in its order."""
    fitting = [entry for entry in every if _fits(entry, wanted)]
    column = list(texts.REGISTER_COLUMNS).index(wanted.sortera)
    # Entries of one document stay in reading order.
    fitting.sort(key=lambda entry: (entry.document_id, entry.ordinal))
    fitting.sort(key=lambda entry: _sort_key(entry.cells()[column]), reverse=wanted.ordning == "fallande")
    return tuple(fitting)


def _fits(entry: Entry, wanted: Choice) -> bool:
    words = wanted.ord.casefold().split()
    text = entry.text.casefold()
    return (
        (not wanted.namnd or entry.board == wanted.namnd)
        and (not wanted.verkan or entry.force.value == wanted.verkan)
        and (not wanted.diarienummer or any(_same(wanted.diarienummer, number) for number in entry.case_numbers))
        and (not wanted.fran or entry.date >= wanted.fran)
        and (not wanted.till or (bool(entry.date) and entry.date <= wanted.till))
        and all(word in text for word in words)
    )


def _same(wanted: str, number: str) -> bool:
    return "".join(wanted.split()).casefold() in "".join(number.split()).casefold()


def _sort_key(cell: str) -> tuple[bool, list[tuple[int, str]]]:
    # Numbers inside by value, so that § 9 comes before § 10.
    parts: list[tuple[int, str]] = []
    digits = ""
    for character in [*cell.casefold()[:80], ""]:
        if character.isdigit() and character.isascii():
            digits += character
            continue
        if digits:
            parts.append((int(digits), ""))
            digits = ""
        parts.append((-1, character))
    return (bool(cell), parts)


def as_csv(found: Iterable[Entry]) -> bytes:
    """Return the entries as CSV that a Swedish spreadsheet opens: semicolons, and a mark of UTF-8."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";")
    writer.writerow([*texts.REGISTER_COLUMNS.values(), texts.COLUMN_TITLE])
    writer.writerows([_harmless(cell) for cell in (*entry.cells(), entry.title)] for entry in found)
    return target.getvalue().encode("utf-8-sig")


def as_xlsx(found: Iterable[Entry]) -> bytes:
    """Return the entries as an Excel workbook, every cell as text."""
    from openpyxl import Workbook  # noqa: PLC0415 - half a second of imports, needed here alone

    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(texts.NAV_REGISTER)
    sheet.append([*texts.REGISTER_COLUMNS.values(), texts.COLUMN_TITLE])
    for number, entry in enumerate(found, start=2):
        for column, cell in enumerate((*entry.cells(), entry.title), start=1):
            place = sheet.cell(row=number, column=column)
            place.value = _printable(cell)
            place.data_type = "s"
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGH", (12, 26, 8, 18, 12, 18, 90, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _printable(cell: str) -> str:
    return "".join(character for character in cell if character.isprintable() or character in "\n\t")[:32_000]
