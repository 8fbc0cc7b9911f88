from __future__ import annotations

import pytest

from sayso.model import Document
from sayso.times import times_in, when

# Wednesday, 18 November 2026.
PRINTED = "2026-11-18"

DAYS = [
    ("He spoke on Oct. 14.", "Oct. 14", "2026-10-14", "2026-10-14"),
    ("He spoke on 14 October 2025.", "14 October 2025", "2025-10-14", "2025-10-14"),
    ("They met on December 30.", "December 30", "2026-12-30", "2026-12-30"),
    ("He said so on 3 March.", "3 March", "2026-03-03", "2026-03-03"),
    ("It will be held on 3 March.", "3 March", "2027-03-03", "2027-03-03"),
    ("They meet on Friday, 27 November.", "Friday, 27 November", "2026-11-27", "2026-11-27"),
    ("It ran from Oct. 3-5.", "Oct. 3-5", "2026-10-03/2026-10-05", "2026-10-03/2026-10-05"),
    ("THE MARCH 12 VOTE WAS LOST", "THE MARCH 12", "2026-03-12", "2026-03-12"),
    ("It opened on the first of May.", "the first of May", "2026-05-01", "2026-05-01"),
    ("In the week of March 2 it rained.", "the week of March 2", "2026-W10", "2026-03-02/2026-03-08"),
    ("Filed 2025-11-23.", "2025-11-23", "2025-11-23", "2025-11-23"),
    ("Filed 11/23/2025.", "11/23/2025", "2025-11-23", "2025-11-23"),
    ("Filed 23/11/2025.", "23/11/2025", "2025-11-23", "2025-11-23"),
    ("Filed 3/4/2025.", "3/4/2025", "2025", "2025"),
    ("It was after the Sept. 11 attacks.", "the Sept. 11", "2001-09-11", "2001-09-11"),
    ("They ate together on Thanksgiving.", "Thanksgiving", "2026-11-26", "2026-11-26"),
    ("They ate together last Thanksgiving.", "last Thanksgiving", "2025-11-27", "2025-11-27"),
    ("It fell on Easter 2024.", "Easter 2024", "2024-03-31", "2024-03-31"),
    ("He left the day after Thanksgiving.", "the day after Thanksgiving", "2026-11-27", "2026-11-27"),
    ("He stays until New Year’s Eve.", "New Year’s Eve", "2026-12-31", "2026-12-31"),
    ("A Christmas tree burned.", "", "", None),
]

WEEK = [
    ("He said so on Tuesday.", "Tuesday", "2026-11-17", "2026-11-17"),
    ("He said so on Wednesday morning.", "Wednesday morning", "2026-11-18TMO", "2026-11-18"),
    ("She leaves next Friday.", "next Friday", "2026-11-20", "2026-11-20"),
    ("She will vote on Friday.", "Friday", "2026-11-20", "2026-11-20"),
    ("On Friday the board will vote.", "Friday", "2026-11-20", "2026-11-20"),
    ("The offer had been due to end on Friday.", "Friday", "2026-11-13", "2026-11-13"),
    ("He is expected to announce it on Thursday.", "Thursday", "2026-11-19", "2026-11-19"),
    ("They came on Tuesday of last week.", "Tuesday of last week", "2026-11-10", "2026-11-10"),
    ("They came last Wednesday.", "last Wednesday", "2026-11-11", "2026-11-11"),
    ("It is open from Monday to Friday.", "Friday", "2026-11-20", "2026-11-20"),
    ("Boats sail home on a Sunday.", "Sunday", "XXXX-WXX-7", None),
    ("Until Friday, they had not called.", "Friday", "2026-11-13", "2026-11-13"),
    ("Until Friday he will stay.", "Friday", "2026-11-20", "2026-11-20"),
    ("He came in that Sunday.", "that Sunday", "XXXX-WXX-7", None),
    ("They wrote over the weekend.", "the weekend", "2026-W46-WE", "2026-11-14/2026-11-15"),
    ("They meet this weekend.", "this weekend", "2026-W47-WE", "2026-11-21/2026-11-22"),
    ("He said so yesterday.", "yesterday", "2026-11-17", "2026-11-17"),
    ("He called last night.", "last night", "2026-11-17TNI", "2026-11-17"),
    ("He calls tonight.", "tonight", "2026-11-18TNI", "2026-11-18"),
    ("They sail the day after tomorrow.", "the day after tomorrow", "2026-11-20", "2026-11-20"),
    ("It rained last week.", "last week", "2026-W46", "2026-11-09/2026-11-15"),
    ("It rained this week.", "this week", "2026-W47", "2026-11-16/2026-11-18"),
    ("They announced plans this week.", "this week", "2026-W47", "2026-11-16/2026-11-18"),
    ("It should dry later this week.", "later this week", "2026-W47", "2026-11-18/2026-11-22"),
    ("It will snow next week.", "next week", "2026-W48", "2026-11-23/2026-11-29"),
]

