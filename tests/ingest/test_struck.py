"""Words with a line drawn through them, and words marked with a colour: what is proposed, without what it takes out."""

from tests.ingest.papers import HEIGHT, LEFT, At, Paper

SIZE = 11


def printed(paper: Paper, *parts: tuple[str, bool]) -> Paper:
    """Print the parts of a line side by side, each struck out or not."""
    across = float(LEFT)
    for text, struck in parts:
        width = paper.canvas.stringWidth(text, "Helvetica", SIZE)
        paper.at(At(across, paper.top, text, size=SIZE))
        if struck:
            paper.canvas.rect(across, HEIGHT - paper.top + 2.8, width, 0.9, stroke=0, fill=1)
        across += width + paper.canvas.stringWidth(" ", "Helvetica", SIZE)
    paper.top += 14
    return paper


def test_words_struck_out_of_a_proposal_are_no_text_of_it() -> None:
    paper = Paper("arvoden.pdf").heading("Reglemente för arvoden", 16)
    printed(paper, ("Ordföranden i nämnden har ett arvode på", False), ("15 %", True), ("20 % av grundarvodet.", False))
    printed(paper, ("Ersättning utges i kronor för resor.", True))
    printed(paper, ("Arvodet", True), ("Det", False), ("betalas varje månad av lönekontoret.", False))
    texts = [one.text for one in paper.read().passages if not one.level]
    assert " ".join(texts) == (
        "Ordföranden i nämnden har ett arvode på 20 % av grundarvodet. Det betalas varje månad av lönekontoret."
    )


def test_an_item_struck_out_leaves_no_marker_behind() -> None:
    paper = Paper("plan.pdf").heading("Plan för lokaler", 16)
    for text, struck in (("Skolan i Norrängen byggs till", False), ("Ekhallen säljs", True), ("Badet rustas", False)):
        printed(paper, ("•", False), (text, struck))
    text = paper.read().text
    assert "Ekhallen" not in text
    assert text.count("•") == 2


def test_a_line_between_two_lines_of_text_and_one_under_words_strike_nothing_out() -> None:
    paper = Paper("plan.pdf").heading("Plan för lokaler", 16)
    printed(paper, ("Nämnden ska se över alla lokaler före sommaren.", False))
    paper.canvas.rect(LEFT, HEIGHT - paper.top + 9, 300, 0.9, stroke=0, fill=1)
    printed(paper, ("Skolan i Norrängen", False), ("byggs till under året.", False))
    paper.canvas.rect(LEFT, HEIGHT - paper.top + 12.5, 60, 0.9, stroke=0, fill=1)
    words = paper.read().text.split()
    assert " ".join(words).endswith("före sommaren. Skolan i Norrängen byggs till under året.")


def test_the_colour_behind_a_space_parts_no_columns() -> None:
    paper = Paper("plan.pdf").heading("Plan för lokaler", 16)
    text = "Nämnden ska se över alla lokaler före sommaren"
    start = LEFT + paper.canvas.stringWidth("Nämnden ska se över", "Helvetica", SIZE)
    paper.canvas.rect(start + 0.4, HEIGHT - paper.top - 3, 2.3, 13, stroke=0, fill=1)
    printed(paper, (text, False))
    (passage,) = [one for one in paper.read().passages if not one.level]
    assert passage.text == text
    assert not passage.cells
