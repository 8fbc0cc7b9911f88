"""A claim traced in a record."""

from sayso.model import Document, Reading
from sayso.record import Record
from sayso.trace.asking import CUT_OFF, trace

CLAIM = "The mayor of Brannock sold the old harbour."


def record_of(count: int) -> Record:
    record = Record(":memory:")
    for number in range(count):
        text = f"The Tarn Courier reported that the mayor of Brannock sold the old harbour on pier {number}."
        record.add(Reading(Document(text=text, source=f"r{number}")))
    return record


def test_a_record_is_traced_as_its_documents_are() -> None:
    with record_of(3) as record:
        found = trace(record, CLAIM)
    assert (len(found.reports), found.kappa, found.open_questions) == (3, (1, 1), ())


def test_what_was_not_looked_at_is_told() -> None:
    with record_of(4) as record:
        found = trace(record, CLAIM, passages=2)
    assert found.open_questions == (CUT_OFF.format(count=2),)


def test_a_record_without_the_claim_shows_nothing() -> None:
    with record_of(0) as record:
        found = trace(record, CLAIM)
    assert (found.rho, found.kappa, found.reports) == (0, (0, 0), ())