LONGER = [
    ("They met in March 2024.", "March 2024", "2024-03", "2024-03"),
    ("They met in April.", "April", "2026-04", "2026-04"),
    ("They are due to meet in April.", "April", "2027-04", "2027-04"),
    ("It runs through January.", "January", "2027-01", "2027-01"),
    ("As she put it in a letter to him in July, it will pass.", "July", "2026-07", "2026-07"),
    ("They met last October.", "last October", "2025-10", "2025-10"),
    ("They met in July last year.", "July last year", "2025-07", "2025-07"),
    ("Mr. May met Ms. April Moss.", "", "", None),
    ("He may go, or march.", "", "", None),
    ("It rained last month.", "last month", "2026-10", "2026-10"),
    ("It was built earlier this year.", "earlier this year", "2026", "2026"),
    ("It was signed in the year 1998.", "the year 1998", "1998", "1998"),
    ("It was signed in 1998.", "1998", "1998", "1998"),
    ("Costs grew in early 2015.", "early 2015", "2015", "2015"),
    ("Costs grew in the 2014-15 season.", "the 2014-15", "2014/2015", "2014/2015"),
    ("It came up in the 1990s.", "the 1990s", "199", "199X"),
    ("It came up in the ’60s.", "60s", "196", "196X"),
    ("It is a house of the 19th century.", "the 19th century", "18", "18XX"),
    ("In January nineteen ninety-six it burned.", "January nineteen ninety-six", "1996-01", "1996-01"),
    ("Profit fell in the last fiscal year.", "the last fiscal year", "2025", None),
    ("In nineteen ninety-six it burned.", "nineteen ninety-six", "1996", "1996"),
    ("About 2000 people came with $1998.", "", "", None),
    ("They sailed last fall.", "last fall", "2025-FA", "2025-23"),
    ("They sailed in the summer of 1998.", "the summer of 1998", "1998-SU", "1998-22"),
    ("Profit fell in the third quarter.", "the third quarter", "2026-Q3", "2026-07/2026-09"),
    (
        "Profit fell in the second quarter of last year.",
        "the second quarter of last year",
        "2025-Q2",
        "2025-04/2025-06",
    ),
    ("Profit fell in the fiscal third quarter.", "the fiscal third quarter", "2026-Q3", None),
    ("Profit fell in the last quarter of 1998.", "the last quarter of 1998", "1998-Q4", "1998-10/1998-12"),
    ("Profit fell in fiscal 2025.", "fiscal 2025", "2025", None),
    ("Sales fell in the first half of 2020.", "the first half of 2020", "2020-H1", "2020-01/2020-06"),
    ("Three days ago it burned.", "Three days ago", "2026-11-15", "2026-11-15"),
    ("Two weeks ago it burned.", "Two weeks ago", "2026-W45", "2026-11-02/2026-11-08"),
    ("Three months ago it burned.", "Three months ago", "2026-08", "2026-08"),
    ("It burned five years ago.", "five years ago", "2021", "2021"),
    ("It burned a few years ago.", "a few years ago", "PAST_REF", None),
]

LENGTHS = [
    ("A five-minute call.", "five-minute", "PT5M", None),
    ("It took twenty-five years.", "twenty-five years", "P25Y", None),
    ("It took 2 1/2 years.", "2 1/2 years", "P2Y6M", None),
    ("It took a year and a half.", "a year and a half", "P1Y6M", None),
    ("It took six-and-a-half years.", "six-and-a-half years", "P6Y6M", None),
    ("It took half an hour.", "half an hour", "PT30M", None),
    ("It took a couple of weeks.", "a couple of weeks", "P2W", None),
    ("It was a yearlong fight.", "yearlong", "P1Y", None),
    ("It grew in the past decade.", "the past decade", "P10Y", None),
    ("It took nearly two decades.", "nearly two decades", "P20Y", None),
    ("It took several days.", "several days", "PXD", None),
    ("They waited for years.", "years", "PXY", None),
    ("It rained in the past two months.", "the past two months", "P2M", None),
    ("A 25-year-old, 37 years old, wept.", "", "", None),
    ("The boat sails every week.", "every week", "P1W", None),
    ("The boat sails every Monday.", "every Monday", "XXXX-WXX-1", None),
    ("The boat sails every other day.", "every other day", "P2D", None),
    ("The boat sails three times a month.", "three times a month", "P1M", None),
    ("The boat sails on weekdays.", "weekdays", "XXXX-WXX-XX", None),
    ("The boat sails on Sundays.", "Sundays", "XXXX-WXX-7", None),
    ("It is paid annually.", "annually", "P1Y", None),
    ("In recent days he was silent.", "recent days", "PAST_REF", None),
    ("In recent months he was silent.", "recent months", "PXM", None),
    ("He recently left.", "recently", "PAST_REF", None),
    ("He is away now.", "now", "PRESENT_REF", None),
    ("He will be back soon.", "soon", "FUTURE_REF", None),
    ("Soon after that he left.", "", "", None),
]

