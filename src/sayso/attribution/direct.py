"""Quotations that the parse ties to no cue: look around the marks, or let the last speaker go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.attribution import leads, sources
from sayso.attribution.found import Found
from sayso.attribution.frames import VERBS, is_head
from sayso.attribution.quotes import Quotation
from sayso.language.words import words
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

# How many words a cue may stand away from the marks.
REACH_AFTER = 14
REACH_BEFORE = 30
# Fewer words without a cue are a title, a nickname or scare quotes.
SPEECH_WORDS = 4
# A name with its title or apposition is no longer.
NAME_WORDS = 12


def beside_marks(paragraph: Paragraph, quotation: Quotation, others: tuple[Quotation, ...]) -> Found | None:
    """The quotation with a cue that stands right after or before its marks: "…," X said; X said: "…"."""
    cue = _after(paragraph, quotation, others) or _before(paragraph, quotation, others)
    if cue is None or _is_mention(paragraph, quotation):
        return None
    source = sources.of_cue(cue) or _outside(paragraph, sources.beside(cue), quotation)
    return Found(
        content=(quotation.span,),
        cue=(paragraph.span_of(cue),),
        source=(paragraph.between(*source),) if source else (),
        confidence=0.9 if source else 0.6,
        found_by="quotation marks",
        reasons=() if source else ("nobody is named beside the quotation",),
    )


def alone(quotation: Quotation, text: str, *, after_speech: bool) -> Found | None:
    """A quotation without a cue: the last speaker goes on, or nobody is named."""
    if len(quotation.inner.of(text).split()) < SPEECH_WORDS:
        return None
    if not (quotation.inner.of(text).lstrip()[:1].isupper() or quotation.continues):
        return None
    return Found(
        content=(quotation.span,),
        confidence=0.58 if after_speech else 0.4,
        found_by="quotation marks",
        reasons=("no cue: goes on from the words before",) if after_speech else ("no cue, and nobody is named",),
        goes_on=after_speech,
    )


def inverted(paragraph: Paragraph, found: Found, quotations: tuple[Quotation, ...]) -> Found:
    """ "“A,” said NAME, ROLE, “B.”": after marks and verb comes the speaker, whatever the parse made of it."""
    cue = paragraph.doc[paragraph.token_at(found.cue[0].start)]
    before = next((q for q in quotations if q.span.end <= found.cue[0].start <= q.span.end + 1), None)
    if before is None or not _speaks(cue) or cue.i + 1 >= len(cue.doc):
        return found
    ends = paragraph.token_at(_next_opening(before, quotations, paragraph.span.end))
    source = _named_from(cue, min(ends, cue.sent.end))
    if source is None:
        return found
    place = paragraph.between(*source)
    rightly = found.source and not any(before.span.touches(s) for s in found.source)
    if rightly and not any(place.touches(span) for span in found.content):
        return found
    kept = tuple(q.span for q in quotations if any(q.span.touches(span) for span in found.content))
    return replace(found, content=kept or (before.span,), source=(place,), confidence=max(found.confidence, 0.85))


def _named_from(cue: Token, end: int) -> sources.Range | None:
    """The noun phrase that follows the cue, with its apposition, up to `end`."""
    first = cue.i + 1
    if first >= end or cue.doc[first].pos_ not in ("PROPN", "DET", "NOUN", "PRON", "ADJ"):
        return None
    last = first
    while (
        last + 1 < end and last - first < NAME_WORDS and cue.doc[last + 1].pos_ not in ("VERB", "AUX", "ADP", "SCONJ")
    ):
        last += 1
    while last > first and cue.doc[last].is_punct:
        last -= 1
    return first, last


def _is_mention(paragraph: Paragraph, quotation: Quotation) -> bool:
    """A word or two without comma or stop, not led by a mark: spoken of and not spoken ("a “not” is gone")."""
    opens, closes = paragraph.token_at(quotation.span.start), paragraph.token_at(quotation.inner.end)
    inner = paragraph.doc[opens + 1 : closes]
    led = opens > 0 and paragraph.doc[opens - 1].text in (",", ":")
    return len(inner) < SPEECH_WORDS - 1 and not led and not any(token.is_punct for token in inner)


def _after(paragraph: Paragraph, quotation: Quotation, others: tuple[Quotation, ...]) -> Token | None:
    ends = quotation.inner.end - paragraph.start - 1
    # A full stop inside the marks ends the sentence: what follows is another one.
    if paragraph.doc.text[ends] == "." and not paragraph.doc.text[ends - 1].isupper():
        return None
    first = paragraph.token_at(quotation.span.end)
    limit = min(first + REACH_AFTER, paragraph.token_at(_next_opening(quotation, others, paragraph.span.end)))
    for token in paragraph.doc[first:limit]:
        if token.text in (".", ";", "!", "?", ":"):
            return None
        if _speaks(token):
            return token
    return None


def _before(paragraph: Paragraph, quotation: Quotation, others: tuple[Quotation, ...]) -> Token | None:
    opens = paragraph.token_at(quotation.span.start)
    first = max(opens - REACH_BEFORE, paragraph.token_at(_last_closing(quotation, others, paragraph.start)), 0)
    led = opens > 0 and paragraph.doc[opens - 1].text in (":", ",")
    for i in range(opens - 1, first - 1, -1):
        token = paragraph.doc[i]
        if token.text in (".", ";", "!", "?") or (token.text == ":" and i != opens - 1):
            return None
        if _speaks(token) and (led or i >= opens - 3):
            return token
    return None


def _speaks(token: Token) -> bool:
    return is_head(token) and token.pos_ in VERBS and token.lemma_.lower() in words("speech")


def _next_opening(quotation: Quotation, others: tuple[Quotation, ...], end: int) -> int:
    return min((q.span.start for q in others if q.span.start >= quotation.span.end), default=end)


def _last_closing(quotation: Quotation, others: tuple[Quotation, ...], start: int) -> int:
    return max((q.span.end for q in others if q.span.end <= quotation.span.start), default=start)


def _outside(paragraph: Paragraph, source: sources.Range | None, quotation: Quotation) -> sources.Range | None:
    """The source, unless it stands inside the quotation."""
    return source if source and not quotation.span.touches(paragraph.between(*source)) else None


def led_by(before: Paragraph, quotation: Quotation) -> Found | None:
    """A quotation that opens a paragraph, led by a cue and a colon at the end of the paragraph before."""
    if not before.doc.text.rstrip().endswith(":"):
        return None
    return leads.led(before, before.span.end, (quotation.span,), "quotation marks")


def led_within(paragraph: Paragraph, quotation: Quotation) -> Found | None:
    """A quotation of several paragraphs, led by a cue and a colon in its first one."""
    before = paragraph.doc.text[: quotation.span.start - paragraph.start].rstrip()
    if not before.endswith(":"):
        return None
    return leads.led(paragraph, paragraph.start + len(before), (quotation.span,), "quotation marks")


def joined(first: Found, more: Span) -> Found:
    """The statement with one more piece of content at its end."""
    return replace(first, content=tuple(sorted({*first.content, more})))
