"""What the registrar's system says of a file: `<file>.json` beside it, or one `metadata.csv` for a folder."""

import csv
import datetime as dt
import io
import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Kind, Person, Role
from ingest.identifiers import normalise_case_number
from ingest.registry_fields import KINDS, field_of
from ingest.swedish_dates import ISO_DATE, first_day

TABLE = "metadata.csv"
_LARGEST_SIDECAR = 5_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Hold what a diarium export says of one file; None or empty means that it says nothing."""

    path: str
    origin: str
    title: str | None = None
    kind: Kind | None = None
    case_numbers: tuple[str, ...] = ()
    board: str | None = None
    municipality: str | None = None
    date: dt.date | None = None
    meeting_date: dt.date | None = None
    people: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    access: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SidecarProblem:
    """Hold what is wrong with a sidecar; the rest of it, and of the run, is used all the same."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Sidecars:
    """Hold the sidecars of a folder by the path of the file they describe, and what was wrong with any."""

    by_path: Mapping[str, Sidecar]
    problems: tuple[SidecarProblem, ...]


def load_sidecars(source: Path) -> Sidecars:
    """Return the sidecars of a source folder, and what could not be used of them."""
    found: dict[str, Sidecar] = {}
    problems: list[SidecarProblem] = []
    tables, singles = _described(source)
    for table in tables:
        for sidecar in _from_table(table, source, problems):
            found[sidecar.path] = sidecar
    for path in singles:
        single = _from_json(path, source, problems)
        if single is not None:
            found[single.path] = single
    return Sidecars(found, tuple(problems))


def _described(source: Path) -> tuple[list[Path], list[Path]]:
    """Return the tables of a folder, and the files that describe the file beside them, each in a fixed order."""
    tables, singles = [], []
    for folder, _, names in os.walk(source):
        present = set(names)
        for name in names:
            path = Path(folder, name) if name.endswith(".json") or name.casefold() == TABLE else None
            if path is None or not path.is_file():
                continue
            if name.casefold() == TABLE:
                tables.append(path)
            elif name.removesuffix(".json") in present and path.with_suffix("").is_file():
                singles.append(path)
    return sorted(tables), sorted(singles)


def _from_json(path: Path, source: Path, problems: list[SidecarProblem]) -> Sidecar | None:
    relative = path.relative_to(source).as_posix()
    text = _text(path, relative, problems)
    if text is None:
        return None
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(SidecarProblem(relative, f"'{relative}' is no valid JSON ({error}). Export it again."))
        return None
    if not isinstance(values, dict):
        problems.append(SidecarProblem(relative, f"'{relative}' must hold one object with fields. Export it again."))
        return None
    return _sidecar(relative.removesuffix(".json"), relative, values, problems)


