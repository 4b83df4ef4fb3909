"""The store gives back what was put in, and only to those who may read it."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from index.chunks import chunks
from index.errors import IndexBroken
from index.hits import EVERYONE, Filters
from index.store import Store
from index.store_writer import StoreWriter
from ingest.documents import Box, Document, Failure, Kind, Person, Piece, Reference, Role, SourceFile


@pytest.fixture
def filled(tmp_path: Path, make) -> Store:
    writer = StoreWriter(tmp_path / "cases.sqlite")
    documents = [
        make("öppen", (("§ 36 Val", "Ett."),), case_numbers=("KUN 2031/7",)),
        make("sluten", access=("nämnden",), board="Byggnadsnämnden", kind=Kind.MOTION, date=dt.date(2030, 1, 2)),
        make("ingens", access=()),
        make("okänd", access=("hemligt värde",)),
    ]
    for document in documents:
        writer.add(document, chunks(document))
    writer.set_files([SourceFile("a.txt", 1, 2, "abc")], [Failure("b.pdf", "broken", "Cannot read")], {"a.txt": "s"})
    writer.close()
    return Store(tmp_path / "cases.sqlite")


@pytest.mark.parametrize(
    ("groups", "readable"),
    [
        (EVERYONE, {"öppen"}),
        (frozenset({"alla", "nämnden"}), {"öppen", "sluten"}),
        (frozenset({"nämnden"}), {"sluten"}),
        (frozenset(), set()),
        (frozenset({"", "ALLA", "%", "hemligt"}), set()),
    ],
    ids=["everyone", "member", "group only", "no group", "unknown groups"],
)
def test_access_is_denied_unless_a_group_opens_it(filled: Store, groups: frozenset[str], readable: set[str]) -> None:
    assert filled.allowed_documents(groups) == readable
    assert {summary.metadata.id for summary in filled.summaries(groups)} == readable
    assert filled.statistics(groups).documents == len(readable)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(boards=("kulturnämnden",)), {"öppen"}),
        (Filters(kinds=(Kind.MOTION,)), {"sluten"}),
        (Filters(case_numbers=("kun-2031-7",)), {"öppen"}),
        (Filters(document_ids=("sluten", "finns inte")), {"sluten"}),
        (Filters(date_from=dt.date(2031, 1, 1)), {"öppen"}),
        (Filters(date_to=dt.date(2030, 1, 2)), {"sluten"}),
        (Filters(boards=("' OR 1=1 --",)), set()),
    ],
    ids=["board", "kind", "case", "ids", "from", "to", "no injection"],
)
def test_filters_narrow(filled: Store, filters: Filters, found: set[str]) -> None:
    assert filled.allowed_documents(frozenset({"alla", "nämnden"}), filters) == found


def test_one_case_in_two_spellings_is_one_case_everywhere(tmp_path: Path, make) -> None:
    usual = make("oftast", case_numbers=("KUN 2031/207",))
    other = make("annorlunda", case_numbers=("KUN 2031-00207", "KUN 2031/207", "KUN 2031/8"))
    passage = replace(other.passages[0], case_numbers=("KUN 2031-00207",))
    writer = StoreWriter(tmp_path / "cases.sqlite")
    for document in (usual, make("också", case_numbers=("KUN 2031/207",))):
        writer.add(document, chunks(document))
    writer.add(replace(other, passages=(passage, *other.passages[1:])), chunks(other))
    writer.close()
    store = Store(tmp_path / "cases.sqlite")
    assert store.case_numbers() == ("KUN 2031/207", "KUN 2031/8")
    assert store.metadata(["annorlunda"])["annorlunda"].case_numbers == ("KUN 2031/207", "KUN 2031/8")
    assert store.passages("annorlunda")[0].case_numbers == ("KUN 2031/207",)


def test_document_comes_back_as_it_was(tmp_path: Path, make) -> None:
    document = make(
        "d",
        (("§ 1 Val", "Åsa Öberg väljs."),),
        people=(Person("Åsa Öberg", Role.ORDFORANDE, "X"),),
        refers_to=(Reference("case", "KUN 2031/9", "dnr KUN 2031/9", 1, date=dt.date(2031, 1, 1)),),
        meeting_date=dt.date(2031, 5, 6),
    )
    first = document.passages[0]
    boxed = type(first)(*(getattr(first, name) for name in first.__slots__[:-3]), (Piece(0, 3, 1, Box(1, 2, 3, 4)),))
    document = Document(document.metadata, document.text, (boxed, *document.passages[1:]))
    writer = StoreWriter(tmp_path / "s.sqlite")
    writer.add(document, chunks(document))
    writer.close()
    store = Store(tmp_path / "s.sqlite")
    assert store.document("d") == document
    assert {chunk.id: chunk for chunk in chunks(document)} == store.chunks([chunk.id for chunk in chunks(document)])
    assert store.people() == (("d", document.metadata.people[0]),)


def test_adding_again_replaces_and_deleting_leaves_nothing(tmp_path: Path, make) -> None:
    writer = StoreWriter(tmp_path / "s.sqlite")
    for text in ("gammal", "ny"):
        document = make("d", (("Rubrik", text),))
        writer.add(document, chunks(document))
    writer.add(make("bort"), chunks(make("bort")))
    writer.delete(["bort"])
    writer.close()
    store = Store(tmp_path / "s.sqlite")
    assert store.counts() == {"documents": 1, "passages": 2, "chunks": 1}
    assert store.document("d").passages[1].text == "ny"
    with pytest.raises(KeyError):
        store.document("bort")


@pytest.mark.parametrize("number", ["KUN 2031/7", "kun2031/7", "KUN-2031-7", "KUN  2031:7"])
def test_case_is_found_in_every_spelling(filled: Store, number: str) -> None:
    assert filled.lookup_case(number) == ("öppen",)


def test_series_of_a_board_and_the_central_one_are_two_cases(tmp_path: Path, make) -> None:
    writer = StoreWriter(tmp_path / "s.sqlite")
    for name, number in (("central", "2031/00061"), ("nämndens", "SBN 2031-61"), ("ensam", "SBN 2031-62")):
        writer.add(make(name, case_numbers=(number,)), [])
    writer.close()
    store = Store(tmp_path / "s.sqlite")
    assert [store.lookup_case(number) for number in ("2031/61", "SBN 2031/61")] == [("central",), ("nämndens",)]
    assert store.lookup_case("2031/62") == ("ensam",)


def test_section_chunks(filled: Store) -> None:
    assert [chunk.document_id for chunk in filled.section_chunks("§ 36")] == ["öppen"]
    assert filled.section_chunks("§ 36", ["sluten"]) == ()


def test_source_folder_is_remembered(filled: Store) -> None:
    assert filled.files() == {"a.txt": SourceFile("a.txt", 1, 2, "abc")}
    assert filled.sidecars() == {"a.txt": "s"}
    assert [failure.path for failure in filled.failures()] == ["b.pdf"]


def test_many_threads_read_at_once(filled: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: filled.document("öppen").text, range(100)))
    assert len(set(found)) == 1


def test_threads_that_come_and_go_leave_no_connections_behind(filled: Store) -> None:
    for _ in range(20):
        reader = threading.Thread(target=filled.case_numbers)
        reader.start()
        reader.join()
    assert len(filled._rows._connections) == 1


def test_integrity_check_passes_and_notices_damage(filled: Store, tmp_path: Path) -> None:
    filled.check()
    filled.close()
    file = tmp_path / "cases.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:12288] = b"\xff" * 8192
    file.write_bytes(data)
    with pytest.raises(IndexBroken):
        Store(file).check()


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexBroken, match="saknas"):
        Store(tmp_path / "saknas.sqlite")
