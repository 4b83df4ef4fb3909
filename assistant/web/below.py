"""What stands below an answer: judge it, ask it again, change the question, ask on."""

from collections.abc import Callable

import streamlit as st

from assistant.history import Exchange
from assistant.web import answer_view, state
from assistant.web.language import texts
from assistant.web.render import html
from assistant.web.state import Visit


def show(here: Visit, exchange: Exchange, *, last: bool) -> None:
    """Ask what an answer was worth; below the last one, offer to ask again and to ask on."""
    _feedback(here, exchange, last=last)
    when(last and st.session_state.editing == exchange.position, _edit, exchange)
    when(last and bool(answer_view.next_questions(exchange.answer)), _next, exchange)


def _feedback(here: Visit, exchange: Exchange, *, last: bool) -> None:
    key = f"{st.session_state.conversation}_{exchange.position}"
    judged: dict[str, str] = st.session_state.judged
    with st.container(key=f"omdome_{exchange.position}", horizontal=True, gap="small", vertical_alignment="center"):
        if judged.get(key) == "sent":
            st.html(html("hint.html.j2", text=texts.FEEDBACK_THANKS), width="content")
        else:
            st.html(html("hint.html.j2", text=texts.FEEDBACK_LABEL), width="content")
            st.button(texts.FEEDBACK_UP, key=f"up_{key}", on_click=_judge, args=(here, exchange, True, (), ""))
            if st.button(texts.FEEDBACK_DOWN, key=f"down_{key}"):
                judged[key] = "down"
                st.session_state.editing = None
        when(last, _again, exchange)
    # One form at a time.
    if judged.get(key) == "down" and not (last and st.session_state.editing == exchange.position):
        _reasons(here, exchange, key)


def _reasons(here: Visit, exchange: Exchange, key: str) -> None:
    with st.form(f"reasons_{key}"):
        st.html(html("hint.html.j2", text=texts.FEEDBACK_REASON))
        reasons = [
            reason
            for number, reason in enumerate(texts.FEEDBACK_REASONS)
            if st.checkbox(reason, key=f"reason_{key}_{number}")
        ]
        comment = st.text_area(texts.FEEDBACK_COMMENT, key=f"comment_{key}", max_chars=2000)
        with st.container(horizontal=True, gap="small"):
            sent, cancelled = st.form_submit_button(texts.FEEDBACK_SEND), st.form_submit_button(texts.CANCEL)
    if sent:
        _judge(here, exchange, False, tuple(reasons), comment)
    if cancelled:
        st.session_state.judged.pop(key, None)
    if sent or cancelled:
        st.rerun()


def _judge(here: Visit, exchange: Exchange, helpful: bool, reasons: tuple[str, ...], comment: str) -> None:
    conversation = st.session_state.conversation
    here.site.history.judge(
        conversation, here.owner, exchange.position, helpful=helpful, reasons=reasons, comment=comment
    )
    st.session_state.judged[f"{conversation}_{exchange.position}"] = "sent"


def _again(exchange: Exchange) -> None:
    again: tuple[str, frozenset[str], int] = (exchange.question, frozenset(), exchange.position)
    with st.container(key="igen", horizontal=True, gap="small"):
        st.button(texts.ASK_AGAIN, key="again", on_click=state.ask, args=again)
        if st.button(texts.EDIT, key="edit"):
            st.session_state.editing = exchange.position


def _edit(exchange: Exchange) -> None:
    edit_form(str(exchange.position), exchange.question, exchange.position)


def edit_form(key: str, question: str, replaces: int | None) -> None:
    """Let a question be changed and sent again, in place of the exchange that it replaces."""
    with st.form(f"edit_{key}"):
        text = st.text_area(texts.EDIT_LABEL, value=question, key=f"edited_{key}")
        with st.container(horizontal=True, gap="small"):
            sent, cancelled = st.form_submit_button(texts.SEND), st.form_submit_button(texts.CANCEL)
    if sent and text.strip():
        state.ask(text, replaces=replaces)
    if cancelled:
        st.session_state.editing = st.session_state.refused = None
    if cancelled or (sent and text.strip()):
        st.rerun()


def _next(exchange: Exchange) -> None:
    st.html(html("subheading.html.j2", text=texts.NEXT_QUESTIONS, hint=""))
    question_buttons(answer_view.next_questions(exchange.answer), f"next_{exchange.position}")


def question_buttons(questions: tuple[str, ...], key: str) -> None:
    """Offer questions that are asked with one press."""
    with st.container(key=f"fragor_{key}", gap="xsmall"):
        for number, question in enumerate(questions):
            label = answer_view.escape_markdown(question)
            st.button(label, key=f"{key}_{number}", on_click=state.ask, args=(question,))


def when(shown: bool, draw: Callable[[Exchange], None], exchange: Exchange) -> None:
    """Draw in a place of its own; where nothing is shown, an empty place takes away at once what stood there."""
    if shown:
        with st.container():
            draw(exchange)
    else:
        st.empty()
