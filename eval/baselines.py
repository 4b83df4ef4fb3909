"""Search a benchmark the plain ways, to see what the product's own search is worth."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
import snowballstemmer
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.llms import MockLLM
from llama_index.core.retrievers import QueryFusionRetriever
from llama_index.core.retrievers.fusion_retriever import FUSION_MODES
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from eval.beir import CUTOFF, Search, Text
from index.embedding import Embedder, open_embedder
from index.settings import Settings


def plain_searches(texts: Sequence[Text], data: Path, settings: Settings) -> dict[str, Search]:
    """Return the plain ways of searching by name, in the order of the table."""
    words = stemmed_bm25(texts)
    vectors = dense(texts, open_embedder(settings.embedding, data))
    return {"plain BM25 (sv stems)": words, "plain dense": vectors, "LlamaIndex fusion": fused(words, vectors)}


def stemmed_bm25(texts: Sequence[Text]) -> Search:
    """Return BM25 over Swedish stems, as bm25s does it out of the box."""
    stemmer = snowballstemmer.stemmer("swedish")
    engine = bm25s.BM25()
    engine.index(
        bm25s.tokenize(_whole(texts), stopwords="sv", stemmer=stemmer.stemWords, show_progress=False),
        show_progress=False,
    )
    limit = min(CUTOFF, len(texts))

    def search(query: str) -> Sequence[str]:
        words = bm25s.tokenize([query], stopwords="sv", stemmer=stemmer.stemWords, show_progress=False)
        found, scores = engine.retrieve(words, k=limit, show_progress=False)
        return [texts[number].id for number, score in zip(found[0], scores[0], strict=True) if score > 0]

    return search


def dense(texts: Sequence[Text], embedder: Embedder) -> Search:
    """Return the embedding model alone, a vector for each whole text."""
    vectors = embedder.passages(_whole(texts))

    def search(query: str) -> Sequence[str]:
        order = np.argsort(-(vectors @ embedder.queries([query])[0]), kind="stable")[:CUTOFF]
        return [texts[number].id for number in order]

    return search


def fused(*searches: Search) -> Search:
    """Return LlamaIndex's fusion of several searches by reciprocal rank, without made-up queries."""
    retriever = QueryFusionRetriever(
        [_Plain(search) for search in searches],
        llm=MockLLM(),
        mode=FUSION_MODES.RECIPROCAL_RANK,
        similarity_top_k=CUTOFF,
        num_queries=1,
        use_async=False,
    )

    def search(query: str) -> Sequence[str]:
        return [found.node.node_id for found in retriever.retrieve(query)]

    return search


class _Plain(BaseRetriever):
    """Show a search to LlamaIndex."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = self._search(query_bundle.query_str)
        return [
            NodeWithScore(node=TextNode(id_=name, text=name), score=1 / (rank + 1)) for rank, name in enumerate(found)
        ]

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


def _whole(texts: Sequence[Text]) -> list[str]:
    return [f"{text.title}\n{text.text}".strip() for text in texts]
