"""Tell who took another's place: the row or the sentence that holds both, never the next name of a list; pure."""

import re

from assistant.persons import FURTHER_ANYWHERE, NAME
from index.swedish import words
from ingest.documents import Force, Passage

_PERSON = rf"{NAME}(?:{FURTHER_ANYWHERE}){{1,3}}"
_ASKED = re.compile(
    r"\b(?i:vem)\b[^?]*?\b(?:(?:val[dt]\w*|välj\w*|uts(?:es|ågs|etts)|blev|blir|kom|gick|går|tog|tar|fick|får|inträd\w*|tillträd\w*)\b[^?]{0,60}?\b(?:i stället för|istället för|efter)|efterträd(?:er|de)|ersatte|ersätter|ersatt|vikarierade för|vikarierar för|(?:gick|hoppade|trädde|ryckte) in (?:i stället )?för"
    r"|tjänstgjorde (?:i stället |istället )?för|tjänstgör (?:i stället |istället )?för|(?:är|var|som|blir|blev) (?:ny )?ersättare för)\s+"
    rf"(?:ledamoten |ordföranden |ordförande |ledamot )?(?P<who>{NAME}(?:{FURTHER_ANYWHERE}){{0,2}})"
)
# "Vem satt på Ada Linds stol".
_CHAIR_ASKED = re.compile(
    rf"\b(?i:vem)\b[^?]*?\b(?:satt|sitter|tog|tar|fick|får|övertog|övertar|har)\s+(?:(?:på|över)\s+)?(?P<who>{NAME}(?:{FURTHER_ANYWHERE}){{0,2}})\s+(?:stol|plats|mandat|uppdrag)\b"
)
# "Vem kommer in i nämnden när Bo Ek slutar".
_LEFT_ASKED = re.compile(
    rf"\b(?i:vem)\b[^?]*?\b(?:kom|kommer|går|gick|tar|tog|blir|blev|får|fick|välj\w*|val[dt]\w*|uts\w+)\b[^?]*?\b(?:när|sedan|efter att|då)\s+(?P<who>{NAME}(?:{FURTHER_ANYWHERE}){{0,2}})\s+"
    r"(?:nu |har |hade )?(?:slut\w+|avg\w+|hoppa\w* av|lämna\w*|avs[aä]\w+|begärt entledigande|entledig\w+|befria\w+|flytta\w*|dog|gått bort)\b"
)
_ACTIVE = (
    r"(?:ersätter|ersatte|har ersatt|ersättare för|ers\.? för|tjänstgör\w* (?:i stället |istället )?för|tjänstgörande ersättare för|i stället för|istället för"
    r"|i\.?s\.?f\.?|efterträder|efterträdde|efter|vikarie för|vikarierar för)"
)
_PASSIVE = r"(?:ersätts|ersattes|ersatts|har ersatts|efterträds|efterträddes)(?: \w+){0,3}? av"
# "Ada Lind (S) för Bo Ek (S)": in a list of who was present.
_STANDS_IN = rf"{_PERSON}\s\([A-ZÅÄÖ][\w-]{{0,4}}\)"
_ELECTS = re.compile(r"\b(?:välj(?:s|er)?|valdes?|utse[rs]?|utsågs?|välja|förordna\w*)\b", re.IGNORECASE)
_NEW = re.compile(
    r"\bny[ae]?\b|\bför tiden\b|\btill och med\b|\bt\.?\s?o\.?\s?m\b|\bfram till\b|\bfrån och med\b|\b(?:återstående|återstoden|resterande|resten av)\b",
    re.IGNORECASE,
)


def replaced(question: str) -> str:
    """Return the name of the one whose stand-in a question asks for, or nothing."""
    if match := _ASKED.search(question) or _LEFT_ASKED.search(question):
        return match["who"].strip()
    chair = _CHAIR_ASKED.search(question)
    return chair["who"].removesuffix("s") if chair else ""


def names_stand_in(who: str, text: str) -> bool:
    """Tell whether a text says in a row that somebody took the place of one who is named."""
    name = _in_any_space(who)
    near = rf"\b{_ACTIVE}\s+(?:[\w(),-]+\s+){{0,2}}?{name}\b|\b{name}\b\s*(?:[\w(),-]+\s+){{0,3}}?{_PASSIVE}\b"
    if not who:
        return False
    listed = rf"{_STANDS_IN}\s+för\s+{name}\b"
    return re.search(near, text, re.IGNORECASE) is not None or re.search(listed, text) is not None


def tells_stand_in(who: str, text: str, passage: Passage) -> bool:
    """Tell whether a text says who took somebody's place, or elects a successor where the name stands."""
    if names_stand_in(who, text):
        return True
    name = _in_any_space(who)
    known = set(words(f"{passage.text} {' '.join(passage.heading_path)}"))
    # Whoever is elected takes another's place: "NN utses till ledamot efter …".
    comes = re.search(rf"\b{name}\b\s*(?:\([^)]*\)\s*)?(?:\w+\s+)?{_ELECTS.pattern}", text, re.IGNORECASE)
    elected = passage.force is Force.DECISION and _ELECTS.search(text) is not None and not comes
    return elected and all(word in known or f"{word}s" in known for word in words(who))


def elects_new(text: str, passage: Passage) -> bool:
    """Tell whether a decision elects somebody new: whose place was taken may stand in the point before it."""
    return passage.force is Force.DECISION and _ELECTS.search(text) is not None and _NEW.search(text) is not None


def stand_in_span(who: str, text: str) -> tuple[int, int] | None:
    """Return where a long row names the stand-in with the one whose place was taken, if it does so in a row."""
    match = re.search(
        rf"{_PERSON}(?:\s\([^)]*\))?(?:,?\s+§§?\s?[\d\s,–-]+)?,?\s+(?:{_ACTIVE}|för)\s+{_in_any_space(who)}(?:\s\([^)]*\))?",
        text,
    )
    return match.span() if match else None


def _in_any_space(name: str) -> str:
    return r"\s+".join(rf"{re.escape(word)}s?" for word in name.split())
