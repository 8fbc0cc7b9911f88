"""Any sound reading, for properties."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Channel,
    Communication,
    CommunicationKind,
    Document,
    DocumentKind,
    DraftMention,
    DraftRelation,
    Kind,
    Outcome,
    Reading,
    Reality,
    Reply,
    Role,
    Span,
    Spans,
    Statement,
    Status,
    Timecode,
    TimeExpression,
    TimeType,
    When,
    words_of,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | WORDS


@st.composite
def spans(draw: st.DrawFn, text: str, least: int = 0) -> Spans:
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=least, max_size=3))
    return tuple(Span(min(pair), max(pair)) for pair in pairs)


def some_of(ids: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=3).map(tuple) if ids else st.just(())


def one_of(ids: list[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(ids) if ids else st.none()


def each(prefix: str, most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.integers(0, most).map(lambda count: [f"{prefix}{number}" for number in range(count)])


def whens(text: str) -> st.SearchStrategy[When | None]:
    place = spans(text, 1).map(lambda found: found[0])
    return st.none() | st.builds(When, st.just("2025-10"), place, MAYBE, MAYBE)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    codes = st.builds(Timecode, st.integers(0, 80), st.floats(0, 1e6))
    return Document(
        text=draw(TEXTS),
        source=draw(WORDS),
        kind=draw(st.sampled_from(DocumentKind)),
        title=draw(MAYBE),
        outlet=draw(MAYBE),
        published=draw(st.none() | st.dates().map(str)),
        author=draw(MAYBE),
        wire=draw(MAYBE),
        credit=draw(MAYBE),
        timecodes=tuple(draw(st.lists(codes, max_size=2))),
    )


@st.composite
def statements(draw: st.DrawFn, id: str, text: str, ids: dict[str, list[str]]) -> Statement:
    content = draw(spans(text, 1))
    return Statement(
        id=id,
        kind=draw(st.sampled_from(Kind)),
        content=content,
        words=words_of(text, content),
        cue=draw(spans(text)),
        source=draw(spans(text)),
        speaker=draw(one_of(ids["actors"])),
        addressees=draw(some_of(ids["actors"])),
        via=draw(some_of(ids["actors"])),
        act=draw(st.sampled_from(Act)),
        reality=draw(st.sampled_from(Reality)),
        basis=draw(st.sampled_from(Basis)),
        hedges=draw(spans(text)),
        channel=draw(st.sampled_from(Channel)),
        communication=draw(one_of(ids["communications"])),
        when=draw(whens(text)),
        within=draw(one_of(ids["statements"])),
        confidence=draw(st.floats(0, 1)),
        found_by=draw(WORDS),
        reasons=tuple(draw(st.lists(WORDS, max_size=2))),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(documents())
    text = document.text
    ids: dict[str, Any] = {name: draw(each(name[0])) for name in ("actors", "statements", "communications", "drafts")}
    roles = st.builds(Role, WORDS, spans(text, 1).map(lambda found: found[0]))
    actors = st.builds(
        Actor,
        name=WORDS,
        kind=st.sampled_from(ActorKind),
        mentions=spans(text),
        members=some_of(ids["actors"]),
        roles=st.lists(roles, max_size=2).map(tuple),
        id=st.just(""),
    )
    communications = st.builds(
        Communication,
        id=st.just(""),
        kind=st.sampled_from(CommunicationKind),
        participants=some_of(ids["actors"]),
        when=whens(text),
        place=MAYBE,
        medium=MAYBE,
        duration=MAYBE,
        status=st.sampled_from(Status),
        reply=st.none() | st.sampled_from(Reply),
        spans=spans(text),
        according_to=some_of(ids["actors"]),
    )
    drafts = st.builds(
        DraftMention, st.just(""), WORDS, st.none() | st.integers(0, 99), spans(text), some_of(ids["actors"])
    )
    times = st.builds(TimeExpression, spans(text, 1).map(lambda s: s[0]), st.sampled_from(TimeType), WORDS, MAYBE)
    return Reading(
        document=document,
        actors=tuple(_named(draw(actors), id) for id in ids["actors"]),
        statements=tuple(draw(statements(id, text, ids)) for id in ids["statements"]),
        communications=tuple(_named(draw(communications), id) for id in ids["communications"]),
        times=tuple(draw(st.lists(times, max_size=2))),
        drafts=tuple(_named(draw(drafts), id) for id in ids["drafts"]),
        draft_relations=draw(relations(text, ids)),
        outcomes=draw(outcomes(ids)),
        read_by=draw(WORDS),
    )


def _named(one: Any, id: str) -> Any:
    return replace(one, id=id)


def relations(text: str, ids: dict[str, list[str]]) -> st.SearchStrategy[tuple[DraftRelation, ...]]:
    if not ids["drafts"]:
        return st.just(())
    ends = st.sampled_from(ids["drafts"])
    relation = st.builds(
        DraftRelation, ends, ends, WORDS, st.sampled_from(["stated", "denied"]), some_of(ids["actors"]), spans(text)
    )
    return st.lists(relation, max_size=2).map(tuple)


def outcomes(ids: dict[str, list[str]]) -> st.SearchStrategy[tuple[Outcome, ...]]:
    if not ids["statements"]:
        return st.just(())
    ends = st.sampled_from([*ids["statements"], *ids["communications"]])
    outcome = st.builds(Outcome, st.sampled_from(ids["statements"]), ends, st.lists(WORDS, max_size=2).map(tuple))
    return st.lists(outcome, max_size=2).map(tuple)
