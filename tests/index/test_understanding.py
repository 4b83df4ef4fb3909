import datetime as dt

import pytest

from index.directory import Directory, directory
from index.hits import Effect
from index.understanding import MOST_CHARACTERS, topic, understand
from ingest.documents import DocumentMetadata, Kind, Person, Role

TODAY = dt.date(2025, 10, 1)


def document(name: str, board: str, *numbers: str, people: tuple[Person, ...] = ()) -> DocumentMetadata:
    return DocumentMetadata(
        name, f"{name}.pdf", name, Kind.PROTOKOLL, "x", case_numbers=numbers, board=board, people=people
    )


@pytest.fixture
def known() -> Directory:
    return directory(
        [
            document("a", "Kommunstyrelsen", "KS 2024/123"),
            document("b", "Vård- och omsorgsnämnden", "2025.050 VON"),
            document("c", "Vård- och omsorgsnämndens arbetsutskott", "2025.051 VON"),
            document("d", "Miljönämnden", "MHN-2025-7", people=(Person("Stina Lönnberg", Role.ORDFORANDE),)),
        ]
    )


def values(text: str, known: Directory, kind: str, **options: object) -> list[tuple[str, bool]]:
    found = understand(text, known, TODAY, **options)  # type: ignore[arg-type]
    return [(part.value, part.known) for part in found.recognised if part.kind == kind]


@pytest.mark.parametrize("spelling", ["KS 2024/123", "ks 2024/123", "KS-2024-123", "Dnr KS/2024:123"])
def test_case_number_is_known_in_every_spelling(known: Directory, spelling: str) -> None:
    assert values(f"Vad hände i {spelling}?", known, "case_number") == [("KS 2024/123", True)]


@pytest.mark.parametrize("spelling", ["KS 24/123", "ks 24-123", "123/2024 KS", "123/24 ks"])
def test_number_of_a_case_is_known_with_its_year_short_or_last(known: Directory, spelling: str) -> None:
    assert values(f"Vad hände i {spelling}?", known, "case_number") == [("KS 2024/123", True)]


@pytest.mark.parametrize("text", ["Vad hände i KS 24/124?", "MHN 25/7", "under 24/123"])
def test_what_only_looks_like_a_short_number_is_none(known: Directory, text: str) -> None:
    assert values(text, known, "case_number") == []


@pytest.mark.parametrize("text", ["elever 2024/25 per skola", "provet 17/25 poäng", "ks 2024/25", "dnr 24/25"])
def test_words_beside_figures_are_no_letters_of_a_number(text: str) -> None:
    known = directory([document("a", "Kommunstyrelsen", "2024/00025", "2025/17")])
    numbers = [("2024/00025", True)] if text.startswith(("ks", "dnr")) else []
    assert values(text, known, "case_number") == numbers


@pytest.mark.parametrize("label", ["diarienumret ", "dnr: ", "Diarienr. ", "ärendenummer ", ""])
def test_number_looked_up_ranks_no_more_and_nor_does_its_label(known: Directory, label: str) -> None:
    question = f"Vad kostar skolmaten enligt {label}KS 2024/123?"
    rest = topic(question, understand(question, known, TODAY).recognised)
    assert rest.split() == ["Vad", "kostar", "skolmaten", "enligt", "?"]


def test_number_of_a_text_is_known_as_it_stands_there(known: Directory) -> None:
    found = understand("Vad gäller bn 31/044?", known, TODAY, in_texts={"BN 2031/044": "BN 2031/44"}.get)
    assert found.in_texts == ("BN 2031/44",)
    assert found.case_numbers == ()


def test_case_number_the_index_does_not_hold_is_unknown(known: Directory) -> None:
    found = understand("Vem handlägger KS 2024/999?", known, TODAY)
    assert [(part.effect, part.known) for part in found.recognised if part.kind == "case_number"] == [
        (Effect.LOOKUP, False)
    ]
    assert found.case_numbers == ()


def test_same_serial_of_another_board_is_unknown(known: Directory) -> None:
    assert values("Ärende 2025.050 SN", known, "case_number") == [("2025.050 SN", False)]


@pytest.mark.parametrize(
    ("text", "board"),
    [
        ("Vad beslutade kommunstyrelsen?", "Kommunstyrelsen"),
        ("Vad beslutade KS?", "Kommunstyrelsen"),
        ("kommunstyrelsens beslut", "Kommunstyrelsen"),
        ("Vad sade VON?", "Vård- och omsorgsnämnden"),
        ("Vad beslutades i Von § 12?", "Vård- och omsorgsnämnden"),
        ("Ks §84", "Kommunstyrelsen"),
        ("vård- och omsorgsnämndens arbetsutskott föreslog", "Vård- och omsorgsnämndens arbetsutskott"),
        ("MHN:s beslut om tillsyn", "Miljönämnden"),
    ],
)
def test_board_is_known_by_name_initials_and_case_letters(known: Directory, text: str, board: str) -> None:
    assert values(text, known, "board") == [(board, True)]


