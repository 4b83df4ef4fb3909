"""Turn a chunk into the tokens of each field of the word index, joined by spaces. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from index import swedish

FIELDS = ("words", "stems", "grams", "parts", "context_stems", "context_grams")


@dataclass(frozen=True, slots=True)
class WordEntry:
    """Hold what is searchable by words of one chunk."""

    chunk_id: str
    document_id: str
    text: str
    context: str = ""
    heading: str = ""
    title: str = ""
    case_numbers: tuple[str, ...] = ()
    board: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hold what is indexed of one word, joined by spaces."""

    stem: str
    grams: str
    parts: str


def tokens_of(word: str, is_word: Callable[[str], bool]) -> Tokens:
    """Return the tokens of one word; ``is_word`` proves the parts of compounds."""
    stem = swedish.stem(word)
    split = swedish.compound_parts(word, is_word)
    return Tokens(stem, " ".join(swedish.grams(word)), " ".join((stem, *map(swedish.stem, split))))


def fields(entry: WordEntry, tokens: Callable[[str], Tokens]) -> dict[str, str]:
    """Return the text of each field."""
    words = swedish.words(entry.text)
    text = [tokens(word) for word in words]
    around = (entry.heading, entry.title, entry.board or "", *entry.case_numbers, *entry.people)
    # What the context line already says counts once.
    said = " ".join((entry.context, *(part for part in around if part not in entry.context)))
    context = [tokens(word) for word in swedish.words(said)]
    return {
        "words": " ".join(words),
        "stems": " ".join(word.stem for word in text),
        "grams": " ".join(word.grams for word in text),
        "parts": " ".join(word.parts for word in text),
        "context_stems": " ".join(word.stem for word in context),
        "context_grams": " ".join(word.grams for word in context),
    }
