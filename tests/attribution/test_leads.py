from __future__ import annotations

import pytest

from sayso.attribution.leads import led
from sayso.language.analysis import analyse
from sayso.model import Document, Span

# What leads to the words, the cue and the source found in it.
CASES = [
    ("The mayor's letter reads as follows:", "reads", "The mayor"),
    ("Following message from Piet Maas should be delivered tonight:", "message", "Piet Maas"),
    ("A message from Piet Maas was read out. It follows:", "read", "Piet Maas"),
    ("First draft of the announcement follows:", "announcement", ""),
    ("Ada Vento, the mayor, replied to them on Sunday:", "replied", "Ada Vento, the mayor"),
    ("Ada Vento stood at the window. Then she explained:", "explained", "she"),
    ("Yesterday Maas issued the following statement:", "statement", "Maas"),
    ("The pilots rated this statement by Maas on Sunday:", "statement", "Maas"),
    ("Maas was handed the following letter:", "letter", ""),
    ("The boats came in this order:", None, ""),
    ("Read more:", None, ""),
    ("The bias is shown by this:", None, ""),
]


@pytest.mark.parametrize(("text", "cue", "source"), CASES)
def test_what_leads_to_words_set_apart_names_the_cue_and_whose_they_are(
    text: str, cue: str | None, source: str
) -> None:
    (paragraph,) = analyse(Document(text)).paragraphs
    found = led(paragraph, len(text), (Span(len(text), len(text) + 1),), "test")
    assert (found.cue[0].of(text) if found else None) == cue
    assert "".join(span.of(text) for span in found.source) == source if found else True
