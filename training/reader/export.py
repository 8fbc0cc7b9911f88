"""Trained weights → the two ONNX files that the program runs: the encoder with its heads, and the linker."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.reader.network import Linker, Reader, distances

ENCODER, LINKER = "encoder.onnx", "linker.onnx"


class EncoderGraph(nn.Module):
    """One window's ids and kinds → tags, cue scores, hidden states and the linker's view of the tokens."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Shapes (1, tokens) in; (tokens, 7), (tokens,), (tokens, hidden), (tokens, 2 × width) out."""
        hidden = self.reader.encoder(ids, kinds)
        tags, is_cue = self.reader.tags(hidden), self.reader.is_cue(hidden)
        return tags[0], is_cue[0, :, 0], hidden[0], self.reader.linker.token(hidden)[0]


class LinkerGraph(nn.Module):
    """The linker without its view of the tokens, which the encoder's graph holds."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(self, tokens: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """(tokens, 2 × width), (cues, hidden), (cues, tokens) → log-probabilities (cues, tokens, roles)."""
        return torch.log_softmax(self.linker.of_projected(tokens[None], cues, distances), -1)


def export(weights: Path, out: Path, *, quantized: bool = True) -> None:
    """Write both graphs to the folder `out`, the encoder's weights as int8 where `quantized`."""
    reader = Reader()
    reader.load_state_dict(torch.load(weights, weights_only=True))
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    exact = out / "exact.onnx"
    _write_encoder(EncoderGraph(reader).eval(), exact)
    _write_linker(LinkerGraph(reader.linker).eval(), out / LINKER)
    if quantized:
        # The activations' scale is taken over one call, and one call is one window: no text can touch another's.
        quantize_dynamic(
            exact,
            out / ENCODER,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
        exact.unlink()
    else:
        exact.replace(out / ENCODER)


def _write_encoder(graph: EncoderGraph, path: Path) -> None:
    ids = torch.randint(1000, 20000, (1, 40))
    kinds = torch.zeros_like(ids)
    torch.onnx.export(
        graph,
        (ids, kinds),
        path,
        input_names=["ids", "kinds"],
        output_names=["tags", "is_cue", "hidden", "tokens"],
        dynamic_axes={"ids": {1: "n"}, "kinds": {1: "n"}}
        | {name: {0: "n"} for name in ("tags", "is_cue", "hidden", "tokens")},
        opset_version=17,
        dynamo=False,
    )
    _same(path, {"ids": ids.numpy(), "kinds": kinds.numpy()}, graph(ids, kinds)[0])


def _write_linker(graph: LinkerGraph, path: Path) -> None:
    hidden, width = graph.linker.token.in_features, graph.linker.token.out_features
    tokens, cues, far = torch.randn(40, width), torch.randn(3, hidden), distances(40, torch.tensor([2, 8, 30]))
    torch.onnx.export(
        graph,
        (tokens, cues, far),
        path,
        input_names=["tokens", "cues", "distances"],
        output_names=["roles"],
        dynamic_axes={"tokens": {0: "n"}, "cues": {0: "k"}, "distances": {0: "k", 1: "n"}, "roles": {0: "k", 1: "n"}},
        opset_version=17,
        dynamo=False,
    )
    _same(path, {"tokens": tokens.numpy(), "cues": cues.numpy(), "distances": far.numpy()}, graph(tokens, cues, far))


def _same(path: Path, inputs: dict[str, np.ndarray], wanted: Tensor) -> None:
    got = onnxruntime.InferenceSession(path).run(None, inputs)[0]
    apart = float(np.abs(got - wanted.detach().numpy()).max())
    if apart > 1e-3:
        raise RuntimeError(f"{path} differs from the trained network by {apart}.")


def main() -> None:
    """Export from the command line."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("weights", type=Path)
    options.add_argument("encoder", type=Path, help="the encoder's folder, for its tokenizer")
    options.add_argument("out", type=Path)
    options.add_argument("--exact", action="store_true", help="32-bit weights, to measure what int8 costs")
    given = options.parse_args()
    export(given.weights, given.out, quantized=not given.exact)
    shutil.copy(given.encoder / "tokenizer.json", given.out)


if __name__ == "__main__":
    main()
