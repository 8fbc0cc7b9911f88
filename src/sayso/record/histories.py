"""What one can ask of replies, of advice and of who knew what: nouns only, no work."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Pin, Reply
from sayso.record.answers import DocumentLine, SaidLine


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """One who was asked or accused, and what came of it, as one document tells it.

    `asked_by` are the names of whoever asked, where the document tells. `about` is what they replied to: the words that
    they deny or decline, else the title of the document. `pin` is where it is printed. `day` is the day of the reply as
    EDTF, None where the document does not tell it.
    """

    who: str
    reply: Reply
    asked_by: tuple[str, ...]
    about: str | None
    day: str | None
    document: DocumentLine
    pin: Pin
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """Advice, and what was later reported that is consistent with it. Never "caused".

    `outcome` is the later statement; where a communication followed, `outcome` is None and `event` holds its words.
    `reasons` say why the two stand side by side and what argues against it.
    """

    advice: SaidLine
    outcome: SaidLine | None
    event: Pin | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adviser:
    """How many pieces of advice by one person are in the record, and how many without anything consistent later."""

    name: str
    advised: int
    without_outcome: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All that was followed, and for each adviser how much was not."""

    followed: tuple[Followed, ...]
    advisers: tuple[Adviser, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One line of what somebody said or was told of something.

    `earliest` and `latest` bound the day, by its own date or else by the day of printing; None is an open end.
    """

    line: SaidLine
    was_told: bool
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Knew:
    """When somebody is first recorded as knowing of something.

    `recorded` is the line that puts it earliest for certain: by the end of its day they knew. `possible` is the line
    whose earliest day comes first: they may have known from then on. `lines` are all of them, the earliest first;
    `by` answers whether they knew on a day that was asked for: "yes", "perhaps" or "not recorded".
    """

    who: str | None
    recorded: Known | None
    possible: Known | None
    lines: tuple[Known, ...]
    by: str | None = None
