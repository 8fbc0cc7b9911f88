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


LETTERS = [
    (
        "7. Telegram From the Embassy in Lund to the Ministry\n\nLund, May 2, 1957.\n\n12. Saw Maas. Late.\n\nVento\n\n"
        "NOTES\n\n[1] Source: files.",
        ["Vento", "Ministry"],
        "Lund",
    ),
    (
        "The Envoy in Lund (Vento) to the Minister of Trade (Maas)\n\nNew Lund, 2 May 1957\n\nIt was late.",
        ["Vento", "Maas"],
        "New Lund",
    ),
    ("FROM: Ada Vento\nTO: Piet Maas\nSUBJECT: Boats\n\nIt was late.", ["Ada Vento", "Piet Maas"], None),
    (
        "Telegram From Ada Vento to the Ministry\n\nLund, May 2, 1957.\n\n12. Personal for Piet Maas—no copies. Late.",
        ["Ada Vento", "Ministry", "Piet Maas"],
        "Lund",
    ),
]


@pytest.mark.parametrize(("text", "parties", "place"), LETTERS)
def test_a_letter_goes_from_who_signs_it_to_whom_it_is_for(text: str, parties: list[str], place: str | None) -> None:
    reading = read_document(Document(text))
    names = {actor.id: actor.name.removeprefix("the ") for actor in reading.actors}
    own = reading.communications[0]
    assert (own.kind.value, [names[one] for one in own.participants], own.place) == ("letter", parties, place)


@pytest.mark.parametrize(
    "listed",
    [
        "PARTICIPANTS\n\nUS\n\nAda Vento\n\nPiet Maas\n\nUK\n\nTova Brandt\n\nSUBJECT\n\nBoats",
        "PARTICIPANTS\n\nUnited States\t\tUnited Kingdom\nAda Vento\t\tTova Brandt\nPiet Maas\n\nSUBJECT\n\nBoats",
        "Participants:\nUS:\nAda Vento\nPiet Maas\nBritish delegation\nTova Brandt\nSubject: Boats",
    ],
)
def test_sides_at_the_head_of_a_list_take_no_part(listed: str) -> None:
    text = f"Memorandum of Conversation\n\nLund, May 2, 1957.\n\n{listed}\n\nIt was late."
    heading = heading_of(text)
    assert heading is not None
    assert sorted(place.of(text) for place in heading.parties) == ["Ada Vento", "Piet Maas", "Tova Brandt"]
    assert heading.place is not None
    assert heading.place.of(text) == "Lund"
