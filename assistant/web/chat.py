"""The chat page: a question, an answer that grows as its claims are proved, its sources."""

import logging
import sqlite3

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answers import Answer
from assistant.errors import BadQuestion
from assistant.history import Exchange
from assistant.web import answer_view, below, sidebar, state, wording
from assistant.web.answering import STOPPED, Answering, Proved
from assistant.web.language import texts, told
from assistant.web.overview import Cases, Overview
from assistant.web.render import html
from assistant.web.site import Site
from assistant.web.state import Asked, Running, Visit
from index.errors import IndexFault, NoIndex
from index.hits import Filters
from ingest.errors import ArendeError

NEWEST_SHOWN = 4
log = logging.getLogger(__name__)


def render(site: Site) -> None:
    """Show the page."""
    state.start()
    here = state.visit(site)
    with st.sidebar:
        sidebar.menu(here, admin=site.may_administer(st.context.headers))
    try:
        shown = site.overview(here.groups)
        manifest = site.library().manifest
    except IndexFault as fault:
        _no_index(site, fault)
        return
    with st.sidebar:
        filters = sidebar.filters(shown)
        conversations = st.container()
    st.html(html("start.html.j2", shown=shown, manifest=manifest))
    typed = st.chat_input(texts.QUESTION_LABEL, key="question", submit_mode="disable")
    if typed is not None:
        state.ask(typed)
    _conversation(here, shown, filters)
    with conversations:
        sidebar.conversations(here)


def _conversation(here: Visit, shown: Overview, filters: Filters) -> None:
    asked: Asked | None = st.session_state.asked
    in_vain = _stopped(here)
    earlier = state.exchanges(here)
    if st.session_state.notice:
        _notice(st.session_state.notice)
    if in_vain is not None and asked is None:
        _notice(texts.ANSWER_STOPPED)
        st.button(texts.ASK_AGAIN, on_click=state.ask, args=(in_vain.text, in_vain.ignore, in_vain.replaces))
    kept = earlier if asked is None or asked.replaces is None else earlier[: asked.replaces - 1]
    for exchange in kept:
        with _turn(exchange.question):
            _answered(here, exchange, shown.cases, last=asked is None and exchange is kept[-1])
    refused: Asked | None = st.session_state.refused
    if asked is not None:
        _answer(here, asked, earlier, filters, shown.cases)
    elif refused is not None:
        _notice(_refused(here.site, refused.text))
        below.edit_form("refused", refused.text, refused.replaces)
    elif not earlier:
        _examples(here, shown)


def _answer(here: Visit, asked: Asked, earlier: tuple[Exchange, ...], filters: Filters, cases: Cases) -> None:
    """Answer the waiting question, keep the exchange, and show it in place."""
    st.session_state.asked = None
    problem = _refused(here.site, asked.text)
    if problem:
        _notice(problem)
        # What somebody has written is not thrown away because it was too much.
        if asked.text.strip():
            st.session_state.refused = asked
            below.edit_form("refused", asked.text, asked.replaces)
        return
    turn = _turn(asked.text)
    working = st.empty()
    try:
        with working.container():
            answer = _ask(here, asked, earlier, filters)
    except ArendeError as error:
        st.session_state.running = None
        with working.container():
            _failed(asked, error)
        return
    try:
        exchange = _keep(here, asked, answer)
    except sqlite3.Error:
        log.exception("An answer could not be kept")
        exchange = Exchange(len(earlier) + 1, asked.text, answer)
        _notice(texts.ANSWER_NOT_KEPT)
    st.session_state.running = None
    working.empty()
    with turn:
        _answered(here, exchange, cases, last=True)


def _failed(asked: Asked, error: ArendeError) -> None:
    _notice(told(error))
    if not isinstance(error, BadQuestion):
        log.error("A question could not be answered", exc_info=error)
        st.button(texts.ASK_AGAIN, on_click=state.ask, args=(asked.text, asked.ignore, asked.replaces))


def _ask(here: Visit, asked: Asked, earlier: tuple[Exchange, ...], filters: Filters) -> Answer:
    place = st.empty()
    steps = (texts.STEP_SEARCH, texts.STEP_READ, texts.STEP_CHECK)

    def show(step: int, claims: tuple[Proved, ...] = ()) -> None:
        place.html(html("progress.html.j2", steps=steps, at=step, claims=claims))

    show(0)
    # A press runs the script anew, where what was shown is kept.
    st.button(texts.STOP, key="stop")
    work = Answering(here.site.asker(), state.question(here, asked, earlier, filters))
    st.session_state.running = Running(asked, work)
    drawn: tuple[Proved, ...] | None = None
    try:
        for claims in work.growth():
            if claims == drawn:
                state.notice_press()
            else:
                drawn = claims
                show(len(steps) - 1 if claims else 1, claims)
        return work.answer()
    finally:
        work.stop()


