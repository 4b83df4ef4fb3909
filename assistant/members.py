"""Bind what members did to the matter of its §: who dissented, moved or voted is told of the matter that is asked about; pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant import texts
from assistant.act_words import MOVED, RESERVED
from assistant.acts import days_of_act, falls_on
from assistant.answerer import Ranking
from assistant.attendance import attends
from assistant.bodies import is_of, named_bodies
from assistant.candidates import Passages
from assistant.fitting import tells_who
from assistant.ground import section
from assistant.matching import Held, match
from assistant.persons import FURTHER_ANYWHERE, NAME
from assistant.question import FOLLOWS, Asked, Understanding
from assistant.scoring import Scorer
from assistant.things import matters
from assistant.values import ValueKind
from assistant.verify import Evidence, Place
from assistant.voting import HOW_VOTED, VOTE_ASKED, VOTES, lacks_voters, names_who_voted
from index.swedish import stem, words
from ingest.documents import Force, Passage

WHO_DISSENTED = re.compile(
    r"\b(?:vem|vilka|vilket|vilken|hur många)\b(?! (?:anledning|grund|skäl|orsak))[^?]{0,40}\breserv\w+|\bvilka reservationer\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:vem|vilka|vilket parti|vilka partier|någon)\b[^?]{0,20}?\b(?:(?:var|är|ställde sig|gick|röstade) e?mot|motsatte sig)\b",
    re.IGNORECASE,
)
_OPPOSED = re.compile(r"\breserv(?:era|ation)\w*|\bavslag\b|\bavslå\w*|\bemot\b|\bmotsätter\b", re.IGNORECASE)
# Whose wish was granted; as questions say it, and as minutes tell it.
WON_ASKED = re.compile(
    r"\b(?:vem|vems|vilka|vilke[nt])\b[^?]{0,40}?\b(?:(?:fick|får) (?:(?:\w+ ){0,2}(?:vilja|förslag|yrkande) )?igenom|drev igenom|fick gehör)\b",
    re.IGNORECASE,
)
_WON = re.compile(r"\b(?:bif[aö]ll\w*|enligt|enlighet|antar|antas|antagits|vinn\w*|vann|godkän\w*)\b", re.IGNORECASE)
_WISHED = re.compile(r"\b(?:yrka\w*|förslag\w*|ändring\w*|tillägg\w*)\b", re.IGNORECASE)
_WHO_MOVED = re.compile(
    rf"\b(?:vem|vilka|vilket|vilken)\b[^?]{{0,40}}\byrka(?:de|r|t)\b|{WON_ASKED.pattern}", re.IGNORECASE
)
_MOVING = re.compile(rf"{MOVED.pattern}|{WON_ASKED.pattern}", re.IGNORECASE)
# Who had an interest in a matter takes no part in it: as it is asked, and as minutes tell it. What is to be done "när någon
# är jävig" is a rule, and nobody did.
_STEPPED_ASIDE = re.compile(
    r"\b(?:anmäl\w+|uppg\w+|åberop\w+|på grund av|hade|hävda\w+) (?:\w+ ){0,2}?jäv\w*|\b(?:(?<!någon )(?<!man )var|blev|ansågs|ansåg sig|(?:vem|vilka|vilken ledamot) är) (?:[\w-]+ ){0,3}?jävig\w*"
    r"|\b(?:klev|kliver|klivit|steg|gick|gått|ställde sig) (?:\w+ )?åt sidan\b|\b(?:deltog|deltar|deltagit|vara med|var med) (?:inte|ej) i (?:handlägg|behandl|beslut|beredning)\w*"
    r"|\blämnade (?:\w+ )?(?:rummet|salen|lokalen|sammanträdesrummet) (?:\w+ )?(?:under|när|vid|på grund av)\b",
    re.IGNORECASE,
)
_WHO_STEPPED = re.compile(
    rf"\b(?:vem|vilka|vilken|någon|var|hur många)\b[^?]*?(?:{_STEPPED_ASIDE.pattern})", re.IGNORECASE
)
_RECUSED = re.compile(
    r"\bjäv\w*|\b(?:deltog|deltar|har deltagit) (?:därför |således )?(?:inte|ej) i (?:\w+ )?(?:handlägg|behandl|beslut|beredning|överlägg)\w*",
    re.IGNORECASE,
)
# Who acts and how: no words of the matter.
_ACTING = re.compile(
    r"parti(?:er|et|erna)?|ledam[oö]t\w*|ersättar\w*|politiker\w*|person(?:er)?|förtroendevalda|grupp(?:er)?|reserv\w+|yrka\w*|rösta?\w*|avst(?:od|år|ått)|blankt?|omröstning\w*|votering\w*"
    r"|instäm\w*|emot|nej|svar(?:et)?|motion(?:en|s)?|initiativ\w*|förslag\w*|bifall|avslag|återremiss\w*|sammanträde\w*|mötet?|protokoll\w*|majoriteten|oppositionen|siffror\w*|många|antalet?|alla|samtliga|några|andra|just|ärendet|frågan"
    r"|jäv\w*|fick|igenom|drev|gehör|vilja|eftersom|satt|sitta|pengar(?:na)?|klev|kliver|klivit|steg|sidan|grund|avgjordes|avgjorts|handlägg\w*|behandl\w*|håll|utfall\w*|resultat\w*|siffr\w*|ställning|slutade"
)
# Whoever moves something begins the sentence that tells it.
_MOVER = re.compile(rf"{NAME}(?:{FURTHER_ANYWHERE}){{0,2}}?\s+({NAME})\s+(?:\(|yrkar|föreslår)")
# What somebody may move, as questions and minutes say it.
_DIRECTIONS = tuple(
    re.compile(rf"\b(?:{one})\w*", re.IGNORECASE)
    for one in ("bifall|bifölls|tillstyrk", "avslag|avslå|avslog|avstyrk", "återremi", "bordlägg|bordlad")
)
# From here on a section speaks of the matter: half of it in other forms of its words.
OF_MATTER = 0.35
# Beside a section that tells of such an act and speaks of the matter so much more, another is on something else.
RIVAL = 0.75
# A section that holds this much of the matter is surely on it; beside such a one, what speaks of less than half is on another.
SURE = 0.75
OTHER = 0.5
# As much will do where no other section tells of such an act in anything like the matter.
ALONE = 0.6
SHORTEST = 4
# A word that every section holds still counts so much.
LEAST = 0.01
# An office is not yet a person.
NAMED = 0.4
# Rankings whose sections are kept: those of the whole and the parts of a few questions.
RANKINGS_KEPT = 8
# Paper, § and first headings: what tells a section from others.
_Section = tuple[str, str | None, tuple[str, ...]]


class _Sections:
    """Know what the sections of papers tell of an act and of its matter: each is read once for a question."""

    def __init__(
        self, weigh: Callable[[str], float], passages: Passages, act: "_Act | None", wanted: Sequence[str]
    ) -> None:
        self._weigh = weigh
        self._passages = passages
        self._act = act
        self._wanted = wanted
        self._tell: dict[_Section, bool] = {}
        self._shares: dict[_Section, float] = {}

    def of(self, evidence: Evidence) -> Sequence[Passage]:
        """Return the passages of the section that some evidence stands in."""
        return section(evidence.passage, self._passages(evidence.document.id))

    def tell(self, evidence: Evidence) -> bool:
        """Tell whether a section tells of what members are said to have done."""
        act, key = self._act, _section_of(evidence)
        if key not in self._tell:
            self._tell[key] = act is not None and any(
                one.force is act.force or act.told.search(one.text) for one in self.of(evidence)
            )
        return self._tell[key]

    def share(self, evidence: Evidence) -> float:
        """Return how much of the matter a section speaks of, each word as surely as it stands there."""
        key = _section_of(evidence)
        if key not in self._shares:
            said = [part for one in self.of(evidence) for part in (one.text, *one.heading_path)]
            held = Held(word for part in (*said, evidence.document.title) for word in words(part))
            weighed = [
                (
                    max(self._weigh(one), LEAST),
                    max((_likeness(one, word) for word in held.near(stem(one))), default=0.0),
                )
                for one in self._wanted
            ]
            whole = sum(share for share, _ in weighed)
            self._shares[key] = sum(share * found for share, found in weighed) / whole if whole else 1.0
        return self._shares[key]


@lru_cache(maxsize=RANKINGS_KEPT)
def _sections(scorer: Scorer, passages: Passages, act: "_Act | None", wanted: tuple[str, ...]) -> _Sections:
    """Return what is known of sections: the same for all drafts of one question."""
    return _Sections(scorer.weight, passages, act, wanted)


def _section_of(evidence: Evidence) -> _Section:
    return evidence.document.id, evidence.passage.section_sign, evidence.passage.heading_path[:2]


class ActsOfMembers:
    """Know which sections are on the matter in which a question asks what members did."""

    def __init__(self, understanding: Understanding, ranking: Ranking, passages: Passages) -> None:
        self._understanding = understanding
        # What a follow-up itself asks, before the subject that it borrows.
        asked = (understanding.text.partition(FOLLOWS)[0], understanding.text)
        self._act = next((act for text in asked for act in _ACTS if act.asked.search(text)), None)
        self._who = self._act is not None and self._act.who.search(understanding.text) is not None
        self._wanted = list(_matter(understanding))
        self._bodies = named_bodies(understanding.text)
        # A vote is of the meeting that is named; a bare year may be part of the matter.
        voted = self._act is not None and self._act.counted is not None
        self._days = [one for one in days_of_act(understanding) if one[1] and voted]
        self._sections = _sections(ranking.scorer, passages, self._act, tuple(self._wanted))
        self._least, self._sure = OF_MATTER, SURE
        if self._act is not None:
            every = [one.candidate.evidence for one in ranking.scored]
            # What stands under no heading is the head of its paper.
            tell = [one for one in every if one.passage.heading_path and self._sections.tell(one)]
            told = [self._sections.share(evidence) for evidence in tell]
            near = {
                (one.document.id, one.passage.section_sign or one.passage.heading_path[:1])
                for one, share in zip(tell, told, strict=True)
                if share >= OF_MATTER and self._of_body(one)
            }
            self._sure = SURE if len(near) > 1 else ALONE
            best = max(map(self._sections.share, every), default=0.0)
            other = OTHER * best if best >= SURE else 0.0
            self._least = max([OF_MATTER, other, *(RIVAL * share for share in told)])

    def sentences(self, ranking: Ranking) -> Ranking:
        """Return the sentences of the sections on the matter; all where there are none, or no act of members is asked for."""
        if self._act is None:
            return ranking
        own = tuple(
            one
            for one in ranking.scored
            if self._on_matter(one.candidate.evidence, one.candidate.text)
            and self._says(one.candidate.evidence, one.candidate.text)
        )
        if own and WON_ASKED.search(self._understanding.text):
            own = tuple(sorted(own, key=lambda one: not self._won(one.candidate.evidence)))
        return replace(ranking, scored=own) if own else ranking

    def _won(self, evidence: Evidence) -> bool:
        """Tell whether a passage moves something, and its section tells that whoever did got it."""
        mover = _MOVER.match(evidence.passage.text) if evidence.passage.force is Force.YRKANDE else None
        if mover is None:
            return False
        granted = re.compile(rf"\b{re.escape(mover[1])}s?\b")
        return any(
            granted.search(one.text) and _WON.search(one.text) and _WISHED.search(one.text)
            for one in self._sections.of(evidence)
            if one.force is not Force.YRKANDE
        )

    def lacks(self, shown: Sequence[Place]) -> tuple[str, ...]:
        """Return that nothing cited tells what members did in the matter; nothing where it does, or is not asked for."""
        if self._act is None or any(
            self._on_matter(place.evidence, place.text)
            and (not self._who or self._sections.tell(place.evidence))
            and self._says(place.evidence, place.text)
            for place in shown
        ):
            return ()
        return (texts.not_in_matter(self._act.name),)

    def settles(self, shown: Sequence[Place]) -> bool:
        """Tell whether the words of the minutes themselves tell who did it, or how many, in the matter that is named.

        Who was in the chair, or in another's place, they tell at their head.
        """
        if shown and attends(self._understanding, shown[0]):
            return True
        if self._act is None or not self._who or not self._wanted or not shown:
            return False
        if self._act.counted and lacks_voters(self._understanding, shown):
            return False
        place = shown[0]
        persons = self._understanding.wants(Asked.PERSON)
        told = self._act.counted if self._act.counted and not persons else self._act.told
        if self._act.counted and names_who_voted(self._understanding, place.text, place.evidence.passage):
            return self._sections.share(place.evidence) >= self._sure and self._on_matter(place.evidence, place.text)
        named = not persons or tells_who(self._understanding, place.text, place.evidence) > NAMED
        sure = self._sections.share(place.evidence) >= self._sure and self._on_matter(place.evidence, place.text)
        return sure and named and told.search(place.text) is not None

    def _on_matter(self, evidence: Evidence, text: str) -> bool:
        if not self._of_body(evidence):
            return False
        day = evidence.document.day
        if self._days and day and not any(falls_on(day, one) for one in self._days):
            return False
        return self._sections.share(evidence) >= self._least and _moves_so(self._understanding, text)

    def _of_body(self, evidence: Evidence) -> bool:
        return not self._bodies or is_of(evidence.document, self._bodies)

    def _says(self, evidence: Evidence, text: str) -> bool:
        """Tell whether words themselves tell of such an act, where those around them do not suffice."""
        act = self._act
        return act is None or not act.itself or evidence.passage.force is act.force or bool(act.told.search(text))


def _likeness(one: str, other: str) -> float:
    """Return how surely two words are one, be it that only one of them is in definite form: a stem keeps some endings."""
    shorter, longer = sorted((one, other), key=len)
    definite = len(shorter) >= SHORTEST and longer in {f"{shorter}{ending}" for ending in ("et", "en", "n", "t")}
    return 1.0 if definite else match(stem(one), other)


def _matter(understanding: Understanding) -> Iterator[str]:
    """Yield the words of a question that tell of its matter: not who acts, how, where or when."""
    named = {
        word
        for value in understanding.named
        if value.kind in {ValueKind.PARTY, ValueKind.NAME, ValueKind.DATE} and not value.text.isupper()
        for word in words(value.text)
    }
    bodies = named_bodies(understanding.text)
    for word in matters(understanding.text):
        if word not in named and not _ACTING.fullmatch(word) and stem(word) not in bodies:
            yield word


def _moves_so(understanding: Understanding, text: str) -> bool:
    """Tell whether a text holds what somebody is asked to have moved: "yrkade avslag" is not told by who wanted bifall."""
    asked = (
        [one for one in _DIRECTIONS if one.search(understanding.text)] if _WHO_MOVED.search(understanding.text) else []
    )
    return not asked or any(one.search(text) for one in asked)


@dataclass(frozen=True, slots=True)
class _Act:
    """Hold what members do: as a question takes it for granted, as it asks who did, and as minutes tell it."""

    name: str
    asked: re.Pattern[str]
    who: re.Pattern[str]
    told: re.Pattern[str]
    force: Force | None = None
    counted: re.Pattern[str] | None = None
    # Whether the words that are cited must tell it: a section names those who were for it too.
    itself: bool = False


_ACTS = (
    _Act("något jäv", _STEPPED_ASIDE, _WHO_STEPPED, _RECUSED, itself=True),
    _Act("någon reservation", RESERVED, WHO_DISSENTED, RESERVED, Force.RESERVATION),
    _Act("något sådant yrkande", _MOVING, _WHO_MOVED, MOVED, Force.YRKANDE),
    _Act("någon omröstning", VOTE_ASKED, HOW_VOTED, VOTE_ASKED, counted=VOTES),
    _Act("någon som var emot", _AGAINST, _AGAINST, _OPPOSED, Force.RESERVATION, itself=True),
)
