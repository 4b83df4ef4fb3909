"""The case of lighting along cycle paths: a motion, a vote in the council, an answer in another form."""

import datetime as dt

from eval.sample.content import Look, Paper
from ingest.documents import Kind

_CASE = "KS 2024/118"

_MOTION = Paper(
    path="kommunfullmaktige/2024-04-29/motion-belysning-gang-och-cykelvagar.pdf",
    kind=Kind.MOTION,
    title="Motion om belysning längs gång- och cykelvägar",
    board="Kommunfullmäktige",
    date=dt.date(2024, 4, 15),
    case_number=_CASE,
    receiver="kommunfullmäktige i Tallvika",
    body="""
Att kunna gå eller cykla hem när det har blivit mörkt är en fråga om frihet. I medborgardialogen hösten 2023 svarade
41 procent av kvinnorna och 14 procent av männen att de undviker att gå eller cykla i Tallvika efter mörkrets inbrott.
De sträckor som nämns oftast är vägen mellan Ekbro och Kvarnåker, strandpromenaden i Norrsand och gångtunneln under
järnvägen.

Miljöpartiet och Liberalerna vill att kommunen tar ett samlat grepp. Ny teknik med närvarostyrd belysning gör att
lamporna bara lyser när någon passerar. Det sparar el och stör djurlivet mindre.

# Vi yrkar därför

1. att kommunen inventerar alla oupplysta gång- och cykelvägar inom tätorterna,
2. att kommunen tar fram en åtgärdsplan med kostnader för belysning av de tio mest utsatta sträckorna,
3. att trygghetsvandringar genomförs i Ekbro, Kvarnåker och Norrsand minst en gång om året.

Tallvika den 15 april 2024

___ Elin Torsfjäll (MP) | motionär
___ Jonas Backemo (L) | motionär
""",
)

_MEMO = Paper(
    path="kommunstyrelsen/2024-11-06/tjansteskrivelse-svar-pa-motion-belysning.docx",
    kind=Kind.TJANSTESKRIVELSE,
    title="Svar på motion om belysning längs gång- och cykelvägar",
    board="Kommunledningskontoret",
    date=dt.date(2024, 10, 8),
    case_number="KS 2024/118",
    author="Kerstin Vadhem",
    author_role="trafikplanerare",
    receiver="kommunstyrelsen",
    body="""
# Sammanfattning

Elin Torsfjäll (MP) och Jonas Backemo (L) har lämnat en motion om belysning längs gång- och cykelvägar. Kontoret anser
att en inventering är motiverad men att en åtgärdsplan för tio sträckor inte kan finansieras. Kontoret föreslår att
motionens första yrkande bifalls och att de övriga två avslås.

# Förslag till beslut

Kommunledningskontoret föreslår att kommunstyrelsen föreslår kommunfullmäktige besluta

~ att motionens första yrkande om inventering bifalls,

~ att motionens andra yrkande om åtgärdsplan avslås,

~ att motionens tredje yrkande om årliga trygghetsvandringar avslås.

# Ärendet

Motionen anmäldes i kommunfullmäktige den 29 april 2024, § 48, och remitterades till kommunstyrelsen för beredning.

## Nuläget

Kommunen ansvarar för 86 kilometer gång- och cykelväg, varav 31 kilometer saknar belysning. Av de oupplysta sträckorna
ligger 12 kilometer inom tätort. Resten är rekreationsstråk där belysning enligt belysningsprogrammet från 2019 inte
ska anläggas av hänsyn till fladdermöss.

## Kostnader

Konventionell belysning kostar omkring 950 kronor per meter att anlägga. Närvarostyrd belysning kostar omkring
1 250 kronor per meter men har lägre driftkostnad.

| Sträcka | Längd | Beräknad kostnad |
| Ekbro–Kvarnåker | 2 400 meter | 3 000 000 kr |
| Strandpromenaden i Norrsand | 1 100 meter | 1 375 000 kr |
| Gångtunneln under järnvägen | 60 meter | 240 000 kr |

Inventeringen kan göras med egen personal. En konsult för mätning av ljusnivåer beräknas kosta 120 000 kronor.

# Förvaltningens överväganden

Trygghetsvandringar genomförs redan i dag när föreningar eller boende ber om det. Under 2023 genomfördes fyra.
Kontoret ser ingen anledning att låsa fast ett antal per ort, eftersom behovet växlar mellan åren.

# Jämställdhet

Otryggheten i det offentliga rummet begränsar främst kvinnors och flickors vardag. En inventering ger underlag för att
rikta kommande investeringar dit de gör störst skillnad.

# Beslutsunderlag

- Motion om belysning längs gång- och cykelvägar, 2024-04-15
- Belysningsprogram för Tallvika kommun, antaget 2019

# Beslutet skickas till

Motionärerna

Samhällsbyggnadskontoret

Petra Ljungkvarn, kommundirektör
""",
)

