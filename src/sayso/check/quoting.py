"""The verdict on a quotation."""

from __future__ import annotations

from sayso.check.asked import Asked
from sayso.check.checked import Checked
from sayso.check.evidence import Evidence, Place
from sayso.check.names import same_person
from sayso.check.selecting import SHORT, must_stand
from sayso.check.telling import is_of_substance, told
from sayso.model import Verdict
from sayso.pins import pin
from sayso.pins.substance import names, negations, numbers
from sayso.pins.words import words_in
from sayso.record import Passage

_NEARLY_ALL = 0.75
_ENOUGH_TO_COMPARE = 4


def of_quotation(asked: Asked, evidence: Evidence) -> Checked | None:
    """How the words stand; None for scare quotes and titles that the record does not hold."""
    passages = evidence.passages(asked.compared)
    places = [place for place in evidence.faithful(asked.compared, passages) if _one_speaker(place, evidence)]
    if places:
        return _standing(asked, places, passages, evidence)
    if not must_stand(asked.words, asked.cue):
        return None
    place = evidence.altered(asked.compared, passages)
    if place is None or _shares_by_chance(asked, place):
        return Checked(asked.words, asked.span, Verdict.ABSENT, speaker_printed=asked.speaker)
    return with_place(asked, Verdict.ALTERED, place, evidence)


def _shares_by_chance(asked: Asked, place: Place) -> bool:
    """Of two words one stands in many a text: "a deal" is no "grand deal" altered; "six days" may be "five days"."""
    if len(words_in(asked.compared)) > SHORT:
        return False
    pairs = [(one.original, one.printed) for one in place.found.differences]
    return not any(
        len(negations(one)) != len(negations(other)) or any(of(one) and of(other) for of in (numbers, names))
        for one, other in pairs
    )


def _standing(asked: Asked, places: list[Place], passages: list[Passage], evidence: Evidence) -> Checked:
    """The words stand: are they the printed speaker's, and do the record's documents agree?"""
    owned = [place for place in places if may_be_owner(asked, place)]
    others = [place for place in places if place.owner is not None]
    if not owned and others and len(words_in(asked.compared)) > SHORT:
        return with_place(asked, Verdict.OTHER_SPEAKER, others[0], evidence)
    best = min(owned or places, key=lambda place: place.not_said)
    original = None if any(place.is_primary for place in places) else _otherwise(asked, passages, evidence)
    if original is not None and any(map(is_of_substance, original.found.differences)):
        return with_place(asked, Verdict.ALTERED, original, evidence, prints_it_so(best))
    return with_place(asked, best.found.verdict, best, evidence, _doubt(asked, best, original))


def prints_it_so(place: Place) -> str:
    """The note on a document that has the altered words."""
    return f"{place.document.name} prints it as it is here."


def may_be_owner(asked: Asked, place: Place) -> bool:
    """Are the words at this place the printed speaker's, or is none printed?"""
    return asked.speaker is None or any(same_person(asked.speaker, speaker) for speaker in place.speakers)


def _otherwise(asked: Asked, passages: list[Passage], evidence: Evidence) -> Place | None:
    """Where a transcript, statement or post has nearly these words, which so far stand in reports only."""
    if len(words_in(asked.compared)) < _ENOUGH_TO_COMPARE:
        return None
    place = evidence.altered(asked.compared, evidence.primary(passages))
    return place if place is not None and place.found.standing >= _NEARLY_ALL else None


def _doubt(asked: Asked, best: Place, original: Place | None) -> str | None:
    """What an editor should know though the words stand."""
    doubt = doubt_of(asked, best)
    if doubt is not None:
        return doubt
    if asked.speaker is not None and best.is_told:
        return f"{best.document.name} has these words, but as the reporter's and not as anybody's own."
    if original is not None:
        return f"{original.document.source} has it otherwise: {told(original.found.differences)}."
    return None


def doubt_of(asked: Asked, place: Place) -> str | None:
    """Words that were not said, somebody else's, or denied."""
    if place.not_said:
        return f"{place.document.name} prints these words, but not as having been said."
    if not may_be_owner(asked, place) and place.owner is not None:
        return whose(asked, place)
    if place.denied_by is not None:
        return f"{place.document.name} prints these words as what {place.denied_by} denied."
    return None


def whose(asked: Asked, place: Place) -> str:
    """The note on words of another person."""
    return f"In the record these are words of {place.owner}, not {asked.speaker}."


def _one_speaker(place: Place, evidence: Evidence) -> bool:
    """Are all pieces of a marked quotation one person's words?"""
    owners = [Place(place.document, place.found, evidence.said(place.document.id, part)) for part in place.found.parts]
    named = [owner.owner for owner in owners if owner.owner is not None]
    return all(same_person(named[0], other) for other in named[1:])


def with_place(asked: Asked, verdict: Verdict, place: Place, evidence: Evidence, note: str | None = None) -> Checked:
    """The verdict with the original and whose words it is."""
    differences = place.found.differences
    difference = told(differences)
    if verdict is Verdict.OTHER_SPEAKER:
        difference = f"the record has these words from {place.owner}, not {asked.speaker}"
    elif verdict is Verdict.ALTERED and not may_be_owner(asked, place) and place.owner is not None:
        note = whose(asked, place)
    original = pin(evidence.document(place.document.id), place.found.span)
    recorded = next(filter(None, [place.owner, *place.speakers]), None)
    return Checked(
        asked.words, asked.span, verdict, difference, differences, original, asked.speaker, recorded, note, asked.form
    )
