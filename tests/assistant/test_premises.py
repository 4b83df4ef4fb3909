"""A question that takes something false for granted is refused with the reason; a true one is let through."""

import datetime as dt

import pytest

from assistant import texts
from assistant.ground import Ground
from assistant.premises import of_other_things, unmet, unspoken_of
from assistant.question import Understanding, understand
from assistant.verify import Evidence, Place
from index.hits import Hit
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage


def document(
    kind: Kind = Kind.PROTOKOLL, board: str = "Tekniska nämnden", title: str = "Protokoll"
) -> DocumentMetadata:
    """Return an invented document of 8 April 2025."""
    return DocumentMetadata(
        id="a" * 16,
        source="tekniska/protokoll.pdf",
        title=title,
        kind=kind,
        content_hash="",
        municipality="Västerdals kommun",
        board=board,
        date=dt.date(2025, 4, 8),
        meeting_date=dt.date(2025, 4, 8),
        case_numbers=("TN 2025/14",),
    )


def ground(
    *told: tuple[Force, str],
    kind: Kind = Kind.PROTOKOLL,
    board: str = "Tekniska nämnden",
    title: str = "Protokoll",
    hits: tuple[Hit, ...] = (),
    heading: str = "",
    block: Block = Block.PARAGRAPH,
) -> Ground:
    """Return the ground of an answer that cites the first of some passages of § 22."""
    passages = [
        Passage(number, text, 0, len(text), 1, block, force, (heading,) * bool(heading), "§ 22")
        for number, (force, text) in enumerate(told)
    ]
    cited = Evidence(document(kind, board, title), passages[0])
    return Ground([Place(cited, 0, len(passages[0].text))], hits, lambda _: passages)


ORDERED = (Force.DECISION, "Förvaltningen får i uppdrag att ta fram en ny broplan.")
PLANNED = (Force.BACKGROUND, "Broplanen tar upp belysning och räcken.")
STOPPED = (Force.BACKGROUND, "Bygget stoppades när räcket lossnade.")
PAID = (Force.BACKGROUND, "Arvodet till Brobyrån var 90 000 kronor.")
RUNNING = (Force.BACKGROUND, "Bron väntas kosta 40 000 kronor att driva.")
RATE = (Force.BACKGROUND, "Påslaget är 0,5 procentenheter.")
LATER = (Force.BACKGROUND, "Under 2023 passerade 400 cyklister om dagen.")
SCHOOL_YEAR = (Force.BACKGROUND, "Läsåret 2023/2024 går 146 elever i skolan.")
COUNTED = (Force.BACKGROUND, "Under 2023 passerade 400 cyklister om dagen, det lägsta antalet sedan 2019.")
SET_ASIDE = (Force.DECISION, "Till bron avsätts 300 000 kronor av ramen för 2026.")
UP_TO = (Force.BACKGROUND, "Till och med maj 2023 passerade 400 cyklister om dagen.")
FORECAST = (Force.BACKGROUND, "Prognosen för hamnen är 300 000 kronor.")
PERIOD = (Force.BACKGROUND, "Under 2023 gällde planen för 2021-2026.")
SENT = (Force.DECISION, "Motionen om gångbron remitteras till tekniska nämnden.")
BRIDGE = (Force.DECISION, "Tekniska nämnden beslutar att bygga en ny gångbro över Lillån.")
DELEGATED = (Force.BACKGROUND, "4.1 Stänga bron tillfälligt Enhetschef")
PROPOSAL = (Force.PROPOSAL, "Förvaltningen föreslår att nämnden bygger en ny gångbro över Lillån.")
RESERVED = (Force.RESERVATION, "Karin Ekvall (S) reserverar sig mot beslutet.")
APPEAL = (Force.BACKGROUND, "Kommunstyrelsen beslutade att bygga en gångbro över Lillån.")
ILL = (Force.BACKGROUND, "Till följd av sjukdom har bron behövt fler vikarier.")
COMMITTEE = (Force.BACKGROUND, "Förvaltningen vill pröva en ny räddningsboj vid bron.")

