"""Invented case documents in the dialects of different municipalities, as plain text."""

OFFICER_LETTER = """Björkviks kommun

Tjänsteskrivelse

Datum
2025-03-13

Handläggare
Karin Alm

Diarienummer: TKN-2025/00123

Till tekniska nämnden

Ny cykelbro över Ån

Sammanfattning

Tekniska förvaltningen har utrett en ny cykelbro över Ån mellan stationen och skolan, enligt nämndens uppdrag.

Ärendet

Tekniska nämnden beslutade den 19 november 2024 § 75 att ge förvaltningen i uppdrag att utreda en bro.

Förvaltningens överväganden

Förvaltningen bedömer att en bro av trä är billigast under hela sin livslängd och lättast att underhålla.

Förslag till beslut

1. Tekniska nämnden beslutar att bygga en cykelbro av trä.
2. Tekniska nämnden uppdrar åt förvaltningen att återkomma senast 2026-01-30 med en slutredovisning.

Beslutsunderlag

- Utredning cykelbro 2025
- Protokollsutdrag § 75 TKN 2024-11-19

Beslutet skickas till

Kommunstyrelsen

Ansvariga

Avdelningschef Ulf Ek
"""

STATEMENT_TO_DISTRICT = """Handläggare
Maja Berg
Telefon: 000-123 45 67

Till
Strandbydens kommundelsnämnd
2023-06-08

Granskning 12/2022 av hur bänkar och skyltar i parkerna sköts

Förvaltningens förslag till beslut

Granskningen läggs till handlingarna

Sammanfattning

221130 kom granskning 12/2022 till förvaltningen. Svaret ska vara hos revisorerna senast 230630 enligt deras brev.

Ärendet

Kommunrevisionen bedömer att nämnden saknar en förteckning över parkernas bänkar, och att skyltar sällan ses över.

Revisionen lämnar följande rekommendationer:

- Förteckna alla bänkar före hösten.
- Se över skyltarna två gånger om året.

Förvaltningens synpunkter och förslag

Förvaltningen delar revisorernas bild och har redan anställt en parkvärd som går igenom bänkarna i varje park.
"""

MINUTES = """Björkviks kommun
Tekniska nämnden
Sammanträdesprotokoll

Sammanträdesdatum 2025-04-08

Plats och tid: Kommunhuset, kl. 13.00-15.10

Beslutande: Ulla Strand (S), ordförande

Utses att justera: Per Sjö (M)

Paragrafer §§ 21-24

Ordförande
Ulla Strand

Sekreterare
Eva Lund

§ 21 Mötets öppnande

§ 22 Ny cykelbro över Ån

§ 23 Motion om badhus

§ 24 Meddelanden

§ 21

Mötets öppnande

Ordföranden öppnar mötet och hälsar ledamöterna och allmänheten välkomna till nämndens möte i Kommunhuset.

§ 22 Dnr TKN-2025/00123

Ny cykelbro över Ån

Ärendebeskrivning

Tekniska förvaltningen har utrett en ny cykelbro. Nämnden beslutade den 19 november 2024 § 75 om utredningen.

Yrkanden

Per Sjö (M) yrkar avslag på förvaltningens förslag och yrkar att bron i stället byggs av stål nästa år.

Propositionsordning

Ordföranden ställer proposition på bifall och avslag och finner att nämnden beslutar enligt förvaltningens förslag.

Beslut

1. Tekniska nämnden beslutar att bygga en cykelbro av trä.
2. Tekniska nämnden uppdrar åt förvaltningen att återkomma senast 2026-01-30 med en slutredovisning.

Reservation

Per Sjö (M) reserverar sig mot beslutet till förmån för eget yrkande.

Beslutsunderlag

- Tjänsteskrivelse Ny cykelbro över Ån
- § 12 TKNAU 2025-03-25

Beslutet skickas till

Kommunstyrelsen

§ 23 Dnr TKN-2025/00140

Motion om badhus

Tekniska nämndens beslut

Ärendet återremitteras till förvaltningen för en kostnadsberäkning.

§ 24

Meddelanden

Tekniska nämnden lägger meddelandena till handlingarna.
"""

COMMITTEE_EXCERPT = """Tekniska nämndens arbetsutskott
Protokollsutdrag
2025-03-25

§ 12 Dnr TKN-2025/00123

Ny cykelbro över Ån

Ärendebeskrivning

Tekniska förvaltningen har i skrivelse den 13 mars 2025 lämnat följande yttrande:

En bro av trä är billigast under hela sin livslängd och lättast att underhålla för kommunens egen personal.

Beslut

Arbetsutskottets förslag till beslut i tekniska nämnden

Tekniska nämnden beslutar att bygga en cykelbro av trä.

Expedieras till

Tekniska nämnden
"""

INITIATIVE = """Nämndinitiativ

Fler bänkar längs strandpromenaden

Längs strandpromenaden finns det i dag bara två bänkar, och många äldre avstår därför från att gå där.

Vi föreslår därför att tekniska nämnden beslutar:

Att förvaltningen uppdras att ta fram en plan för fler bänkar.

Att planen redovisas för nämnden före sommaren.

Björkvik 2025-02-25

Lena Holm (V)

Per Sjö (M)
"""

REGULATION = """Reglemente för tekniska nämnden

§ 1 Uppgifter

Tekniska nämnden ansvarar för gator, parker och vatten i kommunen och ska följa utvecklingen på området noga.

§ 2 Sammansättning

Nämnden består av elva ledamöter och elva ersättare som väljs av kommunfullmäktige för fyra år i taget.
"""
