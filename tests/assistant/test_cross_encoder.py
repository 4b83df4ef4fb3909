"""The cross-encoder is surer of a sentence that answers, in other words too, than of one that does not."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.candidates import Candidate
from assistant.cross_encoder import trained_cross_encoder
from tests.assistant.test_verify import evidence

# A question, a sentence that answers it in other words, and one that does not.
CHOICES = (
    (
        "Vad kostar personalen på biblioteket?",
        "Lönerna uppgår till 4,2 miljoner kronor per år.",
        "Badhuset håller stängt för underhåll i vecka 28.",
    ),
    (
        "Varför sa nämnden nej till cykelbanan?",
        "Ansökan avslås eftersom marken behövs för en framtida dagvattendamm.",
        "Eleverna serveras frukost tre dagar i veckan.",
    ),
    (
        "När ska skolan stå klar?",
        "Inflyttning beräknas ske i augusti 2031.",
        "Beslutet om den nya skolan togs den 3 mars 2027.",
    ),
    (
        "Hur många platser får det nya äldreboendet?",
        "Boendet byggs med 48 lägenheter i fyra plan.",
        "Båtklubben söker bidrag till en brygga.",
    ),
    (
        "Vilka krav ställs på den som vill ha bidrag?",
        "Föreningen måste ha minst 20 medlemmar och en demokratisk stadga.",
        "Bidrag har betalats ut sedan 1998.",
    ),
)


def candidate(text: str, before: str = "") -> Candidate:
    return Candidate(evidence(text), text, 0, len(text), 0, before)


@pytest.mark.parametrize(("question", "answer", "other"), CHOICES)
def test_what_answers_in_other_words_is_surer(question: str, answer: str, other: str) -> None:
    asked = trained_cross_encoder().asked(question)
    assert asked.log_odds(candidate(answer)) > asked.log_odds(candidate(other)) + 0.5


def test_scores_are_the_same_in_every_thread() -> None:
    asked = [(question, text) for question, *texts in CHOICES for text in texts]
    alone = [trained_cross_encoder().asked(question).log_odds(candidate(text)) for question, text in asked]
    with ThreadPoolExecutor(4) as pool:
        together = list(
            pool.map(lambda one: trained_cross_encoder().asked(one[0]).log_odds(candidate(one[1])), asked * 3)
        )
    assert together == alone * 3


@pytest.mark.parametrize("text", ["", "?", "🙂" * 40, "ord " * 3000, "</s><s>", "\u202eabc"])
def test_odd_texts_are_scored_as_well(text: str) -> None:
    assert -50 < trained_cross_encoder().asked(text or "a").log_odds(candidate(text, before=text)) < 50
