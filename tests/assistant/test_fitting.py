"""A sentence has the form of the answer or not: what the words say elsewhere does not count."""

import pytest

from assistant.fitting import fit, gives_reason, lacks_holder
from assistant.question import Asked, understand
from assistant.verify import Evidence
from ingest.documents import Block, Force, Passage
from tests.assistant.sentences import DOCUMENT, fits, row


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur många butiker säljer folköl?", "Kommunen utövar tillsyn enligt lag (2017:425) och lag (2010:1622)."),
        ("Hur många besökte badhuset 2023?", "Badhuset hölls öppet under hela 2023."),
        ("När ska badet ha öppet enligt avtalet?", "Avtalet om badet gäller till den 31 mars 2031."),
        ("När ska rapporten besvaras?", "Nämnden svarar för rapporten."),
        ("Hur många åker med linje 9?", "4. Hållplatsen vid Lindskolan"),
        ("Hur många åker med linje 9?", "Bilaga 2: Trafikplan 2024-2027"),
        ("Hur många åker med linje 9?", "Trafikenheten, Box 12, 430 21 Ekvik"),
        ("Hur många åker med linje 9?", "241211 inkom rapport nr 4/2024 om trafiken."),
        ("Hur stor besparing ger åtgärderna?", "Åtgärder i vissa ärenden (51470, 51357 och 51451)."),
        ("Hur gammal var skepparen?", "Skepparen anmälde bolaget 2011."),
        ("Vem är planarkitekt?", "Handlingar: Plankarta Illustrationskarta Planbeskrivning"),
        ("Vem är förbundsdirektör?", "TITEL: Förbundsdirektör"),
        ("Hur länge gäller undantaget från 20 timmar?", "Arbetstiden är 20 timmar i veckan."),
        ("Hur länge får var och en tala?", "Revideras senast: 2030-12-31"),
        ("Vad heter den nya badchefen?", "rekryteringen av ny badchef, där sex personer har sökt tjänsten"),
        ("Vem är ny rektor?", "Information från Länsstyrelsen Västra Ekvikslän."),
        ("Vem får besluta om badförbud?", "Badförbud råder tills vattnet är tjänligt."),
        ("Vem får besluta om badförbud?", "B8 Badförbud 6 kap. 1 § KL"),
        ("Vem får polisanmäla hot?", "Sveriges Kommuner har en handbok om hot."),
        ("Vem är handläggare?", "Begäran om undantag enligt Allmänna Bestämmelser"),
        ("Vem har ritat bron?", "Landskapsarkitekt Vägingenjör"),
        ("Hur långt får en elev ha till skolan?", "Av eleverna kan 17 åka med linje 28."),
        ("Vem har granskat Ekviks Hamn?", "Räntan för Ekviks Hamn AB är 0,39 %."),
        ("Vilket organisationsnummer har hamnbolaget?", "Hamnbolaget har diarienummer KS 2031/14."),
        ("Vilken fastighetsbeteckning har badhuset?", "Badhuset ligger vid Strandvägen 12."),
        ("Vad är delegationsnumret för badförbud?", "Badförbud beslutas av enhetschefen."),
        ("Vilken firma fick jobbet med bryggan?", "Lindsunds Bygg AB 480 000 3"),
        ("Vilken firma fick jobbet med bryggan?", "Anbud lämnades av Lindsunds Bygg AB och Torsviks Mark AB."),
        ("Vilken firma fick jobbet med bryggan?", "Anbudet från Lindsunds Bygg AB antas inte."),
        ("Vad kostar seglarskolorna sammanlagt?", "Seglarskolan kostar 900 kronor per barn."),
        ("Hur många har sökt platserna i seglarskolan?", "Seglarskolan har 24 platser."),
        ("Vad kostar bron?", "Ekvik lägger ut två miljoner kronor av projekteringskostnaden."),
        ("Hur fort måste hamnen svara?", "Den som fyller sju år får segla."),
        ("Hur långt måste man bo från skolan?", "Väntetiden är högst 30 minuter före och 40 minuter efter skoldagen."),
        ("Vem ska köra båten?", "Ada Lind (S) och Bo Ek (M) har i en motion föreslagit en båt två kvällar i veckan."),
        ("Vem bygger bron?", "Ada Lind (S) Bo Ek (M)"),
    ],
)
def test_what_is_no_value_of_the_kind_is_not_taken_for_one(question: str, text: str) -> None:
    assert fits(question, text) < 0.1


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hur många butiker säljer folköl?", "I kommunen säljer fjorton butiker folköl."),
        ("Vad kostar seglarskolorna sammanlagt?", "Seglarskolorna kostar 90 000 kronor, 900 kronor per barn."),
        ("Hur långt måste man bo från skolan?", "Minst 2 kilometer för årskurs 1-3."),
        ("Hur långt i förväg måste man boka?", "Boka senast 14 dagar före hyrestiden."),
        ("Vem vill ha en båt?", "Ada Lind (S) har föreslagit en båt två kvällar i veckan."),
        ("Vem föreslog båten?", "Ada Lind (S) har föreslagit en båt två kvällar i veckan."),
        ("Vem ska köra båten?", "Ada Lind (S) föreslog båten, och Bo Ek kör den."),
        ("Vem skrev motionen om bron?", "Ada Lind (S) Bo Ek (M)"),
        ("Hur många har sökt platserna i seglarskolan?", "Sammanlagt har 31 barn sökt platserna i seglarskolan."),
        ("När ska rapporten besvaras?", "Sista svarsdatum är 250331."),
        ("Hur gammal är lekplatsen?", "Lekplatsen anlades 1994."),
        ("Vad kostar en provtagning?", "En provtagning kostar 450 kronor."),
        ("Vilka öppettider har badet?", "Måndag till fredag, 8-16"),
        ("När ska badet ha öppet?", "Måndag till fredag, 8-16"),
        ("nar ska bron vara klar", "Bron är klar senast i juni 2025."),
        ("Vilket målnummer fick ansökan?", "Ansökan har målnummer M 12-24."),
        ("När kommer utredningen?", "Utredningen redovisas under första halvåret 2025."),
        ("Hur länge gäller undantaget från 20 timmar?", "Beslutet gäller ett år i taget."),
        ("Vem får besluta om badförbud?", "B7 Badförbud vid otjänligt vatten Enhetschef"),
        ("Vem får besluta om badförbud?", "B7 Badförbud vid otjänligt vatten EC Park"),
        ("Hur stor andel av eleverna åker skolbuss?", "Var fjärde elev åker skolbuss."),
        ("Hur länge gäller avtalet?", "Avtalet avser perioden 2025-01-01 – 2026-06-30."),
        ("I vilken ålder slutar barn i föreningar?", "Barn slutar i föreningar vid 11–13 års ålder."),
        ("Inom vilken tid ska en anmälan besvaras?", "Anmälan besvaras inom två månader."),
        ("När ska anmälaren få svar?", "Anmälaren får svar inom en tremånadersperiod."),
        ("Hur långt får en elev ha till skolan?", "Eleven får ha högst 3 km till skolan."),
        ("Vilket organisationsnummer har hamnbolaget?", "Hamnbolaget (org.nr 556000-1234) äger kajen."),
        ("Vilken fastighetsbeteckning har badhuset?", "Badhuset ligger på fastigheten Ekvik 3:14."),
        ("Vilket delegationsnummer har beslut om badförbud?", "B7 Badförbud vid otjänligt vatten Enhetschef"),
        ("Vilken firma fick jobbet med bryggan?", "Anbudet från Lindsunds Bygg AB antas."),
        ("Vilket bolag vann upphandlingen av bryggan?", "Uppdraget tilldelas Lindsunds Bygg AB."),
        ("Vad heter firman som anlitades för bryggan?", "Avtal tecknas med Lindsunds Bygg AB."),
        ("Till när har hamnen på sig att rätta felen?", "Felen ska vara åtgärdade den 3 mars 2025."),
        ("Hur länge är planen ute på granskning?", "Planen ställs ut under tiden 4 mars–8 april 2025."),
        ("Hur länge får båtarna ligga i?", "Båtar får inte ligga i efter den 15 oktober 2024."),
        ("Hur sent får man avboka bryggan?", "Avbokning görs senast åtta dagar före."),
    ],
)
def test_values_of_the_kind_are_seen_in_any_spelling(question: str, text: str) -> None:
    assert fits(question, text) >= 0.5


