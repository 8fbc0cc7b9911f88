"""Where the paragraphs of a text stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Span

_LINE = re.compile(r"\S[^\n]*")
# Mail and typed copies break lines near column 72; a line of running text on its own is seldom that even.
_WRAPPED_AT = range(45, 101)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order: blocks between blank lines, and in a block that is not hard-wrapped every line.

    A line that breaks off amid a sentence is one with the next.

    >>> [p.of("One.\\n\\nTwo.\\nThree.") for p in paragraphs("One.\\n\\nTwo.\\nThree.")]
    ['One.', 'Two.', 'Three.']
    """
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Span]:
    for block in _blocks(text):
        lines = [
            Span(m.start(), _rstrip(text, m.start(), m.end())) for m in _LINE.finditer(text, block.start, block.end)
        ]
        if _is_wrapped(text, lines):
            yield Span(lines[0].start, lines[-1].end)
        else:
            yield from _joined(text, lines)


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    """The lines, those made one that were broken amid a sentence: no stop at the end, a small letter after it."""
    held: Span | None = None
    for line in lines:
        if held is not None and _is_broken(text, held, line):
            held = Span(held.start, line.end)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_broken(text: str, line: Span, after: Span) -> bool:
    last = text[line.end - 1]
    return (last.isalnum() or last in ",-–—") and (text[after.start].islower() or text[after.start].isdigit())


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for gap in re.finditer(r"\n[^\S\n]*(?:\n[^\S\n]*)+", text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Every line but the last breaks near one column, and some break amid a sentence."""
    full = lines[:-1]
    if not full or not all(len(line) in _WRAPPED_AT for line in full):
        return False
    amid = sum(text[line.end - 1].isalnum() or text[line.end - 1] in ",-–" for line in full)
    return amid * 2 >= len(full)


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
