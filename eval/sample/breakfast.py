"""The case of free breakfast at school: an initiative, a cut amount, a vote, a report back."""

import datetime as dt

from eval.sample.content import Look, Paper
from ingest.documents import Kind

_BOARD = "Barn- och utbildningsnämnden"
_CASE = "2024.031 BUN"
_FOLDER = "barn-och-utbildningsnamnden"

_INITIATIVE = Paper(
    path=f"{_FOLDER}/2024-03-14/initiativ-kostnadsfri-skolfrukost.docx",
    kind=Kind.NAMNDINITIATIV,
    title="Nämndinitiativ om kostnadsfri skolfrukost",
    board=_BOARD,
    date=dt.date(2024, 3, 14),
    case_number=_CASE,
    author="Sanna Kvistgård (V)",
    receiver="barn- och utbildningsnämnden",
    body="""
# Bakgrund

Alltför många elever i Tallvika börjar skoldagen utan att ha ätit. I skolsköterskornas hälsosamtal läsåret
2022/2023 uppgav 17 procent av eleverna i årskurs 4 att de äter frukost färre än tre dagar i veckan. Bland elever i
årskurs 7 var andelen 29 procent. Skillnaderna mellan skolorna är stora.

Hunger påverkar koncentration, humör och frånvaro. Det går inte att lära sig räkna med tom mage. Skolor i andra
delar av landet som har serverat frukost vittnar om lugnare morgnar och att fler elever kommer i tid.

# Vad vi vill

Vänsterpartiet menar att skolan ska vara en plats där alla barn får samma möjligheter. En enkel frukost med gröt,
smörgås och frukt är en liten kostnad för kommunen men kan betyda mycket för det enskilda barnet. Vi vill börja på
de skolor där behovet är störst och sedan pröva om insatsen ska omfatta fler.

# Yrkanden

Med hänvisning till ovanstående yrkar Vänsterpartiet

~ att nämnden ger förvaltningen i uppdrag att utreda kostnadsfri skolfrukost för elever i årskurs F–9,

~ att utredningen pekar ut minst två skolor där verksamheten kan starta,

~ att utredningen redovisas för nämnden senast i september 2024.

___ Sanna Kvistgård (V) | ledamot i barn- och utbildningsnämnden
""",
)

