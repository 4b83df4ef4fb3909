"""Which words of a text may be forms of a word of the question is known without a look at each."""

from assistant.matching import Held, match
from index.swedish import stem, words

TEXT = """
Björkviks kommun säger upp avtalet med Granåns Städ AB. Uppsägningen återrapporteras till kommunstyrelsen, tf
förvaltningschef Ada Lind och ordf i nämnden. Vuxna simmare betalar 80 kronor; vuxen- och barnbiljetter säljs i
simhallens kassa. Årsavgiften för båtplatser återbetalas procentuellt. Å är en å. 7 av 12 ledamöter röstade ja.
"""
ASKED = """
säga avtal städning kommunstyrelse förvaltningschef tillförordnad ordförande vuxen vuxna simhall biljett båtplats avgift
återraportera rapportering procent å 7 ledamot röster återbetalning uppsägning kommun enkel
"""


def test_words_that_share_no_letters_are_no_forms() -> None:
    held = Held(words(TEXT))
    for word in words(ASKED):
        near = set(held.near(stem(word)))
        forms = {one for one in held.words if match(stem(word), one)}
        assert forms <= near, word
    assert len(held.near(stem("återraportera"))) < len(held.words) / 4


def test_a_text_without_words_holds_no_forms() -> None:
    assert Held(()).near("avgift") == []
