"""What differs between a quotation and a stretch of text, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sayso.model import Difference
from sayso.pins.folding import same_joint
from sayso.pins.matching import Ground, Quoted, ending_offset, opening_offset
from sayso.pins.words import Words

CELLS_ALIGNED_AT_MOST = 40_000_000
"""Words times words; beyond it only the two ends that are alike are told from the middle."""
_LONGEST_CHUNK = 40


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the text and words of the quotation that face each other, alike or not."""

    alike: bool
    text_first: int
    text_stop: int
    quote_first: int
    quote_stop: int


def aligned(needle: str, hay: str, start: int, stop: int) -> list[Block]:
    """The blocks of hay[start:stop] against the needle, one character standing for one word."""
    piece = hay[start:stop]
    if len(piece) * len(needle) > CELLS_ALIGNED_AT_MOST:
        return _ends_alike(needle, piece, start)
    opcodes = LCSseq.opcodes(piece, needle)
    return [
        Block(op.tag == "equal", op.src_start + start, op.src_end + start, op.dest_start, op.dest_end) for op in opcodes
    ]


def _ends_alike(needle: str, piece: str, start: int) -> list[Block]:
    shorter = min(len(needle), len(piece))
    head = next((k for k in range(shorter) if needle[k] != piece[k]), shorter)
    tail = next((k for k in range(shorter - head) if needle[-1 - k] != piece[-1 - k]), shorter - head)
    a, b, c, d = head, len(piece) - tail, len(needle) - tail, len(piece)
    return [
        Block(True, start, start + a, 0, a),
        Block(False, start + a, start + b, a, c),
        Block(True, start + b, start + d, c, len(needle)),
    ]


def without_stragglers(blocks: list[Block], enough: int) -> list[Block]:
    """Lone words at either end, far from the rest in the text, stand there by chance; `enough` must stay alike."""
    alike = [block for block in blocks if block.alike]
    while len(alike) > 1 and words_alike(alike[:-1]) >= enough and _is_far(alike[-2], alike[-1], alike[-1]):
        alike.pop()
    while len(alike) > 1 and words_alike(alike[1:]) >= enough and _is_far(alike[0], alike[1], alike[0]):
        alike.pop(0)
    if not alike:
        return blocks
    first, last = alike[0], alike[-1]
    before = Block(False, first.text_first, first.text_first, 0, first.quote_first)
    after = Block(False, last.text_stop, last.text_stop, last.quote_stop, blocks[-1].quote_stop)
    kept = [before, *blocks[blocks.index(first) : blocks.index(last) + 1], after]
    return [block for block in kept if block.alike or _holds_words(block)]


def words_alike(blocks: Iterable[Block]) -> int:
    """How many words of the quotation stand in these blocks of the text."""
    return sum(block.quote_stop - block.quote_first for block in blocks if block.alike)


def _holds_words(block: Block) -> bool:
    return block.quote_first < block.quote_stop or block.text_first < block.text_stop


def _is_far(one: Block, other: Block, straggler: Block) -> bool:
    return other.text_first - one.text_stop > 3 * words_alike([straggler]) + 2


def widened(blocks: list[Block], text: Words) -> list[Block]:
    """Where the quotation's first or last words are not in the text, the words that stand there instead."""
    first, last = blocks[0], blocks[-1]
    if not first.alike:
        reach = max(0, first.quote_stop - first.quote_first - (first.text_stop - first.text_first))
        back = first.text_first
        while reach and back and _same_sentence(text, back):
            back, reach = back - 1, reach - 1
        blocks = [Block(False, back, first.text_stop, first.quote_first, first.quote_stop), *blocks[1:]]
    if not last.alike and len(blocks) > 1:
        reach = max(0, last.quote_stop - last.quote_first - (last.text_stop - last.text_first))
        on = last.text_stop
        while reach and on < len(text) and _same_sentence(text, on):
            on, reach = on + 1, reach - 1
        blocks = [*blocks[:-1], Block(False, last.text_first, on, last.quote_first, last.quote_stop)]
    return blocks


def _same_sentence(text: Words, word: int) -> bool:
    """Is there nothing but a space or a comma before the word?"""
    return text.joint(word).rstrip("\"'") in (" ", ",", "-", "")


def differences(quote: Words, text: Words, blocks: Iterable[Block]) -> tuple[Difference, ...]:
    """Every difference, in order; words that differ side by side are one."""
    ranges: list[tuple[int, int, int, int]] = []
    for found in _differing(quote, text, blocks):
        if ranges and found[0] <= ranges[-1][1] and found[2] <= ranges[-1][3]:
            last = ranges.pop()
            found = (last[0], max(last[1], found[1]), last[2], max(last[3], found[3]))
        ranges.append(found)
    return tuple(Difference(text.between(a, b), quote.between(c, d)) for a, b, c, d in ranges)


def _differing(quote: Words, text: Words, blocks: Iterable[Block]) -> Iterator[tuple[int, int, int, int]]:
    """Ranges of words (text from, to; quotation from, to) that are not the same."""
    for block in blocks:
        if not block.alike:
            yield block.text_first, block.text_stop, block.quote_first, block.quote_stop
            continue
        for ours, theirs in zip(
            range(block.quote_first, block.quote_stop), range(block.text_first, block.text_stop), strict=True
        ):
            if ours > block.quote_first and not same_joint(quote.joint(ours), text.joint(theirs)):
                yield theirs - 1, theirs + 1, ours - 1, ours + 1
            elif not _same_word(quote, text, ours, theirs):
                yield theirs, theirs + 1, ours, ours + 1


def _same_word(quote: Words, text: Words, ours: int, theirs: int) -> bool:
    """Is the case of every letter the same, but for the quotation's first?"""
    a, b = quote.firsts[ours], text.firsts[theirs]
    length = quote.after(ours) - a
    for k in range(length):
        if quote.folded.letters[a + k] != text.folded.letters[b + k]:
            is_free = a + k == 0 or a + k in quote.folded.freed or b + k in text.folded.freed
            if not is_free:
                return False
    return True


def edge_differences(quoted: Quoted, quote: Words, text: Words, blocks: list[Block]) -> Iterator[Difference]:
    """The signs before the first and after the last word: "$5" printed as "5", "twenty-eight" cut to "eight"."""
    ground = Ground(text.text, text.folded)
    if not blocks:
        return
    first, last = blocks[0], blocks[-1]
    if first.alike and opening_offset(quoted, ground, text.firsts[first.text_first]) is None:
        yield _chunks(quote, text, first.text_first, first.quote_first)
    if last.alike and ending_offset(quoted, ground, text.after(last.text_stop - 1)) is None:
        yield _chunks(quote, text, last.text_stop - 1, last.quote_stop - 1)


def _chunks(quote: Words, text: Words, theirs: int, ours: int) -> Difference:
    return Difference(_chunk(text, theirs), _chunk(quote, ours))


def _chunk(words: Words, word: int) -> str:
    """The word with all that touches it."""
    start, end = words.start(word), words.end(word)
    floor, ceiling = max(0, start - _LONGEST_CHUNK), min(len(words.text), end + _LONGEST_CHUNK)
    while start > floor and not words.text[start - 1].isspace():
        start -= 1
    while end < ceiling and not words.text[end].isspace():
        end += 1
    return words.text[start:end]
