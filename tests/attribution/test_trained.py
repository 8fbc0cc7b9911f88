from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.attribution import WEIGHTS
from sayso.attribution.trained import network
from sayso.attribution.trained.extractor import attributions
from sayso.model import Span, Spans

if not (WEIGHTS / "encoder.onnx").exists():
    pytest.skip("the trained reader's weights are not here", allow_module_level=True)

# Source, cue and content as a person marks them; every verb, noun and shape of sentence once.
CASES = [
    ("Anna Rossi said that the harbour would close.", "Anna Rossi", "said", "that the harbour would close"),
    ("The harbour will close, Anna Rossi said on Tuesday.", "Anna Rossi", "said", "The harbour will close"),
    ("“The harbour will close,” said Anna Rossi, the mayor.", "Anna Rossi", "said", "“The harbour will close,”"),
    ("According to Anna Rossi, the harbour will close.", "Anna Rossi", "According to", "the harbour will close"),
    ("The harbour will close, according to two officials.", "two officials", "according to", "The harbour will close"),
    ("Rossi warned the council that the harbour would close.", "Rossi", "warned", "that the harbour would close"),
    ("Rossi hopes the harbour will stay open.", "Rossi", "hopes", "the harbour will stay open"),
    ("Anna Rossi: “The harbour will close.”", "Anna Rossi", ":", "“The harbour will close.”"),
]


def words(text: str, spans: Spans) -> str:
    return " ".join(span.of(text) for span in spans)


@pytest.mark.parametrize("text, source, cue, content", CASES)
def test_source_cue_and_content_are_found_and_tied_together(text: str, source: str, cue: str, content: str) -> None:
    found = max(attributions(text, network.load(WEIGHTS)), key=lambda one: one.evidence[0])
    assert source in words(text, found.source)
    assert words(text, found.cue).startswith(cue)
    assert words(text, found.content).strip(" “”.,") == content.strip("“”.,")


def test_an_inner_report_stands_within_the_outer_one() -> None:
    reading = sayso.read("Lena Vento said that Anna Rossi had told the council that the harbour would close.")
    outer, inner = sorted(reading.statements, key=lambda s: s.content[0].start)
    assert inner.within == outer.id
    assert inner.confidence <= outer.confidence
    assert inner.words.endswith("the harbour would close")


def test_a_text_gives_the_same_alone_and_behind_another() -> None:
    net = network.load(WEIGHTS)
    text, other = "Anna Rossi said the harbour would close.", "“No,” Piet Orlo told the Brindle Post. " * 40
    alone = [one.content for one in attributions(text, net)]
    attributions(other, net)
    assert [one.content for one in attributions(text, net)] == alone


@given(
    st.lists(
        st.sampled_from([*"“”\"'‘’.,:;?!—\n ", "said", "told", "Anna", "the plan", "\n\n", "¡", "漢"]), max_size=80
    )
)
@settings(max_examples=40, deadline=None)
def test_every_span_lies_in_its_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for one in attributions(text, network.load(WEIGHTS)):
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip() == span.of(text)
            assert isinstance(span, Span)