FALSE = [
    ("Vad står i § 99 i protokollet?", ground(BRIDGE), texts.missing_section("§ 99")),
    ("Vad beslutade tekniska nämnden om bron den 3 mars 2024?", ground(BRIDGE), texts.unknown_day("3 mars 2024")),
    ("Vad beslutade kommunfullmäktige om bron?", ground(BRIDGE), texts.no_decision_by("kommunfullmäktige")),
    ("När beslutade regionen att bygga en ny gångbro?", ground(BRIDGE), texts.no_decision_by("regionen")),
    ("Vad beslutade nämnden om bron?", ground(PROPOSAL), texts.PROPOSAL_NO_DECISION),
    ("Vad har kommunstyrelsen beslutat om bron?", ground(APPEAL, kind=Kind.MOTION), texts.PROPOSAL_NO_DECISION),
    ("När beslutade nämnden att riva det gamla badhuset?", ground(BRIDGE), texts.NO_SUCH_DECISION),
    ("Varför reserverade sig Moderaterna?", ground(BRIDGE, RESERVED), None),
    ("Varför avbröts bygget av gångbron?", ground(BRIDGE), texts.premise_unknown("avbröts")),
    ("Vad fick Brobyrån betalt för bron?", ground(RATE), texts.TOO_FAR),
    ("Hur långt i förväg sägs broavtalet upp?", ground(RUNNING), texts.TOO_FAR),
    ("Vad kostar gångbron att driva, i drift?", ground(BRIDGE), texts.TOO_FAR),
    ("Vad innehöll broplanen?", ground(ORDERED), texts.not_named(("broplanen",))),
    ("Varför avslog nämnden gångbron?", ground(BRIDGE), None),
    ("Vilka skäl hade nämnden för att säga nej till gångbron?", ground(BRIDGE), None),
    ("Varför avslog nämnden motionen om gångbron?", ground(SENT), None),
    ("Hur många cyklade 2022?", ground(LATER), texts.unknown_day("2022")),
    ("Hur många elever går i skolan 2035?", ground(SCHOOL_YEAR), texts.unknown_day("2035")),
    ("Vilket påslag gäller 2028?", ground(RATE, title="Påslag 2027"), texts.unknown_day("2028")),
    ("Varför sade tekniska nämnden nej till gångbron?", ground(BRIDGE), None),
    ("Varför drog nämnden tillbaka beslutet om bron?", ground(BRIDGE), None),
    ("Vem rev upp beslutet om bron?", ground(BRIDGE), texts.premise_unknown("rev upp")),
    ("Vad beslutade Norrbro kommun om bron?", ground(BRIDGE), texts.other_municipality("Norrbro")),
]
LOOKED_INTO = (Force.BACKGROUND, "Kommunjuristen prövar kravet från Brobyrån och svar väntas i höst.")
VACANT = (Force.BACKGROUND, "Bygget av gångbron blev dyrare till följd av vakanser.")
SAID = (Force.BACKGROUND, "Brobyrån anser att räcket är för lågt.")
FALSE += [
    ("Vad kom kommunjuristen fram till om kravet från Brobyrån?", ground(LOOKED_INTO), texts.NO_RESULT_YET),
    ("Blev kravet från Brobyrån godkänt?", ground(LOOKED_INTO), texts.NO_RESULT_YET),
    ("Varför har gångbron vakanser?", ground(VACANT), texts.no_value_of_kind("inget skäl till ”vakanser”")),
    ("Vad tyckte Brobyrån om snöröjningen?", ground(SAID), texts.not_named(("snöröjningen",))),
]
CLOSED = (Force.DECISION, "Tekniska nämnden beslutar att stänga gångbron.")
HALL = (Force.DECISION, "Tekniska nämnden beslutar att bygga en ny hall vid skolan i Norrdal.")
CLOSING = (Force.BACKGROUND, "En annan skola lades ned 2019.")
FALSE.append(("Varför beslutade nämnden att lägga ned skolan i Norrdal?", ground(HALL, CLOSING), None))
ROW = (Force.BACKGROUND, "E4 Stänga av en förening från bidrag Nämnden")
FALSE += [
    ("Hur många elever gick i skolan läsåret 2021/2022?", ground(SCHOOL_YEAR), texts.unknown_day("2021/2022")),
    ("Hur många cyklade 2019?", ground(COUNTED), texts.unknown_day("2019")),
    ("Hur många cyklade till och med augusti?", ground(UP_TO), texts.unknown_day("till och med augusti")),
    ("Hur många cyklade hela 2023?", ground(UP_TO), texts.unknown_day("hela 2023")),
    ("Hur stort var utfallet för hamnen?", ground(FORECAST), texts.not_named(("utfallet",))),
]
FALSE.append(("Vem får besluta om att stänga av någon från badhuset?", ground(ROW), texts.not_named(("badhuset",))))
ANSWERED = (Force.DECISION, "Efter omröstning med fler nej-röster beslutas att motionen om gångbron anses besvarad.")
RESULT = (Force.OPINION, "Bolaget visar ett överskott på 7 mnkr för 2017.")
FALSE.append(("Varför avslogs motionen om gångbron?", ground(ANSWERED), None))
FALSE.append(("Hur stor var sjukfrånvaron 2017?", ground(RESULT), texts.not_named(("sjukfrånvaron",))))
OBJECTION = (Force.OPINION, "Grannarna har många synpunkter på gångbron.")
FALSE.append(("Vilka synpunkter hade Banverket på gångbron?", ground(OBJECTION), texts.no_words_of("Banverket")))
PASSED = (Force.DECISION, "Planförslaget för gångbron antas.")
PREPARED = (Force.DECISION, "Initiativet om gångbron skickas vidare till kontoret.")
DISSENT = (Force.BACKGROUND, "Gångbrons läge bör prövas mer först. Vi yrkar avslag på planen.")
REFUSED_BY_VOTE = (Force.DECISION, "Motionen om gångbron avslås.")
BOUGHT = (Force.DECISION, "Rapporten om trädet vid gångbron godkänns.")
FELLED = (Force.BACKGROUND, "Trädet fälldes eftersom roten var murken.")
STOPPED = (Force.BACKGROUND, "Bygget av gångbron stoppades när pålarna gav efter.")
POSTPONED_BRIDGE = (Force.DECISION, "Tekniska nämnden beslutar att bordlägga ärendet om gångbron.")
VOTES_AGAINST = "\n".join(
    (
        "Varför röstade kommunfullmäktige ner planen för gångbron i april 2025?",
        "Varför röstade tekniska nämnden emot gångbron?",
        "Varför gick nämnden emot planen för gångbron?",
        "Varför stoppade nämnden planen för gångbron?",
        "Varför fällde fullmäktige planen för gångbron?",
        "Varför underkände fullmäktige planen för gångbron?",
        "Varför fick planen för gångbron avslag?",
        "Varför sköt tekniska nämnden upp beslutet om gångbron?",
        "Varför senarelades beslutet om gångbron?",
    )
).splitlines()
for _question in VOTES_AGAINST:
    FALSE.append((_question, ground(PASSED, DISSENT), None))
    FALSE.append((_question.replace("gångbron", "bron"), ground(DISSENT, PASSED), None))
    FALSE.append((_question.replace("planen", "initiativet"), ground(PREPARED, DISSENT), None))
