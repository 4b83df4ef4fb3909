"""The case of the audit of reports of concern: recommendations, an answer to each, one rejected, a report back."""

import datetime as dt

from eval.sample.content import Look, Paper
from ingest.documents import Kind

_AUDIT_CASE = "2024-000019"
_CASE = "SN-2025-12"

_REPORT = Paper(
    path="revisorerna/2024-12-03/granskning-av-hantering-av-orosanmalningar.pdf",
    kind=Kind.REVISIONSRAPPORT,
    title="Granskning av socialnämndens hantering av orosanmälningar",
    board="Kommunens revisorer",
    date=dt.date(2024, 12, 3),
    case_number=_AUDIT_CASE,
    author="Cecilia Håkanslund",
    author_role="certifierad kommunal revisor, Granskarna Norr & Vik AB",
    look=Look.REPORT,
    body="""
# 1 Sammanfattning

Granskarna Norr & Vik AB har på uppdrag av de förtroendevalda revisorerna i Tallvika kommun granskat om socialnämnden
har en ändamålsenlig hantering av orosanmälningar som rör barn och unga. Den samlade bedömningen är att hanteringen
inte är helt ändamålsenlig och att den interna kontrollen är otillräcklig.

Förhandsbedömningar görs i regel inom lagstadgad tid, men var femte saknar dokumenterad skyddsbedömning. Nämnden får
ingen samlad återrapportering.

## 1.1 Rekommendationer

Utifrån granskningen rekommenderas socialnämnden att:

1. säkerställa att skyddsbedömningen dokumenteras i varje ärende samma dag eller dagen efter att anmälan har kommit in
2. införa en rutin för stickprovskontroll av förhandsbedömningar minst två gånger om året
3. fastställa en gemensam mall för återkoppling till anmälare
4. inrätta en särskild mottagningsgrupp med jour även på helger
5. följa upp antalet återaktualiserade ärenden inom tolv månader
6. få en samlad redovisning av orosanmälningar varje kvartal

# 2 Inledning

## 2.1 Bakgrund

Antalet orosanmälningar i kommunen har ökat från 486 under 2021 till 703 under 2023. Revisorerna har i sin
riskbedömning för 2024 funnit att det finns en risk för att barn inte får skydd i tid.

## 2.2 Syfte och revisionsfrågor

Syftet är att bedöma om socialnämnden säkerställer en rättssäker och ändamålsenlig hantering. Granskningen besvarar
följande revisionsfrågor:

1. Görs skyddsbedömningar inom lagstadgad tid och dokumenteras de?
2. Finns aktuella rutiner för förhandsbedömningar?
3. Får anmälare återkoppling?
4. Är bemanningen anpassad efter antalet anmälningar?
5. Följer nämnden upp hanteringen?

## 2.3 Metod och avgränsning

Granskningen har gjorts genom intervjuer med nio personer, genomgång av styrande dokument och en aktgranskning av 40
slumpvis valda ärenden från perioden januari–juni 2024. Granskningen omfattar inte utredningar efter beslut om att
inleda utredning.

# 3 Granskningens iakttagelser

## 3.1 Skyddsbedömningar

Av de 40 granskade ärendena hade 32 en dokumenterad skyddsbedömning inom föreskriven tid. I fem ärenden saknades datum
och i tre ärenden fanns ingen dokumentation alls. Handläggarna uppger att bedömningen görs muntligt vid
mottagningsmötet.

## 3.2 Förhandsbedömningar

I 36 av 40 ärenden var förhandsbedömningen klar inom fjorton dagar. Längsta tiden var 31 dagar. Rutinen är från 2018 och
hänvisar till ett verksamhetssystem som inte längre används.

| Mått | Antal | Andel |
| Skyddsbedömning dokumenterad i tid | 32 | 80 procent |
| Förhandsbedömning inom fjorton dagar | 36 | 90 procent |
| Återkoppling till anmälare | 21 | 53 procent |
| Återaktualiserade inom tolv månader | 12 | 30 procent |

## 3.3 Återkoppling till anmälare

Återkoppling hade dokumenterats i 21 av 40 ärenden. Skolans personal upplever att de sällan får veta om anmälan har lett
till en utredning.

## 3.4 Bemanning

Mottagningen har fyra socialsekreterare. Två av tjänsterna var vakanta under våren 2024 och täcktes av konsulter. På
helger hanteras akuta ärenden av den gemensamma socialjouren i länet.

## 3.5 Nämndens uppföljning

Nämnden får statistik en gång om året i verksamhetsberättelsen. Någon uppföljning av kvaliteten görs inte.

# 4 Bedömning

Vi bedömer att nämnden inte fullt ut har säkerställt en ändamålsenlig hantering. Bristerna i dokumentation gör att det i
efterhand inte går att visa att barnets behov av skydd har prövats. Bemanningen har varit sårbar.

| Revisionsfråga | Bedömning |
| Görs skyddsbedömningar inom lagstadgad tid och dokumenteras de? | Delvis |
| Finns aktuella rutiner för förhandsbedömningar? | Nej |
| Får anmälare återkoppling? | Delvis |
| Är bemanningen anpassad efter antalet anmälningar? | Delvis |
| Följer nämnden upp hanteringen? | Nej |

Tallvika den 3 december 2024

___ Cecilia Håkanslund | certifierad kommunal revisor
___ Simon Brännlycke | revisor
""",
)

