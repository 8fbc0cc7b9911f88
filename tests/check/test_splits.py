from __future__ import annotations

import pytest

import sayso
from sayso.model import Verdict

SAID = "VENTO: I never agreed to the closure of the harbour. We sent three boats, and they came home late.\nMAAS: So?\n"

CASES = [
    ("“I,” Vento said, “agreed to the closure of the harbour.”", Verdict.ALTERED),
    ("“I never agreed,” Vento said, “to the closure of the harbour.”", Verdict.VERBATIM),
    ("“We sent three boats,” Vento said. “They came home late.”", Verdict.TYPOGRAPHIC),
]


@pytest.mark.parametrize(("story", "verdict"), CASES)
def test_a_negation_lost_where_a_quotation_is_cut_apart_is_altered(story: str, verdict: Verdict) -> None:
    record = sayso.Record(":memory:")
    record.add(sayso.read(SAID))
    assert sayso.check(story, record)[-1].verdict is verdict
