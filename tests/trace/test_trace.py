"""A claim traced through reports: who relies on whom, and by which words."""

import pytest

from sayso.model import Document
from sayso.trace.origins import Trace, trace_documents

CLAIM = "The mayor of Brannock sold the old harbour to Orlan Shipping."
SOLD = "the mayor of Brannock sold the old harbour to Orlan Shipping"


def traced(*texts: str) -> Trace:
    return trace_documents(CLAIM, [Document(text=text, source=f"r{n}") for n, text in enumerate(texts, 1)])


def relied_on(text: str) -> list[tuple[str, str, str | None]]:
    (report,) = traced(text).reports
    return [(one.kind.value, one.origin, one.through) for one in report.relies_on]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The Tarn Courier reported that {SOLD}.", [("outlet", "Tarn Courier", None)]),
        (f"According to a report in the Tarn Courier, {SOLD}.", [("outlet", "Tarn Courier", None)]),
        (f"It was first reported by the Tarn Courier that {SOLD}.", [("outlet", "Tarn Courier", None)]),
        (
            f"A source close to the port authority told the Tarn Courier that {SOLD}.",
            [
                ("anonymous", "Tarn Courier's source close to the port authority", "Tarn Courier"),
                ("outlet", "Tarn Courier", None),
            ],
        ),
        (f"BRANNOCK (AP) - Last week {SOLD}.", [("wire", "Associated Press", None)]),
        (f"Unconfirmed reports say {SOLD}.", [("vague", "unnamed reports", None)]),
        (f"A photo posted on Twitter shows that {SOLD}.", [("post", "unnamed posts", None)]),
    ],
)
def test_a_report_relies_on_whom_its_words_name(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert relied_on(text) == expected


def test_the_words_that_show_a_reliance_stand_in_the_text() -> None:
    text = f"Nothing new here. The Tarn Courier reported that {SOLD}."
    (report,) = traced(text).reports
    (one,) = report.relies_on
    assert text[one.words.start : one.words.end] == "The Tarn Courier reported"


def test_reports_of_one_outlet_are_one_origin() -> None:
    found = traced(*(f"The Tarn Courier reported on {day} that {SOLD}." for day in ("Monday", "Tuesday", "Friday")))
    assert (found.rho, found.kappa, found.dominators) == (1, (1, 1), ("Tarn Courier",))


def test_an_outlet_by_the_end_of_its_name_is_that_outlet() -> None:
    found = traced(f"The Evening Lantern reported that {SOLD}. The Lantern reported that {SOLD} for a song.")
    assert found.origins == ("Evening Lantern",)


def test_a_report_of_something_else_is_unrelated() -> None:
    (report,) = traced("The Tarn Courier reported rain for the weekend.").reports
    assert (report.stance, report.relies_on) == ("unrelated", ())


def test_a_claim_without_words_for_it_is_unattributed() -> None:
    (report,) = traced(f"Last week {SOLD}.").reports
    assert report.unattributed


def test_the_order_of_documents_changes_nothing() -> None:
    documents = [
        Document(text=f"The Tarn Courier reported that {SOLD}.", source="a"),
        Document(text=f"Sources told the Evening Lantern that {SOLD}.", source="b"),
        Document(text=f"Unconfirmed reports say {SOLD}.", source="c"),
    ]
    assert trace_documents(CLAIM, documents) == trace_documents(CLAIM, documents[::-1])


def test_whom_a_source_heard_of_is_not_that_source() -> None:
    found = traced(
        f"A source close to the port told the Tarn Courier that {SOLD}. A staff member at the port told investigators"
        f" that {SOLD}, the source said.",
        f"According to the Tarn Courier, an unnamed staff member at the port told investigators that {SOLD}.",
    )
    assert not found.circular
    assert [name for name in found.origins if "staff member" in name]
