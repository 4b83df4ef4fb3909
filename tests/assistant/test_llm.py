"""The model answerer asks by schema, streams finished claims, and never waits past its limit."""

import gc
import importlib
import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from assistant import llm
from assistant.errors import ModelGone
from assistant.llm import build_model, fault_of
from assistant.model_answerer import ModelAnswerer, model_claims
from assistant.model_reply import ModelClaim, longest_text, quotable, reply_schema
from assistant.prompt import NumberedPassage, messages, number_passages, room_for_passages, tokens_of
from assistant.quoting import locate
from assistant.values import values as values_of
from index.hits import Hit
from index.settings import ModelSettings
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

# Seconds the model has; on a busy machine the client alone takes a few.
LIMIT = 8
GOOD = (
    '{"found": true, "claims": [{"text": "Bryggan kostade 412 000 kronor.", "sources": '
    '[{"passage": 1, "quote": "412 000 kronor"}]}, {"text": "Bryggan är 14 meter.", "sources": '
    '[{"passage": 2, "quote": "14 meter"}]}]}'
)


@pytest.fixture(scope="module", autouse=True)
def sdk() -> None:
    """Load the SDK before any limit is timed: its first import and its first request take seconds."""
    importlib.import_module("llama_index.llms.openai_like")
    with pytest.raises(ModelGone):
        ask(ModelSettings(kind="openai", name="m", url="http://127.0.0.1:9/v1", timeout_seconds=300))


def a_hit() -> Hit:
    document = DocumentMetadata(
        id="a" * 16,
        source="namn/protokoll.pdf",
        title="Ny brygga",
        kind=Kind.PROTOKOLL,
        content_hash="0",
        board="Fritidsnämnden",
    )
    texts = ("Bryggan kostade 412 000 kronor.", "Bryggan är 14 meter lång.")
    passages = tuple(
        Passage(n, text, 0, len(text), 1, Block.PARAGRAPH, Force.DECISION, heading_path=("Ny brygga", "Beslut"))
        for n, text in enumerate(texts)
    )
    return Hit("c", document, passages, " ".join(texts), 1.0)


PASSAGES = number_passages([a_hit()], 500)
PATIENT = ModelSettings(timeout_seconds=60)


def ask(settings: ModelSettings, passages: tuple[NumberedPassage, ...] = PASSAGES) -> list[ModelClaim]:
    model = build_model(settings)
    assert model is not None
    return list(model_claims(model, "Vad kostade bryggan?", passages, settings))


@pytest.fixture
def openai(scripted_server: Any) -> ModelSettings:
    return ModelSettings(kind="openai", name="m", url=f"{scripted_server.address}/v1", timeout_seconds=LIMIT)


@pytest.fixture
def without_search_of_memory() -> Iterator[None]:
    """Leave alone what refers to itself, as where memory is set apart."""
    gc.disable()
    yield
    gc.enable()


