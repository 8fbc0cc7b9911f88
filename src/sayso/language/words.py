"""The word lists of a language, read from TOML once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

# Word → construction → [share that reports that content, share that reports anything].
Shares = dict[str, dict[str, list[float]]]


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("sayso.language").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


def cues() -> Shares:
    """Words of saying, as counted by training/lexicon.py."""
    return _table("en_cues")


@cache
def shares_of(word: str, lemma: str) -> dict[str, list[float]]:
    """The constructions of a word of saying; those of the commonest verbs where it was counted too seldom."""
    usual = lemma in words("speech") or lemma in sorted_into("acts")
    return cues().get(word) or (_table("en")["default_shares"] if usual and word == lemma else {})


@cache
def words(name: str, table: str = "en") -> frozenset[str]:
    """One list of the language, such as `hedges`."""
    return frozenset(_table(table)[name])


@cache
def sorted_into(name: str, table: str = "en") -> dict[str, str]:
    """A table of lists turned round: word → the heading that it stands under."""
    return {word: heading for heading, listed in _table(table)[name].items() for word in listed}


@cache
def weights(table: str) -> dict[str, float]:
    """What each sign weighs, as counted."""
    return dict(_table(table)["weights"])
