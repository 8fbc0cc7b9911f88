from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from make import reading
from sayso.record import Record
from sayso.record.search import LONGEST_PIECE, pieces_of

REPORT = (
    "The council met on Tuesday.\n\n"
    "“The harbour will be dredged before the winter storms arrive, and\n\n"
    "the fishermen will be compensated in full,” said the mayor.\n\n"
    "Nobody asked about the price of the lighthouse."
)
OTHER = "Another council met. The harbour was not mentioned at all. Winter came.\n\nThe price of bread rose in full."


@pytest.fixture(scope="module")
def record() -> Record:
    record = Record(":memory:")
    record.add(reading(REPORT, outlet="The Lake Post", published="2025-10-15"))
    record.add(reading(REPORT, outlet="The Hill Times", published="2025-10-14"))
    record.add(reading(OTHER, source="other.txt"))
    return record


QUOTATIONS = [
    "The harbour will be dredged before the winter storms arrive",
    "the harbor will be dredged before winter storms arrive",
    "storms arrive, and the fishermen will be compensated",
    "FISHERMEN  will be — compensated",
    "the lighthouse",
    "Nobody asked about the prize of the lighthouse",
]


@pytest.mark.parametrize("words", QUOTATIONS)
def test_words_lead_to_where_they_or_their_like_stand(record: Record, words: str) -> None:
    best = record.passages(words)[0]
    assert best.text == REPORT[best.span.start : best.span.end]
    assert "harbour will be dredged" in best.text or "lighthouse" in best.text


def test_a_passage_holds_both_sides_of_a_paragraph_end(record: Record) -> None:
    best = record.passages("storms arrive, and the fishermen will be compensated")[0]
    assert "storms arrive, and\n\nthe fishermen" in best.text


def test_a_text_printed_twice_is_one_passage_of_two_documents_the_first_in_front(record: Record) -> None:
    found = record.passages("the fishermen will be compensated")
    assert len([passage for passage in found if "fishermen" in passage.text]) == 1
    assert [record.document(id).outlet for id in found[0].documents] == ["The Hill Times", "The Lake Post"]
    assert found[0].document_id == found[0].documents[0]


def test_a_text_can_be_passed_over(record: Record) -> None:
    digest = record.passages("the harbour")[0].digest
    assert digest not in {passage.digest for passage in record.passages("the harbour", exclude=[digest])}


def test_words_may_come_as_a_list(record: Record) -> None:
    assert record.passages(["fishermen", "compensated"]) == record.passages("fishermen compensated")


@pytest.mark.parametrize("words", ["", "…", "zyxw", "zyxw vutsr"])
def test_words_that_stand_nowhere_lead_nowhere(record: Record, words: str) -> None:
    assert record.passages(words) == []


def test_the_number_of_passages_is_bounded() -> None:
    with Record(":memory:") as record:
        for number in range(30):
            record.add(reading(f"The harbour is closed. Notice {number}.", source=f"{number}.txt"))
        assert len(record.passages("the harbour is closed", 5)) == 5


def test_common_words_find_their_place_though_one_of_them_was_changed() -> None:
    """Every word stands in so many pieces that none is worth looking up by itself."""
    with Record(":memory:") as record, pytest.MonkeyPatch.context() as few:
        few.setattr("sayso.record.search.LOOKED_UP", 10)
        record.add(reading("We will not go there now.", source="it.txt"))
        for number in range(40):
            record.add(reading(f"we {number}\n\nwill not\n\ngo there\n\nnow ever", source=f"{number}.txt"))
        assert record.passages("We will ever go there now.")[0].text == "We will not go there now."


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab \n"), max_size=60), st.integers(1, 30))
def test_pieces_cover_a_text_without_gap_or_overlap(text: str, longest: int) -> None:
    with pytest.MonkeyPatch.context() as short:
        short.setattr("sayso.record.search.LONGEST_PIECE", longest)
        pieces = list(pieces_of(text))
    covered = "".join(piece.of(text) for piece in pieces)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(pieces))
    assert all(len(piece.of(text).rstrip()) <= max(longest, 1) for piece in pieces)


def test_a_long_paragraph_is_cut_at_the_end_of_a_line() -> None:
    text = ("A line of a transcript that goes on.\n" * 100).strip()
    pieces = list(pieces_of(text))
    assert len(pieces) > 2
    assert all(len(piece) <= LONGEST_PIECE for piece in pieces)
    assert all(piece.of(text).strip().endswith("on.") for piece in pieces)
