"""The case of a partnership with an association: sent back, decided at a lower sum, never reported back."""

import datetime as dt

from eval.sample.content import Look, Paper
from ingest.documents import Kind

_CASE = "SN-2024-77"

_MEMO = Paper(
    path="socialnamnden/2024-05-21/tjansteskrivelse-partnerskap-brobyggarna.pdf",
    kind=Kind.TJANSTESKRIVELSE,
    title="Idéburet offentligt partnerskap med föreningen Brobyggarna",
    board="Socialförvaltningen",
    date=dt.date(2024, 4, 30),
    case_number=_CASE,
    case_label="Beteckning",
    author="Nadia Forshult",
    author_role="verksamhetsutvecklare",
    receiver="socialnämnden",
    body="""
# Ärendet i korthet

Föreningen Brobyggarna driver sedan 2019 en öppen mötesplats för personer i ensamhet och utanförskap i Tallvika.
Föreningen har föreslagit ett idéburet offentligt partnerskap (IOP). Förvaltningen ställer sig positiv och föreslår en
överenskommelse på tre år med ett årligt stöd på 400 000 kronor.

# Förslag till beslut

Socialnämnden beslutar

~ att ingå ett idéburet offentligt partnerskap med föreningen Brobyggarna för perioden 2024-07-01–2027-06-30,

~ att stödet uppgår till 400 000 kronor per år, sammanlagt 1 200 000 kronor.

# Beskrivning av ärendet

Mötesplatsen hade under 2023 i genomsnitt 52 besökare per öppetdag. Den är öppen tre dagar i veckan. Föreningen har
en anställd verksamhetsledare på 75 procent och 26 volontärer.

Ett partnerskap skiljer sig från ett föreningsbidrag genom att kommunen och föreningen tillsammans bestämmer
innehållet, och från en upphandling genom att det inte finns någon marknad för verksamheten.

# Förvaltningens bedömning

Verksamheten når personer som socialtjänsten har svårt att nå. Den är förenlig med nämndens mål om tidiga insatser.
Förvaltningen har prövat partnerskapet mot Europeiska unionens statsstödsregler och bedömer att stödet är av mindre
betydelse.

# Ekonomiska konsekvenser

Stödet finansieras inom ramen för förebyggande arbete. Det motsvarar 1,1 procent av individ- och familjeomsorgens
budget.

# Samråd

Samråd har skett med funktionshinder- och pensionärsrådet den 16 april 2024. Rådet är positivt men frågar hur
resultatet ska följas upp.

___ Maud Eriksdotter-Lind | socialchef
___ Nadia Forshult | verksamhetsutvecklare
""",
)

_SENT_BACK = Paper(
    path="socialnamnden/2024-05-21/protokollsutdrag-s-52-partnerskap-brobyggarna.pdf",
    kind=Kind.PROTOKOLLSUTDRAG,
    title="Protokollsutdrag § 52 Idéburet offentligt partnerskap med föreningen Brobyggarna",
    board="Socialnämnden",
    date=dt.date(2024, 5, 21),
    case_number=_CASE,
    case_label="Beteckning",
    body="""
§ 52 | SN-2024-77 | Idéburet offentligt partnerskap med föreningen Brobyggarna

# Ärendebeskrivning

Socialförvaltningen föreslår att nämnden ingår ett idéburet offentligt partnerskap med föreningen Brobyggarna på tre år
med ett stöd på 400 000 kronor per år.

# Yrkanden

Hampus Brolund (M) yrkar att ärendet återremitteras. Förvaltningen ska beskriva hur partnerskapet följs upp, vad som
händer om besöken minskar och varför avtalstiden är tre år.

Karin Vallmark (S) yrkar bifall till förvaltningens förslag.

# Propositionsordning

Ordföranden ställer proposition på om ärendet ska avgöras i dag eller återremitteras och finner att ärendet ska
återremitteras.

# Beslut

Ärendet återremitteras till förvaltningen för att kompletteras med en modell för uppföljning och en motivering av
avtalstiden.

___ Hampus Brolund (M) | Ordförande
___ Karin Vallmark (S) | Justerande
""",
)

