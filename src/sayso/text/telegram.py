"""Telegram Desktop's result.json: one chat, or all chats of an account. Each becomes a text of messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import EmptyDocument, UnreadableDocument, WrongFormat
from sayso.model import Document, DocumentKind
from sayso.text.telegram_text import CHAT, FORWARDED, GROUP, REPLY

_OF_TWO = frozenset({"personal_chat", "saved_messages", "bot_chat"})
_AGAIN = "Export the chat again from Telegram Desktop, as JSON."


def is_export(data: Any) -> bool:
    """Does it hold a chat's messages, or a list of chats?"""
    return isinstance(data, dict) and ("messages" in data or isinstance(data.get("chats"), dict))


def documents(data: dict[str, Any], name: str) -> Iterator[Document | UnreadableDocument]:
    """One transcript a chat; a chat without messages is a complaint."""
    chats = data["chats"].get("list", []) if "messages" not in data else [data]
    if not isinstance(chats, list) or not chats:
        raise EmptyDocument(name, "is a Telegram export without chats", _AGAIN)
    for number, chat in enumerate(chats, 1):
        yield _transcript(chat, name if len(chats) == 1 else f"{name}:{number}")


def _transcript(chat: Any, name: str) -> Document | UnreadableDocument:
    messages = chat.get("messages") if isinstance(chat, dict) else None
    if not isinstance(messages, list):
        return WrongFormat(name, "is a Telegram export whose messages are no list", _AGAIN)
    sent = [message for message in messages if isinstance(message, dict) and message.get("type") != "service"]
    names = {message.get("id"): _sender(message) for message in sent}
    lines = [line for message in sent if (line := _line(message, names))]
    if not lines:
        return EmptyDocument(name, "is a Telegram chat without messages", _AGAIN)
    title = _name(chat.get("name"))
    head = (CHAT if chat.get("type") in _OF_TWO else GROUP) + (f" {title}" if title else "")
    return Document("\n\n".join([head, *lines]), name, DocumentKind.TRANSCRIPT, title or None)


def _line(message: dict[str, Any], names: dict[Any, str]) -> str | None:
    words = _words(message.get("text")).strip()
    date = str(message.get("date", "")).replace("T", " ")[:19]
    if not words or not re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", date):
        return None
    notes = "; ".join(_notes(message, names))
    return f"[{date}] {_sender(message)}{f' ({notes})' if notes else ''}: {words}"


def _notes(message: dict[str, Any], names: dict[Any, str]) -> Iterator[str]:
    if forwarded := _name(message.get("forwarded_from")):
        yield FORWARDED + forwarded
    if to := names.get(message.get("reply_to_message_id")):
        yield REPLY + to
    if message.get("edited"):
        yield "edited"


def _sender(message: dict[str, Any]) -> str:
    """The name; of a deleted account its number."""
    return _name(message.get("from")) or _name(message.get("from_id")) or "unknown"


def _name(value: Any) -> str:
    """On one line, without what ends a name in the text."""
    return " ".join(re.sub(r"[:()\"“”;]", " ", value).split())[:58] if isinstance(value, str) else ""


def _words(text: Any) -> str:
    """A text is a string, or a list of strings and of entities (links, bold words), each with its text."""
    if isinstance(text, list):
        return "".join(map(_words, text))
    return text.get("text", "") if isinstance(text, dict) else text if isinstance(text, str) else ""
