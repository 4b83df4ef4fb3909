"""Read numbers that are written as Swedish words; pure."""

from functools import lru_cache

_UNITS = "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_ONES = {word: number for number, word in enumerate(_UNITS.split())} | {"en": 1, "aderton": 18, "ingen": 0, "inga": 0}
_TENS_VALUES = {word: 20 + 10 * index for index, word in enumerate(_TENS.split())}


def number_of(word: str) -> int | None:
    """Return the number that a Swedish word or digits name, if they do."""
    if word.isdecimal():
        return int(word)
    return word_number(word.casefold())


@lru_cache(maxsize=100_000)
def word_number(word: str) -> int | None:
    """Return the number that a word in small letters names, if it does."""
    if word in _ONES:
        return _ONES[word]
    if word == "hundra":
        return 100
    if word == "tusen":
        return 1000
    for tens, amount in _TENS_VALUES.items():
        rest = word.removeprefix(tens)
        if rest != word and (not rest or rest in _ONES):
            return amount + (_ONES[rest] if rest else 0)
    for tail, amount in (("tusen", 1000), ("hundra", 100)):
        head = word.removesuffix(tail)
        if head != word and head and (count := word_number(head)) is not None:
            return count * amount
    return None
