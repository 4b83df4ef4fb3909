"""The chat's side: main menu, filters, conversations."""

import datetime as dt

import streamlit as st

from assistant.history import Conversation
from assistant.web import state
from assistant.web.answer_view import escape_markdown
from assistant.web.frame import navigation
from assistant.web.language import texts
from assistant.web.overview import Overview
from assistant.web.render import html
from assistant.web.state import Visit
from index.hits import Filters
from ingest.documents import Kind

FILTER_KEYS = ("filter_boards", "filter_kinds", "filter_cases", "filter_from", "filter_to")


def menu(here: Visit, *, admin: bool) -> None:
    """Show the main menu and the way to a new conversation."""
    st.html(html("menu.html.j2", site=here.site, navigation=navigation(here.site, admin=admin)))
    st.button(texts.NEW_CONVERSATION, key="new", on_click=state.open_conversation, args=(None,), width="stretch")


def filters(shown: Overview) -> Filters:
    """Show the filters and return what is chosen."""
    with st.expander(texts.FILTERS, key="filters"):
        boards = st.multiselect(
            texts.FILTER_BOARD, shown.boards, key="filter_boards", placeholder=texts.FILTER_ALL, select_all=False
        )
        kinds = st.multiselect(
            texts.FILTER_KIND,
            shown.kinds,
            key="filter_kinds",
            placeholder=texts.FILTER_ALL,
            format_func=lambda kind: texts.KIND[kind],
            select_all=False,
        )
        cases = st.multiselect(
            texts.FILTER_CASE, shown.case_numbers, key="filter_cases", placeholder=texts.FILTER_ALL, select_all=False
        )
        first = st.selectbox(
            texts.FILTER_FROM, shown.years, index=None, key="filter_from", placeholder=texts.FILTER_ALL
        )
        last = st.selectbox(texts.FILTER_TO, shown.years, index=None, key="filter_to", placeholder=texts.FILTER_ALL)
        if boards or kinds or cases or first or last:
            st.button(texts.FILTER_CLEAR, key="clear", on_click=_clear)
    return Filters(
        boards=tuple(boards),
        kinds=tuple(Kind(kind) for kind in kinds),
        case_numbers=tuple(cases),
        date_from=dt.date(first, 1, 1) if first else None,
        date_to=dt.date(last, 12, 31) if last else None,
    )


def conversations(here: Visit) -> None:
    """Show the visitor's conversations: open, search, rename, delete."""
    st.html(html("heading.html.j2", text=texts.CONVERSATIONS))
    everything = here.site.history.conversations(here.owner)
    if not everything:
        st.html(html("hint.html.j2", text=texts.CONVERSATION_NONE))
        return
    words = st.text_input(texts.CONVERSATION_SEARCH, key="conversation_words")
    found = here.site.history.conversations(here.owner, words) if words.strip() else everything
    if not found:
        st.html(html("hint.html.j2", text=texts.CONVERSATION_NO_MATCH))
    with st.container(key="samtalslista", gap="xxsmall"):
        for conversation in found:
            _conversation(conversation)
    open_now = next((each for each in everything if each.id == st.session_state.conversation), None)
    if open_now is not None:
        _manage(here, open_now)
    st.html(html("hint.html.j2", text=texts.RETENTION.format(days=here.site.settings.retention_days)))


def _conversation(conversation: Conversation) -> None:
    is_open = conversation.id == st.session_state.conversation
    st.button(
        escape_markdown(conversation.title) or texts.CONVERSATION_UNTITLED,
        key=f"open_{conversation.id}",
        type="secondary" if is_open else "tertiary",
        on_click=state.open_conversation,
        args=(conversation.id,),
        width="stretch",
    )


def _manage(here: Visit, conversation: Conversation) -> None:
    with st.expander(texts.CONVERSATION_MANAGE, key="manage"):
        title = st.text_input(texts.CONVERSATION_RENAME, value=conversation.title, key=f"title_{conversation.id}")
        if st.button(texts.CONVERSATION_SAVE, key="rename") and title.strip():
            here.site.history.rename(conversation.id, here.owner, title)
            st.rerun()
        st.html(html("save.html.j2", address=here.site.address(f"/samtal/{conversation.id}")))
        if st.button(texts.CONVERSATION_DELETE, key="delete"):
            here.site.history.delete(conversation.id, here.owner)
            state.open_conversation(None)
            st.session_state.notice = texts.CONVERSATION_DELETED
            st.rerun()


def _clear() -> None:
    for key in FILTER_KEYS:
        st.session_state[key] = [] if key in FILTER_KEYS[:3] else None
