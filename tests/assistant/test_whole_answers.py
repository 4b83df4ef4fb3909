"""Answers are whole and say nothing twice: notes, lists, double questions, values that two papers prove."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant import abstain, telling, texts
from assistant.answers import Status
from assistant.doubles import unanswered
from assistant.drafting import Group
from assistant.extract import ExtractiveAnswerer
from assistant.matching import with_particles
from assistant.members import ActsOfMembers
from assistant.openings import completed
from assistant.proof import prove
from assistant.question import Asked, understand
from assistant.settings import FACT_WORDS
from assistant.telling import is_scrap
from assistant.verify import DraftClaim, Evidence, Place, Quote, check_claim
from ingest.documents import Block, Document, Force, Kind, Passage
from tests.assistant.papers import BACK, DEC, MINUTES, OPI, RES, YRK, H, L, P, ask, document, judged, request

HARBOUR = document(
    "hamnprotokoll",
    Kind.PROTOKOLL,
    [
        (H, "Muddring av hamnen", BACK),
        (H, "Yrkanden", BACK),
        (P, "Finn Berg (C) yrkar bifall till förvaltningens förslag.", YRK),
        (P, "Gun Alm (L) yrkar avslag på förslaget.", YRK),
        (H, "Omröstning", BACK),
        (P, "Omröstningen utfaller med 7 ja-röster och 2 nej-röster.", BACK),
        (H, "Beslut", BACK),
        (P, "Hamnen muddras under 2026.", DEC),
        (H, "Reservation", BACK),
        (P, "Gun Alm (L) reserverar sig mot beslutet.", RES),
    ],
    "§ 31",
    "Hamnnämnden",
)
QUIET = document(
    "lekprotokoll",
    Kind.PROTOKOLL,
    [
        (H, "Lekplatsen vid Almvägen", BACK),
        (P, "Lekplatsen har slitna gungor.", BACK),
        (H, "Yrkanden", BACK),
        (P, "Eva Ros (C) yrkar bifall till förslaget.", YRK),
        (H, "Beslut", BACK),
        (P, "Lekplatsen vid Almvägen rustas under 2026.", DEC),
    ],
    "§ 32",
    "Tekniska nämnden",
)


@pytest.mark.parametrize(
    ("question", "expected", "others"),
    [
        ("Vilka reserverade sig mot badavgiften?", "Ada Lind", "Gun Alm"),
        ("Vem reserverade sig mot muddringen?", "Gun Alm", "Ada Lind"),
        ("Vem yrkade avslag på muddringen?", "Gun Alm", "Finn Berg"),
        ("Vem yrkade bifall till muddringen?", "Finn Berg", "Gun Alm"),
        ("Vad blev röstsiffrorna om muddringen?", "7 ja-röster", "8 ja-röster"),
        ("Vad blev röstsiffrorna om badavgiften?", "8 ja-röster", "7 ja-röster"),
    ],
)
def test_what_members_did_is_told_of_the_matter_asked_about(question: str, expected: str, others: str) -> None:
    text = " ".join(claim.text for claim in ask(question, HARBOUR, MINUTES, QUIET))
    assert expected in text
    assert others not in text
    assert judged(question, HARBOUR, MINUTES, QUIET).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("Vilka reserverade sig mot lekplatsen?", "någon reservation"),
        ("Vem yrkade avslag på lekplatsen?", "något sådant yrkande"),
        ("Hur röstade nämnden om lekplatsen?", "någon omröstning"),
        ("Vilka reserverade sig mot biblioteksplanen?", "någon reservation"),
        ("Vem reserverade sig mot muddringen i tekniska nämnden?", "någon reservation"),
    ],
)
def test_what_members_did_in_another_matter_is_no_answer(question: str, what: str) -> None:
    assert judged(question, HARBOUR, MINUTES, QUIET).reasons == (texts.not_in_matter(what),)


def test_who_dissented_in_two_bodies_is_told_of_both() -> None:
    board = document(
        "styrelseprotokoll",
        Kind.PROTOKOLL,
        [
            (H, "Muddring av hamnen", BACK),
            (H, "Reservation", BACK),
            (P, "Rut Sjö (MP) reserverar sig mot beslutet.", RES),
        ],
        "§ 60",
        "Kommunstyrelsen",
    )
    claims = ask("Vilka reserverade sig mot muddringen av hamnen?", HARBOUR, board)
    assert {claim.lead.split("(")[1][:9] for claim in claims} == {"Hamnnämnd", "Kommunsty"}


def test_a_double_question_gets_one_answer_to_each_part() -> None:
    claims = ask("Hur föll omröstningen ut om badavgiften, och vilka reserverade sig?", MINUTES)
    assert "8 ja-röster" in claims[0].text
    assert any("Cia Holm" in claim.text for claim in claims)


LEASE = document(
    "avtal",
    Kind.AVTAL,
    [
        (H, "Arrende av kvarnen", BACK),
        (P, "Kvarnen arrenderas ut till Lillåns hembygdsförening. Arrendet är 12 000 kronor per år.", BACK),
        (P, "Föreningen sköter taket och dammen.", BACK),
    ],
)


def test_the_part_that_nothing_answers_is_named_and_not_filled_out() -> None:
    asked = request("Vad kostar arrendet av kvarnen och när betalas det?", LEASE)
    shown = prove(ExtractiveAnswerer().answer(asked))
    assert [claim.text for claim in shown.claims] == ["Arrendet är 12 000 kronor per år."]
    assert unanswered(asked.parts, shown.places) == ("när betalas det",)


def test_experience_is_nobody_who_acts() -> None:
    deal = document(
        "överenskommelse",
        Kind.AVTAL,
        [(H, "Samverkan om kvarnen", BACK), (P, "Samverkan om kvarnen följs upp varje månad med erfarenheter.", BACK)],
    )
    asked = request("Hur ofta följs samverkan om kvarnen upp och vem kallar?", deal)
    shown = prove(ExtractiveAnswerer().answer(asked))
    assert unanswered(asked.parts, shown.places) == ("vem kallar",)


PLAN = document(
    "plan",
    Kind.PLAN,
    [
        (H, "Lekplatser i Västerdal", BACK),
        (P, "Nya lekplatser som förvaltningen ska undersöka är", BACK),
        (L, "• Almvägen", BACK),
        (L, "• Kvarnbacken", BACK),
        (P, "Nya lekplatser som kräver mark av grannkommunen är:", BACK),
        (L, "• Sjövik", BACK),
        (L, "• Norränga", BACK),
        (H, "Skötsel", BACK),
        (P, "Lekplatser sköts av förvaltningen. Nya lekplatser ska besiktigas varje år.", BACK),
    ],
)


def test_a_list_is_told_with_a_lead_in_that_has_no_colon_and_with_the_list_that_goes_on_with_it() -> None:
    (claim,) = ask("Vilka nya lekplatser föreslår förvaltningen?", PLAN)
    assert claim.text.startswith("Nya lekplatser som förvaltningen ska undersöka är")
    assert all(place in claim.text for place in ("Almvägen", "Kvarnbacken", "Sjövik", "Norränga"))


LETTER = document(
    "skrivelse",
    Kind.TJANSTESKRIVELSE,
    [
        (H, "Ny bro över Lillån", BACK),
        (P, "Bron över Lillån beräknas kosta 640 000 kronor.", BACK),
    ],
)
BUDGET = document(
    "budget",
    Kind.OVRIGT,
    [
        (H, "Investeringar", BACK),
        (P, "Enligt planen beräknas bron över Lillån kosta 640 000 kronor.", BACK),
    ],
)


def test_a_value_that_two_papers_prove_is_told_once_and_cites_both() -> None:
    (claim,) = ask("Vad kostar bron över Lillån?", LETTER, BUDGET)
    assert {quote.evidence.document.id for quote in claim.quotes} == {"skrivelse", "budget"}


def test_a_sentence_is_not_told_again_with_what_stands_beside_it() -> None:
    twice = document(
        "uppföljning",
        Kind.OVRIGT,
        [
            (H, "Köpt vård", BACK),
            (P, "Inom avdelning unga minskar köpt vård. Inom avdelning vuxna ökar kostnaderna för köpt vård.", BACK),
            (P, "Vården köps av fyra utförare och kostnaderna för köpt vård följs varje månad av nämnden.", BACK),
        ],
    )
    text = "\n".join(claim.text for claim in ask("Hur går det med kostnaderna för köpt vård för vuxna?", twice))
    assert text.count("Inom avdelning vuxna ökar") == 1


def test_a_heading_that_only_names_the_matter_is_no_answer() -> None:
    study = document(
        "förstudie",
        Kind.TJANSTESKRIVELSE,
        [
            (H, "Förstudie om ombyggnad av Kvarnen 4", BACK),
            (P, "Genom en förstudie om ombyggnad av Kvarnen 4 fås ritningar och en tidsplan.", BACK),
        ],
    )
    assert "ritningar" in ask("Vad ska en förstudie om ombyggnad av Kvarnen 4 ge?", study)[0].text


@pytest.mark.parametrize(
    ("question", "not_asked"),
    [
        ("Hur motiveras rätten att välja vem som ger omsorg?", Asked.PERSON),
        ("Får man lägga yrkanden på debatten?", Asked.PROPOSAL),
    ],
)
def test_what_is_only_spoken_of_is_not_asked_for(question: str, not_asked: Asked) -> None:
    assert not understand(question).wants(not_asked)


def test_how_often_is_no_part_of_the_matter() -> None:
    assert not {"gång", "år"} & set(understand("Hur många gånger per år besiktigas bron?").terms)


def test_a_verb_and_its_particle_are_found_as_one_word() -> None:
    begins = with_particles("Hur säger kommunen upp avtalet?")
    assert any("uppsägningstiden".startswith(one) for one in begins["säg"])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Har planen skickats tillbaka någon gång?", "återremitteras"),
        ("Vem stoppade beslutet?", "upphävde"),
        ("Varför revs nämndens beslut om bron upp?", "upphävdes"),
        ("Hur mycket betalades tillbaka?", "återbetalning"),
        ("Vilka skrev under avtalet?", "undertecknades"),
        ("Varför har bron blivit dyrare?", "kostnaden"),
    ],
)
def test_plain_words_are_found_as_those_of_the_administration(question: str, told: str) -> None:
    assert any(told.startswith(one) for begins in with_particles(question).values() for one in begins)


def test_a_plain_word_without_its_particle_stands_for_itself() -> None:
    assert not any("återremitteras".startswith(one) for one in with_particles("Vem skickade brevet?").get("skick", ()))


def test_a_point_is_told_with_all_that_stands_before_the_next_one() -> None:
    vision = document(
        "vision",
        Kind.PROTOKOLL,
        [
            (H, "Vision för Västerdal", BACK),
            (L, "1. Visionen för Västerdal lyder:", DEC),
            (P, "Ån för oss samman.", DEC),
            (P, "Vi bygger broar för alla.", DEC),
            (L, "2. Styrelsen ska sprida den.", DEC),
        ],
        "§ 5",
    )
    point = vision.passages[1]
    claim = DraftClaim(point.text, (Quote(Evidence(vision.metadata, point), point.text),))
    (whole,) = completed(request("Hur lyder visionen för Västerdal?", vision), [claim])
    assert whole.text.endswith("Vi bygger broar för alla.")
    assert check_claim(whole).stands


def test_who_dissented_is_not_told_by_a_body_that_decided() -> None:
    paper = document(
        "protokoll",
        Kind.PROTOKOLL,
        [
            (P, "Tekniska nämnden godkänner månadsrapporten.", DEC),
            (P, "Tekniska nämnden beslutade 2017 om strategi.", BACK),
        ],
    )

    asked = request("Vad beslutade tekniska nämnden om månadsrapporten och vem reserverade sig?", paper)
    claims = list(ExtractiveAnswerer().answer(asked))

    assert [claim.text for claim in claims] == ["Tekniska nämnden godkänner månadsrapporten."]


SHORE = document(
    "yttrande",
    Kind.YTTRANDE,
    [
        (H, "Stranden vid kvarnen", BACK),
        (P, "Förvaltningen föreslår tre åtgärder mot rasen.", BACK),
        (L, "stenskoning", BACK),
        (L, "en låg mur", BACK),
        (L, "nya pilar", BACK),
        (H, "Dammen", BACK),
        (P, "Om dammen lämnar nämnden följande synpunkter. Luckan läcker. Räcket är för lågt.", OPI),
        (H, "Skylten", BACK),
        (P, "Om skylten gör nämnden följande bedömning.", OPI),
        (H, "Vi föreslår därför att nämnden beslutar", BACK),
        (L, "att skylten flyttas", BACK),
        (L, "att skylten målas", BACK),
        (H, "Kajen", BACK),
        (P, "Om kajen anför föreningen följande.", OPI),
        (H, "Bryggan", BACK),
        (P, "Bryggan är hel.", BACK),
    ],
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Förvaltningen föreslår tre åtgärder mot rasen.", ("stenskoning", "nya pilar")),
        ("Om dammen lämnar nämnden följande synpunkter.", ("Luckan läcker.", "Räcket är för lågt.")),
        ("Om skylten gör nämnden följande bedömning.", ("skylten flyttas", "skylten målas")),
    ],
)
def test_a_sentence_that_only_announces_brings_what_it_announces(said: str, expected: tuple[str, ...]) -> None:
    passage = next(one for one in SHORE.passages if said in one.text)
    claim = DraftClaim(said, (Quote(Evidence(SHORE.metadata, passage), said),))
    (whole,) = completed(request("Vilka synpunkter lämnas på stranden?", SHORE), [claim])
    assert all(words in whole.text for words in expected)
    assert check_claim(whole).stands


def test_a_sentence_that_announces_what_is_not_there_is_not_shown() -> None:
    said = "Om kajen anför föreningen följande."
    passage = next(one for one in SHORE.passages if one.text == said)
    claim = DraftClaim(said, (Quote(Evidence(SHORE.metadata, passage), said),))
    assert completed(request("Vad anför föreningen om kajen?", SHORE), [claim]) == []


def test_a_list_is_led_by_words_that_end_in_a_semicolon_and_not_led_twice() -> None:
    paper = document(
        "avtal",
        Kind.AVTAL,
        [
            (H, "Bryggavtal", BACK),
            (P, "Regler som båtklubben ska följa är;", BACK),
            (L, "hamnordningen", BACK),
            (L, "ordningsstadgan", BACK),
        ],
    )
    (claim,) = ask("Vilka regler ska båtklubben följa?", paper)
    assert claim.text.startswith("Regler som båtklubben")
    assert "ordningsstadgan" in claim.text


def test_who_was_against_is_told_by_their_own_words_not_by_the_decision() -> None:
    text = " ".join(claim.text for claim in ask("Vilka var emot badavgiften?", MINUTES))
    assert "Cia Holm" in text
    assert "införa" not in text


@pytest.mark.parametrize(
    "question",
    [
        "Vem var emot den nya gångbron?",
        "Vilka reserverade sig mot svaret på motionen om stöd till kommunala båthamnar, bryggor och badplatser?",
    ],
)
def test_nobody_is_said_to_have_been_against_in_another_matter(question: str) -> None:
    answer = document(
        "svar på motion",
        Kind.PROTOKOLL,
        [
            (H, "Svar på motion om stöd till kommunala bänkar", BACK),
            (P, "Motionen anses besvarad.", DEC),
            (P, "Cia Holm (SD) reserverar sig mot beslutet.", RES),
        ],
        "§ 7",
    )
    other = document(
        "svar på annan motion",
        Kind.TJANSTESKRIVELSE,
        [
            (H, "Svar på motion om stöd till kommunala båthamnar, bryggor och badplatser", BACK),
            (
                P,
                "Nämnden föreslås besluta att motionen anses besvarad, och att den nya gångbron byggs.",
                Force.PROPOSAL,
            ),
        ],
    )
    asked = request(question, answer, other)
    last = answer.passages[-1]
    places = [Place(Evidence(answer.metadata, last), 0, len(last.text))]
    assert ActsOfMembers(asked.understanding, asked.ranking, asked.passages).lacks(places)


def test_points_below_a_paragraph_that_breaks_off_come_along() -> None:
    paper = document(
        "plan",
        Kind.PLAN,
        [
            (H, "Tillsyn av båtar", BACK),
            (P, "Planen gäller i fyra år. Under 2031 prioriteras", BACK),
            (L, "bryggor utan räcke", BACK),
            (L, "båtar utan lanterna", BACK),
        ],
    )
    (claim,) = ask("Vad prioriteras i tillsynen under 2031?", paper)
    assert "båtar utan lanterna" in claim.text


def test_words_that_recommend_lead_a_list_of_recommendations() -> None:
    scorer = request("Vilka rekommendationer lämnar revisorerna?", SHORE).ranking.scorer
    assert scorer.speaks_of_head("Utifrån granskningen rekommenderar vi hamnnämnden att")
    assert not scorer.speaks_of_head("Utifrån granskningen bedömer vi att")


def test_a_refusal_does_not_say_what_the_nearest_paper_speaks_against() -> None:
    other = replace(HARBOUR.metadata, id="annat", meeting_date=dt.date(2025, 3, 4), date=dt.date(2025, 3, 4))
    cited = Passage(0, "Eva Ros (C) ersätter Bo Ek (V).", 0, 31, 1, P, BACK, ("Närvarande",))
    march = Document(other, cited.text, (cited,))
    question = "Vem ersätter Bo Ek i april 2025?"
    assert judged(question, march).reasons == (texts.unknown_day("april 2025"),)
    april = document("narvaro", Kind.PROTOKOLL, [(P, "Närvarande är Ada Lind (V).", BACK)], board="Tekniska nämnden")
    assert texts.unknown_day("april 2025") not in judged(question, march, april).reasons


FORWARDED = document(
    "taxeprotokoll",
    Kind.PROTOKOLL,
    [
        (H, "Taxa för bad i Lillån", BACK),
        (H, "Yrkanden", BACK),
        (P, "Bo Ek (M) yrkar att taxan för bad i Lillån sätts till 20 kronor.", YRK),
        (H, "Tekniska nämnden föreslår kommunfullmäktige besluta", BACK),
        (Block.ATT_SATS, "att taxan för bad i Lillån sätts till 35 kronor.", DEC),
    ],
    "§ 22",
    "Tekniska nämnden",
)


@pytest.mark.parametrize(
    "question",
    ["Vad beslutade tekniska nämnden § 22?", "Vilken taxa för bad i Lillån föreslog tekniska nämnden?"],
)
def test_what_a_board_decides_to_propose_is_its_decision_and_its_proposal(question: str) -> None:
    first = ask(question, FORWARDED)[0]
    assert first.lead.startswith("Beslut att föreslå")
    assert "35 kronor" in first.text


LANTERN = document(
    "lanterna",
    Kind.TJANSTESKRIVELSE,
    [
        (H, "Lyktor i Lillån", BACK),
        (P, "Om lyktorna sätts upp bör det förenas med följande villkor:", BACK),
        (L, "• Lyktorna släcks klockan 23 så att fladdermössen och de boende längs ån får mörker hela natten.", BACK),
        (L, "• Säkerhet för att ta ned lyktorna ställs med tusen kronor per lykta innan den första sätts upp.", BACK),
        (L, "• Stolparna målas gröna och ställs minst två meter från vattnet så att ån kan rensas.", BACK),
    ],
)


def test_one_thing_of_a_long_list_is_told_by_its_point() -> None:
    (claim, *_) = ask("Vilken säkerhet ställs för att ta ned lyktorna?", LANTERN)
    assert claim.text.startswith("Säkerhet för att ta ned lyktorna")
    assert "målas gröna" not in claim.text


def test_all_points_of_a_list_that_is_asked_for_are_told() -> None:
    text = " ".join(claim.text for claim in ask("Vilka villkor bör lyktorna förenas med?", LANTERN))
    assert all(words in text for words in ("släcks", "Säkerhet", "målas gröna"))


def test_what_a_body_thought_is_told_by_its_decision_alone() -> None:
    motion = document(
        "svar",
        Kind.PROTOKOLLSUTDRAG,
        [
            (H, "Remiss om bryggan i Lillån", BACK),
            (P, "Ordföranden i föreningen har skrivit om bryggan i Lillån och vill att bryggan flyttas söderut.", BACK),
            (H, "Beslut", BACK),
            (P, "Tekniska nämnden avstyrker att bryggan i Lillån flyttas.", DEC),
        ],
        "§ 9",
        "Tekniska nämnden",
    )
    (claim,) = ask("Vad tyckte tekniska nämnden om att flytta bryggan i Lillån?", motion)
    assert claim.text == "Tekniska nämnden avstyrker att bryggan i Lillån flyttas."
    assert claim.lead.startswith("Beslut")


def test_rows_of_votes_and_addresses_do_not_explain_a_decision() -> None:
    row = Passage(1, "Ada Lind (V) Ja Nej", 0, 20, 1, Block.TABLE_ROW, BACK, ("Omröstning",), None)
    line = Passage(2, "Tekniska kontoret, Bryggvägen 4", 0, 31, 1, P, BACK, ("Omröstning",), None)
    reason = Passage(3, "Södra bryggan 4 Nej, murken", 0, 27, 1, Block.TABLE_ROW, BACK, ("Läge",), None)
    assert [is_scrap(one, one.text) for one in (row, line, reason)] == [True, True, False]


def test_the_day_of_a_decision_stands_beside_it_and_need_not_stand_in_it() -> None:
    told = "Tekniska nämnden beslutade den 3 mars 2023 att anta planen för bryggan i Lillån, vilket upphävdes."
    before = document("skrivelse", Kind.TJANSTESKRIVELSE, [(H, "Bakgrund", BACK), (P, told, BACK)])
    heading, act = (H, "Plan för bryggan i Lillån", BACK), (P, "Planförslaget antas.", DEC)
    extract = document("plan", Kind.PROTOKOLLSUTDRAG, [heading, act], "§ 9", "Tekniska nämnden")
    (claim, *_) = ask("När beslutade tekniska nämnden att anta planen för bryggan i Lillån?", before, extract)
    assert claim.text == "Planförslaget antas."
    assert claim.lead.startswith("Beslut")


def test_an_earlier_decision_is_told_by_the_words_that_give_its_day() -> None:
    told = "Tekniska nämnden beslutade den 3 mars 2023 att anta sin förra plan för bryggan i Lillån, vilken nu ersätts."
    before = document("skrivelse", Kind.TJANSTESKRIVELSE, [(H, "Bakgrund", BACK), (P, told, BACK)])
    heading, act = (H, "Plan för bryggan i Lillån", BACK), (P, "Planförslaget antas.", DEC)
    extract = document("plan", Kind.PROTOKOLLSUTDRAG, [heading, act], "§ 9", "Tekniska nämnden")
    (claim, *_) = ask("När beslutade tekniska nämnden att anta sin förra plan för bryggan i Lillån?", before, extract)
    assert "3 mars 2023" in claim.text


def test_all_who_did_a_thing_together_are_told() -> None:
    movers = "Anna Ek (C), Bo af Lind (C) och Siv Dal (C)"
    told = (
        "Kommunfullmäktige beslutade den 3 mars, § 44, att sedan ärendet hade återremitterats två gånger och beretts av "
        f"tekniska nämnden bifalla motionen om bänkar vid Lillån i hamnens östra och västra del, väckt av {movers}."
    )
    paper = document(
        "beslut", Kind.PROTOKOLLSUTDRAG, [(H, "Motion om bänkar vid Lillån", BACK), (P, told, BACK)], "§ 9"
    )
    (claim,) = ask("Vem lämnade in motionen om bänkar vid Lillån?", paper)
    assert movers in claim.text


def test_words_that_miss_the_thing_yield_to_a_network_that_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Den längsta restiden för en elev i Ekvik beräknas till 48 minuter med färja och buss."
    paper = document("skrivelse", Kind.TJANSTESKRIVELSE, [(H, "Skolan i Ekvik", BACK), (P, told, BACK)])
    question = "Hur lång blir resan till skolan för ett barn i Ekvik?"
    for sure, status in ((abstain.SURE, Status.PARTIAL), (abstain.SURE - 0.1, Status.NOT_FOUND)):
        monkeypatch.setattr(abstain, "surest", lambda *_, sure=sure: sure)
        assert judged(question, paper).status is status


@pytest.mark.parametrize(
    ("question", "needed"),
    [
        ("Hur många cyklar på bron vid Strandgatan på vardagarna?", "SURER"),
        ("Hur många cyklade över bron i Lillån 2019?", "SURER"),
        ("Hur många cyklister räknade Vektura på bron?", "SURE"),
    ],
)
def test_a_name_or_a_year_that_is_not_found_yields_to_a_network_that_is_sure(
    question: str, needed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Enligt mätningen 2024 passerar 310 cyklister bron över Lillån en vanlig vardag."
    paper = document("skrivelse", Kind.TJANSTESKRIVELSE, [(H, "Cykling över bron 2024", BACK), (P, told, BACK)])
    least = getattr(abstain, needed)
    monkeypatch.setattr(abstain, "answerability", lambda _: 1.0)
    for sure, status in ((least, Status.PARTIAL), (least - 0.1, Status.NOT_FOUND)):
        monkeypatch.setattr(abstain, "surest", lambda *_, sure=sure: sure)
        assert judged(question, paper).status is status


def test_a_section_that_is_not_the_one_asked_for_never_yields(monkeypatch: pytest.MonkeyPatch) -> None:
    act = (P, "Tekniska nämnden beslutar att bron över Lillån målas.", DEC)
    minutes = document("protokoll", Kind.PROTOKOLL, [(H, "Bron över Lillån", BACK), act], "§ 9", "Tekniska nämnden")
    monkeypatch.setattr(abstain, "surest", lambda *_: 100.0)
    assert judged("Vad beslutade tekniska nämnden i § 12 om bron?", minutes).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Vad beslutade tekniska nämnden i § 9 om målningen av bron?", Status.ANSWERED),
        ("Vad beslutade tekniska nämnden i § 9?", Status.ANSWERED),
        ("Vad beslutade tekniska nämnden i § 9 om badhuset?", Status.NOT_FOUND),
    ],
)
def test_the_decision_of_a_section_is_read_off_where_it_is_on_the_matter(
    question: str, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = (P, "Tekniska nämnden beslutar att bron över Lillån målas.", DEC)
    minutes = document("protokoll", Kind.PROTOKOLL, [(H, "Bron över Lillån", BACK), act], "§ 9", "Tekniska nämnden")
    monkeypatch.setattr(abstain, "answerability", lambda _: 0.0)
    assert judged(question, minutes).status is status


def test_an_unsure_answer_is_followed_by_what_else_may_be_meant() -> None:
    day = "Bryggan vid Lillån ska vara färdig den 1 juni 2026, om marken har torkat."
    later = "Bänkarna på bryggan sätts på plats i augusti 2026 av parkenheten."
    beside = "Parkenheten består av elva personer."
    paper = document(
        "skrivelse",
        Kind.TJANSTESKRIVELSE,
        [(H, "Bryggan", BACK), (P, day, BACK), (P, later, BACK), (P, beside, BACK)],
    )
    asked = request("När är bryggan färdig?", paper)
    first = list(ExtractiveAnswerer().answer(asked))[:1]
    claims = list(ExtractiveAnswerer().unsure(asked, first))
    assert [claim.text for claim in claims] == [day, later]
    assert sum(len(f"{claim.lead} {claim.text}".split()) for claim in claims) <= FACT_WORDS


@pytest.mark.parametrize(("odds", "shown"), [(0.0, 3), (-3.0, 3), (-6.0, 1)])
def test_what_else_may_be_meant_is_about_as_sure_to_answer(
    odds: float, shown: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    best = "Roddklubben får låna båthuset vid Lillån om golvet i båthuset hålls torrt."
    own, other = "Båthuset vid Lillån har tre portar mot ån.", "Båthuset vid Storån ägs av en stiftelse i Ekvik."
    one = document("a", Kind.TJANSTESKRIVELSE, [(H, "Båthuset", BACK), (P, best, BACK), (P, own, BACK)])
    elsewhere = document("b", Kind.TJANSTESKRIVELSE, [(H, "Stiftelsen", BACK), (P, other, BACK)])
    elsewhere = replace(elsewhere, metadata=replace(elsewhere.metadata, case_numbers=("TN 2024/2",)))
    monkeypatch.setattr(telling, "less_sure", lambda _, of, than: -odds if of.text != than.text else 0.0)
    asked = request("Hur kan roddklubben få låna båthuset vid Lillån?", one, elsewhere)
    claims = list(ExtractiveAnswerer().unsure(asked, list(ExtractiveAnswerer().answer(asked))[:1]))
    assert claims[0].text == best
    assert len(claims) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Redovisningen läggs till handlingarna.",
        "2. Nämnden lägger rapporten till handlingarna.",
        "Paragrafen justeras.",
    ],
)
def test_that_a_report_was_received_is_nothing_more_to_say(text: str) -> None:
    paper = document("a", Kind.PROTOKOLL, [(H, "Isbanan", BACK), (P, text, BACK)], "§ 4", "Tekniska nämnden")
    asked = request("Hur blir det med isbanan?", paper)
    group = next(Group(one) for one in asked.ranking.scored if one.candidate.text == text)
    assert not telling._says_more(group, [], explains=False)


def test_a_sure_answer_stands_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Bryggan vid Lillån ska vara färdig den 1 juni 2026."
    paper = document("skrivelse", Kind.TJANSTESKRIVELSE, [(H, "Bryggan", BACK), (P, told, BACK)])
    monkeypatch.setattr(abstain, "surest", lambda *_: 100.0)
    monkeypatch.setattr(abstain, "answerability", lambda _: 1.0)
    assert not judged("När ska bryggan vid Lillån vara färdig?", paper).unsure


@pytest.mark.parametrize(
    "head",
    [
        (H, "§ 9 TN 2025/14 Ny bro över Lillån", BACK),
        (P, "Handläggare: Anna Ek\nDiarienr: TN 2025/14\nNy bro över Lillån", BACK),
    ],
)
def test_what_a_case_is_about_is_cited_where_its_title_stands(head: tuple[Block, str, Force]) -> None:
    told = "Bron över Lillån är från 1931 och behöver ersättas av en ny bro med plats för gående."
    first, *_ = ask(
        "Vad handlar ärende TN 2025/14 om?",
        document("Ny bro över Lillån", Kind.PROTOKOLLSUTDRAG, [head, (P, told, BACK)]),
    )
    assert (first.text, first.lead) == ("Ny bro över Lillån", "Ärende TN 2025/14:")
    assert first.quotes[0].evidence.passage.ordinal == 0


BERTHS = document(
    "båtplatser",
    Kind.PLAN,
    [
        (H, "Avgifter för båtplatser i Lillån", BACK),
        (P, "Avgiften för en båtplats var tidigare 900 kronor.", BACK),
        (P, "Avgiften för en båtplats är 1 150 kronor.", BACK),
    ],
)


@pytest.mark.parametrize(("surer", "told"), [(5.0, 1), (0.0, 2)])
def test_a_further_sentence_that_is_much_surer_stands_alone(
    surer: float, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = ask("Vad är avgiften för en båtplats?", BERTHS)
    monkeypatch.setattr(
        telling, "less_sure", lambda _, one, than: surer if one.text == first.text and than.text != one.text else 0.0
    )
    claims = ask("Vad är avgiften för en båtplats?", BERTHS)
    assert len(claims) == told
    assert (claims[0].text == first.text) == (told > 1)


def test_a_question_in_a_paper_answers_nothing() -> None:
    paper = document(
        "interpellation",
        Kind.INTERPELLATION,
        [
            (H, "Interpellation om brunnen på Holmen", BACK),
            (L, "Varför har Holmen inte fått en andra brunn?", BACK),
            (H, "Svar", BACK),
            (P, "Holmen har inte fått en andra brunn eftersom vattnet var för salt.", BACK),
        ],
    )
    told = " ".join(claim.text for claim in ask("Varför fick Holmen ingen andra brunn?", paper))
    assert "för salt" in told
    assert "?" not in told


def test_a_value_of_another_form_yields_to_a_network_that_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "Längs hela kajen i hamnen ligger bryggor för gäster."
    paper = document("plan", Kind.PLAN, [(H, "Hamnen", BACK), (P, told, BACK)])
    monkeypatch.setattr(abstain, "answerability", lambda _: 1.0)
    for sure, status in ((abstain.QUITE_SURE, Status.PARTIAL), (abstain.QUITE_SURE - 0.1, Status.NOT_FOUND)):
        monkeypatch.setattr(abstain, "surest", lambda *_, sure=sure: sure)
        assert judged("Hur många bryggor för gäster ligger i hamnen?", paper).status is status
