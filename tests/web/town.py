"""Write the few documents of an invented town that the browser tests ask about."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

MINUTES = (
    (
        "Källtorps kommun",
        "Brunnsnämnden",
        "",
        "SAMMANTRÄDESPROTOKOLL",
        "Sammanträdesdatum 2026-03-02",
        "",
        "§ 12 Ny brunn på torget",
        "Dnr BN 2026/17",
        "",
        "Beslut",
        "Brunnsnämnden beslutar att bygga en ny brunn på torget för 450 000 kronor.",
        "",
        "Brunnsnämnden beslutar att ge förvaltningen i uppdrag att återkomma",
        "med en tidplan senast i maj 2026.",
        "",
        "Sammanfattning av ärendet",
        "Den gamla brunnen på torget har läckt sedan 2019. Förvaltningen har tagit",
        "fram ett förslag till en ny brunn med dricksvatten och sittplatser.",
    ),
    (
        "Källtorps kommun",
        "Brunnsnämnden",
        "",
        "Reservation",
        "Lena Almgren (X) reserverar sig mot beslutet eftersom priset är $450 <b>för</b> *högt*.",
        "",
        "§ 13 Skötsel av pumpar",
        "Dnr BN 2026/21",
        "",
        "Beslut",
        "Brunnsnämnden beslutar att pumparna i hamnen ska ses över varje år.",
    ),
)
LETTER = """Källtorps kommun
Tjänsteskrivelse
Datum: 2026-02-10
Diarienummer: BN 2026/17
Handläggare: Maja Lindqvist

Ny brunn på torget

Förslag till beslut

Brunnsnämnden föreslås besluta att bygga en ny brunn på torget för 500 000 kronor.

Bakgrund

Den gamla brunnen är från 1958. En ny brunn ger dricksvatten till alla som besöker torget.
<script>document.title = 'hostile'</script> ![bild](http://example.invalid/x.png) $x^2$
"""
LATER = """Källtorps kommun
Tjänsteskrivelse
Datum: 2026-05-20
Diarienummer: BN 2026/33
Handläggare: Maja Lindqvist

Fontän i stadsparken

Förslag till beslut

Brunnsnämnden föreslås besluta att en fontän med nio strålar anläggs i stadsparken.
"""


def write_town(folder: Path) -> None:
    """Write the documents."""
    folder.mkdir(parents=True, exist_ok=True)
    sheet = canvas.Canvas(str(folder / "protokoll 2026-03-02.pdf"), pagesize=A4)
    for page in MINUTES:
        top = A4[1] - 70
        for line in page:
            sheet.setFont("Helvetica-Bold" if line.startswith(("§", "Beslut", "Reserv")) else "Helvetica", 11)
            sheet.drawString(70, top, line)
            top -= 20
        sheet.showPage()
    sheet.save()
    (folder / "tjänsteskrivelse brunn.txt").write_text(LETTER, encoding="utf-8")


def write_later(folder: Path) -> None:
    """Write one more document, after the index was built."""
    (folder / "fontän.txt").write_text(LATER, encoding="utf-8")