_COMMITTEE = Paper(
    path="kommunstyrelsen/2024-11-06/ksau-s-112-svar-pa-motion-belysning.pdf",
    kind=Kind.PROTOKOLLSUTDRAG,
    title="Protokollsutdrag § 112 Svar på motion om belysning längs gång- och cykelvägar",
    board="Kommunstyrelsens arbetsutskott",
    date=dt.date(2024, 10, 22),
    case_number="KS 2024/118",
    body="""
§ 112 | KS 2024/118 | Svar på motion om belysning längs gång- och cykelvägar

# Ärendebeskrivning

Elin Torsfjäll (MP) och Jonas Backemo (L) har i en motion yrkat på inventering, åtgärdsplan och trygghetsvandringar.
Kommunledningskontoret har i tjänsteskrivelse den 8 oktober 2024 föreslagit att det första yrkandet bifalls och att
övriga avslås.

# Arbetsutskottets förslag till kommunstyrelsen

Kommunstyrelsen föreslår kommunfullmäktige besluta att motionens första yrkande bifalls och att motionen i övrigt
avslås.

# Beslutsunderlag

- Tjänsteskrivelse Svar på motion om belysning längs gång- och cykelvägar, 2024-10-08

___ Rickard Staaf (M) | Ordförande
___ Agneta Hjortmo (S) | Justerande
""",
)

