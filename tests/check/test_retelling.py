"""Where a retelling ends and an alteration begins: the table that the threshold was chosen by."""

from __future__ import annotations

import pytest

from sayso.check.retelling import Retelling, retellings

BOATS = "We have not agreed to forty boats north of the line."
SIGN = "I will not sign the treaty in Oslo before Friday."
MAY = "I may sign the treaty in Oslo today."
WEEKS = "Your people want ten weeks closed and mine want six."

FAIR = [
    (BOATS, "they had not agreed to forty boats north of the line"),
    (BOATS, "they had not agreed to 40 boats north of the line"),
    (BOATS, "she hadn't agreed to forty boats north of the line"),
    (SIGN, "he would not sign the treaty in Oslo before Friday"),
    ("I must sign the treaty in Oslo today.", "she had to sign the treaty in Oslo that day"),
    ("I can sign the treaty in Oslo tomorrow.", "she could sign the treaty in Oslo the next day"),
    ("We are leaving Oslo today with our boats.", "they were leaving Oslo that day with their boats"),
    (WEEKS, "her people wanted ten weeks closed and his wanted six"),
    ("I do not think the plan is fair to the crews.", "she thought the plan was not fair to the crews"),
    ("No boat of ours will sail before Friday.", "none of their boats would sail before Friday"),
    ("It cost us two thousand crowns a week.", "it had cost them 2,000 crowns a week"),
    ("The premier has read your reply twice.", "the premier had read her reply"),
    ("Every boat came home to Oslo on Sunday.", "all boats came home to Oslo on Sunday"),
]
ALTERED = [
    (BOATS, "they had agreed to forty boats north of the line", [("not", "")]),
    (BOATS, "they had not agreed to fifty boats north of the line", [("forty", "fifty")]),
    (BOATS, "they had not agreed to 50 boats north of the line", [("forty", "50")]),
    (SIGN, "he would sign the treaty in Oslo before Friday", [("not", "")]),
    (SIGN, "he would not sign the treaty in Oslo before Monday", [("Friday", "Monday")]),
    (MAY, "she would sign the treaty in Oslo that day", [("may", "would")]),
    (MAY, "she must sign the treaty in Oslo that day", [("may", "must")]),
    (MAY, "she would not sign the treaty in Oslo that day", [("", "not"), ("may", "would")]),
    (WEEKS, "her people wanted twelve weeks closed and his wanted six", [("ten", "twelve")]),
    ("All of the boats came home to Oslo.", "some of the boats came home to Oslo", [("All", "some")]),
    ("It came from Ormsted, word for word.", "it came from Halvane, word for word", [("Ormsted", "Halvane")]),
    ("Two thousand crowns went to the harbour.", "2,500 crowns had gone to the harbour", [("Two thousand", "2,500")]),
]
NOT_CLEAR = [
    # Too little in common, however it is counted.
    (BOATS, "they had agreed on boats"),
    ("Nobody on my side will gloat.", "everybody on her side would gloat"),
    # Another event of the same kind.
    ("Twelve firemen were hurt in the blaze on Monday.", "14 firemen were hurt in the blaze on Tuesday"),
    ("Vento leads Tagg by 43 percent to 38 percent.", "Vento led Tagg by 46 percent to 42 percent"),
    # A "not" that went into another word, or came with one.
    (SIGN, "he refused to sign the treaty in Oslo before Friday"),
    (BOATS, "it was false that they had agreed to forty boats north of the line"),
    # Other words beside the lost one: it may be another sentence.
    (BOATS, "they had agreed in principle to forty larger boats north of the old line"),
    # Half of a long sentence, in pieces.
    (
        "We talked of boats in the morning, of herring at noon, and of the line by Oslo when the bell rang.",
        "they had talked of the line when it rang for nine boats",
    ),
]


def nearest(original: str, clause: str) -> Retelling | None:
    return max(retellings(clause, original), key=lambda found: found.closeness, default=None)


@pytest.mark.parametrize(("original", "clause"), FAIR)
def test_a_retelling_in_other_tense_and_person_alters_nothing(original: str, clause: str) -> None:
    found = nearest(original, clause)
    assert found is not None
    assert found.differences == ()


@pytest.mark.parametrize(("original", "clause", "differences"), ALTERED)
def test_another_number_name_negation_modal_or_quantifier_alters(
    original: str, clause: str, differences: list[tuple[str, str]]
) -> None:
    found = nearest(original, clause)
    assert found is not None
    assert found.is_clear
    assert [(one.original, one.printed) for one in found.differences] == differences


@pytest.mark.parametrize(("original", "clause"), NOT_CLEAR)
def test_what_may_be_another_sentence_is_no_alteration(original: str, clause: str) -> None:
    found = nearest(original, clause)
    assert found is None or not (found.is_clear and found.differences)


def test_a_label_is_no_part_of_the_sentence() -> None:
    found = nearest("Anna Rossi: We will sign the treaty in Oslo.", "she would sign the treaty in Oslo")
    assert found is not None
    assert found.span.of("Anna Rossi: We will sign the treaty in Oslo.") == "We will sign the treaty in Oslo"
