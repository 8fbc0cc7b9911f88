"""The English words of time, read from TOML once, and the pieces of patterns made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

_TABLES = tomllib.loads(files("sayso.times").joinpath("en.toml").read_text(encoding="utf-8"))

MONTHS: dict[str, int] = _TABLES["months"]
WEEKDAYS: dict[str, int] = _TABLES["weekdays"]
PARTS: dict[str, str] = _TABLES["parts"]
SEASONS: dict[str, str] = _TABLES["seasons"]
NUMBERS: dict[str, int] = _TABLES["numbers"]
TENS: dict[str, int] = _TABLES["tens"]
ORDINALS: dict[str, int] = _TABLES["ordinals"]
UNITS: dict[str, str] = _TABLES["units"]
ZONES: dict[str, int] = _TABLES["zones"]
HOLIDAYS: dict[str, str] = {name.lower(): day for name, day in _TABLES["holidays"].items()}
VAGUE: dict[str, str] = {words: value for value, listed in _TABLES["vague"].items() for words in listed}
AHEAD = frozenset(_TABLES["tense"]["ahead"])
BEHIND = frozenset(_TABLES["tense"]["behind"])


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first, any space between their parts."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in longest)


def _or_short(names: Iterable[str]) -> str:
    """Names and their abbreviations: only the stop of an abbreviation belongs to it."""
    listed = list(names)
    short = [name for name in listed if any(other != name and other.startswith(name) for other in listed)]
    return rf"(?:{any_of(set(listed) - set(short))})\b|(?:{any_of(short)})\b\.?"


MONTH = rf"(?P<month>{_or_short(MONTHS)})"
WEEKDAY = rf"(?P<weekday>{_or_short(WEEKDAYS)})"
PART = rf"(?P<part>{any_of(PARTS)})\b"
UNIT = rf"(?P<unit>{any_of(UNITS)}|centurie|millennia)"
ORDINAL = any_of(ORDINALS)
DAY = rf"(?P<day>[0-3]?\d(?:st|nd|rd|th)?|{ORDINAL})\b"
YEAR = r"(?P<year>[12]\d{3})\b"
ZONE = rf"(?P<zone>{any_of(ZONES)})\b"