_BOARD_MINUTES = Paper(
    path="kommunstyrelsen/2024-11-06/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll kommunstyrelsen 2024-11-06",
    board="Kommunstyrelsen",
    date=dt.date(2024, 11, 6),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Kommunhuset, sal Norrsand, klockan 9.00–12.05"),
        (
            "Beslutande",
            """Rickard Staaf (M), ordförande
            Agneta Hjortmo (S), 2:e vice ordförande
            Ylva Hedtorp (C)
            Stellan Gräsvik (KD)
            Jonas Backemo (L)
            Hampus Brolund (M)
            Karin Vallmark (S)
            Bengt Ölund (S)
            Fia Norrgård (V)
            Elin Torsfjäll (MP)
            Roger Stenvall (SD)""",
        ),
        ("Övriga deltagare", "Petra Ljungkvarn, kommundirektör\nHåkan Tveberg, ekonomichef, § 131"),
        ("Utses att justera", "Agneta Hjortmo (S)"),
        ("Justeringens plats och tid", "Kommunhuset, 13 november 2024"),
        ("Paragrafer", "§§ 130–138"),
        ("Sekreterare", "Fredrik Lövhage"),
        ("Ordförande", "Rickard Staaf (M)"),
        ("Justerande", "Agneta Hjortmo (S)"),
    ),
    body="""
§ 130 | | Val av justerare

# Beslut

Agneta Hjortmo (S) utses att justera protokollet.

§ 131 | KS 2024/090 | Delårsrapport för kommunen per augusti 2024

# Ärendebeskrivning

Kommunens resultat till och med augusti är 14,6 miljoner kronor. Helårsprognosen är ett resultat på 4,8 miljoner kronor
mot budgeterade 11,0 miljoner kronor. Socialnämnden och barn- och utbildningsnämnden redovisar de största underskotten.

# Beslut

Kommunstyrelsen föreslår kommunfullmäktige godkänna delårsrapporten.

Kommunstyrelsen uppmanar nämnder med prognostiserat underskott att vidta åtgärder.

§ 132 | KS 2024/118 | Svar på motion om belysning längs gång- och cykelvägar

# Ärendebeskrivning

Elin Torsfjäll (MP) och Jonas Backemo (L) har lämnat en motion med tre yrkanden om belysning och trygghetsvandringar.
Arbetsutskottet har den 22 oktober 2024, § 112, föreslagit att det första yrkandet bifalls och att motionen i övrigt
avslås.

# Yrkanden

Elin Torsfjäll (MP) och Jonas Backemo (L) yrkar bifall till motionen i dess helhet.

Karin Vallmark (S) yrkar att även det tredje yrkandet, om trygghetsvandringar, bifalls.

Rickard Staaf (M) yrkar bifall till arbetsutskottets förslag.

# Beslut

Kommunstyrelsen föreslår kommunfullmäktige besluta att motionens första yrkande bifalls och att motionen i övrigt
avslås.

# Reservation

Elin Torsfjäll (MP), Jonas Backemo (L), Karin Vallmark (S), Agneta Hjortmo (S) och Bengt Ölund (S) reserverar sig mot
beslutet.

§ 133 | KS 2024/207 | Förstudie om sporthall i Ekbro

# Ärendebeskrivning

Gymnastiksalen vid Ekbroskolan dömdes ut efter en fuktskada i mars 2024. Samhällsbyggnadskontoret har tagit fram en
förstudie med tre alternativ.

# Beslut

Kommunstyrelsen godkänner förstudien och ger samhällsbyggnadskontoret i uppdrag att gå vidare med alternativ B, en
fullstor sporthall med läktare för 150 personer.

Samhällsbyggnadskontoret ska återkomma med kalkyl och finansiering senast i februari 2025.

§ 134 | KS 2024/160 | Yttrande över förslag till regional kollektivtrafikplan

# Beslut

Kommunstyrelsen antar kommunledningskontorets förslag till yttrande som sitt eget och överlämnar det till
regionens kollektivtrafiknämnd.

§ 135 | KS 2024/171 | Försäljning av fastigheten Kvarnåker 3:18

# Ärendebeskrivning

Fastigheten är en tidigare lärarbostad på 1 240 kvadratmeter tomt. Tre anbud har kommit in.

| Anbudsgivare | Belopp |
| Anbud A | 1 150 000 kr |
| Anbud B | 1 325 000 kr |
| Anbud C | 980 000 kr |

# Beslut

Fastigheten Kvarnåker 3:18 säljs till anbudsgivare B för 1 325 000 kronor.

Kommundirektören får i uppdrag att teckna köpekontrakt.

§ 136 | KS 2024/012 | Krisledningsövning hösten 2024

# Beslut

Informationen om krisledningsövningen Höstmörker läggs till handlingarna.

§ 137 | KS 2024/001 | Redovisning av delegationsbeslut

# Beslut

Redovisningen godkänns.

§ 138 | KS 2024/002 | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

_COUNCIL_MINUTES = Paper(
    path="kommunfullmaktige/2024-11-25/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll kommunfullmäktige 2024-11-25",
    board="Kommunfullmäktige",
    date=dt.date(2024, 11, 25),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Folkets hus, Tallvika, klockan 18.00–21.40"),
        ("Beslutande", "41 ledamöter enligt närvarolista, bilaga 1"),
        ("Övriga deltagare", "Petra Ljungkvarn, kommundirektör\nBirgitta Sandelius, revisorernas ordförande, § 96"),
        ("Utses att justera", "Per Lundvall (M) och Ritva Kallgård (S)"),
        ("Justeringens plats och tid", "Kommunhuset, 2 december 2024 klockan 16.00"),
        ("Paragrafer", "§§ 94–103"),
        ("Sekreterare", "Fredrik Lövhage"),
        ("Ordförande", "Gunvor Almlid (S)"),
        ("Justerande", "Per Lundvall (M)\nRitva Kallgård (S)"),
    ),
    body="""
§ 94 | | Upprop och val av justerare

# Beslut

Per Lundvall (M) och Ritva Kallgård (S) utses att justera protokollet.

§ 95 | KS 2024/003 | Allmänhetens frågestund

# Beslut

Två frågor om snöröjning besvaras av kommunstyrelsens ordförande. Frågestunden avslutas.

§ 96 | KS 2024/090 | Delårsrapport för kommunen per augusti 2024

# Ärendebeskrivning

Revisorernas ordförande Birgitta Sandelius redogör för revisorernas utlåtande. Revisorerna bedömer att resultatet inte
är förenligt med två av kommunens fyra finansiella mål.

# Beslut

Delårsrapporten per augusti 2024 godkänns.

§ 97 | KS 2024/199 | Skattesats för 2025

# Ärendebeskrivning

Kommunstyrelsen föreslår att skattesatsen är oförändrad.

# Beslut

Skattesatsen för 2025 fastställs till 21,64 kronor per skattekrona.

§ 98 | KS 2024/118 | Svar på motion om belysning längs gång- och cykelvägar

# Ärendebeskrivning

Elin Torsfjäll (MP) och Jonas Backemo (L) yrkar i en motion på inventering av oupplysta gång- och cykelvägar, en
åtgärdsplan för tio sträckor och årliga trygghetsvandringar. Kommunstyrelsen har den 6 november 2024, § 132, föreslagit
att det första yrkandet bifalls och att motionen i övrigt avslås.

