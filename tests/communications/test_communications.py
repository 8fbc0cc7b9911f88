"""Calls, meetings, posts and requests behind the words, by a table of short reports."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Communication, Document, Reading
from sayso.reading import read_document

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_acts_are_found_as_the_text_tells_them(case: dict[str, Any]) -> None:
    reading = read_document(Document(case["text"], outlet="The Courier", published="2026-03-20"))
    told = [_told(reading, one) for one in reading.communications]
    assert [{key: one[key] for key in wanted} for one, wanted in zip(told, case["acts"], strict=True)] == case["acts"]


def test_a_call_belongs_to_whoever_reports_it_and_holds_what_was_said_in_it() -> None:
    text = (
        "In a call on Monday, Ada Vento told Piet Maas that the plan was dead, Radio Nord reported. "
        "“It is over,” Vento said."
    )
    reading = read_document(Document(text, outlet="The Courier", published="2026-03-20"))
    (call,) = reading.communications
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[id] for id in call.according_to] == ["Radio Nord"]
    within = [one.words for one in reading.statements if one.communication == call.id]
    assert within == ["that the plan was dead", "“It is over,”"]


def _told(reading: Reading, one: Communication) -> dict[str, Any]:
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        "kind": one.kind.value,
        "who": sorted(names[id] for id in one.participants),
        "status": one.status.value,
        "when": one.when.edtf if one.when else "",
        "place": one.place,
        "medium": one.medium,
        "reply": one.reply.value if one.reply else None,
        "object": one.object.of(reading.document.text) if one.object else None,
    }
