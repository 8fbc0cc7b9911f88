"""The words before a colon, and whose words they promise: "the mayor's letter reads as follows:"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.attribution import sources
from sayso.attribution.found import Found
from sayso.attribution.frames import VERBS, is_head
from sayso.language.words import sorted_into, words
from sayso.model import Act, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

# Whoever does these says something; whoever believes or finds out need not.
_SPOKEN_ACTS = frozenset({Act.ADVISES, Act.PROMISES, Act.ASKS, Act.DEMANDS, Act.DENIES, Act.AGREES})


def led(paragraph: Paragraph, end: int, content: Spans, found_by: str) -> Found | None:
    """The content as said by the cue that leads to it, somewhere in the paragraph before `end`; None without a cue."""
    cue = _cue(paragraph, end)
    if cue is None:
        return None
    source = _sender(cue) if cue.pos_ == "NOUN" else _sender_of_subject(cue) or sources.of_cue(cue)
    return Found(
        content=content,
        cue=(paragraph.span_of(cue),),
        source=(paragraph.between(*source),) if source else (),
        confidence=0.85,
        found_by=found_by,
    )


def _cue(paragraph: Paragraph, end: int) -> Token | None:
    """In the last sentence a message with its sender or a verb of saying, else any message; then the one before."""
    last = paragraph.token_at(end - 1)
    for sentence in reversed([s for s in paragraph.doc.sents if s.start <= last]):
        tokens = list(reversed(sentence[: last + 1 - sentence.start]))
        cue = _first(t for t in tokens if _says(t) or _is_sent(t)) or _first(t for t in tokens if _is_message(t))
        if cue is not None:
            return cue
    return None


def _sender_of_subject(verb: Token) -> sources.Range | None:
    """Whoever sent what the verb says something of: "her letter reads" is about her words."""
    sent = _first(c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and _is_sent(c))
    return _sender(sent) if sent is not None else None


def _sender(message: Token) -> sources.Range | None:
    """ "Her letter", "a letter from Maas", "Maas sent a letter"; nobody in "Maas had a letter"."""
    by = _by_whom(message)
    if by is not None:
        return sources.phrase(by, outside=message)
    owned = any(c.dep_ == "poss" for c in message.children)
    return sources.of_cue(message) if owned or message.head.lemma_.lower() in words("sending", "en_blocks") else None


def _by_whom(message: Token) -> Token | None:
    """Maas in "a letter by Maas", also where the parse hangs it elsewhere."""
    by = message.nbor() if message.i + 1 < len(message.doc) else None
    if by is None or by.lower_ not in ("by", "from"):
        by = _first(c for c in message.children if c.dep_ == "prep" and c.lower_ in ("by", "from"))
    return _first(c for c in by.children if c.dep_ == "pobj") if by is not None else None


def _first(tokens: Iterable[Token]) -> Token | None:
    return next(iter(tokens), None)


def _says(token: Token) -> bool:
    """A verb of saying, and no order to the reader ("Read more:")."""
    if not is_head(token) or token.pos_ not in VERBS:
        return False
    lemma = token.lemma_.lower()
    ordered = token.tag_ == "VB" and not any(c.dep_ in ("aux", "nsubj") for c in token.children)
    return not ordered and (lemma in words("speech") or sorted_into("acts").get(lemma) in _SPOKEN_ACTS)


def _is_message(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in words("messages", "en_blocks")


def _is_sent(token: Token) -> bool:
    """A message of somebody's: "the mayor's letter", "a message from Maas"."""
    return _is_message(token) and _sender(token) is not None
