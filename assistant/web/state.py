"""Keep what a browser tab has going between runs of the script; every key starts here."""

import secrets
from dataclasses import dataclass
from typing import Any

import streamlit as st

from assistant.answers import Question, Turn
from assistant.history import Exchange
from assistant.web.answering import Answering
from assistant.web.frame import VISITOR_COOKIE
from assistant.web.language import texts
from assistant.web.site import Groups, Site
from index.hits import Filters

CONVERSATION_PARAMETER = "samtal"
QUESTION_PARAMETER = "fraga"
REMEMBERED_TURNS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a question that waits for its answer; ``replaces`` is the exchange it stands in for."""

    text: str
    ignore: frozenset[str] = frozenset()
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Running:
    """Hold a question while its answer is being made."""

    asked: Asked
    work: Answering


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold who is asking on which site."""

    site: Site
    owner: str
    groups: Groups


def visit(site: Site) -> Visit:
    """Return the visit of this browser tab."""
    if site.settings.user_header:
        owner = st.context.headers.get(site.settings.user_header) or ""
    else:
        owner = st.context.cookies.get(VISITOR_COOKIE) or ""
    # Without a cookie the conversation lasts as long as the tab.
    return Visit(site, owner or _stranger(), site.groups(st.context.headers))


def start() -> None:
    """Give every key its first value."""
    defaults: dict[str, Any] = {
        "conversation": st.query_params.get(CONVERSATION_PARAMETER),
        "asked": None,
        "running": None,
        "editing": None,
        "refused": None,
        "fresh": None,
        "notice": "",
        "judged": {},
    }
    for key, value in defaults.items():
        st.session_state.setdefault(key, value)
    # A link of the case page brings its question along, once.
    linked = st.query_params.pop(QUESTION_PARAMETER, None) if QUESTION_PARAMETER in st.query_params else None
    if linked:
        ask(linked)


def ask(text: str, ignore: frozenset[str] = frozenset(), replaces: int | None = None) -> None:
    """Put a question for the next run to answer."""
    st.session_state.asked = Asked(text, ignore, replaces)
    st.session_state.editing = st.session_state.refused = None
    st.session_state.notice = ""


def notice_press() -> None:
    """Let a press on a button end this run: Streamlit looks for one wherever the state is read or something is drawn."""
    st.session_state.get("running")


def open_conversation(identifier: str | None) -> None:
    """Show another conversation, or a new one for None; the address follows."""
    st.session_state.conversation = identifier
    st.session_state.asked = st.session_state.running = st.session_state.editing = st.session_state.fresh = None
    st.session_state.refused = None
    st.session_state.notice = ""
    if identifier is None:
        st.query_params.pop(CONVERSATION_PARAMETER, None)
    else:
        st.query_params[CONVERSATION_PARAMETER] = identifier


def exchanges(here: Visit) -> tuple[Exchange, ...]:
    """Return the shown conversation; one that is unknown or another's is let go."""
    identifier = st.session_state.conversation
    if not identifier:
        return ()
    try:
        return here.site.history.exchanges(identifier, here.owner)
    except KeyError:
        open_conversation(None)
        st.session_state.notice = texts.CONVERSATION_UNKNOWN
        return ()


def question(here: Visit, asked: Asked, earlier: tuple[Exchange, ...], filters: Filters) -> Question:
    """Return the question with its conversation, filters and the visitor's groups."""
    kept = earlier if asked.replaces is None else tuple(each for each in earlier if each.position < asked.replaces)
    turns = tuple(
        Turn(
            question=each.answer.standalone_question or each.question,
            answer=each.answer.answer,
            document_ids=tuple(dict.fromkeys(citation.document_id for citation in each.answer.citations)),
            case_numbers=tuple(
                dict.fromkeys(number for citation in each.answer.citations for number in citation.case_numbers)
            ),
        )
        for each in kept[-REMEMBERED_TURNS:]
    )
    return Question(text=asked.text, history=turns, filters=filters, groups=here.groups, ignore=asked.ignore)


def _stranger() -> str:
    if "stranger" not in st.session_state:
        st.session_state.stranger = secrets.token_urlsafe(24)
    return str(st.session_state.stranger)
