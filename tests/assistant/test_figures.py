"""A figure answers only where it is of the kind, the unit and the things that a question asks for."""

from dataclasses import replace

import pytest

from assistant.fitting import fit
from assistant.question import understand
from ingest.documents import Kind
from tests.assistant.sentences import fits, row


def test_a_number_of_some_answers_only_for_them() -> None:
    text = "Av de anställda vakterna var sju utbildade."
    assert fits("Hur många vakter anställdes?", text) < 0.5
    assert fits("Hur många vakter var utbildade?", text) == 1.0


def test_figures_in_columns_that_nothing_names_tell_no_amount() -> None:
    asked = understand("Hur stora skulder har kommunen?")
    bare, named = row("Skulder", "1 142", "703"), row("Skulder", "1 142", "703", header=("Post", "2024", "2023"))
    assert fit(asked, bare.passage.text, bare) < 0.5 <= fit(asked, named.passage.text, named)


@pytest.mark.parametrize(
    ("question", "header"),
    [
        ("Vad kostar driften av hamnen?", ("Verksamhet", "Kostnad, mnkr")),
        ("Hur stort är underskottet för hamnen?", ("Verksamhet", "Avvikelse, tkr")),
        ("Hur stor andel av båtarna i hamnen är eldrivna?", ("Hamn", "Andel, procent")),
        ("Hur långt är det till hamnen?", ("Plats", "Avstånd, km")),
    ],
)
def test_the_columns_say_in_which_unit_a_row_is(question: str, header: tuple[str, ...]) -> None:
    asked = understand(question)
    bare, named = row("Hamnen", "12,4", header=("Plats", "Värde")), row("Hamnen", "12,4", header=header)
    assert fit(asked, bare.passage.text, bare) < fit(asked, named.passage.text, named) == 1.0


def test_columns_set_a_whole_and_its_part_side_by_side() -> None:
    asked = understand("Hur mycket av pengarna till bryggor användes 2031?")
    parted = row("2031", "21,0", "15,8", header=("År", "Budget, mnkr", "Utfall, mnkr"))
    whole = row("2031", "21,0", header=("År", "Budget, mnkr"))
    assert fit(asked, whole.passage.text, whole) < 0.5 <= fit(asked, parted.passage.text, parted)


def test_a_limit_to_what_may_be_decided_is_no_amount() -> None:
    limit = row("C1", "Avskriva skuld upp till 500 kr", "Enhetschef", kind=Kind.DELEGATION)
    assert fit(understand("Hur mycket har kommunen i skulder?"), limit.passage.text, limit) < 0.5
    assert fit(understand("Hur mycket får enhetschefen avskriva?"), limit.passage.text, limit) >= 0.5


def test_how_many_there_are_is_not_told_by_how_many_more_there_will_be() -> None:
    assert fits("Hur många platser finns på äldreboendet?", "Behovet växer med ungefär 18 platser under fem år.") < 0.5
    assert fits("Hur många platser finns på äldreboendet?", "På boendet finns 18 platser.") == 1.0
    assert (
        fits("Hur många fler platser behövs på äldreboendet?", "Behovet växer med ungefär 18 platser under fem år.")
        == 1.0
    )


def test_a_share_tells_no_count_and_a_grant_no_cost() -> None:
    asked = understand("Hur många fritidsledare slutade?")
    share = row("Andel som slutat (%) - fritidsledare", "13,0", header=("Mått", "2031"))
    count = row("Antal som slutat - fritidsledare", "13", header=("Mått", "2031"))
    assert fit(asked, share.passage.text, share) == 0.0 < fit(asked, count.passage.text, count)
    cost = "Vad har saneringen av hamnen kostat?"
    assert fits(cost, "Kommunen fick 2,7 miljoner kronor i bidrag för saneringen av hamnen.") == 0.0
    assert fits(cost, "Saneringen av hamnen kostade 2,7 miljoner kronor, och kommunen fick bidrag om 1 miljon.") == 1.0


