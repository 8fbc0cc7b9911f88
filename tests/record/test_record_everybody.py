from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from make import reading, said
from sayso.errors import NotInRecord
from sayso.model import Actor, ActorKind, Reading, Role, Span
from sayso.record import Question, Record

MARCH = "Anna Rossi, the mayor, told Carlo Bianchi: “It is over.” “Anna Rossi is wrong,” Carlo Bianchi said."
MAY = "“We sail,” Rossi and Dora Verdi said. “I doubt it,” a pilot said. Anna Rossi left."


def march() -> Reading:
    made = reading(
        MARCH,
        said("Anna Rossi", "It is over.", to=("Carlo Bianchi",)),
        said("Carlo Bianchi", "“Anna Rossi is wrong,”"),
        published="2025-03-01",
    )
    anna = replace(made.actors[0], roles=(Role("the mayor", Span(12, 21)),))
    return replace(made, actors=(anna, *made.actors[1:]))


def may() -> Reading:
    """Two who speak as one, and a pilot who is not named."""
    made = reading(MAY, said("Rossi", "“We sail,”"), said("a pilot", "“I doubt it,”"), published="2025-05-01")
    pilot = replace(made.actors[1], kind=ActorKind.UNNAMED)
    anna = Actor("p1", "Anna Rossi", ActorKind.PERSON, (Span(11, 16),))
    dora = Actor("p2", "Dora Verdi", ActorKind.PERSON)
    both = Actor("g", "Rossi and Dora Verdi", ActorKind.GROUP, members=("p1", "p2"))
    sailing = replace(made.statements[0], speaker="g")
    return replace(made, actors=(pilot, anna, dora, both), statements=(sailing, made.statements[1]))


@pytest.fixture
def record() -> Iterator[Record]:
    with Record(":memory:") as made:
        made.add(march())
        made.add(may())
        yield made


def test_one_name_is_one_person_over_all_documents(record: Record) -> None:
    anna = record.person("Anna Rossi")
    assert [document.published for document in anna.documents] == ["2025-05-01", "2025-03-01"]
    assert {(name.name, name.documents) for name in anna.names} == {("Anna Rossi", 1), ("Rossi", 1)}
    assert [(role.text, role.pin.span.of(MARCH), role.document.published) for role in anna.roles] == [
        ("the mayor", "the mayor", "2025-03-01")
    ]


def test_what_was_said_by_to_and_about_somebody_is_counted_and_asked(record: Record) -> None:
    anna, carlo = record.person("Anna Rossi"), record.person("Carlo Bianchi")
    assert (anna.by, anna.to, anna.about) == (2, 0, 1)
    assert (carlo.by, carlo.to, carlo.about) == (1, 1, 0)
    for asked, words in [
        (Question(person=anna.id), ["“We sail,”", "It is over."]),
        (Question(to_person=carlo.id), ["It is over."]),
        (Question(about_person=anna.id), ["“Anna Rossi is wrong,”"]),
    ]:
        assert [line.words for line in record.said(asked).lines] == words


def test_a_member_speaks_when_their_group_does(record: Record) -> None:
    assert [line.words for line in record.said(Question(person="Dora Verdi")).lines] == ["“We sail,”"]


def test_lines_know_whose_page_their_names_lead_to(record: Record) -> None:
    by_words = {line.words: line for line in record.said().lines}
    assert (by_words["It is over."].person, by_words["It is over."].to_people) == ("Anna Rossi", ("Carlo Bianchi",))
    assert by_words["“I doubt it,”"].person is None
    assert by_words["“We sail,”"].person is None


def test_the_most_spoken_come_first_and_nobody_unnamed_is_among_them(record: Record) -> None:
    assert [line.name for line in record.people()] == ["Anna Rossi", "Carlo Bianchi", "Dora Verdi"]
    assert [line.name for line in record.people(limit=1, offset=1)] == ["Carlo Bianchi"]
    assert [line.name for line in record.people(named="ROSS")] == ["Anna Rossi"]
    assert record.people(kind=ActorKind.OUTLET) == []
    assert record.count_people() == 3


def test_a_list_counts_as_the_page_of_each_does(record: Record) -> None:
    assert {line.name: line.statements for line in record.people()} == {
        line.name: record.person(line.id).by for line in record.people()
    }


@pytest.mark.parametrize("who", ["Anna Rossi", "anna", f"{march().document.id}/{march().actors[0].id}"])
def test_somebody_is_found_by_name_by_a_part_of_it_and_by_a_place_in_a_document(record: Record, who: str) -> None:
    assert record.person(who).name == "Anna Rossi"


@pytest.mark.parametrize("who", ["", "Nobody", "x/y", "a pilot", "%", "\ud800"])
def test_whoever_is_not_there_is_said_not_to_be(record: Record, who: str) -> None:
    with pytest.raises(NotInRecord):
        record.person(who)
