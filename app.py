"""The page script of the chat: set the page up, keep what is shared, render."""

import streamlit as st

from assistant.web import chat, language
from assistant.web.language import texts
from assistant.web.site import Site
from assistant.web.wiring import current

language.speak(st.context.cookies)
st.set_page_config(page_title=texts.PAGE_TITLE, layout="centered", initial_sidebar_state="auto")


@st.cache_resource(show_spinner=texts.LOADING)
def site() -> Site:
    """Return the site with its assistant, one for every session of this process."""
    return current()


chat.render(site())
