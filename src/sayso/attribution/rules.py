"""The rule path: quotation marks and syntax, put together paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution import direct, syntax
from sayso.attribution.apart import with_passages
from sayso.attribution.assess import assessed
from sayso.attribution.found import Found
from sayso.attribution.quotes import Quotation, pair
from sayso.attribution.titles import is_title
from sayso.language.analysis import Analysis, Paragraph
from sayso.language.words import words
from sayso.model import Span, Spans
from sayso.places import Places

# Below this it is right less than one time in three: noise to whoever has to look through it.
SURE_AT_LEAST = 0.3
# A paragraph that leads to a quotation, or is gone on from, holds no more attributions.
RECENT = 50
_PUNCTUATION = ".,:;!?“”\"'’‘()—–-"


class Rules:
    """Finds what quotation marks, the parse and the lexicon of cues show."""

    name = "rules"

    def extract(self, analysis: Analysis) -> list[Found]:
        """Every attribution of the document in the order of the text."""
        quotations = _quotations(analysis)
        parsed = [_parsed(analysis.text, p, _within(p.span, quotations)) for p in analysis.paragraphs]
        return _completed(analysis, quotations, parsed)


def _quotations(analysis: Analysis) -> tuple[Quotation, ...]:
    return pair(analysis.text, tuple(p.span for p in analysis.paragraphs), over_paragraphs=True)


def _parsed(text: str, paragraph: Paragraph, quotations: tuple[Quotation, ...]) -> list[Found]:
    found = (snapped(text, one, quotations) for one in syntax.attributions(paragraph, quotations))
    return [direct.inverted(paragraph, one, quotations) for one in found]


def completed(analysis: Analysis, found: Sequence[Found]) -> list[Found]:
    """What another extractor found, its content ended at quotation marks, and the quotations that it left out."""
    quotations = _quotations(analysis)
    starts = [paragraph.start for paragraph in analysis.paragraphs]
    placed: list[list[Found]] = [[] for _ in starts]
    near = Places(quotations, lambda quotation: quotation.span)
    for one in found:
        placed[max(bisect_right(starts, one.cue[0].start) - 1, 0)].append(
            snapped(analysis.text, one, tuple(q for span in one.content for q in near.touching(span)))
        )
    return _completed(analysis, quotations, placed)


def _completed(analysis: Analysis, quotations: tuple[Quotation, ...], placed: Sequence[Sequence[Found]]) -> list[Found]:
    """Every paragraph's attributions with those of the quotations that none of them owns, in the order of the text."""
    found: list[Found] = []
    before: Paragraph | None = None
    last: Quotation | None = None
    for paragraph, own in zip(analysis.paragraphs, placed, strict=True):
        inside = _within(paragraph.span, quotations)
        if last is not None and inside and inside[0].continues:
            own = [*own, *_taken_up(found, last, inside[0], own)]
        found.extend(_in_paragraph(analysis.text, paragraph, before, inside, own, found))
        before, last = paragraph, inside[-1] if inside else None
    found = with_passages(analysis, found)
    return [assessed(one, analysis) for one in sorted(found, key=lambda f: (f.place, f.start))]


def _taken_up(found: list[Found], last: Quotation, first: Quotation, own: Sequence[Found]) -> list[Found]:
    """The attribution of the paragraph before, taken back and given the quotation that goes on from it."""
    if any(_owns(one, first) for one in own):
        return []
    owner = next((i for i in _latest(found) if _owns(found[i], last)), None)
    return [direct.joined(found.pop(owner), first.span)] if owner is not None else []


def _says_something(text: str, found: Found) -> bool:
    """Some word of the content carries sense, the content is not just the source over again, and it may be speech."""
    if found.confidence < SURE_AT_LEAST or any(cue.of(text).lower() in words("scare") for cue in found.cue):
        return False
    said = [word for span in found.content for word in span.of(text).lower().split()]
    if all(word.strip(_PUNCTUATION) in words("empty") for word in said):
        return False
    return not any(source.covers(span) for source in found.source for span in found.content)


