"""Turn a follow-up into a question that stands alone; pure."""

import re
from dataclasses import dataclass

from assistant.answers import Turn
from assistant.question import FOLLOWS, Understanding, understand
from assistant.values import ValueKind, values
from ingest.swedish_dates import ANY_MONTH

# Words that point back at what was said before.
_POINTING = re.compile(
    r"\b(?:den|det|de|dem|dess|deras|denna|detta|dessa|där|dit|då|samma|han|hon|honom|henne|hans|hennes|motsvarande|"
    r"förslaget|beslutet|ärendet|avtalet|motionen|planen|överenskommelsen|rapporten|programmet|förvaltningen|nämnden)\b",
    re.IGNORECASE,
)
_CONTINUING = re.compile(
    r"^\W*(?:och|men|samt|eller|då|så|hur då|varför då|vad gäller|hur är det med|vad sägs om)\b", re.IGNORECASE
)
# "Vad beslutade", "När gjordes": after these question words comes the verb, and then the subject.
_OPENING = re.compile(
    r"^\W*(?:och|men|jo|hej|ok(?:ej)?)?\W*(?:kan du (?:berätta|säga|beskriva|sammanfatta)|jag (?:undrar|vill veta)|berätta|beskriv|sammanfatta)?\W*"
    r"(?:(?:vil(?:ken|ket|ka)|hur (?:många|stor[at]?|lång[at]?|hög[at]?))\s+(?=\w)|hur (?:mycket|långt?|ofta|länge)\s+(?:\w+(?:ade|ar|er|te|de)\s+)?"
    r"|(?:vad|vem|när|hur|var|varför|vems)\s+(?:(?:har|hade|ska|skulle|kommer|kan|är|var)\s+)?"
    r"(?:(?:går|gick|kom|fick|får|tog|togs|handlar|innebär|blev|blir|säger|sade|sa|står|sades|anser|tycker|hände|finns|fanns|heter|ingår|rör|beror)\s+"
    r"|\w+(?:ade|ades|des|tes|te|as|ar|er|rs|ogs|og|öll|ölls)\s+|(?-i:[a-zåäö])\w+(?:ås|gs|ks|ls|ms|ns|ps|vs)\s+)?(?:(?:det|om)\s+)?)?",
    re.IGNORECASE,
)
# "Har vi något avtal", "finns det några regler", "ska bryggan": the verb and whose it is come before the subject.
_OPENING_YES_NO = re.compile(
    r"^\W*(?:och |men )?(?:(?:har|hade|finns|fanns|är|var)\s+(?:vi|ni|kommunen|det|man|de)\s+|(?:ska|skall|får|fick|kan|kunde|måste|behöver|kommer|finns|fanns)\s+)"
    r"(?:(?:någo[nt]|några|nå[nt]|en|ett)\s+)?",
    re.IGNORECASE,
)
# Another time is all that is new: "och i maj?", "hur var det 2030?", "hur många var det året före?".
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/]|-\d)")
_OTHER_TIME = re.compile(
    r"^\W*(?:(?:och|men|hur (?:är|var|blir|blev|såg) det(?: ut)?|vad (?:gäller|gällde|sägs om)"
    r"|(?:hur (?:många|mycket|stor[at]?|högt?|hög)|vad) (?:är|var|blir|blev|låg|ligger|landade|kostade) (?:det|den|de)(?: på)?)\W+)*(?:då\W+)?(?:(?:i|under|för|år)\s+)*"
    rf"(?:(?P<month>{ANY_MONTH})(?:\s+(?P<of>(?:19|20)\d\d))?|(?P<year>(?:19|20)\d\d)|året (?:(?P<before>före|innan|dessförinnan)|efter|därpå|därefter))(?:\s+(?:då|det))?\W*$",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    rf"(?:\s+(?:i|under|för|år|per|vid|inför|den|\d{{1,2}}|{ANY_MONTH}))*\s+(?:19|20)\d\d(?![\d/-])", re.IGNORECASE
)
# Another thing is all that is new, and the same is asked of it: "och för barnen?", "men socialnämnden då?".
_OTHER_THING = re.compile(
    r"^\W*(?:och|men|samt|vad gäller|hur är det (?:med|för)|vad sägs om)\s+(?:(?P<by>för|i|på|hos|med|till|av|från|vid|inom)\s+)?"
    r"(?P<thing>(?!(?:\w+\s+)*?(?:vad|vem|vems|vilk\w+|när|hur|var|varför|är|blir|blev|ska|skulle|kan|har|hade|får|fick|kostar|kostade|gör|gjorde|gick|går|finns"
    r"|den|det|de|dem|dess|han|hon|sedan|sen|nu|mer|annars|i övrigt|så)\b)[^\W\d_][\w-]*(?:\s[\w-]+){0,2}?)(?:\s+då)?\W*$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:i|på|om|av|för|till|med|vid)\s+", re.IGNORECASE)
