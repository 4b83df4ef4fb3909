"""A question says by its form what kind of answer it wants."""

import pytest

from assistant.offices import asks_for_office
from assistant.question import Asked, parts, understand
from assistant.values import ValueKind

WANTED = [
    ("Vad beslutade nämnden om cykelbanan?", {Asked.DECISION}),
    ("Godkände styrelsen avtalet?", {Asked.DECISION, Asked.YES_NO}),
    ("Hur gick det för motionen om badet, avslogs den?", {Asked.DECISION, Asked.YES_NO}),
    ("Enligt taxan, vad kostar bryggan?", {Asked.NUMBER}),
    ("Vad beslutade nämnden med anledning av motionen om badet?", {Asked.DECISION}),
    ("Av vilken anledning stängdes badet?", {Asked.WHY}),
    ("Vad la nämnden till när de tog planen?", {Asked.DECISION}),
    ("Till när gäller avtalet?", {Asked.DATE}),
    ("Vad krävde nämnden av hamnbolaget?", {Asked.DECISION}),
    ("Fick hamnbolaget bygga ut kajen?", {Asked.DECISION, Asked.YES_NO}),
    ("Fick fler elever godkänt i år?", {Asked.YES_NO}),
    ("Vad kräver revisorerna att nämnden gör?", {Asked.LIST}),
    ("Vad anser revisorerna om att bron är stängd?", {Asked.FACT}),
    ("Vilket pris fick badet av alla förslag?", {Asked.NUMBER}),
    ("Vad står i planen om badet? Ta med alla tre punkterna.", {Asked.LIST}),
    ("Vad föreslår förvaltningen om badhuset?", {Asked.PROPOSAL}),
    ("Vilka skolor ska renoveras?", {Asked.LIST}),
    ("Vilka lade motionen om bryggan?", {Asked.PERSON}),
    ("Vem motionerade om bryggan?", {Asked.PERSON}),
    ("Vems motion var det om bryggan?", {Asked.PERSON}),
    ("Vilka beslutade att lägga ned initiativet?", {Asked.LIST, Asked.DECISION}),
    ("Hur många beslut togs på delegation i maj?", {Asked.NUMBER}),
    ("Vad är KS 2031/14 för ärende?", {Asked.SUMMARY}),
    ("Vilket ärende har diarienummer KS 2031/14?", {Asked.SUMMARY}),
    ("Vilken paragraf har KS 2031/14?", {Asked.IDENTIFIER}),
    ("vad är bn 2031/14", {Asked.SUMMARY}),
    ("När beslutades KS 2031/14?", {Asked.DATE, Asked.DECISION}),
    ("telefonnummer till hamnen?", {Asked.IDENTIFIER}),
    ("Vilken instans kan riva upp beslutet om bryggan?", {Asked.FACT}),
    ("Vilken nämnd beslutade om bryggan?", {Asked.DECISION}),
    ("Vad är orgnr på båtklubben?", {Asked.IDENTIFIER}),
    ("Vad är org.numret på båtklubben?", {Asked.IDENTIFIER}),
    ("Hur många platser har förskolan?", {Asked.NUMBER}),
    ("Vad kostar den nya bron?", {Asked.NUMBER}),
    ("Vad slutade notan på per båtplats?", {Asked.NUMBER}),
    ("Hur kom det sig att bron blev stängd så länge?", {Asked.WHY}),
    ("Vad berodde förseningen av bron på?", {Asked.WHY}),
    ("Vad landade hamnens resultat på 2031, i miljoner?", {Asked.NUMBER}),
    ("Vad ska båtavgiften bli efter höjningen?", {Asked.NUMBER}),
    ("Vad blev slutnotan för bryggan?", {Asked.NUMBER}),
    ("Slutnotan för bryggan i Lillån?", {Asked.NUMBER}),
    ("Gäst från Norrvik vill ha en plats vid bryggan. Årsavgift?", {Asked.NUMBER}),
    ("stuga i lillån i maj, 20 kvm, per dygn?", {Asked.NUMBER}),
    ("En förening vill låna stora salen en kväll, vad tar vi?", {Asked.NUMBER}),
    ("Vad får en förening betala för stora salen?", {Asked.NUMBER}),
    ("Vad gick sandningen på i vintras?", {Asked.NUMBER}),
    ("Vilken investeringsram har badhuset?", {Asked.NUMBER}),
    ("Vad får tekniska nämnden röra sig med nästa år?", {Asked.NUMBER}),
    ("Vad blir det för vite om bryggan blir sen?", {Asked.NUMBER}),
    ("Vad tror man att bryggan landar på totalt?", {Asked.NUMBER}),
    ("Vad landade bryggans kostnad på i senaste rapporten?", {Asked.NUMBER}),
    ("Vad gick den nya båten på i slutändan?", {Asked.NUMBER}),
    ("Vad gick resorna till Ekön på i somras?", {Asked.NUMBER}),
    ("I vilken turordning delas platserna ut?", {Asked.LIST}),
    ("Vad går projektet med bryggan ut på?", {Asked.SUMMARY}),
    ("Vad får hyran för en båtplats ligga på?", {Asked.NUMBER}),
    ("Vad får man per månad i resetillägg?", {Asked.NUMBER}),
    ("Vad får bryggan gå på enligt nämnden?", {Asked.NUMBER}),
    ("Vad ska projektet gå ut på?", {Asked.FACT}),
    ("Vad blir det per kvadratmeter att hyra kajen?", {Asked.NUMBER}),
    ("Vad fick kommunen in på tomten vid hamnen?", {Asked.NUMBER}),
    ("Vad ville nämnden lägga på förstudien?", {Asked.NUMBER}),
    ("Vad vill nämnden lägga till i taxan?", {Asked.FACT}),
    ("Hur dyrt blir det att sköta bryggan?", {Asked.NUMBER}),
    ("Hur djupt är det vid kajen?", {Asked.NUMBER}),
    ("Lägsta avgift för en båtplats 2031?", {Asked.NUMBER}),
    ("Avgift för båtplats: vem beslutar den?", {Asked.PERSON}),
    ("Vad är taket för kommunens andel av bryggan?", {Asked.NUMBER}),
    ("Vad blev utfallet i omröstningen?", {Asked.DECISION}),
    ("Hur många skrev på föreningens lista?", {Asked.NUMBER}),
    ("Lista bryggorna", {Asked.LIST}),
    ("Hur mycket höjs taxan jämfört med 2031?", {Asked.NUMBER}),
    ("Hur skiljer sig taxan jämfört med 2031?", {Asked.COMPARISON}),
    ("Vilken bolagsränta räknades fram för hamnbolaget?", {Asked.NUMBER}),
    ("Vad ska avgiften användas till?", {Asked.FACT}),
    ("När ska bron vara klar?", {Asked.DATE}),
    ("Hur länge gäller avtalet?", {Asked.DATE}),
    ("Vem är handläggare?", {Asked.PERSON}),
    ("Vilken konsult skrev rapporten?", {Asked.PERSON}),
    ("Vilka lämnade in förslaget om bryggan?", {Asked.PERSON}),
    ("Vilka skrev under avtalet om bryggan?", {Asked.PERSON}),
    ("Vad får båtklubben i fast ersättning om året?", {Asked.NUMBER}),
    ("Sista dag att svara på remissen?", {Asked.DATE}),
    ("Diarienummer för motionen om bron?", {Asked.IDENTIFIER}),
    ("Vem får fatta beslut om bryggan när ordföranden är sjuk?", {Asked.PERSON}),
    ("Vem fick igenom att bryggan byggs?", {Asked.PERSON}),
    ("Och varför det, i fråga om kostnaden för bryggan som nämnden beslutade?", {Asked.WHY}),
    ("Vad har svaret på den långa skrivelsen om bron för dnr?", {Asked.IDENTIFIER}),
    ("Fick motionen om bron stöd av nämnden?", {Asked.DECISION, Asked.YES_NO}),
    ("Vem ska utföra arbetet enligt det nya förslaget?", {Asked.PERSON}),
    ("Vem föreslog att bron byggs?", {Asked.PERSON}),
    ("va kostar bron", {Asked.NUMBER}),
    ("hur mkt va notan", {Asked.NUMBER}),
    ("Med hur många platser växer hamnen?", {Asked.NUMBER}),
    ("nar blir bron klar", {Asked.DATE}),
    ("Vad tycker förvaltningen att vi ska göra med motionen?", {Asked.PROPOSAL}),
    ("Hur anser nämnden att man bör besvara motionen?", {Asked.PROPOSAL}),
    ("Vad vill nämnden att bolaget ska bygga?", {Asked.PROPOSAL}),
    ("varfrö stängdes badplatsen", {Asked.WHY}),
    ("hur måna båtar finns det", {Asked.NUMBER}),
    ("Ansökan kom efter tidsfristen, vem skriver under avvisningen?", {Asked.PERSON}),
    ("Vilka öppettider har badet?", {Asked.DATE}),
    ("Vad tar Ekvik i avgift för två produkter?", {Asked.NUMBER}),
    ("Vilka ledamöter reserverade sig?", {Asked.PERSON}),
    ("Vilket diarienummer har motionen?", {Asked.IDENTIFIER}),
    ("Varför stängdes badplatsen?", {Asked.WHY}),
    ("Vad handlar ärende KS 2024/12 om?", {Asked.SUMMARY}),
    ("Vad gäller KS 2024/12?", {Asked.SUMMARY}),
    ("Berätta om ärendet med badhuset", {Asked.SUMMARY}),
    ("Vilket förslag till beslut lämnas om badhuset?", {Asked.PROPOSAL}),
    ("Vem ska berätta om badhusets ombyggnad på mötet?", {Asked.PERSON}),
    ("Vad gäller BUN-2024-117?", {Asked.SUMMARY}),
    ("Vad gäller 2024 års budget?", {Asked.FACT}),
    ("Vad hände sedan med motionen?", {Asked.CHAIN}),
    ("Hur gick det för kulturnämnden ekonomiskt i maj?", {Asked.FACT}),
    ("Kan man överklaga beslutet om skolskjuts?", {Asked.YES_NO}),
    ("Är motionen om badet bifallen eller avslagen?", {Asked.DECISION, Asked.YES_NO}),
    ("Vilka uppdrag är inte återrapporterade?", {Asked.ASSIGNMENTS, Asked.LIST}),
    ("Vad är skillnaden mellan förslaget och beslutet?", {Asked.COMPARISON, Asked.PROPOSAL, Asked.DECISION}),
    ("Fönster och dörrar på Lindskolan", {Asked.FACT}),
    ("Hur följs antalet sena utredningar upp?", {Asked.FACT}),
    ("Vad betalar kommunen per dygn för en plats på Ekvik?", {Asked.NUMBER}),
    ("Vilket värde fick man vid mätningen?", {Asked.NUMBER}),
    ("Vad tros den nya tekniken gå på 2031?", {Asked.NUMBER}),
    ("fr o m när gäller taxan", {Asked.DATE}),
    ("Vilka åldrar får fritidskortet?", {Asked.NUMBER}),
    ("Upp till vilken ålder är badet gratis?", {Asked.NUMBER}),
    ("Vad tar Ekvik betalt för två produkter?", {Asked.NUMBER}),
    ("Vad var mediantiden för bygglov 2031?", {Asked.NUMBER}),
    ("Vilket underskott hade nämnden?", {Asked.NUMBER}),
    ("Vad är lärartätheten på Ekvik?", {Asked.NUMBER}),
    ("Hur snabbt ska en anmälan besvaras?", {Asked.DATE}),
    ("Hur fort ska en anmälan besvaras?", {Asked.DATE}),
    ("Hur fort får man köra på bron?", {Asked.NUMBER}),
    ("Hur sent på året läggs bryggan upp?", {Asked.DATE}),
    ("Vad heter ärendenumret för anmälan?", {Asked.IDENTIFIER}),
    ("På vilken nivå fattas beslut om badförbud?", {Asked.PERSON}),
    ("Vad får bryggföreningen i fast ersättning om året?", {Asked.NUMBER}),
    ("Vad är det mesta en förening kan få?", {Asked.NUMBER}),
    ("Vilken säkerhet per brygga ska bolaget ställa?", {Asked.NUMBER}),
    ("Hur fort ska en anmälan besvaras?", {Asked.DATE}),
    ("hur offta besiktas bron", {Asked.DATE}),
    ("nr ska bron va klar", {Asked.DATE}),
    ("Hur många fler båtar blev det jämfört med i fjol?", {Asked.NUMBER}),
    ("Blir det hamnvärdar?", {Asked.DECISION, Asked.YES_NO}),
    ("blev det några hamnvärdar?", {Asked.DECISION, Asked.YES_NO}),
    ("Blir det dyrt i vinter?", {Asked.YES_NO}),
    ("Vad tog Ekvik i avgift när vi jämförde taxorna?", {Asked.NUMBER}),
    ("Vad är skillnaden i antal båtar?", {Asked.COMPARISON, Asked.NUMBER}),
    ("Hur hög blir hamnavgiften jämfört med i fjol?", {Asked.COMPARISON, Asked.NUMBER}),
    ("Vilka lämnade in förslaget om bryggan?", {Asked.PERSON}),
    ("Vilka står bakom skrivelsen om bryggan?", {Asked.PERSON}),
    ("Vad gjorde nämnden med skrivelsen om bryggan?", {Asked.DECISION}),
]


