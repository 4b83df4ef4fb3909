"""Diarienummer and § signs in every spelling, found in running text (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"

# Words that announce a number as the registrar's own; after them a bare "2016-000003" is a diarienummer.
LABEL = (
    r"(?:diarie(?:nummer|nr|beteckning)|d\.?nr|dnr|(?:vår|er|egen)\s+(?:beteckning|referens|ref)|beteckning|"
    r"ärende(?:nummer|nr|beteckning|-?id)|ärende\s+nr|reg(?:istrerings)?(?:nummer|nr))"
)
# Series of laws, preparatory works, court reports, standards and school terms that look like a board and a year.
NOT_A_BOARD_WORDS = (
    "SFS AFS SOSFS HSLF FFFS TSFS BFS NFS MSBFS SKOLFS SOU DS PROP BET SKR DIR NJA RÅ HFD MÖD MIG JO JK EU EG EEG EES "
    "ISO EN SS IEC RH AD RK ÖNH LPFÖ LGR LGRSÄR GY GYAN SPSM HT VT LÄSÅR LÅ ÅR BUDGET PLAN VERSION VER REV UTGÅVA SIDA "
    "SID TEL TFN FAX ORG ORGNR BG PG IBAN DEN KL NR NUMMER ANG RAPPORT PUNKT BILAGA MÅL DOM KR TKR "
    "MKR MNKR JAN FEB MAR "
    "APR MAJ JUN JUL AUG SEP OKT NOV DEC JANUARI FEBRUARI MARS APRIL JUNI JULI AUGUSTI SEPTEMBER OKTOBER NOVEMBER "
    "PBL SOL LSS LVU LVM MB KL FL OSL FB SFB DECEMBER OCH TILL FRÅN UNDER FÖR I PÅ AV SEDAN INFÖR LAG KAP"
)
NOT_A_BOARD = frozenset(NOT_A_BOARD_WORDS.split())
# What each of them holds: a text is told to hold none many times faster than by looking for them.
_LABEL_PARTS = ("diarie", "dnr", "d.nr", "beteckning", "ref", "ärende", "reg")
YEAR = r"(?:19[6-9]\d|20[0-4]\d)"
_ANY_YEAR = re.compile(YEAR)
BOARD = r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,7}"
UPPER_BOARD = r"[A-ZÅÄÖ]{2,8}"

_PATTERNS = (
    # 2026.071 TKN, 2022.071 TKN-020 (the last part numbers the document, not the case)
    re.compile(rf"(?<![\w.,-])(?P<year>{YEAR})\.(?P<number>\d{{2,6}}) ?(?P<board>{UPPER_BOARD})(?![\w])"),
    # SKN-2024-10234, KS 2024/123, KS/2016:51, KS2024-0012, KSN-2024/00123-4
    re.compile(
        rf"(?<![\w§.])(?P<board>{UPPER_BOARD}|[A-ZÅÄÖ][a-zåäö]{{1,3}})(?P<first>\s?[-/:. ]\s?|)"
        rf"(?P<year>{YEAR})\s?(?P<second>[-/:.])\s?(?P<number>\d{{3,6}}(?!\d)|\d{{1,2}}(?!\d|[-.:/]\d{{1,2}}(?!\d)(?<=\d\d)))"
    ),
    # KS 123/2024
    re.compile(
        rf"(?<![\w§.])(?P<board>{UPPER_BOARD}|[A-ZÅÄÖ][a-zåäö]{{1,3}})(?P<first>[-/:. ])"
        rf"(?P<number>\d{{1,6}})(?P<second>[-/:])(?P<year>{YEAR})(?![\d/-])"
    ),
    # 2024/123 KS
    re.compile(
        rf"(?<![\w.,/-])(?P<year>{YEAR})(?P<second>[-/:])(?P<number>\d{{1,6}})[ -](?P<board>{UPPER_BOARD})(?!\w)"
    ),
)
_LABELLED = re.compile(
    rf"(?<!\w)(?i:{LABEL})\.?\s*[:.]?\s*(?P<value>"
    rf"(?:(?P<board>{BOARD}(?:-[A-ZÅÄÖ]{{1,6}})?|[a-zåäö]{{2,5}})\s?[-/:. ]?\s?)?"
    rf"(?:(?P<class>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\s?-\s?|(?P<unit>[A-Z]\d{{2,4}})-)?"
    rf"(?:(?P<year>{YEAR})\s?(?P<second>[-/:.])\s?(?P<number>\d{{1,7}})|"
    rf"(?P<number2>\d{{1,7}})\s?(?P<second2>[-/:])\s?(?P<year2>{YEAR}|\d{{2}}))(?![\d/])"
    rf"(?(board)|(?: (?P<suffix>{UPPER_BOARD})(?!\w))?))"
)
# 25KS123, 2025KS0123: the board parts the year from the number.
_JOINED = re.compile(
    r"(?<![\w§.,/-])(?P<year>20[0-4]\d|[0-4]\d)(?P<board>[A-ZÅÄÖ]{1,5}[NSF]) ?(?P<number>\d{1,5})(?![\d:.,]?\d|[A-Za-zåäö%])"
)
# SDN-NH 1.4.2-73/2024: the class of the records plan between the board and the number.
_CLASS = r"\d{1,2}(?:\.\d{1,2}){1,4}-"
_CLASSED = re.compile(rf"(?<![\w§.])[A-ZÅÄÖ]{{2,6}}(?:-[A-ZÅÄÖ]{{1,6}})? {_CLASS}\d{{1,6}}/{YEAR}(?![\d/-])")
# Dnr KS25/123, Dnr KS 25/123: the year in two digits before the number, told from a date or a share by the label alone.
# Dnr RS-LED31-1234: a unit of the body behind it.
_SHORT_YEAR = re.compile(
    rf"(?<!\w)(?i:{LABEL})\.?\s*[:.]?\s*(?P<value>(?P<board>[A-ZÅÄÖ]{{2,6}}(?:-[A-ZÅÄÖ]{{2,6}})?)[ -]?(?P<year>[0-4]\d)"
    rf"[-/:.](?P<number>\d{{3,6}}))(?!\d)"
)
_LABELLED_FURTHER = re.compile(
    rf"\s*(?:,|och|samt|;)\s*(?P<value>(?P<year>{YEAR})(?P<second>[-/:.])(?P<number>\d{{1,7}})(?![\d/-]))"
)
# "2030/00377", "2026.157", "ärende 2031-61": no letters, and no label but "ärende" at most.
_BARE = re.compile(
    rf"(?<![\w§.,:/-])(?P<value>(?P<year>{YEAR})(?P<second>[./-])(?P<number>\d{{3,7}}|(?<=[./])\d\d))(?![\w/:-]|[.,]\d)"
)
_BARE_ANNOUNCED = re.compile(
    rf"(?<!\w)(?i:ärendet?)\s+(?:med\s+(?:nr|nummer)\s+)?(?P<value>(?P<year>{YEAR})\s?(?P<second>[-/:.])\s?(?P<number>\d{{1,7}}))(?![\d/-])"
)
# As people type a number whose case they know: "KS 24/123", "ks 24-123", "123/2024 KS", "123/24 KS". As capitals.
_LOOSE = re.compile(
    r"(?<![\w§.,:/-])(?:(?P<before>[A-ZÅÄÖ]{2,6})\s?[-/:. ]?\s?)?(?P<one>\d{1,7})[-/:.](?P<other>\d{1,7})"
    r"(?(before)|(?:[ -](?P<after>[A-ZÅÄÖ]{2,6}))?)(?![\w/:-]|[.,]\d)"
)
# Whose series is that of the whole municipality or region, often written without letters.
CENTRAL = frozenset({"KS", "KF", "RS", "RF"})
# So many digits of a serial number are hardly the same in two series by chance of writing.
SURE_DIGITS = 3
LONGEST_MONTH, MONTHS = 31, 12
# "2030/45" is a period of these years at most.
LONGEST_PERIOD = 15
# Letters that the word before a number has at most, with what stands between.
_WORD_BEFORE = 100
_NO_CASE = re.compile(
    r"\b(?:EU|EG|\w*förordning|\w*direktiv|läsår|verksamhetsår|period|budget)\w*\W{0,3}(?:nr\s)?$", re.IGNORECASE
)
# Every spelling holds two numbers with a sign between, or a year that runs into letters.
_PERHAPS = re.compile(r"\d(?:\s?[-/:.\u2010-\u2015\u2212]\s?\d|[A-ZÅÄÖ])")
_DIGIT = re.compile(r"\d")
_SECTION = re.compile(
    r"(?:§\s?§?|(?<!\w)(?:paragraf(?:en|erna|er)?|par\.|ss)(?:\s|-)?)\s*(?P<first>\d{1,4})(?!\d)(?P<letter>[a-z](?!\w))?"
    r"(?:\s?[-\u2010-\u2015]\s?(?P<last>\d{1,4})(?![\d-]))?",
    re.IGNORECASE,
)
_LAW_SECTION = re.compile(r"(?<![\w-])(?P<first>\d{1,3})\s?(?P<letter>[a-z])?\s?§")


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """Hold a diarienummer in its canonical form and where it stood."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SectionSign:
    """Hold a § of minutes ("§ 36") or a range of them, and where it stood."""

    first: int
    last: int
    start: int
    end: int
    letter: str = ""

    @property
    def value(self) -> str:
        """Return the canonical spelling of the first §."""
        return f"§ {self.first}{' ' + self.letter if self.letter else ''}"


