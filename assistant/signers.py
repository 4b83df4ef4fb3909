"""Tell who signed a paper, by the names at its end with what stands beside and below them, or who wrote it, by its head; pure."""

import re
from collections.abc import Callable, Sequence

from assistant import persons
from assistant.act_words import INITIATED
from assistant.acts import days_of_act, falls_on
from assistant.answerer import Ranking, Request
from assistant.bodies import named_bodies
from assistant.days import MONTHS
from assistant.drafting import Group, lead_of, passage_claims
from assistant.ground import Ground
from assistant.letterheads import HEAD_PASSAGES, brought
from assistant.persons import FURTHER_ANYWHERE, NAME
from assistant.question import Understanding
from assistant.settings import FACT_WORDS
from assistant.things import absent, matters
from assistant.verify import DraftClaim, Evidence, Quote
from index.swedish import STOP_WORDS, stem, words
from ingest.documents import INITIATIVES, Block, DocumentMetadata, Kind, Passage, Role

_SIGNED = (
    r"(?:skr[ei]v(?:it)?|satt|satte) (?:[\w.-]+ ){0,5}?under\b(?! (?:året|våren|hösten|sommaren|vintern|mötet|tiden|\d))|undertecknat?\b|undertecknade\b|undertecknare\w*"
    r"|signera(?:t|de)\b|skr[ei]v(?:it)? på\b|satt?e? (?:sitt|sina) namn\b|skriver (?:under|på) (?:\w+ ){0,2}?för\b"
)
_SIGNED_ASKED = re.compile(rf"\b(?:vem|vilka|vilken|vad heter)\b[^?]*?\b(?:{_SIGNED})", re.IGNORECASE)
# Whoever had a matter in hand wrote the officers' paper on it, whose head names them.
_WRITER_ASKED = re.compile(
    r"\bvem\b[^?]*?\b(?:(?:är|var) handläggare|handl(?:ade|agt|ägger)\b"
    r"|(?:skrev|skrivit|författat?|författade|tagit fram|tog fram)\b(?! (?:\w+ )?(?:på|under)\b)[^?]*?(?:skrivelse|utlåtande|yttrande|svar|förslag|underlag|ärende|\bom\b))",
    re.IGNORECASE,
)
_WRITER = re.compile(r"\bhandläggare\b", re.IGNORECASE)
_NOT_WRITTEN = frozenset({Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE, Kind.AVTAL})
# Papers of officers and minutes are signed too: they are meant only where they are named.
_OFFICIAL = (
    (re.compile(r"skrivelse|utlåtande|förslag", re.IGNORECASE), Kind.TJANSTESKRIVELSE),
    (re.compile(r"protokoll", re.IGNORECASE), Kind.PROTOKOLL),
    (re.compile(r"protokoll|utdrag", re.IGNORECASE), Kind.PROTOKOLLSUTDRAG),
)
# Who answered an interpellation signs the answer, and not who asked.
_ANSWERED = re.compile(
    r"\bvem\b[^?]{0,20}?\b(?:be)?svara(?:de|t|r)\s+(?:på\s+)?(?:[\w:-]+\s+){0,2}?[\w-]*(?:interpellation|fråg)\w*",
    re.IGNORECASE,
)
# For whom, of which body or as what somebody signed.
_PARTY_ASKED = re.compile(
    r"\b(?:vem|vilka(?: \w+)?) (?:på|för|hos|från) (?P<at>\w+)|\b(?:under|på|undertecknat?|undertecknade|signerat?|signerade)\b[^?]{0,50}?\b(?:för|som) (?P<by>\w+(?: \w+){0,2})",
    re.IGNORECASE,
)
# Short for an office.
_SHORT = {"vd": "verkställande", "ordf": "ordförande"}
_TELLS = re.compile(
    rf"\b(?:{_SIGNED}|undertecknas|lämna(?:r|t|de) (?:\w+ )?in|väckt|(?:föreslår|föreslagit) i en motion|har i en (?:motion|interpellation)|(?:motion|interpellation|initiativ)\w* (?:från|av|väckt av|ställd av)|har (?:ställt|väckt)|namnteckning|firmatecknare)",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"{NAME}(?:{FURTHER_ANYWHERE}){{1,3}}")
