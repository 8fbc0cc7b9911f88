from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution import WEIGHTS
from sayso.attribution.trained import network
from sayso.attribution.trained.encoding import BREAKS, QUOTED, WINDOW, encode, windows

TEXTS = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(["“We go,” Anna Rossi said. ", "\n\n", "IT IS OVER ", "word " * 90, "…\u202e", "'' `` «"]),
    ),
    max_size=30,
).map("".join)
if not (WEIGHTS / "encoder.onnx").exists():
    pytest.skip("the trained reader's weights are not here", allow_module_level=True)
TOKENIZER = network.load(WEIGHTS).tokenizer


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_token_is_in_the_core_of_one_window_and_no_window_is_too_long(text: str) -> None:
    encoded = encode(text, TOKENIZER)
    cut = list(windows(encoded))
    assert [i for w in cut for i in range(w.core_first, w.core_last)] == list(range(len(encoded)))
    assert all(w.first <= w.core_first and w.core_last <= w.last <= len(encoded) for w in cut)
    assert all(w.last - w.first + 2 <= WINDOW for w in cut)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_token_stands_in_its_text(text: str) -> None:
    encoded = encode(text, TOKENIZER)
    assert all(0 <= start <= end <= len(text) for start, end in encoded.offsets.tolist())
    assert all(
        start < end
        for (start, end), kind in zip(encoded.offsets.tolist(), encoded.kinds, strict=True)
        if kind != BREAKS
    )


def test_tokens_inside_quotation_marks_are_told_apart() -> None:
    text = "Anna Rossi said: “We Go.” NATO left."
    encoded = encode(text, TOKENIZER)
    kinds = {text[s:e]: int(kind) for (s, e), kind in zip(encoded.offsets.tolist(), encoded.kinds, strict=True)}
    assert (kinds["said"], kinds["Anna"], kinds["NATO"]) == (0, 1, 2)
    assert (kinds["“"], kinds["We"], kinds["."]) == (QUOTED, QUOTED + 1, 0)


def test_paragraphs_stay_whole_where_they_fit() -> None:
    text = "\n\n".join(f"Paragraph {n} says nothing of note about the harbour." for n in range(200))
    encoded = encode(text, TOKENIZER)
    starts = set(encoded.starts.tolist())
    assert all(window.core_first in starts for window in windows(encoded))