def test_assembly_goes_by_its_last_word() -> None:
    known = directory([document("a", "Kommunfullmäktige"), document("b", "Socialnämnden")])
    assert values("Vad beslutade fullmäktige?", known, "board") == [("Kommunfullmäktige", True)]
    assert values("Vad beslutade nämnden?", known, "board") == []


def test_board_nobody_knows_is_told(known: Directory) -> None:
    assert values("Vad beslutade rymdnämnden?", known, "board") == [("rymdnämnden", False)]


def test_body_that_documents_write_about_is_not_unknown(known: Directory) -> None:
    assert values("Vad beslutade rymdnämnden?", known, "board", in_index=lambda word: True) == []


def test_section_of_minutes_is_recognised_but_not_of_a_law(known: Directory) -> None:
    assert values("Vad beslutades i § 36?", known, "section_sign") == [("§ 36", True)]
    assert values("Vad säger 6 kap. 5 § kommunallagen?", known, "section_sign") == []


def test_day_and_period_become_spans(known: Directory) -> None:
    assert understand("mötet den 3 mars 2025", known, TODAY).spans == ((dt.date(2025, 3, 3), dt.date(2025, 3, 3)),)
    assert understand("beslut under 2024", known, TODAY).spans == ((dt.date(2024, 1, 1), dt.date(2024, 12, 31)),)


def test_person_party_and_kind_are_recognised(known: Directory) -> None:
    text = "Vad yrkade Stina Lönnbergs motståndare (KD) om motionen?"
    assert values(text, known, "person") == [("Stina Lönnberg", True)]
    assert values(text, known, "party") == [("KD", True)]
    assert values(text, known, "document_kind") == [("motion", True)]


def test_offsets_hold_the_recognised_words(known: Directory) -> None:
    text = "İ Vad beslutade VON den 3 mars 2025 i § 4 om KS 2024/123?"
    for part in understand(text, known, TODAY).recognised:
        assert text[part.start : part.end] == part.text


def test_removed_part_is_not_recognised(known: Directory) -> None:
    assert values("Vad hände i KS 2024/123?", known, "case_number", ignore=frozenset({"KS 2024/123"})) == []


@pytest.mark.parametrize(
    "text", ["", "?", "§", "§ §", "😀", "(", "KS", "2025", "a" * 20_000], ids=lambda text: text[:5]
)
def test_odd_input_is_understood_as_little(known: Directory, text: str) -> None:
    assert isinstance(understand(text, known, TODAY).recognised, tuple)


def test_only_the_beginning_of_a_pasted_text_is_read(known: Directory) -> None:
    text = "Vad beslutade KS? " + "ord " * MOST_CHARACTERS + "MHN-2025-7"
    assert values(text, known, "board") == [("Kommunstyrelsen", True)]
    assert values(text, known, "case_number") == []


@pytest.mark.parametrize(
    ("question", "signs"),
    [
        ("Vad står i §§ 12-14?", ["§ 12", "§ 13", "§ 14"]),
        ("Vad togs upp i §§ 12, 15 och 17?", ["§ 12", "§ 15", "§ 17"]),
        ("Vad säger paragraferna 3 och 4?", ["§ 3", "§ 4"]),
        ("Fick § 12 och 500 kronor till?", ["§ 12"]),
    ],
)
def test_every_section_of_a_range_or_list_is_named(known: Directory, question: str, signs: list[str]) -> None:
    assert list(understand(question, known, TODAY).sections) == signs


