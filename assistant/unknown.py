"""Find the names, boards and figures of a question that the papers which would be cited do not hold; pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from rapidfuzz.distance import Indel

from assistant import texts
from assistant.bodies import begins_parts, goes_by, shortens
from assistant.bounds import within_limits
from assistant.question import Understanding
from assistant.settings import NEAREST_SHOWN
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Place, same_word
from index.everyday_names import bodies_meant
from index.hits import SearchResult
from index.swedish import STOP_WORDS, nominative, stem, words
from ingest.documents import DocumentMetadata, Passage
from ingest.swedish_dates import is_year

# "LOV-avtalet": the capitals are a name, what they are joined with is not.
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2,5}(?=$|-[a-zåäö]+(?:et|en|na)s?$)")
_IN_PLACE = re.compile(r"\bi\s+$", re.IGNORECASE)
# Where those come from whom somebody asks for: "åker mina gäster från Stockholm gratis".
_OF_ASKER = re.compile(r"\b(?:jag|vi|mig|oss|min|mitt|mina|vår|vårt|våra)\b[^?.!,]{0,30}\bfrån\s+$", re.IGNORECASE)
_BOARD = re.compile(
    r"(?<!och )\b[^\W\d_]{3,}(?:nämnd(?:en|ens)?|styrelse(?:n|ns)|utskott(?:et|ets)?)\b|\b[^\W\d_]*fullmäktiges?\b",
    re.IGNORECASE,
)
# From here on two names differ in one letter of a long name.
ONE_LETTER = 0.92
# A name of so many letters may begin a compound, whose other part has so many.
SHORTEST_BEGINNING = 5
SHORTEST_PART = 3
# Two letters stand for too much.
SHORTEST_INITIALS = 3


class Cited:
    """Know the documents that are cited, as text."""

    def __init__(self, cited: Iterable[DocumentMetadata], passages: Callable[[str], Sequence[Passage]]) -> None:
        documents = {document.id: document for document in cited}
        self.boards = {document.board.casefold(): document.board for document in documents.values() if document.board}
        self.headings = [
            heading
            for document in documents.values()
            for heading in dict.fromkeys(
                (document.title, *(one for passage in passages(document.id) for one in passage.heading_path))
            )
        ]
        self.homeless = all(document.municipality is None for document in documents.values())
        pieces = []
        for document in documents.values():
            pieces.append(_metadata_words(document))
            pieces.extend(passage.text for passage in passages(document.id))
        self.text = "\n".join(pieces)

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the documents."""
        return frozenset(words(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return their stems."""
        return frozenset(map(stem, self.words))

    def holds(self, value: Value) -> bool:
        """Tell whether the documents hold a name or a party in any spelling."""
        if short := _CAPITALS.match(value.text.strip()):
            letters = short.group()
            return (
                self._name(letters.casefold())
                or shortens(letters, self.text)
                or any(_initials(letters, heading) for heading in self.headings)
            )
        if all(self._name(part) for part in words(value.text)):
            return True
        return value.kind is ValueKind.PARTY and supported(value, values(self.text))

    def holds_stem(self, root: str) -> bool:
        """Tell whether the documents hold a word that is, or begins or ends with, a stem."""
        return any(root in known for known in self.stems)

    def may_be_of(self, name: str, result: SearchResult) -> bool:
        """Tell whether the documents are of a body that people may call so, where the name is not that of another."""
        plain = nominative(name.casefold())
        known = {nominative(part.text.casefold()) for part in result.recognised if part.kind == "board"}
        return plain not in known and bool(bodies_meant(plain, self.boards))

    def may_lie_in(self, understanding: Understanding, value: Value) -> bool:
        """Tell whether a name is that of a place ("i Ekvik") and no cited document says whose it is."""
        return self.homeless and _IN_PLACE.search(understanding.text[: value.start]) is not None

    def _name(self, word: str) -> bool:
        return (
            word in self.words
            or nominative(word) in self.words
            or stem(word) in self.stems
            or self._begins_name(word)
            or (len(word) > 5 and (same_word(word, set(self.words)) >= 0.75 or self._misspelt(word)))
        )

    def _begins_name(self, word: str) -> bool:
        """Tell whether a name begins another one that the documents hold: "Granån" that of "Granåbron"."""
        bare = word.removesuffix("s").removesuffix("n")
        longer = len(bare) + SHORTEST_PART
        return len(bare) >= SHORTEST_BEGINNING and any(
            len(known) >= longer and known.startswith(bare) for known in self.words
        )

    def _misspelt(self, word: str) -> bool:
        """Tell whether the documents hold a name but for one letter."""
        return any(
            known[:2] == word[:2] and Indel.normalized_similarity(nominative(known), word) >= ONE_LETTER
            for known in self.words
        )


# Sentences before the one that asks, and words that ask.
_TOLD_FIRST = re.compile(r"(?:[^.!?]|\.(?!\s+[A-ZÅÄÖ]))+[.!]\s+(?=[A-ZÅÄÖ][^.!]*\?\W*$)")
_ASKS = re.compile(
    r"\b(?:vad|vem|vems|vilka|vilken|vilket|hur|när|var|varför|ange|sammanfatta|berätta|lista)\b", re.IGNORECASE
)


def unknown(
    understanding: Understanding,
    cited: Cited,
    result: SearchResult,
    passages: Callable[[str], Sequence[Passage]],
) -> tuple[str, ...]:
    """Return that the cited paper does not know names, parties and boards of the question."""
    told = _circumstances(understanding.text)
    missing = [
        (value.text.strip(), value)
        for value in understanding.named
        if value.kind in {ValueKind.NAME, ValueKind.PARTY}
        and value.start >= told
        and not _OF_ASKER.search(understanding.text[: value.start])
        and not cited.holds(value)
        and not cited.may_lie_in(understanding, value)
        and not _shortened(understanding.text[: value.start], value.text, cited.text)
    ]
    boards = [
        (match.group(), stem(match.group().casefold()))
        for match in _BOARD.finditer(understanding.text)
        if not cited.holds_stem(stem(match.group().casefold()))
        and not goes_by(match.group(), cited.text)
        and not cited.may_be_of(match.group(), result)
    ]
    if not missing and not boards:
        return ()
    # What a paper holds that the refusal itself names is not said to be missing there.
    first = list({hit.document.id: hit.document for hit in result.hits}.values())[:NEAREST_SHOWN]
    near = Cited(first, passages)
    held = [(words_for, near.holds(value)) for words_for, value in missing]
    held += [(words_for, near.holds_stem(root)) for words_for, root in boards]
    return tuple(dict.fromkeys(texts.TOO_FAR if known else texts.unknown_value(one) for one, known in held))


def _initials(letters: str, heading: str) -> bool:
    """Tell whether capitals are the initials of words in a row of a heading or title: "IOP" of "Idéburet offentligt partnerskap"."""
    if len(letters) < SHORTEST_INITIALS:
        return False
    begun = "".join(word[0] for word in words(heading) if word not in STOP_WORDS)
    return letters.casefold() in begun


def _shortened(before: str, short: str, text: str) -> bool:
    """Tell whether capitals after a name stand for the word that a text has after it: "Norrvallens IP", "Norrvallens idrottsplats"."""
    name = before.split()[-1:]
    if not name or not _CAPITALS.fullmatch(short.strip()) or not name[0][0].isupper():
        return False
    after = re.findall(rf"\b{re.escape(name[0])}\s+(\w+)", text, re.IGNORECASE)
    return any(begins_parts(short.strip().casefold(), word.casefold()) for word in after)


def uncounted(
    understanding: Understanding,
    shown: Sequence[Place],
    result: SearchResult,
    passages: Callable[[str], Sequence[Passage]],
) -> tuple[str, ...]:
    """Return the figures of the question that neither a cited document nor anything found holds in any spelling."""
    figures = _figures(understanding)
    if not figures:
        return ()
    ids = dict.fromkeys(place.evidence.document.id for place in shown)
    held = [hit.text for hit in result.hits] + [passage.text for one in ids for passage in passages(one)]
    text = "\n".join(held)
    missing = [
        value
        for value in figures
        if not re.search(rf"(?<!\d){re.escape(value.key.partition('.')[0])}(?!\d)", text)
        and not any(supported(value, values(one)) for one in held)
        and not any(within_limits(value, understanding.text, place.text) for place in shown)
    ]
    return tuple(texts.unknown_value(value.text.strip()) for value in missing)


def _circumstances(text: str) -> int:
    """Return where the question begins after what somebody tells first: "Det är minus 30 och bussen kom inte. Får …?"; the papers need not know that."""
    told = _TOLD_FIRST.match(text)
    return told.end() if told and not _ASKS.search(told.group()) else 0


def _figures(understanding: Understanding) -> list[Value]:
    """Return the amounts and shares in digits that a question takes for granted: no year, no single digit, no "26/27"."""
    kinds, text = {ValueKind.NUMBER, ValueKind.PERCENT}, understanding.text
    told = _circumstances(text)
    return [
        value
        for value in understanding.named
        if value.kind in kinds
        and value.start >= told
        and len(value.key) > 1
        and value.text[0].isdigit()
        and not is_year(value.key)
        and "/" not in text[max(0, value.start - 1) : value.end + 1]
    ]


def _metadata_words(document: DocumentMetadata) -> str:
    dates = [day.isoformat() for day in document.days]
    people = [person.name for person in document.people]
    return " ; ".join(
        [
            document.title,
            document.board or "",
            document.municipality or "",
            *dates,
            *document.case_numbers,
            *people,
            *document.parties,
        ]
    )
