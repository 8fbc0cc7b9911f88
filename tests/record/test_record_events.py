"""Calls, meetings and posts of several documents: one event, in order of time, and who talked to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from make import places, reading, said
from sayso.errors import NotInRecord, RecordError
from sayso.model import Communication, CommunicationKind, Reading, Span, Status, When
from sayso.record import EventQuestion, Record

CALL = CommunicationKind.CALL


def tells(text: str, outlet: str, published: str, day: tuple[str, str] | None = None, **more: object) -> Reading:
    """A report of a call between Ines Falk and Oto Marin; `day` is a date as printed and in EDTF."""
    found = reading(
        text,
        said("Ines Falk", "The ferry sails in June and not a day before", to=("Oto Marin",)),
        outlet=outlet,
        published=published,
        source=f"{outlet}.html",
    )
    when = None
    if day:
        earliest, _, latest = day[1].partition("/")
        when = When(day[1], places(text, day[0])[0], earliest, latest or earliest)
    spans = (Span(text.index("call"), text.index("call") + 4),)
    made = {"participants": tuple(actor.id for actor in found.actors), "when": when, "spans": spans, **more}
    communication = Communication("c1", CALL, **made)  # type: ignore[arg-type]
    statements = tuple(replace(one, communication="c1") for one in found.statements)
    return replace(found, communications=(communication,), statements=statements)


QUOTE = "“The ferry sails in June and not a day before,” Ines Falk told Oto Marin in a call"
FIRST = tells(f"{QUOTE} on 3 May.", "The Pier", "2026-05-04", ("3 May", "2026-05-03"))
SECOND = tells(
    f"It was a short call last week. {QUOTE[:81]}.",
    "Harbour News",
    "2026-05-08",
    ("last week", "2026-04-27/2026-05-03"),
)
PLANNED = tells(
    f"{QUOTE} planned for 9 June.", "The Quay", "2026-06-01", ("9 June", "2026-06-09"), status=Status.PLANNED
)
UNDATED = tells(f"{QUOTE}.", "The Lighthouse", "2026-07-01")


def alone(found: Reading) -> Reading:
    """The same report without the words that tie it to the others."""
    return replace(found, statements=())


@pytest.fixture
def record() -> Iterator[Record]:
    with Record(":memory:") as made:
        for one in (FIRST, SECOND, alone(PLANNED), alone(UNDATED)):
            made.add(one)
        yield made


def test_accounts_of_two_documents_are_one_event_with_the_narrower_date_and_both_wordings(record: Record) -> None:
    [call] = [line for line in record.events().lines if line.documents == 2]
    assert call.days is not None
    assert (call.days.edtf, call.days.exact, call.dates) == ("2026-05-03", True, ("3 May", "last week"))
    assert [party.name for party in call.parties] == ["Ines Falk", "Oto Marin"]
    assert call.statements == 2


def test_an_event_shows_each_account_with_its_words(record: Record) -> None:
    event = record.event(f"{FIRST.document.id}/c1")
    assert [account.document.outlet for account in event.accounts] == ["The Pier", "Harbour News"]
    for account in event.accounts:
        text = record.document(account.document.id).text
        assert account.dated is not None
        assert all(pin.span.of(text) == pin.words for pin in (*account.pins, account.dated))
        assert [line.words for line in account.statements] == ["The ferry sails in June and not a day before"]
    assert event.who_says(Status.HAPPENED) == ("The Pier", "Harbour News")
    assert any("The same words are quoted" in reason.text for reason in event.reasons)
    assert record.event(event.id) == record.event(event.id[:8]) == event


def test_what_may_be_the_same_is_named_and_kept_apart(record: Record) -> None:
    event = record.event(f"{FIRST.document.id}/c1")
    assert [other.line.printed for other in event.perhaps] == ["2026-07-01"]
    assert any(reason.against for reason in event.perhaps[0].reasons)


def test_the_timeline_is_in_order_and_keeps_what_has_no_date_apart(record: Record) -> None:
    timeline = record.timeline()
    assert [entry.line.status for entry in timeline.entries] == [Status.HAPPENED, Status.PLANNED]
    assert [entry.follows for entry in timeline.entries] == [False, True]
    assert [line.printed for line in timeline.undated] == ["2026-07-01"]
    assert (timeline.total, timeline.undated_total) == (2, 1)


def test_a_time_asked_for_leaves_out_what_was_surely_not_in_it_and_what_has_no_date(record: Record) -> None:
    timeline = record.timeline("Marin", since="2026-05", until="2026-05", kind=CALL, limit=1)
    assert (timeline.total, timeline.undated_total) == (1, 0)
    assert record.timeline(kind=CommunicationKind.LETTER).total == 0
    with pytest.raises(RecordError, match="is no date"):
        record.timeline(since="soon")
    with pytest.raises(NotInRecord):
        record.timeline("Nobody Atall")


def test_only_what_took_place_counts_as_talking(record: Record) -> None:
    [contact] = record.contacts("Ines Falk").contacts
    assert (contact.one.name, contact.other.name, contact.times) == ("Ines Falk", "Oto Marin", 2)
    assert (contact.kinds, contact.apart, contact.undated) == (((CALL, 2),), (("planned", 1),), 1)
    assert contact.first == contact.last is not None
    assert {pin.words for pin in contact.pins} == {"call"}


def test_who_is_one_person_or_two_changes_who_talked(record: Record) -> None:
    record.add(replace(alone(UNDATED), document=replace(UNDATED.document, outlet="The Buoy", source="b.html")))
    before = record.contacts().total
    record.same("Ines Falk", "Oto Marin", by="Ada")
    assert (before, record.contacts().total) == (1, 0)


def test_a_document_read_again_changes_the_events(record: Record) -> None:
    assert record.timeline().total == 2
    record.add(replace(FIRST, communications=(), statements=()))
    record.add(replace(PLANNED, communications=(), statements=()))
    assert record.timeline().total == 1


def test_events_divide_by_status_document_and_page(record: Record) -> None:
    assert record.events(EventQuestion(status=Status.PLANNED)).total == 1
    assert record.events(EventQuestion(document=SECOND.document.id)).lines[0].documents == 2
    pages = [record.events(EventQuestion(limit=1, offset=at)).lines[0].id for at in range(3)]
    assert len(set(pages)) == 3
    assert all(one != other for one, other in pairwise(pages))


def test_what_is_no_event_is_said_in_a_sentence(record: Record) -> None:
    for typed in ("e0000", "", f"{FIRST.document.id}/c9"):
        with pytest.raises(NotInRecord):
            record.event(typed)