CLOCK = [
    ("At 3:30 p.m. it was over.", "3:30 p.m.", "T15:30", None),
    ("He left at 5 p.m. EST, Nov. 9.", "5 p.m. EST, Nov. 9", "2026-11-09T17:00", "2026-11-09T17:00:00-05:00"),
    ("He left at 9 a.m. Tuesday.", "9 a.m. Tuesday", "2026-11-17T09:00", "2026-11-17"),
    ("On Tuesday he left at 0930 GMT.", "0930 GMT", "2026-11-17T09:30", "2026-11-17T09:30:00Z"),
    ("On Tuesday he left. At noon she came.", "noon", "T12:00", None),
    ("He rose at four o’clock in the afternoon.", "four o’clock in the afternoon", "T16:00", None),
    ("He rose at 4 in the morning.", "4 in the morning", "T04:00", None),
]

DISCOURSE = [
    ("On Oct. 14 they spoke. A few days later he wrote.", "A few days later", "FUTURE_REF", "2026-10-14/.."),
    ("On Oct. 14 they spoke. Two days later he wrote.", "Two days later", "2026-10-16", "2026-10-16"),
    ("On Oct. 14 they spoke. Two minutes later he wrote.", "Two minutes later", "PT2M", None),
    ("On Oct. 14 they spoke before that Friday meeting.", "that Friday", "2026-10-16", "2026-10-16"),
    ("On Oct. 14 they spoke; later that week she left.", "later that week", "2026-W42", "2026-10-12/2026-10-18"),
    ("On Oct. 14 they spoke, he said Tuesday. That Friday she left.", "That Friday", "2026-10-16", "2026-10-16"),
    ("On Oct. 14 they spoke. The next day she left.", "The next day", "2026-10-15", "2026-10-15"),
    ("On Oct. 14 they spoke. A day earlier she left.", "A day earlier", "2026-10-13", "2026-10-13"),
    ("On Oct. 14 they spoke. She left the same day.", "the same day", "2026-10-14", "2026-10-14"),
    ("She left the same day.", "the same day", "XXXX-XX-XX", None),
    ("In March it sold. The following month it shut.", "The following month", "2026-04", "2026-04"),
    ("In 1996 it sold. Later that year it shut.", "Later that year", "1996", "1996"),
    ("In 1996 it sold. Two years later it shut.", "Two years later", "1998", "1998"),
    ("On Friday it fell 3% from the previous Friday.", "the previous Friday", "2026-11-06", "2026-11-06"),
    ("In 1996 it sold; it shut the year before.", "the year before", "1995", "1995"),
    ("They meet on April 24 and 25.", "25", "2026-04-25", "2026-04-25"),
    ("They met in April; he left on the 27th.", "the 27th", "2026-04-27", "2026-04-27"),
    ("On Oct. 14 they spoke. Later in the day he left.", "the day", "2026-10-14", "2026-10-14"),
    ("On Oct. 14 they spoke. He left in the morning.", "the morning", "2026-10-14TMO", "2026-10-14"),
    ("It fell from a year earlier.", "a year earlier", "2025", "2025"),
    ("In the third quarter it fell from a year earlier.", "a year earlier", "2025-Q3", "2025-07/2025-09"),
    (
        "In the third quarter it fell. In the latest quarter it rose.",
        "the latest quarter",
        "2026-Q3",
        "2026-07/2026-09",
    ),
]


@pytest.mark.parametrize(("text", "words", "value", "edtf"), [*DAYS, *WEEK, *LONGER, *LENGTHS, *CLOCK, *DISCOURSE])
def test_a_time_is_as_exact_as_its_words(text: str, words: str, value: str, edtf: str | None) -> None:
    found = {time.span.of(text): (time.value, time.edtf) for time in times_in(Document(text, published=PRINTED))}
    assert found == {} if not words else found[words] == (value, edtf)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Oct. 14", "XXXX-10-14"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("yesterday", "XXXX-XX-XX"),
        ("last week", "XXXX"),
        ("last year", "XXXX"),
        ("in May", "XXXX-05"),
        ("last fall", "XXXX-FA"),
        ("the third quarter", "XXXX-Q3"),
        ("the weekend", "XXXX-WXX-WE"),
        ("on Christmas Day", "XXXX-12-25"),
        ("on Thanksgiving", "XXXX-XX-XX"),
        ("two weeks ago", "PAST_REF"),
        ("tonight", "XXXX-XX-XXTNI"),
        ("This Morning", "TMO"),
    ],
)
def test_without_a_publication_date_relative_words_stay_unresolved(text: str, value: str) -> None:
    (time,) = times_in(Document(text))
    found = when(time)
    assert time.value == value
    assert found is None or (found.earliest, found.latest) == (None, None)


@pytest.mark.parametrize("text", ["Feb. 30, 2021", "Feb. 31", "99999999999 days ago", "13 a.m. May", "31/31/2025"])
def test_impossible_dates_set_no_bound(text: str) -> None:
    assert all(time.edtf is None for time in times_in(Document(text, published=PRINTED)))