_MEMO = Paper(
    path=f"{_FOLDER}/2024-09-24/tjansteskrivelse-kostnadsfri-skolfrukost.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Utredning om kostnadsfri skolfrukost",
    board="Barn- och utbildningsförvaltningen",
    date=dt.date(2024, 9, 3),
    case_number=_CASE,
    author="Linnéa Storåker",
    author_role="utvecklingsledare",
    receiver="barn- och utbildningsnämnden",
    body="""
# Sammanfattning

Förvaltningen har utrett hur kostnadsfri skolfrukost kan ordnas. Förvaltningen bedömer att Ekbroskolan och
Kvarnåkerskolan är de skolor där behovet är störst. Frukosten föreslås starta vårterminen 2025 och pågå i två
terminer. Kostnaden beräknas till 640 000 kronor för båda skolorna.

# Förslag till beslut

Barn- och utbildningsförvaltningen föreslår att barn- och utbildningsnämnden beslutar

~ att kostnadsfri skolfrukost införs på Ekbroskolan och Kvarnåkerskolan från och med den 13 januari 2025,

~ att 640 000 kronor avsätts för ändamålet inom nämndens ram för 2025,

~ att förvaltningen ska återrapportera resultatet till nämnden senast i juni 2025.

# Ärendet

Sanna Kvistgård (V) väckte den 14 mars 2024 ett initiativ om kostnadsfri skolfrukost. Nämnden beslutade samma dag,
§ 22, att ge förvaltningen i uppdrag att utreda frågan.

## Behovet

Förvaltningen har gått igenom hälsosamtalen och frågat rektorerna. Andelen elever som sällan äter frukost framgår av
tabellen. Uppgifterna bygger på svar från 1 148 elever.[1]

| Skola | Elever | Äter sällan frukost | Sen ankomst per vecka |
| Ekbroskolan | 412 | 31 procent | 64 |
| Kvarnåkerskolan | 287 | 26 procent | 41 |
| Norrsands skola | 236 | 12 procent | 18 |
| Mossebols skola | 213 | 9 procent | 11 |

## Så kan frukosten ordnas

Frukosten serveras i skolrestaurangen mellan klockan 7.20 och 7.55. Den består av havregrynsgröt, smörgås, mjölk
eller havredryck och frukt. Anmälan behövs inte. Kostenheten behöver utökas med 0,75 tjänst på Ekbroskolan och
0,5 tjänst på Kvarnåkerskolan.

Förvaltningen har övervägt att låta en förening sköta serveringen. Det avfärdas eftersom livsmedelshygien,
allergikost och tillsyn av eleverna då skulle delas mellan flera ansvariga.

# Ekonomi

| Kostnad | Ekbroskolan | Kvarnåkerskolan | Summa |
| Personal | 238 000 kr | 162 000 kr | 400 000 kr |
| Livsmedel | 121 000 kr | 84 000 kr | 205 000 kr |
| Utrustning | 20 000 kr | 15 000 kr | 35 000 kr |
| Summa | 379 000 kr | 261 000 kr | 640 000 kr |

Kostnaden ryms inom nämndens buffert för 2025. Ett permanent införande behöver behandlas i budgetarbetet för 2026.

# Barnrättsperspektiv

Förslaget bedöms stärka barns rätt till hälsa enligt artikel 24 i barnkonventionen. Elevråden på båda skolorna har
tillfrågats. De vill att frukosten ska vara öppen för alla, så att ingen pekas ut.

# Beslutsunderlag

- Nämndinitiativ om kostnadsfri skolfrukost, 2024-03-14
- Barn- och utbildningsnämndens protokoll 2024-03-14, § 22

# Beslutet skickas till

Kostenheten

Rektorerna för Ekbroskolan och Kvarnåkerskolan

___ Torvald Eklinge | förvaltningschef
___ Linnéa Storåker | utvecklingsledare

[1] Hälsosamtalen genomförs i förskoleklass samt årskurs 4 och 7. Svarsfrekvensen var 93 procent.
""",
)

_COMMITTEE = Paper(
    path=f"{_FOLDER}/2024-09-24/au-s-41-kostnadsfri-skolfrukost.pdf",
    kind=Kind.PROTOKOLLSUTDRAG,
    title="Protokollsutdrag § 41 Kostnadsfri skolfrukost",
    board="Barn- och utbildningsnämndens arbetsutskott",
    date=dt.date(2024, 9, 10),
    case_number=_CASE,
    body="""
§ 41 | 2024.031 BUN | Kostnadsfri skolfrukost

# Ärendebeskrivning

Barn- och utbildningsförvaltningen har utrett kostnadsfri skolfrukost efter ett nämndinitiativ från Sanna Kvistgård
(V). Förvaltningen föreslår att frukost införs på två skolor till en kostnad av 640 000 kronor.

# Yrkanden

Ordföranden Ylva Hedtorp (C) yrkar att ärendet lämnas till nämnden utan eget ställningstagande.

# Arbetsutskottets beslut

Arbetsutskottet hänskjuter ärendet till barn- och utbildningsnämnden utan eget förslag till beslut.

Förvaltningen får i uppdrag att till nämndens sammanträde komplettera underlaget med kostnaden för enbart en skola.

# Beslutsunderlag

- Tjänsteskrivelse Utredning om kostnadsfri skolfrukost, 2024-09-03

___ Ylva Hedtorp (C) | Ordförande
___ Mattias Rönnmo (S) | Justerande
""",
)

