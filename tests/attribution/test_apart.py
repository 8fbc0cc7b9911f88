from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution.apart import with_passages
from sayso.attribution.found import Found
from sayso.attribution.rules import Rules, completed
from sayso.language.analysis import Analysis, analyse
from sayso.model import Document, Span

LIST = "Maas promised the port two things:\n\n1. Boats.\n\n2. Rope.\n\nHe left."


def span_of(words: str, text: str = LIST) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def contents(analysis: Analysis, *found: Found) -> list[list[str]]:
    return [[span.of(analysis.text) for span in one.content] for one in with_passages(analysis, found)]


def test_a_list_belongs_to_whoever_has_a_part_of_it() -> None:
    has_part = Found((span_of("Boats."),), cue=(span_of("promised"),))
    assert contents(analyse(Document(LIST)), has_part) == [["1. Boats.", "2. Rope."]]


def test_a_list_belongs_to_the_cue_that_leads_to_it() -> None:
    has_cue = Found((span_of("the port two things"),), cue=(span_of("promised"),))
    assert contents(analyse(Document(LIST)), has_cue) == [["the port two things", "1. Boats.", "2. Rope."]]
    assert contents(analyse(Document(LIST))) == [["1. Boats.", "2. Rope."]]


def test_what_only_announces_the_list_is_no_part_of_what_was_said() -> None:
    text = LIST.replace("the port two things", "the following points")
    announces = Found((span_of("the following points", text),), cue=(span_of("promised", text),))
    assert contents(analyse(Document(text)), announces) == [["1. Boats.", "2. Rope."]]


def test_a_list_that_nobody_leads_to_is_nobodys() -> None:
    assert contents(analyse(Document(LIST.replace("promised", "carried")))) == []


def test_a_quotation_that_is_somebodys_already_is_given_to_nobody_else() -> None:
    text = "Maas sent a message to the port, relayed by radio:\n\n“The dam holds for now.”"
    relayed = Found((span_of("“The dam holds for now.”", text),), cue=(span_of("relayed", text),))
    assert [one.cue for one in completed(analyse(Document(text)), [relayed])] == [relayed.cue]


PIECES = ["\n\n", ": ", "1. ", "2. ", "Dear A:", "Yours", "Begin text ", "End text", "QUOTE ", "UNQUOTE", "—— " * 30]
WORDS = [
    "Maas said ",
    "her letter reads ",
    "“",
    "”",
    '"',
    "the dam holds. ",
    "MILO Item 1",
    "BRUNO Item 2",
    "End Item 1.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES + WORDS), max_size=40).map("".join))
def test_whatever_is_set_apart_every_place_lies_in_the_text(text: str) -> None:
    for one in Rules().extract(analyse(Document(text))):
        assert one.content
        assert all(0 <= span.start < span.end <= len(text) for span in (*one.content, *one.cue, *one.source))
