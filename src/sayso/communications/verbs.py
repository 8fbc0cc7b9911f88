"""Acts that a verb is: "phoned Maas", "met with Vento in Lindhaven", "spoke by telephone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.frames import VERBS
from sayso.communications.circumstances import day_of, length_of, status_of
from sayso.communications.told import TABLE, Scene, Told, listed, objects_behind, subjects_of
from sayso.language.words import sorted_into
from sayso.model import ActorKind, CommunicationKind
from sayso.occasions.where import medium_of, place_of, printed_medium, printed_place

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTNERS = frozenset({"with", "to", "alongside"})
_BESIDE = frozenset({"alongside"})
_BY_WHOM = frozenset({"by"})
_BY = frozenset({"by", "over", "on", "via"})


def told_by_verb(scene: Scene, token: Token) -> Told | None:
    """The act that the verb is, if it is one."""
    if not _is_verb(token):
        return None
    partners = _partners(token)
    kind = _kind_of(scene, token, partners)
    if kind is None:
        return None
    parties = scene.who([*subjects_of(token), *partners])
    return Told(
        kind=kind,
        participants=parties,
        span=scene.paragraph.between(token.i, token.i),
        sentence=scene.paragraph.span_of(token.sent),
        status=status_of(token),
        when=day_of(scene, token),
        duration=length_of(scene, token),
        place=next((place for word in (token, *partners) if (place := printed_place(place_of(word)))), None),
        medium=printed_medium(medium_of(token)) if kind is CommunicationKind.POST else None,
    )


def _is_verb(token: Token) -> bool:
    """A verb of its own; "she should phone Maas" also where the tagger takes "phone" for a noun."""
    if token.pos_ in VERBS:
        return token.dep_ not in ("aux", "auxpass")
    return token.lemma_.lower() in sorted_into("verbs", TABLE) and any(c.dep_ == "aux" for c in token.children)


def _partners(verb: Token) -> list[Token]:
    """Whoever is phoned or met, and whoever stands behind "with", "to" or "alongside"."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    # "called Maas on Tuesday": without an object of its own, "called" takes the name for what somebody is called.
    objects = objects or [c for c in verb.children if c.dep_ == "oprd" and c.ent_type_ == "PERSON"]
    objects += [verb.head] if verb.dep_ == "compound" else []
    joined = [one for c in objects for one in (c, *c.conjuncts)]
    met = [*joined, *objects_behind(verb, _PARTNERS), *(objects_behind(verb, _BY_WHOM) if objects else ())]
    # "met Maas alongside Tamm": the parser may hang Tamm on Maas.
    return [*met, *(one for partner in met for one in objects_behind(partner, _BESIDE))]


def _kind_of(scene: Scene, verb: Token, partners: list[Token]) -> CommunicationKind | None:
    lemma = verb.lemma_.lower()
    if (lemma in ("post", "write") and medium_of(verb) is not None) or lemma in listed("verbs", "post"):
        return CommunicationKind.POST
    if kind := sorted_into("verbs", TABLE).get(lemma):
        return CommunicationKind(kind) if kind != CommunicationKind.LEAK else None
    kind = sorted_into("to_somebody", TABLE).get(lemma)
    if kind is None or not _is_with_somebody(scene, verb, partners):
        return None
    if _is_on_the_phone(verb):
        return CommunicationKind.CALL
    return (
        CommunicationKind(_to_whom(scene, partners) or kind)
        if kind == CommunicationKind.REMARKS
        else CommunicationKind(kind)
    )


def _is_with_somebody(scene: Scene, verb: Token, partners: list[Token]) -> bool:
    """ "met Vento", "the two met", but not "met the deadline", "called Maas a liar", "called for calm"."""
    lemma = verb.lemma_.lower()
    beside = {c.dep_ for c in verb.children if c not in partners}
    if lemma == "call" and (beside & listed("called", "otherwise") or any(map(_is_wish, verb.children))):
        return False
    if lemma in ("call", "ring", "dial", "visit", "host", "text"):
        reached = (c for c in partners if c.head.i == verb.i)
        return any(_is_person(scene, c) and c.right_edge.i + 1 == _end_of(c) for c in reached)
    if not partners and (lemma == "meet" or _is_on_the_phone(verb)):
        doers = subjects_of(verb)
        return len(doers) > 1 or any(_is_plural(scene, one) for one in doers)
    people = [p for p in partners if _is_person(scene, p)]
    return bool(people) and not (lemma == "write" and "dobj" in beside)


def _is_wish(child: Token) -> bool:
    """ "called [for] calm", "called [on] Maas", but "called [on Tuesday]"."""
    behind = any(c.ent_type_ not in ("DATE", "TIME") for c in child.children)
    return child.dep_ == "prep" and child.lower_ in ("for", "on", "to") and behind


def _end_of(token: Token) -> int:
    """Just behind the phrase; further on where a name or noun runs on ("called Maas [a liar]")."""
    end = token.right_edge.i + 1
    after = token.doc[end] if end < len(token.doc) else None
    runs_on = after is not None and (after.pos_ in ("DET", "ADJ", "NOUN") or after.text in "“\"'‘")
    return end + 1 if runs_on and token.head.lemma_.lower() == "call" else end


def _is_person(scene: Scene, token: Token) -> bool:
    id = scene.cast.who(scene.words_of(token))
    if id is None or token.ent_type_ in ("DATE", "TIME"):
        return False
    kind = scene.cast.actor(id).kind
    return kind in (ActorKind.PERSON, ActorKind.GROUP, ActorKind.OUTLET) or token.ent_type_ in (
        "PERSON",
        "NORP",
        "GPE",
        "ORG",
    )


def _is_plural(scene: Scene, subject: Token) -> bool:
    return subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "we", "two") or len(scene.who([subject])) > 1


def _is_on_the_phone(verb: Token) -> bool:
    return any(word.lemma_.lower() in listed("by", "call") for word in objects_behind(verb, _BY))


def _to_whom(scene: Scene, partners: list[Token]) -> CommunicationKind | None:
    """Whoever speaks to one outlet gives an interview."""
    outlets = [id for id in scene.who(partners) if scene.cast.actor(id).kind is ActorKind.OUTLET]
    return CommunicationKind.INTERVIEW if outlets else None