_MINUTES = Paper(
    path=f"{_FOLDER}/2024-09-24/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll barn- och utbildningsnämnden 2024-09-24",
    board=_BOARD,
    date=dt.date(2024, 9, 24),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Kommunhuset, sal Ekbro, klockan 13.00–16.20"),
        (
            "Beslutande",
            """Ylva Hedtorp (C), ordförande
            Mattias Rönnmo (S), vice ordförande
            Per Lundvall (M)
            Anneli Stråhle (M)
            Göran Fältby (KD)
            Jonas Backemo (L)
            Ulrika Svedhag (C)
            Ritva Kallgård (S)
            Omar Sandelin (S)
            Sanna Kvistgård (V)
            Lage Broström (SD)""",
        ),
        ("Ej tjänstgörande ersättare", "Disa Holmkvist (MP)\nNils Ågärde (M)"),
        (
            "Övriga deltagare",
            """Torvald Eklinge, förvaltningschef
            Linnéa Storåker, utvecklingsledare, § 59
            Berit Myrfors, kostchef, § 59
            Hanna Lidåker, ekonom, § 60""",
        ),
        ("Utses att justera", "Mattias Rönnmo (S)"),
        ("Justeringens plats och tid", "Kommunhuset, 1 oktober 2024 klockan 10.00"),
        ("Paragrafer", "§§ 58–67"),
        ("Sekreterare", "Amina Dahlbro"),
        ("Ordförande", "Ylva Hedtorp (C)"),
        ("Justerande", "Mattias Rönnmo (S)"),
    ),
    body="""
§ 58 | | Val av justerare och fastställande av dagordning

# Beslut

Mattias Rönnmo (S) utses att tillsammans med ordföranden justera protokollet.

Dagordningen fastställs med tillägget att ärendet om skolskjuts från Mossebol behandlas före sammanträdestiderna.

§ 59 | 2024.031 BUN | Kostnadsfri skolfrukost

# Ärendebeskrivning

Sanna Kvistgård (V) väckte den 14 mars 2024 ett nämndinitiativ om kostnadsfri skolfrukost. Nämnden gav förvaltningen i
uppdrag att utreda frågan. Förvaltningen föreslår i skrivelse den 3 september 2024 att frukost införs på Ekbroskolan
och Kvarnåkerskolan till en kostnad av 640 000 kronor.

# Beredning

Arbetsutskottet hänsköt den 10 september 2024, § 41, ärendet till nämnden utan eget förslag. Förvaltningen har därefter
kompletterat underlaget: på enbart Ekbroskolan kostar frukosten 379 000 kronor för två terminer.

# Yrkanden

Ylva Hedtorp (C) yrkar att skolfrukost införs på försök på enbart Ekbroskolan under två terminer och att
410 000 kronor avsätts, varav 31 000 kronor för en utvärdering.

Sanna Kvistgård (V), med instämmande av Mattias Rönnmo (S), yrkar bifall till förvaltningens förslag.

Lage Broström (SD) yrkar avslag på båda förslagen.

# Propositionsordning

Ordföranden ställer proposition på de tre yrkandena och finner att nämnden bifaller ordförandens yrkande.
Omröstning begärs. Nämnden godkänner följande ordning: ja-röst för Ylva Hedtorps yrkande, nej-röst för Sanna
Kvistgårds yrkande.

# Omröstningsresultat

Med 6 ja-röster mot 4 nej-röster, och 1 som avstår, beslutar nämnden enligt ordförandens yrkande.

| Ledamot | Ja | Nej | Avstår |
| Ylva Hedtorp (C) | X | | |
| Mattias Rönnmo (S) | | X | |
| Per Lundvall (M) | X | | |
| Anneli Stråhle (M) | X | | |
| Göran Fältby (KD) | X | | |
| Jonas Backemo (L) | X | | |
| Ulrika Svedhag (C) | X | | |
| Ritva Kallgård (S) | | X | |
| Omar Sandelin (S) | | X | |
| Sanna Kvistgård (V) | | X | |
| Lage Broström (SD) | | | X |

# Beslut

Kostnadsfri skolfrukost införs på försök på Ekbroskolan från och med den 13 januari 2025 till och med den
19 december 2025.

För ändamålet avsätts 410 000 kronor inom nämndens ram för 2025.

Förvaltningen ges i uppdrag att utvärdera försöket och återrapportera till nämnden senast den 17 juni 2025.

# Reservation

Mattias Rönnmo (S), Ritva Kallgård (S), Omar Sandelin (S) och Sanna Kvistgård (V) reserverar sig mot beslutet till
förmån för förvaltningens förslag. De anser att eleverna på Kvarnåkerskolan har samma behov och att ett försök på en
enda skola ger ett för tunt underlag.

# Expedieras till

Kostenheten

Rektor Ekbroskolan

# Beslutsunderlag

- Protokollsutdrag arbetsutskottet 2024-09-10, § 41
- Tjänsteskrivelse Utredning om kostnadsfri skolfrukost, 2024-09-03
- Nämndinitiativ om kostnadsfri skolfrukost, 2024-03-14

§ 60 | 2024.005 BUN | Delårsrapport per augusti 2024

# Ärendebeskrivning

Nämnden ska lämna en delårsrapport till kommunstyrelsen. Resultatet till och med augusti är ett överskott på 2,1
miljoner kronor. För helåret väntas ett underskott på 3,4 miljoner kronor, främst på grund av ökade kostnader för
tilläggsbelopp och vikarier i förskolan.

| Verksamhet | Budget 2024 | Prognos 2024 | Avvikelse |
| Förskola | 148,2 mnkr | 150,9 mnkr | -2,7 mnkr |
| Grundskola | 231,6 mnkr | 233,1 mnkr | -1,5 mnkr |
| Fritidshem | 38,4 mnkr | 37,6 mnkr | 0,8 mnkr |
| Kulturskola och bibliotek | 21,0 mnkr | 21,0 mnkr | 0,0 mnkr |

# Beslut

Delårsrapporten per augusti 2024 godkänns och överlämnas till kommunstyrelsen.

Förvaltningen ges i uppdrag att redovisa åtgärder för en budget i balans vid nämndens sammanträde i oktober 2024.

# Protokollsanteckning

Omar Sandelin (S) lämnar följande anteckning till protokollet: Vi socialdemokrater vill se att tilläggsbeloppen
behandlas som ett eget ärende och inte göms i en delårsrapport.

§ 61 | 2024.044 BUN | Skolskjuts från Mossebol

# Ärendebeskrivning

Vårdnadshavare i Mossebol har begärt att linje 43 ska få en tidigare avgång så att elever i årskurs 7–9 slipper vänta
50 minuter på Ekbroskolan. Förvaltningen föreslår att begäran avslås eftersom väntetiden ryms inom riktlinjens gräns på
60 minuter.

# Yrkanden

Ritva Kallgård (S) yrkar att ärendet återremitteras för att kostnaden för en tidigare avgång ska redovisas.

# Beslut

Ärendet återremitteras till förvaltningen för redovisning av kostnaden för en avgång klockan 7.35.

§ 62 | 2024.050 BUN | Sammanträdestider 2025

# Beslut

Barn- och utbildningsnämnden fastställer följande sammanträdestider för 2025, alla klockan 13.00:

- 28 januari
- 25 mars
- 29 april
- 17 juni
- 23 september
- 28 oktober
- 9 december

§ 63 | 2024.052 BUN | Remiss av förslag till biblioteksplan 2025–2028

# Ärendebeskrivning

Gällande biblioteksplan löper ut vid årsskiftet. Kultur- och fritidsavdelningen har tagit fram ett förslag med tre
utvecklingsområden.

# Beslut

Förslaget till biblioteksplan sänds på remiss till kommunstyrelsen, socialnämnden och elevråden. Svar ska ha inkommit
senast den 29 november 2024.

§ 64 | 2024.006 BUN | Frånvaro i grundskolan läsåret 2023/2024

# Ärendebeskrivning

Den totala frånvaron i grundskolan var 8,7 procent, en minskning med 0,6 procentenheter jämfört med föregående läsår. 74
elever hade en frånvaro över 30 procent. Den ogiltiga frånvaron är högst i årskurs 8.

# Beslut

Informationen läggs till handlingarna.

§ 65 | 2024.007 BUN | Anmälningar om kränkande behandling

# Ärendebeskrivning

Under perioden 1 maj–31 augusti 2024 har 23 anmälningar om kränkande behandling inkommit till huvudmannen. Av dessa
är 19 avslutade.

# Beslut

Redovisningen läggs till handlingarna.

§ 66 | 2024.001 BUN | Redovisning av delegationsbeslut

# Beslut

Redovisningen av delegationsbeslut fattade under augusti 2024 godkänns.

§ 67 | 2024.002 BUN | Meddelanden

# Beslut

Följande meddelanden läggs till handlingarna:

1. Skolinspektionens beslut om avslutad tillsyn av Norrsands skola, 2024-08-27
2. Kommunfullmäktiges beslut 2024-06-17, § 71, om budgetramar för 2025
3. Skrivelse från föräldraföreningen vid Kvarnåkerskolan om trafiken vid skolan, 2024-09-11
""",
)

