"""The case of a new sports hall: sent back, dearer, decided at a third sum, reported back."""

import datetime as dt

from eval.sample.content import Look, Paper
from ingest.documents import Kind

_CASE = "KS 2024/207"

_MEMO = Paper(
    path="kommunstyrelsen/2025-02-05/tjansteskrivelse-sporthall-ekbro.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Ny sporthall i Ekbro – kalkyl och finansiering",
    board="Samhällsbyggnadskontoret",
    date=dt.date(2025, 1, 14),
    case_number="KS 2024-00207",
    author="Viktor Hedenstad",
    author_role="projektledare",
    receiver="kommunstyrelsen",
    body="""
# Sammanfattning

Kommunstyrelsen gav den 6 november 2024, § 133, kontoret i uppdrag att ta fram kalkyl och finansiering för en fullstor
sporthall i Ekbro. Kontoret beräknar investeringen till 84 miljoner kronor. Hallen kan stå klar till höstterminen 2027.

# Förslag till beslut

Samhällsbyggnadskontoret föreslår att kommunstyrelsen föreslår kommunfullmäktige besluta

~ att en fullstor sporthall uppförs vid Ekbroskolan till en kostnad av högst 84 miljoner kronor,

~ att investeringen finansieras genom lån.

# Bakgrund

Gymnastiksalen vid Ekbroskolan dömdes ut efter en fuktskada i mars 2024. Sedan dess åker eleverna buss till
Tallvikahallen. Bussarna kostar 740 000 kronor per läsår och varje lektion förkortas med 35 minuter.

# Kalkyl

| Post | Belopp |
| Mark och rivning | 6,5 mnkr |
| Byggnad | 63,0 mnkr |
| Inredning och utrustning | 4,5 mnkr |
| Projektering och byggherre | 6,0 mnkr |
| Oförutsett | 4,0 mnkr |
| Summa | 84,0 mnkr |

Den årliga kapitalkostnaden beräknas till 4,6 miljoner kronor och driftkostnaden till 2,2 miljoner kronor.

# Tidplan

1. Upphandling av entreprenör: hösten 2025
2. Byggstart: mars 2026
3. Slutbesiktning: juni 2027
4. Inflyttning: augusti 2027

# Risker

Priserna på stål och betong är osäkra. Grundläggningen kan bli dyrare eftersom marken delvis består av lera.

___ Lotta Ravnsborg | samhällsbyggnadschef
___ Viktor Hedenstad | projektledare
""",
)

_SENT_BACK = Paper(
    path="kommunstyrelsen/2025-02-05/protokollsutdrag-s-9-sporthall-ekbro.pdf",
    kind=Kind.PROTOKOLLSUTDRAG,
    title="Protokollsutdrag § 9 Ny sporthall i Ekbro",
    board="Kommunstyrelsen",
    date=dt.date(2025, 2, 5),
    case_number=_CASE,
    body="""
§ 9 | KS 2024/207 | Ny sporthall i Ekbro

# Ärendebeskrivning

Samhällsbyggnadskontoret föreslår att en fullstor sporthall uppförs vid Ekbroskolan till en kostnad av högst 84 miljoner
kronor.

# Yrkanden

Roger Stenvall (SD) yrkar avslag.

Agneta Hjortmo (S) yrkar att ärendet återremitteras för en fördjupad undersökning av markförhållandena och en
redovisning av hur föreningarna ska betala för hallen.

# Beslut

Ärendet återremitteras till samhällsbyggnadskontoret för en geoteknisk undersökning och ett förslag till hyresmodell för
föreningar.

# Expedieras till

Samhällsbyggnadskontoret

___ Rickard Staaf (M) | Ordförande
___ Agneta Hjortmo (S) | Justerande
""",
)

