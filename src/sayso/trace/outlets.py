"""The table of outlets, and which name in a text is whose."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

_ARTICLE = re.compile(r"^(?:the|The|THE)\s+(?:[a-z-]+\s+)*")
_OWNED = re.compile(r"['’]s?$")
_DOMAIN = re.compile(r"\.(?:com|org|net|co\.uk|tv|ru|de|fr|info|ca|ie|in)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, station, site or agency with the names it goes by."""

    name: str
    also: tuple[str, ...] = ()
    family: str | None = None
    wire: bool = False


class Outlets:
    """The outlets that a name may mean: those of the table, and those learned from texts."""

    def __init__(self, known: Iterable[Outlet]) -> None:
        self._by_name = {_key(name): outlet for outlet in known for name in (outlet.name, *outlet.also)}

    def get(self, name: str) -> Outlet | None:
        """Whose name this is; articles, a possessive and a domain's ending do not matter."""
        return self._by_name.get(_key(name))

    def learn(self, names: Iterable[str]) -> Outlets:
        """The same with more outlets by these names."""
        learned = Outlets(())
        plains = sorted({plain(name) for name in names}, key=lambda name: (-len(name), name))
        learned._by_name = {_key(name): Outlet(_in_full(name, plains)) for name in plains} | self._by_name
        return learned


def plain(name: str) -> str:
    """The name without article and possessive."""
    bare = _OWNED.sub("", name.strip().strip(".,"))
    return _ARTICLE.sub("", bare) or bare


def _in_full(name: str, names: list[str]) -> str:
    """The longest name that ends in this one ("the Lantern" after "the Evening Lantern"), or itself."""
    return next((longer for longer in names if longer.endswith(f" {name}")), name)


def _key(name: str) -> str:
    return re.sub(r"[^\w/]", "", _DOMAIN.sub("", plain(name))).lower()


@cache
def table() -> Outlets:
    """The table that comes along."""
    return from_toml((files("sayso.trace") / "outlets.toml").read_text("utf-8"))


def from_file(path: Path) -> Outlets:
    """A table of the user's own, in the form of ours."""
    return from_toml(path.read_text("utf-8"))


def from_toml(text: str) -> Outlets:
    """A table of outlets from TOML."""
    rows: list[dict[str, Any]] = tomllib.loads(text)["outlet"]
    return Outlets(Outlet(r["name"], tuple(r.get("also", ())), r.get("family"), r.get("wire", False)) for r in rows)
