"""Turn a follow-up into a question that stands alone; pure."""

import re
from dataclasses import dataclass

from assistant.answers import Turn
from assistant.question import Understanding, understand
from assistant.values import ValueKind

# Words that point back at what was said before.
_POINTING = re.compile(
    r"\b(?:den|det|de|dem|dess|deras|denna|detta|dessa|där|dit|då|samma|han|hon|honom|henne|hans|hennes|motsvarande|"
    r"förslaget|beslutet|ärendet|avtalet|motionen|planen|överenskommelsen|rapporten|programmet|förvaltningen|nämnden)\b",
    re.IGNORECASE,
)
_CONTINUING = re.compile(
    r"^\W*(?:och|men|samt|eller|då|så|hur då|varför då|vad gäller|hur är det med|vad sägs om)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"^\W*(?:och|men|jo|hej|ok(?:ej)?)?\W*(?:kan du (?:berätta|säga|beskriva|sammanfatta)|jag (?:undrar|vill veta)|berätta|beskriv|sammanfatta)?\W*"
    r"(?:vad|vem|vilka|vilken|vilket|hur|när|var|varför|vems)?\s*"
    r"(?:(?:går|gick|handlar|handlade|är|var|gäller|gällde|innebär|blev|säger|står|sades|har|hade|ska|skulle|kommer|kan|beslutade|beslutas|"
    r"föreslår|föreslog|föreslås|föreslogs|tycker|anser|ansåg|mycket|många|stor|stort|finns|fanns|heter|kostar|kostade|ofta|länge|långt|sade|sa|"
    r"ingår|omfattar|omfattas|rör)\s+)*",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\s*(?:\but på|\bom|\btill|\bför|\bav|\bi|\bmed|\bpå)?\s*[?.!\s]*$", re.IGNORECASE)
# A question with this many subject words of its own seldom leans on the one before it.
_OWN_SUBJECT = 6


@dataclass(frozen=True, slots=True)
class Standalone:
    """Hold the question as it is searched; ``subject`` is what the conversation added, "" for a new topic."""

    text: str
    subject: str = ""

    @property
    def follows(self) -> bool:
        """Tell whether the question leans on the conversation."""
        return bool(self.subject)


def standalone(question: str, history: tuple[Turn, ...]) -> Standalone:
    """Return the question with the subject that it leaves unsaid."""
    if not history or not leans(question):
        return Standalone(question)
    subject = _subject_of(history)
    if not subject or subject.casefold() in question.casefold():
        return Standalone(question)
    return Standalone(f"{question.rstrip(' ?.!')} – {subject}?", subject)


def leans(question: str) -> bool:
    """Tell whether a question cannot be understood without the one before it."""
    understanding = understand(question)
    if any(value.kind is ValueKind.CASE_NUMBER for value in understanding.named):
        return False
    if _CONTINUING.search(question):
        return True
    names = _proper_subjects(understanding)
    if len(understanding.terms) >= _OWN_SUBJECT and names:
        return False
    if _POINTING.search(question):
        return not (names and len(understanding.terms) >= 4)
    return len(understanding.terms) <= (2 if names else 4)


def _proper_subjects(understanding: Understanding) -> int:
    kinds = {ValueKind.NAME, ValueKind.SECTION}
    return sum(value.kind in kinds for value in understanding.named)


def _subject_of(history: tuple[Turn, ...]) -> str:
    """Return what the latest question that stood alone was about."""
    for turn in reversed(history):
        if turn is history[0] or not leans(turn.question):
            text = _CLOSING.sub("", _OPENING.sub("", turn.question.strip(), count=1))
            return text.strip(" ,;:–-")
    return ""
