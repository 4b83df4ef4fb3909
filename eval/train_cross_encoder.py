"""Train the cross-encoder of answering sentences: `python -m eval.train_cross_encoder QUESTIONS … --out assistant/reranker.npz`.

QUESTIONS hold one passage a line: {"title": what the paper is, "heading": …, "sentences": [text, …], "questions": [{"question": …, "answers": [2]}, …]};
a question's answers are the numbers of the sentences that each answer it, from 1, none where none does. Where a line holds a paper of several
sections, "headings" ({"1": …, "5": …}) stand in place of "heading", by the sentence that each begins at, and where it holds several papers,
"titles" in place of "title"; "columns" ({"7": …}) name the columns of a sentence that is a table row. The first layers of
the embedded model are trained so that the sentence that answers is the likeliest among others of its passage and of other
passages, or none of them where none answers (as in SQuAD 2.0, Rajpurkar et al. 2018). Embeddings stay as they are. What was
learned is kept as low-rank changes (LoRA, Hu et al. 2021). `--start` goes on from what was learned before. Half an hour on
two cores for 10,000 questions.
"""

import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import torch
import typer
from torch import Tensor, nn
from torch.nn import functional

from assistant.candidates import Candidate
from assistant.cross_encoder import Read, sequence, whole
from assistant.question import understand
from assistant.scoring import Scorer
from assistant.verify import Evidence
from eval.cross_encoder_network import Network
from eval.encoder_network import learn
from eval.errors import BadQuestionFile
from index.fine_tuning import read_changes
from index.pieces import embedded_pieces
from index.weights import embedded_weights
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

LAYERS = 6
QUESTIONS_A_STEP = 12
# Sequences of like length that are run together.
TOGETHER = 32
# Of each question: one sentence that answers, others of its passage (most of them alike in words), and of other passages.
BESIDE, ALIKE, ELSEWHERE = 6, 8, 1
RATE, WARMING, DECAY = 6e-5, 40, 0.02
# Shares of questions that are asked in haste: with a slip, in small letters, without a question mark.
HASTE = 0.12


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold a sentence with what tells what it is about, and whether it answers."""

    read: Read
    answers: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """Hold a question and the sentences of one passage."""

    question: str
    sentences: tuple[Sentence, ...]


def load(paths: Sequence[Path]) -> list[Example]:
    """Return the examples of some files; raise BadQuestionFile where a line cannot be read."""
    found: list[Example] = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                found.extend(_examples(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise BadQuestionFile(path, number, repr(error)) from error
    return found


def _examples(passage: dict[str, Any]) -> Iterator[Example]:
    texts, headings, titles = passage["sentences"], told_from(passage, "heading"), told_from(passage, "title")
    columns = {int(number): names for number, names in passage.get("columns", {}).items()}
    above, read = "", list[Read]()
    for number, text in enumerate(texts, 1):
        opens = number in headings or number in titles
        paper = titles.get(number, read[-1].paper if read else "")
        heading = headings.get(number, "" if number in titles or not read else read[-1].heading)
        read.append(Read(paper, heading, columns.get(number, "" if opens else above), text))
        above = text
    for asked in passage["questions"]:
        right = set(asked["answers"])
        if not right <= set(range(1, len(texts) + 1)):
            raise ValueError(f"there is no sentence {max(right)}")
        told = [Sentence(one, at in right) for at, one in enumerate(read, 1)]
        yield Example(asked["question"], tuple(told))


def told_from(passage: Mapping[str, Any], name: str) -> dict[int, str]:
    """Return the titles or headings of a line of a file of questions, by the number of the first sentence under each."""
    told = passage[f"{name}s"] if f"{name}s" in passage else {"1": passage.get(name, "")}
    return {int(number): text for number, text in told.items()}


def train(examples: Sequence[Example], network: Network, steps: int, chance: random.Random) -> Iterator[float]:
    """Train a network; yield the loss of each step (nats a question)."""
    learned = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    elsewhere = [sentence for example in examples for sentence in example.sentences]
    network.train()
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / WARMING) * (1 - step / steps)
        rounds = [drawn(chance.choice(examples), elsewhere, chance) for _ in range(QUESTIONS_A_STEP)]
        loss = _loss(network, rounds)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        yield loss.item()


def drawn(example: Example, elsewhere: Sequence[Sentence], chance: random.Random) -> Example:
    """Return a question as someone may type it, with sentences to choose among: at most one that answers."""
    right = [one for one in example.sentences if one.answers]
    wrong = [one for one in example.sentences if not one.answers]
    scores = by_words(example.question, wrong)
    alike = [wrong[place] for place in np.argsort(-scores, kind="stable")[:ALIKE]]
    beside = chance.sample(alike, min(len(alike), BESIDE + (not right)))
    others = [Sentence(one.read) for one in chance.choices(elsewhere, k=ELSEWHERE)]
    chosen = [chance.choice(right)] if right else []
    return Example(in_haste(example.question, chance), (*chosen, *beside, *others))


def by_words(question: str, sentences: Sequence[Sentence]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Return how well the words of sentences of one passage meet a question, as the assistant scores them."""
    around = "\n".join(one.read.text for one in sentences)
    pool = [_candidate(one.read, place, around) for place, one in enumerate(sentences)]
    scorer = Scorer(understand(question), pool)
    return np.array([scorer.score(one).score for one in pool])


