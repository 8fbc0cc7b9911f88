"""An uncertain date never becomes exact: in bounds, order, drawings and exports."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.drawing import BAR, POINT, bars
from sayso.events import Days, narrowed
from sayso.events.days import days
from sayso.export.contacts_csv import contacts_csv
from sayso.export.gexf import gexf
from sayso.export.graphml import graphml
from sayso.export.network_svg import network_svg
from sayso.export.phrases import date as in_words
from sayso.export.timeline_csv import timeline_csv
from sayso.export.timeline_svg import timeline_svg
from sayso.export.timelinejs import timelinejs
from sayso.model import ActorKind, CommunicationKind, Status
from sayso.record import Contact, Contacts, EventLine, Party, Timeline, TimelineEntry
from sayso.timeline import follows, in_order, is_placed, surely_before
from sayso.times.edtf import bounds

DAY = st.dates(date(1950, 1, 1), date(2049, 12, 31))
EXACT = DAY.map(date.isoformat)
VAGUE = st.one_of(
    DAY.map(lambda day: f"{day.year}"),
    DAY.map(lambda day: f"{day.year // 10}X"),
    DAY.map(lambda day: f"{day.isoformat()[:7]}"),
    DAY.map(lambda day: f"{day.isoformat()[:7]}-XX"),
    DAY.map(lambda day: f"{day.year}-XX-XX"),
    DAY.map(lambda day: f"XXXX-{day.isoformat()[5:]}"),
    DAY.map(lambda day: f"{day.isoformat()}~"),
    DAY.map(lambda day: f"{day.isoformat()[:7]}?"),
    DAY.map(lambda day: f"{day.isoformat()}/.."),
    DAY.map(lambda day: f"../{day.isoformat()}"),
    st.builds(lambda day, season: f"{day.year}-{season}", DAY, st.integers(21, 24)),
    st.builds(lambda day, more: f"{day}/{day + timedelta(more)}", DAY, st.integers(1, 400)),
)


def dated(edtf: str) -> Days:
    return days(edtf, *bounds(edtf.rstrip("~?")))


DAYS = st.one_of(EXACT, VAGUE).map(dated)
ONE, OTHER = (Party(name, ActorKind.PERSON, name) for name in ("Ines Falk", "Oto Marin"))


def line(number: int, when: Days | None) -> EventLine:
    return EventLine(
        id=f"e{number}",
        kind=CommunicationKind.CALL,
        status=Status.HAPPENED,
        statuses=(Status.HAPPENED,),
        parties=(ONE, OTHER),
        days=when,
        dates=(),
        place=None,
        medium=None,
        duration=None,
        reply=None,
        printed=None,
        documents=1,
        statements=0,
    )


def timeline(given: list[Days]) -> Timeline:
    placed = in_order([line(number, when) for number, when in enumerate(given)], lambda one: one.days)
    after = follows(placed, lambda one: one.days)
    entries = tuple(TimelineEntry(one, later) for one, later in zip(placed, after, strict=True))
    undated = tuple(line(number, when) for number, when in enumerate(given) if not is_placed(when))
    return Timeline(entries, undated, len(entries), len(undated))


@given(VAGUE.map(dated))
def test_what_the_words_leave_open_is_no_exact_date(when: Days) -> None:
    assert not when.exact


@given(st.lists(DAYS, min_size=1, max_size=5))
def test_several_accounts_make_a_day_only_where_one_of_them_says_it(told: list[Days]) -> None:
    found = narrowed(told)
    assert found is not None
    if found.exact:
        assert any(one.exact and one.earliest == found.earliest for one in told) or any(
            one.edtf == f"XXXX-{found.edtf[5:]}" for one in told
        )
    if len(told) == 1:
        assert (found.earliest, found.latest, found.about) == (told[0].earliest, told[0].latest, told[0].about)


@given(st.lists(DAYS, max_size=8))
def test_what_was_surely_earlier_stands_earlier_and_only_that_is_said_to_be_so(told: list[Days]) -> None:
    entries = timeline(told).entries
    placed = [entry.line.days for entry in entries if entry.line.days]
    for number, later in enumerate(placed):
        assert not any(surely_before(later, earlier) for earlier in placed[:number])
        after_all = bool(number) and all(surely_before(earlier, later) for earlier in placed[:number])
        assert entries[number].follows == after_all
    assert all(
        not (one.follows and not surely_before(before.line.days, one.line.days))  # type: ignore[arg-type]
        for before, one in pairwise(entries)
    )


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_only_a_day_is_drawn_as_a_day(told: list[Days]) -> None:
    found = timeline(told)
    lines = [entry.line for entry in found.entries]
    exact = [bool(one.days and one.days.exact) for one in lines]
    drawn = bars(lines)
    assert [bar.strip() == POINT for bar in drawn] == exact
    assert all(
        POINT not in bar and len(bar.strip()) > 1 and BAR in bar
        for bar, day in zip(drawn, exact, strict=True)
        if not day
    )
    assert timeline_svg(found).count('class="day"') == sum(exact)


@given(st.lists(DAYS, min_size=1, max_size=6))
def test_only_a_day_is_handed_over_as_a_day(told: list[Days]) -> None:
    found = timeline(told)
    lines = {one.id: one for one in (*(entry.line for entry in found.entries), *found.undated)}
    for slide in timelinejs(found)["events"]:
        when = lines[slide["unique_id"]].days
        assert when is not None
        assert when.exact == (slide.get("end_date") in (None, slide["start_date"]))
        assert slide["display_date"] == in_words(when.edtf)
    for row in csv.DictReader(io.StringIO(timeline_csv(found))):
        when = lines[row["id"]].days
        assert when is not None
        assert (row["edtf"], row["exact"]) == (when.edtf, "yes" if when.exact else "no")


@given(VAGUE.map(dated))
def test_a_network_tells_uncertain_dates_in_their_own_words(when: Days) -> None:
    contact = Contact(ONE, OTHER, 1, ((CommunicationKind.CALL, 1),), (), when, when, 0, ("e1",))
    found = Contacts(1, (contact,))
    for made in (contacts_csv(found), gexf(found), graphml(found)):
        assert when.edtf in made
        assert in_words(when.edtf) in made
    assert "start=" not in gexf(found)
    assert "Ines Falk" in network_svg(found)
