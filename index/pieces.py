"""Split text into the word pieces of the embedded model, from the pieces in its weights.

The tokenizers library gives the same (a test holds it) but takes 0.8 s and 320 MB to load a quarter of a million pieces,
which every question asked on the command line would wait for; this takes 0.2 s and 40 MB.
"""

import re
import unicodedata
from array import array
from functools import cache, lru_cache

from index.weights import Weights, embedded_weights

# What stands for a space: every word begins with it.
SPACE = "▁"
# A character that no piece holds costs so much more than the rarest piece.
UNKNOWN_PENALTY = 10.0
REMEMBERED_WORDS = 20_000
# The question, the title of a paper and a heading are read again with every sentence.
REMEMBERED_TEXTS = 1_000


@cache
def embedded_pieces() -> "Pieces":
    """Return the embedded model's pieces, made once a process."""
    return Pieces(embedded_weights())


class Pieces:
    """Number the pieces of a text: of all ways to split each word the likeliest (Unigram)."""

    def __init__(self, weights: Weights) -> None:
        self.begin, self.end = weights.special["bos"], weights.special["eos"]
        self._unknown = weights.special["unk"]
        marks = set(weights.special.values())
        self._numbers = {piece: number for number, piece in enumerate(weights.pieces) if number not in marks}
        self._longest = max(map(len, self._numbers))
        self._scores = array("d", weights.scores.astype(float).tobytes())
        self._unknown_score = min(self._scores) - UNKNOWN_PENALTY
        # What is left of the file's map is compatibility normalisation (NFKC), character by character.
        self._spaced = {code: out for code, out in weights.character_map.items() if out in ("", " ")}
        self._word = lru_cache(REMEMBERED_WORDS)(self._split)
        self._text = lru_cache(REMEMBERED_TEXTS)(self._cut)

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces, without the marks of its beginning and end."""
        return list(self._text(text))

    def _cut(self, text: str) -> tuple[int, ...]:
        text = unicodedata.normalize("NFKC", text.translate(self._spaced))
        text = re.sub(" {2,}", " ", text).replace(" ", SPACE)
        if text and not text.startswith(SPACE):
            text = SPACE + text
        return tuple(number for word in re.findall(f"{SPACE}[^{SPACE}]*", text) for number in self._word(word))

    def _split(self, word: str) -> tuple[int, ...]:
        """Return the likeliest pieces of a word."""
        score = [0.0] + [float("-inf")] * len(word)
        came: list[tuple[int, int]] = [(0, 0)] * (len(word) + 1)
        for start in range(len(word)):
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                number = self._numbers.get(word[start:end])
                if number is not None:
                    likely = score[start] + self._scores[number]
                elif end == start + 1:
                    number, likely = self._unknown, score[start] + self._unknown_score
                else:
                    continue
                if likely > score[end]:
                    score[end], came[end] = likely, (start, number)
        found: list[int] = []
        end = len(word)
        while end:
            end, number = came[end]
            # Unknown characters beside each other are one unknown piece.
            if not (number == self._unknown and found and found[-1] == number):
                found.append(number)
        return tuple(reversed(found))
