"""The network: a BERT encoder, a tag for every token, and for every cue the tokens that are its own.

Linking follows the span-graph idea of dependency-style semantic role labelling (He et al., ACL 2018; Cai et al.,
COLING 2018): the encoder reads a window once; each cue then asks every token "are you my source, my cue, my content?".
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribution.trained.encoding import KINDS

TAGS = 7  # outside, and begin and inside of source, cue, content
ROLES = 4  # outside, source, cue, content of the cue that asks
REACH = 128  # distances from the cue beyond this many tokens are told as this many
HEADS, LAYERS, PLACES, DROPOUT = 12, 6, 512, 0.1


class Layer(nn.Module):
    """One layer of BERT, its three projections in one."""

    def __init__(self, hidden: int, inner: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shape (windows, tokens, hidden) in and out; the mask is added to the attention's scores."""
        batch, length, hidden = x.shape
        parts = self.qkv(x).view(batch, length, 3, HEADS, hidden // HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = parts[0], parts[1], parts[2]
        seen = functional.scaled_dot_product_attention(q, k, v, mask if mask is None else mask.to(q.dtype))
        seen = seen.transpose(1, 2).reshape(batch, length, hidden)
        x = self.norm(x + self.out(seen))
        y: Tensor = self.norm2(x + self.down(functional.gelu(self.up(x))))
        return y


class Encoder(nn.Module):
    """BERT's encoder with `KINDS` token kinds in place of its two segments."""

    def __init__(self, vocabulary: int = 30522, hidden: int = 384, inner: int = 1536) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, hidden)
        self.places = nn.Embedding(PLACES, hidden)
        self.kinds = nn.Embedding(KINDS, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, inner) for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor | None = None) -> Tensor:
        """Token ids and kinds, shape (windows, tokens) → hidden states, shape (windows, tokens, hidden)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.places(places) + self.kinds(kinds)))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Linker(nn.Module):
    """For each cue and each token of its window: what the token is to the cue."""

    def __init__(self, hidden: int, width: int = 160) -> None:
        super().__init__()
        self.token = nn.Linear(hidden, 2 * width)
        self.cue = nn.Linear(hidden, 2 * width)
        self.distance = nn.Embedding(2 * REACH + 1, width)
        self.near = nn.Conv1d(width, width, 5, padding=2)
        self.role = nn.Linear(width, ROLES)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, tokens: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """(cues, tokens, hidden), (cues, hidden), distances (cues, tokens) → scores (cues, tokens, roles)."""
        return self.of_projected(self.token(tokens), cues, distances)

    def of_projected(self, tokens: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """As `forward`, from tokens that went through `token` already."""
        add, times = tokens.chunk(2, -1)
        add_cue, times_cue = self.cue(cues).unsqueeze(-2).chunk(2, -1)
        x = self.drop(functional.gelu(add + add_cue + times * times_cue + self.distance(distances)))
        x = x + functional.gelu(self.near(x.transpose(-1, -2)).transpose(-1, -2))
        roles: Tensor = self.role(x)
        return roles


class Reader(nn.Module):
    """Encoder, tags, cue detector and linker."""

    def __init__(self, hidden: int = 384) -> None:
        super().__init__()
        self.encoder = Encoder(hidden=hidden)
        self.tags = nn.Linear(hidden, TAGS)
        self.is_cue = nn.Linear(hidden, 1)
        self.linker = Linker(hidden)
        self.drop = nn.Dropout(DROPOUT)


def distances(length: int, cues: Tensor) -> Tensor:
    """Each token's distance from each cue, clipped and counted from 0: shape (cues, length)."""
    places = torch.arange(length, device=cues.device)
    return (places[None, :] - cues[:, None]).clamp(-REACH, REACH) + REACH


def from_pretrained(folder: Path) -> Reader:
    """A reader whose encoder has the weights of a BERT-like `model.safetensors`; the rest is new."""
    reader, given = Reader(), load_file(folder / "model.safetensors")
    encoder, old = reader.encoder.state_dict(), "embeddings."
    encoder["words.weight"] = given[old + "word_embeddings.weight"]
    encoder["places.weight"] = given[old + "position_embeddings.weight"]
    encoder["kinds.weight"] = given[old + "token_type_embeddings.weight"][0].repeat(KINDS, 1)
    for part in ("weight", "bias"):
        encoder[f"norm.{part}"] = given[f"{old}LayerNorm.{part}"]
        for i in range(LAYERS):
            theirs = f"encoder.layer.{i}."
            encoder[f"layers.{i}.qkv.{part}"] = torch.cat(
                [given[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            for ours, name in _LAYER_NAMES.items():
                encoder[f"layers.{i}.{ours}.{part}"] = given[f"{theirs}{name}.{part}"]
    reader.encoder.load_state_dict(encoder)
    return reader


_LAYER_NAMES = {
    "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
