from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from make import reading, said
from record.strategies import readings, statements
from sayso.model import Actor, ActorKind, Decision, Reading, Span, Statement
from sayso.record import Question, Record

TEXT = (
    "“The bridge will stay closed,” Anna Rossi said. Later Rossi added that the bridge will stay closed.\n\n"
    "The mayor told reporters that Carlo Bianchi had said the bridge was safe."
)
CLOSED = "The bridge will stay closed"
SAFE = "Carlo Bianchi had said the bridge was safe"
SAFE_ITSELF = "the bridge was safe"


def a_reading(*found: tuple[str, str]) -> Reading:
    return reading(TEXT, *(said(speaker, words) for speaker, words in found))


def statement_of(one: Reading, words: str) -> Statement:
    return next(statement for statement in one.statements if statement.words == words)


FIRST = a_reading(("Anna Rossi", CLOSED), ("the mayor", SAFE), ("Carlo Bianchi", SAFE_ITSELF))
DOCUMENT = FIRST.document.id


def read_again(decision: str, words: str, again: Reading, **correction: str) -> Record:
    record = Record(":memory:")
    record.add(FIRST)
    record.judge(statement_of(FIRST, words).id, decision, by="Ada", **correction)
    record.add(again)
    return record


def moved(one: Reading, words: str, by: int) -> Reading:
    """The same reading, in which the statement of these words has another start and another id."""
    old = statement_of(one, words)
    span = Span(old.start + by, old.content[-1].end)
    new = replace(old, id=old.id + "x", content=(span,), words=span.of(TEXT))
    return replace(one, statements=tuple(new if s is old else s for s in one.statements))


def test_a_judgement_follows_its_statement_to_a_new_shape_and_id() -> None:
    again = moved(FIRST, CLOSED, 4)
    with read_again("correct", CLOSED, again, field="speaker", value="Dora Verdi") as record:
        line = record.statement(statement_of(again, "bridge will stay closed").id)
        assert (line.speaker, line.decision, line.kept) == ("Dora Verdi", Decision.CORRECT, False)
        assert [one.words for one in line.judgements] == [CLOSED]
        assert len(record.reading(DOCUMENT).statements) == 3


def test_it_follows_over_many_readings() -> None:
    with read_again("reject", CLOSED, moved(FIRST, CLOSED, 4)) as record:
        record.add(moved(moved(FIRST, CLOSED, 4), "bridge will stay closed", 7))
        assert [one.words for one in record.reading(DOCUMENT).statements] == [SAFE, SAFE_ITSELF]


def test_a_shape_that_shares_too_little_is_another_statement() -> None:
    with read_again("reject", CLOSED, moved(FIRST, CLOSED, 20)) as record:
        assert [one.statement for one in record.judgements()] == [None]
        assert record.said().total == 3


def test_the_same_words_nearby_take_the_judgement() -> None:
    there = TEXT.index("the bridge will stay closed")
    span = Span(there, there + len(CLOSED))
    old = statement_of(FIRST, CLOSED)
    again = replace(
        FIRST, statements=(replace(old, id="s9", content=(span,), words=span.of(TEXT)), *FIRST.statements[1:])
    )
    with read_again("reject", CLOSED, again) as record:
        assert [one.statement for one in record.judgements()] == ["s9"]


def test_a_judgement_without_a_statement_is_adrift_until_its_words_are_read_again() -> None:
    without = replace(FIRST, statements=FIRST.statements[1:])
    with read_again("reject", CLOSED, without) as record:
        assert [one.statement for one in record.judgements()] == [None]
        assert [one.statement for one in record.judgements(document=DOCUMENT)] == [None]
        record.add(FIRST)
        assert [one.statement for one in record.judgements()] == [statement_of(FIRST, CLOSED).id]
        assert record.said().total == 2


def test_a_confirmed_statement_stays_although_the_machine_lost_it() -> None:
    without = replace(FIRST, statements=FIRST.statements[1:])
    with read_again("confirm", CLOSED, without) as record:
        line = record.said(Question(words="closed")).lines[0]
        assert (line.speaker, line.kept, line.decision) == ("Anna Rossi", True, Decision.CONFIRM)
        assert record.reading(DOCUMENT) == FIRST
        assert record.reading(DOCUMENT, judged=False) == without


