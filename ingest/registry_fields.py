"""What registries call the fields and kinds that we know: FGS Ärendehantering, exports of Swedish systems, English."""

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.documents import Kind

# Our field -> names in FGS Ärendehantering (Riksarkivet), in exports of Swedish systems, and in English.
_FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "file": ("fil", "filnamn", "file", "filename", "path", "sökväg", "dokument", "document", "bilaga", "lank", "länk"),
    "title": ("titel", "title", "handlingstitel", "rubrik", "arendemening", "ärendemening", "beskrivning"),
    "kind": ("handlingstyp", "arkivobjekthandlingstyp", "dokumenttyp", "typ", "kind", "type", "documenttype"),
    "case_numbers": (
        "arendenummer", "ärendenummer", "diarienummer", "diarienr", "dnr", "arkivobjektid", "arendeid", "ärendeid",
        "casenumber", "casenumbers", "case_number", "case_numbers", "beteckning",
    ),
    "board": ("namnd", "nämnd", "organ", "beslutsinstans", "myndighet", "board", "committee", "arkivbildare"),
    "municipality": ("kommun", "municipality", "organisation"),
    "date": (
        "datum", "upprattad", "upprättad", "handlingsdatum", "dokumentdatum", "inkommen", "expedierad", "skapad",
        "date", "created",
    ),
    "meeting_date": (
        "sammantradesdatum", "sammanträdesdatum", "motesdatum", "mötesdatum", "beslutsdatum",
        "beslutad", "meetingdate",
    ),
    "handläggare": ("handlaggare", "handläggare", "officer", "caseworker"),
    "people": ("personer", "people", "agent", "agenter", "agents"),
    "parties": ("parti", "partier", "party", "parties"),
    "recipients": ("mottagare", "motpart", "recipient", "recipients"),
    "access": ("behorighet", "behörighet", "åtkomst", "atkomst", "sekretess", "access", "groups", "grupper"),
}  # fmt: skip
KINDS: Mapping[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    "tjänsteutlåtande": Kind.TJANSTESKRIVELSE,
    "tjänstemannayttrande": Kind.TJANSTESKRIVELSE,
    "tjansteskrivelse": Kind.TJANSTESKRIVELSE,
    "revision": Kind.REVISIONSRAPPORT,
    "granskningsrapport": Kind.REVISIONSRAPPORT,
    "initiativ": Kind.NAMNDINITIATIV,
    "namndinitiativ": Kind.NAMNDINITIATIV,
    "ledamotsinitiativ": Kind.NAMNDINITIATIV,
    "utdrag": Kind.PROTOKOLLSUTDRAG,
    "remissvar": Kind.YTTRANDE,
    "delegationsbeslut": Kind.DELEGATION,
    "delegationsordning": Kind.DELEGATION,
    "kontrakt": Kind.AVTAL,
    "överenskommelse": Kind.AVTAL,
    "föredragningslista": Kind.KALLELSE,
    "dagordning": Kind.KALLELSE,
    "ovrigt": Kind.OVRIGT,
}


@lru_cache(maxsize=1000)
def field_of(name: str) -> str | None:
    """Return our name of a field that a registry calls ``name``, or None where we know none."""
    plain = re.sub(r"[\s_.:-]+", "", name.casefold())
    return next(
        (field for field, names in _FIELD_NAMES.items() if plain == field.replace("_", "") or plain in names), None
    )
