"""Text → the pieces of words that the encoder reads, in windows. Training and reading share it to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.quotes import pair
from sayso.errors import MissingPart
from sayso.model import Span
from sayso.paragraphs import paragraphs

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

# A token of BERT's vocabulary that no text holds: here the end of a paragraph.
BREAK = "[unused1]"
# Kinds of token, told to the encoder beside the word, for its vocabulary knows no capitals and its window no open mark.
LOWER, CAPITALISED, CAPITALS, QUOTED, BREAKS, KINDS = 0, 1, 2, 3, 6, 7
# "he’s" and "they’ll" are two words, "don’t" and "O’Hara" one.
_WORD = re.compile(r"\w+(?:[’'](?!(?:s|ll|d|re|ve|m)\b)\w+)*")
# Tokens of one window, its two edge marks counted in. The encoder has 512 places.
WINDOW = 320
# Tokens that a window sees before the paragraphs that it is asked about, and behind a cut within a paragraph.
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens `first` to `last` are read; attributions are taken whose cue begins in `core_first` to `core_last`."""

    first: int
    last: int
    core_first: int
    core_last: int


@dataclass(frozen=True)
class Encoded:
    """A text as tokens: ids, kinds and character offsets, shape (tokens,) and (tokens, 2).

    `breaks` are the tokens that stand between paragraphs, `words` gives for each token the first one of its word.
    """

    ids: Ints
    kinds: Ints
    offsets: Ints
    breaks: Ints
    words: Ints

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def starts(self) -> Ints:
        """Index of each paragraph's first token."""
        return np.concatenate(([0], self.breaks + 1)) if len(self) else self.breaks


def encode(text: str, tokenizer: Tokenizer, places: tuple[Span, ...] | None = None) -> Encoded:
    """The tokens of every paragraph, a break between two of them. `places` says where the paragraphs stand."""
    break_id = id_of(BREAK, tokenizer)
    places = paragraphs(text) if places is None else places
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    breaks: list[int] = []
    for place in places:
        if ids:
            breaks.append(len(ids))
            ids.append(break_id)
            offsets.append((offsets[-1][1], offsets[-1][1]))
        tokens: Any = tokenizer.encode(place.of(text), add_special_tokens=False)
        ids.extend(tokens.ids)
        offsets.extend((place.start + start, place.start + end) for start, end in tokens.offsets)
    places_of = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    kinds = _kinds(text, places_of, places)
    kinds[breaks] = BREAKS
    words = _first_of_word(text, places_of)
    return Encoded(np.array(ids, dtype=np.int64), kinds, places_of, np.array(breaks, dtype=np.int64), words)


def id_of(token: str, tokenizer: Tokenizer) -> int:
    """The id of a token that the vocabulary must have; raises `MissingPart` where it is another vocabulary."""
    found = tokenizer.token_to_id(token)
    if found is None:
        raise MissingPart("The weights of the trained reader are incomplete. Install sayso again.")
    return found


def _first_of_word(text: str, offsets: Ints) -> Ints:
    """For each token the first of its word; what stands in no word is its own."""
    places = np.array([match.span() for match in _WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)
    tokens = np.arange(len(offsets))
    if not len(places):
        return tokens
    word = np.searchsorted(places[:, 0], offsets[:, 0], side="right") - 1
    within = (word >= 0) & (offsets[:, 0] < places[word, 1]) & (offsets[:, 1] > offsets[:, 0])
    opens = np.concatenate(([True], (word[1:] != word[:-1]) | ~within[1:] | ~within[:-1]))[: len(tokens)]
    first: Ints = np.maximum.accumulate(np.where(opens, tokens, 0))
    return first


def _kinds(text: str, offsets: Ints, places: tuple[Span, ...]) -> Ints:
    kinds = np.array([_capitals(text[start:end]) for start, end in offsets.tolist()], dtype=np.int64)
    for quotation in pair(text, places):
        first, last = np.searchsorted(offsets[:, 0], (quotation.span.start, quotation.span.end))
        kinds[first:last] += QUOTED
    return np.minimum(kinds, BREAKS - 1)


def _capitals(word: str) -> int:
    if not word[:1].isupper():
        return LOWER
    return CAPITALS if len(word) > 1 and word.isupper() else CAPITALISED


def windows(encoded: Encoded, size: int = WINDOW, context: int = CONTEXT) -> Iterator[Window]:
    """Windows of whole paragraphs, each with a little `context` before it; a paragraph too long is cut.

    Training changes the `size`, so that no text is always cut alike.
    """
    ends = np.append(encoded.breaks + 1, len(encoded))
    room = size - 2 - context
    start = 0
    while start < len(encoded):
        fitting = int(np.searchsorted(ends, start + room, side="right")) - 1
        if fitting >= 0 and ends[fitting] > start:
            end = last = int(ends[fitting])
        else:
            end = min(start + room - context, len(encoded))
            last = min(end + context, len(encoded))
        yield Window(max(0, start - context), last, start, end)
        start = end
