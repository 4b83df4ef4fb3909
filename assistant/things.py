"""Tell the things that a question names from what is done to them, and find those that a text leaves out; pure."""

import itertools
import re
from collections.abc import Iterable

from assistant.days import MONTHS
from assistant.matching import match, particle_verbs
from index import swedish

# From this share on a word of a text is a form of a word of the question.
SAME_THING = 0.6
# "Kostnaden" is a part of "dygnskostnaden", but not the same thing.
WHOLE_THING = 0.75
SHORTEST_THING = 5
# The past tense and the supine, strong verbs by their commonest ends.
_ACTION = re.compile(
    r"(?:ade|ades|dde|ddes|tte|ttes|[bdfgklmnprsvx]te|[bdfgklmnprsv]tes|[lmnrgvj]des?|ogs|öll|ölls|evs|aps|its|ats|tts|lls|nns|res)$"
)
# After these comes the verb, unless it is a measure.
_ASKING = frozenset("när var varför vem vad hur".split())
_MEASURES = frozenset("många mycket stor stort stora lång långt hög högt länge ofta gammal".split())
_MODALS = frozenset("får ska skall kan bör måste".split())
_DECIDING = frozenset(
    "beslut besluta beslutar besluten beslutanderätt delegation delegationsordning delegationsordningen ansvarar ansvarig ansvar fatta fattar rätt enligt".split()
)
SHORTEST_MATTER = 4
# Nouns in their definite form, and what is done told as a thing ("avstängning").
_THING = re.compile(r"(?:[^aeiouyåäö]en|[aiueo]n|et|[aeo]rna|erna|ning(?:en|ar|arna)?|tion(?:en|er|erna)?)$")
_CASE_OF = re.compile(r"(?P<what>[^\W\d_]{4,}?)s?(?:ärende(?:t|n)?|frågan?)")
_PREPOSITIONS = frozenset("för om på av till mot från med vid inom kring".split())
# Comparatives say how, not what: "ansökan om större uteservering".
_MORE = frozenset(
    "större mindre högre lägre längre kortare äldre yngre bättre sämre dyrare billigare snabbare fler färre tidigare senare närmare ytterligare samtliga vilken vilket".split()
)
# What is done, told as a thing; how its root goes on where it is told as a verb ("höjningen", "höjs").
_DONE = re.compile(r"([^\W\d_]{3,}?)(?:ning(?:en|ar|arna)?|ande(?:t|n)?|ende(?:t|n)?)s?")
_VERB_END = re.compile(r"(?:a|ar|as|er|es|s|t|d|da|de|des|te|tes|ts|ade|ades|at|ats|it|its)")
# The word that two compounds end in, and those they begin with; what is only the end of a noun joins none.
SHORTEST_TAIL = 4
SHORTEST_HEAD = 3
_FORMS_NOUNS = re.compile(r"(?:ning|tion|ande|ende|else|het|skap|ism)\w{0,3}$")
_ENDING = re.compile(r"(?<=[^\W\d_]{6})(?:e?n|e?t|s|[aeo]r|[aeo]rna)s?$")
# "Filtren" are more than one "filter": the ending takes away the vowel before it.
_DROPPED = re.compile(r"([^\W\d_]{2,}[^aeiouyåäö\W\d_])([lrn])(?:en|ens|arna|ar)")
_SIZE = r"hur (?:stor[at]?|hög[at]?|högt|låg[at]?|lågt|lång[at]?|långt)"
_IS = r"(?:är|var|blev|blir|ligger)"
_MEASURED = (
    # "Hur stor är (den nya) avgiften", "vad blev nämndens resultat".
    re.compile(
        rf"\b(?:{_SIZE}|vad)\s+{_IS}\s+(?:(?:den |det |de |årets )?(?:[^\W\d_]+a )?([^\W\d_]+(?:en|et|n|t|na))|(?:[^\W\d_]+ ){{0,2}}?[^\W\d_]{{3,}}s ([^\W\d_]{{4,}}[^\W\d_s]))\b",
        re.IGNORECASE,
    ),
    # "Hur långt får ett genmäle vara".
    re.compile(
        rf"\b{_SIZE}\s+(?:får|kan|ska|skall|bör|måste)\s+(?:en|ett|den|det)\s+([^\W\d_]{{5,}})()\s+(?:\w+\s+)?(?:vara|bli)\b",
        re.IGNORECASE,
    ),
    # "Hur hög avgift".
    re.compile(
        rf"\bhur (?:stort?|högt?|lågt?)\s+(?!{_IS}\b|(?:får|kan|ska|skall|bör|måste|har|hade)\b)(?:[^\W\d_]+(?:iga?|igt|iska?|iskt|ell|ellt|ella)\s+)?([^\W\d_]{{4,}}[^\W\d_s])()\b",
        re.IGNORECASE,
    ),
)
_EITHER = re.compile(r"\b([^\W\d_]+) eller ([^\W\d_]+)\W*$")
# Sizes that a text tells without their name: "det kostar 500 kronor" is a sum.
_SIZES = frozenset(
    "minus plus summa belopp andel andelar delar kostnad kostnader budget ökning minskning höjning sänkning skillnad förändring besparing avvikelse yta areal ökningen minskningen förändringen avvikelsen besparingen summan nota notan slutnota slutnotan taket gränsen".split()
)
# Nouns that a question uses for its own form, or for the one who is asked anyway.
_OF_FORM = frozenset(
    "datum dagen tiden beloppet andelen anledningen skälet orsaken grunden tanken syftet frågan ärendet beslutet förslaget "
    "kommunen nämnden styrelsen förvaltningen året åren helåret årsskiftet månaden veckan våren hösten sommaren vintern "
    "innan sedan redan hittills nämligen pengar pengarna rekommendationer rekommendationerna räkning början slutet stället dokumentet handlingen handlingarna rapporten utfallet resultatet innehållet utvecklingen skillnaden "
    "halvåret kvartalet tertialet terminen säsongen slutändan riktigt praktiken verkligheten allvar framtiden dagsläget förväg efterhand helhet snitt genomsnitt "
    "egentligen sammanlagt notan slutnotan prislappen tillfället läget antalet gratis ärendenumret diarienumret paragrafen numret datumet datumen protokollet mötet sammanträdet".split()
)


