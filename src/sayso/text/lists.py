"""The lists of words.toml, where the readers find them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def section(name: str) -> dict[str, Any]:
    """A section of words.toml as it stands."""
    every = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = every[name]
    return found


@cache
def ordered(name: str, key: str) -> tuple[str, ...]:
    """The words under a key, in order."""
    words: str = section(name)[key]
    return tuple(words.split())


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words under a key."""
    return frozenset(ordered(name, key))


@cache
def part_of_name(name: str, key: str) -> re.Pattern[str]:
    """Any of the words as a part of a class or id; a star stands for any letters."""
    any_of = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in ordered(name, key))
    return re.compile(rf"(?:^|[\s_-])(?:{any_of})(?:$|[\s_-])", re.I)
