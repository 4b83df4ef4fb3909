"""The commands `case` and `report` over a small real index."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import build
from index.build import index_documents
from index.settings import Settings
from ingest.documents import Document, SourceFile
from ingest.force import with_force
from ingest.layout import blocks
from ingest.metadata import describe
from ingest.plain import text_file
from ingest.settings import IngestSettings
from ingest.structure import passages

# The question-side model embeds these few passages; loading the one for bulk takes longer than all the tests.
SMALL = Settings.model_validate({"embedding": {"small_batch": 1_000_000}})

LETTER = """Tjänsteskrivelse

Datum
2025-03-13

Diarienummer: TKN-2025/00123

Till tekniska nämnden

Ny cykelbro över Ån

Förslag till beslut

Tekniska nämnden uppdrar åt förvaltningen att bygga en cykelbro av trä.
"""
MINUTES = """Tekniska nämnden
Sammanträdesprotokoll
Sammanträdesdatum 2025-04-08

Beslutande: Ulla Strand (S)

Utses att justera: Per Sjö (M)

§ 22 Dnr TKN 2025/123

Ny cykelbro över Ån

Beslut

Tekniska nämnden uppdrar åt förvaltningen att återkomma senast 2026-01-30 med en cykelbro av trä.

§ 23 Dnr TKN 2025/140

Badhus

Beslut

Ärendet bordläggs.
"""


def read(text: str, path: str) -> Document:
    raw = text_file(text, path)
    whole, found = passages(blocks(raw))
    metadata = describe(SourceFile(path, len(text), 0, path), raw, whole, found, None, IngestSettings())
    return Document(metadata, whole, with_force(found, metadata.kind))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    index_documents([read(LETTER, "brev.txt"), read(MINUTES, "protokoll.txt")], folder, SMALL)
    return folder


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(build(), list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("spelling", ["TKN-2025/00123", "tkn 2025/123", "2025/123", "TKN 2025:123"])
def test_a_case_is_shown_in_whatever_spelling(data: Path, spelling: str) -> None:
    code, out, _ = run("case", spelling, "--data", str(data), "--json")
    case = json.loads(out)
    assert code == 0
    assert [(step["date"], step["kind"], step["outcome"]) for step in case["steps"]] == [
        ("2025-03-13", "tjänsteskrivelse", "förslag"),
        ("2025-04-08", "protokoll", "uppdrag"),
    ]
    assert [item["deadlines"] for item in case["open_assignments"]] == [["2026-01-30"]]


def test_a_case_is_readable_without_json(data: Path) -> None:
    code, out, _ = run("case", "TKN 2025/123", "--data", str(data))
    assert code == 0
    assert "2025-04-08  uppdrag: protokoll, Tekniska nämnden § 22" in out
    assert "Uppdrag utan återrapportering:" in out


def test_an_unknown_case_is_said_so(data: Path) -> None:
    code, out, err = run("case", "KS 1900/1", "--data", str(data))
    assert (code, out) == (1, "")
    assert "KS 1900/1" in err


def test_the_report_is_json_and_a_page(data: Path, tmp_path: Path) -> None:
    page = tmp_path / "rapport.html"
    code, out, _ = run("report", "--data", str(data), "--json", "--html", str(page))
    report = json.loads(out)
    found = {group["name"]: [one["section_sign"] for one in group["findings"]] for group in report["groups"]}
    assert code == 0
    assert report["documents"] == 2
    assert found["decision_without_letter"] == ["§ 23"]
    assert "Registratorns rapport" in page.read_text(encoding="utf-8")


def test_without_an_index_the_fault_is_one_line(tmp_path: Path) -> None:
    code, out, err = run("case", "KS 2024/1", "--data", str(tmp_path))
    assert (code, out) == (1, "")
    assert err.startswith("Fel: ")
