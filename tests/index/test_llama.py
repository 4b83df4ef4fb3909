"""LlamaIndex sees the same hits, sections and vectors as the index itself."""

import asyncio
from pathlib import Path

import numpy as np
import pytest
from llama_index.core.schema import Document as LlamaDocument
from llama_index.core.schema import NodeRelationship, QueryBundle

from index.build import index_documents
from index.embedding import open_embedder
from index.hits import Filters, Query
from index.llama import CaseEmbedding, CaseNodeParser, CaseRetriever
from index.reader import CaseIndex
from index.settings import Settings

# The library's own models of its instrumentation warn when they are made.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:llama_index.*")

TEXT = """PROTOKOLL

§ 4 Bokbussens turlista

Beslut

Kulturnämnden beslutar att bokbussen stannar i Norrby på torsdagar.

§ 5 Musikskolans avgift

Beslut

Kulturnämnden beslutar att avgiften är 450 kronor.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, module_make, module_settings: Settings) -> CaseIndex:
    data = tmp_path_factory.mktemp("data")
    documents = [
        module_make("a", (("§ 1 Bokbussen", "Bokbussen stannar i Norrby."), ("§ 2 Avgift", "Avgiften är 450 kronor."))),
        module_make("b", ((None, "Avgiften för bokbussen är hemlig."),), access=("kansliet",)),
    ]
    index_documents(documents, data, module_settings)
    return CaseIndex.open(data, module_settings)


def test_retriever_returns_the_hits_of_the_index(index: CaseIndex) -> None:
    nodes = CaseRetriever(index, limit=5).retrieve("Var stannar bokbussen?")
    hits = index.search(Query("Var stannar bokbussen?", limit=5)).hits
    assert [(node.node.node_id, node.score) for node in nodes] == [(hit.chunk_id, hit.score) for hit in hits]
    assert nodes[0].node.get_content() == hits[0].text
    assert nodes[0].node.metadata["source"] == "a.txt"
    assert nodes[0].node.metadata["date"] == "2031-03-04"


def test_retriever_keeps_to_groups_and_filters(index: CaseIndex) -> None:
    def sources(retriever: CaseRetriever) -> set[str]:
        return {node.node.metadata["source"] for node in retriever.retrieve(QueryBundle("avgiften för bokbussen"))}

    assert sources(CaseRetriever(index)) == {"a.txt"}
    assert sources(CaseRetriever(index, groups=frozenset({"alla", "kansliet"}))) == {"a.txt", "b.txt"}
    assert not sources(CaseRetriever(index, filters=Filters(boards=("Tekniska nämnden",))))


def test_node_parser_cuts_at_sections_with_the_same_ids_every_time() -> None:
    source = LlamaDocument(text=TEXT, metadata={"title": "Protokoll"}, id_="p1")
    nodes = CaseNodeParser().get_nodes_from_documents([source])
    again = CaseNodeParser().get_nodes_from_documents([source])
    assert [node.node_id for node in nodes] == [node.node_id for node in again]
    assert len({node.node_id for node in nodes}) == len(nodes)
    decisions = [node for node in nodes if "beslutar" in node.get_content()]
    assert [node.metadata["section_sign"] for node in decisions] == ["§ 4", "§ 5"]
    assert all("Musikskolan" not in decisions[0].get_content() for _ in decisions)
    assert decisions[0].relationships[NodeRelationship.SOURCE].node_id == "p1"  # type: ignore[union-attr]


def test_embedding_gives_the_vectors_of_the_index(tmp_path: Path, settings: Settings) -> None:
    embedder = open_embedder(settings.embedding, tmp_path)
    embedding = CaseEmbedding(embedder)
    question, passage = "Vad kostar det?", "Avgiften är 450 kronor."
    assert np.allclose(embedding.get_query_embedding(question), embedder.queries([question])[0])
    assert np.allclose(embedding.get_text_embedding_batch([passage])[0], embedder.passages([passage])[0])
    assert np.allclose(asyncio.run(embedding.aget_query_embedding(question)), embedder.queries([question])[0])
