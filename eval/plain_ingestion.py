"""Embed and ingest the plain way, by sentence-transformers and LlamaIndex, to see what the product's own is worth."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from llama_index.core import SimpleDirectoryReader
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import SentenceSplitter
from nltk.tokenize.punkt import PunktSentenceTokenizer
from numpy.typing import NDArray
from pydantic import PrivateAttr
from sentence_transformers import SentenceTransformer

from eval.scale import Record, write_files
from index.build import reindex
from index.bulk import BulkEmbedder
from index.chunks import chunks, embedded_text
from index.embedding import Vector
from index.model_folder import model_folder
from index.settings import Settings
from index.weights import PROMPTS
from ingest.documents import Document
from ingest.pipeline import read_documents, scan_folder
from ingest.sidecar import load_sidecars

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Rates:
    """Hold two rates in passages per second of one run, and the least cosine between the two ways' vectors.

    ``processor_ratio`` is that of processor time, which other work on the machine disturbs less. Texts longer than the
    model reads are the mean of their windows with us and cut off by the other way: the cosine falls below 1 there.
    """

    passages: int
    ours: float
    plain: float
    ratio: float
    processor_ratio: float
    least_cosine: float


@dataclass(frozen=True, slots=True)
class Ingestions:
    """Hold the seconds that the same files took, from file to searchable, and how many pieces each way made."""

    documents: int
    ours: float
    ours_pieces: int
    plain: float
    plain_pieces: int
    ratio: float


def embedding_rates(documents: Sequence[Record], folder: Path, settings: Settings) -> Rates:
    """Embed the same passages by the product and by sentence-transformers' ``encode`` as it comes, by turns."""
    texts = [PROMPTS["passage"] + text for text in _passages(documents, folder / "texts", settings)]
    model = model_folder(folder / "models")
    ours, plain = BulkEmbedder(model, settings.embedding.threads), SentenceTransformer(str(model), device="cpu")
    ours.embed(texts[:8])
    plain.encode(texts[:8], show_progress_bar=False)
    spent = np.zeros((2, 2))
    least = 1.0
    for _ in range(ROUNDS):
        began = _clocks()
        first: Vector = ours.embed(texts)[0]
        middle = _clocks()
        second = plain.encode(texts, show_progress_bar=False, normalize_embeddings=True)
        spent += (middle - began, _clocks() - middle)
        least = min(least, float((first * second).sum(axis=1).min()))
    own_rate, plain_rate = (float(rate) for rate in ROUNDS * len(texts) / spent[:, 0])
    ratio, processor_ratio = (float(value) for value in spent[1] / spent[0])
    return Rates(
        len(texts),
        round(own_rate, 1),
        round(plain_rate, 1),
        round(ratio, 2),
        round(processor_ratio, 2),
        round(least, 4),
    )


def _clocks() -> NDArray[np.float64]:
    """Return the time of day and this process's processor time, in seconds."""
    return np.array([time.perf_counter(), time.process_time()])


def ingestions(documents: Sequence[Record], folder: Path, settings: Settings) -> Ingestions:
    """Index the same text files by the product's re-index and by LlamaIndex's reader, splitter and embedding."""
    source = folder / "both"
    source.mkdir(parents=True)
    write_files(documents, source)
    model = SentenceTransformer(str(model_folder(folder / "models")), device="cpu")
    model.encode(["uppvärmning"], show_progress_bar=False)
    began = time.perf_counter()
    report = reindex(source, folder / "ours", settings)
    ours = time.perf_counter() - began
    began = time.perf_counter()
    read = SimpleDirectoryReader(str(source), recursive=True, required_exts=[".txt"]).load_data()
    # Named here: the splitter's default looks for data of nltk, which refuses files that an installer hard-linked.
    splitter = SentenceSplitter(chunking_tokenizer_fn=PunktSentenceTokenizer().tokenize)
    pipeline = IngestionPipeline(transformations=[splitter, _Plain(model)])
    nodes = pipeline.run(documents=read)
    plain = time.perf_counter() - began
    return Ingestions(
        len(documents), round(ours, 1), report.chunks, round(plain, 1), len(nodes), round(plain / ours, 2)
    )


def _passages(documents: Sequence[Record], source: Path, settings: Settings) -> list[str]:
    source.mkdir(parents=True)
    write_files(documents, source)
    scan = scan_folder(source)
    read = read_documents(source, scan.files, settings.ingest, load_sidecars(source).by_path)
    whole = (document for document in read if isinstance(document, Document))
    return [embedded_text(chunk) for document in whole for chunk in chunks(document)]


class _Plain(BaseEmbedding):
    """Show a sentence-transformers model to LlamaIndex, as its own integration does."""

    _model: Any = PrivateAttr()

    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__(model_name="plain")
        self._model = model

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self._model.encode(texts, show_progress_bar=False).tolist()
        return rows

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)
