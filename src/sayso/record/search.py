"""Full-text search: everything that only SQLite understands. Another database gets a file like this one.

Two indexes: `lines_words` over the words said, with the names of speakers and addressees, and `pieces_words` over all
that is printed. Both fold case and accents. Neither keeps words of its own: the first reads them from `lines`
(triggers keep it in step), the second never needs them again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, func, select, table, text
from sqlalchemy.types import Integer

from sayso.model import Span, Spans
from sayso.record.answers import Question
from sayso.record.names import folded, storable
from sayso.record.schema import lines

_FOLDED = "tokenize = 'unicode61 remove_diacritics 2'"
_COLUMNS = "words, speaker_names, addressee_names"
_OLD = "old.number, old.words, old.speaker_names, old.addressee_names"
_NEW = "new.number, new.words, new.speaker_names, new.addressee_names"

TABLES = (
    f"CREATE VIRTUAL TABLE lines_words USING fts5({_COLUMNS}, content = 'lines', content_rowid = 'number', {_FOLDED})",
    f"""
    CREATE TRIGGER lines_words_insert AFTER INSERT ON lines BEGIN
        INSERT INTO lines_words (rowid, {_COLUMNS}) VALUES ({_NEW});
    END
    """,
    f"""
    CREATE TRIGGER lines_words_delete AFTER DELETE ON lines BEGIN
        INSERT INTO lines_words (lines_words, rowid, {_COLUMNS}) VALUES ('delete', {_OLD});
    END
    """,
    f"""
    CREATE TRIGGER lines_words_update AFTER UPDATE ON lines BEGIN
        INSERT INTO lines_words (lines_words, rowid, {_COLUMNS}) VALUES ('delete', {_OLD});
        INSERT INTO lines_words (rowid, {_COLUMNS}) VALUES ({_NEW});
    END
    """,
    # Only asked which pieces hold a word: no places, no lengths.
    f"CREATE VIRTUAL TABLE pieces_words USING fts5(words, content = '', detail = none, columnsize = 0, {_FOLDED})",
    "CREATE VIRTUAL TABLE pieces_vocabulary USING fts5vocab(pieces_words, row)",
)


# Statements


def match(question: Question) -> str | None:
    """The question's words and names in FTS5's language; None where it has neither.

    Whatever is typed becomes quoted words, so nothing of it is ever an operator.
    """
    wanted = (
        ("words", (question.words, question.about)),
        ("speaker_names", (question.by,)),
        ("addressee_names", (question.to,)),
    )
    parts = []
    for where, typed in wanted:
        given = [words for words in typed if words and words.strip()]
        if given:
            phrases = [phrase for words in given for phrase in phrases_of(words)]
            # What holds no letter or digit at all is found nowhere.
            parts.append(f"{where} : ({' AND '.join(phrases) or _NOTHING})")
    return " AND ".join(parts) or None


_NOTHING = '"sayso finds nothing"'


def phrases_of(typed: str) -> list[str]:
    """Words, and "words in quotation marks", each as a quoted FTS5 phrase.

    >>> phrases_of('cease-fire AND "at once" NEAR( *')
    ['"cease-fire"', '"AND"', '"at once"', '"NEAR("']
    """
    straight = re.sub("[“”„«»]", '"', storable(typed).replace("\0", " "))
    found = re.findall(r'"([^"]*)"|([^\s"]+)', straight)
    return [f'"{quoted or word}"' for quoted, word in found if any(c.isalnum() for c in quoted or word)]


_index = table("lines_words", column("rowid", Integer))


def _matches(match: str) -> ColumnElement[bool]:
    return text("lines_words MATCH :match").bindparams(match=match)  # type: ignore[return-value]


def matching(match: str) -> ColumnElement[bool]:
    """The condition that a line fits."""
    return lines.c.number.in_(select(_index.c.rowid).where(_matches(match)))


def by_relevance(page: Select[Any], match: str) -> Select[Any]:
    """The lines of a selection, best first: rare words weigh more, names do not."""
    rank = func.bm25(text("lines_words"), 1.0, 0.0, 0.0)
    joined = page.join(_index, _index.c.rowid == lines.c.number).where(_matches(match))
    return joined.order_by(rank, lines.c.latest.desc(), lines.c.document_id, lines.c.position)


def hits(connection: Connection, match: str, words: Mapping[int, str]) -> dict[int, Spans]:
    """Where the words of each line (number → words said) were matched."""
    found = select(_index.c.rowid, func.highlight(text("lines_words"), 0, _OPEN, _CLOSE))
    rows = connection.execute(found.where(_matches(match), _index.c.rowid.in_(list(words))))
    return {number: _marked(marked, words[number]) for number, marked in rows}


# Noncharacters of Unicode: no text that is passed on between programs holds them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


def _marked(marked: str, words: str) -> Spans:
    spans, plain, opened = [], 0, 0
    for part in re.split(f"({_OPEN}|{_CLOSE})", marked):
        if part == _OPEN:
            opened = plain
        elif part == _CLOSE:
            spans.append(Span(opened, plain))
        else:
            plain += len(part)
    return tuple(spans) if plain == len(words) else ()


# All that is printed


def index_pieces(connection: Connection, numbers: Sequence[int], words: Sequence[str]) -> None:
    """Make pieces of a text findable."""
    connection.execute(
        text("INSERT INTO pieces_words (rowid, words) VALUES (:number, :words)"),
        [{"number": number, "words": piece} for number, piece in zip(numbers, words, strict=True)],
    )


LOOKED_UP = 1500
"""Places looked at for one quotation by its rare words: more would be slow and no surer."""

WORDS_LOOKED_UP = 12
ENOUGH = 3
"""Where fewer words are rare enough to look up, common ones are looked for together."""

COMMON = 500
"""A word in more pieces than this is known to be common for as long as the record is open."""


class Pieces:
    """Finds the pieces of text that may hold a quotation, by its rarest words."""

    def __init__(self) -> None:
        self._common: dict[str, int] = {}

    def holding(self, connection: Connection, words: str, limit: int) -> list[int]:
        """Numbers of pieces that hold the words or many of them, best first.

        Words may be split between neighbours: each piece is also worth what the one after it holds.
        """
        terms = self._rarest_first(connection, words)
        rare = _affordable(terms)
        rarest = [term for term, _ in terms[:WORDS_LOOKED_UP]]
        found = [*_holding_all(connection, rarest, limit), *_most_alike(connection, rare, limit)]
        if len(rare) < ENOUGH:
            found += _holding_all_but_one(connection, rarest, limit)
        return list(dict.fromkeys(found))[:limit]

    def _rarest_first(self, connection: Connection, words: str) -> list[tuple[str, int]]:
        """The words that stand anywhere in the record, with the number of pieces they stand in."""
        wanted = dict.fromkeys(folded(words).split())
        counts = {term: self._common[term] for term in wanted if term in self._common}
        new = [term for term in wanted if term not in counts]
        vocabulary = table("pieces_vocabulary", column("term"), column("doc", Integer))
        found = select(vocabulary.c.term, vocabulary.c.doc).where(vocabulary.c.term.in_(new))
        fresh = {term: count for term, count in connection.execute(found)}
        self._common |= {term: count for term, count in fresh.items() if count > COMMON}
        return sorted((counts | fresh).items(), key=lambda one: one[1])


def _affordable(terms: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The rarest words, as many as can be looked up quickly."""
    chosen, places = [], 0
    for term, count in terms[:WORDS_LOOKED_UP]:
        places += count
        if places > LOOKED_UP:
            break
        chosen.append((term, count))
    return chosen