_SECOND_MEMO = Paper(
    path="socialnamnden/2024-09-17/tjansteskrivelse-partnerskap-brobyggarna-efter-aterremiss.docx",
    kind=Kind.TJANSTESKRIVELSE,
    title="Idéburet offentligt partnerskap med föreningen Brobyggarna – efter återremiss",
    board="Socialförvaltningen",
    date=dt.date(2024, 8, 26),
    case_number=_CASE,
    case_label="Beteckning",
    author="Nadia Forshult",
    author_role="verksamhetsutvecklare",
    receiver="socialnämnden",
    body="""
# Ärendet i korthet

Socialnämnden återremitterade ärendet den 21 maj 2024, § 52. Förvaltningen har kompletterat underlaget med en modell för
uppföljning och föreslår nu en avtalstid på två år med möjlighet till ett års förlängning.

# Förslag till beslut

Socialnämnden beslutar

~ att ingå ett idéburet offentligt partnerskap med föreningen Brobyggarna för perioden 2024-10-01–2026-09-30,

~ att stödet uppgår till 380 000 kronor per år,

~ att förvaltningen årligen redovisar uppföljningen för nämnden.

# Svar på nämndens frågor

## Hur följs partnerskapet upp?

Parterna möts fyra gånger om året i en styrgrupp. Fyra mått följs: antal besök, antal unika besökare, antal volontärer
och hur många som har slussats vidare till annat stöd. En enkät görs varje höst.

## Vad händer om besöken minskar?

Sjunker det genomsnittliga antalet besök under 35 per öppetdag två kvartal i rad ska styrgruppen föreslå åtgärder.
Nämnden kan säga upp överenskommelsen med sex månaders uppsägningstid.

## Varför en längre avtalstid?

Föreningens lokal hyrs på tvåårskontrakt. En kortare tid än två år gör det svårt att behålla verksamhetsledaren.

# Barnrättsbedömning

Verksamheten riktar sig till vuxna. Förslaget bedöms inte påverka barn direkt.

Maud Eriksdotter-Lind, socialchef
""",
)