def _from_table(path: Path, source: Path, problems: list[SidecarProblem]) -> Iterable[Sidecar]:
    relative = path.relative_to(source).as_posix()
    text = _text(path, relative, problems)
    if text is None:
        return
    first = text.split("\n", 1)[0]
    mark = max(";\t,", key=first.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        problems.append(SidecarProblem(relative, f"'{relative}' is no valid CSV ({error}). Export it again."))
        return
    folder = path.parent.relative_to(source).as_posix()
    beside = _files(path.parent)
    for number, row in enumerate(rows, start=2):
        values = {name: value for name, value in row.items() if name and isinstance(value, str) and value.strip()}
        written = next((value for key, value in values.items() if field_of(key) == "file"), "")
        name = written.replace("\\", "/").strip()
        if not name:
            problems.append(
                SidecarProblem(relative, f"'{relative}' row {number} names no file. Fill in the column 'fil'.")
            )
            continue
        inside = name.removeprefix("./")
        target = inside if folder == "." else f"{folder}/{inside}"
        if inside not in beside and (
            ".." in Path(target).parts or Path(target).is_absolute() or not (source / target).is_file()
        ):
            message = f"'{relative}' row {number} describes '{name}', which is not in the folder. Correct the name."
            problems.append(SidecarProblem(relative, message))
            continue
        sidecar = _sidecar(target, f"{relative} row {number}", values, problems)
        if sidecar is not None:
            yield sidecar


def _files(folder: Path) -> frozenset[str]:
    """Return the names of the files of a folder: one look instead of one for each row of its table."""
    with os.scandir(folder) as entries:
        return frozenset(entry.name for entry in entries if entry.is_file())


def _text(path: Path, relative: str, problems: list[SidecarProblem]) -> str | None:
    try:
        if path.stat().st_size > _LARGEST_SIDECAR:
            problems.append(
                SidecarProblem(relative, f"'{relative}' is larger than {_LARGEST_SIDECAR} bytes. Split it.")
            )
            return None
        data = path.read_bytes()
    except OSError as error:
        problems.append(
            SidecarProblem(relative, f"'{relative}' cannot be read ({error.strerror}). Check its permissions.")
        )
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel on Windows saves CSV in the code page of the machine.
        return data.decode("cp1252", errors="replace")


def _sidecar(target: str, origin: str, values: Mapping[str, object], problems: list[SidecarProblem]) -> Sidecar | None:
    fields: dict[str, object] = {}
    for name, value in values.items():
        field = field_of(name)
        if field and field not in fields and value not in (None, "", [], {}):
            fields[field] = value
    people = (
        *_people(fields.get("people")),
        *(Person(name, Role.HANDLAGGARE) for name in _words(fields.get("handläggare"))),
    )
    return Sidecar(
        path=target,
        origin=origin,
        title=_word(fields.get("title")),
        kind=_kind(fields.get("kind"), origin, problems),
        case_numbers=_cases(fields.get("case_numbers"), origin, problems),
        board=_word(fields.get("board")),
        municipality=_word(fields.get("municipality")),
        date=_date(fields.get("date"), "date", origin, problems),
        meeting_date=_date(fields.get("meeting_date"), "meeting_date", origin, problems),
        people=people,
        parties=_words(fields.get("parties")),
        recipients=_words(fields.get("recipients")),
        access=_words(fields.get("access")),
    )


def _word(value: object) -> str | None:
    return " ".join(str(value).split()) or None if isinstance(value, (str, int, float)) else None


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"[;|\n]", value) if part.strip())
    if isinstance(value, (list, tuple)):
        return tuple(word for part in value if (word := _word(part)))
    return ()


def _kind(value: object, origin: str, problems: list[SidecarProblem]) -> Kind | None:
    name = (_word(value) or "").casefold()
    if not name:
        return None
    if name not in KINDS:
        known = ", ".join(kind.value for kind in Kind)
        problems.append(SidecarProblem(origin, f"'{origin}' has the unknown kind '{name}'. Use one of: {known}."))
    return KINDS.get(name)


def _cases(value: object, origin: str, problems: list[SidecarProblem]) -> tuple[str, ...]:
    numbers = []
    for written in (part.strip() for word in _words(value) or ((_word(value) or ""),) for part in word.split(",")):
        if not written:
            continue
        number = normalise_case_number(written)
        if number is None:
            problems.append(
                SidecarProblem(origin, f"'{origin}': '{written}' is no diarienummer we know; used as written.")
            )
        numbers.append(number or written)
    return tuple(dict.fromkeys(numbers))


def _date(value: object, field: str, origin: str, problems: list[SidecarProblem]) -> dt.date | None:
    written = _word(value)
    if written is None:
        return None
    # Most registries write so; the reader of dates in running text takes a hundred times as long.
    if ISO_DATE.fullmatch(written):
        with suppress(ValueError):
            return dt.date.fromisoformat(written)
    day = first_day(written[:10]) or first_day(written)
    if day is None:
        problems.append(SidecarProblem(origin, f"'{origin}': {field} '{written}' is no date. Write it as 2025-03-13."))
    return day


def _people(value: object) -> tuple[Person, ...]:
    people = []
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, Mapping):
            fields = {str(name).casefold(): item for name, item in entry.items()}
            name, role = _word(fields.get("namn", fields.get("name"))), _word(fields.get("roll", fields.get("role")))
            if name:
                known = {item.value: item for item in Role}
                party = _word(fields.get("parti", fields.get("party")))
                people.append(Person(name, known.get((role or "").casefold(), Role.ANSVARIG), party))
    return tuple(people)
