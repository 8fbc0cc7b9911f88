"""Channel, time, listeners and hands of every statement, by a table of short reports."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.model import Document, Reading, Statement
from sayso.reading import read_document

CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_act_of_speech_is_told_as_the_text_tells_it(case: dict[str, Any]) -> None:
    reading = read_document(Document(case["text"], published="2026-03-20"))
    told = [_told(reading, _beginning(reading, wanted["words"])) for wanted in case["statements"]]
    wanted = [{key: value for key, value in one.items() if key != "words"} for one in case["statements"]]
    assert [{key: one[key] for key in keys} for one, keys in zip(told, wanted, strict=True)] == wanted


def test_without_a_cue_or_a_setting_nothing_is_told() -> None:
    reading = read_document(Document("Ada Vento said that the harbour was safe.", published="2026-03-20"))
    told = _told(reading, reading.statements[0])
    assert (told["channel"], told["when"], told["to"], told["via"]) == ("unspecified", "", [], [])


def _beginning(reading: Reading, words: str) -> Statement:
    found = [one for one in reading.statements if words in one.words[: len(words) + 10]]
    assert found, [one.words for one in reading.statements]
    return found[0]


def _told(reading: Reading, statement: Statement) -> dict[str, Any]:
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        "channel": statement.channel.value,
        "when": statement.when.edtf if statement.when else "",
        "to": [names[one] for one in statement.addressees],
        "basis": statement.basis.value,
        "via": [names[one] for one in statement.via],
    }
