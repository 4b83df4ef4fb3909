"""English as a choice: every text has it, the pages say which language they speak, answers stay as the documents are."""

import re
import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fakes import MINUTES, FakeAssistant
from starlette.testclient import TestClient

from assistant import texts as said
from assistant.answers import Question
from assistant.web import answer_view, language, texts, texts_english
from assistant.web.chat import answer_html
from assistant.web.language import LANGUAGE_COOKIE
from assistant.web.site import Site

NAMES = sorted(name for name in vars(texts) if name.isupper())
# Questions are put in the documents' language; names, signs and words of both languages look the same.
SHARED = {"EXAMPLE_TEMPLATES", "NEXT_TEMPLATES", "PRODUCT", "NAV_ADMIN", "ADMIN_TITLE"}
PAGES = (
    "/oversikt",
    "/register",
    "/uppdrag",
    "/arende/BN 2026/17",
    "/tillganglighet",
    f"/handling/{MINUTES}",
    "/saknas",
)


def leaves(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    return [value] if isinstance(value, str) else [leaf for each in value for leaf in leaves(each)]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "TRANSLATED"])
def test_every_text_has_its_english(name: str) -> None:
    swedish, english = getattr(texts, name), getattr(texts_english, name, None)
    assert type(english) is type(swedish)
    if isinstance(swedish, dict):
        assert list(english) == list(swedish)
    assert [fields(each) for each in leaves(english)] == [fields(each) for each in leaves(swedish)]
    if name not in SHARED:
        assert english != swedish


def test_every_error_has_its_english() -> None:
    assert set(texts_english.ERRORS) == set(said._ERRORS)


def test_no_sentence_stands_outside_the_texts() -> None:
    web = Path(texts.__file__).parent
    swedish = re.compile(r"[\"'>][^\"'<>{}]*[åäöÅÄÖ][^\"'<>{}]*[\"'<]")
    found = [
        f"{path.name}: {match[0]}"
        for path in [*web.glob("*.py"), *web.glob("templates/*")]
        if not path.name.startswith("texts")
        for line in path.read_text(encoding="utf-8").splitlines()
        if '"""' not in line and not line.lstrip().startswith(("#", "{#"))
        for match in swedish.finditer(line)
    ]
    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_speaks_the_language_that_is_chosen(client: TestClient, path: str) -> None:
    assert '<html lang="sv">' in client.get(path).text
    client.cookies.set(LANGUAGE_COOKIE, "en")
    page = client.get(path).text
    assert '<html lang="en">' in page
    assert texts_english.NAV_REGISTER in page
    assert texts.NAV_REGISTER not in page
    assert f'lang="sv" hreflang="sv">{texts_english.OTHER_LANGUAGE}</a>' in page


def test_the_choice_is_kept_and_leads_back(client: TestClient) -> None:
    came_from = {"referer": "http://testserver/register?ord=brunn"}
    answer = client.get("/sprak/en", headers=came_from, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/register?ord=brunn")
    assert texts_english.REGISTER_TITLE in client.get("/register").text
    assert texts.REGISTER_TITLE in client.get("/sprak/sv", headers=came_from).text


@pytest.mark.parametrize(
    "referer", ["http://evil.example//evil.example/x", "javascript:alert(1)", "//evil.example", ""]
)
def test_the_way_back_stays_on_this_site(client: TestClient, referer: str) -> None:
    place = client.get("/sprak/en", headers={"referer": referer}, follow_redirects=False).headers["location"]
    assert re.match(r"/(?![/\\])", place)
    assert client.get("/sprak/xx").status_code == 404


def test_the_chat_page_is_english_for_who_chose_it(client: TestClient) -> None:
    client.cookies.set(LANGUAGE_COOKIE, "en")
    page = client.get("/").text
    assert '<html lang="en">' in page
    assert f"<title>{texts_english.PAGE_TITLE}</title>" in page
    assert texts_english.SKIP_TO_CONTENT in page
    client.cookies.set(LANGUAGE_COOKIE, "xx")
    assert texts.SKIP_TO_CONTENT in client.get("/").text


def test_the_words_of_documents_are_marked_as_swedish(site: Site, assistant: FakeAssistant) -> None:
    answer = assistant.ask(Question("Vad kostar brunnen på torget?"))
    language.speak({LANGUAGE_COOKIE: "en"})
    try:
        shown = answer_html(
            site, replace(answer, standalone_question="Och vad kostar den?"), {}, "svar-1", "abc", 1, new=True
        )
        copied = answer_view.as_text(answer)
    finally:
        language.speak({})
    assert '<div class="svarstext" lang="sv">' in shown
    assert texts_english.SOURCES in shown
    assert re.search(r'<blockquote lang="sv">[^<]*brunn', shown)
    assert '§ 12, <span lang="sv">Ny brunn på torget</span>, p. 1' in shown
    assert '<span lang="sv">Och vad kostar den?</span>' in shown
    # What leaves the page with an answer is in the answer's language.
    assert "byggt 1 maj 2026" in copied
