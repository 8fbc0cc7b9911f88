"""Words that point at somebody, where they stand: what a pronoun may take up, and what tells for and against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.actors.nouns import Sort
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `key` names whom it points at; `quote` is the quotation that it stands in."""

    span: Span
    token: Token
    key: str
    sort: Sort
    sentence: int
    gender: str = ""
    quote: Span | None = None
    speaks: bool = False
    is_pronoun: bool = False
    is_name: bool = False

    @property
    def is_subject(self) -> bool:
        """Is the clause about it?"""
        return self.token.dep_ in _SUBJECTS


@dataclass(slots=True)
class Known:
    """What the text has so far told of one actor."""

    last: Mention
    count: int = 1
    subject: Mention | None = None
    voice: Mention | None = None
    name: Mention | None = None
    gender: str = ""

    def again(self, mention: Mention) -> None:
        """It is mentioned once more."""
        self.last = mention
        self.count += 1
        self.keep(mention)

    def keep(self, mention: Mention) -> None:
        """Remember it by the part that it plays in its sentence."""
        self.gender = self.gender or mention.gender
        if mention.is_subject:
            self.subject = mention
        if mention.speaks:
            self.voice = mention
        if mention.is_name:
            self.name = mention


@dataclass(slots=True)
class Discourse:
    """Whom the text has mentioned so far, the latest last."""

    known: dict[str, Known] = field(default_factory=dict)
    last_voice: str | None = None

    def add(self, mention: Mention) -> None:
        """The next mention of the text."""
        known = self.known.pop(mention.key, None)
        if known is None:
            known = Known(mention)
            known.keep(mention)
        else:
            known.again(mention)
        self.known[mention.key] = known
        if mention.speaks:
            self.last_voice = mention.key
