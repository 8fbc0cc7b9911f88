"""Requests for comment, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.frames import VERBS
from sayso.communications.told import TABLE, Scene, Told, listed, objects_behind, subjects_of
from sayso.language.words import sorted_into
from sayso.model import ActorKind, CommunicationKind, Reply, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO = frozenset({"to", "from"})
_ASKING = frozenset({"ask", "contact", "approach", "reach", "request", "seek", "email", "invite", "send"})


def request_told(scene: Scene, token: Token) -> Told | None:
    """ "has reached out to X for comment", "X declined to comment", "X did not respond", "could not be reached"."""
    if token.lower_ == "comment":
        return _on_comment(scene, token)
    lemma = token.lemma_.lower()
    if token.pos_ in VERBS and lemma in ("reach", "return", "answer", "respond", "reply") and _is_denied(token):
        return _left_open(scene, token)
    return None


def _on_comment(scene: Scene, token: Token) -> Told | None:
    verb = next((a for a in (token, *token.ancestors) if a.pos_ in VERBS and a != token), None)
    if verb is None and token.pos_ not in VERBS:
        return None
    verb = verb or token
    if token.pos_ in VERBS and _is_denied(token):
        return _asked(scene, token, subjects_of(token), _between(scene, token, token), Reply.DECLINED)
    reply = _reply(verb)
    if reply is None and not (verb.lemma_.lower() in _ASKING and token.pos_ == "NOUN"):
        return None
    people = _whom(verb) if reply is None else subjects_of(verb)
    return _asked(scene, verb, people, _between(scene, verb, token), reply or Reply.PENDING, by_subject=reply is None)


def _whom(verb: Token) -> list[Token]:
    """Whom the verb of asking asks: its object, what stands behind "to", the subject of its passive."""
    return [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")] + objects_behind(verb, _TO)


def _reply(verb: Token) -> Reply | None:
    named = sorted_into("replies", TABLE).get(verb.lemma_.lower())
    if named is None or (named == Reply.NOT_REACHED and not _is_denied(verb)):
        return None
    if named == Reply.PENDING:
        return Reply.NOT_REACHED if _is_denied(verb) else Reply.ANSWERED
    return Reply(named)


def _left_open(scene: Scene, verb: Token) -> Told | None:
    """ "did not return calls", "did not answer questions", "could not be reached": nobody refused, nobody answered."""
    asked_for = {w.lemma_.lower() for w in verb.subtree}
    if "comment" in asked_for:
        return None
    is_passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    if not (is_passive if verb.lemma_.lower() == "reach" else asked_for & listed("asked", "requests")):
        return None
    people = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return _asked(scene, verb, people, scene.paragraph.span_of(verb), Reply.NOT_REACHED)


def _is_denied(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _between(scene: Scene, one: Token, other: Token) -> Span:
    return scene.paragraph.between(min(one.i, other.i), max(one.i, other.i))


def _asked(
    scene: Scene, verb: Token, people: list[Token], span: Span, reply: Reply, *, by_subject: bool = False
) -> Told | None:
    """Who was asked comes first, then whoever asked: the outlet that says so, where nobody else is named."""
    asked = [p for p in people if p.lemma_.lower() not in listed("asked", "requests")]
    who = [id for p in asked for id in [scene.cast.who(scene.phrase_of(p))] if id is not None]
    if not who:
        return None
    askers = [id for id in scene.who(subjects_of(verb)) if id not in who] if by_subject else []
    author = scene.cast.author()
    if not askers and author is not None and scene.cast.actor(author).kind is ActorKind.OUTLET:
        askers = [author]
    parties = tuple(dict.fromkeys((*who, *askers)))
    sentence = scene.paragraph.span_of(verb.sent)
    return Told(CommunicationKind.REQUEST, parties, span, sentence, reply=reply, is_setting=False)