_LETTER_BODY = """
Revisorerna har genom Granskarna Norr & Vik AB granskat socialnämndens hantering av orosanmälningar. Resultatet
framgår av bifogad rapport.

Revisorernas samlade bedömning är att hanteringen inte är helt ändamålsenlig. Vi ser allvarligt på att var femte
skyddsbedömning inte har dokumenterats i tid.

Revisorerna begär att socialnämnden senast den 28 februari 2025 lämnar ett yttrande över rapporten, där det framgår
vilka åtgärder som vidtas med anledning av var och en av rekommendationerna och när de ska vara genomförda.

Missivet och rapporten översänds till kommunfullmäktige för kännedom.

För de förtroendevalda revisorerna

___ Birgitta Sandelius | ordförande
___ Ove Pihlmark | vice ordförande
"""

_LETTER = Paper(
    path="socialnamnden/2025-02-18/revisorernas-missiv-orosanmalningar.pdf",
    kind=Kind.OVRIGT,
    title="Missiv till granskning av socialnämndens hantering av orosanmälningar",
    board="Kommunens revisorer",
    date=dt.date(2024, 12, 5),
    case_number=_AUDIT_CASE,
    receiver="socialnämnden",
    body=_LETTER_BODY,
)

# The same letter, filed with the council: a near-duplicate that differs in its receiver and a last line.
_LETTER_COPY = Paper(
    path="kommunfullmaktige/2025-04-28/missiv-granskning-orosanmalningar.pdf",
    kind=Kind.OVRIGT,
    title="Missiv till granskning av socialnämndens hantering av orosanmälningar",
    board="Kommunens revisorer",
    date=dt.date(2024, 12, 5),
    case_number=_AUDIT_CASE,
    receiver="kommunfullmäktige",
    body=_LETTER_BODY + "\nInkom till kommunstyrelsens diarium 2024-12-09, KS 2025/31\n",
)

