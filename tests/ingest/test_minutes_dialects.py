"""Minutes as different municipalities write them: every § is found, with its number, its case and its decision."""

from collections.abc import Callable

import pytest

from ingest.documents import Document, Force, Kind
from tests.ingest.papers import COST, LEFT, SURVEY, At, Paper, force_of, numbered, people_of

TITLES = ("Riktlinjer för föreningsstöd", "Taxa för torgplatser", "Information från kommundirektören")
CASES = ("KS 2031/123", "KS 2031/88", "KS 2031/4")
Head = Callable[[Paper, int, str, str], object]


def minutes(head: Head, *, board: str = "Kommunstyrelsen", town: str = "Granbacka kommun") -> Document:
    """Return minutes of three §§ whose heads a function prints."""
    frame = (
        At(LEFT, 35, town, bold=True),
        At(250, 35, "SAMMANTRÄDESPROTOKOLL", bold=True),
        At(470, 35, "Sida # (3)"),
        At(LEFT, 48, board),
        At(250, 48, "Sammanträdesdatum 2031-03-11"),
        At(LEFT, 790, "Justerandes sign"),
        At(300, 790, "Utdragsbestyrkande"),
    )
    paper = front(Paper("protokoll.pdf", frame), board)
    head(paper, 12, TITLES[0], CASES[0])
    paper.heading("Beslut").text(f"{board} beslutar att anta förslaget till riktlinjer.")
    paper.heading("Sammanfattning av ärendet").text(SURVEY)
    paper.heading("Förslag till beslut på sammanträdet").text("Ida Ros (V) yrkar avslag på förslaget.")
    paper.heading("Beslutsgång").text("Ordföranden ställer förslaget mot avslag och finner att det bifalls.")
    paper.heading("Reservation").text("Ida Ros (V) reserverar sig mot beslutet.")
    paper.heading("Beslutet skickas till").text("Samtliga nämnder")
    head(paper, 13, TITLES[1], CASES[1])
    paper.heading("Ärendebeskrivning").text(COST)
    paper.heading("Förslag till beslut").text(f"{board} föreslår kommunfullmäktige att anta taxan.")
    paper.heading("Beslut").text(f"{board} återremitterar ärendet för ytterligare beredning.")
    head(paper, 14, TITLES[2], CASES[2])
    return paper.text(f"{board} tackar för informationen.", SURVEY).read()


def front(paper: Paper, board: str) -> Paper:
    """Print the front page of minutes."""
    paper.heading(board, 16).line("Plats och tid        Sessionssalen, kl. 09.00-11.45")
    paper.line("Beslutande           Lars Berglund (S), ordförande").line("Åsa Frimodig (M), vice ordförande", x=185)
    paper.line("Övriga deltagande    Jenny Wall, nämndsekreterare").line("Utses att justera    Åsa Frimodig")
    paper.line("Paragrafer           §§ 12-14").line("Sekreterare          Jenny Wall")
    return paper.line("Ordförande           Lars Berglund").line("Justerande           Åsa Frimodig").turn()


