"""The cast of one document: who each source, addressee and pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.actors import names, pronouns
from sayso.actors.abbreviations import abbreviations_in
from sayso.actors.antecedents import Ranker, ranked
from sayso.actors.author import writer
from sayso.actors.grouping import grouped
from sayso.actors.nouns import Sort, is_plural, owner_of, sort_of
from sayso.actors.offices import Offices
from sayso.actors.roles import Held, roles_in
from sayso.actors.roster import Entry, Roster
from sayso.actors.walk import Voices, Walk
from sayso.attribution.found import Found
from sayso.attribution.frames import VERBS
from sayso.attribution.quotes import pair
from sayso.language.analysis import Analysis, Paragraph
from sayso.language.words import words
from sayso.model import Actor, ActorKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True, slots=True)
class Floor:
    """Who spoke last and up to where, and who cannot be meant (nobody tells himself)."""

    holder: str | None = None
    since: int = 0
    barred: str | None = None


NOBODY = Floor()


class Cast:
    """Everybody in one document, found once and then asked: `who(span)`."""

    def __init__(self, analysis: Analysis, found: Sequence[Found] = (), rank: Ranker = ranked) -> None:
        self.analysis = analysis
        self._roster = Roster(analysis.document.id)
        self._named: list[tuple[Span, str]] = []
        self._heads: dict[int, tuple[Span, str]] = {}
        self._learn_names(found)
        quoted = [quotation.span for quotation in pair(analysis.text)]
        listed = ((head, span, id) for head, (span, id) in self._heads.items())
        self._walk = Walk(self._roster, listed, self._learn_roles(), _voices(analysis, found, quoted), quoted, rank)
        self._walk.through(analysis)
        self._keep_pronouns()

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors in the order of their first mention."""
        return self._roster.actors

    def actor(self, id: str) -> Entry:
        """The actor by that id."""
        return self._roster.entries[id]

    def add(self, name: str, kind: ActorKind, spans: Iterable[Span] = (), members: tuple[str, ...] = ()) -> str:
        """The id of the actor by that name and kind, made if need be."""
        return self._roster.add(name, kind, spans, members)

    def _learn_names(self, found: Sequence[Found]) -> None:
        """Group the document's names, and note the head word of each."""
        listed = self._with_offices(names.with_missed(self.analysis, names.names_in(self.analysis)))
        taken = {n.span for n in listed}
        listed += [n for n in self._source_names(found, {n.parts[-1] for n in listed}) if n.span not in taken]
        for named in grouped(listed, abbreviations_in(self.analysis.text)):
            own = self.analysis.document.outlet if _is_own(named.name, self.analysis.document.outlet) else None
            name, kind = (own, ActorKind.OUTLET) if own else (named.name, named.kind)
            id = self.add(name, kind, named.spans)
            self.actor(id).gender = self.actor(id).gender or named.gender
            if named.is_place:
                self.actor(id).sort = Sort.PLACE
            self._named += [(span, id) for span in named.spans]
        self._named.sort()
        for span, id in self._named:
            if (head := self.analysis.head(span)) is not None:
                self._heads[head[0].start + head[1].idx] = (span, id)

    def _with_offices(self, listed: list[names.Name]) -> list[names.Name]:
        """Whoever is called a minister is a person, whatever the tagger says."""
        held = roles_in(self.analysis, (n.span for n in listed if names.may_be_person(n.text, n.kind)))
        people = {one.name for one in held if one.noun in words("people", "en_actors")}
        return [replace(n, kind=ActorKind.PERSON) if n.span in people else n for n in listed]

    def _learn_roles(self) -> Offices:
        """Tie the roles to the names."""
        held = sorted(roles_in(self.analysis, (span for span, _ in self._named)), key=lambda held: held.name)
        called: dict[str, list[str]] = {}
        for one in held:
            owner = None if one.noun in words("document_words") else self._owner(one)
            if owner is not None:
                called.setdefault(owner, []).append(one.role.text)
                if one.role.text.lower().rstrip(".") not in words("courtesy", "en_actors"):
                    self.actor(owner).roles[one.role.span] = one.role
        for id, entry in self._roster.entries.items():
            if entry.kind is ActorKind.PERSON and not entry.gender:
                entry.gender = pronouns.gender_by(entry.name, called.get(id, []))
        return Offices(held, self._owner)

    def _owner(self, held: Held) -> str | None:
        owner = self._at(held.name)
        return owner if owner is not None and self.actor(owner).kind is ActorKind.PERSON else None

    def _source_names(self, found: Sequence[Found], known: set[str]) -> list[names.Name]:
        """Capitalised sources that the tagger passed over, and those that end in a name known from elsewhere."""
        heads = [self.analysis.head(f.source[0]) for f in found if f.source]
        places = [
            _proper(paragraph, token)
            for paragraph, token in (head for head in heads if head)
            if token.text in known or (token.pos_ == "PROPN" and token.lower_ not in words("organisation_words"))
            if token.ent_type_ not in ("PERSON", "ORG", "GPE") and not _is_described(token)
        ]
        text = self.analysis.text
        return [name for place in places for name in names.as_name(place, place.of(text), _kind_at(text, place))]

    def _keep_pronouns(self) -> None:
        """A "he" belongs to the mentions of whom it means."""
        for place, keys in self._walk.pronouns.items():
            entry = self._roster.entries.get(keys[0]) if keys else None
            if entry is not None and entry.kind is ActorKind.PERSON:
                end = place
                while end < len(self.analysis.text) and self.analysis.text[end].isalpha():
                    end += 1
                entry.mentions.add(Span(place, end))

    def author(self) -> str | None:
        """Who "I" is outside of quotations: the outlet, else the writer whom the heading or the document names."""
        document = self.analysis.document
        if document.outlet:
            return self.add(document.outlet, ActorKind.OUTLET)
        place = writer(document.text)
        if place is not None:
            named = self.named_within(place)
            return named[-1][1] if named else self.who(place)
        return self.add(document.author, ActorKind.PERSON) if document.author else None

    def _at(self, span: Span) -> str | None:
        """The named actor whose name touches the span."""
        i = bisect_left(self._named, (span, ""))
        for place, id in self._named[max(0, i - 2) : i + 2]:
            if place.touches(span):
                return id
        return None

    def named_within(self, span: Span) -> list[tuple[Span, str]]:
        """The names that stand inside the span, in order."""
        first = bisect_left(self._named, (Span(span.start, span.start), ""))
        return self._named[first : bisect_left(self._named, (Span(span.end, span.end), ""))]

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
        noun = self._human(paragraph, clause.head) if token.lower_ in ("who", "whom", "whose") else clause.head
        if noun.pos_ == "PRON":
            return self._pronoun(paragraph, noun, floor)
        return self._phrase(paragraph, noun, paragraph.between(noun.left_edge.i, max(noun.i, clause.left_edge.i - 1)))

    def _human(self, paragraph: Paragraph, noun: Token) -> Token:
        """ "the aide from Lindhaven, who": the clause hangs on the town, but "who" is nobody's town."""
        for above in (noun, *noun.ancestors):
            if above.pos_ in VERBS:
                break
            named = self._at(paragraph.span_of(above))
            sort = self.actor(named).sort if named is not None else sort_of(above)
            if sort in (Sort.PERSON, Sort.PEOPLE):
                return above
        return noun

    def _pronoun(self, paragraph: Paragraph, token: Token, floor: Floor) -> str | None:
        if pronouns.is_first(token):
            return None
        place = paragraph.span_of(token)
        keys = self._walk.pronouns.get(place.start, [])
        ids = (self._of_key(key) for key in keys)
        id = next((id for id in ids if id is not None and id != floor.barred), None)
        if id is not None:
            self.actor(id).mentions.add(place)
        return id

    def _of_key(self, key: str) -> str | None:
        """The actor that a key of the walk stands for."""
        if "+" in key:
            return self._roster.group(key.split("+"))
        phrase = self._walk.phrases.get(key)
        if phrase is None:
            return key
        return self._described(phrase.paragraph, phrase.token, _whole(phrase.paragraph, phrase.token))

    def _phrase(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """A noun phrase: a name, joined names, a known role, or a description."""
        joined = self._joined(paragraph, token, span)
        if joined is not None:
            return joined
        named = self._name_of(paragraph, token, span)
        if named is not None:
            return named
        key = self._walk.nouns.get(paragraph.start + token.idx)
        own = key is None or key == f"n{paragraph.start + token.idx}"
        id = self._described(paragraph, token, span) if own else self._of_key(str(key))
        if id is not None:
            self.actor(id).mentions.add(span)
        return id

    def _name_of(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """The name that the phrase is, or that stands in apposition to it."""
        named = self._at(paragraph.span_of(token))
        if named is not None:
            return named
        for apposed in (c for c in token.children if c.dep_ == "appos"):
            if (named := self._at(paragraph.span_of(apposed))) is not None:
                return named
        if (held := self._behind_office(token, span)) is not None:
            return held
        if token.pos_ != "PROPN" or _is_described(token):
            return None
        parts = (c for c in token.children if c.dep_ in ("compound", "nmod", "flat", "appos"))
        inside = [id for part in parts if (id := self._at(paragraph.span_of(part))) is not None]
        return inside[-1] if inside else None

    def _behind_office(self, token: Token, span: Span) -> str | None:
        """ "Harbour Director of Ships Ada Vento": the name at the end of the phrase, only the office before it."""
        inside = self.named_within(span)
        if sort_of(token) is not Sort.PERSON or not inside:
            return None
        place, id = inside[-1]
        paragraph = self.analysis.paragraph_of(place)
        first = paragraph.token_at(place.start) if paragraph is not None else 0
        before = paragraph.doc[first - 1] if paragraph is not None and first else None
        straight = before is not None and before.i >= token.i and before.pos_ in ("NOUN", "PROPN")
        ends = not any(c.isalnum() for c in self.analysis.text[place.end : span.end])
        return id if straight and ends and self.actor(id).kind is ActorKind.PERSON else None

    def _joined(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """ "Ada Vento and Piet Maas": a group with members."""
        listed = self.named_within(span)
        if len({id for _, id in listed}) > 1 and self._nothing_else(span, [place for place, _ in listed]):
            return self._roster.group((id for _, id in listed), [span])
        heads = [token, *(t for t in token.conjuncts if t.i > token.i and span.covers(paragraph.span_of(t)))]
        members = [self._at(paragraph.span_of(h)) for h in heads]
        known = [m for m in dict.fromkeys(members) if m is not None]
        if len(known) < 2 or None in members:
            return None
        return self._roster.group(known, [paragraph.between(token.left_edge.i, heads[-1].i)])

    def _nothing_else(self, span: Span, places: list[Span]) -> bool:
        """ "Both Ada Vento and Mr. Maas": names, titles and what joins them."""
        left = self.analysis.text[span.start : span.end]
        for place in reversed(places):
            left = left[: max(0, place.start - span.start)] + " " + left[place.end - span.start :]
        between = set(left.lower().replace(",", " ").split())
        return "and" in between and between <= words("joining", "en_actors") | words("titles")

    def _described(self, paragraph: Paragraph, token: Token, span: Span) -> str | None:
        """Somebody without a name: an unnamed source, a body, a document, in the text's own words."""
        place = _bare(paragraph, token, span)
        text = " ".join(place.of(self.analysis.text).split()).strip(' ,;:–—-“”"')
        if not any(c.isalpha() for c in text):
            return None
        own = self.analysis.document.outlet
        if own and _is_own(text, own):
            return self.add(own, ActorKind.OUTLET, [span])
        kind = self._kind_of(token)
        members = self._among(paragraph, token) if sort_of(token) is Sort.PEOPLE else ()
        if members:
            return self.add(text, ActorKind.GROUP, [span], members)
        issuer = self._issuer(paragraph, token) if kind is ActorKind.DOCUMENT else None
        id = self.add(f"{issuer} {token.lemma_.lower()}" if issuer else text, kind, [span])
        self.actor(id).sort = sort_of(token)
        return id

    def _among(self, paragraph: Paragraph, token: Token) -> tuple[str, ...]:
        """The named members of "some senators, including Ada Vento" and of "the authors, which include Lindt"."""
        behind = [t for t in token.subtree if t.lemma_.lower() == "include" and t.i > token.i]
        first = [w for c in behind for w in c.children if w.dep_ in ("pobj", "dobj")]
        named = (self._at(paragraph.span_of(w)) for one in first for w in (one, *one.conjuncts))
        return tuple(dict.fromkeys(id for id in named if id is not None))

    def _issuer(self, paragraph: Paragraph, token: Token) -> str | None:
        """The name of whoever gave out a document: "the Harbour Board's report", "a poll by Lindt"."""
        authors = self._walk.authors.get(f"n{paragraph.start + token.idx}")
        if authors:
            return " and ".join(self.actor(id).name for id in authors)
        by = [w for c in token.children if c.lower_ in ("by", "from", "on") for w in c.children if w.dep_ == "pobj"]
        owners = [owner_of(token), *(c for c in token.children if c.dep_ in ("compound", "nmod")), *by]
        owners += [owner_of(w) for w in by]
        for owner in (o for o in owners if o is not None):
            place = paragraph.start + owner.idx
            meant = (*self._walk.pronouns.get(place, [])[:1], self._walk.nouns.get(place, ""))
            id = self._at(paragraph.span_of(owner)) or meant[0]
            if id in self._roster.entries:
                entry = self.actor(id)
                return f"{entry.name}’s" if entry.kind is ActorKind.PERSON else entry.name
        return None

    def _kind_of(self, token: Token) -> ActorKind:
        lemma = token.lemma_.lower()
        if lemma in words("document_words") or lemma in words("issued", "en_actors"):
            return ActorKind.DOCUMENT
        if lemma in words("outlet_nouns") and token.tag_ == "NN":
            return ActorKind.OUTLET
        proper = token.pos_ == "PROPN" or any(
            c.pos_ == "PROPN" or c.ent_type_ in ("NORP", "GPE") for c in token.children
        )
        if proper and not is_plural(token) and sort_of(token) in (Sort.BODY, Sort.THING):
            return ActorKind.ORGANISATION if token.pos_ == "PROPN" or sort_of(token) is Sort.BODY else ActorKind.UNNAMED
        return ActorKind.UNNAMED


def _is_own(name: str, outlet: str | None) -> bool:
    """Is "the Lantern" the outlet that prints the text, "The Kestermouth Lantern"?"""
    own = (outlet or "").lower().removeprefix("the ").split()
    called = name.lower().removeprefix("the ").split()
    return bool(called) and called == own[-len(called) :]


def _voices(analysis: Analysis, found: Sequence[Found], quoted: Sequence[Span]) -> Voices:
    """The head word of every source, and who speaks in which quotation."""
    heads: set[int] = set()
    speakers: dict[int, int] = {}
    starts = [quotation.start for quotation in quoted]
    for one in sorted(found, key=lambda one: -sum(map(len, one.content))):
        head = analysis.head(one.source[0]) if one.source else None
        if head is None:
            continue
        place = head[0].start + head[1].idx
        heads.add(place)
        for span in one.content:
            at = bisect_left(starts, span.start - 1)
            if at < len(quoted) and quoted[at].start <= span.start + 1:
                speakers.setdefault(quoted[at].start, place)
    return Voices(frozenset(heads), speakers)


def _is_described(token: Token) -> bool:
    """A capital makes no name of "Democrats" or "Prime Minister"."""
    if token.tag_ == "NNS" or token.lower_ in words("not_names", "en_actors"):
        return True
    return sort_of(token) in (Sort.PEOPLE, Sort.PERSON) or (token.tag_ == "NNPS" and token.ent_type_ == "NORP")


def _whole(paragraph: Paragraph, token: Token) -> Span:
    behind = paragraph.doc[token.i + 1 : token.right_edge.i + 1]
    stop = next((t.i for t in behind if t.is_punct or t.dep_ == "neg"), token.right_edge.i + 1)
    return paragraph.between(token.left_edge.i, max(token.i, stop - 1))


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
    return Cast(analysis, found)
