"""Who is whom across documents: placed, asked, decided, taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from make import reading, said
from sayso.errors import AmbiguousName, InvalidJudgement, NotInRecord
from sayso.model import Reading
from sayso.record import Record, knowledge


def report(source: str, *speakers: str) -> Reading:
    """One statement for each speaker, in a document by that name."""
    lines = [f"“{source} number {at},” {name} said." for at, name in enumerate(speakers)]
    made = [said(name, f"{source} number {at}") for at, name in enumerate(speakers)]
    return reading("\n".join(lines), *made, source=source)


def record_of(*reports: Reading) -> Record:
    record = Record(":memory:")
    for one in reports:
        record.add(one)
    return record


def names(record: Record) -> list[str]:
    return sorted(line.name for line in record.people())


BOTH = report("one", "Teodor Brask"), report("two", "T. Brask")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Teodor Brask", "Teodor Brask", ["Teodor Brask"]),
        ("Åsa Lindqvist", "Asa Lindqvist", ["Åsa Lindqvist"]),
        ("JOREN MAAS", "Joren Maas", ["JOREN MAAS"]),
        ("Teodor Brask", "T. Brask", ["T. Brask", "Teodor Brask"]),
        ("Karl Weiss", "Karla Weiss", ["Karl Weiss", "Karla Weiss"]),
    ],
)
def test_only_who_is_certainly_one_becomes_one(first: str, second: str, expected: list[str]) -> None:
    with record_of(report("one", first), report("two", second)) as record:
        assert names(record) == expected


def test_what_may_be_one_is_asked_with_its_reasons() -> None:
    with record_of(*BOTH) as record:
        [asked] = record.proposals()
        assert {asked.one.name, asked.other.name} == {"Teodor Brask", "T. Brask"}
        assert asked.reasons
        assert asked.statements == 1
        assert record.summary().proposals == 1


def test_same_makes_one_of_two_and_undo_makes_two_again() -> None:
    with record_of(*BOTH) as record:
        made = record.same("T. Brask", "Teodor Brask", by="Ada")
        assert names(record) == ["Teodor Brask"]
        assert record.person("Teodor Brask").by == 2
        assert record.proposals() == []
        record.undo(made.id)
        assert names(record) == ["T. Brask", "Teodor Brask"]
        assert len(record.proposals()) == 1
        assert [one.withdrawn for one in record.merges()] == [True]


@pytest.mark.parametrize("decision", ["different", "unsure"])
def test_two_that_were_kept_apart_are_asked_about_no_more(decision: str) -> None:
    with record_of(*BOTH) as record:
        getattr(record, decision)("T. Brask", "Teodor Brask", by="Ada")
        assert names(record) == ["T. Brask", "Teodor Brask"]
        assert record.proposals() == []
        record.add(report("three", "Teodor Brask"))
        assert record.proposals() == []


def test_one_document_s_namesake_is_taken_out_of_the_person() -> None:
    with record_of(report("one", "Jan Smit"), report("two", "Jan Smit")) as record:
        assert names(record) == ["Jan Smit"]
        there = next(d for d in record.documents() if d.source == "two")
        actor = record.reading(there.id).actors[0].id
        made = record.different(f"{there.id}/{actor}", "Jan Smit", by="Ada")
        assert names(record) == ["Jan Smit", "Jan Smit (2)"]
        record.undo(made.id)
        assert names(record) == ["Jan Smit"]


def test_a_decision_outlives_the_reading_it_was_made_on() -> None:
    with record_of(*BOTH) as record:
        record.same("T. Brask", "Teodor Brask", by="Ada")
        record.add(replace(BOTH[1], statements=()))
        record.add(BOTH[1])
        assert names(record) == ["Teodor Brask"]


def test_a_decision_against_an_earlier_one_names_what_to_take_back() -> None:
    with record_of(*BOTH) as record:
        made = record.different("T. Brask", "Teodor Brask", by="Ada")
        with pytest.raises(InvalidJudgement, match=made.id):
            record.same("T. Brask", "Teodor Brask", by="Ada")
        with pytest.raises(NotInRecord):
            record.same("T. Brask", "Nobody Known", by="Ada")


def test_a_surname_that_two_bear_is_answered_with_the_choice() -> None:
    with record_of(report("one", "Ada Vento", "Leo Vento")) as record, pytest.raises(AmbiguousName) as raised:
        record.person("Vento")
    assert len(raised.value.choices) == 2


def test_names_told_beforehand_make_one_of_two(tmp_path: Path) -> None:
    told = tmp_path / "known.csv"
    told.write_text("name,aliases\nTeodor Brask,T. Brask; the Pilot\n", encoding="utf-8")
    with record_of(*BOTH) as record:
        record.learn(knowledge.read(told))
        assert names(record) == ["Teodor Brask"]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_reading_changes_neither_people_nor_counts(order: tuple[int, ...]) -> None:
    reports = [
        report("one", "Teodor Brask"),
        report("two", "Teodor Brask", "Ilse Varnholt"),
        report("three", "Åsa Lind"),
    ]
    with record_of(*(reports[at] for at in order)) as record:
        assert names(record) == ["Ilse Varnholt", "Teodor Brask", "Åsa Lind"]
        record.add(reports[0])
        assert record.person("Teodor Brask").by == 2
