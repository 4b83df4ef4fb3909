"""The event whose day is asked for is read off the verb."""

import pytest

from assistant.events import asked_event


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("När börjar de nya hamnavgifterna gälla?", "begin"),
        ("Från vilket datum gäller hamnordningen?", "begin"),
        ("Till vilket datum gäller hamnordningen?", "end"),
        ("När går bryggavtalet ut?", "end"),
        ("Vilket år ska hamnplanen följas upp?", "follow"),
        ("När ska beslutet om hamnplanen redovisas?", "report"),
        ("När ska ansökan om båtplats lämnas in?", "submit"),
        ("Vilken dag beslutade nämnden om avgifterna som gäller 2024?", "decide"),
        ("När är nästa besiktning av kranen?", "examine"),
        ("När ska detaljplanen för hamnen vinna laga kraft?", "force"),
        ("Den ska vara klar när?", "ready"),
        ("När ska avgifterna för kaj, kran och bom ses över?", "revise"),
        ("När går ansökningstiden ut för båtplats?", "submit"),
        ("När går svarstiden ut?", "reply"),
        ("Hur länge gäller hamnordningen?", ""),
        ("När badade kommunalrådet?", ""),
        ("När byts ledningen?", "replace"),
        ("Från vilket datum tar föreningen över hamnen?", "take"),
        ("Vad kostar en båtplats?", ""),
    ],
)
def test_the_event_that_is_asked_for_is_read_off_the_verb(question: str, event: str) -> None:
    assert asked_event(question) == event
