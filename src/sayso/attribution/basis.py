"""How the speaker knows: was there, has seen a document, was told."""

from __future__ import annotations

import re
from functools import cache

from sayso.attribution.scene import Scene, norm
from sayso.language.words import sorted_into, words
from sayso.model import Basis

# So many words around the cue and the source, and of the content, are looked at.
REACH = 60
# So many words right behind source and cue still describe them ("reviewed by the Post").
AFTER = 8


def basis_of(scene: Scene) -> Basis:
    """What the words of the source, the cue and the content say on it; mostly nothing."""
    frame = _frame(scene)
    if _patterns("basis_in_source")["document"].search(_head_of_source(scene)):
        return Basis.DOCUMENT
    by_frame = _first_of("basis_in_frame", frame)
    return by_frame or _first_of("basis_in_content", _opening(scene)) or Basis.NOT_STATED


def _first_of(table: str, words: str) -> Basis | None:
    return next((Basis(heading) for heading, pattern in _patterns(table).items() if pattern.search(words)), None)


@cache
def _patterns(table: str) -> dict[str, re.Pattern[str]]:
    headings: dict[str, list[str]] = {}
    for phrase, heading in sorted_into(table).items():
        headings.setdefault(heading, []).append(phrase)
    return {heading: re.compile(rf"\b(?:{'|'.join(listed)})\b") for heading, listed in headings.items()}


def _head_of_source(scene: Scene) -> str:
    """The source up to whatever describes it: "a transcript", but not "an aide with a transcript"."""
    shown = [norm(scene.doc[i]) for first, last in scene.source for i in range(first, min(last, first + REACH) + 1)]
    ends = (n for n, word in enumerate(shown) if n and word in words("describing"))
    return " ".join(shown[: next(ends, len(shown))])


def _frame(scene: Scene) -> str:
    """Source and cue with what stands between and right after them, content left out."""
    places = [*scene.cue, *(i for first, last in scene.source for i in (first, last))]
    if not places:
        return ""
    first, last = min(places), min(max(places) + AFTER, min(places) + REACH, len(scene.doc) - 1)
    return " ".join(norm(scene.doc[i]) for i in range(first, last + 1) if not scene.says(i))


def _opening(scene: Scene) -> str:
    """The first words of the content, where the speaker may say how they know."""
    shown: list[str] = []
    for first, last in scene.content:
        shown += [norm(scene.doc[i]) for i in range(first, min(last + 1, first + REACH))]
    return " ".join(shown[:REACH])
