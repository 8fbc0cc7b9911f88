"""The text gone through once from its beginning: whom every name, noun and pronoun points at."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.actors import pronouns
from sayso.actors.antecedents import Ranker, Seeking, ranked
from sayso.actors.mentions import Discourse, Mention
from sayso.actors.nouns import (
    Sort,
    clash,
    is_definite,
    is_foreign,
    is_plural,
    owner_of,
    qualifiers,
    same_words,
    sort_of,
)
from sayso.actors.offices import Offices
from sayso.actors.roster import Roster
from sayso.language.words import words
from sayso.model import ActorKind, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Analysis, Paragraph

_KEPT = 4
# What it tells for a body that the noun stands in its name, beside the weights of its antecedents.
_CALLED = 1.5
# What a word tells that an epithet and a role share.
_SHARED = 2.0
# And what it tells that the text has spoken of somebody often, beside what tells for a pronoun.
_OFTEN, _LATELY = 2.0, 0.4
_STUDIES = frozenset({"report", "study", "analysis", "survey", "poll", "audit", "paper", "findings", "review"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase without a name, and the paragraph that it stands in."""

    paragraph: Paragraph
    token: Token


@dataclass(frozen=True, slots=True)
class Voices:
    """Where sources stand: the head words, and of every quotation the head word of whoever speaks in it."""

    heads: frozenset[int]
    speaker_in: dict[int, int]


