"""An attribution among its tokens: its cue, source and content, and the word of the cue that does the saying."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.attribution.found import Found
from sayso.attribution.frames import VERBS
from sayso.language.words import shares_of, words
from sayso.model import Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from sayso.language.analysis import Analysis, Paragraph

Ranges = tuple[tuple[int, int], ...]
_TABLE = "en_reality"
# No group of words goes on across one of these.
STOPS = frozenset('.;:!?—–"“”()[]')


@dataclass(frozen=True, slots=True)
class Scene:
    """The paragraph of a cue, and the ranges of tokens (both ends counted in) that the attribution holds there."""

    paragraph: Paragraph
    cue: tuple[int, ...]
    source: Ranges
    content: Ranges
    head: int | None

    @property
    def doc(self) -> Doc:
        """The parsed paragraph."""
        return self.paragraph.doc

    def says(self, index: int) -> bool:
        """Does the token stand in the content?"""
        return _in(index, self.content) and index not in self.cue

    def speaks(self, index: int) -> tuple[int, int] | None:
        """The range of the source that holds the token."""
        return next((one for one in self.source if one[0] <= index <= one[1]), None)


def scene_of(found: Found, analysis: Analysis) -> Scene | None:
    """The scene around the cue; without a cue, around the source, else the content."""
    anchor = (found.cue or found.source or found.content)[0]
    paragraph = analysis.paragraph_of(anchor)
    if paragraph is None or not len(paragraph.doc):
        return None
    cue = tuple(i for first, last in _ranges(paragraph, found.cue) for i in range(first, last + 1))
    source, content = _ranges(paragraph, found.source), _ranges(paragraph, found.content)
    return Scene(paragraph, cue, source, content, _head(paragraph.doc, cue))


def norm(token: Token) -> str:
    """The word in lower case, its apostrophe straight."""
    return str(token.lower_).replace("’", "'").replace("‘", "'")


def is_speech(token: Token) -> bool:
    """Is it a word of saying, by the commonest ones or by those that were counted?"""
    lemma = token.lemma_.lower()
    return lemma in words("speech") or bool(shares_of(lemma, lemma))


def _in(index: int, ranges: Ranges) -> bool:
    at = bisect_right(ranges, index, key=lambda one: one[0]) - 1
    return at >= 0 and index <= ranges[at][1]


def _ranges(paragraph: Paragraph, spans: Spans) -> Ranges:
    """The tokens of those spans that lie in the paragraph."""
    inside = sorted(span for span in spans if span.touches(paragraph.span))
    last = len(paragraph.doc) - 1
    return tuple(
        (paragraph.token_at(span.start), min(paragraph.token_at(span.end - 1), last))
        for span in inside
        if paragraph.token_at(span.start) <= last
    )


def _head(doc: Doc, cue: tuple[int, ...]) -> int | None:
    """The last verb of the cue, since what stands before it is done to it ("denied having said"); else its noun."""
    verbs = [i for i in cue if doc[i].pos_ in VERBS and doc[i].dep_ not in ("aux", "auxpass", "amod")]
    speech = [i for i in verbs if is_speech(doc[i])] or verbs
    if not speech:
        nouns = [i for i in cue if doc[i].pos_ == "NOUN"]
        auxiliaries = [i for i in cue if doc[i].pos_ == "AUX"]
        return next(iter(nouns[-1:] or auxiliaries[-1:]), None)
    wished = next((i for i in speech if _is_wish(doc, i) and speech[-1] != i), None)
    last = speech[-1]
    if doc[last].lemma_ == "know" and last > 1 and doc[last - 1].lower_ == "to" and _is_wish(doc, last - 2):
        return last - 2
    # "wants to know", "would like to see": the wish is what is expressed.
    if wished is not None and doc[last].lemma_.lower() not in words("speech"):
        return wished
    return last


def _is_wish(doc: Doc, index: int) -> bool:
    return doc[index].lemma_.lower() in words("wishes", _TABLE)
