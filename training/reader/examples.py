"""Labelled texts → windows of tokens with what the network is to learn of them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.attribution.trained.encoding import Encoded, Ints, encode, windows

ROLES = ("source", "cue", "content")
IGNORED = -100
# Tokens seen before each window: more than in reading, where less turned out to do better.
CONTEXT = 64


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens of source, cue and content, and the first token of the cue."""

    tokens: tuple[Ints, Ints, Ints]

    @property
    def anchor(self) -> int:
        """The first token of the cue."""
        return int(self.tokens[1][0])

    @property
    def content(self) -> Ints:
        """The tokens of the content."""
        return self.tokens[2]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with its attributions, and the tags and cues that its tokens ought to get."""

    encoded: Encoded
    attributions: tuple[Attribution, ...]
    tags: Ints
    anchors: Ints


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length. `cues` are (window, token) pairs, `roles` their labels, shape (cues, tokens)."""

    ids: Tensor
    kinds: Tensor
    mask: Tensor
    tags: Tensor
    anchors: Tensor
    cues: Tensor
    roles: Tensor


class Looked(Enum):
    """Where the annotators looked: what they left unmarked elsewhere tells nothing."""

    EVERYWHERE = "everywhere"
    OUTSIDE_CONTENT = "outside content"  # PolNeAR: nothing nests
    FOR_CLAUSES = "for clauses"  # GUM: "opposed the bill" is no attribution there


def load(path: Path, tokenizer: Tokenizer, looked: Looked) -> list[Labelled]:
    """The texts of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        return [labelled(json.loads(line), tokenizer, looked) for line in lines]


def labelled(text: dict[str, Any], tokenizer: Tokenizer, looked: Looked) -> Labelled:
    """One text. Nothing is held against a cue found where nobody looked."""
    encoded = encode(text["text"], tokenizer)
    found = [_attribution(encoded, one) for one in text["attributions"]]
    whole = sorted((a for a in found if len(a.content) and len(a.tokens[1])), key=lambda a: len(a.content))
    tags = np.zeros(len(encoded), dtype=np.int64)
    anchors = np.zeros(len(encoded), dtype=np.int64)
    if looked is Looked.FOR_CLAUSES:
        tags[:] = anchors[:] = IGNORED
    for one in whole:
        _tag(tags, one)
        if looked is Looked.OUTSIDE_CONTENT and not any(
            other.anchor in one.content for other in whole if other is not one
        ):
            anchors[one.content] = IGNORED
    anchors[[one.anchor for one in whole]] = 1
    return Labelled(encoded, tuple(whole), tags, anchors)


def _attribution(encoded: Encoded, one: dict[str, Any]) -> Attribution:
    source, cue, content = (_tokens(encoded, one[role]) for role in ROLES)
    return Attribution((source, cue, content))


def _tokens(encoded: Encoded, spans: Iterable[tuple[int, int]]) -> Ints:
    starts, ends = encoded.offsets[:, 0], encoded.offsets[:, 1]
    parts = [np.nonzero((starts < end) & (ends > start))[0] for start, end in spans]
    return np.unique(np.concatenate(parts)) if parts else np.array([], dtype=np.int64)


def _tag(tags: Ints, one: Attribution) -> None:
    """Begin and inside of each role; called for the smallest first, so that an outer content covers what is in it."""
    for number, tokens in enumerate(one.tokens):
        tags[tokens] = 2 * number + 2
        tags[tokens[:1]] = 2 * number + 1


def epoch(
    texts: Iterable[Labelled], size: int, tokens: int, chance: random.Random, edges: tuple[int, int]
) -> Iterator[Batch]:
    """Every text once, cut anew, in batches of about so many `tokens`; `edges` are the ids of the two edge marks."""
    examples = [
        (text, window.first, window.last)
        for text in texts
        for window in windows(text.encoded, chance.randint(size * 2 // 3, size), CONTEXT)
    ]
    chance.shuffle(examples)
    pools = [examples[i : i + 400] for i in range(0, len(examples), 400)]
    batches: list[list[tuple[Labelled, int, int]]] = []
    for pool in pools:
        pool.sort(key=lambda e: e[2] - e[1])
        batches.extend(_filled(pool, tokens))
    chance.shuffle(batches)
    return (_batch(examples, edges) for examples in batches)


def _filled(pool: list[tuple[Labelled, int, int]], tokens: int) -> Iterator[list[tuple[Labelled, int, int]]]:
    batch: list[tuple[Labelled, int, int]] = []
    for one in pool:
        if batch and (len(batch) + 1) * (one[2] - one[1] + 2) > tokens:
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch


def _batch(examples: list[tuple[Labelled, int, int]], edges: tuple[int, int]) -> Batch:
    length = max(last - first for _, first, last in examples) + 2
    shape = (len(examples), length)
    ids, kinds = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    tags, anchors = np.full(shape, IGNORED), np.full(shape, IGNORED)
    mask = np.zeros(shape, dtype=bool)
    cues: list[tuple[int, int]] = []
    roles: list[Ints] = []
    for row, (text, first, last) in enumerate(examples):
        inside = slice(1, last - first + 1)
        ids[row, 0], ids[row, last - first + 1] = edges
        ids[row, inside], kinds[row, inside] = text.encoded.ids[first:last], text.encoded.kinds[first:last]
        tags[row, inside], anchors[row, inside] = text.tags[first:last], text.anchors[first:last]
        mask[row, : last - first + 2] = True
        for one in text.attributions:
            if first <= one.anchor < last:
                cues.append((row, one.anchor - first + 1))
                roles.append(_roles(one, first, last, length))
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(kinds),
        torch.from_numpy(mask),
        torch.from_numpy(tags),
        torch.from_numpy(anchors),
        torch.tensor(cues, dtype=torch.long).reshape(-1, 2),
        torch.from_numpy(np.array(roles, dtype=np.int64).reshape(-1, length)),
    )


def _roles(one: Attribution, first: int, last: int, length: int) -> Ints:
    roles = np.full(length, IGNORED, dtype=np.int64)
    roles[1 : last - first + 1] = 0
    for number, tokens in enumerate(one.tokens):
        roles[tokens[(tokens >= first) & (tokens < last)] - first + 1] = number + 1
    return roles