def _keep(here: Visit, asked: Asked, answer: Answer) -> Exchange:
    history = here.site.history
    # Also where the conversation was deleted meanwhile, in another tab.
    if not st.session_state.conversation or not history.has(st.session_state.conversation, here.owner):
        state_id = history.start(here.owner, asked.text)
        st.session_state.conversation = state_id
        st.query_params[state.CONVERSATION_PARAMETER] = state_id
    conversation = st.session_state.conversation
    if asked.replaces is not None:
        history.cut(conversation, here.owner, asked.replaces)
    position = history.add(conversation, here.owner, asked.text, answer)
    st.session_state.fresh = (conversation, position, asked.ignore)
    return Exchange(position, asked.text, answer)


def _turn(question: str) -> DeltaGenerator:
    """Show a question and return the place for its answer."""
    st.html(html("question.html.j2", question=question))
    return st.container()


def _answered(here: Visit, exchange: Exchange, cases: Cases, *, last: bool) -> None:
    """Show an answer, and under the last one what can be done next."""
    below.when(last and bool(exchange.answer.recognised), _understood, exchange)
    conversation = st.session_state.conversation
    fresh = st.session_state.fresh
    prefix = f"svar-{exchange.position}"
    is_new = fresh is not None and fresh[:2] == (conversation, exchange.position)
    st.html(answer_html(here.site, exchange.answer, cases, prefix, conversation, exchange.position, new=is_new))
    below.show(here, exchange, last=last)


def answer_html(
    site: Site, answer: Answer, cases: Cases, prefix: str, conversation: str | None, position: int, *, new: bool
) -> str:
    """Return an answer as HTML; every word of documents and users in it is escaped."""
    export = site.address(f"/samtal/{conversation}/{position}") if conversation else ""
    return html(
        "answer.html.j2",
        site=site,
        answer=answer,
        prefix=prefix,
        number=position,
        new=new,
        groups=answer_view.row_groups(answer_view.as_shown(answer)),
        found=answer_view.sources(answer.citations),
        nearest=answer_view.sources(answer.nearest),
        also=answer_view.read_also(answer, cases),
        status=answer_view.status_words(answer),
        stopped=answer.provenance.answerer == STOPPED,
        remark=answer_view.remark(answer),
        widening=answer_view.widening(answer),
        badge_quote=answer_view.badge_quote,
        last_word=answer_view.last_word,
        as_text=answer_view.as_text(answer),
        as_markdown=answer_view.as_markdown(answer),
        export=export,
    )


def _understood(exchange: Exchange) -> None:
    """Show what was understood of the question; a click asks again without it."""
    fresh = st.session_state.fresh
    ignored = fresh[2] if fresh and fresh[:2] == (st.session_state.conversation, exchange.position) else frozenset()
    st.html(html("understood.html.j2", parts=[part for part in exchange.answer.recognised if not part.known]))
    with st.container(key="tolkningar", horizontal=True, gap="small"):
        for number, part in enumerate(exchange.answer.recognised):
            st.button(
                f"{answer_view.escape_markdown(wording.understood(part))} ✕",
                key=f"chip_{exchange.position}_{number}",
                on_click=state.ask,
                args=(exchange.question, ignored | {part.value}, exchange.position),
            )


def _examples(here: Visit, shown: Overview) -> None:
    if shown.examples:
        st.html(html("subheading.html.j2", text=texts.EXAMPLES_HEADING, hint=texts.EXAMPLES_HELP))
        below.question_buttons(shown.examples, "example")
    st.html(html("newest.html.j2", site=here.site, newest=shown.newest[:NEWEST_SHOWN]))


def _stopped(here: Visit) -> Asked | None:
    """Keep what was proved where the script ended in the middle of an answer; return a question that got nothing."""
    running: Running | None = st.session_state.running
    st.session_state.running = None
    if running is None:
        return None
    answer = running.work.stopped_answer()
    if answer is None:
        return running.asked
    _keep(here, running.asked, answer)
    return None


def _refused(site: Site, text: str) -> str:
    if not text.strip():
        return texts.QUESTION_EMPTY
    limit = site.settings.question_limit
    if len(text) <= limit:
        return ""
    length, most = (texts.counted(number, *texts.CHARACTERS) for number in (len(text), limit))
    return texts.QUESTION_TOO_LONG.format(length=length, limit=most)


def _no_index(site: Site, fault: IndexFault) -> None:
    log.warning("The index cannot be read: %s", fault)
    text = texts.NO_INDEX_HELP if isinstance(fault, NoIndex) else texts.INDEX_BROKEN
    title = texts.NO_INDEX_TITLE if isinstance(fault, NoIndex) else texts.FAULT_TITLE
    _notice(text.format(data=site.data), title)


def _notice(text: str, title: str = "") -> None:
    st.html(html("notice.html.j2", text=text, title=title))