def find_case_numbers(text: str) -> tuple[CaseNumber, ...]:
    """Return every diarienummer in reading order, none overlapping."""
    if not _PERHAPS.search(text):
        return ()
    plain = _typed(text)
    lowered = plain.lower()
    labelled = any(part in lowered for part in _LABEL_PARTS)
    found: list[CaseNumber] = []
    for match in _LABELLED.finditer(plain) if labelled else ():
        number = _labelled(match)
        if number is None:
            continue
        found.append(number)
        further = _LABELLED_FURTHER.match(plain, match.end())
        while further is not None:
            value = further["year"] + further["second"] + further["number"]
            if not _is_span_or_date(further["year"], further["second"], further["number"], plain, further.end()):
                found.append(CaseNumber(value, further.start("value"), further.end("value")))
            further = _LABELLED_FURTHER.match(plain, further.end())
    dated = _ANY_YEAR.search(plain) is not None
    for pattern in _PATTERNS if dated else ():
        for match in pattern.finditer(plain):
            if not _taken(found, match.start(), match.end()) and _is_case_number(match, plain):
                found.append(CaseNumber(_canonical(match), match.start(), match.end()))
    for match in _SHORT_YEAR.finditer(plain) if labelled else ():
        if not _is_series(match["board"]) and not _taken(found, match.start("value"), match.end()):
            found.append(CaseNumber(match["value"], match.start("value"), match.end()))
    for match in _CLASSED.finditer(plain) if dated else ():
        if not _taken(found, match.start(), match.end()):
            found.append(CaseNumber(match[0], match.start(), match.end()))
    for match in _JOINED.finditer(plain):
        if not _is_series(match["board"]) and not _taken(found, match.start(), match.end()):
            found.append(CaseNumber(match[0].replace(" ", ""), match.start(), match.end()))
    return tuple(sorted(found, key=lambda number: number.start))