# Names with their parties alone, and what stands below a name, or says for whom those below sign.
_NAMES_ALONE = re.compile(rf"(?:{NAME}(?:{FURTHER_ANYWHERE}){{1,3}}\s{persons.PARTY}(?:,?\s(?:och|samt)?\s?)?)+")
_FOR_WHOM = re.compile(r"för\s+[A-ZÅÄÖ]|för \w+(?:en|et|s)\b", re.IGNORECASE)
# What a form says where somebody is to sign.
_FORM = re.compile(r"\b(?:namn(?:teckning|förtydligande)|firmatecknare|underskrift|ort|datum)\w*", re.IGNORECASE)
_CONTACT = re.compile(r"@|\btel\b|\btelefon\b|\be-?post\b", re.IGNORECASE)
SHORT_LINE = 12
# The head of a paper tells whose it is.
HEAD = 4
# Words of a question that tell of signing, not of the paper.
_OF_SIGNING = re.compile(
    r"underteckn\w+|handl[aä][gd]\w*|författ\w*|tagit|fram|\w*(?:skrivelse|avtal|kontrakt|motion|yttrande|rapport)\w*|förslag\w*|underlag\w*|signer\w+|skr[ie]v\w*|namn|sina|sitt|satt|satte|lämna\w*|brev\w*|[^\W\d_]*politiker\w*|person\w*|ledamöter\w*"
)
# Sentences among whose papers the one that is meant is found; it holds this share of what the best one holds of the question.
LOOKED_AT = 30
OF_PAPER = 0.75
IN_TITLE = 0.15
# Papers that come this near the best one are told as well.
ALIKE = 0.9
MOST_PAPERS = 2
# A paper that holds all but this share of what a question names is the one that is meant.
MISSED = 0.34


def asks_for_signer(question: str) -> bool:
    """Tell whether a question asks who signed a paper, or wrote a motion."""
    return any(asked.search(question) for asked in (_SIGNED_ASKED, INITIATED, _ANSWERED))


def asks_for_writer(question: str) -> bool:
    """Tell whether a question asks who wrote an officers' paper, or has its matter in hand."""
    return _WRITER_ASKED.search(question) is not None and not asks_for_signer(question)


