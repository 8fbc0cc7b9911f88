"""Everybody in the record: each person, organisation and outlet once, with all names that documents print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select, union_all

from sayso.errors import AmbiguousName, NotInRecord, named
from sayso.model import ActorKind, Pin, Reality, Span
from sayso.record import asking
from sayso.record.answers import Person, PersonLine, PrintedName, PrintedRole
from sayso.record.involved import is_named, names_of, said_about, said_by, said_to
from sayso.record.names import folded, storable
from sayso.record.schema import (
    actor_members,
    actors,
    communication_actors,
    documents,
    lines,
    mentions,
    roles,
    statement_actors,
    statements,
    texts,
)
from sayso.record.schema import people as people_table

_LOOKED_AT = 20
"""Documents in which the printed forms of a name are looked up for each line of a list …"""
_LOOKED_AT_CLOSELY = 200
"""… and for a page of its own."""


def people(
    connection: Connection,
    called: str | None,
    kind: ActorKind | None,
    page: tuple[int | None, int],
    *,
    mentioned: bool = True,
) -> list[PersonLine]:
    """Lines of those whose name holds these words, the most spoken first. `page` is limit and offset.

    `mentioned=False` leaves out the organisations that do nothing but be mentioned.
    """
    limit, offset = page
    ranked = _ranked(connection, called, kind)
    if not mentioned:
        only = only_mentioned(connection)
        ranked = [one for one in ranked if one[0].name not in only]
    ranked = ranked[offset:][:limit]
    forms = _forms(connection, [row.name for row, _ in ranked], _LOOKED_AT)
    return [_line(row, said, forms.get(row.name, [])) for row, said in ranked]


def count(connection: Connection, called: str | None, kind: ActorKind | None, *, mentioned: bool = True) -> int:
    """How many there are."""
    wanted = folded(called or "")
    if mentioned and not wanted:
        query = select(func.count()).select_from(people_table)
        return connection.scalar(query if kind is None else query.where(people_table.c.kind == kind)) or 0
    named = select(people_table.c.name)
    names = connection.scalars(named if kind is None else named.where(people_table.c.kind == kind))
    only = set() if mentioned else only_mentioned(connection)
    return sum(name not in only and _begins_a_word(wanted, name) for name in names)


def only_mentioned(connection: Connection) -> set[str]:
    """Organisations that neither speak, are spoken to, carry words, nor take part in a communication."""
    acting = union_all(
        select(statements.c.document_id, statements.c.speaker_id.label("actor_id")).where(
            statements.c.speaker_id.is_not(None)
        ),
        *(select(part.c.document_id, part.c.actor_id) for part in (statement_actors, communication_actors)),
        select(actor_members.c.document_id, actor_members.c.member_id),
    ).subquery()
    here = and_(acting.c.document_id == actors.c.document_id, acting.c.actor_id == actors.c.id)
    acts = select(actors.c.person).join(acting, here).where(actors.c.person.is_not(None))
    query = select(people_table.c.name).where(people_table.c.kind == ActorKind.ORGANISATION)
    return set(connection.scalars(query.where(people_table.c.name.not_in(acts))))


def person(connection: Connection, typed: str) -> Person:
    """All that is known of one; raises NotInRecord."""
    name = meant(connection, storable(typed))
    row = connection.execute(_all().where(people_table.c.name == name)).one()
    known = select(actors.c.document_id).where(is_named(name))
    about = asking.document_lines(connection, documents.c.id.in_(known))
    return Person(
        id=name,
        name=name,
        kind=ActorKind(row.kind),
        names=tuple(_printed_names(connection, name)),
        roles=tuple(_printed_roles(connection, name)),
        documents=tuple(about),
        by=_count(connection, said_by(name)),
        to=_count(connection, said_to(name)),
        about=_count(connection, said_about(name)),
        looked_at=min(len(about), _LOOKED_AT_CLOSELY),
    )


def _all() -> Select[Any]:
    """One row each."""
    there = func.count(actors.c.document_id.distinct()).label("documents")
    grouped = actors.join(people_table, people_table.c.name == actors.c.person)
    columns = people_table.c.name, people_table.c.kind
    return select(*columns, there).select_from(grouped).group_by(*columns)


def by_name(connection: Connection, names: Collection[str]) -> dict[str, PersonLine]:
    """Their lines, by name."""
    said = Counter(dict(asking.speakers(connection))) + _said_in_groups(connection)
    forms = _forms(connection, list(names), _LOOKED_AT)
    rows = connection.execute(_all().where(people_table.c.name.in_(names)))
    return {row.name: _line(row, said[row.name], forms.get(row.name, [])) for row in rows}


def _ranked(connection: Connection, called: str | None, kind: ActorKind | None) -> list[tuple[Row[Any], int]]:
    """Rows with what each is recorded as having said, most first."""
    query = _all() if kind is None else _all().where(people_table.c.kind == kind)
    said = Counter(dict(asking.speakers(connection))) + _said_in_groups(connection)
    wanted = folded(called or "")
    found = connection.execute(query).all()
    kept = [row for row in found if _begins_a_word(wanted, row.name)]
    ranked = [(row, said[row.name]) for row in kept]
    return sorted(ranked, key=lambda one: (-one[1], -one[0].documents, one[0].name))


def _begins_a_word(wanted: str, name: str) -> bool:
    return not wanted or f" {wanted}" in f" {folded(name)}"


def _said_in_groups(connection: Connection) -> Counter[str]:
    """What named members said as one with others."""
    member = and_(actors.c.document_id == actor_members.c.document_id, actors.c.id == actor_members.c.member_id)
    spoken = and_(
        statements.c.document_id == actor_members.c.document_id, statements.c.speaker_id == actor_members.c.actor_id
    )
    line = and_(
        lines.c.document_id == statements.c.document_id,
        lines.c.statement_id == statements.c.id,
        lines.c.rejected.is_(False),
        lines.c.reality == Reality.SAID,
    )
    # Outer joins, because SQLite takes them in the order given: from the few members of groups on.
    through = actor_members.outerjoin(actors, member).outerjoin(statements, spoken).outerjoin(lines, line)
    counted = func.count(lines.c.number.distinct())
    query = select(actors.c.person, counted).select_from(through).group_by(actors.c.person)
    return Counter({name: count for name, count in connection.execute(query) if name is not None})


def _line(row: Row[Any], said: int, forms: Sequence[str]) -> PersonLine:
    names = tuple(dict.fromkeys([row.name, *forms]))
    return PersonLine(row.name, row.name, ActorKind(row.kind), names, said, row.documents)


def _mentioned(names: Sequence[str], closely: int) -> Select[Any]:
    """Where these are mentioned, each in so many documents."""
    place = func.row_number().over(partition_by=actors.c.person, order_by=actors.c.document_id).label("place")
    columns = actors.c.person.label("name"), actors.c.name.label("called"), actors.c.document_id, actors.c.id
    of = select(*columns, place).where(actors.c.person.in_(names))
    some = of.subquery()
    words = func.substr(texts.c.text, mentions.c.start + 1, mentions.c.stop - mentions.c.start).label("words")
    return (
        select(some.c.name, some.c.called, documents.c.id, documents.c.digest, mentions.c.start, mentions.c.stop, words)
        .join(mentions, and_(mentions.c.document_id == some.c.document_id, mentions.c.actor_id == some.c.id))
        .join(documents, documents.c.id == some.c.document_id)
        .join(texts)
        .where(some.c.place <= closely)
        .order_by(documents.c.published, documents.c.id, mentions.c.start)
    )


def _forms(connection: Connection, names: Sequence[str], closely: int) -> dict[str, list[str]]:
    """The ways in which each name is printed, the commonest first."""
    counts: dict[str, Counter[str]] = {}
    for row in connection.execute(_mentioned(names, closely)):
        if _names(row.words, row.called):
            counts.setdefault(row.name, Counter())[row.words] += 1
    return {name: [form for form, _ in forms.most_common()] for name, forms in counts.items()}


def _names(words: str, name: str) -> bool:
    """Do these words name them, and not only point at them as "he" does?"""
    return bool(set(folded(words).split()) & set(folded(name).split()))


def _printed_names(connection: Connection, name: str) -> Iterator[PrintedName]:
    found: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(_mentioned([name], _LOOKED_AT_CLOSELY)):
        if _names(row.words, row.called):
            found.setdefault(row.words, []).append(row)
    for words, rows in sorted(found.items(), key=lambda one: -len(one[1])):
        pin = Pin(rows[0].id, rows[0].digest, Span(rows[0].start, rows[0].stop), words)
        yield PrintedName(words, len({row.id for row in rows}), pin)


def _printed_roles(connection: Connection, name: str) -> Iterator[PrintedRole]:
    """Each role once, the newest first, where it was printed first."""
    at = and_(roles.c.document_id == actors.c.document_id, roles.c.actor_id == actors.c.id)
    query = (
        select(roles, documents.c.digest)
        .join(actors, at)
        .join(documents, documents.c.id == roles.c.document_id)
        .where(is_named(name))
        .order_by(documents.c.published, documents.c.id, roles.c.start)
    )
    first: dict[str, Row[Any]] = {}
    for row in connection.execute(query):
        first.setdefault(row.text, row)
    printed = {row.document_id for row in first.values()}
    about = {line.id: line for line in asking.document_lines(connection, documents.c.id.in_(printed))}
    for text, row in reversed(first.items()):
        yield PrintedRole(
            text, Pin(row.document_id, row.digest, Span(row.start, row.stop), text), about[row.document_id]
        )


def meant(connection: Connection, typed: str) -> str:
    """The name that an address, a name or a part of one leads to; raises NotInRecord or AmbiguousName."""
    document, slash, id = typed.rpartition("/")
    if slash and (found := names_of(connection, [(document, id)])):
        return found[document, id]
    for fits in (people_table.c.name == typed, people_table.c.name.in_(_printed_as(typed))):
        names = connection.scalars(select(people_table.c.name).where(fits).order_by(people_table.c.name)).all()
        if names:
            return _only(typed, names)
    close = [row.name for row, _ in _ranked(connection, typed, None)] if folded(typed) else []
    if not close:
        raise NotInRecord(f"Nobody in the record is called “{named(typed)}”.")
    return _only(typed, close)


def _printed_as(name: str) -> Select[Any]:
    """Whom a document names so."""
    return select(actors.c.person).where(actors.c.name == name, actors.c.person.is_not(None))


def _only(typed: str, names: Sequence[str]) -> str:
    if len(names) == 1:
        return str(names[0])
    raise AmbiguousName(typed, tuple(map(str, names)))


def _count(connection: Connection, fits: ColumnElement[bool]) -> int:
    said = [lines.c.rejected.is_(False), lines.c.reality == Reality.SAID]
    return connection.scalar(select(func.count()).select_from(lines).where(fits, *said)) or 0