def test_a_kept_statement_outlives_further_readings_until_one_finds_it() -> None:
    without = replace(FIRST, statements=FIRST.statements[1:])
    with read_again("correct", CLOSED, without, field="speaker", value="Dora Verdi") as record:
        assert not record.add(without)
        record.add(replace(without, statements=without.statements[:1]))
        assert record.said(Question(words="closed")).lines[0].speaker == "Dora Verdi"
        record.add(FIRST)
        line = record.said(Question(words="closed")).lines[0]
        assert (line.speaker, line.kept) == ("Dora Verdi", False)


def test_a_kept_statement_brings_its_people_along() -> None:
    empty = replace(FIRST, actors=(), statements=())
    with read_again("confirm", CLOSED, empty) as record:
        assert [actor.name for actor in record.reading(DOCUMENT).actors] == ["Anna Rossi"]
        assert record.reading(DOCUMENT, judged=False) == empty


def test_a_kept_statement_uses_the_people_of_the_new_reading() -> None:
    others = replace(
        FIRST, actors=(Actor("a1", "Somebody Else", ActorKind.PERSON), Actor("a2", "ANNA ROSSI", ActorKind.PERSON))
    )
    with read_again("confirm", CLOSED, replace(others, statements=())) as record:
        assert record.statement(statement_of(FIRST, CLOSED).id).speaker == "ANNA ROSSI"
        assert len(record.reading(DOCUMENT).actors) == 2


def test_a_kept_statement_gives_way_where_its_id_is_taken() -> None:
    taken = replace(statement_of(FIRST, SAFE), id=statement_of(FIRST, CLOSED).id)
    with read_again("confirm", CLOSED, replace(FIRST, statements=(taken,))) as record:
        assert sorted(one.words for one in record.reading(DOCUMENT).statements) == sorted([SAFE, CLOSED])
        assert len({one.id for one in record.reading(DOCUMENT).statements}) == 2


def test_a_lost_inner_statement_does_not_become_the_one_that_reports_it() -> None:
    without_inner = replace(FIRST, statements=FIRST.statements[:2])
    with read_again("correct", SAFE_ITSELF, without_inner, field="act", value="promises") as record:
        by_words = {one.words: one.act for one in record.reading(DOCUMENT).statements}
        assert by_words == {CLOSED: "asserts", SAFE: "asserts", SAFE_ITSELF: "promises"}


def test_a_judgement_reaches_the_same_text_under_another_name() -> None:
    with read_again("confirm", CLOSED, FIRST) as record:
        renamed = reading(TEXT, said("Anna Rossi", CLOSED), source="copy.txt", outlet="The Lake Post")
        record.add(renamed)
        assert record.statement(renamed.statements[0].id).decision is Decision.CONFIRM


def test_a_statement_kept_in_one_printing_is_kept_in_the_next() -> None:
    with read_again("confirm", CLOSED, FIRST) as record:
        copy = replace(reading(TEXT, source="copy.txt"), statements=())
        record.add(copy)
        assert [one.words for one in record.reading(copy.document.id).statements] == [CLOSED]


def test_what_was_kept_goes_when_the_judgement_was_withdrawn_and_the_text_is_read_again() -> None:
    without = replace(FIRST, statements=FIRST.statements[1:])
    with read_again("confirm", CLOSED, without) as record:
        record.undo(record.judgements()[0].id)
        assert record.reading(DOCUMENT, judged=False) == without
        record.add(replace(without, times=()))
        record.add(replace(without, statements=()))
        assert record.reading(DOCUMENT).statements == ()
        assert [(one.withdrawn, one.statement) for one in record.judgements()] == [(True, None)]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_judgement_is_ever_lost_and_no_confirmed_words_either(data: st.DataObject) -> None:
    first = data.draw(readings().filter(lambda one: one.statements))
    ids = {
        "actors": [actor.id for actor in first.actors],
        "communications": [one.id for one in first.communications],
        "statements": [one.id for one in first.statements],
    }
    text = first.document.text
    again = replace(
        first,
        statements=tuple(data.draw(statements(id, text, ids)) for id in ids["statements"]),
        outcomes=(),
    )
    with Record(":memory:") as record:
        record.add(first)
        judged = [
            record.judge(f"{first.document.id}/{one.id}", data.draw(st.sampled_from(["confirm", "reject"])), by="Ada")
            for one in first.statements
        ]
        record.add(again)
        assert {one.id for one in record.judgements()} == {one.id for one in judged}
        after = {one.id: one.statement for one in record.judgements()}
        assert all(after[one.id] for one in judged if one.decision is Decision.CONFIRM)
        assert record.reading(first.document.id, judged=False) == again
        assert not record.add(again)
