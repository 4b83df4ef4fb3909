"""Messages and notes in plain text: the form at the head of a mail, what it is about, numbered matters."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.documents import Block, Document, SourceFile
from ingest.letterhead import is_mail_field, subject_of
from ingest.pipeline import read_document
from ingest.settings import IngestSettings
from tests.ingest.papers import SURVEY, file_read, people_of

THREAD = (
    "Från: Stina Ek\nSkickat: den 4 mars 2031 16:12\nTill: Bo Ro; Åsa Lind\nÄmne: SV: Lekplatsen i Norrängen\n\n"
    f"Hej,\n\n{SURVEY}\n\nStina Ek\nparkingenjör, Granbacka kommun\n\n\n"
    "Från: Bo Ro\nSkickat: den 3 mars 2031 07:55\nTill: Stina Ek\nÄmne: Lekplatsen i Norrängen\n\n"
    "Hej Stina!\nNär öppnar lekplatsen igen? Barnen frågar varje dag och grinden har varit låst sedan i höstas.\n"
)
NOTES = (
    "MINNESANTECKNINGAR\nSamråd i Norrängens bystuga, tisdagen den 19 maj 2031 kl. 18.30\n\n"
    "1. Skolvägen\nStina gick igenom förslaget till gångbana. Byalaget vill att den byggs i år.\n"
    "Kommunen svarar senast i augusti.\n\n"
    "2. Badplatsen vid Storsjöns södra strand\nBryggan läggs i före midsommar. Byalaget klipper gräset.\n"
)


def mail(folder: Path) -> Document:
    message = EmailMessage()
    message["From"], message["To"] = "Maj Tegnér <maj@byalaget.example>", "registrator@granbacka.example"
    message["Subject"], message["Date"] = "Arrendet vid badplatsen", "Wed, 04 Mar 2031 19:42:08 +0100"
    message.set_content(f"Hej!\n\n{SURVEY}\n\nHälsningar\nMaj Tegnér\nordförande i byalaget\n")
    path = folder / "brev.eml"
    path.write_bytes(message.as_bytes())
    return read_document(folder, SourceFile(path.name, path.stat().st_size, 0, "0" * 64), IngestSettings())


def test_a_mail_is_called_what_it_is_about_and_tells_its_day_in_swedish(tmp_path: Path) -> None:
    document = mail(tmp_path)
    head, *_ = document.passages
    assert document.metadata.title == "Arrendet vid badplatsen"
    assert str(document.metadata.date) == "2031-03-04"
    assert head.text.split("\n")[2:] == ["Datum: 2031-03-04 19:42", "Ämne: Arrendet vid badplatsen"]
    assert not any(passage.level for passage in document.passages)
    assert ("Maj Tegnér", "undertecknare") in people_of(document)


def test_a_saved_thread_has_a_head_for_each_message_a_line_for_each_field() -> None:
    document = file_read("mejl-2031-03-04.txt", THREAD)
    heads = [passage.text.split("\n") for passage in document.passages if passage.text.startswith("Från:")]
    assert [len(lines) for lines in heads] == [4, 4]
    assert document.metadata.title == "Lekplatsen i Norrängen"
    assert not any(passage.level for passage in document.passages)


@pytest.mark.parametrize("line", ["Ämne: Bad", "Skickat: den 4 mars 2031", "från: Bo Ro"])
def test_fields_of_a_mail(line: str) -> None:
    assert is_mail_field(line)


@pytest.mark.parametrize("line", ["Till sist: badet öppnar.", "Från kommunen: Stina Ek", "Ämnet: kemi", "Till:"])
def test_other_lines_are_no_fields_of_a_mail(line: str) -> None:
    assert not is_mail_field(line)


def test_a_subject_without_a_sender_is_no_mail() -> None:
    assert subject_of("Ämne: Kemi\nTill: klass 9") is None
    assert subject_of("Från: Bo Ro\nÄmne: VB: SV: Badet") == "Badet"


def test_numbered_matters_of_notes_head_the_text_right_below_them() -> None:
    document = file_read("anteckningar.txt", NOTES)
    below = next(passage for passage in document.passages if passage.text.startswith("Bryggan"))
    assert below.block is Block.PARAGRAPH
    assert below.heading_path[-1] == "Badplatsen vid Storsjöns södra strand"
    assert document.metadata.title != "Badplatsen vid Storsjöns södra strand"


def test_points_that_wrap_stay_points() -> None:
    text = "Vi vill:\n\n1. Bygga en brygga vid badplatsen i Norrängen\nså att alla kan bada.\n2. Öppna kiosken\n3. Rusta vägen\n"
    document = file_read("brev.txt", text)
    assert not any(passage.level for passage in document.passages)


def test_the_head_of_a_letter_in_plain_text_stays_whole() -> None:
    head = "Granbacka kommun\nTekniska kontoret\nTjänsteskrivelse\nDatum: 2031-10-14\nDiarienummer: KS 2031/118\n"
    document = file_read("skrivelse.txt", f"{head}Till kommunstyrelsen\n\nNy belysning vid Sjövägen\n\n{SURVEY}\n")
    assert document.passages[0].text.count("Datum: 2031-10-14 Diarienummer: KS 2031/118") == 1
    assert document.metadata.title == "Ny belysning vid Sjövägen"


def test_lines_of_notes_end_where_they_were_ended_and_go_on_where_they_were_wrapped() -> None:
    text = (
        "MINNESANTECKNINGAR\n\nHamnrådet den 3 mars 2032\n\n"
        "1. Maten\nKioskens ägare vill ha öppet längre på kvällen. Hamnchefen lovar\n"
        "att ta upp frågan med nämnden före sista mars.\n\n"
        "2. Program\n- Regatta den 18 maj\n- Städdag den 2 april\n\n"
        "2031\nBryggan byttes i oktober.\n2030\nKranen lades om och målades.\n\n"
        "Gästplats          350 kr per natt\nDusch               15 kr\n"
    )
    passages = file_read("anteckningar.txt", text).passages
    told = {one.text: one.heading_path[-1] for one in passages if one.heading_path}
    wish = (
        "Kioskens ägare vill ha öppet längre på kvällen. "
        "Hamnchefen lovar att ta upp frågan med nämnden före sista mars."
    )
    assert told[wish] == "Maten"
    assert (told["- Regatta den 18 maj"], told["- Städdag den 2 april"]) == ("Program", "Program")
    assert (told["Bryggan byttes i oktober."], told["Kranen lades om och målades."]) == ("2031", "2030")
    assert {"Gästplats 350 kr per natt", "Dusch 15 kr"} <= told.keys()
