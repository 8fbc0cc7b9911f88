from __future__ import annotations

import pytest

from sayso.attribution.quotes import pair
from sayso.attribution.titles import is_title

TITLES = [
    "She said so on “Good Morning Varn.”",
    "Rossi told “Newsnight” that the harbour would close.",
    "He is one of the “Gang of Four” in the council.",
    "It was played in the town’s “Hall of Mirrors,” she said.",
]
SPEECH = [
    "“No.” That was all.",
    "“You Won!” she shouted.",
    "She told him: “Anna Rossi is my friend.”",
    "“The harbour,” he said.",
]


@pytest.mark.parametrize("text", TITLES)
def test_names_in_quotation_marks_are_titles(text: str) -> None:
    assert is_title(text, pair(text)[0])


@pytest.mark.parametrize("text", SPEECH)
def test_words_that_somebody_spoke_are_none(text: str) -> None:
    assert not is_title(text, pair(text)[0])
