"""The chain of a case and the registrar's report, over invented documents of one case."""

import datetime as dt
import importlib.util
import json
from pathlib import Path

import pytest

from ingest.chain import chain
from ingest.documents import Document, Failure, Kind, Origin, SourceFile
from ingest.force import with_force
from ingest.layout import blocks
from ingest.metadata import describe
from ingest.outcomes import Outcome, outcome_of
from ingest.plain import text_file
from ingest.report import as_page, registrar_report
from ingest.settings import IngestSettings
from ingest.sidecar import load_sidecars
from ingest.structure import passages

_SPEC = importlib.util.spec_from_file_location("case_texts", Path(__file__).with_name("case_texts.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
texts = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(texts)

REPORTING_BACK = """Tekniska nämnden
Protokollsutdrag
2026-01-20

§ 3 Dnr TKN-2025/00123

Slutredovisning av cykelbro

Ärendebeskrivning

Förvaltningen har den 8 januari 2026 lämnat en slutredovisning av den nya cykelbron över Ån till nämnden.

Beslut

Tekniska nämnden godkänner slutredovisningen. Uppdraget från den 8 april 2025, § 22 anses därmed slutfört.
"""


def read(text: str, path: str) -> Document:
    raw = text_file(text, path)
    whole, found = passages(blocks(raw))
    digest = f"{abs(hash(text)):064x}"[:64]
    metadata = describe(SourceFile(path, len(text), 0, digest), raw, whole, found, None, IngestSettings())
    return Document(metadata, whole, with_force(found, metadata.kind))


@pytest.fixture(scope="module")
def case() -> list[Document]:
    return [
        read(texts.MINUTES, "2025-04-08/protokoll.txt"),
        read(texts.OFFICER_LETTER, "2025-04-08/tjansteskrivelse.txt"),
        read(texts.COMMITTEE_EXCERPT, "2025-04-08/utdrag.txt"),
    ]


def test_steps_stand_in_order_with_outcome_and_quote(case: list[Document]) -> None:
    found = chain(case, "TKN 2025/123")
    assert [(str(step.date), step.kind, step.section_sign, step.outcome) for step in found.steps] == [
        ("2025-03-13", Kind.TJANSTESKRIVELSE, None, Outcome.FORSLAG),
        ("2025-03-25", Kind.PROTOKOLLSUTDRAG, "§ 12", Outcome.FORSLAG),
        ("2025-04-08", Kind.PROTOKOLL, "§ 22", Outcome.UPPDRAG),
    ]
    documents = {document.metadata.id: document for document in case}
    assert all(documents[step.document_id].text[step.start : step.end] == step.quote for step in found.steps)


def test_an_assignment_is_open_until_it_is_reported_back(case: list[Document]) -> None:
    open_now = chain(case, "TKN-2025/00123").open_assignments
    assert [(item.section_sign, item.deadlines) for item in open_now] == [("§ 22", (dt.date(2026, 1, 30),))]
    later = chain([*case, read(REPORTING_BACK, "2026-01-20/utdrag.txt")], "TKN-2025/00123")
    assert later.open_assignments == ()
    assert len(later.assignments) == 1


@pytest.mark.parametrize(
    "decision",
    [
        "Parkenheten ska före jul 2025 återrapportera till nämnden hur cykelbron har tagits emot.",
        "Trafikenheten ska två gånger om året redovisa hur många som cyklar över bron.",
    ],
)
def test_what_somebody_is_to_report_is_an_assignment(decision: str) -> None:
    excerpt = read(
        f"Tekniska nämnden\nProtokollsutdrag\n2025-04-08\n\n§ 22 Dnr TKN-2025/00123\n\nNy cykelbro\n\nBeslut\n\n{decision}\n",
        "u.txt",
    )
    assert [item.quote for item in chain([excerpt], "TKN-2025/00123").open_assignments] == [decision]


def test_what_a_board_proposes_to_a_higher_one_is_a_step_though_its_heading_says_no_decision() -> None:
    excerpt = read(
        "Kommunstyrelsen\nProtokollsutdrag\n2025-04-08\n\n§ 22 Dnr TKN-2025/00123\n\nNy cykelbro\n\nKommunstyrelsens förslag till "
        "kommunfullmäktige\n\nCykelbron byggs år 2026.\n\nKommunstyrelsens eget beslut\n\nTekniska nämnden får i uppdrag att följa upp bron.\n",
        "u.txt",
    )
    found = chain([excerpt], "TKN-2025/00123")
    assert [item.quote for item in found.open_assignments] == ["Tekniska nämnden får i uppdrag att följa upp bron."]
    assert len(found.steps) == 1


def test_an_excerpt_and_its_minutes_are_one_step(case: list[Document]) -> None:
    excerpt = texts.MINUTES[texts.MINUTES.index("§ 22 Dnr") : texts.MINUTES.index("§ 23 Dnr")]
    copy = read(f"Tekniska nämnden\nProtokollsutdrag\n2025-04-08\n\n{excerpt}", "ks/utdrag.txt")
    steps = chain([*case, copy], "TKN-2025/00123").steps
    assert [step.also for step in steps if step.section_sign == "§ 22"] == [(copy.metadata.id,)]


def test_what_is_not_held_is_named(case: list[Document]) -> None:
    reasons = {link.reason for link in chain(case, "TKN-2025/00123").missing}
    assert "protokollet från Tekniska nämnden 2024-11-19 finns inte i underlaget" in reasons
    assert not any("2025-03-25" in reason for reason in reasons)


def test_an_unknown_case_has_no_steps(case: list[Document]) -> None:
    assert chain(case, "KS 1999/1").steps == ()


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Motionen bifalls.", Outcome.BIFALL),
        ("Nämnden avslår motionen.", Outcome.AVSLAG),
        ("Ärendet återremitteras till förvaltningen.", Outcome.ATERREMISS),
        ("Ärendet bordläggs.", Outcome.BORDLAGGNING),
        ("Nämnden lägger rapporten till handlingarna.", Outcome.TILL_HANDLINGARNA),
        ("Motionen anses besvarad.", Outcome.BESVARAD),
        ("Nämnden anser initiativet vara besvarat med vad som anförts.", Outcome.BESVARAD),
        ("Initiativet lämnas till förvaltningen för beredning.", Outcome.BEREDNING),
        ("Planen antas.", Outcome.ANTAGEN),
        ("Avgiften höjs med två procent.", Outcome.BESLUT),
    ],
)
def test_the_outcome_is_named_as_the_registry_does(text: str, outcome: Outcome) -> None:
    assert outcome_of(text) is outcome


