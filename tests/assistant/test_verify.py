"""A lying answerer gets nothing past the check, and an honest one keeps its claims."""

import datetime as dt
from dataclasses import dataclass

import pytest

from assistant.answers import Check
from assistant.quoting import locate
from assistant.verify import DraftClaim, Evidence, Fault, Quote, check_claim
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage


def evidence(
    text: str,
    force: Force = Force.BACKGROUND,
    board: str = "Tekniska nämnden",
    sign: str | None = None,
    heading: str = "",
) -> Evidence:
    """Return a passage of an invented document."""
    document = DocumentMetadata(
        id=f"{abs(hash(text)):x}",
        source="tekniska/handling.pdf",
        title="Handling om gator och parker",
        kind=Kind.PROTOKOLL,
        content_hash="",
        board=board,
        date=dt.date(2025, 4, 8),
        meeting_date=dt.date(2025, 4, 8),
    )
    headings = (heading,) if heading else ()
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, force, heading_path=headings, section_sign=sign)
    return Evidence(document, passage)


@dataclass(frozen=True, slots=True)
class Case:
    """Hold a passage, honest ways to tell of it, and lies about it."""

    passage: Evidence
    honest: tuple[str, ...]
    lies: tuple[str, ...]


D, P, B = Force.DECISION, Force.PROPOSAL, Force.BACKGROUND
CASES = (
    Case(
        evidence(
            "Den nya bron beräknas kunna öppna i maj 2027, eftersom 2 av 3 pelare står. Den kostar högst 9 mnkr.", B
        ),
        (
            "Den nya bron väntas öppna i maj 2027.",
            "Av den nya brons 3 pelare står 2.",
            "Den nya bron kostar maximalt 9 mnkr.",
        ),
        (
            "Den nya bron öppnar i maj 2027.",
            "Staden får den nya bron i maj 2027, när den öppnar.",
            "Den nya bron kostar 9 mnkr.",
        ),
    ),
    Case(
        evidence("Avgiften för båtplatser föreslås höjas från 900 kronor till 1 100 kronor.", P),
        (
            "Förslaget är att avgiften för båtplatser höjs till 1 100 kronor.",
            "Avgiften för båtplatser bör höjas till 1 100 kronor.",
        ),
        (
            "Avgiften för båtplatser höjs till 1 100 kronor.",
            "Avgiften för båtplatser ska höjas från 900 kronor till 1 100 kronor.",
        ),
    ),
    Case(
        evidence("Förvaltningen förordar alternativ A, en ny bro vid Almvägen, framför en tunnel.", B),
        (
            "Förvaltningen förordar alternativ A, en ny bro vid Almvägen.",
            "I handlingen förordar förvaltningen alternativ A framför en tunnel.",
        ),
        (
            "Förvaltningen förordar alternativ B, en ny bro vid Almvägen.",
            "Föreningen C förordar en ny bro vid Almvägen framför en tunnel.",
        ),
    ),
    Case(
        evidence("Tekniska nämnden beslutar att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen under 2025.", D),
        (
            "Tekniska nämnden beslutade att anslå 1,4 mnkr till lekplatsen vid Almvägen.",
            "Nämnden anslog 1 400 000 kr till lekplatsen vid Almvägen under 2025.",
            "Lekplatsen vid Almvägen får 1,4 miljoner kronor.",
        ),
        (
            "Tekniska nämnden beslutade att anslå 14 miljoner kronor till lekplatsen vid Almvägen.",
            "Tekniska nämnden beslutade att anslå 1,4 tkr till lekplatsen vid Almvägen.",
            "Tekniska nämnden beslutade att inte anslå 1,4 miljoner kronor till lekplatsen vid Almvägen.",
            "Kulturnämnden beslutade att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen.",
            "Kommunstyrelsen beslutade att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen.",
            "Tekniska nämnden beslutade att anslå 1,4 miljoner kronor till lekplatsen vid Björkgatan.",
            "Tekniska nämnden beslutade att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen under 2026.",
            "Tekniska nämnden beslutade den 9 maj 2025 att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen.",
            "Tekniska nämnden beslutade, § 77, att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen.",
            "Tekniska nämnden beslutade i KS 2025/31 att anslå 1,4 miljoner kronor till lekplatsen vid Almvägen.",
        ),
    ),
    Case(
        evidence(
            "Förvaltningen föreslår att nämnden godkänner avtalet med Norrbro Bad AB från och med den 1 juni 2025.", P
        ),
        (
            "Förvaltningen föreslår att avtalet med Norrbro Bad AB godkänns från och med 2025-06-01.",
            "Förvaltningen föreslog att nämnden godkänner avtalet med Norrbro Bad AB.",
        ),
        (
            "Nämnden beslutade att godkänna avtalet med Norrbro Bad AB.",
            "Nämnden godkände avtalet med Norrbro Bad AB från och med den 1 juni 2025.",
            "Avtalet med Norrbro Bad AB har godkänts från och med den 1 juni 2025.",
            "Förvaltningen föreslår att nämnden inte godkänner avtalet med Norrbro Bad AB.",
            "Förvaltningen föreslår att nämnden godkänner avtalet med Söderbro Bad AB.",
            "Förvaltningen föreslår att nämnden godkänner avtalet från och med den 1 juli 2025.",
            "Förvaltningen föreslår att nämnden godkänner avtalet från och med den 1 juni 2026.",
            "Förvaltningen föreslår att nämnden avslår avtalet med Norrbro Bad AB.",
        ),
    ),
    Case(
        evidence("Motionen om gratis kollektivtrafik avslås med 24 röster mot 17.", D, "Kommunfullmäktige", "§ 51"),
        (
            "Motionen om gratis kollektivtrafik avslogs med 24 röster mot 17.",
            "Kommunfullmäktige avslog motionen om gratis kollektivtrafik.",
        ),
        (
            "Motionen om gratis kollektivtrafik bifölls med 24 röster mot 17.",
            "Motionen om gratis kollektivtrafik avslogs med 25 röster mot 17.",
            "Motionen om gratis kollektivtrafik avslogs inte.",
            "Motionen om gratis parkering avslogs med tolv röster mot 17.",
            "Socialnämnden avslog motionen om gratis kollektivtrafik.",
        ),
    ),
    Case(
        evidence("Sju av tio brukare, 70 procent, är nöjda med hemtjänsten i Västerdal.", B),
        (
            "7 av 10 brukare är nöjda med hemtjänsten i Västerdal.",
            "70 % av brukarna är nöjda med hemtjänsten i Västerdal.",
        ),
        (
            "Åtta av tio brukare är nöjda med hemtjänsten i Västerdal.",
            "60 procent av brukarna är nöjda med hemtjänsten i Västerdal.",
            "70 procent av brukarna är inte nöjda med hemtjänsten i Västerdal.",
            "70 procent av brukarna är nöjda med hemtjänsten i Österdal.",
        ),
    ),
    Case(
        evidence("Karin Ekvall (S) reserverar sig mot beslutet till förmån för eget yrkande.", Force.RESERVATION),
        (
            "Karin Ekvall (S) reserverade sig mot beslutet.",
            "Karin Ekvall, Socialdemokraterna, reserverar sig mot beslutet.",
        ),
        (
            "Karin Ekvall (M) reserverade sig mot beslutet.",
            "Karin Dahlin (S) reserverade sig mot beslutet.",
            "Moderaterna reserverade sig mot beslutet.",
            "Karin Ekvall (S) reserverade sig inte mot beslutet.",
            "Karin Ekvall (S) och Per Holm (V) reserverade sig mot beslutet.",
        ),
    ),
    Case(
        evidence(
            "Hyran för lokalen höjs från 12 000 kronor till 15 500 kronor per månad senast den 1 oktober 2025.", B
        ),
        (
            "Hyran för lokalen höjs till 15 500 kr per månad.",
            "Hyran höjs från 12 000 kronor till 15 500 kronor per månad senast 2025-10-01.",
        ),
        (
            "Hyran för lokalen sänks till 12 000 kronor per månad.",
            "Hyran för lokalen höjs till 16 500 kronor per månad.",
            "Hyran för lokalen höjs till 15 500 kronor per månad tidigast den 1 oktober 2025.",
            "Hyran för lokalen höjs till 15 500 kronor per månad senast den 1 november 2025.",
            "Hyran för lokalen höjs inte till 15 500 kronor per månad.",
        ),
    ),
    Case(
        evidence("Ansökan kan inte beviljas eftersom marken inte är detaljplanelagd.", Force.OPINION),
        ("Ansökan kan inte beviljas eftersom marken inte är detaljplanelagd.", "Marken är inte detaljplanelagd."),
        (
            "Ansökan kan beviljas eftersom marken är detaljplanelagd.",
            "Marken är detaljplanelagd.",
            "Ansökan kan beviljas.",
        ),
    ),
    Case(
        evidence(
            "Granskningen visar ett överskott om 3,2 mnkr för skolnämnden år 2024.", Force.AUDIT_FINDING, "Revisorerna"
        ),
        (
            "Skolnämnden hade ett överskott om 3,2 miljoner kronor år 2024.",
            "Granskningen visar ett överskott om 3 200 tkr.",
        ),
        (
            "Skolnämnden hade ett underskott om 3,2 miljoner kronor år 2024.",
            "Skolnämnden hade ett överskott om 2,3 miljoner kronor år 2024.",
            "Skolnämnden hade ett överskott om 3,2 miljoner kronor år 2023.",
            "Miljönämnden hade ett överskott om 3,2 miljoner kronor år 2024.",
            "Granskningen visar inget överskott för skolnämnden år 2024.",
        ),
    ),
)
HONEST = [(case.passage, text) for case in CASES for text in case.honest]
LIES = [(case.passage, text) for case in CASES for text in case.lies]