_CLOSING = re.compile(r"\s*(?:\but på|\bom|\btill|\bför|\bav|\bi|\bmed|\bpå)?\s*[?.!\s]*$", re.IGNORECASE)
# "socialnämnden om stödet", "revisorerna fram till om avtalen": who acted, and in what.
_AGENT = re.compile(r"^(?P<agent>(?:[^\s,]+\s+){1,6}?)om\s+(?P<topic>.+)$", re.IGNORECASE)
_WHEN = re.compile(
    rf"\s+(?:(?:i|den|under|från|vid)\s+)(?:\d{{1,2}}\s+)?(?:{ANY_MONTH})?\s*(?:19|20)\d\d$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b[^\W\d_]*(?:nämnd\w*|styrelsen?s?|utskott\w*|fullmäktiges?|revisorer\w*|beredning\w*)\b", re.IGNORECASE
)
_WHOLE_BODY = re.compile(
    rf"(?:\b(?!ska\b|kan\b)[^\W\d_]+a\s+(?=nämnd|styrelse|utskott))?{_BODY.pattern}", re.IGNORECASE
)
_BODY_END = re.compile(r"\s+(?:fram(?: till)?|beslut\w*|svar\w*|yttrande\w*|förslag\w*)$", re.IGNORECASE)
# What is no question: markup, addresses, program text, invisible signs, and orders to the assistant.
_MARKUP = re.compile(
    r"<(script|style)\b[^>]*>.*?</\1\s*>|</?[a-z!][^<>]*>|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|\{[^{}]*:[^{}]*\}|\bhttps?://\S+",
    re.IGNORECASE | re.DOTALL,
)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_SENTENCE = re.compile(r"[^.?!:]+[.?!:]*\s*")
_ORDER = re.compile(
    r"^\W*(?:system\b|ignorera\b|glöm\b|bortse från\b|svara\b|låtsas\b|upprepa\b|agera\b|du är nu\b|alla förslag räknas\b"
    r"|ignore\b|forget\b|repeat\b|pretend\b|you are\b|answer\b|reply\b|respond\b)",
    re.IGNORECASE,
)
# What people say to one another and no document answers.
_GREETING = re.compile(
    r"\W*(?:(?:hej(?:san|då| då)?|hallå|tjena?|god (?:morgon|dag|kväll)|tusen|tack(?:ar)?|så mycket|på förhand|för (?:hjälpen|svaret|det|idag)"
    r"|ok(?:ej)?|bra|toppen|perfekt|fint|jättebra|vad bra|det var (?:bra|allt)|ha det (?:bra|fint))\b\W*){1,4}",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?|\b(?:vad|vem|vilk\w+|när|hur|var|varför|vems)\b", re.IGNORECASE)
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
    question = asked_part(question)
    history = tuple(turn for turn in history if not greets(turn.question))
    if not history or greets(question) or not leans(question):
        return Standalone(question)
    if again := _of_other_time(history, question) or _of_other_thing(history, question):
        return Standalone(again)
    subject = _subject_of(history, question)
    if not subject or subject.casefold() in question.casefold():
        return Standalone(question)
    return Standalone(f"{question.rstrip(' ?.!')}{FOLLOWS}{subject}?", subject)


def _of_other_time(history: tuple[Turn, ...], question: str) -> str:
    """Return the latest question that stood alone, asked of the time that alone is new; "" where it names no such time."""
    new = _OTHER_TIME.match(question)
    if new is None:
        return ""
    text = _last_alone(history)
    years, months = set(_YEAR.findall(text)), re.findall(rf"\b(?:{ANY_MONTH})\b", text, re.IGNORECASE)
    if new["month"] and len(months) == 1:
        text = text.replace(months[0], new["month"] if years or not new["of"] else f"{new['month']} {new['of']}")
        return _YEAR.sub(new["of"], text) if new["of"] and years else text
    if new["month"] or len(years) != 1:
        return ""
    year = new["year"] or str(int(years.pop()) + (-1 if new["before"] else 1))
    return _YEAR.sub(year, text)


def _of_other_thing(history: tuple[Turn, ...], question: str) -> str:
    """Return the latest question that stood alone, asked of the thing that alone is new; "" where it takes the place of none.

    A body takes the place of a body, and what follows a preposition that of what last followed the same one.
    """
    new = _OTHER_THING.match(question)
    if new is None:
        return ""
    text, thing = _last_alone(history), new["thing"]
    bodies = list(_WHOLE_BODY.finditer(text))
    if _BODY.search(thing):
        return f"{text[: bodies[0].start()]}{thing}{text[bodies[0].end() :]}" if len(bodies) == 1 else ""
    if new["by"] is None:
        return ""
    same = re.search(rf"^(.*\b{new['by']}\s+)(?:[\w-]+\s+){{0,2}}[\w-]+(\W*)$", text, re.IGNORECASE | re.DOTALL)
    return f"{same[1]}{thing}{same[2]}" if same else f"{text.rstrip(' ?.!')} {new['by']} {thing}?"


def greets(text: str) -> bool:
    """Tell whether a text only greets or thanks."""
    return _GREETING.fullmatch(text) is not None


def asked_part(text: str) -> str:
    """Return what a text asks, without markup and without orders to the assistant; all of it if it asks nothing."""
    plain = " ".join(_INVISIBLE.sub("", _MARKUP.sub(" ", text)).split())
    parts = [part for part in _SENTENCE.findall(plain) if part.strip()]
    if not any(_ORDER.search(part) for part in parts):
        return plain or text
    kept = []
    below_system = False
    for part in parts:
        order = _ORDER.search(part) is not None
        if not order and not (below_system and not _ASKS.search(part)):
            kept.append(part)
        below_system = order and part.rstrip().endswith(":")
    rest = "".join(kept).strip()
    return rest if _ASKS.search(rest) else plain or text


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


def _last_alone(history: tuple[Turn, ...]) -> str:
    """Return the latest question that stood alone: the first one did."""
    return next(
        asked_part(turn.question) for turn in reversed(history) if turn is history[0] or not leans(turn.question)
    )


def _subject_of(history: tuple[Turn, ...], question: str) -> str:
    """Return what the latest question that stood alone was about, without what the new question says otherwise."""
    asked = _OPENING_YES_NO.sub("", _OPENING.sub("", _last_alone(history), count=1), count=1)
    text = _CLOSING.sub("", _LEADING.sub("", asked))
    return _without_what_changed(text.strip(" ,;:–-"), question)


def _without_what_changed(subject: str, question: str) -> str:
    """Return a subject without the body or the day of an act where the new question names its own."""
    if set(_YEAR.findall(question)) - set(_YEAR.findall(subject)):
        # "Och under våren 2031": the other year is not asked about.
        subject = _OF_YEAR.sub("", subject)
    when = _WHEN.search(subject)
    if when and (_BODY.search(question) or any(value.kind is ValueKind.DATE for value in values(question))):
        subject = subject[: when.start()]
    told = _AGENT.match(subject)
    if told is None:
        return subject
    agent, topic = told["agent"].strip(), told["topic"]
    if not _BODY.search(agent):
        return subject
    return topic if _BODY.search(question) else f"{topic} ({_BODY_END.sub('', agent).removesuffix('s')})"
