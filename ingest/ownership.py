"""Which body a document belongs to: whose minutes, to whom a letter goes, who decides or has adopted it (pure)."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.boards import ABBREVIATIONS, BoardName, board_from_slug, find_boards, only_board, slug
from ingest.documents import MINUTES, Kind, Origin, Passage
from ingest.found import Found, tells_handling
from ingest.sections import Section, section_of

_ASKED_OF = re.compile(r"\s+(?:får|ges|uppdras|uppmanas|ska|skall|anmodas|ombeds|medges|tilldelas|beviljas)\b")
_ADOPTED_KINDS = (Kind.PLAN, Kind.OVRIGT, Kind.DELEGATION)
_ADOPTED_BY = re.compile(
    r"(?:beslutande (?:instans|organ)|beslutsinstans|beslutsfattare|(?:beslut(?:ad|at|ade)|fastställ[dt]\w*|antag(?:en|et|na)|"
    r"godkän[dt]\w*)(?: den)?(?: [\d-]{8,10})? av)\b:?",
    re.IGNORECASE,
)


def board_of(path: str, head: Sequence[str], passages: Sequence[Passage], kind: Kind) -> Found[str] | None:
    """Return the body whose document it is: whose minutes, whom a letter is addressed to, who adopted a plan."""
    if kind in MINUTES:
        found = _board_of_minutes(path, head, passages)
    else:
        adopted = _adopting_board(head) if kind in _ADOPTED_KINDS else None
        letter = kind in (Kind.TJANSTESKRIVELSE, Kind.NAMNDINITIATIV, Kind.MOTION)
        found = adopted or _addressed_board(head) or (_deciding_board(passages) if letter else None)
    return found or _planned_board(passages, kind) or _folder_board(path, passages) or _named_board(head)


def _board_of_minutes(path: str, head: Sequence[str], passages: Sequence[Passage]) -> Found[str] | None:
    before: list[str] = []
    for line in head[:25]:
        if line.startswith("§"):
            break
        before.append(line)
    committee = next(
        (board for line in before[:6] if (board := only_board(line)) and board.endswith(("utskottet", "irektionen"))),
        None,
    )
    if committee:
        return Found(committee, Origin.TEXT, 0.95)
    joined = " ".join(before[:14])
    boards = find_boards(joined)
    if boards:
        return Found(boards[0].value, Origin.TEXT, 0.97)
    deciding = _deciding_board(passages)
    if deciding:
        return deciding
    name = re.search(r"(?:^|[-_ ])(?:ss|§)?\s?\d+[-_ ]([a-zåäö]{2,8})(?:[-_ ]|$)", slug(PurePosixPath(path).name))
    if name and name[1].upper() in ABBREVIATIONS:
        return Found(ABBREVIATIONS[name[1].upper()], Origin.FILE_NAME, 0.7)
    return None


def _addressed_board(head: Sequence[str]) -> Found[str] | None:
    """Find the body that a letter is addressed to: a line of the head that holds only its name.

    Auditors are the sender, and stand for the body only where no other is named.
    """
    sender: Found[str] | None = None
    for start in range(min(len(head), 25)):
        if section_of(head[start]) is not None:
            break
        for length in (3, 2, 1):
            board = only_board(" ".join(head[start : start + length]))
            if board and start + length <= len(head):
                found = Found(board, Origin.TEXT, 0.95)
                if not board.endswith("revisionen"):
                    return found
                sender = sender or found
    return sender


def _adopting_board(head: Sequence[str]) -> Found[str] | None:
    """Find the body that a plan or rule says has adopted it ("Fastställd av …", "Beslutande instans: …")."""
    for position, line in enumerate(head):
        match = _ADOPTED_BY.match(line)
        if match is None:
            continue
        rest = line[match.end() :].strip(" :")
        boards = find_boards(rest or " ".join(head[position + 1 : position + 2]))
        if boards and boards[0].start == 0:
            return Found(boards[0].value, Origin.TEXT, 0.9)
    return None


def _deciding_board(passages: Sequence[Passage]) -> Found[str] | None:
    """Find the body that a proposal or decision lets decide ("Socialnämnden beslutar att ...")."""
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for passage in passages:
        headings = [passage.text] if passage.level else list(passage.heading_path[-1:])
        if not any(section_of(text) in (Section.PROPOSAL, Section.DECISION) for text in headings):
            continue
        boards = find_boards(passage.text)
        if boards and (passage.level or boards[0].start < 12) and _lets_decide(passage.text, boards[0]):
            counted[boards[0].value] += 1
            first.setdefault(boards[0].value, passage.ordinal)
    if not counted:
        return None
    board = max(counted, key=lambda name: (counted[name], -first[name]))
    return Found(board, Origin.TEXT, 0.85, first[board])


def _lets_decide(text: str, board: BoardName) -> bool:
    """Tell the body that decides from one that the decision is about ("nämndens begäran", "nämnden får i uppdrag")."""
    if _ASKED_OF.match(text, board.end):
        return False
    return not text[board.start : board.end].endswith("s") or board.value.endswith("s") or not text[board.end :].strip()


def _planned_board(passages: Sequence[Passage], kind: Kind) -> Found[str] | None:
    """Find the body that stands last in the order of handling; a motion goes to the fullmäktige."""
    planned = [board.value for passage in passages if tells_handling(passage) for board in find_boards(passage.text)]
    if planned:
        return Found(planned[-1], Origin.TEXT, 0.8)
    return Found("Kommunfullmäktige", Origin.TEXT, 0.6) if kind is Kind.MOTION else None


def _named_board(head: Sequence[str]) -> Found[str] | None:
    boards = find_boards("\n".join(head[:15]))
    return Found(boards[0].value, Origin.TEXT, 0.5) if boards else None


def _folder_board(path: str, passages: Sequence[Passage]) -> Found[str] | None:
    """Read the body off a folder name, in the spelling that the document itself uses where it does."""
    for folder in reversed(path.split("/")[:-1]):
        board = board_from_slug(folder) or ABBREVIATIONS.get(folder.upper())
        if board is None:
            continue
        for passage in passages:
            spelled = next((name.value for name in find_boards(passage.text) if slug(name.value) == slug(folder)), None)
            if spelled:
                return Found(spelled, Origin.FOLDER, 0.6)
        return Found(board, Origin.FOLDER, 0.5)
    return None
