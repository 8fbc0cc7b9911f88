"""Plain text, Markdown, plain transcripts and exported chats: the decoded file, untouched."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Document
from sayso.text.chat import chat_in, refuse_empty
from sayso.text.decode import plain_text
from sayso.text.transcript import kind_of


def read(data: bytes, name: str) -> Iterator[Document]:
    """One document; its kind is transcript where the text is taken in turns."""
    text = plain_text(data, name)
    if chat := chat_in(text):
        refuse_empty(chat, name)
    yield Document(text, source=name, kind=kind_of(text))


def recognises(data: bytes) -> bool:
    """Plain text is what nothing else is."""
    return False
