"""Each folder here is one small story: `text.txt`, and in `expected.json` what a careful reader finds in it.

A story states, for each statement, its words and whatever else is to be checked: speaker (a name, or null for
nobody known), speaker_kind, to, kind, reality, act, when (EDTF), within_words (the words of the statement that
reports this one). `absent` are words that nobody may be recorded as having said. A bug report becomes a new folder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.model import DocumentKind, Reading, Reality, Statement
from sayso.reading import read_document
from sayso.text.given import Given
from sayso.text.sources import from_text

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.json"))
NEAR_ENOUGH = 0.8

each_story = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def expected(folder: Path) -> dict[str, Any]:
    story: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return story


def text_of(folder: Path) -> str:
    return (folder / "text.txt").read_text(encoding="utf-8")


def read(folder: Path) -> Reading:
    story = expected(folder)
    kind = DocumentKind(story["document_kind"]) if "document_kind" in story else None
    given = Given(outlet=story["outlet"], published=story["published"], kind=kind, source=folder.name)
    return read_document(from_text(text_of(folder), given))


def tokens(words: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)*", words.casefold())


def same_words(one: str, other: str) -> bool:
    """Equal up to quotation marks and punctuation, or at least four tokens in five shared."""
    left, right = set(tokens(one)), set(tokens(other))
    return tokens(one) == tokens(other) or len(left & right) / (len(left | right) or 1) >= NEAR_ENOUGH


def same_name(one: str | None, other: str | None) -> bool:
    bare = [re.sub(r"^(the|a|an) ", "", name.casefold()) if name else None for name in (one, other)]
    return bare[0] == bare[1]


def names(reading: Reading, *ids: str | None) -> list[str | None]:
    actors = [reading.actor(id) for id in ids]
    return [actor.name if actor else None for actor in actors]


def printings(reading: Reading, statement: Statement) -> list[str]:
    """The words as a whole, and each part of split content: a later part may be joined to an earlier one or not."""
    return [statement.words, *(span.of(reading.document.text) for span in statement.content)]


def matching(reading: Reading, words: str) -> list[Statement]:
    return [s for s in reading.statements if any(same_words(words, printed) for printed in printings(reading, s))]


def is_within(reading: Reading, statement: Statement, words: str) -> bool:
    return any(outer.id == statement.within for outer in matching(reading, words))


def kind_of_speaker(reading: Reading, statement: Statement) -> str | None:
    actor = reading.actor(statement.speaker)
    return actor.kind if actor else None


CHECKS: dict[str, Callable[[Reading, Statement, Any], bool]] = {
    "speaker": lambda reading, found, name: same_name(names(reading, found.speaker)[0], name),
    "speaker_kind": lambda reading, found, kind: kind_of_speaker(reading, found) == kind,
    "to": lambda reading, found, to: (
        {str(n).casefold() for n in names(reading, *found.addressees)} == {name.casefold() for name in to}
    ),
    "kind": lambda reading, found, kind: found.kind == kind,
    "reality": lambda reading, found, reality: found.reality == reality,
    "act": lambda reading, found, act: found.act == act,
    "when": lambda reading, found, edtf: found.when is not None and found.when.edtf == edtf,
    "within_words": is_within,
}


def complaints(reading: Reading, statement: Statement, wanted: dict[str, Any]) -> list[str]:
    """The parts of a found statement that are not as wanted."""
    return [key for key, value in wanted.items() if key != "words" and not CHECKS[key](reading, statement, value)]


def shown(reading: Reading, statement: Statement) -> str:
    """One statement as a journalist would read it, for the failure message."""
    speaker, *to = names(reading, statement.speaker, *statement.addressees)
    when = statement.when.edtf if statement.when else "no date"
    return f"{speaker} → {to}, {when}, {statement.kind}, {statement.reality}, {statement.act}: {statement.words!r}"


@each_story
def test_every_expected_statement_is_found(folder: Path) -> None:
    reading = read(folder)
    wrong = {}
    for wanted in expected(folder)["statements"]:
        found = [complaints(reading, statement, wanted) for statement in matching(reading, wanted["words"])]
        if [] not in found:
            wrong[wanted["words"]] = min(found, key=len, default=["not found"])
    assert not wrong, "\n".join([str(wrong), *(shown(reading, statement) for statement in reading.statements)])


@each_story
def test_nobody_is_recorded_as_having_said_what_they_did_not(folder: Path) -> None:
    reading = read(folder)
    said = [statement for statement in reading.statements if statement.reality is Reality.SAID]
    wrong = [shown(reading, s) for words in expected(folder)["absent"] for s in said if same_words(words, s.words)]
    assert not wrong, "\n".join(wrong)


@each_story
def test_every_reply_to_a_request_is_kept(folder: Path) -> None:
    reading = read(folder)
    found = [(c.kind, c.reply, name) for c in reading.communications for name in names(reading, *c.participants)]
    for wanted in expected(folder).get("communications", []):
        assert (wanted["kind"], wanted["reply"], wanted["participant"]) in found


@each_story
def test_the_expected_words_stand_in_the_story(folder: Path) -> None:
    here = tokens(text_of(folder))
    for words in [*(wanted["words"] for wanted in expected(folder)["statements"]), *expected(folder)["absent"]]:
        rest = iter(here)
        assert all(token in rest for token in tokens(words)), words


def test_every_key_of_a_story_is_known() -> None:
    for folder in FOLDERS:
        for wanted in expected(folder)["statements"]:
            assert wanted.keys() - {"words"} <= CHECKS.keys(), folder.name