def _candidate(read: Read, place: int, around: str) -> Candidate:
    text = read.text
    document = DocumentMetadata(id="0", source="", title="", kind=Kind.OVRIGT, content_hash="")
    headings = (read.heading,) if read.heading else ()
    passage = Passage(place, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND, heading_path=headings)
    return Candidate(Evidence(document, passage), text, 0, len(text), 0, read.before, around)


def in_haste(question: str, chance: random.Random) -> str:
    """Return a question as someone may type it in a hurry."""
    if chance.random() < HASTE:
        question = question.rstrip("?")
    if chance.random() < HASTE:
        question = question.lower()
    if chance.random() < HASTE and len(question) > 12:
        slip = chance.randrange(2, len(question) - 2)
        question = question[:slip] + question[slip + 1] + question[slip] + question[slip + 2 :]
    return question


def _loss(network: Network, examples: Sequence[Example]) -> Tensor:
    """Return the mean negative log likelihood of the sentence that answers, or of none where none does."""
    pieces = embedded_pieces()
    read = [
        sequence(pieces, pieces.numbers(one.question), whole(pieces, sentence.read), sentence.read.text)
        for one in examples
        for sentence in one.sentences
    ]
    scores = torch.split(_scored(network, read), [len(one.sentences) for one in examples])
    losses = []
    for example, own in zip(examples, scores, strict=True):
        right = [one.answers for one in example.sentences]
        odds = torch.cat([own, torch.zeros(1)])
        losses.append(-functional.log_softmax(odds, 0)[torch.tensor([*right, not any(right)])].sum())
    return torch.stack(losses).mean()


def _scored(network: Network, read: Sequence[Sequence[int]]) -> Tensor:
    """Return the log odds of sequences, those of like length run together."""
    order = sorted(range(len(read)), key=lambda place: len(read[place]))
    found = torch.zeros(len(read))
    with torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), TOGETHER):
            places = order[start : start + TOGETHER]
            found = found.index_put((torch.tensor(places),), network([read[one] for one in places]).float())
    return found


def main(
    questions: Annotated[list[Path], typer.Argument(help="Files of questions, one JSON object a line.")],
    out: Annotated[Path, typer.Option(help="Where what is learned is written.")],
    passes: Annotated[float, typer.Option(help="How often each question is drawn.")] = 1.0,
    layers: Annotated[int, typer.Option(help="Layers of the embedded model that are used.")] = LAYERS,
    start: Annotated[Path | None, typer.Option(help="What was learned before, to go on from.")] = None,
) -> None:
    """Train the cross-encoder and write what was learned; progress goes to stderr."""
    examples = load(questions)
    torch.manual_seed(1)
    network = Network(embedded_weights(), layers)
    if start is not None:
        network.resume(read_changes(start))
    steps = max(1, math.ceil(passes * len(examples) / QUESTIONS_A_STEP))
    learn(network, train(examples, network, steps, random.Random(1)), steps, out)


if __name__ == "__main__":
    typer.run(main)