FALSE.append(("Varför klubbade fullmäktige igenom motionen om gångbron?", ground(REFUSED_BY_VOTE), None))
FALSE.append(("Varför gav nämnden klartecken till motionen om gångbron?", ground(REFUSED_BY_VOTE), None))
ELSEWHERE = Hit(
    "b" * 16,
    document(),
    (Passage(0, "Uppskov gavs till hösten.", 0, 25, 1, Block.PARAGRAPH, Force.BACKGROUND),),
    "Uppskov gavs till hösten.",
    1.0,
)
FALSE.append(("Varför sköt nämnden upp beslutet om gångbrons räcken?", ground(DISSENT, hits=(ELSEWHERE,)), None))
WISH = (Force.YRKANDE, "Karin Ekvall (S) yrkar att avgiften för fyra båtar sätts till 500 kronor.")
NOTE = (Force.OPINION, "Karin Ekvall (S) lämnar följande protokollsanteckning: Gångbrons läge bör prövas mer.")
NORTH = (Force.DECISION, "Planförslaget antas.")
SOUTH = (Force.RESERVATION, "Karin Ekvall (S) reserverar sig: bron borde ha byggts vid Sjövik.")
ANNULLED = (Force.BACKGROUND, "Länsstyrelsen upphävde nämndens beslut om gångbron.")
FALSE.append(("Vad yrkade Karin Ekvall om avgiften för tre båtar?", ground(WISH), texts.not_named(("3 båtar",))))
FALSE.append(
    ("Vad tycker Moderaterna om gångbron?", ground(NOTE, heading="Anteckning"), texts.no_words_of("Moderaterna"))
)
FALSE.append(("Har tekniska nämnden antagit planen för bron i Sjövik?", ground(NORTH, SOUTH), texts.NO_SUCH_DECISION))
FALSE.append(("Varför revs beslutet om gångbron upp?", ground(BRIDGE), None))
FALSE.append(("Vad var utfallet januari–maj 2023?", ground(RESULT), texts.unknown_day("maj 2023")))
BOARD_WANTS = (Force.BACKGROUND, "Byalaget vill att nämnden ska fatta beslut om att bygga en gångbro över Lillån.")
LETTER_WANTS = (Force.BACKGROUND, "Förvaltningen föreslår att nämnden fattar beslut om att bygga en gångbro.")
for _wish in (BOARD_WANTS, LETTER_WANTS):
    FALSE.append(("Vad beslutade nämnden om gångbron?", ground(_wish), texts.PROPOSAL_NO_DECISION))
