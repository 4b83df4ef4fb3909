"""Texts with their places on the page → joined, or cut out of one another, the places kept (pure)."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.documents import Piece, TextBlock


def joined_texts(parts: Iterable[tuple[str, tuple[Piece, ...]]], between: str) -> tuple[str, tuple[Piece, ...]]:
    """Return texts as one with ``between`` between them, and the places of all."""
    text = ""
    pieces: list[Piece] = []
    for added, places in parts:
        start = len(text) + len(between) if text else 0
        text = f"{text}{between}{added}" if text else added
        pieces.extend(replace(piece, start=piece.start + start, end=piece.end + start) for piece in places)
    return text, tuple(pieces)


def joined_blocks(blocks: Iterable[TextBlock], between: str = " ") -> TextBlock:
    """Return blocks as one that is like the first of them."""
    together = tuple(blocks)
    text, pieces = joined_texts(((block.text, block.pieces) for block in together), between)
    return replace(together[0], text=text, pieces=pieces)


def pieces_within(pieces: Iterable[Piece], start: int, end: int) -> tuple[Piece, ...]:
    """Return the places of characters [start, end), counted from ``start``."""
    return tuple(
        Piece(max(piece.start, start) - start, min(piece.end, end) - start, piece.page, piece.box)
        for piece in pieces
        if piece.start < end and start < piece.end
    )
