from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.quotes import pair

CASES = [
    ("He said “no” and “yes”.", ["no", "yes"]),
    ('He said "no" and "yes".', ["no", "yes"]),
    ("Er sagte „nein“ und «ja».", ["nein", "ja"]),
    ("He said ``no'' twice.", ["no"]),
    ("He said “a and left.\nShe said “b.”", ["b."]),
    ('He said "a and left.\nShe said "b."', ["b."]),
    ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
    ("‘I went home,’ she said.", ["I went home,"]),
    ("He said 'no.' Then 'yes,' perhaps.", ["no.", "yes,"]),
    ("In the '90s the workers' union didn't say.", []),
    ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
    ('Rossi said *"We will send it."* Then _"No."_', ["We will send it.", "No."]),
    ("“”", []),
    ("“He came “back” again.", ["back"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_marks_are_paired_within_their_paragraph(text: str, wanted: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in pair(text)] == wanted


def test_a_quotation_over_paragraphs_goes_on_and_continues() -> None:
    first, second = pair("“One.\n\n“Two,” he said.")
    assert (first.goes_on, second.continues) == (True, True)


def test_an_unclosed_quote_loses_only_itself() -> None:
    text = "“Lost, he said.\nNext.\nShe said “kept.”"
    assert [quotation.inner.of(text) for quotation in pair(text)] == ["kept."]


@given(st.text(alphabet="ab .,\n“”\"'’‘«»„`", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    found = pair(text)
    assert all(q.span.covers(q.inner) and q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
