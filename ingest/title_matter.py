"""What a paper is about, where its largest line names only the form: "Svar på motion", "Årsredovisning 2031" (pure)."""

import re
from collections.abc import Sequence

from ingest.documents import Passage
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


def _is_matter(text: str) -> bool:
    poor = _FORM.fullmatch(text) or KIND_WORD.match(text) or section_of(text) is not None or text.startswith("§")
    return not poor and len(text.split()) > 1


def _written(form: str) -> str:
    """Return a form set in capitals as a word of running text."""
    return form.capitalize() if form.isupper() else form
