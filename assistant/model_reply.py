"""The reply that a language model is asked for: its JSON schema, and its claims as they come; pure.

What a model writes by the schema fits its limit of tokens, claim by claim: the longest claim allowed leaves room to end it.
A quote can only be a sentence of the passage it names, and comes before what is said of it.
"""

import logging
import textwrap
from collections.abc import Iterator, Mapping
from json import JSONDecoder
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from assistant.errors import ModelGone
from ingest.documents import Block, Passage
from ingest.sentences import sentences

log = logging.getLogger(__name__)

MOST_CLAIMS = 3
MOST_SOURCES = 2
# Characters of a claim and of a quote: a sentence; fewer where the reply may take few tokens.
LONGEST_TEXT = 240
LONGEST_QUOTE = 400
# Characters that a token of a Swedish reply takes at least, and those of the JSON round the words of one claim.
CHARACTERS_PER_TOKEN = 2.4
FRAME_CHARACTERS = 130
# A reply by the schema is far shorter; more is a model that does not stop.
LONGEST_REPLY_CHARACTERS = 20_000
_DECODER = JSONDecoder()
_ENDS = '.!?”")'


class Source(BaseModel):
    """Hold the passage number and the quote a claim rests on, as the model wrote them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    passage: int
    quote: str = Field(min_length=1)


class ModelClaim(BaseModel):
    """Hold one claim as the model wrote it; nothing of it is believed before it is verified."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    # Empty where the quote itself is the answer.
    text: str
    sources: tuple[Source, ...] = Field(min_length=1)

    def in_its_words(self, longest: int) -> str:
        """Return the claim; its quote where it says nothing else, or where the limit of characters broke it off."""
        return self.text if self.text.strip() and not cut_off(self.text, longest) else self.sources[0].quote


def reply_schema(reply_tokens: int, passages: Mapping[int, Passage] | None = None) -> dict[str, Any]:
    """Return the JSON schema of a reply whose longest claim fits a number of tokens.

    Of ``passages``, by their numbers, only sentences and rows may be quoted, each with the number of its own; None lets a
    model write any quote, for servers that know no such schema.
    """
    share = room(reply_tokens)
    longest = max(1, int(LONGEST_QUOTE * share))
    claim = _object(
        sources={"type": "array", "minItems": 1, "maxItems": MOST_SOURCES, "items": _source(passages, longest)},
        text={"type": "string", "maxLength": longest_text(reply_tokens)},
    )
    return _object(found={"type": "boolean"}, claims={"type": "array", "maxItems": MOST_CLAIMS, "items": claim})


def longest_text(reply_tokens: int) -> int:
    """Return the characters of the longest claim that fits a reply of some tokens."""
    return max(1, int(LONGEST_TEXT * room(reply_tokens)))


def quotable(passage: Passage, longest: int) -> list[str]:
    """Return the sentences of a passage, those beyond a length in pieces of whole words; each once.

    A row of a table is one: of its cells alone none says what it is about. A word by itself is a label, and says nothing.
    """
    row = passage.block is Block.TABLE_ROW
    texts = (passage.text,) if row else (sentence.text for sentence in sentences(passage.text))
    whole = (" ".join(text.split()) for text in texts)
    pieces = (piece for sentence in whole for piece in _wrapped(sentence, longest))
    return [piece for piece in dict.fromkeys(pieces) if " " in piece]


def room(reply_tokens: int) -> float:
    """Return the share of the longest claim, 0-1, that fits a reply of some tokens."""
    characters = reply_tokens * CHARACTERS_PER_TOKEN - FRAME_CHARACTERS
    return min(1.0, characters / (LONGEST_TEXT + MOST_SOURCES * LONGEST_QUOTE))


def cut_off(text: str, longest: int) -> bool:
    """Tell whether the schema's limit of characters ended a claim before its sentence did."""
    return len(text) >= longest and not text.rstrip().endswith(tuple(_ENDS))


def claims_of(pieces: Iterator[str]) -> Iterator[ModelClaim]:
    """Parse a growing JSON reply and yield each claim once it is complete; raise ModelGone where it cannot be read.

    A reply that ends too early keeps its finished claims; without one it is gone, and asking the same again would not help.
    """
    text = ""
    given = 0
    for piece in pieces:
        text += piece
        if len(text) > LONGEST_REPLY_CHARACTERS:
            raise ModelGone("the model does not stop writing", retryable=False)
        if "}" not in piece:
            continue
        for entry in _finished(text)[given:]:
            given += 1
            yield from _valid(entry)
    if given and _cut(text):
        log.info("the reply was cut off after %d claims", given)
        return
    for entry in _entries(text)[given:]:
        yield from _valid(entry)


def _source(passages: Mapping[int, Passage] | None, longest: int) -> dict[str, Any]:
    """Return the schema of a quote with the number of its passage."""
    listed = {number: quotable(passage, longest) for number, passage in (passages or {}).items()}
    one_of = [
        _object(passage={"type": "integer", "enum": [number]}, quote={"type": "string", "enum": quotes})
        for number, quotes in listed.items()
        if quotes
    ]
    free = _object(passage={"type": "integer"}, quote={"type": "string", "maxLength": longest})
    return {"anyOf": one_of} if one_of else free


def _wrapped(sentence: str, longest: int) -> list[str]:
    return textwrap.wrap(sentence, longest, break_long_words=False, break_on_hyphens=False)


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _finished(text: str) -> list[Any]:
    """Return the claims that are closed in a reply that may still grow."""
    position = text.find("[", max(text.find('"claims"'), 0)) + 1
    entries: list[Any] = []
    while position:
        position += len(text[position:]) - len(text[position:].lstrip(" \t\r\n,"))
        try:
            entry, position = _DECODER.raw_decode(text, position)
        except ValueError:
            break
        entries.append(entry)
    return entries


def _entries(text: str) -> list[Any]:
    """Return the claims of a reply that has ended, or raise ModelGone if it has not the shape asked for."""
    if not text.strip():
        message = (
            "the model wrote nothing: does model.url name a server of this kind, or did it think for all of its tokens?"
        )
        raise ModelGone(message, retryable=True)
    try:
        reply = from_json(_json(text))
    except ValueError as error:
        raise ModelGone(f"the model's reply is not JSON: {error}", retryable=not _cut(text)) from error
    claims = reply.get("claims") if isinstance(reply, dict) else None
    if not isinstance(claims, list):
        raise ModelGone("the model's reply has no list of claims", retryable=True)
    return claims


def _cut(text: str) -> bool:
    """Tell whether a reply is the beginning of JSON: it was cut by its length, and would be once more."""
    if "{" not in text:
        return False
    try:
        from_json(_json(text))
    except ValueError:
        try:
            from_json(_json(text), allow_partial="trailing-strings")
        except ValueError:
            return False
        return True
    return False


def _json(text: str) -> str:
    """Return a reply without what stands round its JSON."""
    return text[max(text.find("{"), 0) :].rstrip().removesuffix("```")


def _valid(entry: object) -> Iterator[ModelClaim]:
    """Yield the entry as a claim if it has the shape asked for; an entry that has not is no claim."""
    try:
        yield ModelClaim.model_validate(entry)
    except ValidationError as error:
        log.info("the model wrote a claim without the shape asked for: %s", error)
