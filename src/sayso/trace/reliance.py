"""What one report relies on for a claim, read off the sentences that carry the claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sayso.model import Document, Span
from sayso.trace.outlets import Outlets, plain
from sayso.trace.parts import Origin, Relation, Reliance, Report, Side, Stance, meet
from sayso.trace.reliance_credits import Credit, credit_of, has_staff
from sayso.trace.reliance_named import named_in
from sayso.trace.reliance_outlets import Named, outlets_in
from sayso.trace.reliance_unnamed import Unnamed, posts_in, unnamed_in, vague_in
from sayso.trace.sentences import LEAST, Claim, Sentence
from sayso.trace.subject import Subject

_NEAR_THE_BEST = 0.5
_GOES_ON = re.compile(
    r"\b(?:the|The) (?:report|story|article|source|sources|publication|paper|newspaper|outlet|site|website"
    r"|network|blog|magazine|news|rumou?rs?)\b"
    r"|^(?:Citing|According to|Sources|A source|Pic(?:s|tures?)? from|Via|Source:|SOURCE)"
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut\w+|debunk\w*|disput\w+|false|untrue|hoax|fake|fabricated|bogus"
    r"|dismiss\w*|reject\w*|contradict\w*"
    r"|no (?:truth|evidence|plans?)|not true|isn['’]t true|incorrect|misreport\w*|won['’]t)\b",
    re.IGNORECASE,
)
_UNABLE = re.compile(
    r"(?:not|n['’]t|cannot|unable|not able)(?: \w+){0,2} (?:to )?(?:confirm|verify|corroborate)", re.IGNORECASE
)
_OWN_WORD = re.compile(
    r"\b(?:told us|(?:has|have) (?:exclusively )?learned|can (?:exclusively )?reveal|told me|our own sources?"
    r"|based on conversations with)\b"
)
_WE = re.compile(r"\b(?:(?:we|I) (?:talked|spoke|interviewed)|our sources?)\b")
_SELF = re.compile(
    r"(?:only (?P<a>[A-Z][\w.]+)(?: \w+)? has|(?:contacted|reached|obtained|seen"
    r"|reviewed) by (?P<b>(?:[Tt]he )?[A-Z][\w/.]*(?: [A-Z][\w/]*){0,3})"
    r"|(?P<c>[A-Z][\w.]+(?: [A-Z]\w+){0,3}) (?:has learned|can (?:exclusively )?reveal))"
)
_ONLY_TOLD = re.compile(r"\b(?:told|to) ((?:[Tt]he )?[A-Z][\w/.]*(?: [A-Z][\w/]*){0,3})")
_ANAPHORA = re.compile(
    r"^(?:same |unnamed |anonymous )?(?:sources?|insiders?|staff member|staffer|official|employee)$", re.IGNORECASE
)


@dataclass(slots=True)
class _Found:
    """What was found so far, the first and fullest mention of each origin."""

    best: dict[tuple[str, str | None], tuple[float, Reliance]] = field(default_factory=dict)
    second_hand: set[str] = field(default_factory=set)
    in_one_breath: set[str] = field(default_factory=set)

    def add(self, reliance: Reliance, weight: float) -> None:
        key = (_whose(reliance), reliance.side if reliance.kind is Origin.ANONYMOUS else None)
        if key not in self.best or weight > self.best[key][0]:
            self.best[key] = (weight, reliance)

    def names_its_outlet(self, one: Reliance) -> bool:
        """Does the outlet stand in the same breath as the one who told somebody else?"""
        return one.origin in self.in_one_breath

    def without(self, *kinds: Origin) -> bool:
        return not self.has(*kinds)

    def all(self) -> tuple[Reliance, ...]:
        return tuple(sorted((one for _, one in self.best.values()), key=lambda one: (one.words.start, one.words.end)))

    def has(self, *kinds: Origin) -> bool:
        return any(one.kind in kinds for _, one in self.best.values())


@dataclass(frozen=True, slots=True)
class _About:
    """A sentence that carries the claim or goes on from one that does, with the weight it has."""

    sentence: Sentence
    weight: float
    itself: bool


def report_of(document: Document, told: list[Sentence], claim: Claim, known: Outlets) -> Report:
    """What the document relies on for the claim."""
    about = _about(told, claim)
    silent = Report(
        document.source,
        Stance.UNRELATED,
        outlet=_outlet_name(document, known) or _self_name(document, known),
        published=document.published,
        text=document.text,
    )
    if not about:
        return silent
    credit = credit_of(document, known)
    own = _own_names(document, credit, known)
    relies = _reliances(told, about, credit, own, known, claim.subject)
    got = _own_reporting(document, about, relies, own)
    return replace(
        silent,
        stance=_stance(about, relies),
        own_reporting=got,
        unattributed=not relies and not got,
        relies_on=relies,
    )


def _self_name(document: Document, known: Outlets) -> str | None:
    names = (match[match.lastgroup] for match in _SELF.finditer(document.text) if match.lastgroup)
    return next((outlet.name for name in names if (outlet := known.get(name))), None)


def _outlet_name(document: Document, known: Outlets) -> str | None:
    found = known.get(document.outlet) if document.outlet else None
    return found.name if found else document.outlet


def _about(told: list[Sentence], claim: Claim) -> list[_About]:
    told = [one for one in told if _is_prose(one.words)] or told
    weights = [claim.carried(one.words) for one in told]
    top = max(weights, default=0)
    if top < LEAST:
        return []
    chosen = {at: weight for at, weight in enumerate(weights) if weight >= max(LEAST, _NEAR_THE_BEST * top)}
    beside_only = {}
    for at, one in enumerate(told):
        beside = max((chosen.get(at + step, 0) for step in (-1, 1)), default=0)
        if _OWN_WORD.search(one.words):
            beside_only[at] = 0.3
        if weights[at] < max(LEAST, _NEAR_THE_BEST * top) and beside >= LEAST:
            beside_only[at] = beside * (0.5 if _GOES_ON.search(one.words) else 0.4)
    every = [(at, _graded(weight / top), True) for at, weight in chosen.items()] + [
        (at, w, False) for at, w in beside_only.items()
    ]
    return [_About(told[at], weight, itself) for at, weight, itself in sorted(every)]


def _graded(share: float) -> float:
    """Among sentences that carry about as much, the first counts."""
    return 1.0 if share >= 0.75 else 0.8


def _is_prose(words: str) -> bool:
    """Lines between paragraphs that lead elsewhere ("PHOTOS: …", "Also read: …") are no part of the story."""
    return not re.match(
        r"(?:[A-Z]{3,}(?: [A-Z]{3,})*: |(?:Also|Must) [Rr]ead|Read (?:more|also)|See also|RELATED|MORE$)", words
    )


def _own_names(document: Document, credit: Credit | None, known: Outlets) -> set[str]:
    """The names under which the report speaks of its own outlet."""
    names = [document.outlet] if document.outlet else []
    names += [match[match.lastgroup] for match in _SELF.finditer(document.text) if match.lastgroup]
    if has_staff(document.text):
        told = Counter(match[1] for match in _ONLY_TOLD.finditer(document.text))
        names += [name for name, times in told.items() if document.text.count(plain(name)) == times]
    found = {outlet.name for name in names if name and (outlet := known.get(name))}
    return found | ({credit.outlet} if credit else set())


def _reliances(
    told: list[Sentence],
    about: list[_About],
    credit: Credit | None,
    own: set[str],
    known: Outlets,
    subject: Subject | None,
) -> tuple[Reliance, ...]:
    found = _Found()
    named = {
        id(one): [n for n in outlets_in(one.sentence.words, one.sentence.start, known) if n.outlet.name not in own]
        for one in about
    }
    for one in about:
        for outlet in named[id(one)]:
            found.add(_outlet(outlet, one.sentence, credit), one.weight)
    hub = _hub(found, credit)
    described = dict(_described(told, about))
    for one in about:
        for source in described.get(one.sentence.start, []):
            fuller = 0.05 if " " in source.who else 0.0
            own_word = _got_it(one.sentence.words, bool(named[id(one)]))
            found.in_one_breath |= {source.who} if named[id(one)] else set()
            found.second_hand |= {source.who} if source.second_hand else set()
            found.add(_source(source, one.sentence, named[id(one)], None if own_word else hub), one.weight + fuller)
    _through_sources(found)
    for one in about:
        _posts_and_people(found, one, named[id(one)], credit, known)
    if subject:
        _speaking_for(found, subject, told, credit)
    if found.without(Origin.OUTLET, Origin.WIRE, Origin.ANONYMOUS):
        _vague(found, about)
    if credit:
        kind = Origin.WIRE if credit.is_wire else Origin.OUTLET
        found.add(Reliance(credit.outlet, kind, credit.words, Relation.SYNDICATES), 2)
    return found.all()


def _outlet(named: Named, sentence: Sentence, credit: Credit | None) -> Reliance:
    kind = Origin.WIRE if named.outlet.wire else Origin.OUTLET
    through = credit.outlet if credit else None
    return Reliance(named.outlet.name, kind, named.span, through=through, side=_side_of_outlet(named, sentence))


def _side_of_outlet(named: Named, sentence: Sentence) -> Side:
    """Who is told of a denial stands for it; whose story is denied does not."""
    after = sentence.words[named.name.end - sentence.start :]
    if not _DENIED.search(sentence.words) or re.match(
        r"['’]s?|(?: \w+)? (?:report|story|rumou?r|claim|headline)", after
    ):
        return Side.FOR
    return Side.AGAINST


def _hub(found: _Found, credit: Credit | None) -> str | None:
    outlets = [one for one in found.all() if one.side is Side.FOR and one.kind in (Origin.OUTLET, Origin.WIRE)]
    return outlets[0].origin if outlets else credit.outlet if credit else None


def _described(told: list[Sentence], about: list[_About]) -> Iterator[tuple[int, list[Unnamed]]]:
    """The sources of every sentence that counts; "the source" is the one last described."""
    counts = {one.sentence.start for one in about}
    last: Unnamed | None = None
    for one in told:
        here = []
        for source in unnamed_in(one.words, one.start):
            is_same = bool(last and _ANAPHORA.match(source.who) and not source.second_hand)
            here.append(last if last and is_same else source)
            last = last if is_same or source.second_hand else source
        if one.start in counts:
            yield one.start, here


def _source(source: Unnamed, sentence: Sentence, named: list[Named], hub: str | None) -> Reliance:
    through = _nearest(source, named) or hub
    side = _side(sentence.words)
    whose = f"{through}'s {source.who}" if through and not source.second_hand else source.who
    if any(one.outlet.name == through and _side_of_outlet(one, sentence) is Side.AGAINST for one in named):
        side = Side.AGAINST
    relation = _quoted(sentence.words)
    return Reliance(whose, Origin.ANONYMOUS, source.span, relation, through, side, told_others=source.second_hand)


def _nearest(source: Unnamed, named: list[Named]) -> str | None:
    near = sorted(named, key=lambda one: abs(one.name.start - source.span.end))
    return near[0].outlet.name if near else None


def _through_sources(found: _Found) -> None:
    """Who told somebody else reached the outlet through the outlet's own source, if one is told of."""
    sources = [one for _, one in found.best.values() if one.kind is Origin.ANONYMOUS]
    first = [one for one in sources if one.origin not in found.second_hand]
    for key, (weight, one) in list(found.best.items()):
        hands = [other for other in first if other.through == one.through]
        if one.origin in found.second_hand and hands and not found.names_its_outlet(one):
            near = min(hands, key=lambda other: abs(other.words.start - one.words.start))
            found.best[key] = (weight, replace(one, through=near.origin))


