"""What the words tell of a source without a name."""

from __future__ import annotations

import pytest

from sayso.actors.unnamed import unnamed
from sayso.model import Basis

CASES = {
    "counted in words": ("two people briefed on the call", "", 2, None, Basis.TOLD),
    "counted in figures": ("12 residents", "", 12, None, Basis.NOT_STATED),
    "one": ("a harbour official", "", 1, None, Basis.NOT_STATED),
    "a dozen": ("a dozen witnesses", "", 12, None, Basis.FIRSTHAND),
    "not counted": ("officials", "", None, None, Basis.NOT_STATED),
    "on background": ("an aide", "who spoke on background", 1, "on background", Basis.NOT_STATED),
    "without their names": (
        "three people who were in the room",
        "who spoke on the condition of anonymity because the talks were private",
        3,
        "on the condition of anonymity",
        Basis.FIRSTHAND,
    ),
    "who asked for it": ("an official", "who asked not to be named", 1, "asked not to be named", Basis.NOT_STATED),
}


@pytest.mark.parametrize(("words", "context", "number", "terms", "basis"), CASES.values(), ids=CASES)
def test_number_terms_and_basis_are_read_off(
    words: str, context: str, number: int | None, terms: str | None, basis: Basis
) -> None:
    read = unnamed(words, context)
    assert (read.number, read.terms, read.basis) == (number, terms, basis)
