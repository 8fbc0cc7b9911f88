"""Whom a story names as the speaker of a quotation, by the words beside its marks. No parse is needed.

Only what is plain is taken: "…," said Anna Rossi; Rossi, the envoy, told reporters: "…"; according to Rossi. A pronoun,
a description, two people, a denial, a passive without "by" name nobody: better nobody than somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.quotes import Quotation
from sayso.check.sentences import sentences
from sayso.check.verbs import verbs
from sayso.check.who import listed, named_first, person_at_end, subject
from sayso.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Cue:
    """Words beside a quotation say that somebody said it; `name` is who, if they name one person."""

    name: str | None = None


_UNREAL = listed("not never would could might may should hardly declined refused nobody to")
_YET_TO_COME = listed("will shall won't")
_PASSIVE = listed("was were been being is are be")
_AUXILIARY = listed("has had have also then later once again first did does just even")
_OPENS_CLAUSE = listed("and but while as when to that which or because if after before")
_CAPITAL = r"[A-ZÀ-Þ][\w’'\-]*"
_OWNED = re.compile(
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL})*?)[’']s? (?:\w+ )?"
    r"(?:statement|answer|reply|response|words|message|warning|post|tweet|verdict|advice)\b"
)
_LABEL = re.compile(rf"^(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})\s*:$")
_ACCORDING = re.compile(r"^[,\s]*according to (?P<who>[^.;:“\"]+)", re.IGNORECASE)
_LED_BY_ACCORDING = re.compile(r"\baccording to (?P<who>[^,;:]+)[,:]?$", re.IGNORECASE)
_SIGNED = re.compile(rf"^\s*[—–-]+\s*(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})\s*(?:[,(].*)?$")
_PUT = r"\bas (?P<who>[^;:“\"]+?) (?:has |had |once |later )?puts? it\b"
_LED_BY_PUT = re.compile(rf"{_PUT}[,:]?$", re.IGNORECASE)
_PUT_SO = re.compile(rf"^[,\s]*{_PUT}", re.IGNORECASE)
# A place or an outlet in brackets is as likely as a person: only what may be a person's name is one.
_BRACKETED = re.compile(rf"^\s*\((?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}})\s*(?:[,;][^()]*)?\)")
_EMPHASIS = re.compile(r"\*+|__")
_BULLETS = " \t\n>#-•"
_BY = re.compile(r"\bby (?P<who>[^,;:.]+)")
_LONGEST_SUBJECT = 14
_LONGEST_OBJECT = 18


def cues(text: str, quotations: Sequence[Quotation]) -> list[Cue | None]:
    """For each quotation what the words beside it say of its speaker; None where nothing says that it was said."""
    found: list[Cue | None] = []
    for number, (before, here, lead, trail) in enumerate(_surroundings(text, quotations)):
        cue = _beside(here.inner.of(text), lead, trail)
        if cue is None and before is not None:
            cue = _carried_on(text[before.span.end : here.span.start], found[number - 1])
        found.append(cue)
    return _through_paragraphs(quotations, found)


def _surroundings(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation | None, Quotation, str, str]]:
    """Each quotation with the one before it, and the words of its paragraph up to its neighbours."""
    places, at = paragraphs(text), 0
    for number, here in enumerate(quotations):
        while at + 1 < len(places) and places[at].end <= here.span.start:
            at += 1
        before = quotations[number - 1] if number else None
        start = max(places[at].start, before.span.end if before else 0)
        following = quotations[number + 1].span.start if number + 1 < len(quotations) else len(text)
        end = min(places[at].end, following)
        yield before, here, text[start : here.span.start], text[here.span.end : end]


def _through_paragraphs(quotations: Sequence[Quotation], found: list[Cue | None]) -> list[Cue | None]:
    """A speech over several paragraphs has one speaker, wherever it is named."""
    for number in reversed(range(1, len(found))):
        if quotations[number].continues and found[number - 1] is None:
            found[number - 1] = found[number]
    for number in range(1, len(found)):
        if quotations[number].continues and found[number] is None:
            found[number] = found[number - 1]
    return found


def _beside(words: str, lead: str, trail: str) -> Cue | None:
    lead, trail = (_EMPHASIS.sub("", side) for side in (lead, trail))
    lead, trail = sentences(lead)[-1], sentences(trail)[0]
    if words.rstrip().endswith("."):
        return _leading(lead) or trailing(trail, after_stop=True) or _bracketed(trail)
    return trailing(trail) or _leading(lead) or _bracketed(trail)


def _bracketed(trail: str) -> Cue | None:
    """“…” (Vento)"""
    match = _BRACKETED.match(trail)
    name = person_at_end(match["name"]) if match else None
    return Cue(name) if name else None


def _carried_on(between: str, cue: Cue | None) -> Cue | None:
    """ "A," X said. "B.": all that stands between two quotations is one attribution, and it serves both."""
    sentence, *more = sentences(between)
    alone = not any(part.strip() for part in more) and "\n" not in between
    return cue if alone and trailing(sentence) else None


def _leading(lead: str) -> Cue | None:
    """Words of the same sentence before the marks."""
    lead = lead.strip().lstrip(_BULLETS)
    if lead.endswith((".", "?", "!", "…")):
        return None
    if (match := _LABEL.match(lead)) and not verbs().match(lead):
        return Cue(person_at_end(match["name"]))
    if match := _LED_BY_ACCORDING.search(lead):
        return Cue(person_at_end(match["who"]))
    if match := _LED_BY_PUT.search(lead):
        return Cue(subject(match["who"]))
    if lead.endswith((":", ",")) and (match := _OWNED.search(lead)):
        return Cue(person_at_end(match["name"]))
    verb = next(reversed(list(verbs().finditer(lead))), None)
    if verb is None or len(lead[verb.end() :].split()) > _LONGEST_OBJECT:
        return None
    who, rest = lead[: verb.start()].strip(), lead[verb.end() :]
    return said_by(who, verb.group(), rest) if who else Cue(named_first(rest.strip(" :,")))


def trailing(trail: str, after_stop: bool = False) -> Cue | None:
    """Words of the same sentence after the marks; `after_stop` where the quoted words end in a full stop."""
    if match := _SIGNED.match(trail):
        return Cue(person_at_end(match["name"]))
    if match := _ACCORDING.match(trail):
        return Cue(named_first(match["who"]))
    if match := _PUT_SO.match(trail):
        return Cue(subject(match["who"]))
    trail = trail.lstrip(" ,\t\n")
    verb = verbs().search(trail)
    if verb is None or len(trail[: verb.start()].split()) > _LONGEST_SUBJECT:
        return None
    who, rest = trail[: verb.start()].strip(), trail[verb.end() :]
    if after_stop and not re.match(r"\s*(?:[.,:;]|$)", rest):
        return None
    if not who:
        return Cue(named_first(re.split("[;:]", rest)[0].strip(" .\n")))
    return None if who.split()[0].lower() in _OPENS_CLAUSE else said_by(who, verb.group(), rest)


def said_by(who: str, verb: str, rest: str) -> Cue:
    """The cue of a verb with what stands before and after it."""
    phrase, helpers = _parted(who)
    if "quoting" in rest or _are_unreal(helpers):
        return Cue()
    if verb.endswith("ing"):
        return Cue(_subject_of_whole(phrase))
    if helpers & _PASSIVE:
        agent = _BY.search(rest)
        return Cue(named_first(agent["who"]) if agent else None)
    return Cue(subject(phrase))


def is_unreal(who: str) -> bool:
    """Do the words before the verb say that it was not said, or not yet: "did not", "would", "refused to"?"""
    helpers = _parted(who)[1]
    return _are_unreal(helpers) or bool(helpers & _YET_TO_COME)


def _are_unreal(helpers: set[str]) -> bool:
    return any(helper in _UNREAL or helper.endswith(("n't", "n’t")) for helper in helpers)


def _parted(who: str) -> tuple[str, set[str]]:
    """The subject and the helping words between it and the verb."""
    tokens, helpers = who.split(), set[str]()
    while tokens and _helps(tokens[-1].lower()):
        helpers.add(tokens.pop().lower())
    return " ".join(tokens), helpers


def _subject_of_whole(clause: str) -> str | None:
    """Varnholt told Brask to wait, adding: … The subject of the clause before is whoever speaks in it."""
    verb = verbs().search(clause)
    return subject(clause[: verb.start()]) if verb else None


def _helps(word: str) -> bool:
    is_adverb = word.endswith("ly") and len(word) > 4
    known = _AUXILIARY | _PASSIVE | _UNREAL | _YET_TO_COME
    return word in known or word.endswith(("n't", "n’t")) or is_adverb