_SECOND_MEMO = Paper(
    path="kommunstyrelsen/2025-05-07/tjansteskrivelse-sporthall-ekbro-efter-aterremiss.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Ny sporthall i Ekbro – svar på återremiss",
    board="Samhällsbyggnadskontoret",
    date=dt.date(2025, 4, 15),
    case_number=_CASE,
    author="Viktor Hedenstad",
    author_role="projektledare",
    receiver="kommunstyrelsen",
    body="""
# Sammanfattning

Ärendet återremitterades av kommunstyrelsen den 5 februari 2025, § 9. Den geotekniska undersökningen visar att hallen
måste pålas. Kalkylen höjs därför till 91,5 miljoner kronor.

# Förslag till beslut

Samhällsbyggnadskontoret föreslår att kommunstyrelsen föreslår kommunfullmäktige besluta

~ att sporthallen vid Ekbroskolan uppförs till en kostnad av högst 91,5 miljoner kronor,

~ att hyran för föreningar med verksamhet för barn och unga sätts till 95 kronor per timme,

~ att hyran för övriga föreningar sätts till 260 kronor per timme.

# Geoteknisk undersökning

Elva borrningar har gjorts. Leran är mellan 4 och 9 meter djup. Pålning behövs under hela byggnaden och kostar 5,8
miljoner kronor. Därutöver har byggpriserna stigit med 1,7 miljoner kronor sedan den första kalkylen.

# Hyresmodell

Tre modeller har prövats. Kontoret förordar differentierad hyra eftersom den gynnar barn och unga. Med 38 bokade
timmar i veckan beräknas intäkterna till 310 000 kronor per år.

# Dialog

Elva föreningar har svarat på en enkät. Tallvika innebandyklubb och Ekbro gymnastikförening är de största blivande
användarna. Nio av elva tycker att hyran är rimlig.

___ Lotta Ravnsborg | samhällsbyggnadschef
___ Viktor Hedenstad | projektledare
""",
)