_MEMO = Paper(
    path="socialnamnden/2025-02-18/tjansteskrivelse-yttrande-revisionens-granskning.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Yttrande över revisorernas granskning av hanteringen av orosanmälningar",
    board="Socialförvaltningen",
    date=dt.date(2025, 1, 28),
    case_number=_CASE,
    case_label="Vår referens",
    author="Nadia Forshult",
    author_role="verksamhetsutvecklare",
    receiver="socialnämnden",
    body="""
# Sammanfattning

Revisorerna har granskat nämndens hantering av orosanmälningar och lämnat sex rekommendationer. Förvaltningen har
tagit fram ett förslag till yttrande. Förvaltningen instämmer i fem av rekommendationerna och delvis i den fjärde.

# Förslag till beslut

Socialförvaltningen föreslår att socialnämnden beslutar

~ att anta förvaltningens förslag till yttrande som sitt eget och överlämna det till revisorerna,

~ att förvaltningen ska återrapportera vidtagna åtgärder senast i oktober 2025.

# Ärendet

Granskningsrapporten är daterad den 3 december 2024. Revisorerna vill ha nämndens yttrande senast den 28 februari 2025.

# Förvaltningens överväganden

Bristerna i dokumentation är allvarliga och har redan lett till åtgärder. Sedan den 13 januari 2025 finns ett
obligatoriskt fält för skyddsbedömning i verksamhetssystemet. När det gäller helgjour menar förvaltningen att en egen
jour kan prövas i samarbete med grannkommunerna.

# Ekonomi

En egen mottagningsgrupp med helgjour skulle kosta omkring 1,9 miljoner kronor per år. Övriga åtgärder ryms inom ram.

# Bilagor

- Granskning av socialnämndens hantering av orosanmälningar, 2024-12-03
- Missiv, 2024-12-05

___ Maud Eriksdotter-Lind | socialchef
""",
)

_OPINION = Paper(
    path="socialnamnden/2025-02-18/yttrande-over-granskning-orosanmalningar.docx",
    kind=Kind.YTTRANDE,
    title="Socialnämndens yttrande över granskning av hanteringen av orosanmälningar",
    board="Socialnämnden",
    date=dt.date(2025, 2, 18),
    case_number=_CASE,
    case_label="Vår referens",
    receiver="kommunens revisorer",
    body="""
# Inledning

Socialnämnden har tagit del av revisorernas granskning, dnr 2024-000019. Nämnden lämnar här sitt svar på var och en av
rekommendationerna.

# Svar på rekommendationerna

## Rekommendation 1: dokumenterad skyddsbedömning

Nämnden instämmer. Ett obligatoriskt fält för skyddsbedömning infördes i verksamhetssystemet den 13 januari 2025.
Ansvarig är enhetschefen för mottagningen.

## Rekommendation 2: stickprovskontroll

Nämnden instämmer. Stickprov på 20 ärenden görs i april och oktober varje år, första gången i april 2025.

## Rekommendation 3: mall för återkoppling

Nämnden instämmer. En mall för återkoppling till anmälare tas fram tillsammans med skolan och ska vara i bruk senast den
1 september 2025.

## Rekommendation 4: mottagningsgrupp med helgjour

Nämnden instämmer inte. En egen mottagningsgrupp med jour på helger skulle kosta 1,9 miljoner kronor per år och avse
i genomsnitt två ärenden per helg. Nämnden anser att den länsgemensamma socialjouren fyller behovet.

## Rekommendation 5: återaktualiserade ärenden

Nämnden instämmer. Måttet läggs in i nämndens internkontrollplan från och med 2025.

## Rekommendation 6: kvartalsvis redovisning

Nämnden instämmer delvis. Redovisning sker varje halvår i stället för varje kvartal, eftersom antalet ärenden är för
litet för att dra slutsatser av ett enda kvartal.

# Tidplan

| Rekommendation | Ställningstagande | Klart senast |
| 1 | Instämmer | 2025-01-13 |
| 2 | Instämmer | 2025-04-30 |
| 3 | Instämmer | 2025-09-01 |
| 4 | Instämmer inte | – |
| 5 | Instämmer | 2025-12-31 |
| 6 | Instämmer delvis | 2025-08-31 |

Hampus Brolund (M), socialnämndens ordförande
""",
)