def writer_claims(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return the line at the head of a paper that names who wrote it; [] where none does, or it is not asked for."""
    question = understanding.text
    if not asks_for_writer(question):
        return []
    papers = _papers(
        request,
        ranking,
        lambda one: one.kind not in _NOT_WRITTEN | INITIATIVES,
        lambda one: bool(_writers(one, request.passages(one.id))),
    )
    claims: dict[tuple[str, ...], DraftClaim] = {}
    for document in papers:
        # Of papers that speak of the matter alike another one may be meant, and another person wrote it.
        passage, line = _writers(document, request.passages(document.id))[0]
        evidence = Evidence(document, passage)
        claims.setdefault(_named(document), DraftClaim(line, (Quote(evidence, line),), lead_of(evidence)))
    return list(claims.values())[:MOST_PAPERS]


def _named(document: DocumentMetadata) -> tuple[str, ...]:
    return tuple(person.name for person in document.people if person.role is Role.HANDLAGGARE)


def _writers(document: DocumentMetadata, every: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """Return the lines at the head of a paper that name its handläggare."""
    return [
        (passage, line.strip())
        for passage in every[:HEAD_PASSAGES]
        for line in passage.text.split("\n")
        if _WRITER.search(line) and any(name in line for name in _named(document))
    ]


def signer_claims(
    request: Request, understanding: Understanding, ranking: Ranking, ranked: Sequence[Group]
) -> list[DraftClaim]:
    """Return the names at the end of the paper that a question names; [] where a sentence tells who signed it, or none is asked for."""
    question = understanding.text
    answers = _ANSWERED.search(question) is not None
    if not asks_for_signer(question) or (_tells(ranked[0]) and not answers):
        return []
    # The answer to a motion speaks of it in more words than the motion itself.
    motions = not answers and INITIATED.search(question) is not None
    papers = _papers(
        request,
        ranking,
        lambda one: _is_by(one, motions=motions, answers=answers),
        lambda one: _is_meant(question, one.kind) and bool(_runs(request.passages(one.id))),
    )
    if not papers:
        return []
    document = papers[0]
    every = request.passages(document.id)
    head = " ".join([document.title, *(one.text for one in every[:HEAD])])
    runs = [run for run in _runs(every) if _is_of_party(question, f"{head} {_text(run)}")]
    if not runs:
        return []
    # Below an interpellation its answer may stand.
    runs = runs[-1:] if answers else runs[:1] if motions else runs
    best = max(runs, key=lambda run: ranking.scorer.coverage(_text(run)))
    evidence = Evidence(document, best[0])
    return passage_claims(evidence, best, lead_of(evidence), FACT_WORDS)


def _is_by(document: DocumentMetadata, *, motions: bool, answers: bool) -> bool:
    """Tell whether a paper may be one that a member brought, or the answer to an interpellation, where that is asked for."""
    if motions:
        return brought(document)
    return not answers or document.kind is Kind.INTERPELLATION


def signed(understanding: Understanding, ground: Ground) -> bool:
    """Tell whether what is cited first signs a paper that holds what the question names, or names who wrote it."""
    question = understanding.text
    if not ground.shown or not (asks_for_signer(question) or asks_for_writer(question)):
        return False
    place = ground.shown[0]
    document = place.evidence.document
    every = ground.passages(document.id)
    wanted, lacking = _lacking(question, document, every)
    ordinals = place.evidence.joined or (place.evidence.passage.ordinal,)
    signs = any(_is_signature(one) for one in every if one.ordinal in ordinals)
    told = any(place.text in line for _, line in _writers(document, every)) if asks_for_writer(question) else signs
    return told and len(lacking) <= MISSED * len(wanted)


def of_other_paper(understanding: Understanding, ground: Ground) -> tuple[str, ...]:
    """Return what a question names of a paper whose writer or signer it asks for, where the cited one speaks of none of it."""
    question = understanding.text
    if not asks_for_signer(question) and not asks_for_writer(question):
        return ()
    document = ground.shown[0].evidence.document
    wanted, lacking = _lacking(question, document, ground.passages(document.id))
    return lacking if len(lacking) == len(wanted) else ()


def _lacking(question: str, document: DocumentMetadata, every: Sequence[Passage]) -> tuple[list[str], tuple[str, ...]]:
    """Return what a question names of a paper, and what of it a paper does not hold."""
    wanted = _matter(question)
    known = [document.title, document.board or "", document.municipality or ""]
    return wanted, absent(wanted, " ".join([*known, *(one.text for one in every)]))


def _matter(question: str) -> list[str]:
    """Return the words of a question that tell what a paper is about, not that somebody signed or wrote it."""
    orders = (one for one in words(question) if one.startswith("delegationsordning"))
    told = (one for one in dict.fromkeys((*matters(question), *orders)) if not _OF_SIGNING.fullmatch(one))
    return [one for one in told if one.isalpha() and one not in MONTHS]


def _tells(group: Group) -> bool:
    """Tell whether a sentence tells who signed."""
    text = group.scored.candidate.text
    return _TELLS.search(text) is not None and _PERSON.search(text) is not None


def _papers(
    request: Request,
    ranking: Ranking,
    of_kind: Callable[[DocumentMetadata], bool],
    holds: Callable[[DocumentMetadata], bool],
) -> list[DocumentMetadata]:
    """Return the papers of a kind that hold what is wanted and whose titles speak most of the question, or the one that alone speaks of all of it.

    Those of the day or month that is named come alone.
    """
    question, scorer = request.understanding.text, ranking.scorer
    topics: dict[str, tuple[float, DocumentMetadata]] = {}
    for one in ranking.scored[:LOOKED_AT]:
        document = one.candidate.evidence.document
        topic = one.covered + scorer.coverage(document.title)
        if of_kind(document) and (document.id not in topics or topics[document.id][0] < topic):
            topics[document.id] = (topic, document)
    most = max((topic for topic, _ in topics.values()), default=0.0)
    days = days_of_act(request.understanding)
    held = [(topic, document) for topic, document in topics.values() if holds(document)]
    held = [one for one in held if one[1].day and any(falls_on(one[1].day, day) for day in days)] or held
    titled = [one for one in held if _in_title(question, one[1])]
    near = [one for one in titled or held if one[0] >= OF_PAPER * most]
    near = [one for one in near if titled or scorer.coverage(one[1].title) >= IN_TITLE]
    if not near:
        spoken = [one for one in titled or held if not _lacking(question, one[1], request.passages(one[1].id))[1]]
        near = spoken if len(spoken) == 1 else []
    near.sort(key=lambda one: -one[0])
    return [document for topic, document in near if topic >= ALIKE * near[0][0]]


def _in_title(question: str, document: DocumentMetadata) -> bool:
    """Tell whether the title of a paper speaks of the matter that a question names, and not of its body alone."""
    bodies = named_bodies(question)
    own = [one for one in _matter(question) if stem(one) not in bodies]
    return len(absent(own, document.title)) < len(own)


def _is_meant(question: str, kind: Kind) -> bool:
    return all(named.search(question) for named, official in _OFFICIAL if official is kind)


def _is_of_party(question: str, text: str) -> bool:
    """Tell whether a text holds for whom, of which body or as what somebody signed, where a question says so."""
    match = _PARTY_ASKED.search(question)
    asked = [_SHORT.get(word, word) for word in words((match["at"] or match["by"]) if match else "")]
    wanted = [word for word in asked if word not in STOP_WORDS and not word.startswith("kommun")]
    return len(absent(wanted, text)) <= len(wanted) // 2


def _text(run: Sequence[Passage]) -> str:
    return " ".join(passage.text for passage in run)


def _runs(every: Sequence[Passage]) -> list[list[Passage]]:
    """Return the runs of passages that sign, each with the short lines that say for whom, and as what."""
    runs: list[list[Passage]] = []
    for place, passage in enumerate(every):
        if not _is_signature(passage):
            continue
        if runs and runs[-1][-1].ordinal == passage.ordinal - 1:
            runs[-1].append(passage)
        else:
            before = every[place - 1] if place else None
            runs.append(
                [before, passage] if before and _is_short(before) and _FOR_WHOM.match(before.text) else [passage]
            )
    for run in runs:
        after = next((one for one in every if one.ordinal == run[-1].ordinal + 1), None)
        if after and _is_short(after):
            run.append(after)
    return [run for run in runs if _PERSON.search(_FORM.sub("", _text(run)))]


def _is_signature(passage: Passage) -> bool:
    alone = passage.block is Block.PARAGRAPH and _NAMES_ALONE.fullmatch(passage.text.strip()) is not None
    # Whom to turn to stands as a name with an address.
    return alone or (passage.block is Block.SIGNATURE and _CONTACT.search(passage.text) is None)


def _is_short(passage: Passage) -> bool:
    few = len(passage.text.split()) <= SHORT_LINE and not passage.text.rstrip().endswith((".", ":", "?"))
    return few and passage.block in {Block.PARAGRAPH, Block.TABLE_ROW}
