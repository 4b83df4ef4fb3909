"""Structure, force and metadata of case documents in the dialects of different municipalities."""

import datetime as dt
import importlib.util
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import Block, Document, Force, Kind, Passage, Role, SourceFile, TextBlock
from ingest.force import with_force
from ingest.layout import blocks
from ingest.metadata import describe
from ingest.plain import text_file
from ingest.settings import IngestSettings
from ingest.structure import passages

_SPEC = importlib.util.spec_from_file_location("case_texts", Path(__file__).with_name("case_texts.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
texts = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(texts)


def read(text: str, path: str = "handling.txt") -> Document:
    raw = text_file(text, path)
    whole, found = passages(blocks(raw))
    file = SourceFile(path, len(text), 0, "0" * 64)
    metadata = describe(file, raw, whole, found, None, IngestSettings())
    return Document(metadata, whole, with_force(found, metadata.kind))


def said(document: Document, force: Force) -> list[str]:
    return [passage.text for passage in document.passages if passage.force is force]


def holding(document: Document, words: str) -> Passage:
    return next(passage for passage in document.passages if words in passage.text)


@pytest.mark.parametrize(
    "text",
    [texts.OFFICER_LETTER, texts.STATEMENT_TO_DISTRICT, texts.MINUTES, texts.COMMITTEE_EXCERPT, texts.INITIATIVE],
)
def test_passages_cover_the_text_in_order(text: str) -> None:
    document = read(text)
    assert all(document.text[one.start : one.end] == one.text for one in document.passages)
    assert "\n\n".join(passage.text for passage in document.passages) == document.text
    assert [passage.ordinal for passage in document.passages] == list(range(len(document.passages)))


@given(st.lists(st.tuples(st.text(min_size=1, max_size=60), st.sampled_from(list(Block))), max_size=30))
def test_any_blocks_become_passages_that_cover_the_text(parts: list[tuple[str, Block]]) -> None:
    given_blocks = [TextBlock(text, block, 1) for text, block in parts]
    text, found = passages(given_blocks)
    assert (text, found) == passages(given_blocks)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end < after.start for before, after in itertools.pairwise(found))


def test_officer_letter_is_described_by_its_head() -> None:
    metadata = read(texts.OFFICER_LETTER).metadata
    assert metadata.kind is Kind.TJANSTESKRIVELSE
    assert metadata.case_numbers == ("TKN-2025/00123",)
    assert metadata.board == "Tekniska nämnden"
    assert metadata.date == dt.date(2025, 3, 13)
    assert metadata.title == "Ny cykelbro över Ån"
    assert metadata.municipality == "Björkviks kommun"
    assert metadata.recipients == ("Kommunstyrelsen",)
    assert {(person.name, person.role) for person in metadata.people} == {
        ("Karin Alm", Role.HANDLAGGARE),
        ("Ulf Ek", Role.ANSVARIG),
    }


def test_officer_letter_proposes_and_decides_nothing() -> None:
    document = read(texts.OFFICER_LETTER)
    assert said(document, Force.DECISION) == []
    assert len(said(document, Force.PROPOSAL)) == 2
    assert holding(document, "beslutade den 19 november").force is Force.BACKGROUND
    assert holding(document, "av trä är billigast").force is Force.OPINION
    assert holding(document, "återkomma senast").deadlines == (dt.date(2026, 1, 30),)
    assert holding(document, "återkomma senast").item == "2"


def test_letter_without_the_word_is_known_by_its_form() -> None:
    document = read(texts.STATEMENT_TO_DISTRICT)
    assert document.metadata.kind is Kind.TJANSTESKRIVELSE
    assert document.metadata.board == "Strandbydens kommundelsnämnd"
    assert document.metadata.date == dt.date(2023, 6, 8)
    assert document.metadata.title == "Granskning 12/2022 av hur bänkar och skyltar i parkerna sköts"
    assert said(document, Force.PROPOSAL) == ["Granskningen läggs till handlingarna"]
    assert len(said(document, Force.RECOMMENDATION)) == 2
    assert holding(document, "bedömer att nämnden").force is Force.AUDIT_FINDING
    assert holding(document, "delar revisorernas bild").force is Force.OPINION


def test_minutes_are_divided_into_their_sections() -> None:
    document = read(texts.MINUTES, "protokoll.txt")
    signs = list(dict.fromkeys(passage.section_sign for passage in document.passages if passage.section_sign))
    assert signs == ["§ 21", "§ 22", "§ 23", "§ 24"]
    bridge = holding(document, "bygga en cykelbro av trä")
    assert bridge.section_sign == "§ 22"
    assert bridge.heading_path == ("Ny cykelbro över Ån", "Beslut")
    assert bridge.case_numbers == ("TKN-2025/00123",)
    assert holding(document, "hälsar ledamöterna").case_numbers == ()
    assert document.metadata.kind is Kind.PROTOKOLL
    assert document.metadata.case_numbers == ("TKN-2025/00123", "TKN-2025/00140")
    assert document.metadata.board == "Tekniska nämnden"
    assert document.metadata.date == dt.date(2025, 4, 8)


def test_minutes_decide_only_where_they_decide() -> None:
    document = read(texts.MINUTES, "protokoll.txt")
    assert said(document, Force.DECISION) == [
        "1. Tekniska nämnden beslutar att bygga en cykelbro av trä.",
        "2. Tekniska nämnden uppdrar åt förvaltningen att återkomma senast 2026-01-30 med en slutredovisning.",
        "Ärendet återremitteras till förvaltningen för en kostnadsberäkning.",
        "Tekniska nämnden lägger meddelandena till handlingarna.",
    ]
    assert holding(document, "yrkar avslag").force is Force.YRKANDE
    assert holding(document, "finner att nämnden beslutar").force is Force.BACKGROUND
    assert holding(document, "reserverar sig").force is Force.RESERVATION


def test_people_of_minutes_have_their_parts() -> None:
    people = {(person.name, person.role) for person in read(texts.MINUTES, "protokoll.txt").metadata.people}
    assert ("Ulla Strand", Role.ORDFORANDE) in people
    assert ("Eva Lund", Role.SEKRETERARE) in people
    assert ("Per Sjö", Role.JUSTERARE) in people


def test_a_committee_only_proposes_to_its_board() -> None:
    document = read(texts.COMMITTEE_EXCERPT)
    assert document.metadata.kind is Kind.PROTOKOLLSUTDRAG
    assert document.metadata.board == "Tekniska nämndens arbetsutskott"
    assert said(document, Force.DECISION) == []
    assert said(document, Force.PROPOSAL) == ["Tekniska nämnden beslutar att bygga en cykelbro av trä."]
    assert holding(document, "billigast").force is Force.OPINION


def test_an_initiative_proposes_and_is_signed() -> None:
    document = read(texts.INITIATIVE)
    assert document.metadata.kind is Kind.NAMNDINITIATIV
    assert document.metadata.board == "Tekniska nämnden"
    assert document.metadata.date == dt.date(2025, 2, 25)
    assert document.metadata.parties == ("V", "M")
    assert len([passage for passage in document.passages if passage.block is Block.ATT_SATS]) == 2
    assert holding(document, "fler bänkar.").force is Force.PROPOSAL


def test_sections_of_a_regulation_are_no_minutes() -> None:
    document = read(texts.REGULATION)
    assert all(passage.section_sign is None for passage in document.passages)
    assert said(document, Force.DECISION) == []


def test_references_name_board_section_and_day() -> None:
    references = read(texts.OFFICER_LETTER).metadata.refers_to
    sections = {(one.target, one.board, one.date) for one in references if one.kind == "section"}
    assert ("§ 75", "Tekniska nämnden", dt.date(2024, 11, 19)) in sections
    assert ("§ 75", "TKN", dt.date(2024, 11, 19)) in sections
    assert "Utredning cykelbro 2025" in [one.target for one in references if one.kind == "document"]


def test_a_counted_vote_is_a_decision_and_what_the_chair_found_before_it_is_not() -> None:
    vote = """Omröstning

Ordföranden finner att nämnden beslutar enligt Per Sjös yrkande. Omröstning begärs.

Med 6 ja-röster mot 5 nej-röster beslutar nämnden enligt förvaltningens förslag.

Beslut
"""
    document = read(texts.MINUTES.replace("Beslut\n", vote, 1), "protokoll.txt")
    assert holding(document, "6 ja-röster").force is Force.DECISION
    assert holding(document, "Omröstning begärs").force is Force.BACKGROUND


def test_a_statement_keeps_its_number_below_the_word() -> None:
    letter = "Granbacka kommun\n\nYttrande\n\nVår referens: TKN 2031/14\n\nTill revisorerna\n\nInledning\n\nNämnden svarar.\n"
    assert read(letter, "yttrande.txt").metadata.case_numbers == ("TKN 2031/14",)


def test_a_table_of_contents_holds_no_headings() -> None:
    contents = "INNEHÅLL\n\nInledning 3\n\nGator och vägar 4\n\nParker 7\n\nInledning\n\nPlanen gäller gator, vägar och parker.\n"
    document = read(contents, "plan.txt")
    assert [passage.text for passage in document.passages if passage.level] == ["INNEHÅLL", "Inledning"]


def test_a_line_drawn_under_a_title_is_no_part_of_it() -> None:
    document = read(
        "Lägesrapport om bron\n====================\n\nBron är klar till hälften enligt planen.\n", "rapport.txt"
    )
    assert document.passages[0].text == "Lägesrapport om bron"
    assert document.passages[0].level == 1


def test_what_another_authority_has_decided_is_neither_asked_for_nor_decided_here() -> None:
    report = "Utlåtande om plan\n\nLänsstyrelsens beslut\n\nLänsstyrelsen beslutar att upphäva planen för bron över ån i Granbacka.\n"
    assert holding(read(report, "utlatande.txt"), "upphäva planen").force is Force.BACKGROUND


def test_a_section_name_on_a_line_of_its_own_needs_no_blank_line() -> None:
    letter = "TJÄNSTESKRIVELSE\n\nBelysning i parken\n\nFörslag till beslut\nNämnden beslutar att köpa stolpar.\n\nBakgrund\nDet är mörkt.\n"
    document = read(letter, "skrivelse.txt")
    assert said(document, Force.PROPOSAL) == ["Nämnden beslutar att köpa stolpar."]
    assert holding(document, "mörkt").heading_path[-1] == "Bakgrund"


def test_a_proposed_clause_that_names_a_kind_of_section_heads_nothing() -> None:
    clauses = (
        "att godkänna tjänsteskrivelsen som nämndens svar till stadsrevisionen, samt",
        "att ge kontoret i uppdrag att lägga fram en plan senast i mars 2032.",
    )
    document = read(
        "\n".join(("Tjänsteskrivelse", "", "Förslag till beslut", "", "Nämnden föreslås besluta", *clauses))
    )
    assert said(document, Force.PROPOSAL)[-2:] == list(clauses)
    assert holding(document, clauses[1]).heading_path[-1] == "Förslag till beslut"


CALL = """Lillbo kommun
Tekniska nämnden

KALLELSE
2031-03-04

Tid: tisdagen den 11 mars 2031 kl. 16.00
Plats: Stadshuset, sal Fyren

Ärenden
1. Upprop
2. Belysning på torget, TN 2031/14
"""


def test_a_call_belongs_to_the_day_it_calls_to_not_to_the_day_it_was_sent() -> None:
    document = read(CALL, "kallelse.txt")
    assert document.metadata.kind is Kind.KALLELSE
    assert document.metadata.meeting_date == dt.date(2031, 3, 11)


def test_minutes_are_of_the_day_given_with_place_and_hour_not_of_the_day_they_were_signed() -> None:
    head = (
        "Sammanträdesprotokoll tekniska nämnden\n\nPlats och tid: Lillbo folkets hus, stora scenen ovanför restaurangen, torsdag 6 mars 2031"
        " klockan 17–19\n\nBeslutande: Ulla Strand (S), ordförande\n\nJustering: 2031-03-13\n\n"
        "§ 7 Belysning på torget\n\nDnr TN 2031/14\n\nBeslut\n\nNämnden godkänner förslaget.\n"
    )
    assert read(head, "protokoll-7.txt").metadata.meeting_date == dt.date(2031, 3, 6)


def test_a_line_cut_out_of_a_paragraph_is_no_title_for_sharing_words_with_the_file_name() -> None:
    heading = "Besökarnas egna ord"
    first = "Enkäten om fritidsgårdar gjordes i mars på alla tre gårdar i Lillbo, där ungdomarna svarade på plats och"
    survey = f"{heading}\n\n{first}\nalla fick den tid som de behövde för att svara på frågorna om gården.\n"
    assert read(survey, "enkat_fritidsgardar.txt").metadata.title == f"{heading} – Enkät fritidsgårdar"


@pytest.mark.parametrize(("kind", "force"), [(Kind.PROTOKOLL, Force.DECISION), (Kind.TJANSTESKRIVELSE, Force.PROPOSAL)])
def test_what_a_board_proposes_under_its_decision_is_what_it_decided(kind: Kind, force: Force) -> None:
    path = ("Taxa för bad i Lillån", "Beslut", "Tekniska nämnden föreslår kommunfullmäktige besluta")
    item = Passage(0, "att anta taxan.", 0, 15, 1, Block.ATT_SATS, Force.BACKGROUND, path, "§ 22")
    assert with_force([item], kind)[0].force is force
