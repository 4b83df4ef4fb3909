"""The value of a neighbour does not pass for the one asked for: another's limit, another row, a change for a level."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant.answerer import Ranking, rank
from assistant.doubts import doubt
from assistant.fitting import fit
from assistant.question import understand
from assistant.rivals import has_been
from assistant.signals import lead
from assistant.verify import Evidence, Place
from index.hits import Hit
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

DOCUMENT = DocumentMetadata("a" * 16, "hamn/taxa.pdf", "Regler", Kind.OVRIGT, "", date=dt.date(2024, 5, 28))


def passages(*told: str, block: Block = Block.PARAGRAPH, heading: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """Return invented passages under one heading."""
    return tuple(
        Passage(number, text, 0, len(text), 1, block, Force.BACKGROUND, heading_path=heading)
        for number, text in enumerate(told)
    )


def ranked(question: str, found: tuple[Passage, ...]) -> Ranking:
    """Return the sentences of one hit, best first."""
    hit = Hit(DOCUMENT.id, DOCUMENT, found, " ".join(one.text for one in found), 1.0)
    return rank(understand(question), (hit,))


def shown(*found: Passage) -> list[Place]:
    """Return whole passages as they would be cited."""
    return [Place(Evidence(DOCUMENT, one), 0, len(one.text)) for one in found]


def test_the_limit_of_what_is_asked_outranks_that_of_its_neighbour() -> None:
    found = passages(
        "Därefter gäller en talartid om högst tre minuter per anförande.",
        "Genmäle får vara högst en minut.",
        heading=("Regler för debatten", "Anföranden och genmälen"),
    )
    ranking = ranked("Hur länge får ett genmäle vara i debatten?", found)
    assert ranking.best is not None
    assert "en minut" in ranking.best.candidate.text


def test_what_has_the_form_of_the_answer_stands_before_its_neighbour_without() -> None:
    found = passages(
        "En ny brygga byggs i Ekvik.",
        "Arbetet beräknas vara klart i maj 2025.",
        heading=("Ekvik",),
    )
    best = ranked("När är den nya bryggan i Ekvik klar?", found).best
    assert best is not None
    assert "maj" in best.candidate.text


def test_another_winter_stands_behind_the_one_that_is_asked_about() -> None:
    found = passages("Vintern 2023/2024 låg 12 båtar vid kajen.", "Vid kajen låg 37 båtar november 2024–31 mars 2025.")
    best = ranked("Hur många båtar låg vid kajen vintern 2024/2025?", found).best
    assert best is not None
    assert "37" in best.candidate.text


def test_the_next_time_is_the_latest_of_those_that_are_told() -> None:
    found = passages("Besiktning av kajen ska ske i maj 2025.", "Besiktning av kajen ska ske i oktober 2025.")
    for question, month in (
        ("När ska nästa besiktning av kajen ske?", "oktober"),
        ("När i maj ska besiktning av kajen ske?", "maj"),
    ):
        best = ranked(question, found).best
        assert best is not None
        assert month in best.candidate.text


def test_what_the_sentence_before_names_is_named() -> None:
    found = passages(
        "Ansökan om båtplats görs skriftligt. Den kostar 300 kronor.", "Ansökan om vinterplats kostar 500 kronor."
    )
    ranking = ranked("Vad kostar en ansökan om båtplats?", found)
    assert ranking.best is not None
    assert "300" in ranking.best.candidate.text


@pytest.mark.parametrize(
    "question", ["Hur många vakter anställde hamnen?", "Hur många vakter anställde hamnen totalt?"]
)
def test_what_counts_all_stands_before_what_counts_some(question: str) -> None:
    found = passages(
        "Att hamnen anställde 27 utbildade vakter har gjort att hamnen fler nätter har vakter på kajen.",
        "Under året har totalt 176 vakter anställts i hamnen.",
    )
    best = ranked(question, found).best
    assert best is not None
    assert "176" in best.candidate.text


def test_what_counts_some_answers_a_question_for_them() -> None:
    found = passages(
        "Under året har totalt 176 vakter anställts i hamnen.", "Hamnen anställde 27 utbildade vakter under året."
    )
    best = ranked("Hur många utbildade vakter anställde hamnen?", found).best
    assert best is not None
    assert "27" in best.candidate.text


def test_a_compound_is_not_told_by_one_that_ends_as_it_does() -> None:
    found = passages("Gästbryggan har högst sex platser.")
    for asked, lacking in (("fiskebrygga", ("fiskebrygga",)), ("gästbrygga", ())):
        question = f"Hur många platser får en {asked} ha?"
        doubted = doubt(understand(question), ranked(question, found), shown(*found))
        assert (doubted.lacking if doubted else ()) == lacking


def test_how_long_a_plan_holds_is_told_by_words_for_that() -> None:
    question = "Hur länge gäller hamnplanen?"
    for text, doubtful in (
        ("Enligt hamnplanen kan en plats hyras ut i tre år.", True),
        ("Hamnplanen gäller från och med den 1 april 2031.", True),
        ("Hamnplanen gäller till och med den 31 mars 2034.", False),
        ("Hamnplanen gäller i tre år.", False),
    ):
        found = passages(text)
        assert (doubt(understand(question), ranked(question, found), shown(*found)) is not None) is doubtful


def test_a_row_that_has_nothing_in_the_column_of_a_name_does_not_tell_of_it() -> None:
    row = Passage(
        0,
        "Fyra platser 5000 kr -",
        0,
        22,
        1,
        Block.TABLE_ROW,
        Force.BACKGROUND,
        table_header=("Antal", "Ekvik", "Torsvik"),
        cells=("Fyra platser", "5000 kr", "-"),
    )
    for name, lacking in (("Torsvik", ("Torsvik",)), ("Ekvik", ())):
        question = f"Hur mycket kostar fyra platser i {name}?"
        doubted = doubt(understand(question), ranked(question, (row,)), shown(row))
        assert (doubted.lacking if doubted else ()) == lacking


def test_another_contract_is_not_the_one_that_is_asked_about() -> None:
    found = passages("Avtalet om hamnkiosken gäller till den 31 mars 2029.")
    for with_whom, lacking in (("den som muddrar", ("muddrar",)), ("hamnkiosken", ())):
        question = f"Hur länge gäller avtalet med {with_whom}?"
        doubted = doubt(understand(question), ranked(question, found), shown(*found))
        assert (doubted.lacking if doubted else ()) == lacking


@pytest.mark.parametrize(
    ("question", "refused", "lacking"),
    [
        ("Vem var hamnchef 2022?", True, ()),
        ("Vem var hamnchef 2024?", False, ()),
        ("Vem var den tidigare hamnchefen?", False, ("tidigare",)),
    ],
)
def test_who_has_a_part_is_told_of_the_year_and_turn_asked_for(
    question: str, refused: bool, lacking: tuple[str, ...]
) -> None:
    found = passages("Övriga deltagare: Sara Holm (hamnchef)")
    doubted = doubt(understand(question), ranked(question, found), shown(*found))
    assert (doubted.refused if doubted else False) is refused
    assert (doubted.lacking if doubted else ()) == lacking


def table(*rows: tuple[str, ...]) -> tuple[Passage, ...]:
    """Return the rows of an invented table of fees in three harbours."""
    columns = ("Båtar", "Ekvik", "Lindsund", "Torsvik")
    return tuple(
        Passage(number, " ".join(cells), 0, len(" ".join(cells)), 1, Block.TABLE_ROW, Force.BACKGROUND, table_header=columns, cells=cells)
        for number, cells in enumerate(rows)
    )  # fmt: skip


def test_a_row_without_a_figure_in_the_column_asked_for_is_in_doubt() -> None:
    question = "Vad kostar fyra båtar i Torsvik?"
    rows = table(("Två båtar", "300 kr", "200 kr", "450 kr"), ("Fyra båtar", "500 kr", "-", "-"))
    doubted = doubt(understand(question), ranked(question, rows), shown(rows[1]))
    assert doubted is not None
    assert doubted.lacking == ("Torsvik",)
    other = "Vad kostar fyra båtar i Ekvik?"
    assert doubt(understand(other), ranked(other, rows), shown(rows[1])) is None


def test_a_point_is_of_all_that_its_sentences_name() -> None:
    told = "Kranen i Torsvik har brister. De ska vara åtgärdade den 3 mars 2025."
    found = passages(told, "Kranen i Ekvik är hel.", block=Block.LIST_ITEM)
    question = "När ska bristerna på kranen i Torsvik vara åtgärdade?"
    place = Place(Evidence(DOCUMENT, found[0]), told.index("De ska"), len(told))
    doubted = doubt(understand(question), ranked(question, found), [place])
    assert "Torsvik" not in (doubted.lacking if doubted else ())


def test_the_points_of_a_decision_belong_together() -> None:
    question = "När ska föreningen Sjöbodens uppföljning redovisas?"
    first, last = "Föreningen Sjöboden får bidrag från den 1 maj 2025.", "Uppföljningen redovisas den 30 april 2026."
    found = tuple(
        Passage(number, text, 0, len(text), 1, Block.ATT_SATS, Force.DECISION)
        for number, text in enumerate((first, last))
    )
    assert doubt(understand(question), ranked(question, found), shown(found[1])) is None


def test_a_day_of_something_else_is_refused_and_a_loose_one_answers_in_part() -> None:
    question = "När upphävdes hamnplanen?"
    decided, loose = passages("Hamnplanen antogs den 3 maj 2024.", "Hamnplanen, Ekvik den 27 februari 2024.")
    ranking = ranked(question, (decided, loose))
    other = doubt(understand(question), ranking, shown(decided))
    open_ = doubt(understand(question), ranking, shown(loose))
    assert other is not None
    assert other.refused
    assert open_ is not None
    assert not open_.refused


@pytest.mark.parametrize(
    ("question", "text", "level"),
    [
        ("Hur hög är hamnavgiften?", "Hamnavgiften behöver höjas med 0,5 procent.", False),
        ("Hur stort är påslaget?", "Påslagen behöver höjas (med 0,01 respektive 0,06 procentenheter).", False),
        ("Hur hög är hamnavgiften?", "Hamnavgiften höjs med 20 kronor till 300 kronor.", True),
        ("Hur mycket höjs hamnavgiften?", "Hamnavgiften höjs med 20 kronor.", True),
        ("Hur stor är höjningen?", "Hamnavgiften höjs med 20 kronor.", True),
        ("Vad kostar en plats på fastigheten?", "En fastighet med sex platser kostar 900 kronor.", True),
    ],
)
def test_by_how_much_something_grows_is_not_how_large_it_is(question: str, text: str, level: bool) -> None:
    (passage,) = passages(text)
    assert (fit(understand(question), text, Evidence(DOCUMENT, passage)) >= 0.5) is level


@pytest.mark.parametrize(
    ("question", "text", "lacking"),
    [
        ("När pågick den andra granskningen?", "Granskning pågick den 3 maj 2024.", ("andra",)),
        ("När pågick den andra granskningen?", "En ny granskning pågick den 3 maj 2024.", ()),
        ("När pågick den första granskningen?", "Granskning pågick den 3 maj 2024.", ("första",)),
        (
            "När lämnade länsstyrelsen sitt yttrande?",
            "Kontoret lämnade den 3 maj 2024 ett yttrande.",
            ("länsstyrelsen",),
        ),
        ("När lämnade länsstyrelsen sitt yttrande?", "Länsstyrelsen lämnade den 3 maj 2024 ett yttrande.", ()),
        ("När antogs hamnordningen?", "Fem båtar undantas från och med den 3 maj 2024.", ("hamnordningen",)),
        ("Hur stort blev hamnens överskott?", "Resultatet blev 300 kronor.", ("överskott",)),
        ("Hur stort blev hamnens överskott?", "Överskottet blev 300 kronor.", ()),
        ("Hur långt får ett genmäle vara?", "Ett tal får vara tre minuter.", ("genmäle",)),
    ],
)
def test_another_turn_or_actor_or_thing_answers_only_in_part(
    question: str, text: str, lacking: tuple[str, ...]
) -> None:
    found = passages(text)
    doubted = doubt(understand(question), ranked(question, found), shown(*found))
    assert (doubted.lacking if doubted else ()) == lacking


def test_a_size_is_that_of_what_is_read_first() -> None:
    question = "Hur stort blev hamnens överskott?"
    found = passages("Resultatet blev 300 kronor.", "Överskottet blev 200 kronor.")
    doubted = doubt(understand(question), ranked(question, found), shown(*found))
    assert doubted is not None
    assert doubted.lacking == ("överskott",)


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("När lämnade länsstyrelsen sitt yttrande?", "Hamnnämnden lämnade den 3 maj 2024 ett yttrande.", True),
        ("Hur mycket sökte skolnämnden ur hamnfonden?", "Hamnnämnden sökte 300 000 kronor ur hamnfonden.", True),
        ("Hur mycket sökte hamnnämnden ur hamnfonden?", "Hamnnämnden sökte 300 000 kronor ur hamnfonden.", False),
        ("När lämnade Ek uppdraget som ledamot i skolnämnden?", "Ek lämnade den 3 maj 2024 uppdraget som ersättare i hamnnämnden.", True),
        ("När lämnade Ek uppdraget som ledamot i skolnämnden?", "Ek lämnade den 3 maj 2024 uppdraget som ledamot i skolnämnden.", False),
    ],
)  # fmt: skip
def test_what_another_board_did_or_another_seat_is_refused(question: str, text: str, other: bool) -> None:
    found = passages(text)
    doubted = doubt(understand(question), ranked(question, found), shown(*found))
    assert (doubted is not None and doubted.refused) is other


def test_a_value_of_the_place_that_is_named_stands_before_one_of_no_place() -> None:
    found = passages("Enligt prognosen är elevtalet 22 hösten 2030.", "Lindskolan | 104 | 88 elever")
    best = ranked("Hur många elever är det enligt prognosen på Lindskolan?", found).best
    assert best is not None
    assert "88" in best.candidate.text


def test_what_stands_round_a_sentence_names_the_place_as_well() -> None:
    found = passages(
        "Lindskolan är liten. Enligt prognosen är elevtalet 22.", "Lindskolan fick 88 böcker av 12 elever."
    )
    best = ranked("Hur högt är elevtalet på Lindskolan enligt prognosen?", found).best
    assert best is not None
    assert "22" in best.candidate.text


def test_a_row_that_begins_with_what_is_asked_stands_before_a_sentence_that_does_not_name_it() -> None:
    columns = ("Verksamhet, mnkr", "Budget", "Prognos", "Avvikelse")
    cells = (("Muddring", "4,0", "5,2", "-1,2"), ("Summa", "9,0", "11,1", "-2,1"))
    rows = tuple(
        Passage(number + 1, " ".join(one), 0, len(" ".join(one)), 1, Block.TABLE_ROW, Force.BACKGROUND, ("Prognos",), table_header=columns, cells=one)
        for number, one in enumerate(cells)
    )  # fmt: skip
    (whole,) = passages("Hamnens underskott väntas enligt prognosen bli 2,1 miljoner kronor.", heading=("Prognos",))
    best = ranked("Hur stort blir underskottet för muddring?", (whole, *rows)).best
    other = ranked("Hur stort blir underskottet?", (whole, *rows)).best
    assert best is not None
    assert other is not None
    assert best.candidate.text == rows[0].text
    assert other.candidate.text == whole.text


def test_in_a_calendar_the_month_is_the_heading() -> None:
    found = tuple(
        Passage(number, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND, heading_path=("Årshjul", month))
        for number, (month, text) in enumerate(
            (
                ("November", "Det som ska rapporteras är klagomål från oktober till december."),
                ("Oktober", "Elevers frånvaro under juli till september tas upp."),
            )
        )
    )
    best = ranked("Vad ska rapporteras i oktober?", found).best
    assert best is not None
    assert "frånvaro" in best.candidate.text
    best = ranked("Vad ska rapporteras i mars?", found).best
    assert best is not None
    assert "klagomål" in best.candidate.text


def test_of_two_things_with_like_names_the_one_that_is_named_stands_first() -> None:
    found = passages(
        "Den slutliga borgensavgiften för Ekvik lokaler AB är 0,49 procent.",
        "Den slutliga borgensavgiften för Ekvik AB är 0,50 procent.",
    )
    for question, told in (
        ("Vilken borgensavgift har Ekvik AB?", "0,50"),
        ("Vilken borgensavgift har Ekvik lokaler AB?", "0,49"),
    ):
        best = ranked(question, found).best
        assert best is not None
        assert told in best.candidate.text


def test_of_one_thing_told_month_by_month_the_month_that_is_asked_about_stands_first() -> None:
    found = passages(
        "Lista över beslut om båtplatser enligt delegation 2031-04-01 – 2031-04-30, 331 stycken",
        "Lista över beslut om båtplatser enligt delegation 2031-05-01 – 2031-05-31, 302 stycken",
    )
    best = ranked("Hur många beslut om båtplatser togs på delegation i maj 2031?", found).best
    assert best is not None
    assert "302" in best.candidate.text


def test_what_holds_after_a_change_is_told_by_what_tells_the_change() -> None:
    found = passages(
        "Provet med avgiftsfri bastu i Ekvik pågår till och med den 4 maj 2031.",
        "Provet förlängs till och med den 9 juni 2032.",
    )
    best = ranked("Till vilken dag är bastun i Ekvik avgiftsfri efter förlängningen?", found).best
    assert best is not None
    assert "förlängs" in best.candidate.text


def test_of_the_same_told_twice_the_last_applies_in_the_end() -> None:
    earlier = DocumentMetadata("a" * 16, "hamn/svar.pdf", "Svar", Kind.OVRIGT, "", date=dt.date(2031, 3, 18))
    later = DocumentMetadata("b" * 16, "hamn/protokoll.pdf", "Protokoll", Kind.OVRIGT, "", date=dt.date(2031, 4, 29))
    hits = []
    for document, text in (
        (earlier, "Åtta platser i hamnen görs om till gästplatser från den 1 maj 2031."),
        (later, "Åtta platser i hamnen görs om till fasta gästplatser från och med den 1 juni 2031."),
    ):
        (passage,) = passages(text)
        hits.append(Hit(document.id, document, (passage,), text, 1.0))
    best = rank(understand("När blev det till slut som platserna i hamnen görs om?"), tuple(hits)).best
    assert best is not None
    assert "juni" in best.candidate.text


def test_of_sentences_alike_in_all_else_the_one_of_the_year_asked_about_stands_first() -> None:
    found = passages(
        "Hamnen hade i genomsnitt cirka 1 200 besök per år 2025 och 2026.",
        "Antalet besök i hamnen minskade till 671 år 2030, följt av 859 år 2031.",
    )
    best = ranked("Hur många besök hade hamnen 2030?", found).best
    assert best is not None
    assert "671" in best.candidate.text


def test_what_a_higher_body_decided_later_applies_before_what_a_board_wanted() -> None:
    board = DocumentMetadata(
        "a" * 16, "a.pdf", "Taxa", Kind.PROTOKOLL, "", board="Hamnnämnden", date=dt.date(2031, 4, 14)
    )
    council = DocumentMetadata(
        "b" * 16, "b.pdf", "Taxa", Kind.PROTOKOLL, "", board="Kommunfullmäktige", date=dt.date(2031, 6, 15)
    )
    hits = []
    for document, amount in ((board, "310"), (council, "295")):
        text = f"Avgiften för gästplats med el ska vara {amount} kronor per dygn under högsäsong."
        passage = Passage(0, text, 0, len(text), 1, Block.LIST_ITEM, Force.DECISION)
        hits.append(Hit(document.id, document, (passage,), text, 1.0))
    for question, told in (
        ("Vad kostar en gästplats med el per dygn under högsäsong?", "295"),
        ("Vad skulle en gästplats med el kosta per dygn enligt hamnnämnden?", "310"),
    ):
        best = rank(understand(question), tuple(hits)).best
        assert best is not None
        assert told in best.candidate.text


def test_a_sum_that_nothing_binds_to_the_thing_stands_behind_one_that_names_it() -> None:
    (other,) = passages("Hamnförvaltningen beräknar kostnaden till 460 000 kronor.", heading=("Skyltar",))
    (named,) = passages("Gångbro vid kajen, 61 500 000 kronor.", heading=("Alternativ",))
    found = (other, replace(named, ordinal=1))
    best = ranked("Hur mycket trodde hamnförvaltningen att en gångbro skulle kosta?", found).best
    assert best is not None
    assert "Gångbro" in best.candidate.text


@pytest.mark.parametrize(
    ("question", "text", "been"),
    [
        ("När är nästa möte?", "Nämnden möttes den 4 februari 2025.", True),
        ("När är nästa möte?", "Nämnden möttes den 4 februari 2025 och möts den 6 maj 2025.", False),
        ("När är nästa möte?", "Mötet hålls i april 2025.", False),
        ("När är nästa möte?", "Mötet hölls i mars 2025.", True),
        ("När möttes nämnden?", "Nämnden möttes den 4 februari 2025.", False),
    ],
)
def test_the_next_time_is_not_over_when_the_paper_was_written(question: str, text: str, been: bool) -> None:
    assert has_been(question, text, dt.date(2025, 4, 8)) is been


def test_an_answer_leads_by_how_much_surer_it_is_than_what_is_left_out() -> None:
    question = "Vad kostar en gästplats i Ekhamn per dygn?"
    right, other, formless = (
        "En gästplats i Ekhamn kostar 240 kronor per dygn.",
        "Båtkranen hyrs ut för 900 kronor.",
        "I Ekhamn finns gästplatser.",
    )
    alone, beside = passages(right, formless), passages(right, other)
    ahead = lead(understand(question), ranked(question, beside), shown(beside[0]))
    assert ahead > 0 > lead(understand(question), ranked(question, beside), shown(beside[1]))
    # What has not the form of the answer is no rival, nor is the same sentence in another paper.
    assert lead(understand(question), ranked(question, alone), shown(alone[0])) > ahead
    assert lead(understand(question), ranked(question, passages(right, right)), shown(alone[0])) > ahead


@pytest.mark.parametrize(
    ("question", "text", "doubtful"),
    [
        (
            "Hur länge åt gången kan ett tillfälligt lov gälla som mest?",
            "Lovet gäller från och med den 1 maj 2031 till och med den 30 april 2032.",
            True,
        ),
        (
            "Hur länge åt gången kan ett tillfälligt lov gälla som mest?",
            "Ett tillfälligt lov gäller i längst tolv månader.",
            False,
        ),
        ("Hur länge kan ett tillfälligt lov gälla?", "Lovet gäller från den 1 maj 2031 till den 30 april 2032.", False),
        (
            "Till vilken dag är bryggan avgiftsfri efter förlängningen?",
            "Bryggan är avgiftsfri till den 1 maj 2031.",
            True,
        ),
        (
            "Till vilken dag är bryggan avgiftsfri efter förlängningen?",
            "Den avgiftsfria tiden vid bryggan förlängs till den 1 maj 2032.",
            False,
        ),
    ],
)
def test_a_limit_and_what_holds_after_a_change_are_told_by_words_for_them(
    question: str, text: str, doubtful: bool
) -> None:
    found = passages(text)
    doubted = doubt(understand(question), ranked(question, found), shown(*found))
    assert (doubted is not None and not doubted.of_form) is doubtful


def test_a_clock_is_no_span_of_days_nor_told_by_a_decision_without_one() -> None:
    question = "Vilken tid på kvällen går färjan enligt nämndens beslut?"
    for text, told in (
        ("Färjan går från och med den 1 maj till och med den 30 september 2031.", False),
        ("Färjan går klockan 19.30 från och med den 1 maj 2031.", True),
    ):
        passage = replace(passages(text)[0], force=Force.DECISION)
        assert (fit(understand(question), text, Evidence(DOCUMENT, passage)) > 0) is told


def test_who_may_decide_comes_before_whoever_is_only_named() -> None:
    named = "Ansvarig för lov vid bryggan är Ada Lind."
    office = "Lov vid bryggan ges av hamnchefen."
    order = ranked("Vem bestämmer om lov vid bryggan?", passages(named, office))
    assert order.scored[0].candidate.text == office
    asked = ranked("Vem är ansvarig för lov vid bryggan?", passages(named, office))
    assert asked.scored[0].candidate.text == named
