"""`sayso judge`."""

from __future__ import annotations

import pytest

from cli.newsroom import Newsroom

IN_DEMO = ("--record", "demo.db")


@pytest.fixture
def id(newsroom: Newsroom) -> str:
    return newsroom.sayso("said", "herring", "--to", "Brask", *IN_DEMO).out.split("\t")[0]


@pytest.mark.parametrize("decision", ["confirm", "reject", "unsure"])
def test_a_decision_is_kept_with_who_and_why(newsroom: Newsroom, id: str, decision: str) -> None:
    ran = newsroom.sayso("judge", id, decision, "--by", "Ada", "--note", "heard the tape", "--json", *IN_DEMO)
    assert ran.code == 0
    assert newsroom.sayso("judge", id, "--list", "--json", *IN_DEMO).out == ran.out
    judgement = ran.json[0]
    assert [judgement[name] for name in ("decision", "by", "note")] == [decision, "Ada", "heard the tape"]


def test_a_correction_outranks_the_machine_until_it_is_undone(newsroom: Newsroom, id: str) -> None:
    def speaker() -> str:
        name: str = newsroom.sayso("show", id, "--json", *IN_DEMO).json[0]["speaker"]
        return name

    machine = speaker()
    wish = ("--field", "speaker", "--value", "Quill Marrow", "--by", "Ada", "--json")
    made = newsroom.sayso("judge", id, "correct", *wish, *IN_DEMO).json[0]
    assert speaker() == "Quill Marrow"
    undone = newsroom.sayso("judge", "--undo", made["id"], "--json", *IN_DEMO).json[0]
    assert undone["withdrawn"]
    assert speaker() == machine


def test_who_decides_may_stand_in_the_environment(newsroom: Newsroom, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_BY", "Leo")
    assert newsroom.sayso("judge", id, "confirm", "--json", *IN_DEMO).json[0]["by"] == "Leo"
    assert "confirmed by Leo" in newsroom.sayso("judge", "--list", *IN_DEMO).out


@pytest.mark.parametrize(
    "typed, told",
    [
        ("s1", "Say what you decide on s1: confirm, correct, reject or unsure."),
        ("confirm", "Give the statement's id before it."),
        ("", "Give a statement's id and a decision, or --undo, or --list."),
        ("s1 maybe", "“maybe” is no decision. Give confirm, correct, reject or unsure."),
        ("s1 correct", "Give --field, one of speaker, addressees, via, act, reality,"),
        ("s1 correct --value Leo", "Give --field, one of speaker, addressees, via, act, reality,"),
        ("s1 correct --field mood", "“mood” cannot be corrected. Give --field, one of speaker,"),
        ("s1 correct --field speaker", "Give --value, what the speaker is."),
    ],
)
def test_a_judgement_that_lacks_something_is_told_what(newsroom: Newsroom, typed: str, told: str) -> None:
    ran = newsroom.sayso("judge", *typed.split(), *IN_DEMO)
    assert ran.code == 2
    assert told in ran.err


@pytest.mark.parametrize("field, empty", [("speaker", None), ("addressees", []), ("when", None)])
def test_an_empty_value_means_nobody_or_not_stated(newsroom: Newsroom, id: str, field: str, empty: object) -> None:
    newsroom.sayso("judge", id, "correct", "--field", field, "--value", "", "--by", "Ada", *IN_DEMO)
    assert newsroom.sayso("show", id, "--json", *IN_DEMO).json[0][field] == empty
    assert f"{field} is not stated" in newsroom.sayso("judge", "--list", *IN_DEMO).out


@pytest.mark.parametrize(
    "wrong, code",
    [
        (["confirm"], 2),  # a decision and no id
        ([], 2),
        (["ID", "maybe"], 2),
        (["ID", "correct"], 2),
        (["ID", "correct", "--field", "mood", "--value", "sour"], 2),
        (["ID", "correct", "--field", "speaker"], 2),
        (["ID", "correct", "--field", "act", "--value", "mutters"], 1),
        (["ID", "confirm", "--field", "speaker", "--value", "Leo"], 1),
        (["s000000", "confirm"], 1),
        (["--undo", "j000"], 1),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(newsroom: Newsroom, id: str, wrong: list[str], code: int) -> None:
    ran = newsroom.sayso("judge", *(id if arg == "ID" else arg for arg in wrong), *IN_DEMO)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.strip()
    assert newsroom.sayso("judge", "--list", *IN_DEMO).out == ""
