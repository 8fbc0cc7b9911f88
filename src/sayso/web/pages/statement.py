"""One statement: its words where they stand, what is known of it, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request

from sayso.export.phrases import capital, date, joined
from sayso.export.reader.cards import Card
from sayso.export.reader.cast import Cast
from sayso.export.reader.excerpt import Excerpt, excerpt_of
from sayso.export.reader.facts import Fact, facts_of
from sayso.export.reader.printing import meant
from sayso.export.reader.sheet import sheet_of
from sayso.model import Act, Basis, Channel, Judgement, Kind, Reality, When
from sayso.record import SaidLine
from sayso.web.page import Page
from sayso.web.pages.reader import by_statement
from sayso.web.site import Site


@dataclass(frozen=True, slots=True)
class StatementPage(Page):
    """One statement in its context, with its facts and its judgements, the machine's reading beside them."""

    template: ClassVar[str] = "statement.html"
    nav: ClassVar[str] = "statements"
    lists: ClassVar[dict[str, tuple[str, ...]]] = {
        "act": tuple(Act),
        "reality": tuple(Reality),
        "channel": tuple(Channel),
        "basis": tuple(Basis),
        "kind": tuple(Kind),
    }
    """The closed lists from which some fields are corrected."""
    sentence: str
    line: SaidLine
    card: Card
    excerpt: Excerpt
    facts: tuple[Fact, ...]
    machine: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    names: tuple[str, ...]
    meant: dict[str, str]
    """What each correction among the judgements sets, in words, by the judgement's id."""

    @property
    def title(self) -> str:
        return f"Statement {self.card.number}, {self.line.document.name}"


def statement(site: Site, request: Request) -> StatementPage:
    """The statement of the address."""
    line = site.record.statement(request.path_params["id"])
    reading = site.record.reading(line.document.id, rejected=True)
    cast = Cast(reading)
    sheet = sheet_of(reading, by_statement(line.judgements))
    card = next(card for card in sheet.cards if card.id == line.id)
    facts = facts_of(line.statement, reading, cast, card.antecedents)
    machine = facts_of(line.machine, site.record.reading(line.document.id, judged=False), cast) if line.machine else []
    return StatementPage(
        sentence=_sentence(line),
        line=line,
        card=card,
        excerpt=excerpt_of(reading, line.statement, card),
        facts=tuple(facts),
        machine=tuple(fact for fact in machine if fact not in facts),
        judgements=line.judgements,
        names=tuple(sorted({actor.name for actor in reading.actors})),
        meant={j.id: meant(j, reading.document.text) for j in line.judgements if j.field},
    )


def _sentence(line: SaidLine) -> str:
    """Who says it to whom, and on whose say-so."""
    said = line.statement
    who = capital(line.speaker) if line.speaker else "Somebody who is not named"
    verb = "is reported as saying" if said.reality is Reality.SAID else _NEVER[said.reality]
    to = f" to {joined(line.addressees)}" if line.addressees else ""
    via = f", as {joined(line.via)} {'tells' if len(line.via) == 1 else 'tell'} it" if line.via else ""
    return f"{who} {verb} this{to}{_on(said.when)}{via}."


def _on(when: When | None) -> str:
    day = date(when.edtf, long=True) if when else ""
    exact = day[:1].isdigit() and "–" not in day and " to " not in day
    return f" on {day}" if exact else f", {day}" if day else ""


_NEVER = {
    Reality.NOT_SAID: "is reported as not having said",
    Reality.HYPOTHETICAL: "never said",
    Reality.PLANNED: "is expected to say",
    Reality.ASKED_ONLY: "is only asked about",
}
