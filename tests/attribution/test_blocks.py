from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.blocks import blocks
from sayso.paragraphs import paragraphs

CASES = [
    # Points that count on, however they are numbered.
    ("Vento asked for two things:\n\n1. Boats.\n\n2. Rope.\n\nHe left.", [["1. Boats.", "2. Rope."]]),
    ("Vento asked for two things:\n(a) Boats.\n(b) Rope.\nHe left.", [["(a) Boats.", "(b) Rope."]]),
    ("Vento asked for two things:\n\ni) Boats.\n\nii) Rope.", [["i) Boats.", "ii) Rope."]]),
    ("Vento asked for two things:\n\n• Boats.\n\n• Rope.", [["• Boats.", "• Rope."]]),
    # A point of two paragraphs; no point follows the last.
    ("She said:\n\n1. Boats.\n\nMany.\n\n2. Rope.\n\nHe left.", [["1. Boats.", "Many.", "2. Rope."]]),
    # One point is no list, and a list counts from its beginning.
    ("Vento said:\n\n1. Boats.\n\nHe left.", []),
    ("Vento said:\n\n3. Boats.\n\n4. Rope.", []),
    ("Vento said this.\n\n1. Boats.\n\n2. Rope.", []),
    # A letter goes from its greeting to its closing formula.
    (
        "Maas wrote to Vento:\n\nDear Ms. Vento:\n\nThe dam holds.\n\nSincerely,\n\nPiet Maas",
        [["Dear Ms. Vento:", "The dam holds."]],
    ),
    ("Maas wrote to Vento:\n\nDear Ms. Vento:\n\nThe dam holds.", []),
    # One paragraph at least is the text that was to follow.
    ("Following is text of appeal by Maas:\n\nThe dam holds.\n\nVento", [["The dam holds."]]),
    ("Maas was seen by these people:\n\nThe dam holds.", []),
    # What telegrams put around a text.
    ("Maas writes. Begin text: The dam holds.\n\nFor now. End text. Vento", [["The dam holds.", "For now."]]),
    ("Maas writes. QUOTE The dam holds for now. UNQUOTE. Vento", [["The dam holds for now."]]),
    ("Maas called it, quote, the end of the port, unquote.", [["the end of the port"]]),
    ("He is a quote expert unquote, they say.", []),
    ("She wanted a quote from Maas on the dam, the unquote expert.", []),
    ("Maas writes. Begin text: The dam holds for now.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_what_is_set_apart_without_marks_is_found(text: str, wanted: list[list[str]]) -> None:
    found = blocks(text, paragraphs(text))
    assert [[" ".join(span.of(text).split()).rstrip(" ") for span in block.content] for block in found] == wanted


PIECES = [
    "\n\n",
    ":",
    "1. ",
    "2. ",
    "a) ",
    "• ",
    "Dear A:",
    "Yours",
    "Begin text ",
    "End text",
    "quote",
    "unquote",
    "x y ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_blocks_lie_in_the_text_and_behind_what_leads_to_them(text: str) -> None:
    for block in blocks(text, paragraphs(text)):
        assert all(block.led_to <= span.start < span.end <= len(text) for span in block.content)
