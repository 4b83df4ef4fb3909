"""Say how surely a word of a text is a form of a word of the question; pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Indel

from assistant.verify import same_word
from index.swedish import STOP_WORDS, grams, stem, words
from index.vocabulary import ALIKE, VOCABULARY

LIKE_SPELLING = 0.84
# What registrars write short, and words of comparison in time: a question uses the one, the document the other.
_SHORT_FORMS = {
    "tillförordn": ("tf", "tillf"),
    "tf": ("tillförordnad",),
    "ordför": ("ordf",),
    "sekreter": ("sekr",),
    "ersät": ("ers",),
    "handlägg": ("handl",),
    "kommunfullmäkt": ("kf",),
    "fullmäkt": ("kf",),
    "kommunstyr": ("ks",),
    "kf": ("kommunfullmäktige",),
    "ks": ("kommunstyrelsen",),
    "procent": ("procentuell", "andel"),
    "innan": ("föregående", "förra", "tidigare"),
    "föregå": ("innan", "förra"),
    "period": ("motsvarande",),
    "vald": ("väljs", "väljer", "valts", "utses"),
    "valt": ("väljs", "väljer", "valdes"),
    "utsåg": ("utses", "utser", "utsett", "utsetts"),
    "telefonnumr": ("tel", "tfn", "telefon"),
}


# Words that change a verb: "säga upp" is told by "uppsägning" too. What stands between verb and particle is short.
_PARTICLES = {
    **{
        one: one for one in ("upp", "ut", "in", "om", "av", "över", "bort", "fram", "till", "på", "igen", "ihop", "hop")
    },
    "ner": "ned",
    "ned": "ned",
    "emot": "mot",
    "tillbaka": "åter",
}
# What people say, with the word that goes with it where one does, and how the words of the administration for it begin.
_PLAIN = {
    ("skick", "tillbaka"): ("återremi", "återförvis"),
    ("skickat", "tillbaka"): ("återremi", "återförvis"),
    ("stopp", ""): ("upphäv",),
    ("riv", "upp"): ("upphäv", "överpröv"),
    ("rivit", "upp"): ("upphäv",),
    ("rev", "upp"): ("upphäv",),
    ("skjut", "upp"): ("bordlägg", "bordlad", "uppsk"),
    ("sköt", "upp"): ("bordlägg", "bordlad", "uppsk"),
    ("skriv", "under"): ("underteck", "signer"),
    ("skrev", "under"): ("underteck", "signer"),
    ("gick", "back"): ("undersk", "minus"),
    ("går", "back"): ("undersk", "minus"),
    ("gick", "plus"): ("översk",),
    ("minus", ""): ("undersk",),
    ("plus", ""): ("översk",),
    ("nej", ""): ("avsl", "avstyrk"),
    ("gratis", ""): ("avgiftsfri", "kostnadsfri"),
    ("bestämm", ""): ("beslut",),
    ("bestämd", ""): ("beslut",),
    ("jobb", ""): ("arbeta", "anställ"),
    ("slut", ""): ("upphör",),
    ("dyr", ""): ("kostnad", "fördyr", "merkostnad"),
    ("dyrar", ""): ("kostnad", "fördyr", "merkostnad"),
    ("uppsägningstid", ""): ("varsel", "uppsäg"),
    ("vräkt", ""): ("avhys", "uppsäg", "uppsagd"),
}
# Adjectives that lose a vowel when they are bent: "vuxna" is "vuxen", "säkra" is "säker", "enkla" is "enkel".
_LOST_VOWEL = re.compile(r"(?<=[^aeiouyåäö])(?=[nlr]$)")
BETWEEN = 4
SHORTEST_ROOT = 3


def with_particles(text: str) -> dict[str, frozenset[str]]:
    """Return how words of the administration for a word of a question begin, by its stem.

    A word that a particle follows is joined with it ("säger … upp": "uppsäg"); plain words have others ("stoppa": "upphäv").
    """
    found = words(text)
    joined: dict[str, set[str]] = {}
    for place, word in enumerate(found):
        root = stem(word)
        if word in STOP_WORDS or len(root) < SHORTEST_ROOT:
            continue
        for later in found[place + 1 : place + 1 + BETWEEN]:
            if particle := _PARTICLES.get(later):
                joined.setdefault(root, set()).add(f"{particle}{root}")
    for (root, along), begins in _PLAIN.items():
        places = [place for place, word in enumerate(found) if stem(word) == root]
        if places and (not along or along in found[places[0] + 1 :]):
            joined.setdefault(root, set()).update(begins)
    return {root: frozenset(begins) for root, begins in joined.items()}


def particle_verbs(text: str, terms: Iterable[str]) -> frozenset[str]:
    """Return the verbs of a text joined with the particle behind them, where a term begins with it: "säga upp" is "uppsäga" beside "uppsägningstid"."""
    particles = _beginning(tuple(terms))
    if not particles:
        return frozenset()
    found = words(text)
    return frozenset(
        f"{particle}{word}"
        for word, *later in zip(found, found[1:], [*found[2:], ""], strict=False)
        for one in later
        if (particle := _PARTICLES.get(one, "")) in particles and len(word) >= SHORTEST_ROOT and word not in STOP_WORDS
    )


@lru_cache(maxsize=100)
def _beginning(terms: tuple[str, ...]) -> frozenset[str]:
    """Return the particles that terms begin with: most questions hold none, and are asked of every sentence."""
    return frozenset(
        one
        for one in _PARTICLES.values()
        if any(term.startswith(one) and len(term) > len(one) + SHORTEST_ROOT for term in terms)
    )


class Held:
    """Know the words of some texts: those that may be forms of another word share letters with it, and few do."""

    def __init__(self, held: Iterable[str]) -> None:
        self.words = frozenset(held)
        self._listed = tuple(self.words)
        numbers = VOCABULARY.numbers(self._listed)
        self._grams, self._whose = VOCABULARY.grams(numbers)
        self._begins = VOCABULARY.begins(numbers)

    def near(self, term: str) -> list[str]:
        """Return the words that ``match`` may hold to be a form of a term; all others it does not."""
        if len(term) < ALIKE:
            return list(self._listed)
        near = self._begins == VOCABULARY.begins(VOCABULARY.numbers([term]))
        near[self._whose[np.isin(self._grams, VOCABULARY.grams_of(term))]] = True
        short = {one for one in _SHORT_FORMS.get(term, ()) if one in self.words}
        return list(short.union(self._listed[place] for place in np.flatnonzero(near).tolist()))


@lru_cache(maxsize=10_000)
def _gram_set(word: str) -> frozenset[str]:
    return frozenset(grams(word))


@lru_cache(maxsize=100_000)
def match(term: str, word: str) -> float:
    """Return 0-1: the same stem, a short form, a compound, a misspelling, or no relation."""
    if stem(word) == term or word == term or word in _SHORT_FORMS.get(term, ()):
        return 1.0
    if word in STOP_WORDS or term[0].isdigit() or word[0].isdigit() or min(len(term), len(word)) < 4:
        return 0.0
    if len(term) >= 5 and term in word:
        return 0.85 if word.startswith(term) or len(term) >= 7 else 0.75
    whole = _LOST_VOWEL.sub("e", term)
    if whole != term and word.startswith(whole):
        return 1.0 if word == whole else 0.85
    root = stem(word)
    if len(root) >= 5 and root in term:
        return 0.7
    if term[:2] == word[:2] and min(len(term), len(root)) >= 6:
        # Misspelt: "återraportera".
        likeness = Indel.normalized_similarity(term, root)
        if likeness >= LIKE_SPELLING:
            return 0.85 * likeness
    if _gram_set(term).isdisjoint(grams(word)):
        return 0.0
    overlap = same_word(term, {word})
    return 0.8 * overlap if overlap >= 0.5 else 0.0