def claim(passage: Evidence, text: str, quote: str | None = None) -> DraftClaim:
    """Return a claim that quotes the whole passage, or other words."""
    return DraftClaim(text, (Quote(passage, quote or passage.passage.text),))


@pytest.mark.parametrize(("passage", "text"), HONEST, ids=[text[:60] for _, text in HONEST])
def test_an_honest_claim_stands(passage: Evidence, text: str) -> None:
    verdict = check_claim(claim(passage, text))
    assert verdict.stands, (verdict.fault, verdict.detail)


@pytest.mark.parametrize(("passage", "text"), LIES, ids=[text[:80] for _, text in LIES])
def test_a_lie_with_a_right_quote_falls(passage: Evidence, text: str) -> None:
    assert not check_claim(claim(passage, text)).stands


@pytest.mark.parametrize("case", CASES, ids=[case.passage.passage.text[:30] for case in CASES])
def test_a_quote_of_another_passage_falls(case: Case) -> None:
    for other in CASES:
        if other is not case:
            verdict = check_claim(claim(other.passage, case.honest[0], case.passage.passage.text))
            assert verdict.fault is Fault.NOT_VERBATIM


@pytest.mark.parametrize("case", CASES, ids=[case.passage.passage.text[:30] for case in CASES])
def test_stitched_shortened_and_altered_quotes_fall(case: Case) -> None:
    words = case.passage.passage.text.split()
    stitched = " ".join(words[:3] + words[-3:])
    swapped = " ".join([words[1], words[0], *words[2:]])
    cut = case.passage.passage.text[1:-4]
    for quote in (stitched, swapped, cut, f"{case.passage.passage.text} Dessutom", "…", ""):
        assert not check_claim(claim(case.passage, case.honest[0], quote or "?")).stands


