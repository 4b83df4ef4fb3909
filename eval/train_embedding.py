"""Fine-tune the embedded model: `python -m eval.train_embedding QUESTIONS … --out index/fine_tuned.npz`.

QUESTIONS are those of `eval.train_cross_encoder`, with the passage's "title". A question and the sentence that answers it
are brought near to each other among all sentences of the step's passages and among those of the same passage, and question
and passage among the passages: contrastive learning with the others as negatives (InfoNCE, van den Oord et al. 2018). A
sentence's vector is the mean of its hidden states in the passage (late chunking, Günther et al. 2024). Embeddings stay as
they are, and so are the first layers. What was learned is kept as low-rank changes (LoRA, Hu et al. 2021). `--start` goes on
from what was learned before. About 20 minutes a pass over 20,000 questions on two cores.
"""

import json
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from torch import Tensor, nn
from torch.nn import functional

from eval.encoder_network import EncoderNetwork, learn
from eval.errors import BadQuestionFile
from eval.train_cross_encoder import in_haste, told_from
from index.fine_tuning import read_changes
from index.parts import joined, segments
from index.pieces import embedded_pieces
from index.weights import PROMPTS, embedded_weights

PASSAGES_A_STEP, QUESTIONS_A_PASSAGE = 14, 6
RATE, WARMING, DECAY, TEMPERATURE = 5e-5, 20, 0.01, 0.04
# The first layers know words, not matters: they stay as they are.
KEPT_LAYERS = 3
# Pieces read of a passage.
LONGEST = 480
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Hold the sentences of a passage, what stands over it, and questions with the places of what answers each.

    ``headings`` are those that stand inside the passage, by the place of the sentence below each.
    """

    context: str
    sentences: tuple[str, ...]
    questions: tuple[tuple[str, frozenset[int]], ...]
    headings: Mapping[int, str] = field(default_factory=dict)


def load(paths: Sequence[Path]) -> list[Lesson]:
    """Return the passages of some files that answer a question; raise BadQuestionFile where a line cannot be read."""
    found: list[Lesson] = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                lesson = _lesson(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise BadQuestionFile(path, number, repr(error)) from error
            if lesson.questions:
                found.append(lesson)
    return found


def _lesson(passage: dict[str, Any]) -> Lesson:
    asked = ((one["question"], frozenset(place - 1 for place in one["answers"])) for one in passage["questions"])
    titles, headings = told_from(passage, "title"), told_from(passage, "heading")
    inside = {
        number - 1: " · ".join(part for part in (titles.get(number), headings.get(number)) if part)
        for number in {*titles, *headings}
    }
    context = inside.pop(0, "")
    return Lesson(context, tuple(passage["sentences"]), tuple(one for one in asked if one[1]), inside)


def train(lessons: Sequence[Lesson], network: EncoderNetwork, steps: int, chance: random.Random) -> Iterator[float]:
    """Train a network; yield the loss of each step (nats a question)."""
    learned = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=RATE, weight_decay=DECAY, betas=(0.9, 0.98))
    network.train()
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1.0, (step + 1) / WARMING) * (1 - step / steps)
        loss = _loss(network, chance.sample(lessons, min(len(lessons), PASSAGES_A_STEP)), chance)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        yield loss.item()


def _loss(network: EncoderNetwork, lessons: Sequence[Lesson], chance: random.Random) -> Tensor:
    """Return the mean negative log likelihood of the right sentence, in its passage and among all, and passage."""
    read = [_pieces(lesson) for lesson in lessons]
    states, seen = network.hidden([numbers for numbers, _ in read])
    passages = _means(states, seen)
    places = [(row, number, span) for row, (_, spans) in enumerate(read) for number, span in enumerate(spans)]
    sentences = functional.normalize(torch.stack([states[row, first:last].mean(0) for row, _, (first, last) in places]))
    owners = torch.tensor([row for row, _, _ in places])
    asked = [
        (row, in_haste(question, chance), answers)
        for row, lesson in enumerate(lessons)
        for question, answers in chance.sample(lesson.questions, min(len(lesson.questions), QUESTIONS_A_PASSAGE))
    ]
    questions = _means(*network.hidden([_marked(PROMPTS["query"] + question) for _, question, _ in asked]))
    own = torch.tensor([row for row, _, _ in asked])
    right = torch.tensor([[row == of and place in answers for of, place, _ in places] for row, _, answers in asked])
    # A question whose answer lies beyond what is read teaches nothing of sentences.
    read_of = right.any(1)
    likeness = (questions @ sentences.T / TEMPERATURE)[read_of]
    beside = likeness.masked_fill(owners[None] != own[read_of][:, None], -math.inf)
    of_passages = functional.cross_entropy(questions @ passages.T / TEMPERATURE, own)
    if not read_of.any():
        return of_passages
    return (_missed(likeness, right[read_of]) + _missed(beside, right[read_of])) / 2 + of_passages


def _missed(likeness: Tensor, right: Tensor) -> Tensor:
    """Return the mean negative log likelihood of the right ones of each row."""
    chances = torch.log_softmax(likeness, 1).masked_fill(~right, -math.inf)
    return -torch.logsumexp(chances, 1).mean()


def _means(states: Tensor, seen: Tensor) -> Tensor:
    return functional.normalize((states * seen[..., None]).sum(1))


def _pieces(lesson: Lesson) -> tuple[list[int], list[Span]]:
    """Return the pieces of a passage, and where among them each sentence stands that is read to its end."""
    text = f"{PROMPTS['passage']}{lesson.context}\n"
    spans = []
    for place, sentence in enumerate(lesson.sentences):
        text += f"{lesson.headings[place]}\n" if place in lesson.headings else ""
        spans.append((len(text), len(text) + len(sentence)))
        text += f"{sentence} "
    pieces = embedded_pieces()
    numbers, places = joined([pieces.numbers(one) for one in segments(text, spans)])
    whole = [(first + 1, last + 1) for first, last in places if first < last <= LONGEST]
    return [pieces.begin, *numbers[:LONGEST], pieces.end], whole


def _marked(text: str) -> list[int]:
    pieces = embedded_pieces()
    return [pieces.begin, *pieces.numbers(text)[:LONGEST], pieces.end]


def main(
    questions: Annotated[list[Path], typer.Argument(help="Files of questions, one JSON object a line.")],
    out: Annotated[Path, typer.Option(help="Where what is learned is written.")],
    passes: Annotated[float, typer.Option(help="How often each passage is read.")] = 4.0,
    start: Annotated[Path | None, typer.Option(help="What was learned before, to go on from.")] = None,
) -> None:
    """Fine-tune the embedded model and write what was learned; progress goes to stderr."""
    lessons = load(questions)
    torch.manual_seed(1)
    weights = embedded_weights()
    network = EncoderNetwork(weights, weights.shape.layers)
    if start is not None:
        network.resume(read_changes(start))
    network.layers[:KEPT_LAYERS].requires_grad_(False)
    steps = max(1, math.ceil(passes * len(lessons) / PASSAGES_A_STEP))
    learn(network, train(lessons, network, steps, random.Random(1)), steps, out)


if __name__ == "__main__":
    typer.run(main)
