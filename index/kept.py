"""Keep what one question read for the next: a generation never changes, and questions go back to the same chunks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Read values by id and remember them; safe to use from several threads at once.

    Beyond ``most`` values all are forgotten: an order of use would cost every question more than reading anew costs one.
    """

    def __init__(self, most: int, read: Callable[[Sequence[str]], Mapping[str, Value]]) -> None:
        self._most = most
        self._read = read
        self._known: dict[str, Value] = {}

    def of(self, ids: Iterable[str]) -> dict[str, Value]:
        """Return the values of those ids that have one, in the order of the ids."""
        known = self._known
        wanted = list(dict.fromkeys(ids))
        unread = [one for one in wanted if one not in known]
        if unread:
            if len(known) + len(unread) > self._most:
                # A new dictionary: another thread may be reading the old one.
                known = {one: known[one] for one in wanted if one in known}
            known.update(self._read(unread))
            self._known = known
        return {one: known[one] for one in wanted if one in known}
