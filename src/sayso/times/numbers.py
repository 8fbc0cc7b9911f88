"""Number words → numbers: "twenty-five", "a couple of", "2 1/2"; a vague one is an X, as TIMEX3 has it."""

from __future__ import annotations

import re

from sayso.times.vocabulary import NUMBERS, ORDINALS, TENS, any_of

_ONES = any_of(word for word, number in NUMBERS.items() if 0 < number < 10)
_BELOW_HUNDRED = rf"(?:{any_of(TENS)})(?:[-\s](?:{_ONES})\b)?|{any_of(NUMBERS)}"
_VAGUE = r"few|several|some|many|dozens\s+of|hundreds\s+of|thousands\s+of|scores\s+of"
_MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}

NUMBER = (
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,3})?(?:[-\s]+\d/\d|\s?½)?"
    rf"|(?:{_BELOW_HUNDRED})(?:\s+(?:hundred|thousand))?\b(?:[-\s]+and[-\s]+a[-\s]+half\b)?"
    rf"|(?:a\s+)?(?:(?:good\s+)?few|couple(?:\s+of)?|dozen|hundred|thousand)\b|half(?:\s+an?|-an?|\b)|(?:{_VAGUE})\b|an?\b)"
)
SPELLED_YEAR = (
    rf"(?P<century>nineteen|twenty)[-\s](?P<rest>(?:{any_of(TENS)})(?:[-\s](?:{_ONES}))?|{any_of(NUMBERS)})\b"
)
# The words that a number begins with.
NUMBER_STARTS = (
    *NUMBERS, *TENS, "0", "a", "an", "few", "several", "some", "many", "dozens", "hundreds", "thousands",
    "hundred", "thousand", "scores", "couple", "dozen", "half",
)  # fmt: skip


def number_of(printed: str) -> float | None:
    """The number that the words say; None where they leave it open.

    >>> number_of("twenty-five"), number_of("2 1/2"), number_of("a couple of"), number_of("several")
    (25.0, 2.5, 2.0, None)
    """
    words = re.split(r"[-\s]+", printed.lower())
    if words[0][:1].isdecimal():
        return _figures(words)
    if "couple" in words:
        return 2.0
    if any(word in ("few", "several", "some", "many", "of") for word in words):
        return None
    return _spelled(words)


def _figures(words: list[str]) -> float:
    half = words[0].endswith("½") or words[-1] == "½"
    number = float(words[0].rstrip("½").replace(",", "") or 0) + 0.5 * half
    if len(words) > 1 and "/" in words[-1]:
        above, below = words[-1].split("/")
        number += int(above) / (int(below) or 1)
    return number


def _spelled(words: list[str]) -> float:
    if words[0] == "half":
        return 0.5
    number = float(sum(NUMBERS.get(word, 0) + TENS.get(word, 0) for word in words))
    for word in words:
        number = (number or 1) * _MULTIPLES.get(word, 1)
    if words[-1] == "half":
        number += 0.5
    return number or 1.0


def spelled_year(century: str, rest: str) -> int | None:
    """The year of "nineteen ninety-six", as broadcasters write it; "nineteen six" is none.

    >>> spelled_year("nineteen", "ninety-six")
    1996
    """
    within = number_of(rest) or 0
    return int((number_of(century) or 0) * 100 + within) if within >= 10 else None


def ordinal_of(printed: str) -> int:
    """The number of "14th", "14" or "fourteenth"."""
    figures = re.match(r"\d+", printed)
    return int(figures[0]) if figures else ORDINALS[re.sub(r"\s+", "-", printed.lower())]