@pytest.mark.parametrize(("text", "asked"), WANTED, ids=[text for text, _ in WANTED])
def test_what_is_asked_for(text: str, asked: set[Asked]) -> None:
    assert understand(text).asked == asked


def test_a_subordinate_when_asks_for_no_date() -> None:
    assert not understand("Vem var ordförande när nämnden möttes?").wants(Asked.DATE)


@pytest.mark.parametrize("text", ["Hur många får plats?", "Hur många väntas komma?"])
def test_what_is_counted_is_no_preposition_and_no_verb(text: str) -> None:
    assert understand(text).unit is None


def test_the_number_of_items_is_read_and_is_no_named_value() -> None:
    understanding = understand("Vilka tre skolor ska renoveras?")
    assert understanding.items == 3
    assert understanding.named == ()


def test_named_values_are_read() -> None:
    named = understand("Vad sade Anna Ekdal (C) om KS 2024/12 i § 14 den 3 maj 2024?").named
    assert {value.kind for value in named} == {
        ValueKind.NAME,
        ValueKind.PARTY,
        ValueKind.CASE_NUMBER,
        ValueKind.SECTION,
        ValueKind.DATE,
    }


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Vad händer med köket efter nämndens beslut i § 7?", {Asked.DECISION}),
        ("Vad hände med köket sedan?", {Asked.CHAIN}),
        ("Hur gick det för badhuset?", {Asked.DECISION}),
        ("Hur har det gått med badhuset?", {Asked.CHAIN}),
        ("Hur stor blev ramen när fullmäktige sagt sitt?", {Asked.NUMBER, Asked.DECISION}),
        ("Vad klubbade nämnden?", {Asked.DECISION}),
        ("Badavgiften för barn, vad var den?", {Asked.NUMBER}),
    ],
)
def test_the_outcome_is_told_from_the_chain(text: str, asked: set[Asked]) -> None:
    assert understand(text).asked == asked