def _posts_and_people(found: _Found, one: _About, named: list[Named], credit: Credit | None, known: Outlets) -> None:
    words, start = one.sentence.words, one.sentence.start
    through = named[0].outlet.name if named else credit.outlet if credit else None
    if not found.has(Origin.OUTLET):
        for post in posts_in(words, start):
            found.add(Reliance(post.who, Origin.POST, post.span, through=through), one.weight)
    for spoken in named_in(words, start) if one.itself or _side(words) is not Side.FOR else ():
        is_other = known.get(spoken.who) or any(
            meet(Span(spoken.span.start, spoken.span.start + len(spoken.who)), n.name) for n in named
        )
        if not is_other:
            relation = Relation.QUOTES if spoken.quoted else Relation.CITES
            found.add(Reliance(spoken.who, Origin.PERSON, spoken.span, relation, through, _side(words)), one.weight)


def _speaking_for(found: _Found, subject: Subject, told: list[Sentence], credit: Credit | None) -> None:
    """Where no other outlet is the source, whom the claim is about is: its own words, or its officers'."""
    text = "\n".join(one.words for one in told)
    officers = subject.officers(text)
    own = [key for key, (_, one) in found.best.items() if one.kind is Origin.PERSON and subject.is_meant(one.origin)]
    spoken = [found.best.pop(key)[1] for key in own]
    others = [one for one in found.all() if one.kind in (Origin.OUTLET, Origin.WIRE, Origin.ANONYMOUS)]
    if others and not spoken:
        return
    spoken.sort(key=lambda one: one.words.start)
    for sentence in told:
        for one in named_in(sentence.words, sentence.start) if not others else ():
            relation = Relation.QUOTES if one.quoted else Relation.CITES
            if subject.is_meant(one.who):
                spoken.append(Reliance(one.who, Origin.PERSON, one.span, relation, credit.outlet if credit else None))
            elif one.who.split()[-1] in officers:
                found.best.pop((one.who, None), None)
                found.add(Reliance(one.who, Origin.PERSON, one.span, relation, subject.name), 0.5)
    if spoken:
        found.add(replace(spoken[0], origin=subject.name, kind=Origin.DOCUMENT), 0.5)


