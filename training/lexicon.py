"""How often each word of saying, in each construction, reports speech: counted on PolNeAR's training part.

usage: python training/lexicon.py PolNeAR/train.jsonl > src/sayso/language/data/en_cues.toml

A count, not a model: the share of the word's occurrences (outside quotation marks, in that construction) that the
human annotators marked as an attribution with that content (token Jaccard >= .5). Lidstone-smoothed, so that a word
seen three times is never certain.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.attribution import frames, quotes
from sayso.language.analysis import Analysis, Paragraph, analyse
from sayso.model import Document, Span

SEEN_AT_LEAST = 3
SHARE_AT_LEAST = 0.25
PRIOR, WEIGHT = 0.2, 2.0

Seen = tuple[str, str]


def main(path: str) -> None:
    """Print the lexicon as TOML."""
    marked: Counter[Seen] = Counter()
    seen: Counter[Seen] = Counter()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        count(analyse(Document(article["text"], source=article["id"])), article["attributions"], marked, seen)
    print(as_toml(marked, seen))


def count(analysis: Analysis, golds: list[dict[str, Any]], marked: Counter[Seen], seen: Counter[Seen]) -> None:
    """Add the article's occurrences to both counts."""
    quoted = [quotation.inner for quotation in quotes.pair(analysis.text)]
    for paragraph in analysis.paragraphs:
        for token in paragraph.doc:
            place = paragraph.span_of(token)
            if not frames.is_head(token) or any(q.covers(place) for q in quoted):
                continue
            contents = [gold["content"] for gold in golds if _touch(gold["cue"], place)]
            for option in frames.options(token):
                seen[frames.key(token), option.frame] += 1
                marked[frames.key(token), option.frame] += any(_same(paragraph, option, c) for c in contents)


def _touch(spans: Iterable[list[int]], place: Span) -> bool:
    return any(Span(start, end).touches(place) for start, end in spans)


def _same(paragraph: Paragraph, option: frames.Option, content: list[list[int]]) -> bool:
    wanted = {t.i for t in paragraph.doc if _touch(content, paragraph.span_of(t))}
    got = set(range(option.first, option.last + 1))
    return 2 * len(wanted & got) >= len(wanted | got)


def as_toml(marked: Counter[Seen], seen: Counter[Seen]) -> str:
    """The words and constructions seen often enough, a line a word."""
    words: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (word, frame), times in seen.items():
        share = (marked[word, frame] + PRIOR * WEIGHT) / (times + WEIGHT)
        if marked[word, frame] and times >= SEEN_AT_LEAST and share >= SHARE_AT_LEAST:
            words[word][frame] = round(share, 2)
    return "\n".join([*_head(), *_rows(words)])


def _head() -> Iterator[str]:
    yield "# Words of saying and the share of their uses, by construction, that report speech."
    yield "# Made by training/lexicon.py; do not edit by hand."
    yield ""


def _rows(words: dict[str, dict[str, float]]) -> Iterator[str]:
    for word in sorted(words):
        frames_of = ", ".join(f'"{frame}" = {share}' for frame, share in sorted(words[word].items()))
        yield f'"{word}" = {{ {frames_of} }}'


if __name__ == "__main__":
    main(sys.argv[1])
