"""Swedish tokens: words, stems, character grams inside words, compound parts, sentences. Pure, no index."""

import re
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache

import snowballstemmer

# Four letters with the word's ends marked found more than five without, on every set measured (docs/retrieval.md).
GRAM_LENGTH = 4
# A part shorter than this is more often an ending than a word of its own.
SHORTEST_PART = 3
SHORTEST_COMPOUND = 8
# Letters that Swedish puts between the parts of a compound: "verksamhets-plan", "kyrko-gård", "gatu-belysning".
LINKING = ("", "s", "o", "u", "e", "a")

_WORD = re.compile(r"[^\W_]+")
_FOLDED = str.maketrans(
    {"é": "e", "è": "e", "ê": "e", "á": "a", "à": "a", "ü": "u", "ë": "e", "ï": "i", "ø": "ö", "æ": "ä"}
)
_TO_FOLD = re.compile("[éèáàüëïøæ]")
# "kl. 9" and "t.ex. en" go on; a capital letter or a figure after full stop and space begins anew.
# The space first: a search for it is three times as fast as looking behind every letter.
_SENTENCE_END = re.compile(r"\s(?:(?<=[^\W\d_][.!?]\s)\s*(?=[A-ZÅÄÖ\"”])|(?<=\d[.!?]\s)\s*(?=[A-ZÅÄÖ\"”])|(?<=\n)\n*)")

# Grammar, not topic: words that say how a question is asked. Closed word classes only, so that no subject is lost.
STOP_WORDS = frozenset(
    _WORD.findall(
        """
        alla allt att av blev bli blir blivit bland båda både de del dem den denna deras dess dessa det detta dig din
        dina ditt du där då efter ej eller en enligt er era ert ett finns fram från få får fått för före gällande genom
        gör göra gjort ha hade han hans har hennes hon honom hos hur här i icke in inför ingen inget inom inte är ju
        kan kom komma kommer kunde man med mellan men mig min mina mitt mot mycket måste möjligt ni nu när någon något
        några nån nåt och också om oss på samma samt sedan sig sin sina sitt ska skall skulle som så sådan till tills
        under upp ut utan vad var vara varför varit varje vars vart vem vems vi via vid vilka vilkas vilken vilket vill
        än ändå även åt över
        """
    )
)


def words(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case, in order."""
    return list(_words(text))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    lowered = unicodedata.normalize("NFC", text).lower()
    # Few texts hold a letter to fold, and looking for one is far quicker than folding.
    return tuple(_WORD.findall(lowered.translate(_FOLDED) if _TO_FOLD.search(lowered) else lowered))


@lru_cache(maxsize=500_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a word; numbers stay as they are."""
    # One for each word, at a third of a microsecond: a shared one mixes up the words of questions asked at once.
    return word if word[0].isdigit() else str(snowballstemmer.stemmer("swedish").stemWord(word))


@lru_cache(maxsize=100_000)
def grams(word: str) -> tuple[str, ...]:
    """Return the character 4-grams of a word, its beginning marked "^" and its end "$"."""
    marked = f"^{word}$"
    return tuple(marked[i : i + GRAM_LENGTH] for i in range(max(1, len(marked) - GRAM_LENGTH + 1)))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a line end also ends a sentence."""
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def nominative(name: str) -> str:
    """Return a name without the "s" of the genitive; one that ends in "s" loses it too, so compare it with its like."""
    return name.removesuffix("s")


def holds_name(held: Container[str], word: str) -> bool:
    """Tell whether words hold a word of a name, where either may stand in the genitive."""
    return word in held or nominative(word) in held or f"{word}s" in held


def content_words(text: str) -> list[str]:
    """Return the words that carry a subject, or all words where nothing else is left."""
    found = words(text)
    return [word for word in found if word not in STOP_WORDS] or found


def compound_parts(word: str, is_word: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the parts of a compound that ``is_word`` proves, longest last part first; empty if it is none.

    The last part carries the meaning ("budgetuppföljning" is an "uppföljning"), so the split with the longest
    proven tail wins, and the head is split further where it is a compound itself.
    """
    if len(word) < SHORTEST_COMPOUND or not word.isalpha():
        return ()
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART):
        tail = word[cut:]
        if len(tail) <= SHORTEST_PART or not is_word(tail):
            continue
        for link in LINKING:
            head = word[: cut - len(link)] if link and word[:cut].endswith(link) else word[:cut] if not link else ""
            if len(head) >= SHORTEST_PART and is_word(head):
                return (*(compound_parts(head, is_word) or (head,)), tail)
    return ()
