from __future__ import annotations

import pytest

from sayso.attribution.teletype import items
from sayso.paragraphs import paragraphs

CASES = [
    (
        "MILO Item 1 12/0400Z\n\nAre you there?\n\nAnswer soon. End Item 1.\n\nBRUNO Item 1 (ref)\n\nWe are.",
        [("MILO", "Are you there?\n\nAnswer soon."), ("BRUNO", "We are.")],
    ),
    (
        "[MILO] Telecon Note 1\n\nBoats came.\n\nHarbMin Item 2\n\nHow many?",
        [("MILO", "Boats came."), ("HarbMin", "How many?")],
    ),
    # A header without a station is nobody's; a heading in capitals ends the last item.
    (
        "MILO Item 1\n\nBoats came.\n\nItem 2\n\nTwo.\n\nBRUNO Item 1\n\nGood.\n\nNOTES\n\nFrom the archive.",
        [("MILO", "Boats came."), (None, "Two."), ("BRUNO", "Good.")],
    ),
    # Nobody talks to himself, and an agenda has no stations.
    ("MILO Item 1\n\nBoats came.\n\nMILO Item 2\n\nMore came.", []),
    ("Agenda Item 1\n\nBoats.\n\nAgenda Item 2\n\nRope.", []),
    ("MILO Item 1 and BRUNO Item 1 were lost on the way to the ministry that night.", []),
    ("MILO Item 1\n\nBRUNO Item 1\n\nGood.", [("BRUNO", "Good.")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_every_station_has_its_words(text: str, wanted: list[tuple[str | None, str]]) -> None:
    found = items(text, paragraphs(text))
    assert [(item.station.of(text) if item.station else None, item.words.of(text)) for item in found] == wanted
