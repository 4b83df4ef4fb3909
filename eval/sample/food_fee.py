"""The case of the fee for food control: a proposal to the council, another amount, a plan with tables."""

import datetime as dt

from eval.sample.content import Look, Paper
from ingest.documents import Kind

_BOARD = "Miljö- och byggnadsnämnden"
_FOLDER = "miljo-och-byggnadsnamnden"
_CASE = "MBN/2025:14"

_MEMO = Paper(
    path=f"{_FOLDER}/2025-03-18/tjansteskrivelse-taxa-livsmedelskontroll.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Taxa för offentlig kontroll inom livsmedelsområdet",
    board="Miljö- och byggnadskontoret",
    date=dt.date(2025, 2, 25),
    case_number=_CASE,
    case_label="Dnr",
    author="Vera Klingåker",
    author_role="livsmedelsinspektör",
    receiver="miljö- och byggnadsnämnden",
    body="""
# Sammanfattning

Nuvarande timtaxa för livsmedelskontroll, 1 180 kronor, täcker inte kontorets kostnader. Kontoret har räknat fram en ny
timtaxa på 1 340 kronor och föreslår att efterhandsdebitering införs för alla verksamheter.

# Förslag till beslut

Miljö- och byggnadskontoret föreslår att nämnden föreslår kommunfullmäktige besluta

~ att timtaxan för livsmedelskontroll fastställs till 1 340 kronor från och med den 1 januari 2026,

~ att avgiften tas ut i efterhand för utförd kontroll,

~ att taxan räknas upp årligen med prisindex för kommunal verksamhet.

# Ärendet

Enligt förordning (2021:176) ska kommunen ta ut avgift som täcker kostnaden för kontrollen. I Tallvika finns 184
livsmedelsverksamheter. Kontoret utförde 211 kontroller under 2024.

| Kostnadspost | Belopp per timme |
| Lön och sociala avgifter | 612 kr |
| Lokaler och it | 214 kr |
| Resor och provtagning | 133 kr |
| Ledning och administration | 381 kr |
| Summa | 1 340 kr |

# Jämförelse

I de fem kommuner som kontoret har jämfört med ligger timtaxan mellan 1 150 och 1 460 kronor.

# Konsekvenser för företag

För en liten kiosk med en kontroll vartannat år blir den årliga kostnaden omkring 1 000 kronor. För en restaurang med
två kontroller om året blir den omkring 6 000 kronor.

# Beslutet skickas till

Kommunfullmäktige

___ Per-Ola Tranmark | miljöchef
___ Vera Klingåker | livsmedelsinspektör
""",
)

