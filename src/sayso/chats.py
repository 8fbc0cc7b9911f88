"""Exported chat → Reading: every message is its sender's, on its own day; what is sent in a day is one exchange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.attribution.found import Found, as_statement
from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Channel,
    Communication,
    CommunicationKind,
    Document,
    Kind,
    Reading,
    Span,
    Statement,
    When,
    digest_of,
)
from sayso.text.chat import Chat, Message
from sayso.text.telegram_text import FORWARDED, REPLY
from sayso.times import bounds, times_in

# Whoever made the export, or whom the program does not know.
_NOBODY = frozenset({"me", "you", "unknown", "deleted account"})


@dataclass(frozen=True, slots=True)
class _Talk:
    """The chat with its people; `both` are the two of a chat of two."""

    document: Document
    chat: Chat
    actors: dict[str, Actor]
    both: tuple[str, ...] = ()

    def sender(self, message: Message) -> str:
        """The name above the message."""
        return message.sender.of(self.document.text)

    def senders(self, messages: Iterable[Message]) -> list[str]:
        """Each once, in order."""
        return list(dict.fromkeys(map(self.sender, messages)))


def read_chat(document: Document, chat: Chat) -> Reading:
    """Written words that somebody sent to others are letters to sayso, however short."""
    talk = _talk(document, chat)
    exchanges: list[Communication] = []
    statements: list[Statement] = []
    for _, of_day in groupby(chat.messages, lambda message: message.day):
        messages = list(of_day)
        exchanges.append(_exchange(talk, messages, len(exchanges)))
        statements += [_statement(talk, message, exchanges[-1].id) for message in messages]
    return Reading(document, tuple(talk.actors.values()), tuple(statements), tuple(exchanges), times_in(document))


def _talk(document: Document, chat: Chat) -> _Talk:
    talk = _Talk(document, chat, {actor.name: actor for actor in _actors(document, chat)})
    senders = tuple(talk.senders(chat.messages))
    return replace(talk, both=senders) if len(senders) == 2 and not chat.is_group else talk


def _actors(document: Document, chat: Chat) -> Iterator[Actor]:
    """Senders in order, then who is only forwarded: what an address book calls by one name is one."""
    spans: dict[str, list[Span]] = {}
    for message in chat.messages:
        spans.setdefault(message.sender.of(document.text), []).append(message.sender)
    for author in filter(None, map(_author, chat.messages)):
        spans.setdefault(author, [])
    for name, mentions in spans.items():
        id = "a" + digest_of(document.id, "chat", name)[:12]
        yield Actor(id, name, _kind_of(name), tuple(mentions))


def _kind_of(name: str) -> ActorKind:
    """A number names nobody."""
    is_name = any(map(str.isalpha, name)) and name.lower() not in _NOBODY
    return ActorKind.PERSON if is_name else ActorKind.UNNAMED


def _exchange(talk: _Talk, messages: list[Message], number: int) -> Communication:
    """A day's messages; both take part in a chat of two, else who writes that day."""
    return Communication(
        id="c" + digest_of(talk.document.id, "chat", str(number))[:12],
        kind=CommunicationKind.LETTER,
        participants=tuple(talk.actors[name].id for name in talk.both or talk.senders(messages)),
        when=_when(messages[0]),
        medium=talk.chat.medium,
        spans=(messages[0].stamp,),
    )


def _statement(talk: _Talk, message: Message, exchange: str) -> Statement:
    sender, author = talk.sender(message), _author(message)
    found = Found((message.words,), source=(message.sender,), confidence=0.97, found_by="messages")
    return replace(
        as_statement(found, talk.document.id, talk.document.text, Kind.DIRECT),
        speaker=talk.actors[author or sender].id,
        via=(talk.actors[sender].id,) if author and author != sender else (),
        addressees=() if author else tuple(talk.actors[name].id for name in _others(talk, message)),
        act=Act.ASKS if message.words.of(talk.document.text).endswith("?") else Act.ASSERTS,
        channel=Channel.LETTER,
        communication=exchange,
        # When forwarded words were first sent, the chat does not say.
        when=None if author else _when(message),
    )


def _others(talk: _Talk, message: Message) -> list[str]:
    """The other of two; in a group, whose message is answered."""
    sender = talk.sender(message)
    if talk.both:
        return [name for name in talk.both if name != sender]
    answered = _noted(message, REPLY)
    return [answered] if answered and answered in talk.actors and answered != sender else []


def _author(message: Message) -> str | None:
    """Whose words are forwarded."""
    return _noted(message, FORWARDED)


def _noted(message: Message, sign: str) -> str | None:
    notes = (note for note in message.note.split("; ") if note.startswith(sign))
    return next((note.removeprefix(sign) for note in notes), None)


def _when(message: Message) -> When | None:
    """The day; the hour stands in the words."""
    return When(message.day, message.stamp, *bounds(message.day)) if message.day else None
