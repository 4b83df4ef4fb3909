"""Headings stand below those whose number they go on with, whatever type they are set in."""

from tests.ingest.papers import COST, SURVEY, Paper


def paths(paper: Paper) -> list[tuple[str, ...]]:
    return [one.heading_path for one in paper.read().passages if not one.level]


def test_a_number_with_more_parts_stands_below_the_number_it_goes_on_with() -> None:
    paper = Paper("avtal.pdf").heading("Avtal om Ekhallen", 24).heading("Om avtalet", 20).heading("Bilaga", 18)
    paper.heading("6 Skötsel", 14).text(SURVEY).heading("6.1 Isen", 13).text(SURVEY).heading("6.2Lokaler", 13).text(
        COST
    )
    paper.heading("Städning", 12).text(SURVEY).heading("7 Hyra", 14).text(COST)
    above = ("Avtal om Ekhallen", "Om avtalet", "Bilaga")
    assert paths(paper) == [
        (*above, "Skötsel"),
        (*above, "Skötsel", "Isen"),
        (*above, "Skötsel", "Lokaler"),
        (*above, "Skötsel", "Lokaler", "Städning"),
        (*above, "Hyra"),
    ]


def test_large_type_that_runs_on_is_text() -> None:
    paper = Paper("rapport.pdf").heading("Rapport om avgifter", 24).text(SURVEY, SURVEY, COST)
    paper.heading("Förbehåll", 20)
    words = (
        "Som grund för rapporten har källor använts som kontoret har bedömt vara tillförlitliga men inte prövat".split()
    )
    for first in range(0, 60, 5):
        paper.line(" ".join((words * 6)[first : first + 5]), size=15, step=18)
    document = paper.read()
    assert [one.text for one in document.passages if one.level] == ["Rapport om avgifter", "Förbehåll"]


def test_the_title_of_a_section_whose_last_word_was_too_wide_for_the_line_is_whole() -> None:
    paper = Paper("protokoll.pdf").text(SURVEY, COST).heading("Rapport", 13)
    wide = "Svar på motion om rätten att välja skola i hela kommunen – Gunvor"
    paper.line(wide, bold=True, size=13, step=17.5).line("Wemmergrad (S) och Åke Ek (M)", bold=True, size=13).text(COST)
    assert f"{wide} Wemmergrad (S) och Åke Ek (M)" in [one.text for one in paper.read().passages if one.level]
