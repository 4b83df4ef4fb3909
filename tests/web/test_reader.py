"""The reader's routes: what a link opens, who may open it, and what a broken link says."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import client_of
from fakes import LETTER, MINUTES, FakeAssistant, fake_assistant, no_index
from starlette.testclient import TestClient

from assistant.history import History
from assistant.web import texts
from assistant.web.reader_view import runs
from assistant.web.site import Site
from assistant.web.wording import text_mark
from index.hits import EVERYONE
from index.settings import WebSettings
from ingest.documents import Block, Box, Piece
from ingest.errors import IngestError, SkipReason

SECRET = "cccc000011112222"


def test_a_passage_has_its_anchor_page_and_boxes(client: TestClient) -> None:
    page = client.get(f"/handling/{MINUTES}").text
    mark = text_mark("Brunnsnämnden beslutar att bygga en ny brunn på torget för 450 000 kronor.")
    assert f'<li id="stycke-2" class="stycke verkan-decision" tabindex="-1" data-ord="{mark}" data-sida="1"' in page
    assert 'data-rutor="1:11.76,19.00,75.63,1.66"' in page


def test_the_page_is_swedish_with_title_and_skip_link(client: TestClient) -> None:
    page = client.get(f"/handling/{MINUTES}").text
    assert '<html lang="sv">' in page
    assert "<title>Protokoll Brunnsnämnden 2 mars – Ärendeassistenten</title>" in page
    assert '<a class="hoppa" href="#innehall">' in page


def test_document_text_is_never_markup(client: TestClient) -> None:
    letter, minutes = client.get(f"/handling/{LETTER}").text, client.get(f"/handling/{MINUTES}").text
    assert "<script>alert" not in letter
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in letter
    assert "$5 och &lt;b&gt;inte&lt;/b&gt; *mer* än $6." in minutes


def test_page_image_is_a_png_and_a_page_that_is_not_there_is_said(client: TestClient) -> None:
    image = client.get(f"/handling/{MINUTES}/sida/2.png")
    assert image.content.startswith(b"\x89PNG")
    for page in ("3", "9999", "0"):
        missing = client.get(f"/handling/{MINUTES}/sida/{page}.png")
        assert missing.status_code == 404
        assert texts.PAGE_GONE_TITLE in missing.text


def test_the_original_is_an_attachment(client: TestClient) -> None:
    original = client.get(f"/handling/{MINUTES}/original")
    assert original.content.startswith(b"%PDF")
    assert original.headers["content-disposition"].startswith("attachment")


def test_an_original_that_is_gone_is_said(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / f"{MINUTES}.pdf").unlink()
    assert texts.ORIGINAL_GONE_TITLE in client.get(f"/handling/{MINUTES}/original").text
    assert texts.READER_NO_IMAGE in client.get(f"/handling/{MINUTES}").text


@pytest.mark.parametrize("part", ["", "/original", "/sida/1.png"], ids=["reader", "original", "page image"])
def test_a_document_of_a_group_is_closed_to_others(client: TestClient, part: str) -> None:
    assert client.get(f"/handling/{SECRET}{part}").status_code == 404
    assert client.get(f"/handling/{SECRET}{part}", headers={"x-groups": "ekonomer, jurister"}).status_code == 200


def test_groups_are_believed_only_from_the_named_header(site: Site) -> None:
    client = client_of(replace(site, settings=WebSettings()))
    assert client.get(f"/handling/{SECRET}", headers={"x-groups": "jurister"}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/handling/okand",
        "/handling/..%2f..%2fetc%2fpasswd",
        "/handling/%2e%2e/%2e%2e/etc/passwd",
        "/handling/%00",
        f"/handling/{MINUTES}/sida/..%2f..%2fpasswd.png",
        f"/handling/{MINUTES}/sida/-1.png",
        f"/handling/{MINUTES}/sida/1e9.png",
        "/tillgangar/..%2frender.py",
        "/tillgangar/%2e%2e/%2e%2e/texts.py",
        "/finns/inte",
        "/'\"><img src=x>",
    ],
)
def test_addresses_that_lead_nowhere_say_so_in_swedish(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert '<html lang="sv">' in answer.text
    assert "finns inte" in answer.text
    assert "<img src=x" not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize("path", ["/oversikt", "/halsa", "/finns-inte", "/handling/okand", f"/handling/{MINUTES}"])
def test_every_answer_carries_a_policy_without_other_hosts(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_ready_only_with_an_index(client: TestClient, site: Site) -> None:
    assert client.get("/halsa").json() == {"status": "ok"}
    assert client.get("/redo").json() == {"status": "ready", "generation": "20260501-1"}
    empty = client_of(Site(site.data, site.settings, site.history, no_index))
    assert empty.get("/halsa").status_code == 200
    assert empty.get("/redo").status_code == 503
    assert "arende reindex" in empty.get("/oversikt").text


def test_pages_stand_under_the_path_a_proxy_gives_them(site: Site, assistant: object) -> None:
    site = Site(site.data, WebSettings(base_path="/arende"), site.history, lambda: assistant)
    client = client_of(site)
    page = client.get(f"/arende/handling/{MINUTES}").text
    assert f'src="/arende/handling/{MINUTES}/sida/1.png"' in page
    assert 'href="/arende/oversikt"' in page
    assert client.get(f"/handling/{MINUTES}").status_code == 404


def test_the_chat_page_is_swedish_and_gives_a_visitor_cookie(client: TestClient) -> None:
    answer = client.get("/")
    assert '<html lang="sv">' in answer.text
    assert '<a class="hoppa" href="#stMain">' in answer.text
    assert f"<title>{texts.PAGE_TITLE}</title>" in answer.text
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "set-cookie" not in client.get("/").headers


def test_every_passage_says_what_it_is_and_a_part_shows_it_once(client: TestClient) -> None:
    page = client.get(f"/handling/{MINUTES}").text
    assert page.count('<p class="verkansord" aria-hidden="true"><span class="verkan">Beslut</span></p>') == 1
    assert page.count('<span class="dold">Beslut: </span>Brunnsnämnden beslutar') == 2
    assert '<span class="dold">Reservation: </span>Lena' in page
    assert "Bakgrund" not in page


def test_a_section_number_and_its_title_are_one_heading(tmp_path: Path) -> None:
    assistant = fake_assistant(tmp_path)
    known = assistant.index.document(MINUTES, EVERYONE)
    first = known.passages[0]
    number = replace(first, text="§ 12 BN 2026/17", end=first.start + 15)
    title = replace(first, ordinal=99, text="Ny brunn på torget", start=first.start + 16)
    below = replace(first, ordinal=100, text="Beslut", level=2)
    shown = runs((number, title, below), known.metadata)
    assert [[each.passage.text for each in run.shown] for run in shown] == [
        ["§ 12 BN 2026/17", "Ny brunn på torget"],
        ["Beslut"],
    ]


def test_lines_under_one_another_are_boxed_as_one_and_columns_apart(tmp_path: Path) -> None:
    known = fake_assistant(tmp_path).index.document(MINUTES, EVERYONE)
    width, height = known.metadata.page_sizes[0]
    lines = (Box(50, 100, 250, 112), Box(60, 114, 300, 126), Box(320, 100, 500, 112), Box(320, 114, 480, 126))
    passage = replace(known.passages[0], pieces=tuple(Piece(0, 1, 1, box) for box in lines))
    (shown,) = runs((passage,), known.metadata)
    boxes = [[float(value) for value in part.partition(":")[2].split(",")] for part in shown.shown[0].boxes.split(";")]
    wanted = [(50, 100, 250, 26), (320, 100, 180, 26)]
    assert boxes == [
        pytest.approx([100 * x / width, 100 * y / height, 100 * w / width, 100 * h / height], abs=0.01)
        for x, y, w, h in wanted
    ]


def test_the_row_that_names_the_columns_is_the_head_of_its_table(tmp_path: Path) -> None:
    known = fake_assistant(tmp_path).index.document(MINUTES, EVERYONE)
    row = replace(known.passages[1], block=Block.TABLE_ROW, text="År Kronor", cells=("År", "Kronor"))
    below = replace(row, ordinal=99, text="2026 400", cells=("2026", "400"), table_header=("År", "Kronor"))
    (table,) = runs((row, below), known.metadata)
    assert table.titles is not None
    assert (table.titles.passage.text, [each.passage.text for each in table.shown]) == ("År Kronor", ["2026 400"])
    apart = runs((row, replace(below, table_header=("År", "Summa"))), known.metadata)
    assert [run.titles for run in apart] == [None, None]


def test_pages_of_an_office_file_are_converted_once(tmp_path: Path, assistant: FakeAssistant) -> None:
    asked: list[Path] = []
    drawn = (tmp_path / f"{MINUTES}.pdf").read_bytes()
    (tmp_path / f"{MINUTES}.pdf").write_bytes(b"PK an office file")

    def convert(file: Path) -> bytes:
        asked.append(file)
        return drawn

    data = tmp_path / "data"
    site = Site(data, WebSettings(), History(data), lambda: assistant, convert=convert)
    for page in (1, 2):
        image = client_of(site).get(f"/handling/{MINUTES}/sida/{page}.png")
        assert image.content.startswith(b"\x89PNG")
    assert 'id="sidbild"' in client_of(site).get(f"/handling/{MINUTES}").text
    assert asked == [tmp_path / f"{MINUTES}.pdf"]


def test_an_office_file_that_cannot_be_converted_is_tried_once(tmp_path: Path, assistant: FakeAssistant) -> None:
    tried: list[Path] = []
    (tmp_path / f"{MINUTES}.pdf").write_bytes(b"PK an office file")

    def convert(file: Path) -> bytes:
        tried.append(file)
        raise IngestError(file.name, SkipReason.TIMEOUT, "it took too long.")

    site = Site(tmp_path / "data", WebSettings(), History(tmp_path / "data"), lambda: assistant, convert=convert)
    client = client_of(site)
    assert [client.get(f"/handling/{MINUTES}/sida/{page}.png").status_code for page in (1, 2)] == [404, 404]
    assert len(tried) == 1
