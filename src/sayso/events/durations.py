"""How long something took, as documents say it: "a five-minute call", "two hours", "PT5M"."""

from __future__ import annotations

import re

_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    for word in words.split()
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
_UNITS = {"second": 1 / 60, "minute": 1.0, "min": 1.0, "hour": 60.0, "day": 1440.0}
_ISO = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?")
_WORDS = re.compile(r"([a-z]+(?:-five)?|\d+(?:\.\d+)?)(?:\s+|-)(second|minute|min|hour|day)s?\b")


def minutes(words: str) -> float | None:
    """How many minutes; None where that cannot be told.

    >>> minutes("PT5M"), minutes("a five-minute call"), minutes("half an hour"), minutes("two and a half hours")
    (5.0, 5.0, 30.0, 150.0)
    >>> minutes("at length") is None
    True
    """
    iso = _ISO.fullmatch(words.strip())
    if iso and any(iso.groups()):
        days, hours, mins = (int(part or 0) for part in iso.groups())
        return float(days * 1440 + hours * 60 + mins)
    plain = re.sub(r"\bhalf (?:an|a)\b", "0.5", words.lower())
    plain = re.sub(r"\b(\w+) and 0?\.?(?:5|a half)\b", _and_a_half, plain)
    found = [(_number(number), _UNITS[unit]) for number, unit in _WORDS.findall(plain)]
    known = [number * unit for number, unit in found if number is not None]
    return sum(known) if known else None


def _and_a_half(found: re.Match[str]) -> str:
    number = _number(found[1])
    return found[0] if number is None else str(number + 0.5)


def _number(word: str) -> float | None:
    return float(word) if word[0].isdigit() else _NUMBERS.get(word)