def test_the_report_names_what_needs_a_hand(case: list[Document]) -> None:
    twin = read(texts.OFFICER_LETTER, "kopia/samma brev.txt")
    unnumbered = read(texts.STATEMENT_TO_DISTRICT, "tjansteutlatande.txt")
    failures = [
        Failure("skannad.pdf", "no_text", "Cannot read 'skannad.pdf': no text"),
        Failure("last.pdf", "encrypted", "locked"),
    ]
    report = registrar_report([*case, twin, unnumbered], failures)
    found = {group.name: [finding.source for finding in group.findings] for group in report.groups}
    assert found["no_text"] == ["skannad.pdf"]
    assert found["unreadable"] == ["last.pdf"]
    assert found["duplicates"] == ["kopia/samma brev.txt"]
    assert found["no_case_number"] == ["tjansteutlatande.txt"]
    assert found["decision_without_letter"] == ["2025-04-08/protokoll.txt"]
    assert found["unresolved"]
    assert report.as_json()["findings"] == report.findings == sum(map(len, found.values()))


def test_the_page_shows_names_as_text() -> None:
    report = registrar_report([], [Failure("<script>.pdf", "no_text", "a & b")])
    page = as_page(report, dt.datetime(2026, 1, 2, 3, 4))
    assert "&lt;script&gt;.pdf" in page
    assert "<script>" not in page
    assert '<html lang="sv">' in page


