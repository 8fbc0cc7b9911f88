"""The lists that the rules go by, read from TOML once."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("sayso.people").joinpath("data", "en.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """One list, such as `titles`; a dot parts the name of a table from a list in it."""
    found: Any = _table()
    for part in name.split("."):
        found = found[part]
    return frozenset(found)


@cache
def mapped(name: str) -> dict[str, str]:
    """A table of words and what each stands for."""
    return dict(_table()[name])


@cache
def field_of() -> dict[str, str]:
    """Head noun of a role → its walk of life."""
    return {noun: field for field, nouns in _table()["fields"].items() for noun in nouns}


@cache
def familiar() -> dict[str, frozenset[str]]:
    """Given name → the names it may be short for, or be called by."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in _table()["nicknames"]:
        for name in line.split():
            found[name] |= set(line.split())
    return {name: frozenset(others) for name, others in found.items()}
