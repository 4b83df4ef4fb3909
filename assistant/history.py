"""Keep conversations and feedback in SQLite, each conversation for its owner alone."""

import datetime as dt
import json
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answers import Answer, Check, Citation, Claim, Provenance, Status
from index.hits import Effect, Filters, Recognised
from ingest.documents import Force, Kind

FILE_NAME = "conversations.sqlite"
TITLE_LENGTH = 60
BUSY_MILLISECONDS = 10_000
MOST_LISTED = 50

SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS conversations_owner ON conversations (owner, changed);
CREATE TABLE IF NOT EXISTS turns (
    conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE, position INTEGER NOT NULL,
    question TEXT NOT NULL, answer TEXT NOT NULL, created TEXT NOT NULL, PRIMARY KEY (conversation, position));
CREATE TABLE IF NOT EXISTS feedback (
    id INTEGER PRIMARY KEY, conversation TEXT, position INTEGER, helpful INTEGER NOT NULL, reasons TEXT NOT NULL,
    comment TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, created TEXT NOT NULL,
    UNIQUE (conversation, position));
"""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Hold the name of a conversation and when it was last used."""

    id: str
    title: str
    changed: dt.datetime
    turns: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """Hold one question and its answer, at its position in the conversation."""

    position: int
    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Feedback:
    """Hold what a user thought of an answer."""

    helpful: bool
    reasons: tuple[str, ...]
    comment: str
    question: str
    answer: Answer
    created: dt.datetime


@dataclass(frozen=True, slots=True)
class Usage:
    """Hold figures of use, without what was asked."""

    conversations: int
    questions: int
    answered: int
    partial: int
    not_found: int
    helpful: int
    unhelpful: int


class History:
    """Read and write conversations; safe from several threads and processes."""

    def __init__(self, data: Path) -> None:
        data.mkdir(parents=True, exist_ok=True)
        self._path = data / FILE_NAME
        # SQLite lets who writes try again now and then, and the unlucky in vain; here everyone has a turn.
        self._writer = threading.Lock()
        with self._connection() as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(SCHEMA)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        # A connection for each call: Streamlit runs every session in a thread of its own.
        connection = sqlite3.connect(self._path, timeout=BUSY_MILLISECONDS / 1000)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            # Nobody waits for the disk: at worst a loss of power takes the latest exchanges along.
            connection.execute("PRAGMA synchronous = NORMAL")
            with connection:
                yield connection
        finally:
            connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._writer, self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection

    def start(self, owner: str, title: str) -> str:
        """Start a conversation and return its id."""
        identifier = secrets.token_urlsafe(12)
        now = _now()
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?, ?)", (identifier, owner, _title(title), now, now)
            )
        return identifier

    def add(self, conversation: str, owner: str, question: str, answer: Answer) -> int:
        """Append an exchange to the owner's conversation and return its position."""
        with self._writing() as connection:
            _require_owner(connection, conversation, owner)
            (position,) = connection.execute(
                "SELECT coalesce(max(position), 0) + 1 FROM turns WHERE conversation = ?", (conversation,)
            ).fetchone()
            connection.execute(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?)",
                (conversation, position, question, json.dumps(answer.as_json(), ensure_ascii=False), _now()),
            )
            connection.execute("UPDATE conversations SET changed = ? WHERE id = ?", (_now(), conversation))
        return int(position)

    def cut(self, conversation: str, owner: str, position: int) -> None:
        """Remove the exchanges from a position on, so that a question can be asked anew."""
        with self._writing() as connection:
            _require_owner(connection, conversation, owner)
            connection.execute("DELETE FROM turns WHERE conversation = ? AND position >= ?", (conversation, position))

    def has(self, conversation: str, owner: str) -> bool:
        """Tell whether the owner has this conversation."""
        with self._connection() as connection:
            try:
                _require_owner(connection, conversation, owner)
            except KeyError:
                return False
        return True

    def exchanges(self, conversation: str, owner: str) -> tuple[Exchange, ...]:
        """Return the conversation in order; raises KeyError if it is unknown or another owner's."""
        with self._connection() as connection:
            _require_owner(connection, conversation, owner)
            rows = connection.execute(
                "SELECT position, question, answer FROM turns WHERE conversation = ? ORDER BY position", (conversation,)
            ).fetchall()
        return tuple(
            Exchange(position, question, answer_from_json(json.loads(text))) for position, question, text in rows
        )

    def conversations(self, owner: str, words: str = "") -> tuple[Conversation, ...]:
        """Return the owner's newest conversations, newest first, that hold the words in title, questions or answers."""
        pattern = f"%{_escape_like(words.strip())}%"
        with self._connection() as connection:
            rows = connection.execute(
                r"""SELECT c.id, c.title, c.changed, (SELECT count(*) FROM turns WHERE conversation = c.id)
                FROM conversations c WHERE c.owner = ? AND (c.title LIKE ? ESCAPE '\' OR EXISTS (
                    SELECT 1 FROM turns t WHERE t.conversation = c.id
                    AND (t.question LIKE ? ESCAPE '\' OR t.answer LIKE ? ESCAPE '\')))
                ORDER BY c.changed DESC LIMIT ?""",
                (owner, pattern, pattern, pattern, MOST_LISTED),
            ).fetchall()
        return tuple(
            Conversation(identifier, title, dt.datetime.fromisoformat(changed), turns)
            for identifier, title, changed, turns in rows
        )

    def rename(self, conversation: str, owner: str, title: str) -> None:
        """Give the owner's conversation another name."""
        with self._writing() as connection:
            _require_owner(connection, conversation, owner)
            connection.execute("UPDATE conversations SET title = ? WHERE id = ?", (_title(title), conversation))

    def delete(self, conversation: str, owner: str) -> None:
        """Remove the owner's conversation with its exchanges; feedback stays, apart from the conversation."""
        with self._writing() as connection:
            _require_owner(connection, conversation, owner)
            connection.execute("DELETE FROM conversations WHERE id = ?", (conversation,))
            connection.execute(
                "UPDATE feedback SET conversation = NULL, position = NULL WHERE conversation = ?", (conversation,)
            )

    def forget_older_than(self, days: int) -> int:
        """Remove conversations unused for so many days and return how many went."""
        limit = (dt.datetime.now(dt.UTC) - dt.timedelta(days=days)).isoformat()
        with self._writing() as connection:
            connection.execute(
                "UPDATE feedback SET conversation = NULL, position = NULL WHERE conversation IN"
                " (SELECT id FROM conversations WHERE changed < ?)",
                (limit,),
            )
            return connection.execute("DELETE FROM conversations WHERE changed < ?", (limit,)).rowcount

    def judge(
        self, conversation: str, owner: str, position: int, *, helpful: bool, reasons: tuple[str, ...], comment: str
    ) -> None:
        """Keep the owner's judgement of one answer; a later one replaces it."""
        with self._writing() as connection:
            _require_owner(connection, conversation, owner)
            row = connection.execute(
                "SELECT question, answer FROM turns WHERE conversation = ? AND position = ?", (conversation, position)
            ).fetchone()
            if row is None:
                raise KeyError(position)
            connection.execute(
                "INSERT OR REPLACE INTO feedback (conversation, position, helpful, reasons, comment, question, answer,"
                " created) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (conversation, position, int(helpful), json.dumps(reasons), comment, *row, _now()),
            )

    def feedback(self) -> tuple[Feedback, ...]:
        """Return every judgement, oldest first, for the evaluation to learn from."""
        with self._connection() as connection:
            rows = connection.execute(
                "SELECT helpful, reasons, comment, question, answer, created FROM feedback ORDER BY id"
            ).fetchall()
        return tuple(
            Feedback(
                helpful=bool(helpful),
                reasons=tuple(json.loads(reasons)),
                comment=comment,
                question=question,
                answer=answer_from_json(json.loads(answer)),
                created=dt.datetime.fromisoformat(created),
            )
            for helpful, reasons, comment, question, answer, created in rows
        )

    def usage(self) -> Usage:
        """Return how much is asked and how it goes."""
        with self._connection() as connection:
            (conversations,) = connection.execute("SELECT count(*) FROM conversations").fetchone()
            statuses = dict(
                connection.execute("SELECT json_extract(answer, '$.status'), count(*) FROM turns GROUP BY 1").fetchall()
            )
            verdicts = dict(connection.execute("SELECT helpful, count(*) FROM feedback GROUP BY 1").fetchall())
        return Usage(
            conversations=conversations,
            questions=sum(statuses.values()),
            answered=statuses.get(Status.ANSWERED.value, 0),
            partial=statuses.get(Status.PARTIAL.value, 0),
            not_found=statuses.get(Status.NOT_FOUND.value, 0),
            helpful=verdicts.get(1, 0),
            unhelpful=verdicts.get(0, 0),
        )


