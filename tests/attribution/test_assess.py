"""Act, hedges and basis of attributions whose places are marked: [source], <cue>, {content}."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import assessment

from sayso.attribution.assess import assessed
from sayso.attribution.found import Found
from sayso.language.analysis import analyse
from sayso.model import Document, Span

ACTS = [
    ("[Vento] <said> {the dam was old}.", "asserts"),
    ("<According to> [Vento], {the dam is old}.", "asserts"),
    ("[Vento] <is demanding> {a new dam}.", "demands"),
    ("[Vento] <called for> {a new dam}.", "demands"),
    ("[Vento] <called on> Maas {to resign}.", "demands"),
    ("[Vento] <called> {Maas a liar}.", "condemns"),
    ("[Vento] <called> {the crew brave}.", "praises"),
    ("[Vento]’s <promise to> {mend the dam} was kept.", "promises"),
    ("[Vento] <made a promise to> {mend the dam}.", "promises"),
    ("[Vento] <promised> {to mend the dam}.", "promises"),
    ("[Vento] <wants to know> {who signed}.", "asks"),
    ("[Vento] <asked whether> {the dam was old}.", "asks"),
    ("[Vento] <denied having told> Maas {the truth}.", "denies"),
    ("[Vento] <denied> {having told Maas}.", "denies"),
    ("[Vento] <declined to say> {who signed}.", "declines"),
    ("[Vento] <refused> {to cooperate}.", "declines"),
    ("[Vento] <believes> {the dam is old}.", "believes"),
    ("[Vento] <predicted> {a flood}.", "predicts"),
    ("[Vento] <agreed> {that the dam was old}.", "agrees"),
    ("[Vento] <praised> {the crew}.", "praises"),
    ("[Vento] <lashed out> at {the crew}.", "condemns"),
    ("[Vento] <suggested> {closing the dam}.", "advises"),
    ("[Vento] <suggested> {that the dam was old}.", "asserts"),
    ("[The Post] <reported> {that the dam was old}.", "reports"),
    ("“{It is over}.”", "asserts"),
]
HEDGES = [
    ("[Vento] reportedly <said> {the dam was old}.", ["reportedly"]),
    ("{The dam is old}, [Vento] apparently <said>.", ["apparently"]),
    ("Apparently [Vento] <said> {the dam was old}.", ["Apparently"]),
    ("[Vento] <is said to have promised> {a new dam}.", ["is said to"]),
    ("[Vento] <appeared to say> {that the dam was old}.", ["appeared to"]),
    ("[Vento] <was accused of saying> {that the dam was old}.", ["was accused of"]),
    ("{The dam} <reportedly> {broke}.", ["reportedly"]),
    ("[Vento] <said> {the dam was apparently old}.", []),
    ("[Vento] <said> {the dam was old}.", []),
]
BASES = [
    ("<According to> [a transcript reviewed by the Post], {the dam is old}.", "document"),
    ("{The dam is old}, <according to> [documents obtained by the Post].", "document"),
    ("[A person briefed on the call] <said> {the dam was old}.", "told"),
    ("[An official familiar with the talks] <said> {the dam was old}.", "told"),
    ("[Vento] <said>: “{I haven’t heard it, but I heard that the dam was old}.”", "told"),
    ("[Vento] <said>: “{I was told the dam was old}.”", "told"),
    ("[An aide who was in the room] <said> {Maas wept}.", "firsthand"),
    ("[Vento] <said>: “{I saw the crack myself}.”", "firsthand"),
    ("[A witness] <said> {Maas wept}.", "firsthand"),
    ("[Vento] <wrote> in a letter {that the dam was old}.", "not_stated"),
    ("[Vento] <said> {the dam was old}.", "not_stated"),
]


@pytest.mark.parametrize("sentence, act", ACTS)
def test_the_act_is_named_by_the_cue(sentence: str, act: str) -> None:
    assert assessment(sentence)[1].act.value == act


@pytest.mark.parametrize("sentence, hedges", HEDGES)
def test_hedges_are_those_of_the_report(sentence: str, hedges: list[str]) -> None:
    text, found = assessment(sentence)
    assert [span.of(text) for span in found.hedges] == hedges


@pytest.mark.parametrize("sentence, basis", BASES)
def test_the_basis_is_what_the_words_tell(sentence: str, basis: str) -> None:
    assert assessment(sentence)[1].basis.value == basis


WORDS = ["Vento", "said", "did not", "that", "to say", ",", ".", "?", "“", "”", "if", "no", "nobody", "would", "who"]
WORDS += [
    "denied",
    "without",
    "than",
    "it is",
    "true",
    "asked",
    "\n\n",
    "n’t",
    "is",
    "of",
    "saying",
    "have",
    "\x85",
    "🜁",
]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join) | st.text(min_size=1, max_size=60)


@settings(max_examples=80, deadline=None)
@given(texts, st.data())
def test_any_places_in_any_text_are_assessed(text: str, data: st.DataObject) -> None:
    def places(least: int) -> tuple[Span, ...]:
        ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
        drawn = data.draw(st.lists(ends, min_size=least, max_size=2))
        return tuple(sorted(Span(min(a, b - 1), max(a + 1, b)) for a, b in drawn))

    found = Found(content=places(1), cue=places(0), source=places(0))
    got = assessed(found, analyse(Document(text)))
    assert (got.content, got.cue, got.source) == (found.content, found.cue, found.source)
    assert all(0 <= span.start < span.end <= len(text) for span in got.hedges)
