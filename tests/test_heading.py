"""What a document says of itself at its top. All people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.heading import heading_of
from sayso.model import Document
from sayso.reading import read_document

CASES = [
    (
        "Memorandum of a Conversation, Lindhaven, May 2, 1957\n\nPARTICIPANTS\n\nThe Minister\n\n"
        "Mara Lindqvist, Danish envoy\n\nMr. Maas—EUR\n\nThe Minister said that it was late.",
        "meeting",
        ["The Minister", "Mara Lindqvist, Danish envoy", "Mr. Maas—EUR"],
    ),
    (
        "12. Memorandum of a Telephone Conversation Between the Minister for Trade and Fisheries (Vento) and "
        "Piet Maas, Lund, May 2, 1957\n\nVento called.",
        "call",
        ["the Minister for Trade and Fisheries (Vento)", "Piet Maas"],
    ),
    (
        "Minutes of a meeting\n\nPresent: Ada Vento, Piet Maas, Tova Brandt\n\nIt was late.",
        "meeting",
        ["Ada Vento", "Piet Maas", "Tova Brandt"],
    ),
    (
        "The Envoy in Lund (Vento) to the Minister of Trade\n\nLund, May 2, 1957.\n\nSaw Maas.",
        "letter",
        ["The Envoy in Lund (Vento)", "the Minister of Trade"],
    ),
    (
        "7. Telegram From the Embassy in Lund to the Ministry\n\nSaw Maas.",
        "letter",
        ["the Embassy in Lund", "the Ministry"],
    ),
]


@pytest.mark.parametrize(("text", "kind", "parties"), CASES)
def test_a_record_of_a_conversation_names_its_kind_and_parties(text: str, kind: str, parties: list[str]) -> None:
    heading = heading_of(text)
    assert heading is not None
    assert (heading.kind.value, [place.of(text) for place in heading.parties]) == (kind, parties)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor opens bridge\n\nMayor Ada Vento opened the bridge.",
        "Vento gave reporters a summary of a meeting with Maas on Monday.",
        "The minister wrote a letter from Lund to the board.",
        "",
    ],
)
def test_a_report_is_the_record_of_no_conversation(text: str) -> None:
    assert heading_of(text) is None


@given(st.text(alphabet="MemorandufCnvstiBw LPpA():,.;\n-—and0123", max_size=400))
def test_parties_lie_in_the_text_whatever_it_is(text: str) -> None:
    heading = heading_of(text)
    assert heading is None or all(place.end <= len(text) for place in (heading.span, *heading.parties))


def test_what_is_said_in_recorded_minutes_is_said_to_all_others() -> None:
    text = (
        "Minutes of a meeting\n\nPresent: Ada Vento, Piet Maas, Tova Brandt\n\nMs. Vento said that the pier was lost."
    )
    reading = read_document(Document(text))
    names = {actor.id: actor.name for actor in reading.actors}
    (said,) = [one for one in reading.statements if "pier" in one.words]
    assert sorted(names[one] for one in said.addressees) == ["Piet Maas", "Tova Brandt"]
    assert said.channel == "meeting"
