import pytest

from sayso.text import Given
from sayso.text.dates import iso_date


@pytest.mark.parametrize(
    "words, iso",
    [
        ("2031-03-14", "2031-03-14"),
        ("2031-03-14T10:30", "2031-03-14T10:30"),
        ("2031-03-14T10:30:00Z", "2031-03-14T10:30:00Z"),
        ("2031-03-14T10:30:00.000+01:00", "2031-03-14T10:30:00.000+01:00"),
        ("2031-03-14 10:30:00", "2031-03-14T10:30:00"),
        ("2031-03-14T10:30:00+0100", "2031-03-14T10:30:00+01:00"),
        ("20310314", "2031-03-14"),
        ("20310314T103000Z", "2031-03-14T10:30:00+00:00"),
        ("2031/03/14", "2031-03-14"),
        ("2031.3.4", "2031-03-04"),
        ("March 14, 2031", "2031-03-14"),
        ("Mar. 4 2031", "2031-03-04"),
        ("Friday, 14th of March 2031, 10.30 a.m.", "2031-03-14"),
        ("14 Sept 2031", "2031-09-14"),
        ("Fri, 14 Mar 2031 10:30:00 +0100", "2031-03-14T10:30:00+01:00"),
        ("Fri, 14 Mar 2031 10:30:00 GMT", "2031-03-14T10:30:00+00:00"),
        ("Updated March 14, 2031 5:40 p.m.", "2031-03-14"),
    ],
)
def test_a_stated_date_becomes_iso(words: str, iso: str) -> None:
    assert iso_date(words) == iso


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "03/04/2031",
        "March 2031",
        "2031",
        "31 February 2031",
        "2031-02-30",
        "14 March or 15 April",
        "10:30",
        "March 14, 2031, updated March 15, 2031",
        "99:99:99",
        "0000-00-00",
    ],
)
def test_what_settles_no_one_day_stays_unknown(words: str) -> None:
    assert iso_date(words) is None


def test_a_given_date_is_understood_or_refused() -> None:
    assert Given(published="14 March 2031").published == "2031-03-14"
    with pytest.raises(ValueError, match="“soon” is no date"):
        Given(published="soon")
