"""The frame of a statement: the words of its sentence that are not its content, and what they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.language.words import sorted_into
from sayso.model import Channel, Span, Statement
from sayso.places import Places

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.attribution.quotes import Quotation
    from sayso.language.analysis import Analysis, Paragraph

TABLE = "en_occasions"


@cache
def listed(table: str, heading: str) -> frozenset[str]:
    """The words under one heading of one table of occasions."""
    return frozenset(word for word, under in sorted_into(table, TABLE).items() if under == heading)


@dataclass(frozen=True, slots=True)
class Frame:
    """The cue of a statement among the words around it that somebody else than its speaker wrote."""

    paragraph: Paragraph
    cue: Token
    statement: Statement
    quoted: tuple[Span, ...]
    outer: tuple[Span, ...] = ()

    def words(self) -> Iterator[Token]:
        """The words of the sentence outside of what was said, those of the cue among them.

        Of words that somebody else is quoted with, only those: how he spoke is not how they spoke of whom he tells.
        """
        outside = (token for token in self.cue.sent if self.is_outside(token))
        return (t for t in outside if not self.outer or any(s.covers(self.paragraph.span_of(t)) for s in self.outer))

    def is_outside(self, token: Token) -> bool:
        """Is the word the reporter's, not the speaker's?"""
        place = self.paragraph.span_of(token)
        return not any(span.touches(place) for span in (*self.statement.content, *self.quoted))

    def near(self) -> Iterator[Token]:
        """The words outside whose clause tells of this very saying, nearest to the cue first."""
        tied = (t for t in self.words() if not tells_aside(t, self.cue) and not _is_told(t, self.cue))
        return iter(sorted(tied, key=lambda token: abs(token.i - self.cue.i)))


def frame_of(
    analysis: Analysis, statement: Statement, quotations: Places[Quotation], outer: tuple[Span, ...] = ()
) -> Frame | None:
    """The frame around the cue, within the words that somebody else said; None for a statement without a cue."""
    head = analysis.head(statement.cue[0]) if statement.cue else None
    if head is None:
        return None
    quoted = quotations.touching(head[0].span_of(head[1].sent))
    return Frame(*head, statement, tuple(quotation.span for quotation in quoted), outer)


def tells_aside(token: Token, cue: Token) -> bool:
    """Lies a clause or apposition between the word and the cue that tells of something else?"""
    above = {t.i: t for t in (cue, *cue.ancestors)}
    for step in (token, *token.ancestors):
        if step.i in above:
            return any(t.dep_ == "relcl" for t in _below(cue, step))
        if step.dep_ in ("relcl", "acl", "appos") and step.i != cue.i:
            return True
    return False


def _is_told(token: Token, cue: Token) -> bool:
    """ "could not explain why it was mentioned in an interview": a clause under the cue is what was said."""
    steps = [token, *token.ancestors]
    at = next((i for i, step in enumerate(steps) if step.i == cue.i), 0)
    return any(step.dep_ == "ccomp" for step in steps[:at])


def _below(cue: Token, meeting: Token) -> Iterator[Token]:
    for step in (cue, *cue.ancestors):
        if step.i == meeting.i:
            return
        yield step


def channel_named(token: Token) -> Channel | None:
    """The channel of which the noun is the name, where it stands as the setting of what was said."""
    lemma = token.lemma_.lower()
    named = sorted_into("nouns", TABLE).get(lemma)
    if named is None or token.pos_ not in ("NOUN", "PROPN") or not is_setting(token):
        return None
    narrowing = listed("narrowed", lemma)
    if narrowing and not any(c.lower_ in narrowing for c in token.children):
        return None
    return Channel(named)


def is_setting(token: Token) -> bool:
    """ "in an interview", "held a rally": not "after the call", not "about the letter", not "the call was long"."""
    if token.dep_ == "pobj":
        return token.head.lower_ in listed("settings", "in")
    return token.dep_ == "dobj" and token.head.lemma_.lower() in listed("settings", "held")
