from __future__ import annotations

import pytest

from sayso.attribution.found import Found
from sayso.attribution.trained.coordinated import side_by_side
from sayso.language.analysis import analyse
from sayso.model import Document, Span

# The first report's content, as it was drawn and as it should be; both cues; the source of the second report.
CASES = [
    (
        "Vento wrote that the mayor had thanked her, and suggested a new pier.",
        "that the mayor had thanked her, and suggested a new pier",
        "that the mayor had thanked her",
        ("wrote", "suggested"),
        "Vento",
    ),
    (
        "Vento said the pier was safe but warned that the lamp was not.",
        "the pier was safe but warned that the lamp was not",
        "the pier was safe",
        ("said", "warned"),
        "Vento",
    ),
    (
        "Vento said that the mayor had met her and suggested a new pier.",
        "that the mayor had met her and suggested a new pier",
        "that the mayor had met her and suggested a new pier",
        ("said", "suggested"),
        "the mayor",
    ),
    (
        "Vento promised to meet the mayor and suggest a new pier.",
        "to meet the mayor and suggest a new pier",
        "to meet the mayor and suggest a new pier",
        ("promised", "suggest"),
        "Vento",
    ),
]


@pytest.mark.parametrize("text, drawn, kept, cues, speaker", CASES)
def test_a_second_report_of_the_same_speaker_stands_beside_the_first(
    text: str, drawn: str, kept: str, cues: tuple[str, str], speaker: str
) -> None:
    def at(words: str) -> tuple[Span]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    second = at(text[text.index(cues[1]) + len(cues[1]) :].strip(" ."))
    found = [Found(at(drawn), at(cues[0]), at("Vento")), Found(second, at(cues[1]), at(speaker))]
    first, _ = side_by_side(analyse(Document(text)), found)
    assert first.content[0].of(text) == kept
