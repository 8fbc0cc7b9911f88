"""Properties of who is whom: no order, no second reading and no re-reading changes it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from make import reading, said
from sayso.errors import InvalidJudgement
from sayso.model import Reading
from sayso.record import Record

FULL = ("Teodor Brask", "Ilse Varnholt", "Åsa Lindqvist", "Asa Lindqvist", "Karl Weiss", "Karla Weiss", "Jan Smit")
SPELLINGS = {"Åsa Lindqvist", "Asa Lindqvist"}
"""One name to us, until one document prints both: they are two in it, and stay what they were in those read before."""
SHORT = ("T. Brask", "Varnholt", "Smit")


def report(number: int, *speakers: str) -> Reading:
    lines = [f"“Line {number} of {name},” {name} said." for name in speakers]
    return reading(
        "\n".join(lines), *(said(name, f"Line {number} of {name}") for name in speakers), source=f"{number}.txt"
    )


def reports(names: tuple[str, ...]) -> st.SearchStrategy[list[Reading]]:
    speakers = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)
    made = st.lists(speakers, min_size=1, max_size=5)
    return made.map(lambda all_of: [report(number, *each) for number, each in enumerate(all_of)])


def prints_both_spellings(one: Reading) -> bool:
    return {actor.name for actor in one.actors} >= SPELLINGS


def grouped(readings: list[Reading], times: int = 1) -> set[frozenset[tuple[str, str]]]:
    """Who is one with whom: sets of document id and name there."""
    with Record(":memory:") as record:
        for _ in range(times):
            for one in readings:
                record.add(one)
        found: dict[str, set[tuple[str, str]]] = {}
        for one in readings:
            for actor in one.actors:
                name = record.person(f"{one.document.id}/{actor.id}").name
                found.setdefault(name, set()).add((one.document.id, actor.name))
    return {frozenset(each) for each in found.values()}


@settings(deadline=None, max_examples=30, derandomize=True)
@given(reports(FULL), st.randoms(use_true_random=False))
def test_documents_in_any_order_give_the_same_people(readings: list[Reading], random: object) -> None:
    assume(not any(map(prints_both_spellings, readings)))
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert grouped(shuffled) == grouped(readings)


@settings(deadline=None, max_examples=30, derandomize=True)
@given(reports(FULL + SHORT))
def test_reading_everything_twice_changes_nothing(readings: list[Reading]) -> None:
    assert grouped(readings, times=2) == grouped(readings)


@settings(deadline=None, max_examples=30, derandomize=True)
@given(reports(FULL + SHORT), st.data())
def test_a_decision_outlives_reading_every_document_again(readings: list[Reading], data: st.DataObject) -> None:
    with Record(":memory:") as record:
        for one in readings:
            record.add(one)
        asked = record.proposals()
        if not asked:
            return
        pair = data.draw(st.sampled_from(asked))
        decision = data.draw(st.sampled_from(["same", "different"]))
        getattr(record, decision)(pair.one.id, pair.other.id, by="Ada")
        made = record.merges()
        for one in readings:
            record.add(replace(one, read_by="a later version"))
        assert record.merges() == made
        assert pair.id not in {one.id for one in record.proposals()}


def test_two_who_decide_at_once_are_kept_both_or_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Record(path) as record:
        for number, name in enumerate(("T. Brask", "Teodor Brask")):
            record.add(report(number, name))

    def decide(decision: str) -> str:
        with Record.open(path) as opened:
            try:
                getattr(opened, decision)("T. Brask", "Teodor Brask", by=decision)
            except InvalidJudgement as error:
                return str(error)
        return ""

    with ThreadPoolExecutor(2) as both:
        told = list(both.map(decide, ["different", "different"]))
    assert sorted(map(bool, told)) == [False, True]
    with Record.open(path) as record:
        assert len(record.merges()) == 1


@pytest.mark.parametrize("name", ["Select Drop", "Robert'); DROP TABLE people;--", "מרים לוי", "Ida <b>", "Ö" * 300])
def test_any_name_is_kept_as_it_is(name: str) -> None:
    with Record(":memory:") as record:
        record.add(report(0, f"Ada {name}"))
        assert record.person(f"Ada {name}").by == 1


def test_a_copy_of_the_record_keeps_what_was_decided(tmp_path: Path) -> None:
    with Record(tmp_path / "one.db") as record:
        for number, name in enumerate(("T. Brask", "Teodor Brask")):
            record.add(report(number, name))
        record.same("T. Brask", "Teodor Brask", by="Ada")
    with sqlite3.connect(tmp_path / "one.db") as there, sqlite3.connect(tmp_path / "two.db") as copy:
        there.backup(copy)
    there.close()
    copy.close()
    with Record.open(tmp_path / "two.db") as record:
        assert [line.name for line in record.people()] == ["Teodor Brask"]
        assert len(record.merges()) == 1