_MINUTES = Paper(
    path="socialnamnden/2025-02-18/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll socialnämnden 2025-02-18",
    board="Socialnämnden",
    date=dt.date(2025, 2, 18),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Socialförvaltningen, Ågatan 4, klockan 8.30–11.10"),
        (
            "Beslutande",
            """Hampus Brolund (M), ordförande
            Karin Vallmark (S), vice ordförande
            Inga-Lill Sjödahl (C)
            Staffan Myrebo (KD)
            Leila Asplid (L)
            Torbjörn Ekelöv (M)
            Monica Hagfall (S)
            Yusuf Brandal (S)
            Märta Skogeby (S)
            Fia Norrgård (V)
            Roger Stenvall (SD)""",
        ),
        ("Övriga deltagare", "Maud Eriksdotter-Lind, socialchef\nNadia Forshult, verksamhetsutvecklare, § 12"),
        ("Utses att justera", "Monica Hagfall (S)"),
        ("Justeringens plats och tid", "Socialförvaltningen, 25 februari 2025"),
        ("Paragrafer", "§§ 10–17"),
        ("Sekreterare", "Joel Tingås"),
        ("Ordförande", "Hampus Brolund (M)"),
        ("Justerande", "Monica Hagfall (S)"),
    ),
    body="""
§ 10 | | Val av justerare

# Beslut

Monica Hagfall (S) utses att justera protokollet.

§ 11 | SN-2025-03 | Årsredovisning 2024 för socialnämnden

# Ärendebeskrivning

Nämndens resultat för 2024 är ett underskott på 6,9 miljoner kronor. Sjukfrånvaron var 8,1 procent, vilket är 0,4
procentenheter lägre än året innan. Antalet hemtjänsttimmar ökade med 3 procent.

# Beslut

Årsredovisningen godkänns och överlämnas till kommunstyrelsen.

Nämnden begär att underskottet inte förs över till 2025.

§ 12 | SN-2025-12 | Yttrande över revisorernas granskning av hanteringen av orosanmälningar

# Ärendebeskrivning

Revisorerna har granskat hanteringen av orosanmälningar och lämnat sex rekommendationer. Förvaltningen föreslår i
skrivelse den 28 januari 2025 att nämnden antar förvaltningens förslag till yttrande som sitt eget.

# Yrkanden

Hampus Brolund (M) yrkar att svaret på rekommendation 4 ändras till att nämnden inte instämmer och att
redovisning enligt rekommendation 6 sker varje halvår.

Karin Vallmark (S) yrkar bifall till förvaltningens förslag.

# Propositionsordning

Ordföranden ställer yrkandena mot varandra och finner att nämnden bifaller hans yrkande. Omröstning begärs.

# Omröstningsresultat

Med 6 ja-röster för ordförandens yrkande mot 5 nej-röster för Karin Vallmarks yrkande beslutar nämnden enligt
ordförandens yrkande.

# Beslut

Socialnämnden antar förvaltningens förslag till yttrande med den ändringen att nämnden inte instämmer i rekommendation 4
och att redovisning enligt rekommendation 6 sker varje halvår.

Förvaltningen ska återrapportera vidtagna åtgärder senast den 21 oktober 2025.

# Reservation

Karin Vallmark (S), Monica Hagfall (S), Yusuf Brandal (S), Märta Skogeby (S) och Fia Norrgård (V) reserverar sig mot
beslutet med följande motivering: Barn far illa även på helger. Revisorerna är tydliga och nämnden borde ha lyssnat.

# Expedieras till

Kommunens revisorer

Kommunfullmäktige för kännedom

§ 13 | SN-2025-09 | Internkontrollplan 2025

# Beslut

Internkontrollplan 2025 antas med följande kontrollområden:

1. Dokumentation av skyddsbedömningar
2. Återaktualiserade ärenden inom tolv månader
3. Loggkontroll i verksamhetssystemet
4. Inköp utanför ramavtal
5. Genomförandeplaner i hemtjänsten

§ 14 | SN-2025-15 | Revidering av delegationsordning

# Ärendebeskrivning

Ändringarna gäller beslut om kontaktfamilj, ersättning till familjehem och yttranden till åklagare.

# Beslut

Delegationsordning för socialnämnden antas och gäller från och med den 1 mars 2025. Samtidigt upphör
delegationsordningen från den 12 december 2023 att gälla.

§ 15 | SN-2024-90 | Handlingsplan för placeringskostnader

# Ärendebeskrivning

Handlingsplanen innehåller elva åtgärder. De två med störst väntad effekt är egna familjehem i stället för
konsulentstödda och en ny stödverksamhet på hemmaplan. Effekten 2025 beräknas till 3,2 miljoner kronor.

# Beslut

Handlingsplanen godkänns.

§ 16 | SN-2025-01 | Redovisning av delegationsbeslut

# Beslut

Redovisningen av delegationsbeslut för december 2024 och januari 2025 godkänns.

§ 17 | SN-2025-02 | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

_COUNCIL = Paper(
    path="kommunfullmaktige/2025-04-28/protokollsutdrag-s-41-granskning-orosanmalningar.pdf",
    kind=Kind.PROTOKOLLSUTDRAG,
    title="Protokollsutdrag § 41 Granskning av socialnämndens hantering av orosanmälningar",
    board="Kommunfullmäktige",
    date=dt.date(2025, 4, 28),
    case_number="KS 2025/31",
    body="""
