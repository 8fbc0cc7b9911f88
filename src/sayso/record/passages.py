"""Where in all texts some words may stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from sayso.model import Span
from sayso.record import search
from sayso.record.answers import Passage
from sayso.record.schema import documents, pieces, texts

Row_ = Row[Any]


def save(connection: Connection, digest: str, text: str) -> None:
    """Cut a new text into pieces and make them findable."""
    spans = list(search.pieces_of(text))
    first = (connection.scalar(select(func.max(pieces.c.number))) or 0) + 1
    # One number is left out between texts: neighbours in number are neighbours in a text.
    numbers = range(first + 1, first + 1 + len(spans))
    rows = [
        {"number": number, "digest": digest, "start": span.start, "stop": span.end}
        for number, span in zip(numbers, spans, strict=True)
    ]
    if rows:
        connection.execute(insert(pieces), rows)
        search.index_pieces(connection, numbers, [span.of(text) for span in spans])


def find(
    connection: Connection, index: search.Pieces, words: str, limit: int, exclude: Collection[str]
) -> Iterator[Passage]:
    """Passages that may hold the words, best first: pieces joined with their neighbours."""
    # Twice as many where some may have to be passed over.
    numbers = index.holding(connection, words, limit * (2 if exclude else 1))
    around = {near for number in numbers for near in (number - 1, number, number + 1)}
    query = select(pieces).where(pieces.c.number.in_(around), pieces.c.digest.not_in(exclude))
    rows = {row.number: row for row in connection.execute(query.order_by(pieces.c.number))}
    stretches = list(_stretches(numbers, rows))[:limit]
    digests = {row.digest for row, _ in stretches}
    printed = {row.digest: row.text for row in connection.execute(select(texts).where(texts.c.digest.in_(digests)))}
    owners = _documents(connection, digests)
    for first, last in stretches:
        span = Span(first.start, last.stop)
        ids = owners[first.digest]
        yield Passage(ids[0], first.digest, span, span.of(printed[first.digest]), ids)


def _stretches(numbers: Sequence[int], rows: dict[int, Row_]) -> Iterator[tuple[Row_, Row_]]:
    """First and last piece of each unbroken run, in the order of the best piece in it."""
    done: set[int] = set()
    for number in numbers:
        if number in rows and number not in done:
            first = last = number
            while first - 1 in rows:
                first -= 1
            while last + 1 in rows:
                last += 1
            done.update(range(first, last + 1))
            yield rows[first], rows[last]


def _documents(connection: Connection, digests: Collection[str]) -> dict[str, tuple[str, ...]]:
    query = select(documents.c.digest, documents.c.id).where(documents.c.digest.in_(digests))
    owners: dict[str, tuple[str, ...]] = {}
    for digest, id in connection.execute(query.order_by(documents.c.published.nulls_last(), documents.c.id)):
        owners[digest] = (*owners.get(digest, ()), id)
    return owners