def _within(place: Span, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    first = bisect_left(quotations, place.start, key=lambda q: q.span.start)
    last = bisect_left(quotations, place.end, key=lambda q: q.span.start)
    return quotations[first:last]


def _in_paragraph(
    text: str,
    paragraph: Paragraph,
    before: Paragraph | None,
    quotations: tuple[Quotation, ...],
    own: Sequence[Found],
    earlier: list[Found],
) -> list[Found]:
    """The paragraph's own attributions; one of `earlier` may be given the quotation that it leads to."""
    found = _without_doubles([f for f in own if _says_something(text, f)])
    for number, quotation in enumerate(quotations):
        opens = quotation.span.start == paragraph.start
        led = (earlier[i] for i in _latest(earlier)) if opens else ()
        if any(_owns(f, quotation) for f in (*found, *led)):
            continue
        if one := direct.beside_marks(paragraph, quotation, quotations):
            _add_or_join(found, one)
        elif opens and before is not None and (one := direct.led_by(before, quotation)):
            found.append(_taken_with_lead(earlier, one))
        elif quotation.goes_on and (one := direct.led_within(paragraph, quotation)):
            _add_or_join(found, one)
        elif (last := _quoted_before(found, quotations[:number])) is not None and _is_sentence(text, quotation):
            found[last] = direct.joined(found[last], quotation.span)
        elif one := direct.alone(quotation, text, after_speech=_floor_is_held(text, quotation, found, earlier, opens)):
            found.append(one)
    return found


def snapped(text: str, found: Found, quotations: tuple[Quotation, ...]) -> Found:
    """A quotation is in the content wholly or not at all: it ends at its marks."""
    around = next((q for q in quotations if any(q.inner.covers(cue) for cue in found.cue)), None)
    if around is not None:
        return replace(found, content=clipped(found.content, around.inner))
    touched = [q.span for q in quotations if any(q.span.touches(span) for span in found.content)]
    if not touched:
        return found
    return replace(found, content=merged((*(_after_bracket(text, span) for span in found.content), *touched)))


def _after_bracket(text: str, span: Span) -> Span:
    """What stands in an open bracket is apart from the sentence before it ("…, he did (“Go,” she told him)")."""
    bracket = span.of(text).rfind("(")
    if bracket < 0 or ")" in span.of(text)[bracket:]:
        return span
    return Span(span.start + bracket + 1, span.end)


def clipped(spans: Spans, place: Span) -> Spans:
    """What of the spans lies inside the place."""
    return tuple(Span(max(s.start, place.start), min(s.end, place.end)) for s in spans if s.touches(place))


def merged(spans: Spans) -> Spans:
    """The spans in order, those that touch made one and empty ones left out."""
    kept: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _without_doubles(found: list[Found]) -> list[Found]:
    """Of two attributions of the same content, the surer; of equals, the first."""
    best: dict[Spans, Found] = {}
    for one in found:
        if one.content not in best or one.confidence > best[one.content].confidence:
            best[one.content] = one
    return list(best.values())


def _add_or_join(found: list[Found], one: Found) -> None:
    """ "A," X said, "B": one cue between two quotations holds both."""
    same = next((i for i, f in enumerate(found) if f.cue and f.cue[0].touches(one.cue[0])), None)
    if same is None:
        found.append(one)
    else:
        found[same] = direct.joined(found[same], one.content[0])


def _taken_with_lead(earlier: list[Found], one: Found) -> Found:
    """The attribution of the paragraph before by the same cue, taken back and given the content; else the new one."""
    same = next((i for i in _latest(earlier) if any(cue.touches(one.cue[0]) for cue in earlier[i].cue)), None)
    return one if same is None else direct.joined(earlier.pop(same), one.content[0])


def _latest(found: Sequence[Found]) -> range:
    """Indices of the last few, from the end."""
    return range(len(found) - 1, max(-1, len(found) - 1 - RECENT), -1)


def _floor_is_held(text: str, quotation: Quotation, found: list[Found], earlier: list[Found], opens: bool) -> bool:
    """May the last speaker go on? Not where a colon leads to something else ("Point four is blunt: “…”")."""
    led = text[max(0, quotation.span.start - 3) : quotation.span.start].rstrip().endswith(":")
    return not led and bool(found or (opens and earlier))


def _owns(found: Found, quotation: Quotation) -> bool:
    return any(span.covers(quotation.inner) for span in found.content)


def _quoted_before(found: list[Found], earlier: tuple[Quotation, ...]) -> int | None:
    """Index of the attribution that holds the last quotation before this one, in the same paragraph."""
    if not earlier:
        return None
    return next((i for i, f in enumerate(found) if _owns(f, earlier[-1])), None)


def _is_sentence(text: str, quotation: Quotation) -> bool:
    inner = quotation.inner.of(text)
    opens = inner[:1].isupper() or quotation.inner.start - quotation.span.start != 1
    return opens and not is_title(text, quotation)
