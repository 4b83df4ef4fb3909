"""Ways of setting papers that a registrar met in other municipalities: references cut by a line, labels in a line."""

import pytest

from ingest.documents import Force
from tests.ingest.papers import SURVEY, Paper, file_read, force_of, letter, minutes_of


def passage(paper: Paper, opening: str):
    return next(one for one in paper.read().passages if one.text.startswith(opening))


def section(paper: Paper, number: int, title: str) -> Paper:
    return paper.heading(f"KS § {number} {title}").line(f"Dnr KS 2031/{number}")


def minutes() -> Paper:
    return (
        section(minutes_of("Kommunstyrelsen", "2031-04-14"), 85, "Ny simhall").heading("Beslut").text("Hallen byggs.")
    )


def test_the_sign_of_an_earlier_decision_alone_on_a_line_opens_no_section() -> None:
    paper = minutes().heading("Beslutsunderlag")
    paper.line("Tjänsteutlåtande med driftkalkyl, 2031-01-04 Kommunfullmäktiges beslut 2030-12-14").line("§ 191")
    document = section(paper, 86, "Bidrag till hembygdsföreningen").heading("Beslut").text("Bidraget beviljas.").read()
    signs = list(dict.fromkeys(one.section_sign for one in document.passages if one.section_sign))
    assert signs == ["§ 85", "§ 86"]
    assert next(one.section_sign for one in document.passages if one.text == "Bidraget beviljas.") == "§ 86"


def test_a_proposal_to_another_body_is_one_point_by_point_behind_its_label() -> None:
    paper = minutes().line("Kommunstyrelsens förslag till kommunfullmäktige: 1. Borgen ingås för bolaget.")
    paper.line("2. Bolaget betalar en avgift.").heading("Bakgrund").text(SURVEY)
    document = paper.read()
    assert force_of(document, "Borgen ingås") is force_of(document, "Bolaget betalar") is Force.PROPOSAL


def test_who_gets_the_decision_is_no_part_of_a_reservation() -> None:
    paper = minutes().heading("Reservation").text("Maj Tegnér (V) reserverar sig mot beslutet.")
    document = paper.text("Expedieras: Revisorerna, ekonomiavdelningen").read()
    assert force_of(document, "Revisorerna") is Force.BACKGROUND
    assert document.metadata.recipients == ("Revisorerna, ekonomiavdelningen",)


def test_recipients_below_an_open_label_are_not_run_into_it() -> None:
    paper = minutes().line("Beslutet skickas till").line("Kommunstyrelsen").line("Rektor för Sjöskolan")
    assert "Beslutet skickas till" in [one.text for one in paper.read().passages]


@pytest.mark.parametrize("words", ["Valet bordläggs till den 25 maj.", "Interpellationen förklaras besvarad."])
def test_what_is_done_with_a_matter_is_decided_without_a_heading(words: str) -> None:
    paper = section(minutes_of("Kommunfullmäktige", "2031-04-14"), 85, "Val och interpellationer").text(words)
    document = section(paper, 86, "Budget").heading("Beslut").text("Budgeten antas.").read()
    assert force_of(document, words[:10]) is Force.DECISION


def test_a_table_below_the_title_of_the_next_section_has_no_columns_of_the_one_above() -> None:
    document = minutes()
    document.heading("Redovisade motioner")
    for cells in (
        ("Dnr", "Rubrik", "Motionär"),
        ("KF 2031-93", "Lekpolicy", "Åsa Lind"),
        ("KF 2031-95", "Kameror", "Bo Ek"),
    ):
        for x, cell in zip((72, 200, 400), cells, strict=True):
            document.canvas.setFont("Helvetica-Bold" if cells[0] == "Dnr" else "Helvetica", 11)
            document.canvas.drawString(x, 842 - document.top, cell)
        document.top += 16
    document.line("KS § 86 Avsägelser", bold=True, size=12, step=16)
    for cells in (("Namn", "Uppdrag", "Nummer"), ("Stig Ro", "Ledamot", "KF 2031-99")):
        for x, cell in zip((72, 200, 400), cells, strict=True):
            document.canvas.setFont("Helvetica-Bold" if cells[0] == "Namn" else "Helvetica", 11)
            document.canvas.drawString(x, 842 - document.top, cell)
        document.top += 16
    row = next(one for one in document.read().passages if "Stig Ro" in one.text)
    assert row.table_header == ("Namn", "Uppdrag", "Nummer")


def test_a_folder_named_by_its_case_tells_the_number_of_a_paper_without_one() -> None:
    paper = Paper("KS 2031-00088 Ny simhall/skrivelse.pdf").heading("Skrivelse om simhallen", 16).text(SURVEY)
    assert paper.read().metadata.case_numbers == ("KS 2031-00088",)


def test_a_number_with_a_class_stands_below_its_label() -> None:
    head = ("72 60 Datum", "200 60 Diarienummer", "72 74 2031-03-04", "200 74 SDN-NH 1.4.2-73/2031")
    paper = letter("tjsk.pdf", *head).heading("Tjänsteskrivelse om belysning", 15).heading("Förslag till beslut")
    paper.text("Nämnden beslutar att godkänna rapporten.").heading("Bakgrund").text(SURVEY)
    assert paper.read().metadata.case_numbers == ("SDN-NH 1.4.2-73/2031",)


def test_whom_names_sign_for_is_no_name() -> None:
    text = "Motion om bad\n\nVi yrkar att badet byggs.\n\nGranbacka den 4 mars 2031\n\nFör Vänsterpartiet\n\nMaj Tegnér (V)\n"
    people = {person.name for person in file_read("motion.txt", text).metadata.people}
    assert "Maj Tegnér" in people
    assert "För Vänsterpartiet" not in people