def test_a_name_beside_an_office_is_one() -> None:
    assert fits("Vem granskar bron?", "Enhetschef Sara Holm granskar bron.") == 1.0


def test_a_day_gone_by_does_not_tell_when_something_will_be_done() -> None:
    assert fits("När ska bron vara klar?", "Utskottet behandlade ärendet den 4 maj 2024.") < 0.5
    assert fits("När behandlade utskottet ärendet?", "Utskottet behandlade ärendet den 4 maj 2024.") == 1.0


def test_a_day_on_which_something_is_wanted_does_not_tell_when_it_was_done() -> None:
    assert fits("När svarade hamnnämnden?", "Hamnnämndens svar önskas senast den 4 maj 2024.") < 0.5
    assert fits("När svarade hamnnämnden?", "Hamnnämnden, som skulle svara i mars, svarade den 4 maj 2024.") == 1.0


def test_a_person_with_another_part_is_not_the_one_that_is_asked_for() -> None:
    assert fits("Vad heter den nya rektorn?", "Rapporten skrevs av Anna Ekdal.") < 0.5
    assert fits("Vad heter den nya rektorn?", "Till rektorn utsågs Anna Ekdal.") == 1.0


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        (
            "Vem är kommunens kontakt för bryggan?",
            "Kommunens kontaktperson är Anna Ekdal.",
            "För kommunen skrev Anna Ekdal under avtalet.",
        ),
        (
            "Vem sköter bryggärendet numera?",
            "Anna Ekdal har tagit över ärendet efter Bo Strand.",
            "Bryggan besiktigades av Anna Ekdal.",
        ),
        (
            "Vilken konsult ledde granskningen?",
            "Projektledare: Anna Ekdal, revisor",
            "Kvalitetssäkring: Anna Ekdal, revisor",
        ),
    ],
    ids=["contact", "handles a case", "led"],
)
def test_what_somebody_does_is_told_of_the_one_who_does_it(question: str, text: str, other: str) -> None:
    assert fits(question, text) == 1.0
    assert fits(question, other) < 0.5


