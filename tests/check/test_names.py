"""When two names are one person's."""

import pytest

from sayso.check.names import same_person


@pytest.mark.parametrize(
    "one, other",
    [
        ("Varnholt", "Ilse Varnholt"),
        ("Commissioner Varnholt", "Ilse Varnholt"),
        ("Ilse", "Ilse Varnholt"),
        ("I. Varnholt", "Ilse Varnholt"),
        ("VARNHOLT", "Varnholt"),
        ("Steve Witkoff", "Steven Witkoff"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Müller", "Muller"),
        (None, "Ilse Varnholt"),
        ("Ilse Varnholt", ""),
        ("Nixon", "THE PRESIDENT"),
        ("Rossi", "Speaker 2"),
        ("Rossi", "Q"),
        ("Neill", "O'Neill"),
        ("Paul Neill", "Paul O’Neill"),
        ("O’Neill’s", "O'Neill"),
        ("A. Rossi", "Anna Rossi"),
        ("Anna Rossi", "Anna B. Rossi"),
        ("B. Rossi", "Anna B. Rossi"),
        ("J. R. Vento", "Jana Vento"),
        ("Speaker B", "Anna Rossi"),
        ("Sen. A. Rossi", "Anna Rossi"),
        ("Smit", "Jan Smit (dentist)"),
        ("Jan Smit", "Jan Smit (a dentist (retired) of Dorrow)"),
    ],
)
def test_these_may_be_the_same(one: str | None, other: str | None) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Teodor Brask", "Ilse Varnholt"),
        ("Brask", "Varnholt"),
        ("Karl Varnholt", "Ilse Varnholt"),
        ("President Brask", "President Varnholt"),
        ("B. Rossi", "Anna Rossi"),
        ("Sen. B. Rossi", "Anna Rossi"),
        ("B. Rossi", "A. Rossi"),
        ("Paul O'Neill", "Jane Neill"),
        ("Maas", "Jan Smit (Maas’s dentist)"),
        ("dentist Maas", "Jan Smit (dentist)"),
    ],
)
def test_these_are_different_people(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)
