"""How a paper is spoken of in an answer."""

import pytest

from assistant.texts import place_of
from ingest.documents import DocumentMetadata, Kind


@pytest.mark.parametrize(
    ("kind", "title", "called"),
    [
        (Kind.DELEGATION, "Delegationsordning för nämnden", "delegationsordningen"),
        (Kind.DELEGATION, "Vidaredelegering av beslut", "delegationsordningen"),
        (Kind.DELEGATION, "Anmälan av delegationsbeslut i mars", "delegationslistan"),
        (Kind.DELEGATION, "Bygglov för lagerhall", "delegationsbeslutet"),
        (Kind.OVRIGT, "Underlag till badet vid Lillån", "”Underlag till badet vid Lillån”"),
        (
            Kind.OVRIGT,
            "Underlag till badet vid Lillån och bron i Västerdal",
            "”Underlag till badet vid Lillån och bron …”",
        ),
        (Kind.OVRIGT, "Rapport om badet", "rapporten"),
        (Kind.INTERPELLATION, "Interpellation om bussar", "interpellationen"),
        (Kind.INTERPELLATION, "Svar på interpellation om bussar", "interpellationssvaret"),
        (Kind.INTERPELLATION, "Interpellationssvar: Interpellation om bussar", "interpellationssvaret"),
    ],
)
def test_a_paper_is_called_what_it_is(kind: Kind, title: str, called: str) -> None:
    assert place_of(DocumentMetadata("1", "handling.pdf", title, kind, "0")) == called
