"""HTML → `RawFile`: headings, paragraphs, list items and table rows in document order."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from ingest.documents import Line, RawFile
from ingest.flow import BLANK, heading, paragraph, row, unpaged
from ingest.normalise import normal_text
from ingest.plain import decode

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED = ("script", "style", "noscript", "template", "nav", "svg", "head")
_CONTAINERS = frozenset(_HEADINGS) | {
    *("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure"),
    *("footer", "form", "header", "html", "li", "main", "ol", "p", "pre", "section", "summary"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}


def read_html(path: Path, relative: str) -> RawFile:
    """Return the visible text of an HTML file as lines."""
    return html_file(decode(path.read_bytes(), relative), relative)


def html_file(text: str, relative: str) -> RawFile:
    """Return the visible text of HTML that is already decoded."""
    soup = BeautifulSoup(text, "html.parser")
    title = normal_text(soup.title.get_text(" ")) if soup.title else ""
    language = soup.html.get("lang") if soup.html else None
    for tag in soup.find_all(_SKIPPED):
        tag.decompose()
    lines = (line for found in _lines(soup) for line in (found, BLANK))
    properties = [("title", title)] if title else []
    if isinstance(language, str) and language:
        properties.append(("language", language))
    return unpaged(relative, lines, tuple(properties))


def _lines(parent: Tag) -> Iterator[Line]:
    """Yield the lines of an element; text that stands beside block elements becomes its own line."""
    loose: list[str] = []
    for child in parent.children:
        if isinstance(child, Tag) and (child.name in _CONTAINERS or child.find(list(_CONTAINERS))):
            yield from _flush(loose)
            yield from _block_lines(child)
        elif isinstance(child, Tag) and child.name == "br":
            yield from _flush(loose)
        elif isinstance(child, Tag):
            loose.append(child.get_text())
        elif type(child) is NavigableString:
            loose.append(str(child))
    yield from _flush(loose)


def _flush(loose: list[str]) -> Iterator[Line]:
    text = normal_text("".join(loose))
    loose.clear()
    if text:
        yield paragraph(text)


def _block_lines(tag: Tag) -> Iterator[Line]:
    if tag.name in _HEADINGS:
        text = normal_text(tag.get_text(" "))
        if text:
            yield heading(text, _HEADINGS[tag.name])
    elif tag.name == "tr":
        yield from _row(tag)
    elif tag.name == "li":
        yield from _item(tag)
    else:
        yield from _lines(tag)


def _row(tag: Tag) -> Iterator[Line]:
    found = tag.find_all(("td", "th"), recursive=False)
    cells = [normal_text(cell.get_text(" ")) for cell in found]
    if any(cells):
        yield row(cells, bold=all(cell.name == "th" for cell in found))


def _item(tag: Tag) -> Iterator[Line]:
    ordered = tag.parent is not None and tag.parent.name == "ol"
    number = 1 + len(tag.find_previous_siblings("li"))
    mark = f"{number}. " if ordered else "• "
    for position, line in enumerate(_lines(tag)):
        yield line if position else paragraph(mark + line.text)
