"""What a chat says of who wrote to whom and when. All people are invented."""

import pytest

from sayso.model import ActorKind, Document, DocumentKind, Reading
from sayso.reading import read_document

TWO = """\
13/03/25, 14:05 - Ada Vento: The pier is lost.
13/03/25, 14:06 - Piet Maas: Who says so?
14/03/25, 09:00 - Ada Vento: The board.
"""
GROUP = "13/03/25, 14:04 - Ada Vento created group “Pier”\n" + TWO
TELEGRAM = """\
Telegram group Pier

[2025-03-13 14:05:33] Ada Vento: The pier is lost.

[2025-03-13 14:06:33] Piet Maas (reply to Ada Vento): Who says so?

[2025-03-14 09:00:00] Piet Maas (forwarded from Tova Brandt): The board says so.
"""


def reading_of(text: str) -> tuple[Reading, dict[str | None, str]]:
    reading = read_document(Document(text, kind=DocumentKind.TRANSCRIPT))
    return reading, {actor.id: actor.name for actor in reading.actors}


def test_in_a_chat_of_two_each_writes_to_the_other_on_the_day_of_the_message() -> None:
    reading, names = reading_of(TWO)
    found = [(names[s.speaker], [names[a] for a in s.addressees], s.when and s.when.edtf) for s in reading.statements]
    assert found == [
        ("Ada Vento", ["Piet Maas"], "2025-03-13"),
        ("Piet Maas", ["Ada Vento"], "2025-03-13"),
        ("Ada Vento", ["Piet Maas"], "2025-03-14"),
    ]
    assert [s.when.words.of(TWO) for s in reading.statements if s.when][2] == "14/03/25, 09:00"


def test_the_messages_of_a_day_are_one_letter_by_their_medium() -> None:
    reading, names = reading_of(TWO)
    found = [(c.kind.value, c.medium, c.when and c.when.edtf) for c in reading.communications]
    assert found == [("letter", "WhatsApp", "2025-03-13"), ("letter", "WhatsApp", "2025-03-14")]
    assert [sorted(names[p] for p in c.participants) for c in reading.communications] == 2 * [
        ["Ada Vento", "Piet Maas"]
    ]
    assert [s.communication for s in reading.statements] == [reading.communications[n].id for n in (0, 0, 1)]


def test_a_day_that_may_be_one_of_two_stays_an_interval() -> None:
    reading, _ = reading_of("03/04/25, 14:05 - Ada Vento: Over.")
    (said,) = reading.statements
    assert said.when is not None
    assert (said.when.edtf, said.when.earliest, said.when.latest) == (
        "2025-03-04/2025-04-03",
        "2025-03-04",
        "2025-04-03",
    )


def test_in_a_group_nobody_is_addressed_unless_answered() -> None:
    assert not any(said.addressees for said in reading_of(GROUP)[0].statements)
    reading, names = reading_of(TELEGRAM)
    assert [[names[a] for a in said.addressees] for said in reading.statements] == [[], ["Ada Vento"], []]


def test_forwarded_words_are_their_authors_by_way_of_who_forwards_them() -> None:
    reading, names = reading_of(TELEGRAM)
    last = reading.statements[-1]
    assert (names[last.speaker], [names[a] for a in last.via], last.when) == ("Tova Brandt", ["Piet Maas"], None)


@pytest.mark.parametrize("name", ["+49 000 0001", "Me", "Deleted Account"])
def test_a_number_or_me_names_nobody(name: str) -> None:
    (actor,) = reading_of(f"13/03/25, 14:05 - {name}: Over.")[0].actors
    assert (actor.name, actor.kind) == (name, ActorKind.UNNAMED)


def test_a_voice_that_a_machine_numbered_has_no_name() -> None:
    reading, _ = reading_of("SPEAKER_00: Good day.\n\nSPEAKER_01: Yes.")
    assert {actor.kind for actor in reading.actors} == {ActorKind.UNNAMED}