class Walk:
    """What was found: ranked keys for every pronoun, a key for every noun, and the phrase behind a noun's own key."""

    def __init__(
        self,
        roster: Roster,
        named: Iterable[tuple[int, Span, str]],
        offices: Offices,
        voices: Voices,
        quoted: Sequence[Span],
        rank: Ranker = ranked,
    ) -> None:
        self._rank = rank
        self.pronouns: dict[int, list[str]] = {}
        self.nouns: dict[int, str] = {}
        self.phrases: dict[str, Noun] = {}
        self.authors: dict[str, list[str]] = {}
        self._roster = roster
        self._names = {head: (span, id) for head, span, id in named}
        self._starts = {span.start: id for span, id in self._names.values()}
        self._covered = sorted(span for span, _ in self._names.values())
        self._offices = offices
        self._voices = voices
        self._quoted = quoted
        self._discourse = Discourse()
        self._latest: dict[str, str] = {}
        self._sentence = 0

    def through(self, analysis: Analysis) -> None:
        """Walk through the document."""
        for paragraph in analysis.paragraphs:
            for token in paragraph.doc:
                if token.is_sent_start:
                    self._sentence += 1
                if token.pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ"):
                    self._at(paragraph, token)

    def _at(self, paragraph: Paragraph, token: Token) -> None:
        place = paragraph.start + token.idx
        if place in self._names:
            self._name(paragraph, token, place)
        elif pronouns.is_third(token):
            self._pronoun(paragraph, token, place)
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound" and not self._is_covered(place):
            self._noun(paragraph, token, place)

    def _is_covered(self, place: int) -> bool:
        at = bisect_left(self._covered, Span(place + 1, place + 1)) - 1
        return at >= 0 and self._covered[at].end > place

    def _mention(
        self, paragraph: Paragraph, token: Token, key: str, sort: Sort, gender: str = "", **is_a: bool
    ) -> Mention:
        place = paragraph.start + token.idx
        return Mention(
            paragraph.span_of(token), token, key, sort, self._sentence, gender, self._quotation(place),
            speaks=self._speaks(place), **is_a,
        )  # fmt: skip

    def _speaks(self, place: int) -> bool:
        return place in self._voices.heads

    def _quotation(self, place: int) -> Span | None:
        at = bisect_left(self._quoted, place + 1, key=lambda q: q.end)
        return self._quoted[at] if at < len(self._quoted) and self._quoted[at].start <= place else None

    def _name(self, paragraph: Paragraph, token: Token, place: int) -> None:
        _, id = self._names[place]
        entry = self._roster.entries[id]
        self._discourse.add(self._mention(paragraph, token, id, entry.sort, entry.gender, is_name=True))
        self._joined(paragraph, token)

    def _joined(self, paragraph: Paragraph, token: Token) -> None:
        """Behind the last of several joined names all of them are one group, which "they" may take up."""
        if token.dep_ != "conj" or any(c.dep_ == "conj" for c in token.children):
            return
        heads = [token, *(t for t in token.conjuncts if t.i < token.i)]
        ids = [self._names.get(paragraph.start + t.idx, (None, ""))[1] for t in sorted(heads, key=lambda t: t.i)]
        if all(ids) and len(set(ids)) > 1 and all(self._roster.entries[i].kind is ActorKind.PERSON for i in ids):
            self._discourse.add(self._mention(paragraph, min(heads, key=lambda t: t.i), "+".join(ids), Sort.PEOPLE))

    def _pronoun(self, paragraph: Paragraph, token: Token, place: int) -> None:
        form = pronouns.form(token)
        if form == "it" and place not in self._voices.heads:
            return
        mention = self._mention(paragraph, token, "", Sort.PERSON, is_pronoun=True)
        barred = self._speaking(mention) if mention.quote is not None else frozenset()
        order = self._rank(Seeking(mention, form, barred, token.tag_ == "PRP$"), self._discourse)
        keys = [key for _, key in order[:_KEPT]] or self._ahead(paragraph, token, form, barred)
        self.pronouns[place] = keys
        if keys:
            known = self._discourse.known.get(keys[0])
            sort = known.last.sort if known else Sort.PERSON
            gender = form if form in ("m", "f") else ""
            self._discourse.add(self._mention(paragraph, token, keys[0], sort, gender, is_pronoun=True))

    def _speaking(self, mention: Mention) -> frozenset[str]:
        """Whoever speaks in the quotation is "I" there."""
        head = self._voices.speaker_in.get(mention.quote.start) if mention.quote else None
        if head is None:
            return frozenset()
        known = [self._names[head][1]] if head in self._names else self.pronouns.get(head, [])[:1]
        return frozenset(known)

    def _ahead(self, paragraph: Paragraph, token: Token, form: str, barred: frozenset[str]) -> list[str]:
        """ "When she arrived, Ada Vento said": the next name that fits, where nobody stands before."""
        behind = token.head.right_edge.i if token.tag_ == "PRP$" else token.i
        for later in paragraph.doc[max(behind, token.i) + 1 :]:
            found = self._names.get(paragraph.start + later.idx)
            if found is not None and found[1] not in barred:
                entry = self._roster.entries[found[1]]
                if form in ("m", "f") and entry.sort is Sort.PERSON and entry.gender in ("", form):
                    return [entry.id]
        return []

    def _noun(self, paragraph: Paragraph, token: Token, place: int) -> None:
        sort = sort_of(token)
        if sort is Sort.THING or (token.lemma_.lower() in words("issued", "en_actors") and not self._speaks(place)):
            return
        key = self._apposed(paragraph, token) or self._meant(paragraph, token, place, sort)
        self.nouns[place] = key
        if sort is Sort.DOCUMENT and (authors := self._authors(paragraph, token)):
            self.authors.setdefault(key, authors)
        if token.dep_ == "attr":
            # "She was a good doctor" speaks of her and of nobody else.
            return
        if key.startswith("n"):
            self.phrases.setdefault(key, Noun(paragraph, token))
            self._latest[_as_printed(token)] = key
        elif sort is Sort.PERSON and key in self._roster.entries:
            self._call(paragraph, token, key)
        entry = self._roster.entries.get(key)
        gender = entry.gender if entry else pronouns.gender_of_noun(token)
        self._discourse.add(self._mention(paragraph, token, key, entry.sort if entry else sort, gender))

    def _apposed(self, paragraph: Paragraph, token: Token) -> str | None:
        """ "His guest, Ada Vento": the name beside the noun says who it is."""
        first = token.head if token.dep_ == "conj" else token
        beside = [c for c in token.children if c.dep_ == "appos"]
        beside += [further for c in beside for further in c.children if further.dep_ in ("conj", "appos")]
        beside += [first.head] if first.dep_ == "appos" else []
        beside += [c for c in first.head.children if c.dep_ == "nsubj"] if first.dep_ == "attr" else []
        after = token.nbor().idx if token.i + 1 < len(token.doc) else 0
        # "Harbour boss Ada Vento", however it was parsed.
        titled = [self._starts[paragraph.start + after]] if paragraph.start + after in self._starts else []
        ids = titled + [self._names[p][1] for b in beside if (p := paragraph.start + b.idx) in self._names]
        is_person = sort_of(token) is Sort.PERSON
        return next((id for id in ids if (self._roster.entries[id].sort is Sort.PERSON) is is_person), None)

    def _call(self, paragraph: Paragraph, token: Token, id: str) -> None:
        """The noun says what somebody is."""
        place = paragraph.between(token.left_edge.i, token.i)
        entry = self._roster.entries[id]
        entry.mentions.add(place)
        entry.roles.setdefault(place, _role(paragraph, place))

    def _meant(self, paragraph: Paragraph, token: Token, place: int, sort: Sort) -> str:
        """The key of whom the noun means; one of its own where that is somebody new."""
        own = f"n{place}"
        definite = is_definite(token) or token.pos_ == "PROPN"
        if token.dep_ == "appos" or token.dep_ == "attr" or token.head.dep_ == "neg":
            return own
        owner = self._owner(paragraph, token)
        if token.lemma_.lower() in words("owned", "en_actors"):
            return self._owned(token, owner, own, definite=definite)
        if not definite:
            return own
        barred = self._barred(paragraph, token) | ({owner} if owner else set())
        match sort:
            case Sort.PERSON:
                return self._person(paragraph, token, frozenset(barred)) or own
            case Sort.PEOPLE:
                return self._people(token) or own
            case Sort.BODY:
                return self._body(paragraph, token) or own
            case _:
                return self._document(token) or own

    def _owner(self, paragraph: Paragraph, token: Token) -> str | None:
        """The key of whoever the noun belongs to: "Vento's", "her", or "Vento" straight before it."""
        owners = [owner_of(token), *(c for c in token.children if c.dep_ in ("compound", "nmod"))]
        for owner in (o for o in owners if o is not None):
            place = paragraph.start + owner.idx
            if place in self._names:
                return self._names[place][1]
            if self.pronouns.get(place) or place in self.nouns:
                return self.pronouns[place][0] if self.pronouns.get(place) else self.nouns[place]
        return None

    def _owned(self, token: Token, owner: str | None, own: str, *, definite: bool) -> str:
        """Vento's campaign is a body of its own, named by her."""
        entry = self._roster.entries.get(owner or "")
        lemma = token.lemma_.lower()
        if entry is not None and entry.kind is ActorKind.PERSON:
            known = self._latest.get(f"{entry.id} campaign")
            noun = "campaign" if lemma == "team" and known else lemma
            id = self._roster.add(f"{entry.name} {noun}", ActorKind.ORGANISATION)
            self._latest[f"{entry.id} {noun}"] = self._latest[f"owned {noun}"] = id
            return id
        return self._latest.get(f"owned {lemma}", own) if definite and entry is None else own

    def _barred(self, paragraph: Paragraph, token: Token) -> set[str]:
        """Whoever else the same verb has as subject or object."""
        verb = token.head
        others = [c for c in verb.children if c.i != token.i and c.dep_ in ("nsubj", "nsubjpass", "dobj", "dative")]
        above = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
        if above is not None and above.i != verb.i:
            others += [c for c in above.children if c.dep_ == "nsubj" and c.i < token.i]
        places = [paragraph.start + other.idx for other in others]
        names = {self._names[p][1] for p in places if p in self._names}
        return (
            names
            | {self.pronouns[p][0] for p in places if self.pronouns.get(p)}
            | {self.nouns[p] for p in places if p in self.nouns}
        )

    def _person(self, paragraph: Paragraph, token: Token, barred: frozenset[str]) -> str | None:
        place = paragraph.start + token.idx
        holder = self._offices.holder(token, place, barred)
        if holder is not None:
            return holder
        lemma = token.lemma_.lower()
        if (known := self._again(token)) is not None:
            return known
        if lemma in words("epithets", "en_actors") or any("-year-" in c.lower_ for c in token.children):
            mention = self._mention(paragraph, token, "", Sort.PERSON)
            order = self._rank(Seeking(mention, pronouns.gender_of_noun(token), barred), self._discourse)
            return self._called(token, [one for one in order if one[1] in self._roster.entries])
        return None

    def _called(self, token: Token, order: list[tuple[float, str]]) -> str | None:
        """Whom the epithet fits: whose roles share its qualifiers, else whom the text is about."""
        asked, owner = qualifiers(token), owner_of(token)
        own = same_words([owner.lower_]) if owner is not None else set()
        shared = {key: _shared(asked - own, own, self._roster.entries[key].roles.values()) for _, key in order}
        told = [(score + _SHARED * shared[key], key) for score, key in order if shared[key]]
        if told or is_foreign(token) or (owner is not None and owner.ent_type_ in ("ORG", "GPE")):
            return max(told, default=(0.0, None))[1]
        often = [(_LATELY * score + self._prominence(key), key) for score, key in order]
        return max(order if owner is not None else often, default=(0.0, None))[1]

    def _prominence(self, key: str) -> float:
        """Those whom the text speaks of most are called by ever new words; one with an office is called by that."""
        has_office = bool(self._roster.entries[key].roles)
        return _OFTEN * math.log(self._discourse.known[key].count) - _SHARED * has_office

    def _authors(self, paragraph: Paragraph, document: Token) -> list[str]:
        """The names in "the authors of the report, which include Lindt and Ada Vento"."""
        above = document.head.head if document.dep_ == "pobj" and document.head.lower_ == "of" else None
        if above is None or above.lemma_.lower() not in words("authors", "en_actors"):
            return []
        told = [t for t in above.children if t.dep_ == "appos"]
        clauses = [c for c in (*above.children, *document.children) if c.lemma_.lower() == "include"]
        told += [w for c in clauses for w in c.children if w.dep_ in ("dobj", "pobj")]
        heads = (paragraph.start + t.idx for one in told for t in (one, *one.conjuncts))
        return [self._names[place][1] for place in heads if place in self._names]

    def _people(self, token: Token) -> str | None:
        """ "the two men", "the Rossi aides": the group just spoken of, or everybody of that office."""
        holders = self._offices.holders(token) if is_plural(token) else []
        if len(holders) > 1:
            return "+".join(holders)
        lemma = token.lemma_.lower()
        two = any(c.lower_ in ("two", "both") for c in token.children) and lemma in words("several", "en_actors")
        counted = two or lemma in ("pair", "couple", "duo")
        groups = (key for key in reversed(self._discourse.known) if "+" in key)
        return next(groups, None) if counted else self._again(token)

    def _again(self, token: Token) -> str | None:
        """ "the source" after "a source": the last noun of its kind, unless they are told apart."""
        key = self._latest.get(_as_printed(token))
        before = self.phrases.get(key or "")
        apart = before is not None and clash(qualifiers(token), qualifiers(before.token))
        return None if apart else key

    def _body(self, paragraph: Paragraph, token: Token) -> str | None:
        """The likeliest body whose name holds the noun, or whose name does not say that it is another sort of body."""
        lemma = token.lemma_.lower()
        if any(c.pos_ == "PROPN" or c.ent_type_ in ("NORP", "GPE") for c in token.children):
            return None
        mention = self._mention(paragraph, token, "", Sort.BODY)
        order = self._rank(Seeking(mention, "body", frozenset(self._barred(paragraph, token))), self._discourse)
        again = self._again(token)
        bodies = [(score, self._roster.entries[key]) for score, key in order if key in self._roster.entries]
        if lemma not in words("outlet_nouns"):
            bodies = [(score, e) for score, e in bodies if e.kind is not ActorKind.OUTLET]
        called = [(score + _CALLED, e) for score, e in bodies if lemma in e.name.lower().split()]
        any_body = lemma in words("any_body", "en_actors")
        others = [(score, e) for score, e in bodies if any_body and not _says_body(e.name)]
        best = max(called + others, key=lambda one: one[0], default=None)
        unnamed = next((score + _CALLED for score, key in order if key == again), None)
        if best is None or (unnamed is not None and unnamed > best[0]):
            return again
        return best[1].id

    def _document(self, token: Token) -> str | None:
        lemma = token.lemma_.lower()
        kin = _STUDIES if lemma in _STUDIES else {lemma}
        known = [self._latest[other] for other in sorted(kin) if other in self._latest]
        known = [key for key in known if not clash(qualifiers(token), qualifiers(self.phrases[key].token))]
        return max(known, key=lambda key: self._discourse.known[key].last.span, default=None)


def _shared(asked: set[str], owner: set[str], roles: Iterable[Role]) -> int:
    """How many words the roles share with an epithet: its owner's anywhere, the others behind the role's own owner."""
    said = [role.text.lower().replace("’", "'") for role in roles]
    own = same_words(word for text in said for word in text.split("'s ")[-1].split())
    return len(asked & own) + len(owner & same_words(word for text in said for word in text.split()))


def _as_printed(noun: Token) -> str:
    """One official and several are not the same."""
    return noun.lower_ if is_plural(noun) else str(noun.lemma_.lower())


def _says_body(name: str) -> bool:
    said = set(name.lower().split())
    return bool(said & words("bodies", "en_actors") or said & words("organisation_words"))


def _role(paragraph: Paragraph, place: Span) -> Role:
    return Role(paragraph.doc.text[place.start - paragraph.start : place.end - paragraph.start], place)
