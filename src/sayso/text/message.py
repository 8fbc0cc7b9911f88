"""What the forms of exported messages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.model import Span

SENDER = r"(?P<sender>[^\s:\"“”][^:\n\"“”]{0,58}?)"
"""A name as an address book has it. A notice that quotes the chat's new name before a colon is nobody's message."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under one date: a message, or a notice, which has no sender."""

    stamp: Span
    day: Span
    sender: Span | None
    words: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How a program prints messages: `opening` begins the file; `entry` has groups stamp, day, sender, perhaps note.

    `trailer` begins what the program prints below the words.
    """

    opening: re.Pattern[str]
    entry: re.Pattern[str]
    medium: str | None = None
    trailer: re.Pattern[str] | None = None
    is_group: Callable[[str], bool] = lambda _: False


def form_of(entry: str, medium: str | None = None) -> Form:
    """A form whose files begin with a message."""
    return Form(re.compile(rf"\ufeff?\s*{entry}"), re.compile(rf"^{entry}", re.M), medium)