def test_a_sidecar_wins_and_says_where_from(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(texts.OFFICER_LETTER, encoding="utf-8")
    (tmp_path / "brev.txt.json").write_text(
        json.dumps(
            {"ArkivobjektID": "KS 2024/9", "Titel": "Ny titel", "Datum": "2024-05-06", "Handlingstyp": "yttrande"}
        ),
        encoding="utf-8",
    )
    sidecars = load_sidecars(tmp_path)
    raw = text_file(texts.OFFICER_LETTER, "brev.txt")
    whole, found = passages(blocks(raw))
    metadata = describe(
        SourceFile("brev.txt", 1, 0, "0"), raw, whole, found, sidecars.by_path["brev.txt"], IngestSettings()
    )
    assert (metadata.case_numbers, metadata.title, metadata.kind) == (("KS 2024/9",), "Ny titel", Kind.YTTRANDE)
    assert metadata.date == dt.date(2024, 5, 6)
    told = {(source.name, source.value, source.origin) for source in metadata.field_sources}
    assert ("date", "2024-05-06", Origin.SIDECAR) in told
    assert ("date", "2025-03-13", Origin.TEXT) in told


def test_a_table_describes_the_files_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "möte å"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"x")
    rows = (
        "Fil;Diarienummer;Nämnd;Datum;Handläggare\n"
        "a.pdf;KS 2024/17;Kommunstyrelsen;2024-02-03;Karin Alm\nborta.pdf;KS 2024/18;;;\n"
    )
    (folder / "metadata.csv").write_text(rows, encoding="cp1252")
    sidecars = load_sidecars(tmp_path)
    described = sidecars.by_path["möte å/a.pdf"]
    assert (described.case_numbers, described.board, described.date) == (
        ("KS 2024/17",),
        "Kommunstyrelsen",
        dt.date(2024, 2, 3),
    )
    assert [person.name for person in described.people] == ["Karin Alm"]
    assert ["borta.pdf" in problem.message for problem in sidecars.problems] == [True]


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"Datum": "i går"}', '{"Handlingstyp": "roman"}', "\x00"],
    ids=["cut", "list", "date", "kind", "nul"],
)
def test_a_broken_sidecar_is_reported_and_stops_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    (tmp_path / "a.txt.json").write_text(content, encoding="utf-8")
    problems = load_sidecars(tmp_path).problems
    assert len(problems) == 1
    assert "a.txt.json" in problems[0].message


def _minutes(day: str, *sections: tuple[int, str, str]) -> str:
    body = "\n\n".join(
        f"§ {number} Dnr TKN 2025/{number}\n\n{title}\n\nBeslut\n\n{decision}" for number, title, decision in sections
    )
    return f"Tekniska nämnden\n\nSammanträdesprotokoll\n\n{day}\n\n{body}\n"


def _findings(documents: list[Document], name: str) -> list[tuple[str | None, str]]:
    group = next(group for group in registrar_report(documents).groups if group.name == name)
    return [(finding.section_sign, finding.detail) for finding in group.findings]


def test_a_meeting_whose_papers_are_not_held_is_one_finding() -> None:
    decision = "Tekniska nämnden beslutar att anta förslaget."
    sections = tuple((number, f"Upphandling nummer {number}", decision) for number in (3, 4, 5))
    held = read(_minutes("2025-04-08", *sections), "protokoll.txt")
    assert _findings([held], "decision_without_letter") == [
        (None, "mötets handlingar finns inte i underlaget: 3 beslut utan dem")
    ]


def test_elections_need_no_letter() -> None:
    decision = "Tekniska nämnden utser Karin Alm till ledamot."
    held = read(_minutes("2025-04-08", (3, "Val av ledamot i byggnadsutskottet", decision)), "protokoll.txt")
    assert _findings([held], "decision_without_letter") == []


def test_minutes_from_before_what_is_held_are_named_once_for_each_body() -> None:
    told = (
        "Tekniska nämnden beslutar att stå fast vid Tekniska nämndens beslut 2019-03-12 § 14 och vid Tekniska nämndens "
        "beslut 2019-05-14 § 31."
    )
    held = read(_minutes("2025-04-08", (3, "Belysning i parken", told)), "protokoll.txt")
    assert [detail for _, detail in _findings([held], "unresolved")] == [
        "underlaget omfattar inte protokoll från Tekniska nämnden av den tiden: 2 sammanträden 2019-03-12 till 2019-05-14"
    ]


def test_missing_enclosures_of_one_section_are_one_finding() -> None:
    text = _minutes("2025-04-08", (3, "Belysning i parken", "Tekniska nämnden godkänner kalkylen."))
    held = read(f"{text}\nBeslutsunderlag\n\n• Kalkyl för belysningen\n\n• Ritningar över parken\n", "protokoll.txt")
    assert _findings([held], "unresolved") == [
        ("§ 3", "2 handlingar under ärendet finns inte i underlaget: ”Kalkyl för belysningen”, ”Ritningar över parken”")
    ]
