"""What is read of published documents, measured against labels made by hand; half of them never looked at before.

A label names its file by the hash of its content and holds facts only. A field that is left out is not scored:
the document does not state it, or two readers would disagree.
"""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from ingest.documents import Document, Force, SourceFile
from ingest.identifiers import same_case
from ingest.pipeline import read_document
from ingest.settings import IngestSettings

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LABELS = Path(__file__).with_name("labels") / "published.jsonl"
# What has been measured on the half that was not looked at while building; a fall below is a regression.
LEAST = {"kind": 0.97, "case_numbers": 0.99, "date": 0.98, "board": 0.98, "sections": 1.0, "pages": 1.0}

pytestmark = [pytest.mark.corpus, pytest.mark.slow]


def read_all() -> dict[str, Document]:
    """Read every labelled file once, by the hash of its content."""
    settings = IngestSettings.model_validate({"ocr": False, "office_conversion": False})
    wanted = {label["sha256"] for label in labels()}
    documents = {}
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix not in (".pdf", ".txt"):
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest[:16] in wanted:
            relative = path.relative_to(CORPUS).as_posix()
            file = SourceFile(relative, path.stat().st_size, 0, digest)
            documents[digest[:16]] = read_document(CORPUS, file, settings)
    return documents


def labels() -> list[dict[str, object]]:
    """Return the labels."""
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def differences(label: dict[str, object], document: Document) -> dict[str, tuple[object, object]]:
    """Return what was read otherwise than the label says: field -> (label, read)."""
    metadata = document.metadata
    read: dict[str, object] = {
        "kind": metadata.kind.value,
        "board": metadata.board,
        "date": metadata.date.isoformat() if metadata.date else None,
        "case_numbers": list(metadata.case_numbers),
        "sections": len({passage.section_sign for passage in document.passages if passage.section_sign}),
        "pages": metadata.pages,
    }
    wrong = {name: (label[name], value) for name, value in read.items() if name in label and label[name] != value}
    if "case_numbers" in wrong:
        expected, found = wrong["case_numbers"]
        assert isinstance(expected, list)
        assert isinstance(found, list)
        both = len(expected) == len(found) and all(any(same_case(one, other) for other in found) for one in expected)
        if both:
            del wrong["case_numbers"]
    return wrong


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Read the labelled documents, or skip where they are not at hand."""
    if not CORPUS.is_dir():
        pytest.skip("../shared is not part of the product")
    return read_all()


def test_the_labels_are_enough() -> None:
    splits = Counter(label["split"] for label in labels())
    assert len(labels()) >= 60
    assert splits["held"] >= len(labels()) / 2


@pytest.mark.parametrize("split", ["dev", "held"])
def test_fields_are_read_right(documents: dict[str, Document], split: str) -> None:
    chosen = [label for label in labels() if label["split"] == split]
    scored: Counter[str] = Counter(name for label in chosen for name in label)
    wrong: Counter[str] = Counter()
    said = []
    for label in chosen:
        for name, (expected, found) in differences(label, documents[str(label["sha256"])]).items():
            wrong[name] += 1
            said.append(f"{label['sha256']} {name}: {expected!r}, read {found!r}")
    rates = {name: 1 - wrong[name] / scored[name] for name in LEAST}
    assert all(rates[name] >= least for name, least in LEAST.items()), (rates, said)


@pytest.mark.parametrize("split", ["dev", "held"])
def test_decisions_are_found_and_none_invented(documents: dict[str, Document], split: str) -> None:
    right = read = expected = 0
    said = []
    for label in labels():
        if label["split"] != split or "decisions" not in label:
            continue
        wanted = label["decisions"]
        assert isinstance(wanted, int)
        found = sum(passage.force is Force.DECISION for passage in documents[str(label["sha256"])].passages)
        right, read, expected = right + min(found, wanted), read + found, expected + wanted
        if found != wanted:
            said.append(f"{label['sha256']}: {wanted} decisions, read {found}")
    assert right >= 0.97 * read, said
    assert right >= 0.97 * expected, said
