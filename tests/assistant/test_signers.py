"""Who signed a paper is told by the names at its end, with what they signed as and for whom."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant.answers import Status
from assistant.values import ValueKind, values
from ingest.documents import Block, Kind, Person, Role
from tests.assistant.papers import BACK, DEC, H, P, ask, document, judged

S = Block.SIGNATURE
LEASE = document(
    "Arrendeavtal om kajen i Björkudden",
    Kind.AVTAL,
    [
        (H, "Arrendeavtal om kajen i Björkudden", BACK),
        (P, "Kommunen arrenderar ut kajen i Björkudden till båtsällskapet i tio år.", BACK),
        (P, "Arrendet för kajen är 9 000 kronor om året.", BACK),
        (P, "För kommunen För Björkuddens båtsällskap", BACK),
        (S, "Ada Lind, hamnchef Bo Ek, verkställande direktör", BACK),
    ],
)
LETTER = document(
    "Svar om kajen i Björkudden",
    Kind.TJANSTESKRIVELSE,
    [
        (H, "Svar om kajen i Björkudden", BACK),
        (P, "Förvaltningen har läst arrendeavtalet om kajen i Björkudden.", BACK),
        (S, "Cia Holm, förvaltningschef", BACK),
    ],
)
INFORMATION = document(
    "Information om kajens dag i Björkudden",
    Kind.OVRIGT,
    [
        (H, "Information om kajens dag i Björkudden", BACK),
        (P, "Kajens dag hålls i juni i Björkudden. Vid frågor, kontakta:", BACK),
        (S, "Dag Sten E-post: dag.sten@bjorkudden.example", BACK),
    ],
)
MOTION = document(
    "Motion om bastu i Björkudden",
    Kind.MOTION,
    [
        (H, "Motion om bastu i Björkudden", BACK),
        (P, "Bastun i Björkudden bör byggas av kommunen.", BACK),
        (P, "Eva Ros (S), Fia Gran (S)", BACK),
    ],
)
ANSWER = document(
    "Svar på motion om bastu i Björkudden",
    Kind.TJANSTESKRIVELSE,
    [
        (H, "Svar på motion om bastu i Björkudden", BACK),
        (P, "Motionen om en bastu i Björkudden besvaras med att bastun i Björkudden byggs.", DEC),
        (S, "Cia Holm, förvaltningschef", BACK),
    ],
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vem skrev under arrendeavtalet om kajen som vd för båtsällskapet?", "Bo Ek, verkställande direktör"),
        ("Vilka har undertecknat arrendeavtalet om kajen?", "Ada Lind, hamnchef"),
        ("Vilka skrev motionen om bastun i Björkudden?", "Eva Ros (S), Fia Gran (S)"),
        ("Vilka lade motionen om bastun i Björkudden?", "Eva Ros (S), Fia Gran (S)"),
        ("Vem motionerade om bastun i Björkudden?", "Eva Ros (S), Fia Gran (S)"),
        ("Vems motion var det om bastun i Björkudden?", "Eva Ros (S), Fia Gran (S)"),
        ("Vilka S-politiker skrev under motionen om bastun i Björkudden?", "Eva Ros (S), Fia Gran (S)"),
    ],
)
def test_who_signed_stands_at_the_end_of_the_paper(question: str, told: str) -> None:
    papers = (LETTER, LEASE, INFORMATION, ANSWER, MOTION)
    assert told in ask(question, *papers)[0].text
    assert judged(question, *papers).status is Status.ANSWERED


def test_whom_to_turn_to_did_not_sign() -> None:
    assert judged("Vem skrev under brevet om kajens dag i Björkudden?", INFORMATION).status is not Status.ANSWERED


def test_nobody_signed_for_a_party_that_is_not_there() -> None:
    assert (
        judged("Vem skrev under arrendeavtalet om kajen för Norrvallens räkning?", LEASE).status is not Status.ANSWERED
    )


@pytest.mark.parametrize("text", ["Vad tyckte S-politikerna?", "Vilka är med i S-gruppen?"])
def test_a_party_may_begin_a_word(text: str) -> None:
    assert [value.key for value in values(text) if value.kind is ValueKind.PARTY] == ["s"]


WRITTEN = document(
    "Svar om bryggan i Björkudden",
    Kind.TJANSTESKRIVELSE,
    [
        (P, "Handläggare: Gun Berg\nDatum: 2025-04-08", BACK),
        (H, "Svar om bryggan i Björkudden", BACK),
        (P, "Bryggan i Björkudden är sliten och bör lagas av hamnen.", BACK),
        (S, "Cia Holm, förvaltningschef", BACK),
    ],
)
WRITTEN = replace(
    WRITTEN,
    metadata=replace(
        WRITTEN.metadata, people=(Person("Gun Berg", Role.HANDLAGGARE), Person("Cia Holm", Role.UNDERTECKNARE))
    ),
)


@pytest.mark.parametrize(
    "question",
    [
        "Vem skrev tjänsteskrivelsen om bryggan i Björkudden?",
        "Vem är handläggare för ärendet om bryggan?",
        "Vem handlade ärendet om bryggan i Björkudden?",
    ],
)
def test_whoever_has_a_matter_in_hand_wrote_the_paper_on_it(question: str) -> None:
    assert [claim.text for claim in ask(question, WRITTEN, LETTER)] == ["Handläggare: Gun Berg"]
    assert judged(question, WRITTEN, LETTER).status is Status.ANSWERED


@pytest.mark.parametrize(
    "question", ["Vem är handläggare för ärendet om simhallen?", "Vem skrev under avtalet om simhallen?"]
)
def test_a_paper_on_another_matter_tells_nobody(question: str) -> None:
    assert judged(question, WRITTEN, LEASE).status is Status.NOT_FOUND


def test_everybody_who_signs_a_motion_line_by_line_is_named() -> None:
    signed = [*MOTION.passages[:2]]
    text = [
        (H, MOTION.passages[0].text, BACK),
        (P, signed[1].text, BACK),
        (S, "Eva Ros (S)", BACK),
        (S, "Fia Gran (S)", BACK),
    ]
    motion = document(MOTION.metadata.title, Kind.MOTION, text)
    (claim,) = ask("Vilka väckte motionen om bastun i Björkudden?", motion, ANSWER)
    assert claim.text == "Eva Ros (S)\nFia Gran (S)"


def test_a_title_that_names_the_body_alone_is_that_of_another_paper() -> None:
    budget = replace(
        WRITTEN,
        metadata=replace(
            WRITTEN.metadata,
            id="b" * 16,
            title="Hamnnämndens budget",
            people=(Person("Ida Sund", Role.HANDLAGGARE),),
        ),
        passages=(replace(WRITTEN.passages[0], text="Handläggare: Ida Sund\nHamnnämnden"), *WRITTEN.passages[1:]),
    )
    letter = replace(WRITTEN, metadata=replace(WRITTEN.metadata, board="Hamnnämnden"))
    question = "Vem är handläggare för hamnnämndens ärende om bryggan?"
    assert [claim.text for claim in ask(question, budget, letter)] == ["Handläggare: Gun Berg"]


def test_papers_on_one_matter_may_have_two_writers() -> None:
    later = replace(
        WRITTEN,
        metadata=replace(
            WRITTEN.metadata,
            id="Senare svar om bryggan i Björkudden",
            date=dt.date(2025, 9, 2),
            meeting_date=None,
            people=(Person("Ida Sund", Role.HANDLAGGARE),),
        ),
        passages=(replace(WRITTEN.passages[0], text="Handläggare: Ida Sund\nDatum: 2025-09-02"), *WRITTEN.passages[1:]),
    )
    question = "Vem skrev tjänsteskrivelsen om bryggan i Björkudden"
    both = [claim.text for claim in ask(f"{question}?", WRITTEN, later)]
    assert sorted(both) == ["Handläggare: Gun Berg", "Handläggare: Ida Sund"]
    assert [claim.text for claim in ask(f"{question} i september 2025?", WRITTEN, later)] == ["Handläggare: Ida Sund"]


REPLY = document(
    "Svar på interpellation från Ida Sund (C) om färjan i Björkudden",
    Kind.INTERPELLATION,
    [
        (H, "Svar på interpellation från Ida Sund (C) om färjan i Björkudden", BACK),
        (P, "Färjan i Björkudden går varje timme, och kommunen väntar på en ny färja.", BACK),
        (S, "Per Ahl (S)", BACK),
    ],
)


def test_who_answered_an_interpellation_did_not_ask_it() -> None:
    asked = " ".join(claim.text for claim in ask("Vem ställde interpellationen om färjan i Björkudden?", REPLY))
    assert "Ida Sund (C)" in asked
    assert "Per Ahl" not in asked
    (answered,) = ask("Vem svarade på interpellationen om färjan i Björkudden?", REPLY)
    assert answered.text == "Per Ahl (S)"