_MINUTES = Paper(
    path="socialnamnden/2024-09-17/protokoll.pdf",
    kind=Kind.PROTOKOLL,
    title="Protokoll socialnämnden 2024-09-17",
    board="Socialnämnden",
    date=dt.date(2024, 9, 17),
    look=Look.MINUTES,
    front=(
        ("Plats och tid", "Socialförvaltningen, Ågatan 4, klockan 8.30–11.45"),
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
            Fia Norrgård (V)
            Roger Stenvall (SD)
            Disa Holmkvist (MP) ersätter Märta Skogeby (S)""",
        ),
        (
            "Övriga deltagare",
            "Maud Eriksdotter-Lind, socialchef\nNadia Forshult, verksamhetsutvecklare, § 82\n"
            "Anton Gillberg, controller",
        ),
        ("Utses att justera", "Karin Vallmark (S)"),
        ("Justeringens plats och tid", "Socialförvaltningen, 24 september 2024"),
        ("Paragrafer", "§§ 80–88"),
        ("Sekreterare", "Joel Tingås"),
        ("Ordförande", "Hampus Brolund (M)"),
        ("Justerande", "Karin Vallmark (S)"),
    ),
    body="""
§ 80 | | Val av justerare

# Beslut

Karin Vallmark (S) utses att justera protokollet.

§ 81 | SN-2024-90 | Delårsrapport per augusti 2024

# Ärendebeskrivning

Förvaltningen redovisar ett underskott till och med augusti på 5,8 miljoner kronor. Helårsprognosen är ett underskott på
7,5 miljoner kronor. Orsakerna är placeringar av barn och unga samt köpta korttidsplatser.

| Område | Budget | Prognos | Avvikelse |
| Individ- och familjeomsorg | 36,2 mnkr | 42,1 mnkr | -5,9 mnkr |
| Hemtjänst | 58,7 mnkr | 59,3 mnkr | -0,6 mnkr |
| Särskilt boende | 97,4 mnkr | 99,1 mnkr | -1,7 mnkr |
| Funktionsstöd | 71,9 mnkr | 71,2 mnkr | 0,7 mnkr |

# Beslut

Delårsrapporten godkänns.

Förvaltningen får i uppdrag att ta fram en handlingsplan för placeringskostnaderna och redovisa den senast den 19
november 2024.

§ 82 | SN-2024-77 | Idéburet offentligt partnerskap med föreningen Brobyggarna

# Ärendebeskrivning

Nämnden återremitterade ärendet den 21 maj 2024, § 52. Förvaltningen föreslår i skrivelse den 26 augusti 2024 ett
partnerskap på två år med ett stöd på 380 000 kronor per år.

# Yrkanden

Hampus Brolund (M) yrkar att stödet ska vara 325 000 kronor per år och i övrigt bifall till förslaget.

Karin Vallmark (S) och Fia Norrgård (V) yrkar bifall till förvaltningens förslag.

Roger Stenvall (SD) yrkar avslag.

# Propositionsordning

Ordföranden ställer proposition på bifall eller avslag och finner att nämnden ska ingå partnerskapet. Därefter ställer
ordföranden proposition på stödets storlek och finner att nämnden bifaller hans yrkande. Omröstning begärs inte.

# Beslut

Socialnämnden ingår ett idéburet offentligt partnerskap med föreningen Brobyggarna för perioden 2024-10-01–2026-09-30.

Stödet uppgår till 325 000 kronor per år.

Förvaltningen ges i uppdrag att redovisa en första uppföljning för nämnden senast den 30 april 2025.

Socialchefen får i uppdrag att underteckna överenskommelsen.

# Reservation

Karin Vallmark (S), Monica Hagfall (S), Yusuf Brandal (S) och Fia Norrgård (V) reserverar sig mot beslutet om stödets
storlek. Roger Stenvall (SD) reserverar sig mot beslutet i sin helhet.

# Expedieras till

Föreningen Brobyggarna

Ekonomienheten

§ 83 | SN-2024-61 | Riktlinje för kontaktfamiljer

# Ärendebeskrivning

Riktlinjen har reviderats. Nytt är att hembesök ska göras minst två gånger om året och att omkostnadsersättningen följer
Sveriges Kommuner och Regioners rekommendation.

# Beslut

Riktlinje för kontaktfamiljer och kontaktpersoner antas och gäller från och med den 1 november 2024.

§ 84 | SN-2024-85 | Avgift för matdistribution

# Ärendebeskrivning

Förvaltningen föreslår att avgiften höjs från 62 till 70 kronor per portion.

# Beslut

Socialnämnden föreslår att kommunfullmäktige fastställer avgiften för matdistribution till 67 kronor per portion från
och med den 1 januari 2025.

§ 85 | SN-2024-33 | Statistik över ej verkställda beslut, kvartal 2 2024

# Ärendebeskrivning

Vid kvartalets slut fanns sju beslut som inte hade verkställts inom tre månader: fyra om kontaktperson, två om
särskilt boende och ett om bostad med särskild service. Längsta väntetid är 214 dagar.

# Beslut

Rapporten överlämnas till kommunfullmäktige och revisorerna.

§ 86 | SN-2024-08 | Socialchefens information

# Ärendebeskrivning

Socialchefen informerar om rekryteringen av enhetschefer, om sommarens bemanning och om ett studiebesök från
grannkommunen.

# Beslut

Informationen läggs till handlingarna.

§ 87 | SN-2024-01 | Redovisning av delegationsbeslut

# Beslut

Redovisningen av delegationsbeslut för juni–augusti 2024 godkänns.

§ 88 | SN-2024-02 | Meddelanden

# Beslut

Meddelandena läggs till handlingarna.
""",
)

_CONTRACT = Paper(
    path="socialnamnden/avtal/overenskommelse-brobyggarna-undertecknad.pdf",
    kind=Kind.AVTAL,
    title="Överenskommelse om idéburet offentligt partnerskap",
    board="Socialnämnden",
    date=dt.date(2024, 9, 27),
    case_number=_CASE,
    case_label="Beteckning",
    look=Look.SCAN,
    body="""
# § 1 Parter

Tallvika kommun genom socialnämnden, nedan kallad kommunen, och den ideella föreningen Brobyggarna, nedan kallad
föreningen, har träffat följande överenskommelse.

# § 2 Syfte

Partnerskapet ska minska ofrivillig ensamhet genom en öppen mötesplats för vuxna i Tallvika.

# § 3 Avtalstid och uppsägning

Överenskommelsen gäller från och med den 1 oktober 2024 till och med den 30 september 2026. Uppsägningstiden är sex
månader. Uppsägning ska vara skriftlig.

# § 4 Parternas åtaganden

Föreningen ska hålla mötesplatsen öppen minst tre dagar i veckan, sammanlagt minst 15 timmar, och ansvara för
försäkringar, lokal och volontärer.

Kommunen ska betala stödet kvartalsvis i förskott med 81 250 kronor per kvartal och utse en kontaktperson.

# § 5 Styrgrupp

Styrgruppen består av två företrädare för vardera parten och möts fyra gånger om året.

# § 6 Tvist

Tvist ska i första hand lösas genom förhandling mellan parterna.

Tallvika den 27 september 2024

___ Maud Eriksdotter-Lind | för Tallvika kommun
___ Egon Vråberg | för föreningen Brobyggarna
""",
)

PAPERS = (_MEMO, _SENT_BACK, _SECOND_MEMO, _MINUTES, _CONTRACT)