NOT_APPEALED = (Force.BACKGROUND, "Nämnden valde att inte överklaga domen om gångbron.")
SOLD = (Force.DECISION, "Gångbron målas om.\n\nFörslaget att stänga två av badplatserna avslås.")
RATED = (Force.DECISION, "Avgiften för 2026 fastställs till 22,84 kronor.")
WANTED = (Force.BACKGROUND, "Förvaltningen föreslår att skolan läggs ned den 1 juni 2026.")
MOVED = (Force.YRKANDE, "Karin Ekvall (S) yrkar att tolv platser ställs om.")
SEVEN = (Force.BACKGROUND, "För närvarande har sju cyklister hjälm.")
FALSE += [
    ("Varför överklagade nämnden domen om gångbron?", ground(NOT_APPEALED), texts.premise_unknown("överklagade")),
    ("Vilka två badplatser är det som nämnden beslutade att stänga?", ground(SOLD), None),
    (
        "Varför beslutade nämnden att höja avgiften till 23,14?",
        ground(RATED),
        texts.decided_instead("beslutade att höja avgiften till 23,14", ""),
    ),
    ("När stängs skolan efter nämndens nedläggningsbeslut?", ground(WANTED), texts.PROPOSAL_NO_DECISION),
    (
        "Hur många röster fick Karin Ekvalls yrkande om tolv platser?",
        ground(MOVED),
        texts.not_in_matter("några röstetal"),
    ),
    ("Hur många cyklister väntas ha hjälm 2025?", ground(SEVEN), texts.TOO_FAR),
]
LEFT = (Force.BACKGROUND, "Karin Ekvall (S) har avsagt sig uppdraget som ersättare.")
MOVING = (Force.BACKGROUND, "Karin Ekvall (S) har avsagt sig uppdraget på grund av flytt.")
BUILT = (Force.BACKGROUND, "Gångbron byggs ut för 46 miljoner kronor.")
FALSE += [
    ("Varför hoppade Karin Ekvall av som ersättare?", ground(LEFT), texts.no_value_of_kind("inget skäl")),
    ("Hur mycket lånar kommunen för att bygga ut gångbron?", ground(BUILT), texts.TOO_FAR),
]
LEDGER = (Force.BACKGROUND, "Gångbron över Lillån är 40 meter lång.")
FALSE.append(("Vad beslutade nämnden om gångbron?", ground(LEDGER), texts.NO_SUCH_DECISION))
TOLD_BEFORE = (Force.BACKGROUND, "Nämnden beslutade 2024 att gångbron byggs och förvaltningen föreslår nu en mur.")
PASSED_ON = (Force.DECISION, "Arbetsutskottet lämnar gångbron vidare utan eget förslag till beslut.")
VOTED = (Force.BACKGROUND, "För gångbron avges 8 ja-röster mot 4 nej-röster, 2 avstår.")
RAISED = (Force.BACKGROUND, "Avgiften för båtplatser höjs med 140 kronor.")
CONTACT = (Force.BACKGROUND, "Meddela Karin Ekvall senast i maj.")
SHARES_SOME = (Force.OPINION, "Nämnden delar tre av rekommendationerna men inte den om gångbron.")
TRUE = [
    ("Vilken instans kan riva upp nämndens beslut om bron?", ground(BRIDGE)),
    ("Vilken kommun delar nämnden bron med?", ground(BRIDGE)),
    ("Vad beslutade nämnden om gångbron?", ground(TOLD_BEFORE)),
    ("Varför överklagade nämnden inte domen om gångbron?", ground(NOT_APPEALED)),
    ("Varför hoppade Karin Ekvall av som ersättare?", ground(MOVING)),
    ("Hur mycket kostar det att bygga ut gångbron?", ground(BUILT)),
    ("Vad gäller för gångbron som nämnden beslutade att måla om?", ground(SOLD)),
    ("Varför beslutade nämnden att höja avgiften till 22,84?", ground(RATED)),
    ("När läggs skolan ned enligt förslaget?", ground(WANTED)),
    ("Vad beslutade arbetsutskottet om gångbron?", ground(PASSED_ON, board="Tekniska nämndens arbetsutskott")),
    ("Vi ska stänga bron, vem tar beslutet?", ground(DELEGATED, kind=Kind.DELEGATION, block=Block.TABLE_ROW)),
    ("Vad yrkade Karin Ekvall om avgiften för fyra båtar?", ground(WISH)),
    ("Vad tycker Socialdemokraterna om gångbron?", ground(NOTE, heading="Anteckning")),
    ("Vilka reserverade sig mot bron i Norra Sjövik?", ground(SOUTH, heading="Reservation")),
    ("Har tekniska nämnden antagit planen för bron?", ground(NORTH, SOUTH)),
    ("Varför revs beslutet om gångbron upp?", ground(ANNULLED)),
    ("Varför stoppade nämnden beslutet om gångbron?", ground(ANNULLED, PASSED)),
    (
        "Vad var utfallet januari–maj 2023?",
        ground((Force.BACKGROUND, "Per maj var utfallet 1,2 mnkr (2023: 0,8).")),
    ),
    ("Varför röstade fullmäktige ner motionen om gångbron?", ground(REFUSED_BY_VOTE)),
    ("Varför gick nämnden emot motionen om gångbron?", ground(REFUSED_BY_VOTE)),
    ("Varför klubbade fullmäktige igenom planen för gångbron?", ground(PASSED, DISSENT)),
    ("Varför sköt nämnden upp beslutet om gångbron?", ground(POSTPONED_BRIDGE)),
    ("Varför fälldes trädet vid gångbron?", ground(FELLED, BOUGHT)),
    (
        "Varför fälldes träden vid skolan?",
        ground((Force.BACKGROUND, "Träden avverkades eftersom de var murkna."), BOUGHT),
    ),
    ("Varför stoppades bygget av gångbron?", ground(STOPPED, PASSED)),
    ("Vilka ledamöter röstade emot planen för gångbron?", ground(PASSED, DISSENT)),
    ("Röstade nämnden emot planen för gångbron?", ground(PASSED, DISSENT)),
    ("Hur stort var överskottet 2017?", ground(RESULT)),
    ("Vem får besluta om att stänga av en förening från bidrag?", ground(ROW)),
    ("Varför beslutade nämnden att stänga gångbron?", ground(CLOSED)),
    ("Vad föreslog Norrdals stadsdelsförvaltning om bron?", ground(BRIDGE)),
    ("Vad beslutade tekniska nämnden om bron den 8 april 2025?", ground(BRIDGE)),
    ("Vad står i § 22?", ground(BRIDGE)),
    ("När beslutade nämnden att bygga en ny gångbro över Lillån?", ground(BRIDGE)),
    ("Vad föreslog förvaltningen om bron?", ground(PROPOSAL)),
    ("Vad har kommunstyrelsen beslutat om bron?", ground(APPEAL, kind=Kind.TJANSTESKRIVELSE)),
    ("Varför reserverade sig Socialdemokraterna?", ground(BRIDGE, RESERVED)),
    ("Vad beslutade Västerdals kommun om bron?", ground(BRIDGE)),
    ("Räknar kommunen med en ny gångbro?", ground(BRIDGE)),
    ("Hur gick det för motionen om gångbron, avslogs den?", ground(ANSWERED)),
    ("Vad hände med motionen om gångbron – bifölls den?", ground(REFUSED_BY_VOTE)),
    ("Varför sa nämnden nej till rådet om gångbron?", ground(SHARES_SOME, PASSED)),
    ("Vad kostar bron?", ground(BRIDGE)),
    ("Varför avbröts bygget av gångbron?", ground(STOPPED)),
    ("Vad fick Brobyrån betalt för bron?", ground(PAID)),
    ("Vad kostar bron i drift?", ground(RUNNING)),
    ("Vad innehöll broplanen?", ground(PLANNED)),
    ("Hur många cyklade 2023?", ground(LATER)),
    ("Vilket påslag gäller 2027?", ground(RATE, title="Påslag 2027")),
    ("Vilken plan gällde 2022?", ground(PERIOD)),
    ("Hur många elever går i skolan 2024?", ground(SCHOOL_YEAR)),
    ("Hur många cyklade fram till 2022?", ground(BRIDGE)),
    ("Hur många elever gick i skolan läsåret 2023/24?", ground(SCHOOL_YEAR)),
    ("Hur många cyklade 2023?", ground(COUNTED)),
    ("Hur många cyklade januari–maj?", ground(UP_TO)),
    ("Hur många cyklade 2023?", ground(UP_TO)),
    ("Hur mycket avsattes till bron 2025?", ground(SET_ASIDE)),
    ("Hur stor är prognosen för hamnen?", ground(FORECAST)),
    ("Hur röstade fullmäktige om gångbron, hur många ja och nedlagda?", ground(VOTED)),
    ("Hur stor blev ökningen för bron?", ground(SET_ASIDE)),
    ("Hur stor är höjningen för båtplatser?", ground(RAISED)),
    ("Vem ska vi höra av oss till om festen?", ground(CONTACT)),
    ("Varför behövde bron fler vikarier?", ground(ILL)),
    (
        "Vad vill förvaltningen enligt utskottets § 22 om bron?",
        ground(COMMITTEE, board="Tekniska nämndens arbetsutskott"),
    ),
]


