"""What is certain, asked or left alone, against what a careful editor decides."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sayso.model import ActorKind
from sayso.people.compare import compare
from sayso.people.profile import Profile, keys

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pairs"]


def sides(pair: list[str]) -> tuple[Profile, Profile]:
    _, kind, *told = pair
    first, second = (Profile(ActorKind(kind), (told[at],), tuple(filter(None, told[at + 1 : at + 2]))) for at in (0, 2))
    return first, second


def decided(one: Profile, other: Profile) -> str:
    found = compare(one, other)
    return "same" if found.certain else "ask" if found.proposed else "different"


def test_nobody_is_merged_unasked_whom_an_editor_would_ask_about() -> None:
    wrong = [pair for pair in PAIRS if pair[0] != "same" and decided(*sides(pair)) == "same"]
    assert wrong == []


def test_most_decisions_are_those_of_an_editor() -> None:
    wrong = [(decided(*sides(pair)), pair) for pair in PAIRS if decided(*sides(pair)) != pair[0]]
    assert len(wrong) <= 0.05 * len(PAIRS), wrong


def test_it_does_not_matter_which_of_the_two_comes_first() -> None:
    for pair in PAIRS:
        one, other = sides(pair)
        assert decided(one, other) == decided(other, one), pair


def test_two_that_may_be_one_are_looked_up_under_a_key_of_both() -> None:
    for pair in PAIRS:
        one, other = sides(pair)
        assert pair[0] == "different" or keys(one) & keys(other), pair


def test_whatever_is_asked_has_a_reason() -> None:
    for pair in PAIRS:
        found = compare(*sides(pair))
        assert bool(found.score) == bool(found.reasons), pair