HEADS: dict[str, Head] = {
    "number and case on one line, title below": lambda p, n, t, c: p.heading(f"§ {n}          Dnr {c}").heading(t),
    "short board before the sign": lambda p, n, t, c: p.heading(f"Ks § {n}").heading(t).line(f"Dnr {c}"),
    "sign with the year": lambda p, n, t, c: p.heading(f"KS § {n}/31  Dnr {c}").heading(t),
    "title behind the sign": lambda p, n, t, c: p.heading(f"§ {n} {t}", 14).line(f"Diarienummer: {c}"),
    "committee before the sign": lambda p, n, t, c: p.heading(f"KSAU § {n} Dnr {c}").heading(t),
    "case in brackets below": lambda p, n, t, c: p.heading(f"§{n}/31", 14).heading(t, 14).line(f"({c})"),
    "case in brackets behind the title": lambda p, n, t, c: p.heading(f"§ {n}  {t} ({c})"),
    "number of the item above": lambda p, n, t, c: p.line(f"Ärende {n - 11}").heading(f"§ {n}  {t}").line(f"Dnr: {c}"),
    "the word instead of the sign": lambda p, n, t, c: p.heading(f"Paragraf {n}  Diarienr {c}").heading(t),
    "case alone behind the sign": lambda p, n, t, c: p.heading(f"§ {n}   {c}").heading(t),
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_every_section_is_found_with_its_case_and_force(head: Head) -> None:
    document = minutes(head)
    metadata = document.metadata
    signed = [one for one in document.passages if one.section_sign]
    assert (metadata.kind, metadata.board, str(metadata.date)) == (Kind.PROTOKOLL, "Kommunstyrelsen", "2031-03-11")
    assert metadata.municipality == "Granbacka kommun"
    assert metadata.case_numbers == CASES
    assert list(dict.fromkeys(one.section_sign for one in signed)) == ["§ 12", "§ 13", "§ 14"]
    assert tuple(dict.fromkeys(one.heading_path[0] for one in signed if one.heading_path)) == TITLES
    assert force_of(document, "Kommunstyrelsen beslutar att anta") is Force.DECISION
    assert force_of(document, "Kommunstyrelsen återremitterar") is Force.DECISION
    assert force_of(document, "Kommunstyrelsen tackar") is Force.DECISION
    assert force_of(document, "Kommunstyrelsen föreslår") is Force.PROPOSAL
    assert force_of(document, "Ida Ros (V) yrkar") is Force.YRKANDE
    assert force_of(document, "Ida Ros (V) reserverar") is Force.RESERVATION
    assert force_of(document, "Ordföranden ställer") is Force.BACKGROUND
    assert people_of(document) >= {("Lars Berglund", "ordförande"), ("Jenny Wall", "sekreterare")}


def test_a_title_in_capitals_behind_the_sign_is_no_reference_to_another_board() -> None:
    document = minutes(lambda p, n, t, c: p.heading(f"§ {n}, {t.upper()}").line(f"Dnr: {c}"))
    assert [one.section_sign for one in document.passages if one.level == 1 and one.section_sign] == [
        "§ 12",
        "§ 13",
        "§ 14",
    ]


def test_a_section_and_its_title_on_two_lines_are_one_heading() -> None:
    document = minutes(HEADS["number and case on one line, title below"])
    heads = [one.text for one in document.passages if one.level == 1 and one.section_sign]
    assert heads == [f"§ {n} Dnr {case} {title}" for n, case, title in zip((12, 13, 14), CASES, TITLES, strict=True)]


def _with_frame(name: str, board: str, town: str = "Granbacka stad") -> Paper:
    frame = (
        At(LEFT, 35, town, bold=True),
        At(300, 35, "Protokoll", bold=True),
        At(470, 35, "Sida # (2)"),
        At(LEFT, 48, board),
        At(300, 48, "Sammanträdesdatum 2031-04-24"),
    )
    return Paper(name, frame)


def test_what_is_decided_by_another_s_proposal_is_a_decision() -> None:
    paper = _with_frame("protokoll.pdf", "Stadsdelsnämnden Norra").heading("§ 7").heading("Svar på remiss")
    paper.line("Dnr NOR 2031/210").heading("Beslut").text("Nämnden beslutade enligt stadsdelsförvaltningens förslag:")
    paper.items("Nämnden godkänner utlåtandet som svar på remissen.").heading("Framlagda förslag")
    paper.items("Ledamoten Eva Hallin (M) föreslår avslag.", mark=numbered).heading("Särskilt uttalande")
    document = paper.text("Ledamoten Rolf Ekwall (L) lämnar ett uttalande. Vi ser behov av fler mötesplatser.").read()
    assert force_of(document, "Nämnden beslutade enligt") is Force.DECISION
    assert force_of(document, "Nämnden godkänner") is Force.DECISION
    assert force_of(document, "Ledamoten Eva Hallin (M) föreslår") is Force.YRKANDE
    assert force_of(document, "Ledamoten Rolf Ekwall (L) lämnar") is Force.OPINION


def test_a_bare_number_behind_the_sign_is_the_case() -> None:
    paper = _with_frame("protokoll.pdf", "Kommunstyrelsen").heading("§ 201   0456/30").heading("Motion om parkbänkar")
    paper.heading("Beslut").text("Enligt stadsledningskontorets förslag:", "Kommunstyrelsen avstyrker motionen.")
    paper.heading("§ 202   0777/31").heading("Redovisning av uppdrag").heading("Beslut")
    document = paper.text("Kommunstyrelsen förklarar uppdraget fullgjort.").read()
    assert document.metadata.case_numbers == ("0456/30", "0777/31")
    assert force_of(document, "Enligt stadsledningskontorets förslag") is Force.DECISION
    titles = [one.heading_path[0] for one in document.passages if one.section_sign and one.level == 1]
    assert titles == ["Motion om parkbänkar", "Redovisning av uppdrag"]


def test_section_names_in_the_margin_are_headings() -> None:
    paper = _with_frame("protokoll.pdf", "Tekniska nämnden").heading("§ 5    Dnr TN 2031/14").heading("Snöröjning")
    paper.beside("Ärendet", SURVEY).beside("Yrkande", "Nils Torell (C) yrkar att avtalet ska gälla i två år.")
    paper.beside("Beslut", "Tekniska nämnden beslutar att godkänna underlaget.").beside("Delges", "Upphandlingsenheten")
    document = paper.read()
    assert force_of(document, "Tekniska nämnden beslutar") is Force.DECISION
    assert force_of(document, "Nils Torell (C) yrkar") is Force.YRKANDE
    assert force_of(document, "Upphandlingsenheten") is Force.BACKGROUND


def test_section_names_in_front_of_their_text_are_headings() -> None:
    paper = _with_frame("protokoll.pdf", "Fritidsnämnden").heading("FN § 21").heading("Utegym").line("FN 2031/21")
    paper.text(f"Ärendebeskrivning: {SURVEY}", "Yrkande: Nils Torell (C) yrkar bifall till förslaget.")
    document = paper.text("Beslut: Nämnden avslår förslaget.", "Delges: Förslagsställaren").read()
    assert force_of(document, "Nämnden avslår") is Force.DECISION
    assert force_of(document, "Nils Torell (C) yrkar") is Force.YRKANDE
    assert force_of(document, "Förslagsställaren") is Force.BACKGROUND


def test_a_decision_by_votes_is_one_in_either_order() -> None:
    paper = _with_frame("protokoll.pdf", "Kommunfullmäktige").heading("§ 140").heading("Budget").line("Dnr KS 2031/55")
    paper.heading("Beslut").text("Kommunfullmäktige beslutar att anta budgeten.").heading("Votering")
    document = paper.text("Kommunfullmäktige beslutar med 31 ja-röster mot 10 nej-röster att avgöra ärendet nu.").read()
    assert force_of(document, "Kommunfullmäktige beslutar med 31") is Force.DECISION


def test_a_list_of_sections_with_titles_on_two_lines_is_read_line_by_line() -> None:
    paper = _with_frame("protokoll.pdf", "Kommunfullmäktige").heading("Ärendelista")
    for number, name in ((27, "Nils Torell (C)"), (28, "Ida Ros (V)"), (29, "Eva Hallin (M)")):
        top = paper.top
        paper.at(At(LEFT, top + 7, f"§ {number}", size=11))
        paper.at(At(130, top, "Avsägelse från uppdraget som ledamot i kommunfullmäktige för", size=11))
        paper.at(At(130, top + 14, f"mandatperioden - {name}", size=11))
        paper.top += 34
    paper.turn().heading("§ 27").heading("Avsägelse").line("Dnr KS 2031/9").heading("Beslut")
    document = paper.text("Avsägelsen beviljas.").read()
    listed = [one.text for one in document.passages if "Avsägelse från" in one.text]
    assert [text[:4] for text in listed] == ["§ 27", "§ 28", "§ 29"]
    assert [text.rsplit(" - ", 1)[1] for text in listed] == ["Nils Torell (C)", "Ida Ros (V)", "Eva Hallin (M)"]


def test_an_excerpt_whose_head_stands_beside_the_sender_is_one_of_minutes() -> None:
    paper = Paper("utdrag.pdf").at(At(LEFT, 40, "Granbacka kommun"), At(300, 40, "Protokollsutdrag"))
    paper.at(At(LEFT, 53, "Kommunkontoret"), At(300, 53, "Sammanträdesdatum 2031-09-03"))
    paper.line("Kommunstyrelsens arbetsutskott").line("Au § 112").heading("Bidrag till byalag").line("Dnr KS 2031/456")
    paper.heading("Arbetsutskottets förslag till kommunstyrelsen").text("Byalaget beviljas 15 000 kronor.")
    document = paper.heading("Bakgrund").text(SURVEY).read()
    assert {one.section_sign for one in document.passages} == {None, "§ 112"}
    assert (document.metadata.kind, document.metadata.case_numbers) == (Kind.PROTOKOLLSUTDRAG, ("KS 2031/456",))
    assert force_of(document, "Byalaget beviljas") is Force.PROPOSAL


def test_a_sign_wrapped_to_its_own_line_ends_a_reference_and_the_next_paragraph_opens() -> None:
    paper = front(Paper("protokoll.pdf"), "Kommunstyrelsen").heading("§ 12 Ny simhall (KS 2031/123)", 13)
    paper.heading("Beslut").text("Kommunstyrelsen beslutar att bygga simhallen.", SURVEY)
    paper.heading("Beslutsunderlag").line(
        "Tjänsteutlåtande 2031-01-04, kommunfullmäktiges protokoll från den 14 december"
    )
    paper.line("§ 191", step=24).heading("§ 13 Bidrag till bygdegården (KS 2031/88)", 13)
    paper.heading("Beslut").text("Föreningen beviljas 185 000 kronor.").heading("§ 14 Val (KS 2031/4)", 13)
    document = paper.heading("Beslut").text("Ida Ros väljs till ersättare.").read()
    signs = [passage.section_sign for passage in document.passages if passage.level == 1 and passage.section_sign]
    assert [sign for index, sign in enumerate(signs) if sign not in signs[:index]] == ["§ 12", "§ 13", "§ 14"]
    assert "från den 14 december § 191" in document.text
    granted = next(passage for passage in document.passages if passage.text.startswith("Föreningen beviljas"))
    assert (granted.section_sign, granted.force) == ("§ 13", Force.DECISION)
