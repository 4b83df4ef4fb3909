"""Ways of setting papers that a registrar met in other municipalities: references cut by a line, labels in a line."""

import datetime as dt

import pytest

from ingest.documents import Block, Force, Kind
from tests.ingest.papers import LEFT, SURVEY, At, Paper, file_read, force_of, letter, minutes_of, placed


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


def test_what_a_body_decides_itself_is_no_part_of_what_it_proposes_to_another() -> None:
    paper = minutes().heading("Kommunstyrelsens förslag till kommunfullmäktige").text("Motionen avslås.")
    document = paper.heading("Kommunstyrelsens eget beslut").text("Kontoret ska utvärdera badet.").read()
    assert force_of(document, "Motionen avslås.") is Force.PROPOSAL
    assert force_of(document, "Kontoret ska utvärdera") is Force.DECISION


def test_minutes_are_of_the_day_they_met_not_of_the_day_they_were_verified() -> None:
    paper = Paper("protokoll.pdf").heading("Sammanträdesprotokoll socialnämnden", 16)
    paper.text("Plats och tid: Sammanträdesrum Björken, Rådhuset, onsdagen den 23 april 2031 kl. 08.30-12.05")
    paper.text("Justering: 2031-05-02 kl. 09.00").heading("§ 33 Taxa").heading("Beslut").text("Taxan antas.")
    document = paper.heading("§ 34 Bad").heading("Beslut").text("Badet byggs.").read()
    assert str(document.metadata.meeting_date) == str(document.metadata.date) == "2031-04-23"


def test_a_chapter_keeps_its_number_in_the_path() -> None:
    paper = Paper("riktlinjer-for-bidrag.pdf").heading("Riktlinjer för bidrag", 18).heading("2 kap. Ansökan", 14)
    document = paper.text(SURVEY).heading("3 kap. Uppföljning", 14).text(SURVEY).read()
    assert [one.heading_path[-1] for one in document.passages if one.text == SURVEY] == [
        "2 kap. Ansökan",
        "3 kap. Uppföljning",
    ]


def test_a_word_before_the_chair_is_no_part_of_the_name() -> None:
    document = minutes().text("Justerat 2031-04-20 av Maj Tegnér, ordförande, och Bo Ek.").read()
    assert "Maj Tegnér" in {person.name for person in document.metadata.people}
    assert not any(person.name.startswith("av ") for person in document.metadata.people)


def test_a_count_of_pages_without_room_beside_the_number_leaves_the_text() -> None:
    frame = placed(
        "72 50 GRANBACKA KOMMUN", "300 50 PROTOKOLL", "480 50 Sida #", "72 64 Barnnämnden", "300 64 2031-02-11"
    )
    paper = Paper("protokoll.pdf", frame)
    for number in range(8, 20):
        counted = "480 64 (12)" if paper.page >= 10 else "512 50 (12)"
        paper.at(*placed(counted)).heading(f"§ {number} Matter nummer {number}").text(SURVEY).turn()
    assert not any("(12)" in one.text for one in paper.text(SURVEY).read().passages)


def test_the_range_of_sections_is_a_field_and_heads_nothing() -> None:
    paper = Paper("protokoll.pdf").heading("Sammanträdesprotokoll", 16).line("Plats och tid: Rådhuset, 2031-04-14")
    paper.line("Paragrafer: 85–86", bold=True, step=24).text("Närvarande: 40 av 41 ledamöter.")
    document = section(paper, 85, "Bad").heading("Beslut").text("Badet byggs.").read()
    assert "Paragrafer" not in " ".join(part for one in document.passages for part in one.heading_path)


def test_what_a_statement_tells_of_its_own_decision_is_no_proposal() -> None:
    paper = Paper("yttrande.pdf").heading("Yttrande över remiss om bussar", 16).text(SURVEY).heading("Beslut")
    document = paper.text("Detta yttrande har beslutats av kommunstyrelsen den 14 april 2031, § 63.").read()
    assert force_of(document, "Detta yttrande") is Force.BACKGROUND


def test_a_case_number_that_the_edge_of_its_cell_breaks_is_read_whole_and_so_is_the_day_above_it() -> None:
    head = ("72 60 Granbacka kommun", "250 60 Tjänsteutlåtande", "420 60 Sida 1 (2)", "250 72 Datum 2031-11-02")
    paper = letter("tjansteutlatande.pdf", *head, "250 84 Diarienummer KS-2031-", "250 96 318", top=180)
    document = paper.heading("Försäljning av ladan", 16).heading("Förslag till beslut").line("Ladan säljs.").read()
    assert document.metadata.case_numbers == ("KS-2031-318",)
    assert document.metadata.date == dt.date(2031, 11, 2)


def test_yttrande_further_down_in_a_paper_of_the_auditors_is_what_they_ask_for() -> None:
    paper = (
        Paper("skrivelse.pdf").line("Revisorerna i Granbacka").heading("Revisionsskrivelse: Granskning av skolskjuts")
    )
    paper.text(SURVEY).heading("Yttrande").line("Vi önskar nämndens yttrande senast den 31 augusti 2031.")
    assert paper.read().metadata.kind is Kind.REVISIONSRAPPORT


def test_a_paper_is_called_what_it_opens_with_though_others_have_a_section_of_that_name() -> None:
    paper = Paper("underlag.pdf").heading("Prövning av barnets bästa", 16).heading("Vilka barn berörs?").text(SURVEY)
    assert paper.read().metadata.title.startswith("Prövning av barnets bästa")


def test_a_head_on_two_lines_above_figures_with_units_is_one_row() -> None:
    paper = Paper("matt.pdf").heading("Mått på gator", 16).text(SURVEY)
    top = paper.top + 10
    rows = (("Gatutyp", "Bredd", "Träd", "Högsta"), ("", "i snitt", "per 100 m", "fart"))
    rows += (("Huvudgata", "16 m", "24 st", "50 km/h"), ("Lokalgata", "9 m", "4 st", "30 km/h"))
    for number, row in enumerate(rows):
        paper.at(
            *(At(LEFT + 110 * column, top + 14 * number, text, size=11) for column, text in enumerate(row) if text)
        )
    found = [one for one in paper.read().passages if one.block is Block.TABLE_ROW]
    assert found[-1].table_header == ("Gatutyp", "Bredd i snitt", "Träd per 100 m", "Högsta fart")
