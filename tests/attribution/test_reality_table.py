"""House rule 6 over six tables of marked sentences: by the places given, and through the whole reading."""

from __future__ import annotations

import pytest
from marked import assessment, cases, unmarked

from sayso.model import Document, Reality, Statement
from sayso.reading import read_document

TABLES = (
    "reality.toml",
    "reality_heldout.toml",
    "reality_third.toml",
    "reality_fourth.toml",
    "reality_fifth.toml",
    "reality_sixth.toml",
)

each = pytest.mark.parametrize("wanted, sentence", cases(*TABLES))


@each
def test_marked_words_were_said_or_not(wanted: str, sentence: str) -> None:
    _, found = assessment(sentence)
    assert (found.reality is Reality.SAID) == (wanted == "said"), found.reality


def is_theirs(statement: Statement, sentence: str) -> bool:
    """Does the statement hold the marked content, under the marked cue, and as nobody else's?"""
    _, found = unmarked(sentence)
    place = found.content[0]
    shared = any(
        min(s.end, place.end) - max(s.start, place.start) > 0.6 * max(len(s), len(place)) for s in statement.content
    )
    if statement.source and found.source and not any(a.touches(b) for a in statement.source for b in found.source):
        return False
    return shared and any(mine.touches(its) for mine in found.cue for its in statement.cue)


@each
def test_a_reading_records_nobody_as_having_said_what_they_did_not(wanted: str, sentence: str) -> None:
    text, _ = unmarked(sentence)
    kept = {s.reality for s in read_document(Document(text)).statements if is_theirs(s, sentence)}
    assert not kept or (Reality.SAID in kept) == (wanted == "said"), kept


def test_the_realities_themselves_are_as_wanted_in_nineteen_of_twenty() -> None:
    rows = cases(*TABLES)
    right = sum(assessment(sentence)[1].reality.value == wanted for wanted, sentence in rows)
    assert right / len(rows) >= 0.95
