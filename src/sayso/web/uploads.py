"""What is dropped or pasted on the front page, made ready for reading."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

from starlette.datastructures import UploadFile

from sayso.text import Given, from_text, read_bytes
from sayso.web.intake import Intake, Job, Source
from sayso.web.refusal import Refusal


def hand_in_files(intake: Intake, files: list[UploadFile]) -> Job:
    """Queue uploaded files, each under its own name. They are held in memory: nothing of them is left on the disk."""
    named = ((plain_name(file.filename or ""), file.file.read()) for file in files)
    return intake.hand_in([(name, _reading(data, name)) for name, data in named])


def hand_in_text(intake: Intake, text: str, outlet: str, published: str, source: str) -> Job:
    """Queue a pasted text. Raises Refusal if there is none, or if its date is no date."""
    if not text.strip():
        raise Refusal(422, "There was nothing to read.", "Choose files, or paste a text, then add it.")
    name = source or "pasted text"
    try:
        given = Given(outlet=outlet or None, published=published or None, source=name)
    except ValueError as error:
        raise Refusal(422, str(error)) from error
    return intake.hand_in([(name, lambda: iter([from_text(text, given)]))])


def plain_name(name: str) -> str:
    """A file's own name, without the folders that it came from or pretends to come from.

    >>> plain_name("..\\\\..\\\\etc/notes.txt")
    'notes.txt'
    """
    return PurePosixPath(PureWindowsPath(name).as_posix()).name or "file"


def _reading(data: bytes, name: str) -> Source:
    return lambda: read_bytes(data, name)
