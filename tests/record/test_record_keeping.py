from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from make import reading, said
from record.strategies import readings
from sayso import contract
from sayso.errors import NotInRecord, RecordError
from sayso.model import Act, Outcome, Reading, Span
from sayso.record import Question, Record

STORY = "“It is over,” Anna Rossi told Carlo Bianchi. “I doubt it,” Bianchi said.\n\nNobody else spoke."


def story(**document: object) -> Reading:
    return reading(
        STORY,
        said("Anna Rossi", "It is over", to=("Carlo Bianchi",)),
        said("Carlo Bianchi", "I doubt it", confidence=0.4),
        **document,
    )


@settings(max_examples=60, deadline=None)
@given(readings())
def test_a_reading_comes_back_as_it_was_added(one: Reading) -> None:
    with Record(":memory:") as record:
        assert record.add(one)
        assert record.reading(one.document.id) == one
        assert record.document(one.document.id) == one.document


@settings(max_examples=30, deadline=None)
@given(readings())
def test_what_is_exported_and_imported_is_the_same_record(one: Reading) -> None:
    with Record(":memory:") as first, Record(":memory:") as second:
        first.add(one)
        second.add(contract.from_json(contract.as_json(first.reading(one.document.id))))
        assert second.reading(one.document.id) == one


@settings(max_examples=30, deadline=None)
@given(readings())
def test_reading_twice_changes_nothing(one: Reading) -> None:
    with Record(":memory:") as record:
        assert record.add(one)
        before = record.summary(), record.documents(), record.said()
        assert not record.add(one)
        assert (record.summary(), record.documents(), record.said()) == before


def test_a_document_read_again_has_its_reading_replaced() -> None:
    with Record(":memory:") as record:
        record.add(story())
        fewer = replace(story(), statements=story().statements[:1])
        assert record.add(fewer)
        assert record.reading(fewer.document.id) == fewer
        assert record.said().total == 1
        assert record.said(question_of("doubt")).total == 0


def question_of(words: str) -> Question:
    return Question(words=words)


def test_two_outlets_printing_one_text_are_two_documents() -> None:
    with Record(":memory:") as record:
        record.add(story(outlet="The Lake Post"))
        record.add(story(outlet="The Hill Times"))
        assert {line.outlet for line in record.documents()} == {"The Lake Post", "The Hill Times"}
        assert len({line.digest for line in record.documents()}) == 1
        assert record.summary().statements == 4


def test_a_document_keeps_the_time_when_it_was_first_added() -> None:
    with Record(":memory:") as record:
        record.add(story())
        added = record.documents()[0].added
        record.add(replace(story(), statements=()))
        assert record.documents()[0].added == added


def test_a_document_is_found_by_the_beginning_of_its_id() -> None:
    with Record(":memory:") as record:
        record.add(story())
        id = story().document.id
        assert record.has(id)
        assert not record.has(id[:6])
        assert record.document(id[:6]).id == id
        with pytest.raises(NotInRecord, match="no document dxyz"):
            record.document("dxyz")


def test_an_ambiguous_beginning_names_the_candidates() -> None:
    with Record(":memory:") as record:
        for number in range(3):
            record.add(story(source=f"{number}.txt"))
        with pytest.raises(NotInRecord, match="Several documents begin with d: d"):
            record.document("d")


def test_documents_are_listed_newest_first_and_undated_last() -> None:
    with Record(":memory:") as record:
        for day in ("2025-10-14", None, "2025-11-02"):
            record.add(story(source=f"{day}.txt", published=day))
        assert [line.published for line in record.documents()] == ["2025-11-02", "2025-10-14", None]
        assert [line.published for line in record.documents(order="added")] == ["2025-11-02", None, "2025-10-14"]
        assert [line.published for line in record.documents(limit=1, offset=1)] == ["2025-10-14"]


def test_a_document_line_counts_statements_and_what_needs_a_person() -> None:
    with Record(":memory:") as record:
        record.add(story(title="It is over"))
        line = record.document_line(story().document.id)
        assert (line.title, line.statements, line.unsure) == ("It is over", 2, 1)
        assert line.first_words == STORY.replace("\n\n", " ")