def find_bare_case_numbers(text: str) -> tuple[CaseNumber, ...]:
    """Return what reads as a diarienummer without label or letters, as people ask for it: "vad gäller 2030/00377"."""
    if not _PERHAPS.search(text):
        return ()
    plain = _typed(text)
    found: list[CaseNumber] = []
    for pattern in (_BARE_ANNOUNCED, _BARE):
        for match in pattern.finditer(plain):
            start, end = match.span("value")
            year, number = match["year"], match["number"]
            if _taken(found, start, end) or _is_span_or_date(year, match["second"], number, plain, end):
                continue
            if pattern is _BARE and (
                _names_years(year, match["second"], number)
                or _NO_CASE.search(plain[max(0, start - _WORD_BEFORE) : start])
            ):
                continue
            found.append(CaseNumber(re.sub(r"\s", "", match["value"]), start, end))
    return tuple(sorted(found, key=lambda number: number.start))


def find_loose_case_numbers(text: str) -> tuple[CaseNumber, ...]:
    """Return what may be a diarienummer with letters in any case, its year in two digits or last; where both may be, each.

    Much else looks so: it is one only where the documents hold it.
    """
    plain = _typed(text).upper()
    if len(plain) != len(text) or not _PERHAPS.search(plain):
        return ()
    found = []
    for match in _LOOSE.finditer(plain):
        board = match["before"] or match["after"] or ""
        one, other = int(match["one"]), int(match["other"])
        # "KS 24/11" is a day.
        day = (
            max(one, other) <= LONGEST_MONTH and min(one, other) <= MONTHS and re.fullmatch(LABEL, board, re.I) is None
        )
        if not board or (_is_series(board) and board != "REV") or day:
            continue
        for year, number in ((match["one"], match["other"]), (match["other"], match["one"])):
            if re.fullmatch(rf"[0-4]\d|{YEAR}", year):
                value = f"{board} {year if len(year) > 2 else f'20{year}'}/{number}"
                found.append(CaseNumber(value, match.start(), match.end()))
    return tuple(found)