def answer_from_json(stored: dict[str, Any]) -> Answer:
    """Return the answer whose ``as_json`` was stored."""
    filters = stored["searched"]["filters"]
    return Answer(
        question=stored["question"],
        standalone_question=stored["standalone_question"],
        status=Status(stored["status"]),
        answer=stored["answer"],
        claims=tuple(
            Claim(claim["text"], tuple(claim["citations"]), Check(claim["check"])) for claim in stored["claims"]
        ),
        citations=tuple(_citation(citation) for citation in stored["citations"]),
        nearest=tuple(_citation(citation) for citation in stored["nearest"]),
        searched_documents=stored["searched"]["documents"],
        filters=Filters(
            boards=tuple(filters.get("boards", ())),
            kinds=tuple(Kind(kind) for kind in filters.get("kinds", ())),
            case_numbers=tuple(filters.get("case_numbers", ())),
            document_ids=tuple(filters.get("document_ids", ())),
            date_from=_date(filters.get("date_from")),
            date_to=_date(filters.get("date_to")),
        ),
        recognised=tuple(
            Recognised(part["kind"], part["value"], part["text"], 0, 0, Effect(part["effect"]), part["known"])
            for part in stored["understood"]
        ),
        dropped_claims=stored["dropped_claims"],
        confidence=stored["confidence"],
        provenance=Provenance(**stored["provenance"]),
        timings_ms=stored["timings_ms"],
        suggestions=tuple(stored["suggestions"]),
    )


def _citation(stored: dict[str, Any]) -> Citation:
    values = stored | {
        "kind": Kind(stored["kind"]),
        "force": Force(stored["force"]),
        "case_numbers": tuple(stored["case_numbers"]),
        "section": tuple(stored["section"]),
        "date": _date(stored["date"]),
    }
    return Citation(**values)


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _require_owner(connection: sqlite3.Connection, conversation: str, owner: str) -> None:
    row = connection.execute("SELECT owner FROM conversations WHERE id = ?", (conversation,)).fetchone()
    # The same error for unknown and foreign: a guess must not tell which conversations exist.
    if row is None or not owner or not secrets.compare_digest(row[0].encode(), owner.encode()):
        raise KeyError(conversation)


def _title(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= TITLE_LENGTH else folded[: TITLE_LENGTH - 1].rstrip() + "…"


def _escape_like(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
