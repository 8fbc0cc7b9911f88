"""What is known of one statement, a line each; where the text does not tell, the line says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.actors.unnamed import unnamed
from sayso.export.phrases import date, joined
from sayso.export.reader.antecedents import Antecedent
from sayso.export.reader.cast import Cast, Name
from sayso.export.reader.scenes import channel_of
from sayso.model import ActorKind, Basis, Reading, Reality, Spans, Statement, words_of

KNOWN_FROM = {Basis.FIRSTHAND: "at first hand", Basis.DOCUMENT: "from a document", Basis.TOLD: "by being told"}
_QUOTE_LIMIT = 90
# "…, said two officials, who spoke on condition of anonymity because …".
_TERMS_WITHIN = 120


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of an open card; a `value` in italics when the text does not tell it.

    `names` are those that the value begins with, in full. `place` is where the words stand that it rests on, and
    `context` what is printed around them.
    """

    label: str
    value: str
    stated: bool = True
    place: int | None = None
    context: str = ""
    names: tuple[Name, ...] = ()

    @property
    def rest(self) -> str:
        """The value after the names."""
        return self.value.removeprefix(_listed(self.names))


def facts_of(statement: Statement, reading: Reading, cast: Cast, antecedents: Sequence[Antecedent] = ()) -> list[Fact]:
    """All that a page tells of a statement, in the order of the questions: who, to whom, when, how, via, known how."""
    text = reading.document.text
    return [
        _speaker(statement, text, cast),
        *_unnamed(statement, reading),
        *map(_antecedent, antecedents),
        _names("Spoken to", statement.addressees, cast, "The text does not say to whom."),
        _when(statement, text),
        _stated("Channel", channel_of(statement, reading), "The text does not say how."),
        _names("Via", statement.via, cast, "No outlet or document is named."),
        _stated("Knows it", KNOWN_FROM.get(statement.basis, ""), "The text does not say how they know."),
        _quoted("Cue", text, statement.cue, "No words say that it was said."),
        *([_quoted("Hedged", text, statement.hedges, "")] if statement.hedges else []),
        Fact("Path", " ← ".join(path_of(statement, reading, cast))),
        _pin(statement, text),
    ]


def path_of(statement: Statement, reading: Reading, cast: Cast) -> tuple[str, ...]:
    """The hands it passed through, from the document's outlet back to whoever said it."""
    between = statement.via or tuple(outer.speaker for outer in _around(statement, reading) if outer.speaker)
    hands = [reading.document.outlet or "outlet not stated", *(name.short for name in cast.names(between))]
    said_by = " and ".join(name.short for name in cast.names(statement.speaker)) or "nobody named"
    return tuple(hand for hand, before in zip([*hands, said_by], ["", *hands], strict=True) if hand != before)


def _around(statement: Statement, reading: Reading) -> list[Statement]:
    """The statements that this one is told inside of, the outermost first."""
    found: list[Statement] = []
    inner = statement
    while inner.within and len(found) < len(reading.statements):
        outer = next((s for s in reading.statements if s.id == inner.within), None)
        if outer is None:
            break
        found.insert(0, outer)
        inner = outer
    return found


def quote(words: str) -> str:
    """Words in quotation marks; of long ones the beginning."""
    line = " ".join(words.split()).strip('“”"')
    return f"“{line if len(line) <= _QUOTE_LIMIT else line[: _QUOTE_LIMIT - 1].rstrip() + '…'}”"


def _speaker(statement: Statement, text: str, cast: Cast) -> Fact:
    names = cast.names(statement.speaker)
    if not names and not statement.source:
        return Fact("Speaker", "The text does not say who.", False)
    printed = f"printed {quote(words_of(text, statement.source))}" if statement.source else "no words name them here"
    return Fact("Speaker", f"{_listed(names) or 'nobody named'}, {printed}", bool(names), names=names)


def _unnamed(statement: Statement, reading: Reading) -> list[Fact]:
    """How many they are who are not named, and on which terms they spoke, where the text tells."""
    actor = reading.actor(statement.speaker)
    if actor is None or actor.kind is not ActorKind.UNNAMED:
        return []
    told = unnamed(actor.name, _frame(statement, reading.document.text))
    count = {None: "", 1: "one person"}.get(told.number, f"{told.number} people")
    known = [one for one in (count, quote(told.terms) if told.terms else "") if one]
    return [Fact("Not named", ", ".join(known))] if known else []


def _frame(statement: Statement, text: str) -> str:
    """The words on who said it, and what stands right behind them, without what was said."""
    places = (*statement.source, *statement.cue)
    if not places:
        return ""
    start, end = min(place.start for place in places), max(place.end for place in places)
    behind = min([end + _TERMS_WITHIN, *(place.start for place in statement.content if place.start >= end)])
    return text[start:behind]


def _antecedent(one: Antecedent) -> Fact:
    value = f"is {one.name}: {quote(one.naming)} {one.where}"
    return Fact(quote(one.words), value, place=one.span.start, context=one.context)


def _names(label: str, ids: tuple[str, ...], cast: Cast, unknown: str) -> Fact:
    names = cast.names(ids)
    return Fact(label, _listed(names) or unknown, bool(names), names=names)


def _listed(names: Sequence[Name]) -> str:
    return joined([name.full for name in names])


def _stated(label: str, value: str, unknown: str) -> Fact:
    return Fact(label, value or unknown, bool(value))


def _quoted(label: str, text: str, spans: Spans, none: str) -> Fact:
    return Fact(label, ", ".join(quote(span.of(text)) for span in spans) or none, bool(spans))


def _when(statement: Statement, text: str) -> Fact:
    if statement.when is None:
        planned = statement.reality is Reality.PLANNED
        return Fact("When", f"The text does not say when{' it will be' if planned else ''}.", False)
    printed = statement.when.words.of(text)
    return Fact("When", date(statement.when.edtf) + (f", printed {quote(printed)}" if printed else ", by a person"))


def _pin(statement: Statement, text: str) -> Fact:
    places = ", ".join(f"{span.start}–{span.end}" for span in statement.content)
    exact = words_of(text, statement.content) == statement.words
    return Fact("Pin", f"characters {places}, {'verbatim' if exact else 'words differ'}")
