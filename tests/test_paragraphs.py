from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.paragraphs import paragraphs

WRAPPED = (
    "The harbour master said on Monday that the boats would stay in\n"
    "port until the ministry had answered his letter of last week and\n"
    "that nobody had asked him."
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("He said: “We will send 355 tons\nof grain.”\nTwo.", ["He said: “We will send 355 tons\nof grain.”", "Two."]),
        ("  One. \n \n\n Two.\n", ["One.", "Two."]),
        (WRAPPED + "\n\nTwo.", [WRAPPED, "Two."]),
        ("", []),
        (" \n\t\n ", []),
    ],
)
def test_paragraphs_end_at_blank_lines_and_at_lines_that_are_not_wrapped(text: str, wanted: list[str]) -> None:
    assert [place.of(text) for place in paragraphs(text)] == wanted


@given(st.text(alphabet="ab. \n\t\r\u2028", max_size=60))
def test_paragraphs_hold_every_word_once(text: str) -> None:
    kept = "".join(place.of(text) for place in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split())
