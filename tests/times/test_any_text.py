from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Document
from sayso.times import times_in, when
from sayso.times.finding import RULES

WORDS = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "last",
    "next",
    "past",
    "every",
    "few",
    "couple",
    "half",
    "1",
    "2",
    "30",
    "31",
    "1/2",
    "1998",
    "2014-15",
    "99999",
    "0",
    "24:00",
    "5",
    "p.m.",
    "EST",
    "GMT",
    "noon",
    "Oct.",
    "May",
    "March",
    "3rd",
    "first",
    "second",
    "third",
    "quarter",
    "Monday",
    "Sat.",
    "weekend",
    "Easter",
    "Christmas",
    "day",
    "days",
    "week",
    "month",
    "year",
    "years",
    "decade",
    "centuries",
    "ago",
    "earlier",
    "later",
    "before",
    "after",
    "from",
    "to",
    "of",
    "fiscal",
    "twenty",
    "nineteen",
    "hundred",
    "thousand",
    "soon",
    "in",
    "since",
    "now",
    "will",
    "had",
    ",",
    ".",
    "-",
    "'",
    "’",
    "½",
    "٣",
    "²",
    "0001",
    "9999",
    "9/11",
    "13/13/13",
    "summer",
    "winter",
    "morning",
    "o'clock",
    "twice",
    "daily",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
        lambda words: st.sampled_from(["", " ", "  ", "-", "\n"]).map(lambda gap: gap.join(words))
    ),
    st.sampled_from([None, "2026-11-18", "1000-01-01", "9000-12-31", "0001-01-01", "9999-12-31", "2026"]),
)
def test_times_lie_in_the_text_apart_and_their_bounds_are_in_order(text: str, published: str | None) -> None:
    times = times_in(Document(text, published=published))
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))
    for time_expression in times:
        assert 0 <= time_expression.span.start < time_expression.span.end <= len(text)
        found = when(time_expression)
        if found and found.earliest and found.latest:
            assert found.earliest <= found.latest


@given(st.text(max_size=80), st.sampled_from([None, "2026-11-18"]))
def test_no_text_is_too_odd(text: str, published: str | None) -> None:
    for time_expression in times_in(Document(text, published=published)):
        assert time_expression.span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["a ", "1", "Mon ", " ", "the last ", "Oct. ", "twenty ", "1 ", "early the ", "5-", "1/1/", "half a ", "\n"],
)
def test_time_follows_the_length_of_the_text(piece: str) -> None:
    def seconds(length: int) -> float:
        document = Document(piece * (length // len(piece)), published="2026-11-18")
        taken = []
        for _ in range(3):  # the least of three: others are at work on the machine
            start = time.process_time()
            times_in(document)
            taken.append(time.process_time() - start)
        return min(taken)

    # Ten times the text in a hundred times the time would be backtracking; the least is for clocks that tick coarsely.
    assert seconds(200_000) < 30 * max(seconds(20_000), 0.02)


@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_every_match_begins_with_a_word_that_its_rule_is_listed_under(text: str) -> None:
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            first = "".join(c for c in match[0].replace("-", " ").replace("/", " ").split()[0] if c.isalnum()).lower()
            assert (first[0].isdecimal() and "0" in rule.starts) or first in rule.starts or not match[0][0].isalnum()
