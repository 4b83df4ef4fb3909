"""What a registrar reads off a paper, and the check that reading says the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest

from ingest.documents import Document, Force, Kind
from ingest.identifiers import same_case
from tests.ingest.papers import Paper, force_of, people_of

Make = Callable[[], Paper | Document]
PROPOSAL, DECISION, YRKANDE, OPINION = Force.PROPOSAL, Force.DECISION, Force.YRKANDE, Force.OPINION
RESERVATION, BACKGROUND = Force.RESERVATION, Force.BACKGROUND
FINDING, RECOMMENDATION = Force.AUDIT_FINDING, Force.RECOMMENDATION
SIGNER, OFFICER = "undertecknare", "handläggare"


@dataclass(frozen=True, slots=True)
class Told:
    """Hold what a reader of a paper would say of it; what is None, or left out, the test does not ask for."""

    kind: Kind
    date: str | None = None
    board: str | None = None
    cases: tuple[str, ...] | None = None
    title: str | None = None
    municipality: str | None = None
    meeting: str | None = None
    undated: bool = False
    # Signs of the §§ with their titles, in order; an empty mapping says that the paper has no §§.
    sections: Mapping[str, str] | None = None
    forces: Mapping[str, Force] = field(default_factory=dict)
    people: Mapping[str, str] | None = None
    parties: tuple[str, ...] | None = None


@dataclass(slots=True)
class Papers:
    """Collect papers with what is told of them."""

    made: dict[str, tuple[Make, Told]] = field(default_factory=dict)

    def told(self, told: Told) -> Callable[[Make], Make]:
        """Keep a paper under its name."""

        def keep(make: Make) -> Make:
            self.made[make.__name__] = (make, told)
            return make

        return keep

    def cases(self) -> pytest.MarkDecorator:
        """Return one case of a test for each paper."""
        return pytest.mark.parametrize(("make", "told"), self.made.values(), ids=self.made.keys())


def assert_read_as_told(make: Make, told: Told) -> Document:
    """Read a paper, compare it with what is told of it, and return the document."""
    made = make()
    document = made.read() if isinstance(made, Paper) else made
    metadata = document.metadata
    assert metadata.kind is told.kind
    for name in ("board", "municipality", "title"):
        assert getattr(told, name) in (None, getattr(metadata, name)), name
    assert told.date in (None, str(metadata.date))
    assert told.meeting in (None, str(metadata.meeting_date))
    assert not (told.undated and metadata.date)
    if told.cases is not None:
        assert len(metadata.case_numbers) == len(told.cases), metadata.case_numbers
        assert all(map(same_case, metadata.case_numbers, told.cases)), metadata.case_numbers
    if told.sections is not None:
        heads = {one.section_sign: one.heading_path[:1] for one in document.passages if one.section_sign}
        assert heads == {sign: (title,) for sign, title in told.sections.items()}
    assert {opening: force_of(document, opening) for opening in told.forces} == told.forces
    if told.people is not None:
        assert people_of(document) >= set(told.people.items())
        assert told.people or not metadata.people
    assert told.parties is None or set(metadata.parties) == set(told.parties)
    return document