_MINUTES = Paper(
    path=f"{_FOLDER}/2025-03-18/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll miljö- och byggnadsnämnden 2025-03-18",
    board=_BOARD,
    date=dt.date(2025, 3, 18),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Kommunhuset, sal Mossebol, klockan 13.30–16.00"),
        (
            "Beslutande",
            """Stellan Gräsvik (KD), ordförande
            Marie Öhlander (S), vice ordförande
            Curt Vinnberg (M)
            Sigrid Hallmo (C)
            Tuva Limsjö (KD) ersätter Bo Årnes (L)
            Jan Tjärnberg (S)
            Edit Rosvall (MP)""",
        ),
        (
            "Övriga deltagare",
            "Per-Ola Tranmark, miljöchef\nVera Klingåker, livsmedelsinspektör, §§ 24–25\n"
            "Gustav Alrik, byggnadsinspektör",
        ),
        ("Utses att justera", "Marie Öhlander (S)"),
        ("Justeringens plats och tid", "Omedelbar justering av § 27. I övrigt den 25 mars 2025"),
        ("Paragrafer", "§§ 23–31"),
        ("Sekreterare", "Ida Norrbyholm"),
        ("Ordförande", "Stellan Gräsvik (KD)"),
        ("Justerande", "Marie Öhlander (S)"),
    ),
    body="""
§ 23 | | Val av justerare

# Beslut

Marie Öhlander (S) utses att justera protokollet.

§ 24 | MBN/2025:14 | Taxa för offentlig kontroll inom livsmedelsområdet

# Ärendebeskrivning

Kontoret föreslår att timtaxan för livsmedelskontroll höjs från 1 180 till 1 340 kronor och att avgiften tas ut i
efterhand.

# Yrkanden

Curt Vinnberg (M) yrkar att timtaxan ska vara 1 250 kronor.

Marie Öhlander (S) yrkar bifall till kontorets förslag.

# Propositionsordning

Ordföranden ställer proposition på yrkandena och finner att nämnden bifaller kontorets förslag.

# Beslut

Miljö- och byggnadsnämnden föreslår att kommunfullmäktige fastställer timtaxan för livsmedelskontroll till 1 340
kronor från och med den 1 januari 2026 och att avgiften tas ut i efterhand.

# Reservation

Curt Vinnberg (M) reserverar sig till förmån för eget yrkande.

§ 25 | MBN/2025:9 | Tillsynsplan 2025

# Beslut

Tillsynsplan 2025 antas.

Nämnden noterar att 38 planerade tillsynsbesök på enskilda avlopp förs över från 2024.

§ 26 | MBN/2024:203 | Bygglov för flerbostadshus, fastigheten Norrsand 2:41

# Ärendebeskrivning

Ansökan gäller ett flerbostadshus i tre våningar med 18 lägenheter. Byggnaden avviker från detaljplanen genom att
nockhöjden överskrids med 0,6 meter. Fyra grannar har hörts. En granne har lämnat synpunkter om skuggning.

# Nämndens bedömning

Avvikelsen är liten och förenlig med planens syfte. Skuggningen bedöms inte vara en betydande olägenhet.

# Beslut

Bygglov beviljas med stöd av 9 kap. 31 b § plan- och bygglagen.

Avgiften för bygglovet är 94 600 kronor.

§ 27 | MBN/2025:22 | Tillfälligt förbud att servera mat, restaurang vid torget

# Ärendebeskrivning

Vid kontroll den 12 mars 2025 konstaterades spår av skadedjur i kök och förråd. Verksamheten har tidigare fått två
förelägganden.

# Beslut

Nämnden förbjuder verksamheten att servera livsmedel till dess att sanering har gjorts och godkänts av kontoret.

Beslutet gäller omedelbart även om det överklagas. Paragrafen förklaras omedelbart justerad.

§ 28 | MBN/2025:17 | Föreläggande om enskilt avlopp, fastigheten Mossebol 1:9

# Beslut

Fastighetsägaren föreläggs vid vite om 50 000 kronor att senast den 30 september 2025 upphöra med utsläpp av
avloppsvatten från den befintliga anläggningen.

§ 29 | MBN/2025:20 | Detaljplan för Hultinge södra

# Ärendebeskrivning

Planen möjliggör 60 bostäder och en förskola. Under samrådet kom 14 yttranden in. Länsstyrelsen vill att risken för
översvämning utreds.

# Beslut

Ärendet bordläggs till den 20 maj 2025.

§ 30 | MBN/2025:1 | Redovisning av delegationsbeslut

# Beslut

Redovisningen av 63 delegationsbeslut godkänns.

§ 31 | MBN/2025:2 | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

_PLAN = Paper(
    path=f"{_FOLDER}/2025-03-18/tillsynsplan-2025.pdf",
    kind=Kind.PLAN,
    title="Tillsynsplan 2025",
    board=_BOARD,
    date=dt.date(2025, 3, 18),
    case_number="MBN/2025:9",
    case_label="Dnr",
    look=Look.REPORT,
    body="""
# 1 Inledning

Tillsynsplanen visar hur miljö- och byggnadskontoret fördelar sin tid under 2025. Planen bygger på en behovsutredning
för perioden 2025–2027. Behovet är 7 900 timmar per år och de tillgängliga resurserna 6 450 timmar. Kontoret måste
därför prioritera.

# 2 Prioriteringar

Under 2025 prioriteras följande områden:

- dricksvatten och vattenskydd
- enskilda avlopp vid Hultsjön
- livsmedelsverksamheter som serverar känsliga grupper
- radon i skolor och förskolor
- nedskräpning vid återvinningsstationer

