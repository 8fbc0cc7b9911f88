"""`sayso merges`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.newsroom import Newsroom
from make import reading, said
from sayso.record import Record

HERE = ("--record", "two.db")
BY = ("--by", "Ada")
PAIR = ("T. Brask", "Teodor Brask")


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A record in which two names may be one."""
    with Record(tmp_path / "two.db") as record:
        for name in PAIR:
            record.add(reading(f"“It is {name}’s boat,” {name} said.", said(name, f"It is {name}’s boat"), source=name))
    return Newsroom(tmp_path)


def people(room: Newsroom) -> list[str]:
    return sorted(line["name"] for line in room.sayso("people", "--json", *HERE).json)


def test_what_waits_is_shown_with_its_reasons(room: Newsroom) -> None:
    ran = room.sayso("merges", *HERE)
    head, *reasons, moved = ran.out.splitlines()
    assert "T. Brask  =  Teodor Brask ?" in head
    assert reasons
    assert moved == "  1 statement changes hands if they are one."
    [asked] = room.sayso("merges", "--json", *HERE).json
    assert asked["id"].startswith("q")
    assert asked["reasons"]


@pytest.mark.parametrize(
    "decision, left, told",
    [
        ("same", ["Teodor Brask"], "are the same"),
        ("different", list(PAIR), "are not the same"),
        ("unsure", list(PAIR), "it cannot be known"),
    ],
)
def test_a_decision_holds_is_listed_and_can_be_withdrawn(
    room: Newsroom, decision: str, left: list[str], told: str
) -> None:
    ran = room.sayso("merges", decision, *PAIR, "--note", "her list", *BY, *HERE)
    assert told in ran.out
    assert "her list" in ran.out
    assert people(room) == left
    assert room.sayso("merges", *HERE).err == "No two names in the record wait to be told apart.\n"
    assert room.sayso("merges", "--list", *HERE).out == ran.out
    [made] = room.sayso("merges", "--list", "--json", *HERE).json
    assert room.sayso("merges", "--undo", made["id"], *HERE).out.endswith(f"({made['id']}, withdrawn)\n")
    assert people(room) == list(PAIR)
    assert "T. Brask" in room.sayso("merges", *HERE).out


@pytest.mark.parametrize("decision, told", [("same", "already"), ("different", "already"), ("unsure", "already")])
def test_deciding_the_same_twice_is_told_and_kept_once(room: Newsroom, decision: str, told: str) -> None:
    assert room.sayso("merges", decision, *PAIR, *BY, *HERE).code == 0
    again = room.sayso("merges", decision, *PAIR, *BY, *HERE)
    assert (again.code, again.out) == (1, "")
    assert told in again.err
    assert len(room.sayso("merges", "--list", "--json", *HERE).json) == 1


def test_what_was_not_to_be_known_may_be_known_later(room: Newsroom) -> None:
    room.sayso("merges", "unsure", *PAIR, *BY, *HERE)
    assert room.sayso("merges", "same", *PAIR, *BY, *HERE).code == 0
    assert people(room) == ["Teodor Brask"]


def test_withdrawing_twice_changes_nothing_more(room: Newsroom) -> None:
    room.sayso("merges", "same", *PAIR, *BY, *HERE)
    [made] = room.sayso("merges", "--list", "--json", *HERE).json
    first = room.sayso("merges", "--undo", made["id"], *HERE)
    assert room.sayso("merges", "--undo", made["id"], *HERE) == first
    assert people(room) == list(PAIR)


@pytest.mark.parametrize(
    "wrong, code, told",
    [
        (["maybe", *PAIR], 2, "“maybe” is no decision."),
        (["same"], 2, "Give two names"),
        (["same", "T. Brask"], 2, "Give two names"),
        (["same", "T. Brask", "Nobody Known"], 1, "Nobody in the record is called “Nobody Known”."),
        (["same", "T. Brask", "T. Brask"], 1, "is one already"),
        (["different", "T. Brask", "T. Brask"], 1, "is one already"),
        (["same", "Brask", "T. Brask"], 1, "Several are called “Brask”"),
        (["--undo", "m000"], 1, "no judgement"),
        (["--undo", "j000"], 2, "they begin with m"),
        (["same", *PAIR, "--by", " "], 1, "needs the name of the person"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(room: Newsroom, wrong: list[str], code: int, told: str) -> None:
    ran = room.sayso("merges", *wrong, *(BY if "--by" not in wrong else ()), *HERE)
    assert (ran.code, ran.out) == (code, "")
    assert told in " ".join(ran.err.split())
    assert people(room) == list(PAIR)
    assert room.sayso("merges", "--list", *HERE).out == ""