§ 41 | KS 2025/31 | Granskning av socialnämndens hantering av orosanmälningar

# Ärendebeskrivning

Revisorerna har till fullmäktige översänt rapporten om hanteringen av orosanmälningar. Socialnämnden har den 18 februari
2025, § 12, yttrat sig. Revisorernas ordförande Birgitta Sandelius redogör för rapporten och beklagar att nämnden inte
godtar rekommendationen om jour på helger.

# Beslut

Kommunfullmäktige lägger rapporten och yttrandet till handlingarna.

# Protokollsanteckning

Fia Norrgård (V) antecknar till protokollet att Vänsterpartiet avser att återkomma i budgeten om helgjouren.

___ Gunvor Almlid (S) | Ordförande
___ Per Lundvall (M) | Justerande
""",
)

_REPORT_BACK = Paper(
    path="socialnamnden/2025-10-21/aterrapportering-atgarder-orosanmalningar.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Återrapportering av åtgärder efter revisorernas granskning av orosanmälningar",
    board="Socialförvaltningen",
    date=dt.date(2025, 9, 30),
    case_number=_CASE,
    case_label="Vår referens",
    author="Nadia Forshult",
    author_role="verksamhetsutvecklare",
    receiver="socialnämnden",
    body="""
# Sammanfattning

Socialnämnden beslutade den 18 februari 2025, § 12, att förvaltningen skulle återrapportera vidtagna åtgärder. Fyra
åtgärder är genomförda. Mallen för återkoppling är försenad.

# Förslag till beslut

Socialförvaltningen föreslår att socialnämnden lägger återrapporteringen till handlingarna.

# Läget för varje rekommendation

| Rekommendation | Läge | Kommentar |
| 1 Skyddsbedömning | Genomförd | 97 procent dokumenterade i tid vid stickprov |
| 2 Stickprov | Genomförd | 20 ärenden granskade i april 2025 |
| 3 Mall för återkoppling | Försenad | Beräknas vara i bruk den 1 december 2025 |
| 4 Helgjour | Ingen åtgärd | Enligt nämndens beslut |
| 5 Återaktualiserade ärenden | Genomförd | 24 procent under första halvåret 2025 |
| 6 Redovisning till nämnden | Genomförd | Halvårsrapport lämnad i augusti 2025 |

Mallen är försenad eftersom skolans elevhälsa har bytt chef och samrådet därför fick göras om.

# Beslutet skickas till

Kommunens revisorer

___ Maud Eriksdotter-Lind | socialchef
""",
)

PAPERS = (_REPORT, _LETTER, _LETTER_COPY, _MEMO, _OPINION, _MINUTES, _COUNCIL, _REPORT_BACK)