_COUNCIL_MINUTES = Paper(
    path="kommunfullmaktige/2025-06-16/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll kommunfullmäktige 2025-06-16",
    board="Kommunfullmäktige",
    date=dt.date(2025, 6, 16),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Folkets hus, Tallvika, klockan 17.00–22.15"),
        ("Beslutande", "40 ledamöter enligt närvarolista, bilaga 1"),
        ("Övriga deltagare", "Petra Ljungkvarn, kommundirektör\nViktor Hedenstad, projektledare, § 63"),
        ("Utses att justera", "Inga-Lill Sjödahl (C) och Monica Hagfall (S)"),
        ("Justeringens plats och tid", "Kommunhuset, 24 juni 2025 klockan 15.00"),
        ("Paragrafer", "§§ 60–69"),
        ("Sekreterare", "Fredrik Lövhage"),
        ("Ordförande", "Gunvor Almlid (S)"),
        ("Justerande", "Inga-Lill Sjödahl (C)\nMonica Hagfall (S)"),
    ),
    body="""
§ 60 | | Upprop och val av justerare

# Beslut

Inga-Lill Sjödahl (C) och Monica Hagfall (S) utses att justera protokollet.

§ 61 | KS 2025/003 | Allmänhetens frågestund

# Beslut

Frågestunden förklaras avslutad. Tre frågor om sporthallen besvaras av kommunstyrelsens ordförande Rickard Staaf (M).

§ 62 | KS 2025/64 | Taxa för offentlig kontroll inom livsmedelsområdet

# Ärendebeskrivning

Miljö- och byggnadsnämnden har den 18 mars 2025, § 24, föreslagit att timtaxan för livsmedelskontroll höjs till 1 340
kronor. Nämndens beteckning är MBN/2025:14. Kommunstyrelsen har den 7 maj 2025, § 58, föreslagit 1 290 kronor med
hänvisning till småföretagens villkor.

# Yrkanden

Marie Öhlander (S) yrkar bifall till nämndens förslag.

Rickard Staaf (M) yrkar bifall till kommunstyrelsens förslag.

# Beslut

Timtaxan för livsmedelskontroll fastställs till 1 290 kronor från och med den 1 januari 2026.

Avgiften tas ut i efterhand för utförd kontroll.

# Reservation

Socialdemokraternas och Miljöpartiets ledamöter reserverar sig mot beslutet till förmån för nämndens förslag.

§ 63 | KS 2024/207 | Ny sporthall i Ekbro

# Ärendebeskrivning

Kommunstyrelsen återremitterade ärendet den 5 februari 2025, § 9. Samhällsbyggnadskontoret har därefter lämnat ett nytt
förslag med en kostnad på högst 91,5 miljoner kronor. Kommunstyrelsen har den 7 maj 2025, § 61, tillstyrkt förslaget men
med ett lägre tak, 89 miljoner kronor, genom att läktaren utgår.

# Yrkanden

Agneta Hjortmo (S) yrkar bifall till samhällsbyggnadskontorets förslag med läktare.

Rickard Staaf (M) yrkar bifall till kommunstyrelsens förslag.

Roger Stenvall (SD) yrkar avslag på att bygga sporthallen.

# Omröstningsresultat

Omröstning genomförs mellan kommunstyrelsens förslag (ja) och Agneta Hjortmos yrkande (nej). Resultatet blir 23
ja-röster, 13 nej-röster och 4 som avstår.

# Beslut

En fullstor sporthall utan läktare uppförs vid Ekbroskolan till en kostnad av högst 89 miljoner kronor.

Investeringen finansieras genom lån.

Hyran för föreningar med verksamhet för barn och unga fastställs till 95 kronor per timme och för övriga föreningar till
280 kronor per timme.

Samhällsbyggnadskontoret ska redovisa projektets ekonomi för kommunstyrelsen i februari och september varje år till dess
att hallen är färdig.

# Reservation

Roger Stenvall (SD) med flera reserverar sig mot beslutet till förmån för eget yrkande.

§ 64 | KS 2025/88 | Antagande av biblioteksplan 2025–2028

# Beslut

Biblioteksplan 2025–2028 antas.

§ 65 | KS 2025/70 | Budgetramar för 2026

# Ärendebeskrivning

Budgetramarna bygger på prognosen för skatteunderlaget från april.

| Nämnd | Ram 2025 | Ram 2026 |
| Kommunstyrelsen | 92,4 mnkr | 94,1 mnkr |
| Barn- och utbildningsnämnden | 446,0 mnkr | 455,5 mnkr |
| Socialnämnden | 372,8 mnkr | 384,0 mnkr |
| Miljö- och byggnadsnämnden | 19,6 mnkr | 20,1 mnkr |

# Beslut

Budgetramarna för 2026 fastställs enligt tabellen.

Nämnderna ska lämna förslag till detaljbudget senast den 3 oktober 2025.

§ 66 | KS 2025/75 | Ansvarsfrihet för 2024

# Ärendebeskrivning

Revisorerna tillstyrker ansvarsfrihet för samtliga nämnder men riktar en anmärkning mot socialnämnden för bristande
intern kontroll.

# Beslut

Ansvarsfrihet beviljas för kommunstyrelsen och samtliga nämnder för 2024.

Fullmäktige riktar en anmärkning mot socialnämnden.

# Jäv

Ledamöter och ersättare i kommunstyrelsen och nämnderna deltar inte i beslutet såvitt avser det egna ansvaret.

§ 67 | KS 2025/81 | Motion om fria bussresor för äldre

# Ärendebeskrivning

Monica Hagfall (S) har i en motion föreslagit att personer som fyllt 75 år ska åka gratis med buss i kommunen. Kostnaden
beräknas till 1,6 miljoner kronor per år.

# Beslut

Motionen avslås.

# Reservation

Socialdemokraternas och Vänsterpartiets ledamöter reserverar sig mot beslutet.

§ 68 | KS 2025/90 | Val av nämndeman

# Beslut

Karl-Erik Sundhamre (C) väljs till nämndeman i tingsrätten till och med den 31 december 2027.

§ 69 | KS 2025/002 | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

_REPORT_BACK = Paper(
    path="kommunstyrelsen/2026-02-04/lagesrapport-sporthall-ekbro.txt",
    kind=Kind.TJANSTESKRIVELSE,
    title="Lägesrapport februari 2026, ny sporthall i Ekbro",
    board="Samhällsbyggnadskontoret",
    date=dt.date(2026, 1, 20),
    case_number=_CASE,
    author="Viktor Hedenstad",
    author_role="projektledare",
    receiver="kommunstyrelsen",
    body="""
# Förslag till beslut

Samhällsbyggnadskontoret föreslår att kommunstyrelsen lägger lägesrapporten till handlingarna.

# Ärendet

Kommunfullmäktige beslutade den 16 juni 2025, § 63, att en sporthall ska uppföras vid Ekbroskolan och att projektets
ekonomi ska redovisas i februari och september varje år.

# Ekonomi

Till och med december 2025 har 7,9 miljoner kronor använts. Slutprognosen är 88,2 miljoner kronor, det vill säga 0,8
miljoner kronor under taket.

# Tidplan

Entreprenör är Byggmästarna i Kvarnåker AB. Avtalet undertecknades den 11 december 2025. Byggstart har flyttats från
mars till maj 2026 eftersom upphandlingen överprövades. Inflyttning beräknas nu till oktober 2027.

# Risker

Den största kvarvarande risken är leveranstiden för limträbalkar.

Viktor Hedenstad, projektledare
""",
)

PAPERS = (_MEMO, _SENT_BACK, _SECOND_MEMO, _COUNCIL_MINUTES, _REPORT_BACK)