_REPORT_BACK = Paper(
    path=f"{_FOLDER}/2025-06-17/aterrapportering-skolfrukost.odt",
    kind=Kind.TJANSTESKRIVELSE,
    title="Återrapportering av försöket med skolfrukost på Ekbroskolan",
    board="Barn- och utbildningsförvaltningen",
    date=dt.date(2025, 5, 27),
    case_number=_CASE,
    case_label="Dnr",
    author="Linnéa Storåker",
    author_role="utvecklingsledare",
    receiver="barn- och utbildningsnämnden",
    body="""
# Sammanfattning

Försöket med kostnadsfri skolfrukost har pågått på Ekbroskolan sedan den 13 januari 2025. I genomsnitt äter 138 elever
frukost varje dag. De sena ankomsterna har minskat från 64 till 39 per vecka. Kostnaden till och med april är
151 000 kronor.

# Förslag till beslut

Barn- och utbildningsförvaltningen föreslår att nämnden beslutar

~ att återrapporteringen läggs till handlingarna,

~ att frukosten på Ekbroskolan fortsätter efter den 19 december 2025,

~ att frågan om Kvarnåkerskolan hänskjuts till budgetberedningen för 2027.

# Ärendet

Barn- och utbildningsnämnden beslutade den 24 september 2024, § 59, att införa skolfrukost på försök på Ekbroskolan
och att förvaltningen skulle återrapportera senast den 17 juni 2025.

## Resultat

| Mått | Före försöket | April 2025 |
| Elever som äter skolfrukost per dag | 0 | 138 |
| Sena ankomster per vecka | 64 | 39 |
| Matsvinn per portion | uppgift saknas | 22 gram |

Elever och personal är i huvudsak nöjda. Det som fungerat sämst är tillsynen före klockan 7.30, eftersom elever
kommer innan personalen är på plats. Rektor har därför flyttat ett arbetspass för en elevassistent.

## Förvaltningens bedömning

Förvaltningen bedömer att försöket har gett avsedd effekt. Det går dock inte att säga hur stor del av minskningen i sena
ankomster som beror på frukosten, eftersom skolan samtidigt införde nya rutiner för frånvaroanmälan.

# Ekonomi

Helårskostnaden 2025 väntas bli 402 000 kronor, det vill säga 8 000 kronor lägre än det belopp som nämnden avsatt.

___ Torvald Eklinge | förvaltningschef
""",
)