@pytest.fixture
def meetings() -> Directory:
    def paper(day: dt.date, board: str, access: tuple[str, ...] = ("alla",)) -> DocumentMetadata:
        people = (Person(f"Ulla {'Ekdal' if 'alla' in access else 'Hemlin'}", Role.HANDLAGGARE),)
        return DocumentMetadata(
            f"{board}{day}",
            "p.pdf",
            "p",
            Kind.PROTOKOLL,
            "x",
            board=board,
            meeting_date=day,
            access=access,
            people=people,
        )

    return directory(
        [
            paper(dt.date(2025, 8, 20), "Kommunstyrelsens arbetsutskott"),
            paper(dt.date(2025, 9, 10), "Kommunstyrelsen"),
            paper(dt.date(2025, 9, 17), "Teknik- och fritidsnämnden"),
            paper(dt.date(2025, 9, 24), "Teknik- och fritidsnämnden", access=("jurister",)),
            paper(dt.date(2025, 11, 5), "Kommunstyrelsen"),
        ]
    )


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Vad beslutade kommunstyrelsen på senaste mötet?", "2025-09-10"),
        ("Vad togs upp på KSAU:s sista sammanträde?", "2025-08-20"),
        ("Vad står i senaste protokollet?", "2025-09-17"),
    ],
)
def test_latest_meeting_is_a_day_that_has_been_and_that_everyone_may_know(
    meetings: Directory, question: str, day: str
) -> None:
    assert values(question, meetings, "date") == [(day, True)]


@pytest.mark.parametrize(
    ("question", "board"),
    [
        ("Vad sa ks om detta?", "Kommunstyrelsen"),
        ("Vad sa KSAU?", "Kommunstyrelsens arbetsutskott"),
        ("Vad beslutade tekniknämnden?", "Teknik- och fritidsnämnden"),
        ("Vad beslutade fritidsnämnden?", "Teknik- och fritidsnämnden"),
    ],
)
def test_body_goes_by_its_short_names(meetings: Directory, question: str, board: str) -> None:
    assert values(question, meetings, "board") == [(board, True)]


def test_family_name_alone_names_the_person_all_may_know(meetings: Directory) -> None:
    assert values("Vad svarade Ekdals förvaltning?", meetings, "person") == [("Ulla Ekdal", True)]
    assert values("Vad svarade Hemlin?", meetings, "person") == []
    assert values("Vad kostar ekdalens skola?", meetings, "person") == []


def test_bare_number_after_the_word_case_is_one_where_the_index_holds_it(known: Directory) -> None:
    assert values("Vad gäller ärende 2024/123?", known, "case_number") == [("KS 2024/123", True)]
    assert values("Vad gäller läsåret 2024/123?", known, "case_number") == []


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("Vad kostade det förra hösten?", "2024-08-01/2024-12-31"),
        ("Vad hände i mars förra året?", "2024-03-01/2024-03-31"),
        ("Vad planeras nästa år?", "2026-01-01/2026-12-31"),
        ("Vad sades i förrgår?", "2025-09-29/2025-09-29"),
    ],
)
def test_relative_periods_are_reckoned_from_today(known: Directory, question: str, period: str) -> None:
    assert values(question, known, "period") == [(period, True)]


def test_party_of_two_letters_is_one_without_parentheses(known: Directory) -> None:
    assert values("Vad yrkade KD och M?", known, "party") == [("KD", True)]


@pytest.mark.parametrize(
    "question", ["Vad handlar 2031/00061 om?", "Sammanfatta ärende 2031/61", "Vad gäller 2031/061?"]
)
def test_bare_number_is_of_the_central_series_not_of_a_boards(question: str) -> None:
    both = directory([document("a", "Kommunstyrelsen", "2031/00061"), document("b", "Miljönämnden", "MN 2031-61")])
    assert values(question, both, "case_number") == [("2031/00061", True)]
    assert values("Vad gäller MN 2031-61?", both, "case_number") == [("MN 2031-61", True)]


def test_small_letters_beside_a_number_say_whose_it_is() -> None:
    both = directory([document("a", "Skolnämnden", "2031.061 SKN"), document("b", "Miljönämnden", "2031.061 MN")])
    assert values("Vad gäller 2031.061 mn?", both, "case_number") == [("2031.061 MN", True)]
    assert values("Vad gäller 2031.061 skn?", both, "case_number") == [("2031.061 SKN", True)]


def test_body_of_two_matters_goes_by_a_compound_of_its_first() -> None:
    one = directory(
        [document("a", "Bygg- och miljönämnden", "BMN 2031-1"), document("b", "Kommunstyrelsen", "KS 2031/1")]
    )
    assert values("Varför sa byggnadsnämnden nej?", one, "board") == [("Bygg- och miljönämnden", True)]
    assert values("Varför sa byskolenämnden nej?", one, "board") == [("byskolenämnden", False)]


def test_a_name_that_fits_several_bodies_is_neither_wished_for_nor_unknown() -> None:
    two = directory([document("a", "Grundskolenämnden"), document("b", "Utbildningsnämnden")])
    assert values("Vad sade skolnämnden?", two, "board") == []
    assert values("Vad sade rymdnämnden?", two, "board") == [("rymdnämnden", False)]