def test_claims_come_with_the_numbers_and_quotes_the_model_wrote(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(*GOOD)
    claims = ask(openai)
    assert [claim.text for claim in claims] == ["Bryggan kostade 412 000 kronor.", "Bryggan är 14 meter."]
    assert claims[1].sources[0].passage == 2
    assert script.requests[0]["response_format"]["type"] == "json_schema"


def test_ollama_is_asked_with_the_schema_too(scripted_server: Any) -> None:
    script = scripted_server.say(GOOD[:50], GOOD[50:])
    claims = ask(ModelSettings(kind="ollama", name="m", url=scripted_server.address, timeout_seconds=LIMIT))
    assert len(claims) == 2
    assert script.requests[0]["format"]["required"] == ["found", "claims"]
    assert script.requests[0]["think"] is False


def test_first_claim_is_there_before_the_reply_is_finished(scripted_server: Any, openai: ModelSettings) -> None:
    # Up to the comma after the first claim: nothing of the second is there yet.
    cut = GOOD.index("}]}, ") + 4
    scripted_server.say(GOOD[:cut], GOOD[cut:], pause=20)
    model = build_model(openai)
    assert model is not None
    start = time.monotonic()
    claims = model_claims(model, "Vad kostade bryggan?", PASSAGES, PATIENT)
    next(claims)
    assert time.monotonic() - start < 20
    claims.close()


@pytest.mark.parametrize(("kind", "path"), [("openai", "/v1"), ("ollama", "")])
def test_a_model_that_nobody_listens_to_is_hung_up_on_at_once(
    scripted_server: Any, kind: str, path: str, without_search_of_memory: None
) -> None:
    left = threading.Event()

    def endless(request: dict[str, Any]) -> Iterator[str]:
        try:
            yield GOOD[: GOOD.index("}]}, ") + 4]
            while True:
                time.sleep(0.05)
                yield " "
        finally:
            left.set()

    scripted_server.say().pieces = endless
    model = build_model(ModelSettings(kind=kind, name="m", url=f"{scripted_server.address}{path}", timeout_seconds=60))
    assert model is not None
    claims = model_claims(model, "Vad kostade bryggan?", PASSAGES, PATIENT)
    next(claims)
    claims.close()
    assert left.wait(5)


def test_an_error_of_the_server_is_tried_once_more(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(GOOD, first_statuses=[500])
    assert len(ask(openai)) == 2
    assert len(script.requests) == 2


def test_a_refused_key_is_not_tried_again(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(GOOD, status=401)
    with pytest.raises(ModelGone, match="ARENDE_MODEL__KEY"):
        ask(openai)
    assert len(script.requests) == 1


def test_only_sentences_of_a_passage_may_be_quoted_with_its_number(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(GOOD)
    ask(openai)
    sources = sources_of(script.requests[0])["anyOf"]
    assert [(one["properties"]["passage"]["enum"], one["properties"]["quote"]["enum"]) for one in sources] == [
        ([1], ["Bryggan kostade 412 000 kronor."]),
        ([2], ["Bryggan är 14 meter lång."]),
    ]


def test_a_server_that_knows_no_listed_quotes_is_asked_without(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(GOOD, first_statuses=[400])
    assert len(ask(openai)) == 2
    assert sources_of(script.requests[1])["properties"]["quote"]["type"] == "string"


def sources_of(request: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a claim's sources."""
    schema = request["response_format"]["json_schema"]["schema"]
    found: dict[str, Any] = schema["properties"]["claims"]["items"]["properties"]["sources"]["items"]
    return found


def test_a_long_sentence_is_quoted_in_pieces_that_stand_in_it() -> None:
    text = "Bryggan är kort.  Den\nska lagas i vår. Virket: " + " ".join(f"planka{n}" for n in range(80))
    short, second, *pieces = quotable(a_passage(text), 100)
    assert (short, second) == ("Bryggan är kort.", "Den ska lagas i vår.")
    assert len(pieces) > 5
    assert all(len(piece) <= 100 and locate(piece, text) for piece in pieces)


def test_a_row_is_quoted_whole() -> None:
    row = "4.2 Bryggplats för båt Hamnchef Kan överklagas. Bifogas protokollet"
    assert quotable(a_passage(row, Block.TABLE_ROW), 100) == [row]
    assert len(quotable(a_passage(row), 100)) == 2


def test_a_label_is_neither_shown_nor_quoted() -> None:
    hit = a_hit()
    label = replace(hit.passages[0], ordinal=9, text="Beslutsunderlag")
    assert number_passages([replace(hit, passages=(label, *hit.passages))], 500) == PASSAGES
    assert quotable(a_passage("Ja. Bryggan är kort."), 100) == ["Bryggan är kort."]


def a_passage(text: str, block: Block = Block.PARAGRAPH) -> Passage:
    return Passage(0, text, 0, len(text), 1, block, Force.BACKGROUND)


@pytest.mark.parametrize(
    ("pieces", "options"),
    [
        pytest.param(("Bryggan kostade nog mycket.",), {}, id="no JSON"),
        pytest.param((GOOD[:40],), {}, id="half JSON"),
        pytest.param(('{"svar": 1}',), {}, id="another shape"),
        pytest.param(("[1, 2]",), {}, id="a list"),
        pytest.param(("",), {}, id="nothing"),
        pytest.param((GOOD,), {"status": 500}, id="always an error"),
        pytest.param((GOOD,), {"delay": 60.0}, id="a minute late", marks=pytest.mark.slow),
        pytest.param((GOOD[:30], GOOD[30:]), {"pause": 60.0}, id="hangs in the middle", marks=pytest.mark.slow),
    ],
)
def test_a_broken_model_is_gone_within_its_limit(
    scripted_server: Any, openai: ModelSettings, pieces: tuple[str, ...], options: dict[str, Any]
) -> None:
    scripted_server.say(*pieces, **options)
    start = time.monotonic()
    with pytest.raises(ModelGone):
        ask(openai)
    assert time.monotonic() - start < 2 * LIMIT


def test_an_endless_reply_is_cut(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say()

    def endless(request: dict[str, Any]) -> Iterator[str]:
        yield '{"found": true, "claims": [{"text": "'
        yield from repeat("ord " * 100)

    script.pieces = endless
    start = time.monotonic()
    with pytest.raises(ModelGone):
        ask(openai)
    assert time.monotonic() - start < 2 * LIMIT


def test_a_server_that_is_not_there_is_gone_and_named() -> None:
    with pytest.raises(ModelGone, match=r"'m' at http://127\.0\.0\.1:9/v1 failed: .*refused"):
        ask(ModelSettings(kind="openai", name="m", url="http://127.0.0.1:9/v1", timeout_seconds=LIMIT))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["openai", "ollama"])
def test_a_machine_that_takes_no_call_is_not_waited_for(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llm, "REACH_SECONDS", 0.5)
    with socket.socket() as busy, socket.socket() as one, socket.socket() as two:
        busy.bind(("127.0.0.1", 0))
        busy.listen(0)
        for waiting in (one, two):
            waiting.setblocking(False)
            waiting.connect_ex(busy.getsockname())
        url = f"http://127.0.0.1:{busy.getsockname()[1]}/v1"
        start = time.monotonic()
        with pytest.raises(ModelGone, match="time"):
            ask(ModelSettings(kind=kind, name="m", url=url, first_word_seconds=60, timeout_seconds=60))
        assert time.monotonic() - start < 30


LISTED = '{"data": [{"id": "m"}, {"id": "n"}], "models": [{"name": "m:latest"}]}'


@pytest.mark.parametrize(
    ("kind", "body", "status", "fault"),
    [
        pytest.param("openai", LISTED, 200, "", id="served"),
        pytest.param("ollama", LISTED, 200, "", id="served by Ollama"),
        pytest.param("openai", LISTED.replace('"m"', '"x"'), 200, "no model 'm', only x, n", id="another model"),
        pytest.param("openai", "<html>", 200, "lists no models", id="another server"),
        pytest.param("openai", "", 401, "answers 401: set the server's key", id="refused key"),
        pytest.param("ollama", "", 503, "answers 503: it is loading", id="loading"),
    ],
)
def test_why_a_server_cannot_be_asked_is_said_beforehand(
    scripted_server: Any, kind: Any, body: str, status: int, fault: str
) -> None:
    script = scripted_server.say(body, status=status)
    settings = ModelSettings(kind=kind, name="m", url=f"{scripted_server.address}/v1", key=SecretStr("hemlig"))
    said = fault_of(settings)
    assert fault in said
    assert bool(said) == bool(fault)
    assert script.requests == [{"path": f"/v1/{'models' if kind == 'openai' else 'api/tags'}", "key": "Bearer hemlig"}]


def test_a_model_file_that_is_not_there_is_said_beforehand() -> None:
    settings = ModelSettings(kind="llamacpp", path=Path("borta.gguf"))
    with pytest.raises(ModelGone, match=r"borta\.gguf|xllamacpp"):
        build_model(settings)


def test_a_claim_without_source_is_no_claim(scripted_server: Any, openai: ModelSettings) -> None:
    scripted_server.say('{"found": true, "claims": [{"text": "Påhitt.", "sources": []}, {"text": "Löst."}]}')
    assert ask(openai) == []


def test_passages_stay_within_the_budget_and_keep_their_rank() -> None:
    assert [entry.number for entry in PASSAGES] == [1, 2]
    assert len(number_passages([a_hit()], 60)) == 1
    assert number_passages([a_hit()], 10) == ()


def test_the_model_sees_numbers_and_force_but_no_path() -> None:
    user = messages("Vad kostade bryggan?", PASSAGES)[-1][1]
    assert "[1] (Beslut, protokoll, Fritidsnämnden" in user
    assert "protokoll.pdf" not in user
    assert "a" * 16 not in user


def test_a_passage_number_we_did_not_mint_leaves_a_claim_without_quotes(
    scripted_server: Any, openai: ModelSettings
) -> None:
    scripted_server.say(GOOD.replace('"passage": 2', '"passage": 17'))
    model = build_model(openai)
    assert model is not None
    first, second = ModelAnswerer(model, openai).drafts("Vad kostade bryggan?", [a_hit()])
    assert first.quotes[0].evidence.passage.ordinal == 0
    assert second.quotes == ()


def test_a_reply_cut_by_its_length_is_not_asked_again(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(GOOD[:90])
    with pytest.raises(ModelGone):
        ask(openai)
    assert len(script.requests) == 1


def test_what_was_finished_of_a_cut_reply_is_kept(scripted_server: Any, openai: ModelSettings) -> None:
    script = scripted_server.say(GOOD[: GOOD.index("}]}, ") + 30])
    assert [claim.text for claim in ask(openai)] == ["Bryggan kostade 412 000 kronor."]
    assert len(script.requests) == 1


class Pausing:
    """Say a reply in two pieces, with a pause before each, in seconds."""

    name = "m"

    def __init__(self, *pauses: float) -> None:
        self.pauses = pauses

    def stream(self, conversation: Sequence[tuple[str, str]], schema: Mapping[str, Any]) -> Iterator[str]:
        """Yield the pieces."""
        for pause, piece in zip(self.pauses, (GOOD[:20], GOOD[20:]), strict=True):
            time.sleep(pause)
            yield piece


def test_a_first_word_that_is_late_is_not_waited_for() -> None:
    settings = ModelSettings(first_word_seconds=0.5, timeout_seconds=60)
    start = time.monotonic()
    with pytest.raises(ModelGone):
        list(model_claims(Pausing(20, 0), "Vad kostade bryggan?", PASSAGES, settings))
    assert time.monotonic() - start < 15


def test_a_reply_that_has_begun_may_take_longer_than_its_first_word() -> None:
    settings = ModelSettings(first_word_seconds=1, timeout_seconds=60)
    assert len(list(model_claims(Pausing(0, 2), "Vad kostade bryggan?", PASSAGES, settings))) == 2


@pytest.mark.parametrize("reply_tokens", [100, 250, ModelSettings().reply_tokens, 4000])
def test_the_longest_claim_allowed_fits_the_limit_of_the_reply(reply_tokens: int) -> None:
    claim = reply_schema(reply_tokens)["properties"]["claims"]["items"]["properties"]
    sources = claim["sources"]
    words = claim["text"]["maxLength"] + sources["maxItems"] * sources["items"]["properties"]["quote"]["maxLength"]
    source = {"passage": 100, "quote": ""}
    frame = json.dumps({"found": True, "claims": [{"text": "", "sources": [source] * sources["maxItems"]}]})
    assert (words + len(frame)) / 2.4 <= reply_tokens


LONG = "Bryggan kostade 412 000 kronor, " + "vilket nämnden fann vara mycket, " * 8 + "och den betalades i mars."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(LONG[:240], id="its copy, cut off"),
        pytest.param(("Det var dyrt och " * 20)[:240], id="anything, cut off"),
    ],
)
def test_a_quote_is_the_claim_where_nothing_else_is_said(scripted_server: Any, text: str) -> None:
    claim = {"text": text, "sources": [{"passage": 1, "quote": LONG}]}
    scripted_server.say(json.dumps({"found": True, "claims": [claim]}))
    settings = ModelSettings(kind="openai", name="m", url=f"{scripted_server.address}/v1", timeout_seconds=LIMIT)
    assert longest_text(settings.reply_tokens) == 240
    model = build_model(settings)
    assert model is not None
    [draft] = ModelAnswerer(model, settings).drafts("Vad kostade bryggan?", [a_hit()])
    assert draft.text == LONG
    assert draft.quotes[0].text == LONG


# Tokens as Qwen2.5's vocabulary cuts them up, read off llama.cpp's tokenizer.
COUNTED = [
    pytest.param(
        "Kommunstyrelsen beslutar att anta den reviderade taxan för livsmedelskontroll enligt förslaget.",
        31,
        id="words",
    ),
    pytest.param("Timavgift 1 435 kr | 1 562 kr | +127 kr (8,9 %)", 30, id="row of figures"),
    pytest.param(
        "(Beslut, protokollsutdrag, Kultur- och utbildningsnämnden, 2026-06-10, § 116, Detaljplan för förskola > Beslut)",
        52,
        id="label",
    ),
    pytest.param("Diarienummer: KS 2026-00231, 2026-03-14, Anna-Karin Öhrström (S), tfn 0500-12 34 56", 56, id="head"),
]


@pytest.mark.parametrize(("text", "most"), COUNTED)
def test_tokens_are_guessed_on_the_safe_side(text: str, most: int) -> None:
    assert most <= tokens_of(text) <= 1.6 * most


def test_passages_leave_room_for_instructions_question_and_reply() -> None:
    settings = ModelSettings(context_tokens=1700, passage_tokens=1600, reply_tokens=700)
    room = room_for_passages("Vad kostade bryggan? " * 10, settings)
    assert 0 < room < 1700 - 700 - sum(tokens_of(content) for _, content in messages("", ()))
    assert room_for_passages("Vad kostade bryggan?", ModelSettings()) == ModelSettings().passage_tokens


def test_where_passages_stand_is_said_once_and_counts(scripted_server: Any) -> None:
    hit = a_hit()
    long = tuple(replace(one, heading_path=("Ett mycket långt namn på ärendet " * 10,)) for one in hit.passages)
    named = replace(hit, passages=long)
    user = messages("?", number_passages([named], 2000))[-1][1]
    assert user.count("protokoll, Fritidsnämnden") == 1
    assert number_passages([named], 100) == ()


def test_the_columns_of_a_table_are_named_once() -> None:
    hit = a_hit()
    rows = tuple(replace(one, block=Block.TABLE_ROW, table_header=("Brygga", "Pris 2026")) for one in hit.passages)
    user = messages("?", number_passages([replace(hit, passages=rows)], 2000))[-1][1]
    assert user.count("kolumner: Brygga | Pris 2026") == 1
    assert "kolumner" not in messages("?", PASSAGES)[-1][1]


def test_the_example_is_a_reply_as_asked_for_and_holds_no_facts() -> None:
    _, (_, asked), (_, replied), _ = messages("?", PASSAGES)
    claim = ModelClaim.model_validate(json.loads(replied)["claims"][0])
    assert claim.sources[0].quote in asked.split("\n\n")[claim.sources[0].passage]
    assert not [value for value in values_of(claim.text) if not value.weak]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"kind": "openai"}, id="no name"),
        pytest.param({"kind": "openai", "name": "m", "url": "127.0.0.1:8080"}, id="no http"),
        pytest.param({"kind": "llamacpp"}, id="no file"),
        pytest.param({"kind": "cloud"}, id="unknown kind"),
        pytest.param({"kind": "none", "context_tokens": 1024, "reply_tokens": 700}, id="no room for passages"),
    ],
)
def test_incomplete_settings_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"kind|url|context_tokens"):
        ModelSettings(**values)


@pytest.mark.model
@pytest.mark.slow
def test_a_real_model_inside_this_process_answers_by_schema_or_is_gone(chat_model_file: Path) -> None:
    settings = ModelSettings(
        kind="llamacpp", path=chat_model_file, threads=1, timeout_seconds=60, reply_tokens=120, context_tokens=2048
    )
    try:
        claims = ask(settings)
    except ModelGone:
        # A model of this size may run out of its reply; what it must not do is hang or come back with another shape.
        return
    assert all(claim.sources for claim in claims)