def test_who_wrote_a_paper_neither_approved_nor_only_signed_it() -> None:
    lines = ("Handläggare: Anna Ek", "Siv Dal, förvaltningschef", "Bo Lind, godkännare av skrivelsen 2025-04-01")
    told = [fits("Vem skrev tjänsteskrivelsen om bron?", line) for line in lines]
    assert told[0] > told[1] > 0.5 > told[2]


def test_who_has_a_part_now_is_the_one_who_took_it_over() -> None:
    question, before, since = (
        "Vem handlägger bryggärendet{}?",
        "Handläggare: Bo Strand, ingenjör",
        "Anna Ekdal har tagit över ärendet efter Bo Strand.",
    )
    assert fits(question.format(" numera"), since) > fits(question.format(" numera"), before) >= 0.5
    assert fits(question.format(""), before) == 1.0


def test_an_office_answers_only_where_it_acts() -> None:
    question = "Vem får skriva under avtal?"
    assert fits(question, "Förvaltningschefen får teckna avtal på högst ett år.") == 1.0
    assert fits(question, "Avtalet mellan byggnämnden och Ekviks bygg gäller i ett år.") < 0.5
    assert fits(question, "Avtalet med Anna Ekdal gäller i ett år.") < 0.5


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Vem ansvarar för badplatsen?", "Badplatsen lyder under Fritidsnämnden."),
        ("Vem står för kostnaden för bryggan?", "Bryggan finansieras av regionen."),
        ("Vem är pensionsmyndighet?", "Kommunstyrelsen är kommunens pensionsmyndighet."),
        ("Vem är det som ska kontrollera intyget?", "Försäkringskassan prövar intyget."),
    ],
    ids=["lies under a board", "paid by a region", "an authority", "an agency"],
)
def test_a_body_answers_who_bears_something_and_no_question_for_a_name(question: str, text: str) -> None:
    assert fits(question, text) >= 0.5
    assert fits("Vem skrev rapporten?", text) < 0.5


def test_the_column_of_who_decides_holds_the_office() -> None:
    header = ("Nr", "Ärende", "Delegat")
    rows = [("4", "Avtal som tecknas av en nämnd", ""), ("4.1", "Avtal högst ett år", "NAU")]
    passages = [
        Passage(0, " ".join(cells), 0, 0, 1, Block.TABLE_ROW, Force.BACKGROUND, table_header=header, cells=cells)
        for cells in rows
    ]
    found = [fit(understand("Vem får teckna avtal?"), one.text, Evidence(DOCUMENT, one)) for one in passages]
    assert found[0] < 0.5
    assert found[1] == 1.0


def test_who_may_act_for_the_chair_has_another_part() -> None:
    evidence = row("2.1", "Brådskande ärenden", "OF, vid förfall VO", header=("Nr", "Ärende", "Delegat"))
    asked = understand("Vem får fatta beslut i brådskande ärenden om ordföranden är sjuk?")
    assert fit(asked, evidence.passage.text, evidence) == 1.0


def test_a_limit_for_the_other_side_does_not_answer() -> None:
    question = "Vem beslutar om placering i mer än tre månader?"
    assert fits(question, "a) placering upp till tre månader Enhetschef") < 0.5
    assert fits(question, "b) placering längre än tre månader Utskottet") == 1.0
    assert fits(question, "c) placering Utskottet") == 1.0


def test_pay_by_the_month_is_no_time() -> None:
    assert not understand("Vilken månadslön har hamnvakten?").asked & {Asked.DATE}


