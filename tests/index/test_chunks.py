"""Chunks hold neighbouring passages of one section, and their ids are stable."""

from dataclasses import replace

from index.chunks import MOST_WORDS, chunks, embedded_text
from ingest.documents import Block, Document


def words(count: int, word: str = "ord") -> str:
    return " ".join([word] * count)


def test_no_chunk_crosses_a_heading_or_a_section_sign(make) -> None:
    document = make(parts=(("§ 1 Val", "Ett."), ("§ 2 Budget", "Två."), ("§ 2 Budget", "Tre."), ("Bilagor", "Fyra.")))
    found = chunks(document)
    assert [chunk.text.splitlines()[1:] for chunk in found] == [["Ett."], ["Två.", "Tre."], ["Fyra."]]
    assert [chunk.section_sign for chunk in found] == ["§ 1", "§ 2", None]


def test_line_with_the_sign_leads_the_title_below_it(make) -> None:
    document = make(parts=(("§ 1 KUN 2031/7", "Titeln"), ("§ 1 KUN 2031/7", "Nämnden godkänner.")))
    sign, title, body = document.passages
    title = replace(title, block=Block.HEADING, heading_path=(), level=1)
    sign, body = replace(sign, heading_path=("Titeln",)), replace(body, heading_path=("Titeln",))
    (chunk,) = chunks(Document(document.metadata, document.text, (sign, title, body)))
    assert chunk.text.splitlines() == ["§ 1 KUN 2031/7", "Titeln", "Nämnden godkänner."]


def test_every_passage_is_in_exactly_one_chunk(make) -> None:
    document = make(parts=tuple((f"Rubrik {i // 5}", words(45)) for i in range(30)))
    covered = [ordinal for chunk in chunks(document) for ordinal in range(chunk.first, chunk.last + 1)]
    assert covered == [passage.ordinal for passage in document.passages]


def test_long_section_is_cut_between_passages_into_even_parts(make) -> None:
    document = make(parts=tuple(("Ärendet", words(50)) for _ in range(8)))
    sizes = [len(chunk.text.split()) for chunk in chunks(document)]
    assert len(sizes) > 1
    assert max(sizes) <= MOST_WORDS
    assert min(sizes) >= 90


def test_passage_longer_than_a_chunk_stands_alone(make) -> None:
    document = make(parts=(("A", "kort"), ("A", words(900)), ("A", "slut")))
    assert [len(chunk.text.split()) for chunk in chunks(document)] == [2, 900, 1]


def test_heading_is_citable_in_the_chunk_below_it(make) -> None:
    (chunk,) = chunks(make(parts=(("Ekonomi", "Kostnaden är låg."),)))
    assert (chunk.first, chunk.last) == (0, 1)
    assert chunk.text == "Ekonomi\nKostnaden är låg."


def test_context_says_where_the_chunk_stands(make) -> None:
    document = make(parts=(("Ekonomi", "Text."),), case_numbers=("KUN 2031/7",))
    (chunk,) = chunks(document)
    assert chunk.context == "Handling d1 · Kulturnämnden · 2031-03-04 · KUN 2031/7 · Ekonomi"
    assert embedded_text(chunk).startswith(chunk.context)


def test_table_rows_carry_their_header_in_the_context(make) -> None:
    document = make(parts=((None, "A: 1"),))
    row = replace(document.passages[0], block=Block.TABLE_ROW, table_header=("År", "Belopp"), cells=("2031", "4"))
    (chunk,) = chunks(Document(document.metadata, document.text, (row,)))
    assert "År | Belopp" in chunk.context


def test_ids_are_the_same_next_time_and_change_with_the_text(make) -> None:
    first = [chunk.id for chunk in chunks(make(parts=(("A", "ett"), ("B", "två"))))]
    again = [chunk.id for chunk in chunks(make(parts=(("A", "ett"), ("B", "två"))))]
    other = [chunk.id for chunk in chunks(make(parts=(("A", "ett"), ("B", "tre"))))]
    assert first == again
    assert first[0] == other[0]
    assert first[1] != other[1]


def test_document_without_passages_has_no_chunks(make) -> None:
    document = make()
    assert chunks(Document(document.metadata, "", ())) == ()


def test_a_table_of_contents_is_in_no_chunk_and_parts_what_stands_around_it(make) -> None:
    document = make(
        parts=(("Plan", "Före."), ("Plan", "Mål 3\nMedel 4"), ("Plan", "Efter."), ("Innehåll", "Syfte 5\nMål 6"))
    )
    contents = {2, 5}
    listed = tuple(replace(one, block=Block.CONTENTS) if one.ordinal in contents else one for one in document.passages)
    found = chunks(Document(document.metadata, document.text, listed))
    covered = {ordinal for chunk in found for ordinal in range(chunk.first, chunk.last + 1)}
    assert [chunk.text.splitlines() for chunk in found] == [["Plan", "Före."], ["Efter."]]
    assert not covered & contents
