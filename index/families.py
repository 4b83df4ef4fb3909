"""Words of one family across word classes: "ansöka" and "ansökan", "kostar" and "kostnad", "avslog" and "avslag". Pure.

Snowball joins the forms of a verb, and the forms of a noun, but not the verb with the noun made of it. A noun in -ning,
-ation, -nad, -else, -an or -ande belongs to a verb whose stem is what is left of it; verbs that change their vowel are listed,
with whatever stands before them ("före|slog", "av|slog"). Both words have to be there: a family is only claimed of a
pair, one of them in the form of a verb, so that no root is made up.
"""

import re
from functools import lru_cache

from index import swedish

SHORTEST_ROOT = 4
SHORTEST_PREFIX = 2

_NOUN_ENDINGS = (
    "nationerna", "nationen", "nationer", "nation", "ningarna", "ningar", "ningen", "ning", "naderna", "nader",
    "naden", "nad", "elserna", "elsen", "elser", "else", "ingarna", "ingar", "ingen", "ing", "andena", "andet",
    "anden", "ande", "an",
)  # fmt: skip
# "rekommendation" belongs to "rekommendera", "kombination" to "kombinera"; "byggnation" to "bygga".
_LOANED = re.compile(r"(\w{3,}(?:[aeiouyåäö]n|[^\Wn]))ation(?:en|er|erna)?")
_VERB_ENDING = re.compile(r"(?:a|ar|ade|at|as|ades|ats|er|te|de|t|des|tes|ad|d|da)$")
# Verbs with a noun that no ending makes, in the forms that stand at the end of a word.
_CHANGING = {
    form: forms[0]
    for forms in (
        ("slå", "slår", "slog", "slogs", "slås", "slagit", "slagits", "slagen", "slag"),
        ("dra", "drar", "drog", "drogs", "dragit", "drag"),
        ("ta", "tar", "tog", "togs", "tagit", "tagits", "tagande"),
        ("skriva", "skriver", "skrev", "skrevs", "skrivit", "skriven", "skrift", "skrivelse"),
        ("gå", "går", "gick", "gått", "gång"),
        ("driva", "driver", "drev", "drivs", "drivit", "drift"),
        ("välja", "väljer", "valde", "valdes", "valt", "val"),
        ("komma", "kommer", "kom", "kommit", "komst"),
        ("hålla", "håller", "höll", "hölls", "hållit", "håll"),
        ("ge", "ger", "gav", "gavs", "givit", "gett", "givning"),
        ("lägga", "lägger", "lade", "lades", "lagt", "läggning", "lägg"),
        ("säga", "säger", "sade", "sades", "sagt", "sägning"),
        ("sälja", "säljer", "sålde", "såldes", "sålt", "säljning"),
        ("sätta", "sätter", "satte", "sattes", "satt", "sättning"),
        ("bjuda", "bjuder", "bjöd", "bjudit", "bjudan", "bud"),
        ("bryta", "bryter", "bröt", "brutit", "brott"),
        ("se", "ser", "såg", "sett", "syn"),
    )
    for form in forms
}


def related(one: str, other: str) -> bool:
    """Say whether two words are of one family though their stems differ."""
    if _noun_of(one, other) or _noun_of(other, one):
        return True
    changing = _changing(one)
    return changing is not None and changing == _changing(other)


def _noun_of(noun: str, verb: str) -> bool:
    """Say whether one word is a noun made of the verb that the other is."""
    root = _made_of(noun)
    # A verb begins with its stem: most pairs need no stemming.
    return root is not None and verb.startswith(root) and root == _verb_stem(verb)


@lru_cache(maxsize=100_000)
def _made_of(word: str) -> str | None:
    """Return the stem of the verb that a noun may be made of."""
    bare = swedish.nominative(word)
    if loaned := _LOANED.fullmatch(bare):
        return f"{loaned[1]}er"
    if not bare.endswith(_NOUN_ENDINGS):
        return None
    for ending in _NOUN_ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_ROOT:
            return _single(bare[: -len(ending)])
    return None


@lru_cache(maxsize=100_000)
def _verb_stem(word: str) -> str | None:
    """Return the stem of a word that has the ending of a verb; a bare noun ("kost") is not the verb ("kosta")."""
    root = swedish.stem(word) if word else ""
    return _single(root) if len(root) >= SHORTEST_ROOT and root != word and _VERB_ENDING.search(word) else None


def _single(root: str) -> str:
    """Return a root without the doubling of its last letter, which some forms have and others have not."""
    return root[:-1] if len(root) > SHORTEST_ROOT and root[-1] == root[-2] else root


@lru_cache(maxsize=100_000)
def _changing(word: str) -> tuple[str, str] | None:
    """Return what stands before a verb that changes its vowel, and the verb."""
    bare = word if word in _CHANGING else swedish.nominative(word)
    for form in (bare, bare[:-2] if bare.endswith(("et", "en")) else bare):
        for cut in range(SHORTEST_PREFIX, len(form) - 1):
            verb = _CHANGING.get(form[cut:])
            if verb is not None:
                before = form[:cut]
                return ("för" if before == "före" else before), verb
    return None
