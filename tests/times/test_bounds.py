from __future__ import annotations

import pytest

from sayso.times import bounds


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-05-01/..", ("2024-05-01", None)),
        ("2024-07/2024-09", ("2024-07-01", "2024-09-30")),
        ("2024-05-01T17:00:00-05:00", ("2024-05-01", "2024-05-01")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("18XX", ("1800-01-01", "1899-12-31")),
        ("2015-23", ("2015-09-01", "2015-12-31")),
        ("2015-24", ("2014-12-01", "2016-03-31")),
        ("XXXX-10-14", (None, None)),
    ],
)
def test_bounds_are_the_first_and_last_day_that_a_value_allows(edtf: str, wanted: tuple[str, str]) -> None:
    assert bounds(edtf) == wanted
