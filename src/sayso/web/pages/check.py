"""Check: does a story, or an AI's answer, quote what somebody really said?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from sayso.check import Checked, Examined, Form, Retold, examine
from sayso.export.phrases import at_time, capital, counted_in_words, joined, number
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
    time: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation or claim of the story with its verdict; `words` has what was changed marked."""

    number: int
    checked: Checked
    words: Markup
    original: Original | None


@dataclass(frozen=True, slots=True)
class InOtherWords:
    """One claim of the story that has no verdict, and the sentence of the record that is nearest to it."""

    number: int
    retold: Retold
    nearest: Original | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the story, the verdicts on what is quoted in it, and its claims in other words."""

    html: Markup
    quotes: tuple[Quoted, ...]
    in_other_words: tuple[InOtherWords, ...]


@dataclass(frozen=True, slots=True)
class CheckPage(Page):
    """A story with its quotations and claims marked, and the verdict on each."""

    template: ClassVar[str] = "check.html"
    nav: ClassVar[str] = "check"
    text: str
    sentence: str
    examined: Examined
    paragraphs: tuple[Passage, ...]
    nothing_read: bool

    @property
    def title(self) -> str:
        return "Check"

    def as_json(self) -> Any:
        """The contract of DESIGN, `check --json`."""
        return self.examined.as_json()

    @property
    def found_something(self) -> bool:
        """Is anybody quoted, or said to have said anything?"""
        return bool(self.examined.quotes or self.examined.in_other_words)


def check_page(site: Site, text: str) -> CheckPage:
    """The verdicts on a story; the empty page for an empty one."""
    story = text.replace("\r\n", "\n")
    found = examine(story, site.record) if story.strip() else Examined((), ())
    numbers = {span: at for at, span in enumerate(sorted(one.span for one in _all(found)), start=1)}
    quotes = tuple(_quoted(site, story, numbers[one.span], one) for one in found.quotes)
    retold = tuple(InOtherWords(numbers[one.span], one, _nearest(site, one)) for one in found.in_other_words)
    return CheckPage(
        text=story,
        sentence=_sentence(found),
        examined=found,
        paragraphs=tuple(_passages(story, quotes, retold)),
        nothing_read=not site.record.summary().documents,
    )


def _all(found: Examined) -> tuple[Checked | Retold, ...]:
    return (*found.quotes, *found.in_other_words)


def _sentence(found: Examined) -> str:
    judged = _judged(found.quotes)
    if not found.in_other_words:
        return judged or "Nobody is quoted here, or said to have said anything."
    retold = counted_in_words(len(found.in_other_words), "claim")
    return f"{judged} {capital(retold)} in other words than the record’s.".lstrip()


def _judged(found: Sequence[Checked]) -> str:
    """The verdicts in one sentence; nothing where there are none."""
    counts = Counter(one.verdict for one in found)
    forms = Counter(one.form for one in found)
    what = joined([counted_in_words(forms[form], form.value) for form in Form if forms[form]])
    if set(counts) == {Verdict.VERBATIM}:
        one = f"The one {found[0].form} stands as printed."
        return f"All {what} stand as printed." if len(found) > 1 else one
    parts = [_count(counts[verdict], *words) for verdict, words in _WORDS.items() if counts[verdict]]
    return f"{capital(what)}: {joined(parts)}." if parts else ""


def _count(count: int, one: str, many: str, what: str) -> str:
    return f"{number(count)} {one if count == 1 else many} {what}"


def _passages(story: str, quotes: tuple[Quoted, ...], retold: tuple[InOtherWords, ...]) -> Iterator[Passage]:
    places = paragraphs(story)
    quoted_marks = [mark for quoted in quotes for mark in (_quotation(quoted), *_changes(story, quoted.checked))]
    marks = [*quoted_marks, *(_mark(one.retold.span, "retold", one.number, "Claim") for one in retold)]
    for place, share in zip(places, shared_out(marks, places), strict=True):
        here = tuple(quoted for quoted in quotes if place.start <= quoted.checked.span.start < place.end)
        others = tuple(one for one in retold if place.start <= one.retold.span.start < place.end)
        yield Passage(marked(story, place, share), here, others)


def _quotation(quoted: Quoted) -> Mark:
    one = quoted.checked
    return _mark(one.span, one.verdict, quoted.number, capital(one.form))


def _mark(span: Span, sort: str, number: int, what: str) -> Mark:
    tail = Markup('<a class="num" href="#v{0}" aria-label="{1} {0}">{0}</a>').format(number, what)
    return Mark(span, f"quote {sort}", id=f"q{number}", tail=tail)


def _changes(story: str, one: Checked) -> list[Mark]:
    """The words of the story that the record has otherwise."""
    return _places(one.span.of(story), [difference.printed for difference in one.differences], one.span.start)


def _quoted(site: Site, story: str, place: int, one: Checked) -> Quoted:
    words = one.span.of(story)
    changed = _places(words, [difference.printed for difference in one.differences])
    original = _original(site, one.pin, [difference.original for difference in one.differences]) if one.pin else None
    return Quoted(place, one, marked(words, Span(0, len(words)), changed), original)


def _nearest(site: Site, one: Retold) -> Original | None:
    return _original(site, one.nearest, []) if one.nearest else None


def _original(site: Site, pin: Pin, parts: list[str]) -> Original:
    """A pin as the page shows it, the parts of its words marked that the story has otherwise."""
    line = site.record.document_line(pin.document)
    changed = _places(pin.words, parts)
    address = f"/documents/{pin.document}?mark={pin.span.start}-{pin.span.end}#here"
    time = at_time(site.record.seconds(pin.document, pin.span.start))
    return Original(pin, line, marked(pin.words, Span(0, len(pin.words)), changed), address, time)


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
