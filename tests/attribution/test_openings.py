from __future__ import annotations

import pytest

from sayso.attribution.found import Found
from sayso.attribution.trained.openings import without_opening
from sayso.language.analysis import analyse
from sayso.model import Document, Span

# The pieces of content as drawn, and how many of them are left.
CASES = [
    ("It is not true that Vento said the dam was safe.", ("that", "the dam was safe"), 1),
    ("The idea that Vento said the dam was safe is old.", ("idea that", "the dam was safe"), 1),
    ("This is the dam that Vento said would hold.", ("that", "would hold"), 2),
    ("It is true that Vento said so.", ("that",), 1),
]


@pytest.mark.parametrize("text, pieces, left", CASES)
def test_the_that_of_the_sentence_above_is_no_content(text: str, pieces: tuple[str, ...], left: int) -> None:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    found = Found(tuple(map(at, pieces)), (at("said"),), (at("Vento"),))
    assert len(without_opening(analyse(Document(text)), found).content) == left