# 3 Resurser

| Område | Timmar 2024 | Timmar 2025 | Förändring |
| Livsmedelskontroll | 1 420 | 1 500 | 80 |
| Hälsoskydd | 690 | 740 | 50 |
| Miljöfarlig verksamhet | 1 130 | 1 080 | -50 |
| Enskilda avlopp | 820 | 1 010 | 190 |
| Strandskydd | 210 | 180 | -30 |
| Bygglovstillsyn | 560 | 540 | -20 |
| Övrigt och oplanerat | 1 400 | 1 400 | 0 |

# 4 Mål för året

1. Minst 110 enskilda avlopp inventeras vid Hultsjön.
2. Alla skolor och förskolor i kommunens regi har fått radonmätning kontrollerad.
3. Minst 95 procent av de planerade livsmedelskontrollerna genomförs.
4. Handläggningstiden för anmälan om värmepump är högst tre veckor.

# 5 Ansvar

Miljöchefen ansvarar för planen. Livsmedelsinspektör Vera Klingåker samordnar livsmedelskontrollen och miljöinspektör
Ruben Fagerås samordnar inventeringen av avlopp.

# 6 Uppföljning

Planen följs upp i samband med delårsrapporten och i verksamhetsberättelsen. Avvikelser större än tio procent ska
förklaras.[1]

[1] Gränsen på tio procent gäller timmar per område, inte antal besök.
""",
)

_INTERPELLATION = Paper(
    path="kommunfullmaktige/2025-02-24/interpellation-enskilda-avlopp-hultsjon.pdf",
    kind=Kind.INTERPELLATION,
    title="Interpellation om enskilda avlopp vid Hultsjön",
    board="Kommunfullmäktige",
    date=dt.date(2024, 11, 18),
    case_number="KS 2024/220",
    receiver="miljö- och byggnadsnämndens ordförande Stellan Gräsvik (KD)",
    body="""
Hultsjön mår inte bra. Vid provtagningen i augusti 2024 var fosforhalten 38 mikrogram per liter, nästan dubbelt så hög
som gränsen för god status. Runt sjön finns omkring 260 fastigheter med enskilt avlopp, och enligt nämndens egen
verksamhetsberättelse har mindre än hälften inventerats.

Samtidigt fick nämnden 2024 ett särskilt anslag på 300 000 kronor för inventeringen. Under året inventerades 72 av de
planerade 110 avloppen.

Med anledning av detta vill jag fråga miljö- och byggnadsnämndens ordförande:

1. Varför genomfördes inte hela inventeringen 2024?
2. Vad har anslaget på 300 000 kronor använts till?
3. När räknar ordföranden med att alla avlopp runt sjön är inventerade?

___ Edit Rosvall (MP) | interpellant
""",
)

_ANSWER = Paper(
    path="kommunfullmaktige/2025-02-24/svar-pa-interpellation-enskilda-avlopp.txt",
    kind=Kind.OVRIGT,
    title="Svar på interpellation om enskilda avlopp vid Hultsjön",
    board="Miljö- och byggnadsnämnden",
    date=dt.date(2025, 2, 17),
    case_number="KS 2024/220",
    author="Stellan Gräsvik (KD)",
    author_role="miljö- och byggnadsnämndens ordförande",
    receiver="kommunfullmäktige",
    body="""
Tack, Edit Rosvall, för en viktig interpellation.

Svar på fråga 1: Inventeringen försenades eftersom en av två inspektörer var föräldraledig från maj och vikarien
slutade i september.

Svar på fråga 2: Av anslaget har 188 000 kronor använts, varav 140 000 kronor till lön och 48 000 kronor till
provtagning. Resterande 112 000 kronor begärs överförda till 2025.

Svar på fråga 3: Med nuvarande takt är alla avlopp runt Hultsjön inventerade under 2027. Jag hade hoppats på 2026.

Stellan Gräsvik (KD)
""",
)

PAPERS = (_MEMO, _MINUTES, _PLAN, _INTERPELLATION, _ANSWER)