def _most_alike(connection: Connection, terms: Iterable[tuple[str, int]], limit: int) -> list[int]:
    """The pieces that share the most with a quotation, a rare word being worth more than a common one."""
    worth: defaultdict[int, float] = defaultdict(float)
    for term, count in terms:
        weight = 1 / (1 + count) ** 0.25
        for number in _holding_all(connection, [term], LOOKED_UP):
            worth[number] += weight
    # Words may run on into the next piece.
    both = {number: own + worth.get(number + 1, 0) / 2 for number, own in worth.items()}
    return nlargest(limit, both, key=both.__getitem__)


def _holding_all(connection: Connection, terms: Sequence[str], limit: int) -> Sequence[int]:
    if not terms:
        return []
    found = text("SELECT rowid FROM pieces_words WHERE pieces_words MATCH :match LIMIT :limit")
    together = " AND ".join(f'"{term}"' for term in terms)
    return connection.scalars(found, {"match": together, "limit": limit}).all()


def _holding_all_but_one(connection: Connection, terms: Sequence[str], limit: int) -> list[int]:
    fewer = ([*terms[:i], *terms[i + 1 :]] for i in range(len(terms)))
    return [number for some in fewer for number in _holding_all(connection, some, limit)]


LONGEST_PIECE = 1200
"""Characters. A paragraph that is longer is cut, at the end of a line or between words."""

_BREAKS: tuple[Callable[[str, int, int], int], ...] = (
    lambda text, start, end: text.rfind("\n", start, end),
    lambda text, start, end: text.rfind(" ", start, end),
    lambda text, start, end: end,
)


def pieces_of(text: str) -> Iterator[Span]:
    """A text cut into paragraphs of a bounded length. Together they cover all of it."""
    start = 0
    for gap in re.finditer(r"\n\s*\n", text):
        yield from _cut(text, start, gap.end())
        start = gap.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST_PIECE:
        middle, limit = start + LONGEST_PIECE // 2, start + LONGEST_PIECE
        stop = next(found for found in (at(text, middle, limit) for at in _BREAKS) if found > start)
        yield Span(start, stop)
        start = stop
    if text[start:end].strip():
        yield Span(start, end)
