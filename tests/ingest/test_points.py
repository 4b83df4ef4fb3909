"""Points of a decision that stand below "beslutar att" without an "att" or a number of their own."""

from ingest.documents import Block, Force
from tests.ingest.papers import file_read

POINTS = (
    "bevilja bygglov för en friggebod,",
    "avslå ansökan om bygglov för ett plank,",
    "godta Ove Lund som kontrollansvarig. Han är certifierad.",
)
MINUTES = (
    "Granbacka kommun\nByggnadsnämnden\nSammanträdesprotokoll\n2031-04-09\n\n"
    "§ 12 Bygglov på Kullen 2\n\n{heading}Byggnadsnämnden beslutar att\n\n{points}\n\n"
    "Avgiften är 4 000 kronor.\n\nBakgrund\n\nAnsökan kom in i mars.\n"
)


def test_each_point_below_att_is_a_clause_of_the_decision() -> None:
    for heading in ("Beslut\n\n", ""):
        text = MINUTES.format(heading=heading, points="\n\n".join(POINTS))
        found = file_read("protokoll.txt", text).passages
        clauses = [one for one in found if one.block is Block.ATT_SATS]
        assert [(one.text, one.force) for one in clauses] == [(point, Force.DECISION) for point in POINTS]


def test_what_follows_the_points_or_a_lead_in_of_another_kind_is_running_text() -> None:
    text = "Rapport\n\nVi såg följande och menar att\n\nskolan ligger nära ån, och att den är trång.\n"
    assert not [one for one in file_read("rapport.txt", text).passages if one.block is Block.ATT_SATS]