# Yrkanden

Elin Torsfjäll (MP), med instämmande av Fia Norrgård (V), yrkar bifall till motionen i dess helhet.

Karin Vallmark (S) yrkar bifall till motionens första och tredje yrkande och avslag på det andra.

Rickard Staaf (M) yrkar bifall till kommunstyrelsens förslag.

# Propositionsordning

Ordföranden ställer proposition på yrkandena och finner att fullmäktige beslutar enligt kommunstyrelsens förslag.
Omröstning begärs. Karin Vallmarks yrkande utses till motförslag. Ja-röst för kommunstyrelsens förslag, nej-röst för
Karin Vallmarks yrkande.

# Omröstningsresultat

Omröstningen utfaller med 18 ja-röster, 21 nej-röster och 2 som avstår. Fullmäktige har därmed beslutat enligt Karin
Vallmarks yrkande.

# Beslut

Motionens första yrkande, om inventering, bifalls.

Motionens tredje yrkande, om årliga trygghetsvandringar i Ekbro, Kvarnåker och Norrsand, bifalls.

Motionens andra yrkande, om en åtgärdsplan, avslås.

Kommunstyrelsen ska redovisa inventeringen för fullmäktige senast i december 2025.

# Reservation

Samtliga ledamöter i Moderaterna och Kristdemokraterna reserverar sig mot beslutet till förmån för kommunstyrelsens
förslag.

# Protokollsanteckning

Elin Torsfjäll (MP) lämnar följande protokollsanteckning: Vi är glada över trygghetsvandringarna, men en inventering
utan åtgärdsplan lyser inte upp en enda meter.

§ 99 | KS 2024/210 | Avgifter för kulturskolan 2025

# Beslut

Terminsavgiften i kulturskolan fastställs till 650 kronor från och med vårterminen 2025.

Avgiften för hyra av instrument tas bort.

§ 100 | KS 2024/171 | Redovisning av fastighetsförsäljning

# Beslut

Redovisningen av försäljningen av Kvarnåker 3:18 läggs till handlingarna.

§ 101 | KS 2024/215 | Avsägelse från uppdrag i miljö- och byggnadsnämnden

# Beslut

Lars-Åke Drevhage (KD) befrias från uppdraget som ersättare i miljö- och byggnadsnämnden.

Till ny ersättare väljs Tuva Limsjö (KD).

§ 102 | KS 2024/220 | Anmälan av interpellation

# Beslut

Interpellationen får ställas och besvaras vid nästa sammanträde.

§ 103 | KS 2024/002 | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

_REPORT_BACK = Paper(
    path="kommunstyrelsen/2025-11-05/aterrapportering-inventering-belysning.txt",
    kind=Kind.TJANSTESKRIVELSE,
    title="Redovisning av inventering av oupplysta gång- och cykelvägar",
    board="Kommunledningskontoret",
    date=dt.date(2025, 10, 14),
    case_number="KS 2024/118",
    author="Kerstin Vadhem",
    author_role="trafikplanerare",
    receiver="kommunfullmäktige",
    body="""
# Förslag till beslut

Kommunledningskontoret föreslår att kommunstyrelsen föreslår kommunfullmäktige besluta att redovisningen läggs till
handlingarna.

# Ärendet

Kommunfullmäktige beslutade den 25 november 2024, § 98, att oupplysta gång- och cykelvägar inom tätorterna ska
inventeras.

# Resultat

Inventeringen gjordes mellan den 3 mars och den 12 september 2025. Den omfattar 37 sträckor med en sammanlagd längd på
11,3 kilometer. Ljusnivån är lägst i gångtunneln under järnvägen, 0,8 lux.

Sex sträckor bedöms som mycket otrygga:

1. Ekbro–Kvarnåker, delen förbi gamla sågen
2. Gångtunneln under järnvägen
3. Strandpromenaden i Norrsand
4. Skolstigen vid Kvarnåkerskolan
5. Parkvägen bakom vårdcentralen
6. Infarten till pendlarparkeringen i Hultinge

Trygghetsvandringar har genomförts i Ekbro den 8 april, i Kvarnåker den 15 april och i Norrsand den 22 april 2025.
Sammanlagt deltog 94 personer.

# Ekonomi

Konsulten för ljusmätning kostade 112 500 kronor.

Petra Ljungkvarn, kommundirektör
""",
)

PAPERS = (_MOTION, _MEMO, _COMMITTEE, _BOARD_MINUTES, _COUNCIL_MINUTES, _REPORT_BACK)
