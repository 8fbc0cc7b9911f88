"""The cast of one document: who each source, addressee and pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from sayso.actors import names, pronouns
from sayso.actors.roles import Held, roles_in
from sayso.attribution.found import Found
from sayso.attribution.frames import VERBS
from sayso.attribution.quotes import pair
from sayso.language.analysis import Analysis, Paragraph
from sayso.language.words import words
from sayso.model import Actor, ActorKind, Role, Span, digest_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Characters to the name that a pronoun may mean; farther away it would be a guess.
_REACH = 3_000
# A subject this close before the nearest name is the likelier one.
_SAME_BREATH = 250


@dataclass(frozen=True, slots=True)
class Floor:
    """Who spoke last and up to where, and who cannot be meant (nobody tells himself)."""

    holder: str | None = None
    since: int = 0
    barred: str | None = None


NOBODY = Floor()


@dataclass(slots=True)
class _Entry:
    """An actor while the cast is put together."""

    id: str
    name: str
    kind: ActorKind
    mentions: set[Span] = field(default_factory=set)
    roles: dict[Span, Role] = field(default_factory=dict)
    members: tuple[str, ...] = ()


class Cast:
    """Everybody in one document, found once and then asked: `who(span)`."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._entries: dict[str, _Entry] = {}
        self._named: list[tuple[Span, str]] = []
        self._held: dict[str, list[Held]] = {}
        self._subjects: set[Span] = set()
        self._quoted = [quotation.span for quotation in pair(analysis.text)]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors in the order of their first mention."""
        entries = sorted(self._entries.values(), key=lambda e: min(e.mentions, default=Span(10**9, 10**9)))
        return tuple(
            Actor(
                e.id, e.name, e.kind, tuple(sorted(e.mentions)), e.members, tuple(r for _, r in sorted(e.roles.items()))
            )
            for e in entries
        )

    def actor(self, id: str) -> _Entry:
        """The actor by that id."""
        return self._entries[id]

    def add(self, name: str, kind: ActorKind, spans: Iterable[Span] = (), members: tuple[str, ...] = ()) -> str:
        """The id of the actor by that name and kind, made if need be."""
        id = "a" + digest_of(self.analysis.document.id, kind, name.lower())[:12]
        entry = self._entries.setdefault(id, _Entry(id, name, kind, members=members))
        entry.mentions.update(spans)
        return id

    def learn_names(self, found: Sequence[Found]) -> None:
        """Group the document's names and tie roles to them."""
        listed = names.names_in(self.analysis)
        taken = {n.span for n in listed}
        listed += [n for n in self._source_names(found, {n.parts[-1] for n in listed}) if n.span not in taken]
        for named in names.grouped(listed):
            id = self.add(named.name, named.kind, named.spans)
            self._named += [(span, id) for span in named.spans]
        self._named.sort()
        self._subjects = {span for span, _ in self._named if self._is_subject(span)}
        for held in sorted(roles_in(self.analysis, (span for span, _ in self._named)), key=lambda held: held.name):
            self._held.setdefault(held.noun, []).append(held)
            owner = self._at(held.name)
            if owner is not None and self._entries[owner].kind is ActorKind.PERSON:
                self._entries[owner].roles[held.role.span] = held.role

    def _is_subject(self, span: Span) -> bool:
        head = self.analysis.head(span)
        return head is not None and head[1].dep_ in ("nsubj", "nsubjpass")

    def _source_names(self, found: Sequence[Found], known: set[str]) -> list[names.Name]:
        """Capitalised sources that the tagger passed over, and those that end in a name known from elsewhere."""
        heads = [self.analysis.head(f.source[0]) for f in found if f.source]
        places = [
            _proper(paragraph, token)
            for paragraph, token in (head for head in heads if head)
            if token.text in known or (token.pos_ == "PROPN" and token.lower_ not in words("organisation_words"))
            if token.ent_type_ not in ("PERSON", "ORG", "GPE")
        ]
        text = self.analysis.text
        return [name for place in places for name in names.as_name(place, place.of(text), _kind_at(text, place))]

    def _at(self, span: Span) -> str | None:
        """The named actor whose name touches the span."""
        i = bisect_left(self._named, (span, ""))
        for place, id in self._named[max(0, i - 2) : i + 2]:
            if place.touches(span):
                return id
        return None

    def named_within(self, span: Span) -> list[tuple[Span, str]]:
        """The names that stand inside the span, in order."""
        i = bisect_left(self._named, (Span(span.start, span.start), ""))
        inside = []
        for place, id in self._named[i:]:
            if place.start >= span.end:
                break
            inside.append((place, id))
        return inside

    def who(self, span: Span, floor: Floor = NOBODY) -> str | None:
        """The actor that these words point at; None where they point at nobody in particular."""
        head = self.analysis.head(span)
        if head is None:
            return None
        paragraph, token = head
        if token.lower_ in words("nobody") or any(c.lower_ == "no" and c.dep_ == "det" for c in token.children):
            return None
        if token.lower_ in _RELATIVE:
            return self._antecedent(paragraph, token, floor)
        if pronouns.is_personal(token):
            return self._pronoun(paragraph, token, floor)
        return self._phrase(paragraph, token, span)

    def _antecedent(self, paragraph: Paragraph, token: Token, floor: Floor) -> str | None:
        clause = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
        if clause is None or clause.head.i >= token.i:
            return None
        noun = clause.head
        place = paragraph.between(noun.left_edge.i, max(noun.i, clause.left_edge.i - 1))
        if noun.pos_ == "PRON":
            return self._pronoun(paragraph, noun, floor)
        return self._phrase(paragraph, noun, place)

    def _pronoun(self, paragraph: Paragraph, token: Token, floor: Floor) -> str | None:
        place = paragraph.span_of(token)
        if pronouns.is_first(token):
            return None
        id = self._nearest_fitting(place, pronouns.gender(token), pronouns.is_plural(token), floor)
        if id is not None:
            self._entries[id].mentions.add(place)
        return id

    def _nearest_fitting(self, place: Span, gender: str, plural: bool, floor: Floor) -> str | None:
        """A subject named since the last speaker spoke, else that speaker, else the nearest name; cataphora last."""
        here = bisect_left(self._named, (place, ""))
        fits = partial(self._fits, gender=gender, plural=plural)
        before = [
            (s, id) for s, id in self._outside(reversed(self._named[:here]), place) if id != floor.barred and fits(id)
        ]
        subject = next(((s, id) for s, id in before if s in self._subjects), None)
        if floor.holder is not None and floor.holder != floor.barred and fits(floor.holder):
            return subject[1] if subject and subject[0].start > floor.since else floor.holder
        if subject is not None and subject[0].start > before[0][0].start - _SAME_BREATH:
            return subject[1]
        after = (id for _, id in self._outside(self._named[here:], place) if id != floor.barred and fits(id))
        return before[0][1] if before else next(after, None)

    def _outside(self, named: Iterable[tuple[Span, str]], place: Span) -> Iterator[tuple[Span, str]]:
        """The names near enough, and none that stand in a quotation in which the pronoun does not."""
        for span, id in named:
            if abs(span.start - place.start) > _REACH:
                return
            quoted = self._quotation_at(span)
            if quoted is None or quoted.covers(place):
                yield span, id

    def _quotation_at(self, span: Span) -> Span | None:
        at = bisect_left(self._quoted, span.start, key=lambda q: q.end)
        return self._quoted[at] if at < len(self._quoted) and self._quoted[at].covers(span) else None

    def _fits(self, id: str, *, gender: str, plural: bool) -> bool:
        entry = self._entries[id]
        if plural:
            return entry.kind in (ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.UNNAMED)
        if gender == "it":
            return entry.kind in (ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.DOCUMENT)
        if entry.kind is ActorKind.UNNAMED:
            return not entry.name.lower().endswith(("s", "people", "men", "women"))
        known = pronouns.gender_of_name(entry.name, [role.text for role in entry.roles.values()])
        return known in (gender, "") and (entry.kind is ActorKind.PERSON or names.may_be_person(entry.name, entry.kind))

    def _phrase(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """A noun phrase: a name, a pair of names, a known role, or a description."""
        pair = self._pair(paragraph, token)
        if pair is not None:
            return pair
        named = self._at(paragraph.span_of(token)) if token.pos_ in ("PROPN", "NOUN") else None
        if named is not None:
            return named
        apposed = next((c for c in token.children if c.dep_ == "appos"), None)
        if apposed is not None and (named := self._at(paragraph.span_of(apposed))) is not None:
            return named
        inside = self.named_within(span)
        if token.pos_ == "PROPN" and inside:
            return inside[-1][1]
        return self._role_holder(paragraph, token, span) or self._described(paragraph, token, span)

    def _pair(self, paragraph: Paragraph, token: Token) -> str | None:
        """ "Ada Vento and Piet Maas": a group with members."""
        heads = [token, *(t for t in token.conjuncts if t.i > token.i)]
        if len(heads) < 2:
            return None
        members = [self._at(paragraph.span_of(h)) for h in heads]
        known = [m for m in dict.fromkeys(members) if m is not None]
        if len(known) < 2 or None in members:
            return None
        place = paragraph.between(token.left_edge.i, heads[-1].i)
        return self.add(" and ".join(self._entries[m].name for m in known), ActorKind.GROUP, [place], tuple(known))

    def _role_holder(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """ "the mayor" after "Mayor Ada Vento": whoever was last given that role."""
        determined = any(
            c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "some", "no", "any") for c in token.children
        )
        if token.tag_ in ("NNS", "NNPS") or not determined:
            return None
        held = self._held.get(token.lemma_.lower(), [])
        last = bisect_left(held, span.end, key=lambda h: h.name.start)
        holder = self._at(held[last - 1].name) if last else None
        if holder is not None:
            self._entries[holder].mentions.add(span)
            text = span.of(self.analysis.text)
            self._entries[holder].roles.setdefault(span, Role(text, span))
        return holder

    def _described(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """Somebody without a name: an unnamed source, a body, a document, in the text's own words."""
        place = _bare(paragraph, token, span)
        text = " ".join(place.of(self.analysis.text).split()).strip(' ,;:–—-“”"')
        if not any(c.isalpha() for c in text):
            return None
        return self.add(text, self._kind_of(token), [span])

    def _kind_of(self, token: Token) -> ActorKind:
        lemma = token.lemma_.lower()
        if lemma in words("document_words"):
            return ActorKind.DOCUMENT
        if lemma in words("outlet_nouns") and token.tag_ == "NN":
            return ActorKind.OUTLET
        if lemma in words("organisation_words") and token.tag_ not in ("NNS", "NNPS"):
            return ActorKind.ORGANISATION
        return ActorKind.ORGANISATION if token.pos_ == "PROPN" else ActorKind.UNNAMED

    def addressees(self, found: Found, floor: Floor) -> tuple[str, ...]:
        """Whom the cue's own clause names as spoken to."""
        head = self.analysis.head(found.cue[0]) if found.cue else None
        if head is None or head[1].pos_ not in VERBS or head[1].lower_ == "according":
            return ()
        paragraph, cue = head
        objects = [t for t in _spoken_to(cue) if not any(s.touches(paragraph.span_of(t)) for s in found.content)]
        return tuple(dict.fromkeys(id for t in objects if (id := self._addressee(paragraph, t, floor))))

    def _addressee(self, paragraph: Paragraph, token: Token, floor: Floor) -> str | None:
        last = next((c.left_edge.i - 1 for c in token.children if c.i > token.i and c.dep_ in ("relcl", "acl")), None)
        end = max(token.i, last if last is not None else token.right_edge.i)
        while end > token.i and token.doc[end].is_punct:
            end -= 1
        place = paragraph.between(token.left_edge.i, end)
        return self.who(place, floor)


def _spoken_to(cue: Token) -> list[Token]:
    lemma = cue.lemma_.lower()
    objects = [c for c in cue.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    if lemma in words("addressing"):
        objects += [c for c in cue.children if c.dep_ == "dobj"]
        objects += [c for c in cue.children if c.dep_ == "nsubjpass" and lemma != "ask"]
    for to in (c for c in cue.children if c.dep_ in ("prep", "dative") and c.lower_ in ("to", "with")):
        if to.lower_ == "to" or lemma in ("speak", "talk"):
            objects += [c for c in to.children if c.dep_ == "pobj" and c.pos_ in ("PROPN", "PRON", "NOUN")]
    return objects


def _bare(paragraph: Paragraph, token: Token, span: Span) -> Span:
    """The description without the clause behind it: "the official" of "the official, who asked not to be named"."""
    clause = next((c for c in token.children if c.i > token.i and c.dep_ in ("relcl", "appos")), None)
    if clause is None:
        return span
    end = paragraph.span_of(token.doc[max(token.i, clause.left_edge.i - 1)]).end
    return Span(span.start, min(max(end, span.start + 1), span.end))


def _kind_at(text: str, place: Span) -> ActorKind:
    """A single name behind an article is a body's: nobody is called "the Vento"."""
    single = " " not in place.of(text)
    behind_article = text[max(0, place.start - 4) : place.start].lower() == "the "
    return ActorKind.ORGANISATION if single and behind_article else ActorKind.PERSON


def _proper(paragraph: Paragraph, token: Token) -> Span:
    """The token with the proper nouns straight before it."""
    first = token.i
    while first > 0 and token.doc[first - 1].pos_ == "PROPN" and token.doc[first - 1].head == token:
        first -= 1
    return paragraph.between(first, token.i)


def cast_of(analysis: Analysis, found: Sequence[Found]) -> Cast:
    """The cast of a document, its names learnt and nobody yet asked for."""
    cast = Cast(analysis)
    cast.learn_names(found)
    return cast
