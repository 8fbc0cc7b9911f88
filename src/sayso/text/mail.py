"""Mail, EML: a statement by its sender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.errors import EmptyDocument, WrongFormat
from sayso.model import Document, DocumentKind
from sayso.text.dates import iso_date
from sayso.text.decode import decode

if TYPE_CHECKING:
    from email.message import EmailMessage

HEADERS = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.A)
SIGNS = (b"message-id:", b"mime-version:", b"received:", b"return-path:")


def recognises(data: bytes) -> bool:
    """Does it begin with a block of headers that only mail has?"""
    match = HEADERS.match(data[:100_000])
    return match is not None and any(b"\n" + sign in b"\n" + match[0].lower() for sign in SIGNS)


def read(data: bytes, name: str) -> Iterator[Document]:
    """One statement: its plain text as sent, or the text of its HTML."""
    message = parsed(data)
    if not any(_header(message, header) for header in ("From", "Date", "Subject", "Message-ID")):
        raise WrongFormat(name, "is no mail: it has neither sender, date nor subject", "Save the mail again as .eml.")
    yield Document(
        _body(message, name),
        source=name,
        kind=DocumentKind.STATEMENT,
        title=_header(message, "Subject"),
        author=_sender(message),
        published=iso_date(_header(message, "Date")),
    )


def parsed(data: bytes) -> EmailMessage:
    """The mail in these bytes, whatever they are."""
    # Imported here with the rest of the mail library, so that asking the record does not load it.
    from email import policy
    from email.parser import BytesParser

    return BytesParser(policy=policy.default).parsebytes(data)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except Exception:  # The header parser of the standard library trips over many a bad header.
        value = next((raw for key, raw in message.raw_items() if key.lower() == name.lower()), None)
    return str(value) if value else None


def _sender(message: EmailMessage) -> str | None:
    """The name of the sender, or the address where no name is given."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "From") or "")
    return name or address or None


def _body(message: EmailMessage, name: str) -> str:
    plain = part_of(message, "plain", name)
    if plain.strip():
        return plain
    if (markup := part_of(message, "html", name)).strip():
        # Imported here: lxml is needed only for mail without plain text.
        from sayso.text.html import visible_text

        return visible_text(markup, name)
    raise EmptyDocument(name, "is a mail without words of its own", _advice(message))


def part_of(message: EmailMessage, kind: str, name: str) -> str:
    """The text of the body in this kind ("plain", "html"), or nothing."""
    part = message.get_body((kind,))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    return decode(payload, name, part.get_content_charset()).replace("\r\n", "\n")


def _advice(message: EmailMessage) -> str:
    attached = [file for part in message.iter_attachments() if (file := part.get_filename())]
    return f"Save what is attached ({', '.join(attached)}), and read that." if attached else "Save the mail again."
