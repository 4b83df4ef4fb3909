"""Word pieces as the tokenizers library and the engine of the weights make them."""

import random
from pathlib import Path

import pytest

from index.model_folder import model_folder
from index.pieces import embedded_pieces
from index.weights import embedded_weights

TEXTS = (
    "Nämnden beslutar att anta förslaget.",
    "Kostnaden beräknas till 1 250 000 kronor (exkl. moms) under år 2031–2033.",
    "½ tjänst à 45 %  med    många   mellanslag\toch\u00a0tabb\u200b",
    "A\u030argång 2031, ﬁnal ① Ⅳ",
    "😀😀 ok 𓀀𓀁 x",
    "snedstreck/och▁märket <x>",
    "mellanslag sist ",
    "Specialfastighetsförvaltningsorganisationsutredningssekreterare",
    "",
    " ",
)


def test_a_word_is_split_the_likeliest_way() -> None:
    names = embedded_weights().pieces
    split = [names[number] for number in embedded_pieces().numbers("Vad beslutade nämnden?")]
    assert split == ["▁Vad", "▁beslut", "ade", "▁", "nämnden", "?"]


def test_marks_of_the_model_in_a_text_are_text() -> None:
    pieces = embedded_pieces()
    found = pieces.numbers("slut </s> <s> <unk> <pad>")
    assert not {pieces.begin, pieces.end} & set(found)


@pytest.mark.slow
def test_pieces_are_those_of_the_library(tmp_path: Path) -> None:
    from tokenizers import Tokenizer

    library = Tokenizer.from_file(str(model_folder(tmp_path) / "tokenizer.json"))
    pieces = embedded_pieces()
    chance = random.Random(1)
    letters = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖéüß 0123456789.,:;§%()/–-”\u00ad½¨²ﬁ漢字한😀"
    made = ["".join(chance.choices(letters, k=chance.randint(1, 40))) for _ in range(3000)]
    for text in (*TEXTS, *made):
        assert pieces.numbers(text) == library.encode(text, add_special_tokens=False).ids, repr(text)
