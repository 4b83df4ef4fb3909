"""Write each case number in one way, however the documents spell it: "KS 2024-00207" and "KS 2024/207" are one case."""

from collections.abc import Iterable

from index.records import case_key


class Spellings:
    """Know how most documents spell each case number."""

    def __init__(self, counts: Iterable[tuple[str, str, int]]) -> None:
        """Take (key, spelling, number of documents) of every case number; between equals the shorter one is taken."""
        self._usual: dict[str, str] = {}
        for key, spelling, _ in sorted(counts, key=lambda row: (row[2], -len(row[1]), row[1])):
            self._usual[key] = spelling

    def of(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Return case numbers as they are usually spelled, each case once, in the order given."""
        return tuple(dict.fromkeys(self._usual.get(case_key(number), number) for number in numbers))
