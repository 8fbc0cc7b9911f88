"""What to say when nothing fits a question: it names what was asked for, and where there is more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.errors import named
from sayso.export.phrases import counted

if TYPE_CHECKING:
    from sayso.record import Answer, Question


def nothing(question: Question, answer: Answer) -> str:
    """One or two sentences.

    >>> from sayso.record import Answer, Question
    >>> nothing(Question(by="Pellow"), Answer(0, (), {"reality": [("said", 0), ("not_said", 2)]}))
    'Nothing is recorded as said by “Pellow”. 2 statements that were not said fit: add --all to see them.'
    >>> nothing(Question(words="herring", to="Brask"), Answer(0, (), {"reality": []}))
    'Nobody is recorded as having said that to “Brask”.'
    """
    return " ".join([f"{_nothing_said(question)}.", *_what_else(answer)])


def _nothing_said(question: Question) -> str:
    limits = "".join(f" {limit}" for limit in _limits(question))
    if question.unsure:
        return f"Nothing{' that fits' if limits or question.words or question.by else ''} needs you"
    by = f"“{named(question.by)}”" if question.by else None
    if question.reality is None:
        return f"Nothing{' with these words' if question.words else ''} is recorded{f' of {by}' if by else ''}{limits}"
    if question.words:
        return f"{f'{by} is not' if by else 'Nobody is'} recorded as having said that{limits}"
    return f"Nothing is recorded as said{f' by {by}' if by else ''}{limits}"


def _limits(question: Question) -> Iterator[str]:
    if question.to:
        yield f"to “{named(question.to)}”"
    if question.about:
        yield f"about “{named(question.about)}”"
    if question.channel:
        yield f"(channel: {question.channel})"
    if question.since:
        yield f"since {question.since}"
    if question.until:
        yield f"until {question.until}"


def _what_else(answer: Answer) -> Iterator[str]:
    others = sum(count for _, count in answer.facets.get("reality", ()))
    if others:
        fit = "was not said fits: add --all to see it." if others == 1 else "were not said fit: add --all to see them."
        yield f"{counted(others, 'statement')} that {fit}"


NO_REPLIES = "Nobody in the record was asked or accused, as far as its documents tell."
NO_OUTCOMES = "Nothing in the record is consistent with advice given earlier in it."
NOTHING_KNOWN = "Nothing in the record was said of that. Try fewer words, or leave --who out."
