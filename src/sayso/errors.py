"""Everything that sayso can complain of. The message is a sentence for a person; the facts are attributes.

SaysoError
├── UnreadableDocument      one document cannot be read; the rest of the run goes on
│   ├── MissingFile
│   ├── EmptyDocument
│   ├── DocumentTooLarge
│   ├── WrongFormat         the bytes are not what the name promises
│   └── NoTextLayer         a scan: pictures of pages
├── RecordError
│   ├── NoSuchRecord
│   └── NotInRecord         the record holds nothing by that id
│       └── AmbiguousName   several in the record are called so
├── InvalidJudgement
├── MissingPart             a program part (language pipeline, browser …) is not installed
└── NoNetwork               --airgap refused a connection
"""

from __future__ import annotations

LONGEST_NAME, LONGEST_PATH = 120, 400
"""Characters of a name, and of a whole path, in a message."""
_LISTED = 3


def named(words: str, longest: int = LONGEST_NAME) -> str:
    """What somebody typed, as a message repeats it: of what is too long to be a name, the beginning and the end."""
    return words if len(words) <= longest else f"{words[: longest - 40]}…{words[-39:]}"


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose."""


class UnreadableDocument(SaysoError):
    """One document cannot be read. `source` names it, `advice` says what to do."""

    def __init__(self, source: str, problem: str, advice: str = "") -> None:
        self.source = source
        self.problem = problem
        self.advice = advice
        super().__init__(" ".join(part for part in (f"{named(source)} {problem}.", advice) if part))


class MissingFile(UnreadableDocument):
    """There is no such file, or it may not be opened."""


class EmptyDocument(UnreadableDocument):
    """There is no text in it."""


class DocumentTooLarge(UnreadableDocument):
    """Over the stated limit on bytes or characters."""


class WrongFormat(UnreadableDocument):
    """The bytes are not what the name promises, or are damaged."""


class NoTextLayer(UnreadableDocument):
    """A scan: pictures of pages without text."""


class RecordError(SaysoError):
    """The record cannot be opened or used."""


class NoSuchRecord(RecordError):
    """There is no record at that place yet."""


class NotInRecord(RecordError):
    """The record holds nothing by that id."""


class AmbiguousName(NotInRecord):
    """Several in the record are called so; `choices` are their names."""

    def __init__(self, typed: str, choices: tuple[str, ...]) -> None:
        self.choices = choices
        several = ", ".join(choices[:_LISTED]) + (" …" if len(choices) > _LISTED else "")
        super().__init__(f"Several are called “{named(typed)}”: {several}. Give more of the name.")


class InvalidJudgement(SaysoError):
    """A judgement names an unknown field or value."""


class MissingPart(SaysoError):
    """A part that this step needs is not installed; the message says how to get it."""


class NoNetwork(SaysoError):
    """Airgapped: a connection beyond this machine was refused."""
