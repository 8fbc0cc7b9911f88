"""The verdict on each quotation of a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribution.quotes import pair
from sayso.check.checked import Checked
from sayso.check.cues import Cue, cues
from sayso.check.evidence import Evidence, Place
from sayso.check.names import same_person
from sayso.check.selecting import SHORT, may_be_shown, must_stand
from sayso.check.splits import with_seams
from sayso.check.telling import is_of_substance, told
from sayso.model import Span, Verdict, digest_of
from sayso.pins import pin
from sayso.pins.words import words_in
from sayso.record import Passage, Record

_NEARLY_ALL = 0.75
_ENOUGH_TO_COMPARE = 4


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quotation as the story prints it."""

    words: str
    span: Span
    cue: Cue | None

    @property
    def speaker(self) -> str | None:
        return self.cue.name if self.cue else None


def check(text: str, record: Record) -> list[Checked]:
    """Compare the quotations of a story with the record, in the order of the story.

    Scare quotes and titles that the record does not hold are left out. The story itself, if it has been read into the
    record, is no evidence.
    """
    evidence = Evidence(record, {digest_of(text), digest_of(text.strip()), digest_of(text.strip() + "\n")})
    found = (_checked(asked, evidence, record) for asked in _asked(text))
    return list(with_seams(text, [checked for checked in found if checked is not None], record))


def _asked(text: str) -> Iterator[_Asked]:
    quotations = pair(text)
    for quotation, cue in zip(quotations, cues(text, quotations), strict=True):
        span = _trimmed(text, quotation.inner)
        words = span.of(text)
        if may_be_shown(words, cue):
            yield _Asked(words, span, cue)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _checked(asked: _Asked, evidence: Evidence, record: Record) -> Checked | None:
    passages = evidence.passages(asked.words)
    places = [place for place in evidence.faithful(asked.words, passages) if _one_speaker(place, evidence)]
    if places:
        return _standing(asked, places, passages, evidence, record)
    if not must_stand(asked.words, asked.cue):
        return None
    place = evidence.altered(asked.words, passages)
    if place is None:
        return Checked(asked.words, asked.span, Verdict.ABSENT, speaker_printed=asked.speaker)
    return _with_place(asked, Verdict.ALTERED, place, record)


def _standing(
    asked: _Asked, places: list[Place], passages: list[Passage], evidence: Evidence, record: Record
) -> Checked:
    """The words stand: are they the printed speaker's, and do the record's documents agree?"""
    owned = [place for place in places if _may_be_owner(asked, place)]
    others = [place for place in places if place.owner is not None]
    if not owned and others and len(words_in(asked.words)) > SHORT:
        return _with_place(asked, Verdict.OTHER_SPEAKER, others[0], record)
    best = min(owned or places, key=lambda place: place.not_said)
    original = None if any(place.is_primary for place in places) else _otherwise(asked, passages, evidence)
    if original is not None and any(map(is_of_substance, original.found.differences)):
        return _with_place(asked, Verdict.ALTERED, original, record, f"{best.document.name} prints it as it is here.")
    return _with_place(asked, best.found.verdict, best, record, _doubt(asked, best, original))


def _may_be_owner(asked: _Asked, place: Place) -> bool:
    """Are the words at this place the printed speaker's, or is none printed?"""
    return asked.speaker is None or any(same_person(asked.speaker, speaker) for speaker in place.speakers)


def _otherwise(asked: _Asked, passages: list[Passage], evidence: Evidence) -> Place | None:
    """Where a transcript, statement or post has nearly these words, which so far stand in reports only."""
    if len(words_in(asked.words)) < _ENOUGH_TO_COMPARE:
        return None
    place = evidence.altered(asked.words, evidence.primary(passages))
    return place if place is not None and place.found.standing >= _NEARLY_ALL else None


def _doubt(asked: _Asked, best: Place, original: Place | None) -> str | None:
    """What an editor should know though the words stand."""
    if best.not_said:
        return f"{best.document.name} prints these words, but not as having been said."
    if not _may_be_owner(asked, best) and best.owner is not None:
        return _whose(asked, best)
    if best.denied_by is not None:
        return f"{best.document.name} prints these words as what {best.denied_by} denied."
    if asked.speaker is not None and best.is_told:
        return f"{best.document.name} has these words, but as the reporter's and not as anybody's own."
    if original is not None:
        return f"{original.document.source} has it otherwise: {told(original.found.differences)}."
    return None


def _whose(asked: _Asked, place: Place) -> str:
    return f"In the record these are words of {place.owner}, not {asked.speaker}."


def _one_speaker(place: Place, evidence: Evidence) -> bool:
    """Are all pieces of a marked quotation one person's words?"""
    owners = [Place(place.document, place.found, evidence.said(place.document.id, part)) for part in place.found.parts]
    named = [owner.owner for owner in owners if owner.owner is not None]
    return all(same_person(named[0], other) for other in named[1:])


def _with_place(asked: _Asked, verdict: Verdict, place: Place, record: Record, note: str | None = None) -> Checked:
    differences = place.found.differences
    difference = told(differences)
    if verdict is Verdict.OTHER_SPEAKER:
        difference = f"the record has these words from {place.owner}, not {asked.speaker}"
    elif verdict is Verdict.ALTERED and not _may_be_owner(asked, place) and place.owner is not None:
        note = _whose(asked, place)
    original = pin(record.document(place.document.id), place.found.span)
    recorded = next(filter(None, [place.owner, *place.speakers]), None)
    return Checked(asked.words, asked.span, verdict, difference, differences, original, asked.speaker, recorded, note)
