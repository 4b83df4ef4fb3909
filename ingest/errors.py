"""The errors of the product, rooted here.

ArendeError
├── IngestError            a file cannot become a document
├── index.errors.IndexFault             (drawn in index/errors.py)
└── assistant.errors.AssistantError    (drawn in assistant/errors.py)
"""

from enum import StrEnum


class ArendeError(Exception):
    """Root of every error the product raises on purpose."""


class SkipReason(StrEnum):
    """Say why a file is not in the index; the values are stable and appear in JSON."""

    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    ARCHIVE_BOMB = "archive_bomb"
    WRONG_FORMAT = "wrong_format"
    UNSUPPORTED = "unsupported"
    NO_PERMISSION = "no_permission"
    OUTSIDE_SOURCE = "outside_source"
    TIMEOUT = "timeout"
    CRASHED = "crashed"


NO_PERMISSION = "permission denied. Give the account that runs the re-index the right to read it."
NEEDS_MEMORY = "it needs more memory than memory_megabytes allows. Raise the limit or split the file."
PASSWORD = "the file is password protected. Remove the password and run again."


class IngestError(ArendeError):
    """One file cannot be read; the message says which, why, and what to do."""

    def __init__(self, path: str, reason: SkipReason, detail: str) -> None:
        super().__init__(f"Cannot read '{path}': {detail}")
        self.path = path
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type["IngestError"], tuple[str, SkipReason, str]]:
        return (IngestError, (self.path, self.reason, self.detail))
