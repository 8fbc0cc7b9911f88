"""How often each word of saying, in each construction, reports speech: counted on PolNeAR's training part.

usage: python training/lexicon.py PolNeAR/train.jsonl > src/sayso/language/data/en_cues.toml

A count, not a model. Of the word's occurrences (outside quotation marks, in that construction) two shares: those that
the human annotators marked as the cue of an attribution with that very content (token Jaccard >= .5), and those that
they marked as a cue at all. Lidstone-smoothed, so that a word seen three times is never certain.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.attribution import frames, quotes
from sayso.language.analysis import Analysis, Paragraph, analyse
from sayso.model import Document, Span

SEEN_AT_LEAST = 3
SHARE_AT_LEAST = 0.25
PRIOR, WEIGHT = 0.2, 2.0

Seen = tuple[str, str]


@dataclass
class Counts:
    """Occurrences of a word in a construction, and how many of them were marked."""

    seen: Counter[Seen] = field(default_factory=Counter)
    content: Counter[Seen] = field(default_factory=Counter)
    cue: Counter[Seen] = field(default_factory=Counter)

    def share(self, marked: Counter[Seen], what: Seen) -> float:
        """The smoothed share of the marked."""
        return round((marked[what] + PRIOR * WEIGHT) / (self.seen[what] + WEIGHT), 2)


def main(path: str) -> None:
    """Print the lexicon as TOML."""
    counts = Counts()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        count(analyse(Document(article["text"], source=article["id"])), article["attributions"], counts)
    print(as_toml(counts))


def count(analysis: Analysis, golds: list[dict[str, Any]], counts: Counts) -> None:
    """Add the article's occurrences."""
    quoted = [quotation.inner for quotation in quotes.pair(analysis.text)]
    for paragraph in analysis.paragraphs:
        for token in paragraph.doc:
            place = paragraph.span_of(token)
            if not frames.is_head(token) or any(q.covers(place) for q in quoted):
                continue
            contents = [gold["content"] for gold in golds if _touch(gold["cue"], place)]
            for option in frames.options(token):
                what = (frames.key(token), option.frame)
                counts.seen[what] += 1
                counts.cue[what] += bool(contents)
                counts.content[what] += any(_same(paragraph, option, c) for c in contents)


def _touch(spans: Iterable[list[int]], place: Span) -> bool:
    return any(Span(start, end).touches(place) for start, end in spans)


def _same(paragraph: Paragraph, option: frames.Option, content: list[list[int]]) -> bool:
    wanted = {t.i for t in paragraph.doc if _touch(content, paragraph.span_of(t))}
    got = set(range(option.first, option.last + 1))
    return 2 * len(wanted & got) >= len(wanted | got)


def as_toml(counts: Counts) -> str:
    """The words and constructions seen often enough, a line a word."""
    words: defaultdict[str, dict[str, list[float]]] = defaultdict(dict)
    for what, times in counts.seen.items():
        share = counts.share(counts.content, what)
        if counts.content[what] and times >= SEEN_AT_LEAST and share >= SHARE_AT_LEAST:
            words[what[0]][what[1]] = [share, counts.share(counts.cue, what)]
    return "\n".join([*_head(), *_rows(words)])


def _head() -> Iterator[str]:
    yield "# Words of saying, by construction: the share of uses that report that very content, and that report any."
    yield "# Made by training/lexicon.py; do not edit by hand."
    yield ""


def _rows(words: dict[str, dict[str, list[float]]]) -> Iterator[str]:
    for word in sorted(words):
        frames_of = ", ".join(f'"{frame}" = {shares}' for frame, shares in sorted(words[word].items()))
        yield f'"{word}" = {{ {frames_of} }}'


if __name__ == "__main__":
    main(sys.argv[1])
