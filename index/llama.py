"""Show our retriever, chunker and embedding to LlamaIndex; nothing on the way of a question imports this."""

import hashlib
from collections.abc import Sequence
from typing import Any

from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.node_parser import NodeParser
from llama_index.core.schema import BaseNode, MetadataMode, NodeRelationship, NodeWithScore, QueryBundle, TextNode
from pydantic import PrivateAttr

from index.chunks import Chunk, chunks
from index.embedding import Embedder
from index.hits import EVERYONE, Filters, Hit, Query
from index.reader import CaseIndex
from ingest.documents import Document, DocumentMetadata, Kind
from ingest.layout import blocks
from ingest.plain import text_file
from ingest.structure import passages


class CaseRetriever(BaseRetriever):
    """Retrieve from a case index, for one reader's groups."""

    def __init__(
        self, index: CaseIndex, limit: int = 20, groups: frozenset[str] = EVERYONE, filters: Filters | None = None
    ) -> None:
        super().__init__()
        self._index = index
        self._limit = limit
        self._groups = groups
        self._filters = filters or Filters()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        query = Query(query_bundle.query_str, self._filters, self._groups, self._limit)
        return [NodeWithScore(node=_hit_node(hit), score=hit.score) for hit in self._index.search(query).hits]


class CaseNodeParser(NodeParser):
    """Cut text at sections and paragraphs as the index does; the same text gives the same node ids."""

    def _parse_nodes(self, nodes: Sequence[BaseNode], show_progress: bool = False, **kwargs: Any) -> list[BaseNode]:
        found: list[BaseNode] = []
        for node in nodes:
            text, parts = passages(blocks(text_file(node.get_content(MetadataMode.NONE), node.node_id)))
            title = str(node.metadata.get("title", ""))
            digest = hashlib.sha256(text.encode()).hexdigest()
            metadata = DocumentMetadata(node.node_id, node.node_id, title, Kind.OVRIGT, digest)
            for chunk in chunks(Document(metadata, text, parts)):
                made = _chunk_node(chunk, dict(node.metadata))
                made.relationships[NodeRelationship.SOURCE] = node.as_related_node_info()
                found.append(made)
        return found


class CaseEmbedding(BaseEmbedding):
    """Embed with the index's model, by its own prompts."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder, **kwargs: Any) -> None:
        super().__init__(model_name=embedder.fingerprint, **kwargs)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(value) for value in self._embedder.queries([query])[0]]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(value) for value in row] for row in self._embedder.passages(texts)]


def _hit_node(hit: Hit) -> TextNode:
    document = hit.document
    metadata = {
        "document_id": document.id,
        "source": document.source,
        "title": document.title,
        "kind": document.kind.value,
        "board": document.board,
        "date": document.date.isoformat() if document.date else None,
        "case_numbers": list(document.case_numbers),
        "paragraphs": [passage.ordinal for passage in hit.passages],
        "page": hit.passages[0].page if hit.passages else None,
    }
    return TextNode(id_=hit.chunk_id, text=hit.text, metadata=metadata)


def _chunk_node(chunk: Chunk, metadata: dict[str, Any]) -> TextNode:
    more = {"heading": chunk.heading, "section_sign": chunk.section_sign, "context": chunk.context}
    return TextNode(id_=chunk.id, text=chunk.text, metadata={**metadata, **more})