def test_the_summary_counts_what_is_there() -> None:
    with Record(":memory:") as record:
        record.add(story())
        summary = record.summary()
        counts = summary.documents, summary.statements, summary.actors, summary.communications, summary.unsure
        assert counts == (1, 2, 2, 0, 1)


def test_a_failed_source_is_remembered_until_it_can_be_read() -> None:
    with Record(":memory:") as record:
        record.failed("story.txt", "story.txt is empty.")
        record.failed("scan.pdf", "scan.pdf holds pictures.")
        record.failed("scan.pdf", "scan.pdf holds pictures of pages.")
        assert [(one.source, one.message) for one in record.summary().unreadable] == [
            ("story.txt", "story.txt is empty."),
            ("scan.pdf", "scan.pdf holds pictures of pages."),
        ]
        record.add(story())
        assert [one.source for one in record.summary().unreadable] == ["scan.pdf"]
        record.worked("scan.pdf")
        assert record.summary().unreadable == ()


def test_a_source_with_an_undecodable_name_is_remembered_too() -> None:
    with Record(":memory:") as record:
        record.failed("bad-\udcff.txt", "bad-\udcff.txt is empty.")
        assert record.summary().unreadable[0].source == "bad-\\udcff.txt"
        record.worked("bad-\udcff.txt")
        assert record.summary().unreadable == ()
        with pytest.raises(RecordError, match="holds half a character"):
            record.add(story(source="bad-\udcff.txt"))


def test_two_readings_with_the_same_ids_do_not_mix() -> None:
    with Record(":memory:") as record:
        numbered = [
            replace(one, statements=tuple(replace(s, id=f"s{n}") for n, s in enumerate(one.statements)))
            for one in (story(source="a.txt"), story(source="b.txt"))
        ]
        for one in numbered:
            record.add(one)
        assert [record.reading(one.document.id) for one in numbered] == numbered
        with pytest.raises(NotInRecord, match="one of several statements: d"):
            record.statement("s0")
        address = f"{numbered[0].document.id}/s0"
        assert record.statement(address).address == address


def test_an_altered_database_is_found_out_by_its_pins() -> None:
    with Record(":memory:") as record:
        record.add(story())
        text = record.document(story().document.id).text
        for pin in record.pins():
            assert pin.span.of(text) == pin.words
            assert text.startswith(pin.prefix + pin.words + pin.suffix, pin.span.start - len(pin.prefix))


UNSOUND = {
    "it names actor a9": lambda one: replace(one, statements=(replace(one.statements[0], speaker="a9"),)),
    "it names statement s9": lambda one: replace(one, statements=(replace(one.statements[0], within="s9"),)),
    "it names communication c9": lambda one: replace(one, statements=(replace(one.statements[0], communication="c9"),)),
    "it names statement or communication x9": lambda one: replace(one, outcomes=(Outcome(one.statements[0].id, "x9"),)),
    "is used 2 times": lambda one: replace(one, statements=(one.statements[0], one.statements[0])),
    "ends at 999, but the text at": lambda one: replace(
        one, statements=(replace(one.statements[0], cue=(Span(0, 999),)),)
    ),
    "has no words": lambda one: replace(one, statements=(replace(one.statements[0], content=()),)),
    "half a character": lambda one: replace(one, document=replace(one.document, text=STORY + "\ud800"), statements=()),
}


@pytest.mark.parametrize("complaint", UNSOUND)
def test_a_reading_that_contradicts_itself_is_refused_and_the_rest_kept(complaint: str) -> None:
    with Record(":memory:") as record:
        record.add(story())
        with pytest.raises(RecordError, match=complaint):
            record.add(UNSOUND[complaint](story(source="bad.txt")))
        assert record.summary().documents == 1


def test_every_word_of_a_closed_list_can_be_kept() -> None:
    with Record(":memory:") as record:
        for act in Act:
            one = story(source=f"{act}.txt")
            record.add(replace(one, statements=(replace(one.statements[0], act=act),)))
        assert record.said().total == len(Act)
