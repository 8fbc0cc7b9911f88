"""Whom a story names as the speaker of a quotation, by the words beside its marks. No parse is needed.

Only what is plain is taken: "…," said Anna Rossi; Rossi, the envoy, told reporters: "…"; according to Rossi. A pronoun,
a description, two people, a denial, a passive without "by" name nobody: better nobody than somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.attribution.quotes import Quotation
from sayso.check.who import listed, named_first, person_at_end, subject
from sayso.language.words import words
from sayso.paragraphs import paragraphs


@dataclass(frozen=True, slots=True)
class Cue:
    """Words beside a quotation say that somebody said it; `name` is who, if they name one person."""

    name: str | None = None


_IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "speak": "spoke"}
_DOUBLED = listed("quip admit brag snap beg chat")
# What outlets do, and what is done to things, as often as it is said by somebody.
_NO_CUE_HERE = listed("report read go put begin post believe think charge offer show press direct invite address")
_UNREAL = listed("not never would could might may should hardly declined refused nobody to")
_PASSIVE = listed("was were been being is are be")
_AUXILIARY = listed("has had have also then later once again first did does just even")
_OPENS_CLAUSE = listed("and but while as when to that which or because if after before")
_STOP = re.compile(r"[.?!…][”\"’')\]]*\s+(?=\S)")
_ABBREVIATION = re.compile(r"(?:^|[\s(])([A-Z][A-Za-z]{0,3}|[A-Z](?:\.[A-Z])+)\.$")
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
    lead, trail = _sentences(lead)[-1], _sentences(trail)[0]
    if words.rstrip().endswith("."):
        return _leading(lead) or _trailing(trail, after_stop=True) or _bracketed(trail)
    return _trailing(trail) or _leading(lead) or _bracketed(trail)


def _bracketed(trail: str) -> Cue | None:
    """“…” (Vento)"""
    match = _BRACKETED.match(trail)
    name = person_at_end(match["name"]) if match else None
    return Cue(name) if name else None


def _carried_on(between: str, cue: Cue | None) -> Cue | None:
    """ "A," X said. "B.": all that stands between two quotations is one attribution, and it serves both."""
    sentence, *more = _sentences(between)
    alone = not any(part.strip() for part in more) and "\n" not in between
    return cue if alone and _trailing(sentence) else None


def _sentences(text: str) -> list[str]:
    """The sentences of a stretch of text; "Rep. Rossi" and "J. Rossi" are of one piece."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        if not _ABBREVIATION.search(text[start : stop.start() + 1]):
            found.append(text[start : stop.end()])
            start = stop.end()
    return [*found, text[start:]]


def _leading(lead: str) -> Cue | None:
    """Words of the same sentence before the marks."""
    lead = lead.strip().lstrip(_BULLETS)
    if lead.endswith((".", "?", "!", "…")):
        return None
    if (match := _LABEL.match(lead)) and not _verbs().match(lead):
        return Cue(person_at_end(match["name"]))
    if match := _LED_BY_ACCORDING.search(lead):
        return Cue(person_at_end(match["who"]))
    if match := _LED_BY_PUT.search(lead):
        return Cue(subject(match["who"]))
    if lead.endswith((":", ",")) and (match := _OWNED.search(lead)):
        return Cue(person_at_end(match["name"]))
    verb = next(reversed(list(_verbs().finditer(lead))), None)
    if verb is None or len(lead[verb.end() :].split()) > _LONGEST_OBJECT:
        return None
    who, rest = lead[: verb.start()].strip(), lead[verb.end() :]
    return _said_by(who, verb.group(), rest) if who else Cue(named_first(rest.strip(" :,")))


def _trailing(trail: str, after_stop: bool = False) -> Cue | None:
    """Words of the same sentence after the marks; `after_stop` where the quoted words end in a full stop."""
    if match := _SIGNED.match(trail):
        return Cue(person_at_end(match["name"]))
    if match := _ACCORDING.match(trail):
        return Cue(named_first(match["who"]))
    if match := _PUT_SO.match(trail):
        return Cue(subject(match["who"]))
    trail = trail.lstrip(" ,\t\n")
    verb = _verbs().search(trail)
    if verb is None or len(trail[: verb.start()].split()) > _LONGEST_SUBJECT:
        return None
    who, rest = trail[: verb.start()].strip(), trail[verb.end() :]
    if after_stop and not re.match(r"\s*(?:[.,:;]|$)", rest):
        return None
    if not who:
        return Cue(named_first(re.split("[;:]", rest)[0].strip(" .\n")))
    return None if who.split()[0].lower() in _OPENS_CLAUSE else _said_by(who, verb.group(), rest)


def _said_by(who: str, verb: str, rest: str) -> Cue:
    """The cue of a verb with what stands before and after it."""
    tokens, helpers = who.split(), set[str]()
    while tokens and _helps(tokens[-1].lower()):
        helpers.add(tokens.pop().lower())
    if "quoting" in rest or any(helper in _UNREAL or helper.endswith(("n't", "n’t")) for helper in helpers):
        return Cue()
    if verb.endswith("ing"):
        return Cue(_subject_of_whole(" ".join(tokens)))
    if helpers & _PASSIVE:
        agent = _BY.search(rest)
        return Cue(named_first(agent["who"]) if agent else None)
    return Cue(subject(" ".join(tokens)))


def _subject_of_whole(clause: str) -> str | None:
    """Varnholt told Brask to wait, adding: … The subject of the clause before is whoever speaks in it."""
    verb = _verbs().search(clause)
    return subject(clause[: verb.start()]) if verb else None


def _helps(word: str) -> bool:
    is_adverb = word.endswith("ly") and len(word) > 4
    return word in _AUXILIARY | _PASSIVE | _UNREAL or word.endswith(("n't", "n’t")) or is_adverb


@cache
def _verbs() -> re.Pattern[str]:
    lemmas = (words("speech") | words("addressing") | {"speak"}) - _NO_CUE_HERE
    # Most bare forms are nouns as well: "her answer", "the call".
    forms = {form for lemma in lemmas for form in _forms(lemma)} | {"say", "tell"}
    return re.compile(rf"(?<![\w’'])(?i:{'|'.join(sorted(forms, key=len, reverse=True))})(?![\w’'-])")


def _forms(lemma: str) -> set[str]:
    """Says, said, saying; replies, replied, replying; quips, quipped, quipping."""
    if lemma.endswith("e"):
        return {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    return {third, _IRREGULAR.get(lemma, stem + "ed"), stem + "ing"}
