"""The errors of the assistant.

ArendeError
└── AssistantError
    ├── BadQuestion      the question is empty or too long
    ├── UnknownDocument  no readable document has this id
    └── ModelGone        the language model failed; ``retryable`` says whether once more may help
"""

from ingest.errors import ArendeError


class AssistantError(ArendeError):
    """The assistant cannot do what was asked."""


class BadQuestion(AssistantError):
    """The question cannot be asked as it stands."""


class UnknownDocument(AssistantError):
    """No document that the reader may see has this id."""


class ModelGone(AssistantError):
    """The language model did not answer usably."""

    def __init__(self, message: str, *, retryable: bool) -> None:
        super().__init__(message)
        self.retryable = retryable