def premises(understanding: Understanding, cited: Ground) -> tuple[str, ...]:
    """Return all reasons why what is cited is not of what is asked."""
    return tuple(reason for check in (unmet, of_other_things, unspoken_of) for reason in check(understanding, cited))


@pytest.mark.parametrize(("question", "cited", "reason"), FALSE, ids=[question for question, _, _ in FALSE])
def test_a_false_premise_is_named(question: str, cited: Ground, reason: str | None) -> None:
    understanding = understand(question)
    found = premises(understanding, cited)
    assert found
    assert reason is None or reason in found


@pytest.mark.parametrize(("question", "cited"), TRUE, ids=[question for question, _ in TRUE])
def test_a_true_premise_is_let_through(question: str, cited: Ground) -> None:
    assert not premises(understand(question), cited)


def test_who_decided_may_stand_after_the_verb() -> None:
    told = (
        Force.BACKGROUND,
        "Hamnordningen antogs 2019. De avgifter som gäller beslutades av kommunfullmäktige i juni.",
    )
    cited = ground(told, kind=Kind.TJANSTESKRIVELSE)
    assert not unspoken_of(understand("Vilken dag beslutade kommunfullmäktige om avgifterna?"), cited)
    assert unspoken_of(understand("Vilken dag beslutade kommunstyrelsen om avgifterna?"), cited)


def test_a_section_with_a_letter_is_found_under_its_number() -> None:
    text = "Nämnden beslutar att bron målas."
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.DECISION, (), "§ 22 a")
    cited = Ground([Place(Evidence(document(), passage), 0, len(text))], (), lambda _: [passage])
    assert unmet(understand("Vad beslutade tekniska nämnden i § 22 a?"), cited) == ()
    assert unmet(understand("Vad beslutade tekniska nämnden i § 22 b?"), cited)
