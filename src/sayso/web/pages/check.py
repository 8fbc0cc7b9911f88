"""Check: does a story, or an AI's answer, quote what somebody really said?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from sayso.check import Checked, check
from sayso.export.phrases import capital, counted_in_words, joined, number
from sayso.export.reader.marks import Mark, marked, shared_out
from sayso.model import Pin, Span, Verdict
from sayso.paragraphs import paragraphs
from sayso.record import DocumentLine
from sayso.web.page import Page
from sayso.web.site import Site

_WORDS = {
    Verdict.VERBATIM: ("stands", "stand", "as printed"),
    Verdict.TYPOGRAPHIC: ("differs", "differ", "in typography only"),
    Verdict.ALTERED: ("is", "are", "altered"),
    Verdict.OTHER_SPEAKER: ("is", "are", "somebody else’s words"),
    Verdict.ABSENT: ("is", "are", "not in the record"),
}


@dataclass(frozen=True, slots=True)
class Original:
    """The pinned words and where they stand."""

    pin: Pin
    document: DocumentLine
    words: Markup
    address: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation of the story with its verdict; `words` has what was changed marked."""

    number: int
    checked: Checked
    words: Markup
    original: Original | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the story, and the verdicts on what is quoted in it."""

    html: Markup
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class CheckPage(Page):
    """A story with its quotations marked, and the verdict on each."""

    template: ClassVar[str] = "check.html"
    nav: ClassVar[str] = "check"
    text: str
    sentence: str
    paragraphs: tuple[Passage, ...]
    quotes: tuple[Quoted, ...]
    nothing_read: bool

    @property
    def title(self) -> str:
        return "Check"

    def as_json(self) -> Any:
        """The contract of DESIGN, `check --json`."""
        return {"quotes": [quoted.checked.as_json() for quoted in self.quotes]}


def check_page(site: Site, text: str) -> CheckPage:
    """The verdicts on a story; the empty page for an empty one."""
    story = text.replace("\r\n", "\n")
    found = check(story, site.record) if story.strip() else []
    quotes = tuple(_quoted(site, story, place, one) for place, one in enumerate(found, start=1))
    return CheckPage(
        text=story,
        sentence=_sentence(found),
        paragraphs=tuple(_passages(story, quotes)),
        quotes=quotes,
        nothing_read=not site.record.summary().documents,
    )


def _sentence(found: list[Checked]) -> str:
    if not found:
        return "This story quotes nobody."
    counts = Counter(one.verdict for one in found)
    if set(counts) == {Verdict.VERBATIM}:
        return f"All {counted_in_words(len(found), 'quotation')} stand as printed." if len(found) > 1 else _ONE
    parts = [_count(counts[verdict], *words) for verdict, words in _WORDS.items() if counts[verdict]]
    return f"{capital(counted_in_words(len(found), 'quotation'))}: {joined(parts)}."


_ONE = "The one quotation stands as printed."


def _count(count: int, one: str, many: str, what: str) -> str:
    return f"{number(count)} {one if count == 1 else many} {what}"


def _passages(story: str, quotes: tuple[Quoted, ...]) -> Iterator[Passage]:
    places = paragraphs(story)
    marks = [mark for quoted in quotes for mark in (_quotation(quoted), *_changes(story, quoted.checked))]
    for place, share in zip(places, shared_out(marks, places), strict=True):
        here = tuple(quoted for quoted in quotes if place.start <= quoted.checked.span.start < place.end)
        yield Passage(marked(story, place, share), here)


def _quotation(quoted: Quoted) -> Mark:
    number = Markup('<a class="num" href="#v{0}" aria-label="Quotation {0}">{0}</a>').format(quoted.number)
    return Mark(quoted.checked.span, f"quote {quoted.checked.verdict}", id=f"q{quoted.number}", tail=number)


def _changes(story: str, one: Checked) -> list[Mark]:
    """The words of the story that the record has otherwise."""
    return _places(one.span.of(story), [difference.printed for difference in one.differences], one.span.start)


def _quoted(site: Site, story: str, place: int, one: Checked) -> Quoted:
    words = one.span.of(story)
    changed = _places(words, [difference.printed for difference in one.differences])
    return Quoted(place, one, marked(words, Span(0, len(words)), changed), _original(site, one))


def _original(site: Site, one: Checked) -> Original | None:
    if one.pin is None:
        return None
    pin = one.pin
    line = site.record.document_line(pin.document)
    changed = _places(pin.words, [difference.original for difference in one.differences])
    address = f"/documents/{pin.document}?mark={pin.span.start}-{pin.span.end}#here"
    return Original(pin, line, marked(pin.words, Span(0, len(pin.words)), changed), address)


def _places(words: str, parts: list[str], start: int = 0) -> list[Mark]:
    """Where parts stand in words, one after the other; `start` is the place of the words."""
    found: list[Mark] = []
    at = 0
    for part in parts:
        here = words.find(part, at) if part else -1
        if here >= 0:
            at = here + len(part)
            found.append(Mark(Span(start + here, start + at), "hit", rank=1))
    return found
