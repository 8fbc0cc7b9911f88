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


@given(st.text(alphabet="ab .,:\n“”\"'’‘«»„`", max_size=80), st.booleans())
def test_quotations_lie_in_the_text_in_order_and_do_not_overlap(text: str, over: bool) -> None:
    found = pair(text, over_paragraphs=over)
    assert all(q.span.covers(q.inner) and q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


OVER_PARAGRAPHS = [
    # A letter set apart behind a colon, its marks only at its two ends.
    ("She wrote:\n\n“Dear Piet:\n\nThe dam holds.\n\nAda”\n\nHe wept.", ["Dear Piet:", "The dam holds.", "Ada"]),
    ('Text follows: "The dam holds.\n\nFor now." End.', ["The dam holds.", "For now."]),
    ("Il écrit : «Le quai tient.\n\nPour le moment.» Fin.", ["Le quai tient.", "Pour le moment."]),
    # Words that run over one paragraph's end, and the next quotation.
    (
        "“Yes,” she said. “We heard it.\n\nAfter that we heard nothing at all for an hour,” she said. “Go.”",
        ["Yes,", "We heard it.", "After that we heard nothing at all for an hour,", "Go."],
    ),
    # The name below a quotation set apart is none of its words.
    ('"The dam holds.\nPiet Maas, engineer."\n\nHe left.', []),
    # Never closed: the next mark opens, far away, or there is none.
    ("She wrote:\n\n“The dam holds.\n\nHe said “no” and left.", ["no"]),
    ("“The dam holds.\n\nHe left.\n\nShe laughed about it all the way back to the town.”", []),
    ("She wrote:\n\n“The dam holds.\n\nHe left.", []),
    # Opened again in each paragraph.
    ("She wrote:\n\n“The dam holds.\n\n“For now.”", ["The dam holds.", "For now."]),
]


@pytest.mark.parametrize(("text", "wanted"), OVER_PARAGRAPHS)
def test_marks_that_close_in_a_later_paragraph_are_paired_piece_by_piece(text: str, wanted: list[str]) -> None:
    assert [quotation.inner.of(text) for quotation in pair(text, over_paragraphs=True)] == wanted


def test_every_piece_of_a_quotation_over_paragraphs_says_that_it_goes_on() -> None:
    pieces = pair("She wrote:\n\n“Dear Piet:\n\nThe dam holds.\n\nAda”", over_paragraphs=True)
    assert [(piece.continues, piece.goes_on) for piece in pieces] == [(False, True), (True, True), (True, False)]
