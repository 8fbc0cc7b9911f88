"""The memoranda that training makes up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.labelled import Labelled, check
from training.memos import WORDS, memos

PATTERNS = [*WORDS["pattern"], *WORDS["free_pattern"], *WORDS["named_pattern"]]


def some(seed: int) -> Labelled:
    return next(memos(seed, 1))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_every_label_holds_words_and_no_slot_is_left(seed: int) -> None:
    text = some(seed)
    check(text)
    assert not re.search(r"[{}|\[\]]|  ", text.text)
    for one in text.attributions:
        assert one.cue
        assert one.content
        for start, end in one.spans:
            assert text.text[start:end] == text.text[start:end].strip(" ,;.")


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10_000))
def test_two_attributions_are_apart_or_one_lies_in_the_others_content(seed: int) -> None:
    found = some(seed).attributions
    for one in found:
        for other in found:
            (start, end), (first, last) = one.content[0], other.content[0]
            assert end <= first or last <= start or start <= first <= last <= end or first <= start <= end <= last


def test_the_same_seed_makes_the_same_texts() -> None:
    assert list(memos(3, 4)) == list(memos(3, 4))
    assert list(memos(3, 4)) != list(memos(4, 4))


def test_reports_are_nested_up_to_three_deep() -> None:
    deepest = max(_depth(text) for text in memos(1, 40))
    assert deepest == 3


def _depth(text: Labelled) -> int:
    """Of how many attributions at most does one word belong to the content?"""
    contents = [span for one in text.attributions for span in one.content]
    return max(sum(start <= at < end for start, end in contents) for at, _ in contents)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_has_one_cue_and_draws_on_words_that_are_there(pattern: str) -> None:
    assert pattern.count("[") == pattern.count("]") == 1
    assert 1 <= pattern.count("(") == pattern.count(")") <= 2
    assert set(re.findall(r"\{(\w+)\}", pattern)) <= {*WORDS, "source", "to", "receiver", "proposition"}


@pytest.mark.parametrize("key", WORDS)
def test_every_word_list_draws_on_lists_that_are_there(key: str) -> None:
    slots = {slot for words in WORDS[key] for slot in re.findall(r"\{(\w+)\}", words)}
    assert slots <= {*WORDS, "source", "to", "receiver", "proposition"}