def case_numbers_of_line(line: str) -> tuple[CaseNumber, ...]:
    """Return every diarienummer of a line that is known to hold one, written with or without its label."""
    return find_case_numbers(line) or find_case_numbers(f"Dnr {line}")


def _typed(text: str) -> str:
    """Return text, as long as it was, with its dashes and spaces as a keyboard has them."""
    # A dash after the other: each is missed at once, while a table is looked up for every character.
    for dash in _DASHES:
        text = text.replace(dash, "-")
    return text.replace("\u00a0", " ")


def _taken(found: Sequence[CaseNumber], start: int, end: int) -> bool:
    return any(start < other.end and other.start < end for other in found)


def normalise_case_number(text: str) -> str | None:
    """Return the canonical form of a string that is one diarienummer, or None."""
    stripped = text.strip().strip(".,;:()")
    capitals = re.sub(r"^[a-zåäö]{2,8}(?=[\s/:-]?\d)|(?<=[\d\s])[a-zåäö]{2,8}$", lambda part: part[0].upper(), stripped)
    found = find_case_numbers(stripped) or case_numbers_of_line(capitals)
    return found[0].value if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def case_key(number: str) -> tuple[int, int, str] | None:
    """Return (year, serial number, board) of a diarienummer: equal for every spelling of one case."""
    plain = re.sub(rf"(?<![\d.]){_CLASS}(?=\d)", "", _typed(number).upper())
    digits = re.search(rf"(?<!\d)({YEAR})\s?[-/:.]\s?(\d{{1,7}})(?!\d)", plain)
    if digits is not None:
        year, serial = int(digits[1]), int(digits[2])
    else:
        digits = re.search(rf"(?<!\d)(\d{{1,7}})\s?[-/:]\s?({YEAR}|\d{{2}})(?!\d)", plain)
        joined = _JOINED.search(plain) or _SHORT_YEAR.search(f"Dnr {plain}")
        if digits is None and joined is None:
            return None
        if digits is not None:
            serial, year = int(digits[1]), int(digits[2])
        elif joined is not None:
            return 2000 + int(joined["year"]) % 100, int(joined["number"]), joined["board"]
        year = year + 2000 if year < 100 else year
    letters = re.search(r"[A-ZÅÄÖ]{1,8}", re.sub(rf"{LABEL}\.?:?", " ", plain, flags=re.IGNORECASE))
    return year, serial, letters[0] if letters else ""


def same_case(one: str, other: str) -> bool:
    """Say whether two papers' spellings mean one case: punctuation, zeros and the board's place do not matter.

    A number without letters is of the central series: "BMN 2031-61" is another case than "2031/00061". It is a board's
    only where both are written with the same digits.
    """
    if not may_be_same_case(one, other):
        return False
    left, right = case_key(one), case_key(other)
    if left is None or right is None or left[2] == right[2] or {left[2], right[2]} & CENTRAL:
        return True
    return _digits_of_serial(one, left[1]) == _digits_of_serial(other, right[1])


def may_be_same_case(one: str, other: str) -> bool:
    """Say whether somebody who writes one of two numbers may mean the other: the board may be left out."""
    left, right = case_key(one), case_key(other)
    if left is None or right is None:
        return one.strip().casefold() == other.strip().casefold()
    return left[:2] == right[:2] and (left[2] == right[2] or not left[2] or not right[2])


def _digits_of_serial(number: str, serial: int) -> str:
    """Return the digits of a serial number as written; of a short one, the sign before or after it too."""
    plain = _typed(number)
    match = re.search(rf"(?P<sign>[-/:.]?)\s?(?<!\d)(?P<digits>0*{serial})(?!\d)(?P<after>[-/:]?)", plain)
    if match is None:
        return str(serial)
    return match["digits"] if len(match["digits"]) >= SURE_DIGITS else match["sign"] + match["digits"] + match["after"]


