"""Answers as text, Markdown, Word and PDF: the same words, with their footnotes."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from fakes import LETTER, MINUTES, FakeAssistant

from assistant.answers import Answer, Question, Status
from assistant.texts import GREETING, UNSURE_PREFIX, not_found, partly
from assistant.web import answer_view, export, texts
from assistant.web.chat import answer_html
from assistant.web.overview import overview
from assistant.web.site import Site
from index.hits import EVERYONE

TODAY = dt.date(2026, 5, 4)


@pytest.fixture
def answer(assistant: FakeAssistant) -> Answer:
    return assistant.ask(Question("Vilken reservation och vad kostar brunnen på torget?"))


def test_a_line_holds_its_citations_in_place(answer: Answer) -> None:
    (group,) = answer_view.row_groups(answer)
    assert group.bullet
    assert [part.citation.number for row in group.rows for part in row.parts if part.citation] == [1, 2, 3]
    assert "[1]" not in "".join(part.text for row in group.rows for part in row.parts)


def test_a_number_in_brackets_that_is_no_citation_stays_text() -> None:
    row = answer_view._row("Se bilaga [7] och kartan.", {})
    assert row.parts[0].text == "Se bilaga [7] och kartan."


def test_sources_are_grouped_by_document(answer: Answer) -> None:
    found = answer_view.sources(answer.citations)
    assert [source.document_id for source in found] == list(dict.fromkeys(c.document_id for c in answer.citations))
    assert sum(len(source.citations) for source in found) == 3


def test_other_documents_of_the_case_are_apart_from_the_sources(assistant: FakeAssistant) -> None:
    shown = overview(each.metadata for each in assistant.index.documents(EVERYONE))
    answer = assistant.ask(Question("När släpps vattnet på?"))
    assert [each.document_id for each in answer.citations] == [MINUTES]
    assert [each.id for each in answer_view.read_also(answer, shown.cases)] == [LETTER]
    assert answer_view.read_also(assistant.ask(Question("Finns månstenar?")), shown.cases) == ()


def test_the_page_says_nothing_of_a_refusal_twice(site: Site, assistant: FakeAssistant) -> None:
    plain = assistant.ask(Question("Finns månstenar?"))
    refusal = replace(plain, answer=not_found(2, plain.filters, plain.nearest, ("Ingen handling nämner månstenar.",)))
    words = (
        answer_html(site, refusal, {}, "svar-1", "abc", 1, new=True)
        .split('<div class="svarstext"')[1]
        .split("</div>")[0]
    )
    assert "(2 handlingar). Ingen handling nämner månstenar.</p>" in words
    assert "Närmast ligger" not in words
    # A copy is read apart from the page.
    assert "Närmast ligger" in answer_view.as_text(refusal)


def test_an_answer_in_part_is_told_from_an_unsure_one(answer: Answer) -> None:
    unsure = replace(answer, status=Status.PARTIAL, answer=f"{partly(())}\n{answer.answer}")
    unspoken = replace(answer, status=Status.PARTIAL, answer=f"{partly(('mörkhalka',))}\n{answer.answer}")
    partial = replace(answer, status=Status.PARTIAL, answer=f"{partly(('när vägen sandas',))}\n{answer.answer}")
    assert {answer_view.status_words(one) for one in (unsure, unspoken)} == {texts.STATUS_UNSURE}
    assert answer_view.status_words(partial) == texts.STATUS["partial"]
    # It is said once: beside the answer on the page, in it where it is read apart.
    assert answer_view.as_shown(unsure).answer == answer.answer
    assert UNSURE_PREFIX in answer_view.as_text(unsure)
    assert answer_view.as_shown(unspoken).answer.startswith("”mörkhalka” nämns inte där.")
    assert "när vägen sandas" in answer_view.as_shown(partial).answer
    brief = replace(answer, status=Status.PARTIAL, answer=f"{partly((), brief=True)}\n{answer.answer}")
    assert answer_view.status_words(brief) == texts.STATUS_UNSURE
    assert answer_view.as_shown(brief).answer.startswith("Frågan är kort, och")


def test_after_a_refusal_only_the_nearest_case_is_asked_about(assistant: FakeAssistant) -> None:
    near, far = "Vad handlar ärende BN 2026/17 om?", "Vad handlar ärende BN 2019/3 om?"
    refusal = replace(assistant.ask(Question("Finns månstenar?")), suggestions=(far, near))
    assert answer_view.next_questions(refusal) == (near,)
    assert answer_view.next_questions(replace(refusal, status=Status.PARTIAL)) == (far, near)
    assert answer_view.next_questions(replace(refusal, nearest=())) == ()


def test_html_shows_hostile_words_as_words(site: Site, assistant: FakeAssistant) -> None:
    answer = assistant.ask(Question("Reserverar sig <img src=x onerror=alert(1)> mot beslutet?"))
    shown = answer_html(site, answer, {}, "svar-1", "abc", 1, new=True)
    assert "<img" not in shown
    assert "&lt;b&gt;inte&lt;/b&gt; *mer* än $6." in shown
    assert f'href="/handling/{MINUTES}#stycke-4"' in shown


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("**fet** [länk](http://x)", r"\*\*fet\*\* \[länk\]\(http\://x\)"),
        ("$5 och $6", r"\$5 och \$6"),
        ("<b>", r"\<b\>"),
        (":red[fara] :smile:", r"\:red\[fara\] \:smile\:"),
        ("# rubrik", r"\# rubrik"),
        ("1. punkt", r"1\. punkt"),
        ("- punkt", r"\- punkt"),
    ],
)
def test_markdown_of_documents_is_escaped(words: str, escaped: str) -> None:
    assert answer_view.escape_markdown(words) == escaped


def test_markdown_has_a_footnote_for_each_citation(answer: Answer) -> None:
    copied = answer_view.as_markdown(answer)
    assert copied.count("[^1]") == 2
    assert "[^3]:" in copied


def test_word_export_has_real_footnotes(answer: Answer) -> None:
    made = export.as_docx([export.Asked("Vad kostar brunnen?\x07", answer)], TODAY)
    document = docx.Document(io.BytesIO(made))
    assert document.paragraphs[0].text == "Vad kostar brunnen?"
    notes = zipfile.ZipFile(io.BytesIO(made)).read("word/footnotes.xml").decode()
    assert all(f'w:id="{number}"' in notes for number in (1, 2, 3))
    assert "BN 2026/17" in notes
    assert document.element.xml.count("w:footnoteReference") == 3


def test_pdf_export_says_dnr_place_and_stamp(answer: Answer) -> None:
    made = export.as_pdf([export.Asked("Vad kostar <b>brunnen</b> 🙂?", answer)], TODAY)
    with pypdfium2.PdfDocument(made) as document:
        text = " ".join(document[0].get_textpage().get_text_range().split())
    assert "Vad kostar <b>brunnen</b> ??" in text
    assert "BN 2026/17" in text
    assert "§ 12" in text
    assert "Framtaget 4 maj 2026" in text


def test_exports_belong_to_the_owner(site: Site, client: object, answer: Answer) -> None:
    conversation = site.history.start("anna", "Brunnen")
    site.history.add(conversation, "anna", "Vad kostar brunnen?", answer)
    client.cookies.set("arende_besokare", "anna")
    assert client.get(f"/samtal/{conversation}/1.docx").content.startswith(b"PK")
    assert client.get(f"/samtal/{conversation}.pdf").content.startswith(b"%PDF")
    assert client.get(f"/samtal/{conversation}/2.pdf").status_code == 404
    client.cookies.set("arende_besokare", "bertil")
    assert client.get(f"/samtal/{conversation}/1.docx").status_code == 404


def test_a_refusal_says_how_to_go_on(assistant: FakeAssistant) -> None:
    answer = assistant.ask(Question("Finns månstenar?"))
    assert answer.status is Status.NOT_FOUND
    assert answer_view.widening(answer)[-1].startswith("Se i översikten")


def test_files_of_the_page_are_part_of_the_product() -> None:
    web = Path(answer_view.__file__).parent
    assert {path.name for path in (web / "static").iterdir()} >= {"chatt.css", "chatt.js", "lasare.js", "sidor.css"}


def test_a_greeting_is_said_to_be_no_question(answer: Answer) -> None:
    greeted = replace(answer, status=Status.NOT_FOUND, answer=GREETING, claims=(), citations=(), nearest=())
    assert answer_view.status_words(greeted) == texts.STATUS_GREETING
    assert answer_view.widening(greeted) == ()