_LATER_MINUTES = Paper(
    path=f"{_FOLDER}/2025-06-17/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll barn- och utbildningsnämnden 2025-06-17",
    board=_BOARD,
    date=dt.date(2025, 6, 17),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Kommunhuset, sal Ekbro, klockan 13.00–15.10"),
        (
            "Beslutande",
            """Ylva Hedtorp (C), ordförande
            Mattias Rönnmo (S), vice ordförande
            Per Lundvall (M)
            Nils Ågärde (M) ersätter Anneli Stråhle (M)
            Göran Fältby (KD)
            Jonas Backemo (L)
            Ulrika Svedhag (C)
            Ritva Kallgård (S)
            Omar Sandelin (S)
            Sanna Kvistgård (V)
            Lage Broström (SD)""",
        ),
        ("Övriga deltagare", "Torvald Eklinge, förvaltningschef\nLinnéa Storåker, utvecklingsledare, §§ 37–38"),
        ("Utses att justera", "Omar Sandelin (S)"),
        ("Justeringens plats och tid", "Digital justering, 23 juni 2025"),
        ("Paragrafer", "§§ 36–44"),
        ("Sekreterare", "Amina Dahlbro"),
        ("Ordförande", "Ylva Hedtorp (C)"),
        ("Justerande", "Omar Sandelin (S)"),
    ),
    body="""
§ 36 | | Val av justerare

# Beslut

Omar Sandelin (S) utses att justera protokollet.

§ 37 | 2024.031 BUN | Återrapportering av försöket med skolfrukost

# Ärendebeskrivning

Nämnden beslutade den 24 september 2024, § 59, att införa kostnadsfri skolfrukost på försök på Ekbroskolan.
Förvaltningen återrapporterar i skrivelse den 27 maj 2025 att i genomsnitt 138 elever äter frukost varje dag och att
de sena ankomsterna har minskat.

# Förslag till beslut

Förvaltningen föreslår att återrapporteringen läggs till handlingarna, att frukosten på Ekbroskolan fortsätter efter den
19 december 2025 och att frågan om Kvarnåkerskolan hänskjuts till budgetberedningen för 2027.

# Yrkanden

Sanna Kvistgård (V) yrkar att frukosten även införs på Kvarnåkerskolan från och med augusti 2025.

Ylva Hedtorp (C) yrkar bifall till förvaltningens första och andra att-sats och att frågan om Kvarnåkerskolan
hänskjuts till budgetberedningen för 2026.

# Propositionsordning

Ordföranden ställer yrkandena mot varandra och finner att nämnden bifaller hennes eget yrkande.

# Beslut

Återrapporteringen läggs till handlingarna.

Skolfrukosten på Ekbroskolan permanentas från och med den 8 januari 2026.

Frågan om skolfrukost på Kvarnåkerskolan hänskjuts till budgetberedningen för 2026.

# Reservation

Sanna Kvistgård (V) reserverar sig mot beslutet till förmån för eget yrkande.

# Expedieras till

Kostenheten

Budgetberedningen

§ 38 | 2024.044 BUN | Skolskjuts från Mossebol

# Ärendebeskrivning

Ärendet återremitterades den 24 september 2024, § 61. Förvaltningen redovisar att en tidigare avgång klockan 7.35 på
linje 43 kostar 186 000 kronor per läsår.

# Förslag till beslut

Förvaltningen föreslår att begäran om en tidigare avgång avslås.

# Beslut

Begäran om en tidigare avgång på linje 43 avslås.

# Protokollsanteckning

Ritva Kallgård (S) antecknar till protokollet: Vi beklagar att elva elever även fortsättningsvis får vänta nästan en
timme varje dag.

§ 39 | 2024.052 BUN | Antagande av biblioteksplan 2025–2028

# Ärendebeskrivning

Förslaget till biblioteksplan har varit på remiss. Åtta svar har inkommit. Förvaltningen har ändrat målet för
utlån till barn och lagt till ett avsnitt om skolbiblioteken.

# Beslut

Barn- och utbildningsnämnden föreslår att kommunfullmäktige antar biblioteksplan 2025–2028.

Den nuvarande biblioteksplanen förlängs till dess att fullmäktige har fattat beslut.

§ 40 | 2025.003 BUN | Ekonomisk uppföljning per april 2025

# Beslut

Den ekonomiska uppföljningen med ett prognostiserat underskott på 1,2 miljoner kronor godkänns.

§ 41 | 2025.019 BUN | Organisation för Kvarnåkers förskola

# Ärendebeskrivning

Barnantalet i Kvarnåker minskar. Hösten 2025 väntas 46 barn på förskolan mot 68 för tre år sedan.

# Beslut

Avdelningen Lingonet vid Kvarnåkers förskola stängs den 31 juli 2025.

De berörda barnen erbjuds plats på de övriga avdelningarna vid samma förskola.

§ 42 | 2025.022 BUN | Skolbibliotekarier

# Beslut

Ärendet bordläggs till nämndens sammanträde den 23 september 2025.

§ 43 | 2025.001 BUN | Redovisning av delegationsbeslut

# Beslut

Redovisningen av delegationsbeslut fattade under april och maj 2025 godkänns.

§ 44 | 2025.002 BUN | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

PAPERS = (_INITIATIVE, _MEMO, _COMMITTEE, _MINUTES, _REPORT_BACK, _LATER_MINUTES)