@pytest.mark.parametrize("text", ["Vem byggde bron på 90-talet?", "Vem byggde bron under 1890-talet?"])
def test_a_decade_is_no_number(text: str) -> None:
    assert understand(text).named == ()
    assert understand(text).terms == understand("Vem byggde bron?").terms


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Hur många platser finns?", "plats"),
        ("Hur många fler platser finns?", "plats"),
        ("Vad kostar bron?", "kr"),
        ("Hur stor andel röstade?", "procent"),
        ("Hur dyrt är det?", "kr"),
        ("Hur stor del är eldrivna båtar?", "procent"),
        ("Hur stor del av bryggan betalar kommunen, i pengar?", "kr"),
        ("Vem talade?", None),
    ],
)
def test_the_unit_of_a_number(text: str, unit: str | None) -> None:
    assert understand(text).unit == unit


def test_two_questions_in_one_are_told_apart() -> None:
    assert parts("Vad beslutade nämnden om bron, och när ska den vara klar?") == (
        "Vad beslutade nämnden om bron",
        "när ska den vara klar?",
    )
    assert parts("Vad beslutade nämnden om bron och vägen?") == ("Vad beslutade nämnden om bron och vägen?",)


@pytest.mark.parametrize("text", ["?", "§", "1", "vad", "😀", 'AND OR "*"', "x" * 3000, "vad " * 800])
def test_odd_questions_are_understood_without_error(text: str) -> None:
    understand(text)
    parts(text)