def test_a_whole_does_not_tell_how_much_a_part_of_it_is() -> None:
    question = "Hur stor del av anslaget gäller granskning?"
    assert fits(question, "Anslaget är 519 000 kronor.") < 0.1
    assert 0.1 < fits(question, "Av anslaget på 519 000 kronor används en del för granskning.") < 0.5
    assert fits(question, "Anslaget är 519 000 kronor, varav 180 000 kronor till granskning.") > 0.5


def test_which_of_some_things_are_counted_is_told_beside_their_number() -> None:
    assert fits("Hur många lösa bryggor har hamnen?", "Hamnen har 16 bryggor.") < 0.5
    assert fits("Hur många lösa bryggor har hamnen?", "Sju är fasta och nio är lösa.") == 1.0
    assert fits("Hur många platser för elcyklar finns det?", "Hamnen har 16 platser.") < 0.5
    assert fits("Hur många platser för elcyklar finns det?", "Hamnen har 16 platser för elcyklar.") == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Det första båtkortet lämnas ut utan kostnad.",
        "Kortet är avgiftsfritt för den som är under 12 år.",
        "Arbetet ryms inom nämndens befintliga ram.",
    ],
)
def test_whether_something_costs_anything_is_told_by_words_that_it_does_not(text: str) -> None:
    assert fits("Kostar det något att få ett nytt båtkort?", text) == 1.0
    assert fits("Vad kostar bryggan?", text) < 0.5


def test_a_part_is_told_in_words_and_in_money_where_money_is_asked_for() -> None:
    assert (
        fits("Hur mycket av bidraget ska föreningen betala tillbaka?", "Bidraget minskas med en femtedel per år.")
        == 1.0
    )
    halves = "Kostnaden delas lika, det vill säga 4 miljoner kronor vardera."
    assert fits("Hur stor del av bryggan betalar kommunen?", halves) < 0.5
    assert fits("Hur stor del av bryggan betalar kommunen, i kronor?", halves) == 1.0


def test_a_price_may_end_in_a_dash() -> None:
    assert fits("Vad kostar ett båtkort?", "Ett båtkort kostar 500:- vid hamnkontoret.") == 1.0


def test_how_deep_is_not_told_by_a_height() -> None:
    assert fits("Hur djupt är det vid kajen?", "Kajen ligger 3 meter över vattnet.") < 0.5
    assert fits("Hur djupt är det vid kajen?", "Vattendjupet vid kajen är 3 meter.") == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Den som lämnar sin plats före juli får tillbaka halva avgiften.",
        "Dröjer beskedet minskas avgiften med en femtedel.",
        "Den som saknar tillstånd betalar dubbel avgift.",
    ],
)
def test_what_is_paid_may_be_told_in_words(text: str) -> None:
    assert fits("Hur mycket ska vi betala tillbaka för platsen?", text) >= 0.5
    assert fits("Hur många platser finns i hamnen?", text) < 0.5


def test_a_measure_in_a_sentence_tells_no_sum() -> None:
    question = "Vad gick resorna till Ekön på i somras?"
    assert fits(question, "Vattnet höll 410 milligram salt per liter.") < 0.3
    assert fits(question, "Resorna kostade 96 000 kronor.") == 1.0
    assert fit(understand(question), "Resor till Ekön 96 000", row("Resor till Ekön", "96 000")) >= 0.3


def test_a_table_of_prices_counts_nothing() -> None:
    fees = row("Stuga", "410", "520", header=("Objekt", "Avgift i Lillån", "Avgift i Granåsen"))
    titled = replace(fees, passage=replace(fees.passage, heading_path=("Taxa för stugor", "Hyresavgifter")))
    asked = understand("Hur många stugor finns i Lillån?")
    assert fit(asked, titled.passage.text, titled) == 0.0
    assert fit(understand("Vad kostar en stuga i Lillån?"), titled.passage.text, titled) > 0.0


def test_a_column_that_counts_stands_in_a_table_of_prices_too() -> None:
    fees = row("Tillsyn", "3", "4 200", header=("Ärende", "Timmar", "Avgift, kr"))
    titled = replace(fees, passage=replace(fees.passage, heading_path=("Taxa för tillsyn", "Avgifter")))
    assert fit(understand("Hur många timmar tar tillsynen?"), titled.passage.text, titled) > 0.0