def names_case(text: str, number: str) -> bool:
    """Say whether a text names a case, in whatever spelling."""
    key = case_key(number)
    # Every spelling holds the number without its zeros: most texts need no closer look.
    if key is not None and str(key[1]) not in text:
        return False
    return any(same_case(found.value, number) for found in find_case_numbers(text))


def find_section_signs(text: str) -> tuple[SectionSign, ...]:
    """Return the §§ of minutes that a text names ("§ 36", "§§34-44", "paragraf 36", "par. 36", "ss36")."""
    if not _DIGIT.search(text):
        return ()
    found = []
    for match in _SECTION.finditer(text):
        first = int(match["first"])
        last = int(match["last"]) if match["last"] else first
        if last < first or last - first > 400:
            last = first
        found.append(SectionSign(first, last, match.start(), match.end(), match["letter"] or ""))
    return tuple(found)


def find_law_sections(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places where a § follows its number, as laws write it ("18 § kommunallagen")."""
    return tuple((match.start(), match.end()) for match in _LAW_SECTION.finditer(text))


def _labelled(match: re.Match[str]) -> CaseNumber | None:
    year, number = match["year"], match["number"]
    if year is None:
        year, number = match["year2"], match["number2"]
    elif _is_span_or_date(year, match["second"], number, match.string, match.end("number")):
        return None
    board = match["board"] or ""
    # "Rev" after a number of its own is a version, after "Dnr" the series of the auditors.
    if _is_series(board) and board.upper() != "REV":
        return None
    value = re.sub(r"\s+", " ", match["value"]).strip()
    value = re.sub(r"\s?([-/:.])\s?", r"\1", value)
    if board:
        value = value.replace(board, board.upper(), 1)
    return CaseNumber(value, match.start("value"), match.end("value"))


def _is_series(board: str) -> bool:
    """Say whether the letters before a year name a series of laws, reports or terms instead of a board."""
    capitals = board.upper()
    return capitals in NOT_A_BOARD or capitals.split("-")[0] in NOT_A_BOARD or capitals.endswith("FS")


def _is_case_number(match: re.Match[str], text: str) -> bool:
    board, year, number = match["board"], match["year"], match["number"]
    separator = match.groupdict().get("second") or "."
    if _is_series(board):
        return False
    if re.search(r"§\s*$", text[: match.start()]) or re.search(
        r"\b(?:lag|förordning)\s*\(?$", text[: match.start()], re.I
    ):
        return False
    # "Lag 2026:43" and "Ks 2026 1 januari" are no cases: a board in lower case needs a plain separator.
    if not board.isupper() and separator == ".":
        return False
    return not (
        match.start("year") < match.start("number") and _is_span_or_date(year, separator, number, text, match.end())
    )


def _is_span_or_date(year: str, separator: str, number: str, text: str, end: int) -> bool:
    """Say whether "2026/2027" is a school year or span, or "2024-11-06" a date."""
    rest = text[end : end + 4]
    if separator in "-." and len(number) == 2 and re.match(r"[-.]\d{1,2}(?!\d)", rest) and 1 <= int(number) <= 12:
        return True
    return len(number) == 4 and number[:2] in ("19", "20") and 0 < int(number) - int(year) <= 15


def _names_years(year: str, separator: str, number: str) -> bool:
    """Say whether "2030/31" names a school year or a few years, or "1990-2024" any years."""
    if len(number) == 2:
        return separator != "." and 0 < (int(number) - int(year)) % 100 <= LONGEST_PERIOD
    return re.fullmatch(YEAR, number) is not None


def _canonical(match: re.Match[str]) -> str:
    board, year, number = match["board"].upper(), match["year"], match["number"]
    groups = match.groupdict()
    if "first" not in groups:
        separator = groups.get("second") or "."
        return f"{year}{separator}{number} {board}"
    first = re.sub(r"\s+", "", groups["first"] or "") or (" " if (groups["first"] or "").strip() == "" else "")
    joined = (year, number) if match.start("year") < match.start("number") else (number, year)
    return f"{board}{first or ' '}{joined[0]}{groups['second']}{joined[1]}"