@pytest.mark.parametrize(
    "text", ["Vilken sjukfrånvaro hade hamnen 2031?", "Vad blir prislappen för bryggan?", "Hur mycket ökar kostnaden om räntan går upp en procentenhet?"]
)  # fmt: skip
def test_absence_a_price_and_an_effect_are_numbers_and_no_shares(text: str) -> None:
    understanding = understand(text)
    assert Asked.NUMBER in understanding.asked
    assert understanding.unit != "procent"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Vem får söka bidrag till bryggan?", False),
        ("Vem kan delta i simskolan?", False),
        ("Vem får besluta om bidrag?", True),
        ("Vem ska bli ordförande?", True),
    ],
)
def test_who_is_entitled_is_told_by_a_group_and_not_by_a_name(question: str, *, name: bool) -> None:
    assert understand(question).wants(Asked.PERSON) is name
    assert asks_for_office(question) is question.startswith("Vem får besluta")


def test_a_condition_on_which_somebody_may_act_is_no_day() -> None:
    assert Asked.DATE not in understand("När får kommunen häva avtalet med föreningen?").asked
    assert Asked.DATE in understand("När får vi tillträde till lokalen?").asked


def test_all_the_cases_in_which_something_is_done_are_a_list_and_no_day() -> None:
    for question in ("När måste föreningen söka tillstånd? Ge mig alla fallen", "I vilka fall måste vi samråda?"):
        understanding = understand(question)
        assert understanding.wants(Asked.LIST)
        assert not understanding.wants(Asked.DATE)