def _vague(found: _Found, about: list[_About]) -> None:
    for one in about:
        if vague := vague_in(one.sentence.words, one.sentence.start):
            found.add(Reliance(vague.who, Origin.VAGUE, vague.span), one.weight)


def _side(words: str) -> Side:
    if _UNABLE.search(words):
        return Side.NEUTRAL
    return Side.AGAINST if _DENIED.search(words) else Side.FOR


def _quoted(words: str) -> Relation:
    return Relation.QUOTES if re.search('["“]', words) else Relation.CITES


def _stance(about: list[_About], relies: Iterable[Reliance]) -> Stance:
    first = max(about, key=lambda one: one.weight).sentence.words
    sides = {one.side for one in relies}
    if _DENIED.search(first) and Side.FOR not in sides:
        return Stance.DENIES
    return Stance.REPORTS if sides else Stance.ASSERTS


def _own_reporting(document: Document, about: list[_About], relies: tuple[Reliance, ...], own: set[str]) -> bool:
    """A substantive word on the claim that its author got."""
    outlets = {one.origin for one in relies if one.kind in (Origin.OUTLET, Origin.WIRE)} - own
    sources = any(one.kind is Origin.ANONYMOUS and one.through not in outlets for one in relies)
    if any(_got_it(one.sentence.words, bool(outlets)) for one in about):
        return True
    return sources and not outlets and bool(own or has_staff(document.text))


def _got_it(words: str, cites_others: bool) -> bool:
    """ "We" in a text that cites others may be the others'."""
    return bool(_OWN_WORD.search(words) or (not cites_others and _WE.search(words)))


def _whose(one: Reliance) -> str:
    """An outlet's own source is one, however described; who told somebody else is another."""
    return one.origin.partition("'s ")[0] + "'s" if one.kind is Origin.ANONYMOUS and "'s " in one.origin else one.origin
