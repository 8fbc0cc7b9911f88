"""Exported chats: each message with its sender, its words and the day it was sent. Their text stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.errors import EmptyDocument
from sayso.model import Span
from sayso.text import signal, telegram_text, whatsapp
from sayso.text.lists import section
from sayso.text.message import Entry, Form
from sayso.text.stamps import days_of

FORMS = (telegram_text.FORM, whatsapp.ANDROID, whatsapp.IOS, signal.DESKTOP, signal.CLI)
"""How messages are printed, by each program that exports them."""
# Behind the words, or in place of them: "<This message was edited>", "<Media omitted>".
_ADDED = re.compile(r"\u200e?<[^<>\n]{3,60}>$")


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `day` is EDTF, an interval where the date may be read in two ways."""

    stamp: Span
    sender: Span
    words: Span
    day: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chat:
    """The messages in order. `medium` is the program, where the form is its own."""

    messages: tuple[Message, ...]
    medium: str | None = None
    is_group: bool = False


def chat_in(text: str) -> Chat | None:
    """The chat that this text is an export of; None for any other text.

    >>> chat = chat_in("13/03/25, 14:05 - Ada Vento: Over.\\nAll of it.")
    >>> chat.messages[0].words.of("13/03/25, 14:05 - Ada Vento: Over.\\nAll of it."), chat.messages[0].day
    ('Over.\\nAll of it.', '2025-03-13')
    """
    for form in FORMS:
        if form.opening.match(text) and (entries := list(_entries(text, form))):
            return _chat(text, form, entries)
    return None


def refuse_empty(chat: Chat, name: str) -> None:
    """Raises EmptyDocument for a chat in which nobody says anything."""
    if not chat.messages:
        raise EmptyDocument(name, "is a chat without messages", "Export the chat again, with its messages.")


def _entries(text: str, form: Form) -> Iterator[Entry]:
    """What begins with a date, each up to the next."""
    found = list(form.entry.finditer(text))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        sender = Span(*match.span("sender")) if match["sender"] else None
        below = form.trailer.search(text, match.end() - 1, end) if form.trailer else None
        words = _trimmed(text, Span(match.end(), max(match.end(), below.start()) if below else end))
        day = Span(*match.span("day"))
        yield Entry(Span(*match.span("stamp")), day, sender, words, match.groupdict().get("note") or "")


def _chat(text: str, form: Form, entries: list[Entry]) -> Chat:
    days = days_of([entry.day.of(text) for entry in entries])
    messages = tuple(
        Message(entry.stamp, entry.sender, entry.words, day, entry.note)
        for entry, day in zip(map(lambda entry: _without_marks(text, entry), entries), days, strict=True)
        if entry.sender and _is_said(text, entry.words)
    )
    return Chat(messages, form.medium, form.is_group(text) or _tells_of_group(text, entries))


def _without_marks(text: str, entry: Entry) -> Entry:
    """Without what the program adds behind the words ("<This message was edited>")."""
    added = _ADDED.search(text, entry.words.start, entry.words.end)
    return replace(entry, words=_trimmed(text, Span(entry.words.start, added.start()))) if added else entry


def _is_said(text: str, words: Span) -> bool:
    """Not a picture left out, a deleted message, or a notice that the program marks."""
    printed = words.of(text)
    if not printed or printed.startswith("\u200e"):
        return False
    return printed.casefold().strip(" .") not in section("chat")["not_said"]


def _tells_of_group(text: str, entries: list[Entry]) -> bool:
    notices = [entry.words.of(text).casefold() for entry in entries if entry.sender is None]
    return any(sign in notice for notice in notices for sign in section("chat")["group"])


def _trimmed(text: str, span: Span) -> Span:
    printed = span.of(text)
    start = span.start + len(printed) - len(printed.lstrip())
    return Span(start, max(start, span.start + len(printed.rstrip())))