@pytest.mark.parametrize("case", CASES, ids=[case.passage.passage.text[:30] for case in CASES])
def test_a_claim_about_something_else_falls(case: Case) -> None:
    text = "Biblioteket håller öppet för allmänheten varje helg och erbjuder kaffe."
    assert check_claim(claim(case.passage, text)).fault is Fault.SUPPORT


def test_words_as_they_stand_are_verbatim_whatever_spaces_and_dashes() -> None:
    passage = evidence("Avtalet gäller 2025–2027 och kos­tar 40\u00a0000 kronor.")
    verdict = check_claim(claim(passage, "Avtalet gäller 2025-2027 och kostar 40 000 kronor."))
    assert verdict.stands
    place = check_claim(DraftClaim("x", (Quote(passage, "kostar 40 000 kronor"),))).places
    assert place == ()
    assert locate("kostar 40 000 kronor", passage.passage.text) == (29, 50)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("40", "Det kostar 40 000 kr"),
        ("000 kr", "Det kostar 40 000 kr"),
        ("3", "Det är 3,4 procent"),
        ("mot", "En motion"),
        ("tion", "En motion"),
    ],
)
def test_a_quote_is_whole_words_and_whole_numbers(quote: str, text: str) -> None:
    assert locate(quote, text) is None


def test_a_text_that_is_its_quote_is_verbatim() -> None:
    passage = evidence("Nämnden lägger rapporten till handlingarna.", D)
    assert check_claim(claim(passage, passage.passage.text)).check is Check.VERBATIM


def test_a_decision_told_of_in_the_background_may_be_told() -> None:
    passage = evidence("Kommunfullmäktige beslutade 2024-11-20 att utreda en ny simhall.")
    assert check_claim(
        claim(passage, "Kommunfullmäktige beslutade den 20 november 2024 att utreda en ny simhall.")
    ).stands


def test_a_claim_without_quote_falls() -> None:
    assert check_claim(DraftClaim("Nämnden sade ja.", ())).fault is Fault.NO_QUOTE
