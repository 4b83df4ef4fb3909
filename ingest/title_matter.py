"""What a paper is about, where its largest line names only the form: "Svar på motion", "Årsredovisning 2031" (pure)."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ingest.contents import names_contents
from ingest.documents import Block, Passage
from ingest.found import KIND_WORD
from ingest.sections import plain_heading, section_of

_REPLY = re.compile(
    r"(?:interpellations|motions|remiss)svar|"
    r"svar på (?:en )?(?:motion|interpellation|(?:enkel )?fråga|medborgarförslag|e-förslag|remiss|skrivelse)(?:en|et)?",
    re.IGNORECASE,
)
_FORM = re.compile(
    rf"{_REPLY.pattern}|medborgarförslag|e-förslag|(?:enkel )?fråga|(?:delegations)?beslut|\w*(?:avtal|kontrakt)|"
    r"överenskommelse",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"(?:års(?:redovisning|rapport|berättelse|bokslut)|delårs(?:rapport|bokslut)|verksamhetsberättelse)"
    r"(?: \w+[–-]\w+)? (?:19|20)\d\d",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]*(?: [\w&-]+){0,5} )?\w*(?:förbund(?:et)?|bolag(?:et)?|stiftelse[n]?|AB|nämnd(?:en)?|styrelse[n]?|"
    r"kommun|region|kommunalförbund)",
)
_BETWEEN = re.compile(r"mellan .{5,300}")
_ASIDE = re.compile(
    r",?\s*\(?org(?:anisations)?\.?\s?n(?:umme)?r\.?:?\s*[\d-]+\)?|"
    r",?\s*\(?(?:nedan|här(?:efter)?|i det följande)\s+(?:kalla[dt]|benämn[dt])\s+[\w”\"]+\)?",
    re.IGNORECASE,
)
_NEAR = 8
# A title of more words of weight says by itself what the paper is.
_WEIGHT, _SHORT = 4, 3
_MOST_BELOW, _LONGEST_SUBTITLE = 3, 90
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s|§")
_RUNNING = (Block.PARAGRAPH, Block.LIST_ITEM, Block.ATT_SATS)
_FIELD = re.compile(r"[A-ZÅÄÖ][^.:]{2,30}:\s")
_MUNICIPALITY = re.compile(r"[A-ZÅÄÖ][\w-]+ (?:kommun|stad)|Region [A-ZÅÄÖ][\w-]+", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"\d{6}|\d{4}-\d")


def with_matter(title: str, passages: Sequence[Passage], field: str = "") -> str:
    """Return a title that names a form alone with its matter, a yearly report with its body, a reply as a reply.

    ``field`` is what the form itself gives as its title; it goes before the first heading.
    """
    near = passages[:_NEAR]
    reply = next((text for one in near[:4] if one.level and _REPLY.fullmatch(text := plain_heading(one.text))), "")
    if _YEARLY.fullmatch(title):
        body = next((one.text for one in near if _BODY.fullmatch(one.text)), "")
        return f"{title}, {body}" if body else title
    if not _FORM.fullmatch(title):
        return (
            f"{_written(reply)}: {title}" if reply and not title.lower().startswith(("svar", reply.lower())) else title
        )
    parties = next((match[0] for one in near[:4] if (match := _BETWEEN.match(one.text))), "")
    if parties:
        return f"{_written(title)} {_ASIDE.sub('', parties).replace(', och ', ' och ').rstrip(' .,:')}"
    matter = field or next((text for one in near if one.level and _is_matter(text := plain_heading(one.text))), "")
    return f"{_written(title)}: {matter}" if matter else title


def with_subtitle(title: str, passages: Sequence[Passage]) -> str:
    """Return a title of few words with what is set below it on the first page, as a reader says it: whose, or on what.

    "Delegationsordning" above "Tekniska nämnden" is "Delegationsordning – Tekniska nämnden".
    """
    weight = sum(len(word) >= _WEIGHT for word in title.split())
    if weight > _SHORT:
        return title
    named = (at for at, one in enumerate(passages[:_NEAR]) if one.level == 1 and plain_heading(one.text) == title)
    place = next(named, len(passages))
    below = passages[place + 1 : place + 1 + _MOST_BELOW]
    parts = list(takewhile(lambda one: one.level == below[0].level > 1 and one.page == passages[place].page, below))
    after = passages[place + 1 + len(parts) : place + 2 + len(parts)]
    heads_text = any(one.page == passages[place].page and _is_text(one) for one in after)
    of_all = weight == _SHORT and len(parts) == 1 and _MUNICIPALITY.fullmatch(parts[0].text.strip())
    if not parts or heads_text or of_all or any(_is_poor_subtitle(one.text) for one in parts):
        return title
    told = f"{title} – {', '.join(plain_heading(one.text) for one in parts)}"
    return told if len(told) <= 1.5 * _LONGEST_SUBTITLE else title


def _is_text(passage: Passage) -> bool:
    """Tell what a section begins with, a heading of its own or running text, from the fields of a cover."""
    return bool(passage.level) or (passage.block in _RUNNING and not _FIELD.match(passage.text))


def _is_poor_subtitle(text: str) -> bool:
    """Tell the name of a section, of a table of contents, or a number of many figures from what a title goes on with."""
    named = section_of(text) is not None or names_contents(text) or _NUMBERED.match(text)
    return bool(named) or text[:1].islower() or _LONG_NUMBER.search(text) is not None


def _is_matter(text: str) -> bool:
    poor = _FORM.fullmatch(text) or KIND_WORD.match(text) or section_of(text) is not None or text.startswith("§")
    return not poor and len(text.split()) > 1


def _written(form: str) -> str:
    """Return a form set in capitals as a word of running text."""
    return form.capitalize() if form.isupper() else form
