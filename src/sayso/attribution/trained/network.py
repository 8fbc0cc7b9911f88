"""The weights, run by onnxruntime: a window of tokens → which tokens begin a cue, and what every token is to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.trained.encoding import Encoded, Window, id_of

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]

# As far from the cue as the linker tells tokens apart.
REACH = 128
# Less likely beginnings of a cue are not looked at.
CUE_AT_LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Linked:
    """What the network says of one cue.

    `cue` is the index of its first token, `likely` the probability that a cue begins there, `roles` the logarithms
    of the probabilities that the tokens from `first` on are outside, source, cue or content of it, shape (tokens, 4);
    `tags` the same tokens' probabilities, logarithms too, to be any cue's source, cue or content.
    """

    cue: int
    likely: float
    first: int
    roles: Floats
    tags: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """The encoder, the linker and the tokenizer that belongs to them."""

    tokenizer: Tokenizer
    encoder: InferenceSession
    linker: InferenceSession
    edges: tuple[int, int]

    def read(self, encoded: Encoded, window: Window) -> list[Linked]:
        """Every likely cue that begins in the window's core. One window a call, so that texts never mix."""
        ids = np.concatenate(([self.edges[0]], encoded.ids[window.first : window.last], [self.edges[1]]))
        kinds = np.concatenate(([0], encoded.kinds[window.first : window.last], [0]))
        tags, is_cue, hidden, tokens = self.encoder.run(None, {"ids": ids[None], "kinds": kinds[None]})
        likely = 1 / (1 + np.exp(-is_cue))
        core = np.arange(window.core_first, window.core_last) - window.first + 1
        cues = core[likely[core] >= CUE_AT_LEAST]
        if not len(cues):
            return []
        far = np.clip(np.arange(len(ids))[None, :] - cues[:, None], -REACH, REACH) + REACH
        roles = self.linker.run(None, {"tokens": tokens, "cues": hidden[cues], "distances": far})[0]
        any_role = _any_role(tags)[1:-1]
        return [
            Linked(int(cue) - 1 + window.first, float(likely[cue]), window.first, roles[i, 1:-1], any_role)
            for i, cue in enumerate(cues)
        ]


def _any_role(tags: Floats) -> Floats:
    """Scores of the seven tags → log-probabilities of outside, source, cue, content; begin and inside are one."""
    shifted = np.exp(tags - tags.max(-1, keepdims=True))
    shares = shifted / shifted.sum(-1, keepdims=True)
    four = np.stack([shares[:, 0], shares[:, 1:3].sum(-1), shares[:, 3:5].sum(-1), shares[:, 5:].sum(-1)], -1)
    logs: Floats = np.log(np.maximum(four, 1e-6))
    return logs


@cache
def load(folder: Path) -> Network:
    """The network whose files lie in the folder. One thread: reading uses the cores by reading several texts."""
    # Both take half a second to import; asking must not pay for it.
    import onnxruntime
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    encoder, linker = (
        onnxruntime.InferenceSession(folder / name, options, providers=["CPUExecutionProvider"])
        for name in ("encoder.onnx", "linker.onnx")
    )
    edges = (id_of("[CLS]", tokenizer), id_of("[SEP]", tokenizer))
    return Network(tokenizer, encoder, linker, edges)
