from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Document
from sayso.times import bounds, times_in, when

# Wednesday, 18 November 2026.
PRINTED = "2026-11-18"

CASES = [
    ("He spoke on Oct. 14.", "Oct. 14", "2026-10-14", "2026-10-14"),
    ("He spoke on 14 October 2025.", "14 October 2025", "2025-10-14", "2025-10-14"),
    ("They met on December 30.", "December 30", "2026-12-30", "2026-12-30"),
    ("He said so on 3 March.", "3 March", "2026-03-03", "2026-03-03"),
    ("They met in March 2024.", "March 2024", "2024-03", "2024-03"),
    ("It was signed in 1998.", "1998", "1998", "1998"),
    ("He said so on Tuesday.", "Tuesday", "2026-11-17", "2026-11-17"),
    ("He said so on Wednesday morning.", "Wednesday morning", "2026-11-18TMO", "2026-11-18"),
    ("He said so yesterday.", "yesterday", "2026-11-17", "2026-11-17"),
    ("She leaves next Friday.", "next Friday", "2026-11-20", "2026-11-20"),
    ("She will vote on Friday.", "Friday", "2026-11-20", "2026-11-20"),
    ("He is expected to announce it on Thursday.", "Thursday", "2026-11-19", "2026-11-19"),
    ("Boats sail home on a Sunday.", "Sunday", "XXXX-WXX-7", None),
    ("He came in that Sunday.", "that Sunday", "XXXX-WXX-7", None),
    ("It rained last week.", "last week", "2026-W46", "2026-11-09/2026-11-15"),
    ("It rained last month.", "last month", "2026-10", "2026-10"),
    ("They wrote over the weekend.", "the weekend", "2026-W46-WE", "2026-11-14/2026-11-15"),
    ("Three days ago it burned.", "Three days ago", "2026-11-15", "2026-11-15"),
    ("A five-minute call.", "five-minute", "PT5M", None),
    ("In recent days he was silent.", "recent days", "PAST_REF", None),
    ("The boat sails every week.", "every week", "P1W", None),
    ("At 3:30 p.m. it was over.", "3:30 p.m.", "T15:30", None),
    ("On Oct. 14 they spoke. A few days later he wrote.", "A few days later", "FUTURE_REF", "2026-10-14/.."),
    ("On Oct. 14 they spoke before that Friday meeting.", "that Friday", "2026-10-16", "2026-10-16"),
    ("On Oct. 14 they spoke; later that week she left.", "later that week", "2026-W42", "2026-10-12/2026-10-18"),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), CASES)
def test_a_time_is_as_exact_as_its_words(text: str, words: str, value: str, edtf: str | None) -> None:
    found = {time.span.of(text): (time.value, time.edtf) for time in times_in(Document(text, published=PRINTED))}
    assert found[words] == (value, edtf)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Oct. 14", "XXXX-10-14"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("yesterday", "XXXX-XX-XX"),
        ("last week", "XXXX"),
        ("This Morning", "TMO"),
    ],
)
def test_without_a_publication_date_relative_words_stay_unresolved(text: str, value: str) -> None:
    (time,) = times_in(Document(text))
    found = when(time)
    assert time.value == value
    assert found is None or (found.earliest, found.latest) == (None, None)


@pytest.mark.parametrize("text", ["Feb. 30, 2021", "Feb. 31", "99999999999 days ago", "13 a.m. May"])
def test_impossible_dates_set_no_bound(text: str) -> None:
    assert all(time.edtf is None for time in times_in(Document(text, published=PRINTED)))


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-05-01/..", ("2024-05-01", None)),
        ("XXXX-10-14", (None, None)),
    ],
)
def test_bounds_are_the_first_and_last_day_that_a_value_allows(edtf: str, wanted: tuple[str, str]) -> None:
    assert bounds(edtf) == wanted


@given(
    st.text(alphabet="0123456789 OctMayTuesdaylnxwkgo.,-", max_size=60),
    st.sampled_from([None, PRINTED, "0001-01-01", "9999-12-31", "2026"]),
)
def test_times_lie_in_the_text_and_their_bounds_are_in_order(text: str, published: str | None) -> None:
    for time in times_in(Document(text, published=published)):
        assert time.span.end <= len(text)
        found = when(time)
        if found and found.earliest and found.latest:
            assert found.earliest <= found.latest
