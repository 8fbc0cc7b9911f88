"""Leaks and handovers: a paper or recording that went from one hand to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.frames import VERBS
from sayso.communications.circumstances import day_of, status_of
from sayso.communications.told import TABLE, Scene, Told, listed, objects_behind, subjects_of
from sayso.language.words import sorted_into
from sayso.model import ActorKind, CommunicationKind
from sayso.occasions.where import place_of, printed_place

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = frozenset({"to", "with"})
_FROM = frozenset({"by", "from"})


def passed_on(scene: Scene, token: Token) -> Told | None:
    """ "passed the draft to Maas", "the recording was leaked to the Courier", "a tape obtained by the Courier"."""
    verb = token.lemma_.lower()
    giving = sorted_into("giving", TABLE).get(verb)
    if token.pos_ not in VERBS or (giving is None and verb != CommunicationKind.LEAK):
        return None
    thing = _thing(scene, token)
    if thing is None and verb != CommunicationKind.LEAK:
        return None
    givers, takers = _ends(scene, token, thing, is_obtained=giving == "obtaining")
    kind = _kind_of(scene, verb, thing, takers)
    if kind is None or not takers:
        return None
    return Told(
        kind=kind,
        participants=tuple(dict.fromkeys((*givers, *takers))),
        span=scene.paragraph.between(token.i, token.i),
        sentence=scene.paragraph.span_of(token.sent),
        status=status_of(token),
        when=day_of(scene, token),
        place=printed_place(place_of(token)),
        is_setting=False,
        thing=scene.words_of(thing) if thing is not None else None,
    )


def _thing(scene: Scene, verb: Token) -> Token | None:
    """What was passed: the object, the subject of the passive, or the noun that "leaked to" hangs on."""
    around = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    around += [verb.head] if verb.dep_ == "acl" else []
    it = next((c for c in around if c.lower_ in ("it", "them")), None)
    named = (c for c in around if c.lemma_.lower() in sorted_into("things", TABLE))
    return next(named, it)


def _ends(
    scene: Scene, verb: Token, thing: Token | None, *, is_obtained: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gave it, and who got it."""
    behind = scene.who(objects_behind(verb, frozenset({"by"})))
    doers = scene.who([s for s in subjects_of(verb) if thing is None or s.i != thing.i])
    if is_obtained:
        return scene.who(objects_behind(verb, frozenset({"from"}))), doers or behind
    takers = objects_behind(verb, _TO) + [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return doers or behind, scene.who(takers)


def _kind_of(scene: Scene, verb: str, thing: Token | None, takers: tuple[str, ...]) -> CommunicationKind | None:
    """A record that an outlet was given, or that somebody obtained, is a leak; "gave it a statement" tells of none."""
    if verb == CommunicationKind.LEAK:
        return CommunicationKind.LEAK
    to_press = any(scene.cast.actor(id).kind is ActorKind.OUTLET for id in takers)
    if to_press or verb in listed("giving", "obtaining"):
        is_record = thing is not None and thing.lemma_.lower() in listed("things", "records")
        return CommunicationKind.LEAK if is_record else None
    return CommunicationKind.HANDOVER
