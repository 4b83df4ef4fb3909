"""The report is one page that says what happened, and shows text as text."""

import re
from typing import Any

from eval.report import decimal_text, figure_text, page
from eval.summary import Figure

SERVER = "http://arende.example"


def test_page_needs_no_network_and_links_citations_to_the_chat(make: Any) -> None:
    html = page([make.result(), make.result(make.unanswerable(id="u"), make.refusal())], None, {}, SERVER + "/")
    assert 'href="http://arende.example/handling/d1#stycke-7"' in html
    links = re.findall(r'(?:src|href|url)\s*[=(]\s*["\']?(https?://[^"\')]+)', html)
    assert all(link.startswith((SERVER, "http://www.w3.org/")) for link in links)
    assert html.count("<svg") == 4
    assert "<script src" not in html


def test_page_tells_what_changed_since_the_baseline(make: Any) -> None:
    before = [make.result(make.case(id=f"q{n}")) for n in range(8)]
    after = [make.result(make.case(id=f"q{n}"), make.refusal()) for n in range(8)]
    html = page(after, before, {}, SERVER)
    assert "Sämre än tidigare" in html
    assert html.count(">nu fel</td>") == 8
    assert "−1,000, säkerställt" in html
    assert "Tidigare svar" in html


def test_markup_in_questions_and_answers_is_shown_as_text(make: Any) -> None:
    nasty = "<script>alert(1)</script>"
    html = page([make.result(make.case(question=nasty), make.answer(f"{nasty} 1 450"))], None, {}, SERVER)
    assert nasty not in html
    assert "&lt;script&gt;alert(1)" in html


def test_broken_gates_are_named(make: Any) -> None:
    html = page([make.result(make.case(id="bad7"), stored=())], None, {}, SERVER)
    assert "brutet av bad7" in html


def test_numbers_are_swedish_and_undefined_is_a_dash() -> None:
    assert decimal_text(-0.25) == "−0,250"
    assert figure_text(Figure(0.5, 0.25, 0.75, 4)) == "0,500 (0,250–0,750)"
    assert figure_text(Figure(None, None, None, 0)) == "–"
