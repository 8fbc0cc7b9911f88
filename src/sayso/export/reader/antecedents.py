"""Who “he” is: the words that name whoever a pronoun or a description points at."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from dataclasses import dataclass

from sayso.export.phrases import number
from sayso.model import Actor, Reading, Span, Statement

_AROUND = 48
"""Characters of the text on each side of the naming words, for whoever hovers."""
_NEAR_CUE = 60
"""An addressee is printed within so many characters of the cue, or not in it at all."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """`words` as printed mean `name`, because of the words at `span`, which name them; `context` is around those."""

    words: str
    name: str
    span: Span
    naming: str
    context: str
    where: str


class Antecedents:
    """Finds them in one reading; what names an actor is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._actors = {actor.id: actor for actor in reading.actors}
        self._naming: dict[str, list[Span]] = {}
        self._mentions: dict[str, list[Span]] = {}

    def of(self, statement: Statement) -> tuple[Antecedent, ...]:
        """Whom its source and its addressees mean, where the words there do not name them."""
        pointing = [(statement.speaker, statement.source[0])] if statement.source else []
        pointing += [(id, place) for id in statement.addressees if (place := self._addressed(statement, id))]
        found = (self._antecedent(self._actors.get(id or ""), place) for id, place in pointing)
        return tuple(one for one in found if one)

    def _antecedent(self, actor: Actor | None, pointing: Span) -> Antecedent | None:
        if actor is None or names(actor, pointing.of(self._text)):
            return None
        naming = self._naming_of(actor)
        if not naming:
            return None
        before = bisect(naming, pointing)
        span = naming[max(before - 1, 0)]
        words, context = span.of(self._text), _context(self._text, span)
        where = _where(self._text, span, pointing)
        return Antecedent(pointing.of(self._text), actor.name, span, words, context, where)

    def _naming_of(self, actor: Actor) -> list[Span]:
        if actor.id not in self._naming:
            self._naming[actor.id] = sorted(m for m in actor.mentions if names(actor, m.of(self._text)))
        return self._naming[actor.id]

    def _addressed(self, statement: Statement, id: str) -> Span | None:
        """The mention beside the cue that an addressee was found at."""
        if not statement.cue or id not in self._actors:
            return None
        end = statement.cue[0].end
        mentions = self._mentions.setdefault(id, sorted(self._actors[id].mentions))
        after = bisect(mentions, Span(end, end))
        near = after < len(mentions) and mentions[after].start - end <= _NEAR_CUE
        return mentions[after] if near else None


def names(actor: Actor, words: str) -> bool:
    """Do these words hold a part of the actor's own name?"""
    own = _parts(actor.name)
    return any(part in own for part in _parts(words) if part[:1].isupper() or not part.isascii())


def _parts(words: str) -> list[str]:
    composed = unicodedata.normalize("NFC", words)
    return [part.removesuffix("’s").removesuffix("'s") for part in re.findall(r"[^\W_][\w’'-]*", composed)]


def _context(text: str, span: Span) -> str:
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    start = "…" + before.partition(" ")[2] if len(before) == _AROUND else before
    end = after.rpartition(" ")[0] + "…" if len(after) == _AROUND else after
    return f"{start}{span.of(text)}{end}".strip()


def _where(text: str, span: Span, pointing: Span) -> str:
    """How far off the naming words stand.

    >>> _where("Ann came. She spoke.", Span(0, 3), Span(10, 13))
    'in the same paragraph'
    """
    if span.start > pointing.start:
        return "further on"
    between = len([line for line in text[span.end : pointing.start].split("\n") if line.strip()]) - 1
    if "\n" not in text[span.end : pointing.start]:
        return "in the same paragraph"
    return "in the paragraph before" if between <= 1 else f"{number(between)} paragraphs before"
