"""Attributions put into one another, in articles of our own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.compose import Style, compose, compose_all, framed, reported, reporting
from training.labelled import Attribution, Labelled, check, read_texts, write_texts
from training.pieces import Piece, attributed, free_sentences, put_into, sentences

SOURCES = ["Ada Orlo", "the minister", "He", "Venn", "two clerks", "Mr. Quill of the port"]
CUES = ["said", "told reporters", "believed", "had warned", "thinks"]
CONTENTS = ["that the bridge was shut", "the ferry would sail at noon", "that nobody had asked the crew yet"]
PLAIN = ["It rained all day.", "The port lies north of the town.", "Nobody came!", "“Odd,” they thought?"]
STYLE = Style(["the Harbour News", "the Quay Post"], {"the", "he", "two", "that", "it"})


def told(source: str, cue: str, content: str, quoted: bool = False) -> Piece:
    """A sentence in which somebody says something."""
    content = f"“{content[:1].upper()}{content[1:]}.”" if quoted else content
    piece = attributed(("source", source), ("", " "), ("cue", cue), ("", " "), ("content", content))
    piece = Piece(piece.text[0].upper() + piece.text[1:], piece.attributions)
    return piece if quoted else piece + "."


def article(sentences: list[Piece | str], breaks: list[str]) -> Labelled:
    """The sentences as one text."""
    whole = Piece("")
    for sentence, gap in zip(sentences, breaks, strict=True):
        whole = whole + sentence + gap
    return Labelled("a", whole.text, whole.attributions)


SAID = st.builds(told, st.sampled_from(SOURCES), st.sampled_from(CUES), st.sampled_from(CONTENTS), st.booleans())
ARTICLES = st.lists(
    st.tuples(SAID | st.sampled_from(PLAIN), st.sampled_from([" ", "\n\n", "\n"])), min_size=1, max_size=12
).map(lambda drawn: article([one for one, _ in drawn], [gap for _, gap in drawn]))


def words(text: Labelled, one: Attribution) -> tuple[list[str], ...]:
    return tuple([text.text[start:end] for start, end in spans] for spans in (one.source, one.cue, one.content))


@settings(deadline=None, max_examples=60)
@given(ARTICLES, st.integers(0, 1000), st.floats(0, 1))
def test_what_was_not_composed_keeps_its_words(text: Labelled, seed: int, share: float) -> None:
    composed = compose(text, STYLE, share, random.Random(seed))
    check(composed)
    before = [words(text, one) for one in text.attributions]
    for one in composed.attributions:
        assert one.composed or words(composed, one) in before


@settings(deadline=None, max_examples=60)
@given(ARTICLES, st.integers(0, 1000))
def test_in_what_was_composed_one_holds_the_other(text: Labelled, seed: int) -> None:
    composed = compose(text, STYLE, 0.5, random.Random(seed))
    made = [one for one in composed.attributions if one.composed]
    outer = [one for one in made if any(_holds(one, other) for other in made)]
    inner = [one for one in made if any(_holds(other, one) for other in made)]
    assert bool(made) == bool(outer)
    assert set(made) == {*outer, *inner}


def _holds(outer: Attribution, inner: Attribution) -> bool:
    (start, end), *_ = outer.content
    return outer != inner and all(start <= first and last <= end for first, last in inner.spans)


@settings(deadline=None, max_examples=60)
@given(ARTICLES, st.floats(0, 1))
def test_no_more_sentences_change_than_asked_for(text: Labelled, share: float) -> None:
    composed = compose(text, STYLE, share, random.Random(1))
    changed = set(sentences_of(text)) - set(sentences_of(composed))
    assert len(changed) <= max(1, int(share * len(sentences_of(text))))


def sentences_of(text: Labelled) -> list[str]:
    return [text.text[start:end] for start, end in sentences(text.text)]


def test_a_report_takes_another_sentence_in() -> None:
    outer = told("Ada Orlo", "said", "that the bridge was shut")
    inner = told("The minister", "told", "that nobody had asked the crew yet")
    (one,) = outer.attributions
    made = reported(outer, one, inner, STYLE, random.Random(1))
    assert made.text == "Ada Orlo said that the minister told that nobody had asked the crew yet."
    assert [made.text[slice(*one.content[0])] for one in made.attributions] == [
        "that the minister told that nobody had asked the crew yet",
        "that nobody had asked the crew yet",
    ]


@pytest.mark.parametrize("seed", range(12))
def test_an_outlets_report_holds_the_whole_clause(seed: int) -> None:
    piece = framed(told("Ada Orlo", "said", "that the bridge was shut"), "the Quay Post", STYLE, random.Random(seed))
    outer, inner = piece.attributions
    assert piece.text[slice(*outer.content[0])].removeprefix("that ") == "Ada Orlo said that the bridge was shut"
    assert piece.text[slice(*outer.source[0])].lower() == "the quay post"
    assert piece.text[slice(*inner.source[0])] == "Ada Orlo"
    assert piece.text.endswith(".")


@pytest.mark.parametrize(
    "piece",
    [
        told("Ada Orlo", "opposed", "the new bridge"),
        told("Ada Orlo", "said", "it is shut", quoted=True),
        told("Ada Orlo", "said", "that the bridge was shut") + " It rained.",
    ],
)
def test_only_a_clause_at_the_end_makes_room_for_another(piece: Piece) -> None:
    assert reporting(piece) is None


def test_an_attribution_over_two_sentences_keeps_both_as_they_are() -> None:
    text = Labelled("a", "“A,” she said. “B.” It rained.", (Attribution(((5, 8),), ((9, 13),), ((0, 4), (15, 19))),))
    assert [text.text[start:end] for start, end in free_sentences(text)] == ["It rained."]
    changed = put_into(text, {free_sentences(text)[0]: Piece("Snow.")})
    assert changed.text == "“A,” she said. “B.” Snow."
    assert changed.attributions == text.attributions


@pytest.mark.parametrize(
    "text, found",
    [
        ("Mr. Orlo left. He came back.", ["Mr. Orlo left.", "He came back."]),
        ("“Why?” he asked. “No.” It rained", ["“Why?” he asked.", "“No.”", "It rained"]),
        ("One line\nAnother one. ", ["One line", "Another one."]),
        ("The U.S. Navy came.", ["The U.S. Navy came."]),
        ("", []),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found


def test_outlets_are_those_that_reported_and_are_no_persons() -> None:
    told_by = [
        told(source, "reported", "that it rained") for source in ("The Quay Post", "Ada Orlo", "KBX", "Venn News")
    ]
    texts = [Labelled("a", piece.text, piece.attributions) for piece in told_by]
    assert Style.of(texts).outlets == ["KBX", "Venn News", "the Quay Post"]


def test_composed_texts_say_so_when_read_again(tmp_path: Path) -> None:
    texts = [article([told("Ada", "said", "that it rained"), told("Venn", "said", "that it was wet")], [" ", ""])]
    write_texts(tmp_path / "out.jsonl", compose_all(texts, seed=1, share=0.5))
    (read,) = read_texts(tmp_path / "out.jsonl")
    assert read.composed
    assert {one.composed for one in read.attributions} <= {True, False}
    check(read)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no words at 3-9"):
        check(Labelled("a", "Ada.", (Attribution((), ((3, 9),), ((0, 3),)),)))
