"""The communication that a run of statements shares, said once above the first of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.export.phrases import capital, date, duration, joined
from sayso.export.reader.cast import Cast
from sayso.model import Channel, Communication, Reading, Statement, Status, When


@dataclass(frozen=True, slots=True)
class Scene:
    """Kind, date and circumstances of a communication; `key` is what statements share that belong to it."""

    key: tuple[str, ...]
    title: str
    when: str = ""
    extent: str = ""
    details: tuple[str, ...] = ()
    again: bool = False

    def continued(self) -> Scene:
        """The same, come back to after another: its details need no second telling."""
        return replace(self, details=(), again=True) if self.is_one_act else self

    @property
    def is_one_act(self) -> bool:
        """Is it one communication, and not merely a way of telling?"""
        return len(self.key) == 1


def scene_of(statement: Statement, reading: Reading, cast: Cast) -> Scene:
    """The scene of a statement: its communication, or what else is known of how it was said."""
    communication = communication_of(statement, reading)
    return _staged(communication, statement, reading, cast) if communication else _unstaged(statement, cast)


def communication_of(statement: Statement, reading: Reading) -> Communication | None:
    """The communication behind a statement, where there is one."""
    return next((c for c in reading.communications if c.id == statement.communication), None)


def channel_of(statement: Statement, reading: Reading) -> str:
    """How the words travelled, with what is known of it; empty if that is not stated."""
    communication = communication_of(statement, reading)
    if communication is None:
        return "" if statement.channel is Channel.UNSPECIFIED else statement.channel.value
    length = duration(communication.duration or "")
    parts = [communication.kind.value, communication.medium, length, communication.place]
    return ", ".join(part for part in parts if part)


def _staged(communication: Communication, statement: Statement, reading: Reading, cast: Cast) -> Scene:
    when = communication.when or statement.when
    status = "" if communication.status is Status.HAPPENED else communication.status.value
    return Scene(
        key=(communication.id,),
        title=capital(communication.kind.value),
        when=date(when.edtf if when else None),
        extent=", ".join(part for part in (duration(communication.duration or ""), status) if part),
        details=_lines(_circumstances(communication, statement, cast), _printed(when, reading)),
    )


def _circumstances(communication: Communication, statement: Statement, cast: Cast) -> str:
    people = cast.names(communication.participants)
    alone = people == cast.names(statement.speaker)
    parts = ["" if alone else joined([name.short for name in people]), communication.medium, communication.place]
    return ", ".join(dict.fromkeys(part for part in [*parts, _via(statement, cast)] if part))


def _unstaged(statement: Statement, cast: Cast) -> Scene:
    """Dates differ from statement to statement where no act joins them: they stand on the cards."""
    told = statement.channel is Channel.UNSPECIFIED
    title = "Told by the outlet" if told else capital(statement.channel.value)
    return Scene(("no act", title, *statement.via), title, details=_lines(_via(statement, cast)))


def _via(statement: Statement, cast: Cast) -> str:
    via = joined([name.short for name in cast.names(statement.via)])
    return f"via {via}" if via else ""


def _printed(when: When | None, reading: Reading) -> str:
    printed = when.words.of(reading.document.text) if when else ""
    return f"printed as “{printed}”" if printed else ""


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
