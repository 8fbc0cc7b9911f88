"""Which acts are replies to a question or an accusation."""

from sayso.model import Document, Reading
from sayso.reading import read_document


def _replies(text: str) -> list[tuple[str, str, str]]:
    reading: Reading = read_document(Document(text, outlet="The Courier", published="2026-03-20"))
    names = {actor.id: actor.name for actor in reading.actors}
    return [(one.kind.value, names[one.participants[0]], one.reply) for one in reading.communications if one.reply]


def test_who_speaks_for_the_body_that_was_asked_has_answered_for_it() -> None:
    text = (
        "The Courier has reached out to the Harbour Board for comment. "
        "Speaking to Radio Nord, Harbour Board spokesman Piet Maas said: “The harbour is safe.”"
    )
    assert _replies(text) == [("request", "Harbour Board", "pending"), ("interview", "Piet Maas", "answered")]


def test_who_speaks_without_having_been_asked_replies_to_nobody() -> None:
    text = "The Courier has reached out to the Harbour Board for comment. Ada Vento told Radio Nord that it was late."
    assert _replies(text) == [("request", "Harbour Board", "pending")]


def test_defending_somebody_is_a_reply() -> None:
    text = "On Monday, Ada Vento defended Piet Maas aboard the Marigold. “It is a good plan,” Vento said."
    assert ("remarks", "Ada Vento", "defended") in _replies(text)