def test_a_decision_without_a_length_of_time_does_not_tell_how_long_it_holds() -> None:
    question, text = "Hur länge gäller beslutet om undantag?", "Nämnden beslutar om undantag från regeln."
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.DECISION)
    assert fit(understand(question), text, Evidence(DOCUMENT, passage)) == 0.0


def test_who_moved_a_matter_is_not_who_got_an_assignment() -> None:
    text = "Fullmäktige biföll motionen om hamnen, väckt av Karin Ekvall (S)."
    assert fits("Vem fick i uppdrag att bygga hamnen?", text) < 0.5
    assert fits("Vem väckte motionen om hamnen?", text) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Det är lotsen som beslutar om bron ska öppnas.",
        "Brovakten beslutar om bron ska öppnas.",
        "Frågan om bron ska öppnas avgörs av hamnkaptenen.",
    ],
)
def test_whoever_decides_stands_before_the_verb_whatever_the_office_is(text: str) -> None:
    assert fits("Vem avgör om bron ska öppnas?", text) > fits(
        "Vem avgör om bron ska öppnas?", "Lotsen kommer klockan sju."
    )


def test_whoever_decides_within_an_administration_is_an_office() -> None:
    question = "Vem inom socialtjänsten bestämmer om gravsättning?"
    assert fits(question, "Enhetschefen beslutar om gravsättning.") == 1.0
    assert fits(question, "Karin Ekvall informerade om gravsättning.") < 0.5


@pytest.mark.parametrize(
    ("text", "heading", "least", "most"),
    [
        ("Bryggan skymmer sikten för båtar på väg in.", "Motivering", 0.7, 1.0),
        ("Bryggan skymmer sikten för båtar på väg in.", "Skäl för beslutet", 0.7, 1.0),
        ("Bryggan skymmer sikten för båtar på väg in.", "Varför bryggan flyttas", 0.7, 1.0),
        ("Bryggan skymmer sikten för båtar på väg in.", "Beskrivning", 0.0, 0.0),
        ("Bryggan byggs inte, då marken är privat.", "Beskrivning", 0.4, 1.0),
        ("Bryggan byggs inte, med hänvisning till strandskyddet.", "Beskrivning", 0.4, 1.0),
    ],
)
def test_a_reason_is_told_by_its_words_or_by_its_heading(text: str, heading: str, least: float, most: float) -> None:
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND, heading_path=(heading,))
    assert least <= fit(understand("Varför fick hamnbolaget inte bygga?"), text, Evidence(DOCUMENT, passage)) <= most


@pytest.mark.parametrize(
    ("text", "force", "gives"),
    [
        ("Kontoret föreslår att hamnen stängs.", Force.PROPOSAL, False),
        ("Hamnen stängs eftersom kajen rasar.", Force.PROPOSAL, True),
        ("Kajen skulle annars rasa.", Force.BACKGROUND, True),
        ("Karin Ekvall (S) reserverar sig.", Force.RESERVATION, False),
    ],
)
def test_why_is_told_by_a_reason(text: str, force: Force, gives: bool) -> None:
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, force)
    assert gives_reason(understand("Varför stängs hamnen?"), text, Evidence(DOCUMENT, passage)) is gives


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("Vem blir ny hamnchef?", "Tjänsten tillsätts av förvaltningsdirektören.", True),
        ("Vem blir ny hamnchef?", "Karin Ekvall tillträder som hamnchef.", False),
        ("Vem är hamnchef?", "Vid Ekviks seglarskola finns en hamnchef och ledare.", True),
        ("Vem får anställa en hamnchef?", "Tjänsten tillsätts av förvaltningsdirektören.", False),
    ],
)
def test_who_has_an_office_is_told_by_a_name(question: str, text: str, lacks: bool) -> None:
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND)
    assert lacks_holder(understand(question), text, Evidence(DOCUMENT, passage)) is lacks


def test_whoever_leads_an_inquiry_may_decide_and_an_authority_too() -> None:
    question = "Vem avgör om förhöret ska spelas in?"
    assert fits(question, "Det är utredningsledaren som beslutar om inspelning.") == 1.0
    assert fits(question, "Strandmyndigheten prövar om förhöret spelas in.") == 1.0


def test_what_a_conclusion_rests_on_is_a_reason() -> None:
    whole = "Mätningen visade att bottnen är lös. Därför flyttades bryggan. Den målades röd."
    passage = Passage(0, whole, 0, len(whole), 1, Block.PARAGRAPH, Force.BACKGROUND)
    why = understand("Varför ligger bryggan på ett annat ställe?")
    first, _, last = [f"{one}." for one in whole.rstrip(".").split(". ")]
    assert fit(why, first, Evidence(DOCUMENT, passage)) >= 0.4
    assert fit(why, last, Evidence(DOCUMENT, passage)) == 0.0
