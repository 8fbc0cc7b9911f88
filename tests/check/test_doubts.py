from __future__ import annotations

import pytest

import sayso

PRINTED = """The crack was first reported by the harbour office.

Maud Danter denied that she had ever discussed the hull with Mr Orrick. Ada Brill said her client would give evidence.

“We are late,” Ada Brill said.
"""
REPORTERS_OWN = "The Courier has these words, but as the reporter's and not as anybody's own."

CASES = [
    ("“The crack was first reported by the harbour office,” Orla Finch said.", REPORTERS_OWN),
    ("“Her client would give evidence,” Brill said.", REPORTERS_OWN),
    (
        "“She had ever discussed the hull with Mr Orrick,” Danter said.",
        "The Courier prints these words as what Maud Danter denied.",
    ),
    ("“We are late,” Brill said.", None),
]


@pytest.mark.parametrize(("story", "note"), CASES)
def test_words_that_stand_but_were_nobodys_speech_bring_a_note(story: str, note: str | None) -> None:
    record = sayso.Record(":memory:")
    record.add(sayso.read(PRINTED, outlet="The Courier", published="2026-10-02"))
    (checked,) = sayso.check(story, record)
    assert checked.note == note
