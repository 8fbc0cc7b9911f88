"""Names, aliases and offices that somebody gave beforehand: a help in telling who is who, never fetched."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from sayso.errors import EmptyDocument, MissingFile, WrongFormat, named
from sayso.people.profile import Profile
from sayso.record.names import folded
from sayso.record.schema import known, known_names

_COLUMNS = ("name", "aliases", "office", "since", "until")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_HELP = "The first line names the columns: name, aliases (with “;” between), office, since, until (ISO dates)."


@dataclass(frozen=True, slots=True)
class Office:
    """An office with the days on which it began and ended, as far as they are known."""

    words: str
    since: str
    until: str

    def held(self, day: str | None) -> bool:
        """May it have been held on that day (ISO)?"""
        return day is None or (
            (not self.since or day >= self.since[: len(day)])
            and (not self.until or day[: len(self.until)] <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Known:
    """One person or body with all its names."""

    name: str
    aliases: tuple[str, ...]
    offices: tuple[Office, ...]


def read(path: Path) -> list[Known]:
    """What a CSV file tells; several lines of one name add up. Raises UnreadableDocument."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise MissingFile(str(path), f"cannot be opened: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise WrongFormat(str(path), "is not UTF-8", "Save it as CSV in UTF-8.") from error
    found: dict[str, Known] = {}
    try:
        for number, cells in _rows(text):
            if name := cells["name"]:
                _refuse_no_day(cells, number)
                found[name] = _with(found.get(name, Known(name, (), ())), cells)
    except (csv.Error, ValueError) as error:
        raise WrongFormat(str(path), str(error), _HELP) from error
    if not found:
        raise EmptyDocument(str(path), "names nobody", _HELP)
    return list(found.values())


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The number of the line on which each row ends, and what its columns hold; raises ValueError or csv.Error."""
    rows = csv.reader(StringIO(text, newline=""))
    columns = [cell.strip().casefold() for cell in next(rows, [])]
    if "name" not in columns:
        raise ValueError("has no column “name”")
    for row in rows:
        cells = {column: " ".join(cell.split()) for column, cell in zip(columns, row, strict=False)}
        yield rows.line_num, dict.fromkeys(_COLUMNS, "") | cells


def _refuse_no_day(cells: Mapping[str, str], line: int) -> None:
    for column in ("since", "until"):
        if cells[column] and not _is_day(cells[column]):
            raise ValueError(f"says “{named(cells[column])}” in line {line} under {column}, which is no ISO date")
    since, until = cells["since"], cells["until"]
    if until and since[: len(until)] > until:
        raise ValueError(f"lets an office end before it begins, in line {line}")


def _is_day(words: str) -> bool:
    """A day, or a month or year alone: 2025-01-10, 2025-01, 2025."""
    try:
        return bool(_DAY.fullmatch(words)) and bool(date.fromisoformat((words + "-01-01")[:10]))
    except ValueError:
        return False


def _with(one: Known, cells: Mapping[str, str]) -> Known:
    aliases = (alias.strip() for alias in cells["aliases"].split(";"))
    offices = (Office(cells["office"], cells["since"], cells["until"]),) if cells["office"] else ()
    names = dict.fromkeys([*one.aliases, *filter(None, aliases)])
    return replace(one, aliases=tuple(names), offices=(*one.offices, *offices))


def save(connection: Connection, told: Iterable[Known]) -> None:
    """Keep it; whoever was told of before is told of anew."""
    for one in told:
        offices = [[office.words, office.since, office.until] for office in one.offices]
        row = {"aliases": _json(one.aliases), "offices": _json(offices)}
        kept = insert_or(known).values(name=one.name, **row)
        connection.execute(kept.on_conflict_do_update(index_elements=[known.c.name], set_=row))
        connection.execute(known_names.delete().where(known_names.c.name == one.name))
        forms = sorted({folded(form) for form in (one.name, *one.aliases)} - {""})
        connection.execute(insert(known_names), [{"form": form, "name": one.name} for form in forms])


def _json(values: Collection[Any]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


def added(connection: Connection, profile: Profile, day: str | None) -> Profile:
    """The profile with what is known of the only one whom its names mean; as it is where that is nobody or several."""
    forms = {folded(name) for name in profile.names}
    query = select(known).where(known.c.name.in_(select(known_names.c.name).where(known_names.c.form.in_(forms))))
    rows = connection.execute(query).all()
    return _more(profile, rows[0], day) if len(rows) == 1 else profile


def _more(profile: Profile, row: Row[Any], day: str | None) -> Profile:
    offices = [Office(*office) for office in json.loads(row.offices)]
    held = [office.words for office in offices if office.held(day and day[:10])]
    return replace(
        profile,
        names=tuple(dict.fromkeys([*profile.names, row.name, *json.loads(row.aliases)])),
        roles=tuple(dict.fromkeys([*profile.roles, *held])),
    )