def _action_words(text: str) -> frozenset[str]:
    """Return the words of a question that tell what was done: another verb often says the same."""
    found = swedish.words(text)
    actions = {word for word in found if len(word) > 3 and _ACTION.search(word)}
    for place, (one, other) in enumerate(itertools.pairwise(found)):
        # "Var" within a question is a verb itself: "hur stor var avgiften".
        asks = one in _ASKING and other not in _MEASURES and not (one == "var" and place)
        # "Vilka var emot när hemtjänsten lades om": who it happens to comes first.
        asks = asks and not (one == "när" and place and _THING.search(other))
        if asks or one == "att":
            actions.add(other)
    return frozenset(actions)


def things(text: str) -> tuple[str, ...]:
    """Return the things that a question names, in its order: no verbs, no words of its own form."""
    found = swedish.words(text)
    left_out = _action_words(text) | _alternatives(text) | _OF_FORM | _MORE | swedish.STOP_WORDS
    # "Kostnader för familjehem": what stands after a preposition is a thing, definite or not.
    governed = {other for one, other in itertools.pairwise(found) if one in _PREPOSITIONS and not other.endswith("a")}
    return tuple(
        dict.fromkeys(
            word
            for word in found
            if len(word) > SHORTEST_THING
            and word.isalpha()
            and (_THING.search(word) or word in governed)
            and word not in left_out
            and word not in MONTHS
        )
    )


def _alternatives(text: str) -> frozenset[str]:
    """Return the words between which a question lets choose ("bifallen eller avslagen"): an answer speaks of one of them."""
    return frozenset(word.casefold() for pair in _EITHER.findall(text) for word in pair)


def measured(text: str) -> str:
    """Return the thing whose size or amount a question asks for ("hur stor var avgiften"), or nothing."""
    found = next(((one[1] or one[2]).casefold() for form in _MEASURED for one in form.finditer(text)), "")
    return "" if found in _OF_FORM | _SIZES or found in swedish.STOP_WORDS else found


def matters(text: str) -> tuple[str, ...]:
    """Return the words of a question that tell what something is to be done about: its nouns, definite or not."""
    found = swedish.words(text)
    done = _action_words(text) | {other for one, other in itertools.pairwise(found) if one in _MODALS}
    return tuple(
        dict.fromkeys(
            word
            for word in found
            if len(word) >= SHORTEST_MATTER
            and word not in done | _OF_FORM | _DECIDING | _MORE
            and word not in swedish.STOP_WORDS
        )
    )


def absent(wanted: Iterable[str], text: str, least: float = SAME_THING) -> tuple[str, ...]:
    """Return the words that no word of a text is a form or a compound of, ``least`` so surely."""
    wanted = tuple(wanted)
    held = set(swedish.words(text))
    done = tuple(swedish.stem(word) for word in particle_verbs(text, wanted))

    def spoken_of(one: str) -> bool:
        # "LSS-avgiften": the abbreviation says which.
        short, hyphen, _ = one.partition("-")
        abbreviated = bool(hyphen) and len(short) <= SHORTEST_THING and short in held
        # "Skoterärendet": the case that a text about "skoterleden" is of.
        case = _CASE_OF.fullmatch(one)
        if case and any(word.startswith(case["what"]) for word in held):
            return True
        return abbreviated or one.startswith(done) or any(match(swedish.stem(one), word) >= least for word in held)

    return tuple(one for one in wanted if not spoken_of(one))


def alike_compounds(one: str, other: str) -> bool:
    """Tell whether two words end in the same word and begin with different ones: "servicebostad" and "gruppbostaden"."""
    bare, its = (_ENDING.sub("", word) for word in (one, other))
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(reversed(bare), reversed(its), strict=False))
    tail = sum(1 for _ in same)
    heads = min(len(bare), len(its)) - tail
    return tail >= SHORTEST_TAIL and heads >= SHORTEST_HEAD and _FORMS_NOUNS.search(bare) is None


def unspoken(wanted: Iterable[str], text: str) -> tuple[str, ...]:
    """Return the words that a text neither holds nor tells otherwise: what is done as a verb, or a thing in another form."""
    held = set(swedish.words(text))
    return tuple(one for one in absent(wanted, text) if not (_done(one, held) or _dropped(one, held)))


def _done(one: str, held: set[str]) -> bool:
    """Tell whether what is done is told as a verb: "höjningen" where something "höjs"."""
    found = _DONE.fullmatch(one)
    return found is not None and any(
        word.startswith(found[1]) and _VERB_END.fullmatch(word, len(found[1])) is not None for word in held
    )


def _dropped(one: str, held: set[str]) -> bool:
    """Tell whether the word stands in the form that keeps its vowel: "filter" for "filtren"."""
    found = _DROPPED.fullmatch(one)
    return found is not None and f"{found[1]}e{found[2]}" in held
