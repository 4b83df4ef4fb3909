import pytest

from index import swedish
from index.answer_forms import AnswerType, answer_type, holds


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("När togs beslutet?", AnswerType.DATE),
        ("Vilken dag öppnar badet?", AnswerType.DATE),
        ("Jag undrar till när hallen ska vara klar", AnswerType.DATE),
        ("Vem beslutade om hallen och när?", AnswerType.DATE),
        ("Vem reserverade sig när nämnden sa ja till hallen?", AnswerType.PERSON),
        ("Hur många platser finns när hallen är klar?", AnswerType.NUMBER),
        ("Vad gäller när avtalet löper ut?", AnswerType.OTHER),
        ("Hur ofta följs avtalet upp?", AnswerType.OFTEN),
        ("Hur lång tid gäller avtalet?", AnswerType.DURATION),
        ("Hur mycket kostar det?", AnswerType.MONEY),
        ("Hur hög är den årliga hyran?", AnswerType.MONEY),
        ("Vilken årshyra betalar föreningen?", AnswerType.MONEY),
        ("Vilken ny timtaxa gäller?", AnswerType.MONEY),
        ("Vilken budgetansvarig beslutade?", AnswerType.OTHER),
        ("Hur stor andel svarade?", AnswerType.SHARE),
        ("Hur många platser finns?", AnswerType.NUMBER),
        ("Vem är ordförande?", AnswerType.PERSON),
        ("Varför avslogs motionen?", AnswerType.REASON),
        ("Vad beslutades?", AnswerType.OTHER),
    ],
)
def test_form_of_the_answer_is_told_from_the_question(question: str, expected: AnswerType) -> None:
    assert answer_type(question) is expected


@pytest.mark.parametrize(
    ("kind", "better", "worse"),
    [
        (AnswerType.DATE, "Badet öppnar den 3 maj 2031.", "Badet öppnar 2031."),
        (AnswerType.DATE, "Badet öppnar 2031.", "Badet har 40 platser."),
        (AnswerType.OFTEN, "Avtalet följs upp varannan månad.", "Avtalet följs upp den 3 maj."),
        (AnswerType.OFTEN, "Taxan ses över årligen.", "Taxan är 40 kronor."),
        (AnswerType.DURATION, "Avtalet löper i tre år.", "Avtalet kostar 300 kronor."),
        (AnswerType.MONEY, "Hyran är 410 000 kronor.", "Hallen har 410 platser."),
        (AnswerType.MONEY, "Hallen har 410 platser.", "Hallen är stor."),
        (AnswerType.SHARE, "12 procent svarade ja.", "12 svarade ja."),
        (AnswerType.NUMBER, "Platser: 40.", "Platserna är många."),
        (AnswerType.PERSON, "Vid pennan satt Anna Bok.", "Ordföranden beslutar."),
        (AnswerType.PERSON, "Ordföranden beslutar.", "Beslutet gäller nu."),
        (AnswerType.REASON, "Motionen avslås eftersom medel saknas.", "Motionen avslås."),
    ],
)
def test_sentence_that_holds_the_form_fits_better(kind: AnswerType, better: str, worse: str) -> None:
    assert _holds(kind, better) > _holds(kind, worse)


def test_question_without_a_form_fits_no_sentence() -> None:
    assert _holds(AnswerType.OTHER, "Hyran är 410 000 kronor.") == 0


def _holds(kind: AnswerType, sentence: str) -> float:
    return holds(kind, sentence, tuple(swedish.words(sentence)))
