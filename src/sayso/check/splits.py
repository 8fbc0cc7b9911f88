"""“A,” said X, “B.”: two quotations of one sentence, and what was lost where they were cut apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.check.checked import Checked, Form
from sayso.check.evidence import Evidence
from sayso.check.telling import is_of_substance, told
from sayso.model import Difference, Verdict

# Characters of the story between the two, and words of the original: more is another passage and not a seam.
_BETWEEN_AT_MOST = 80
_LOST_AT_MOST = 4
_FAITHFUL = frozenset({Verdict.VERBATIM, Verdict.TYPOGRAPHIC})
_STOP = re.compile(r"[.!?;\n]")


def with_seams(text: str, checked: Sequence[Checked], evidence: Evidence) -> Iterator[Checked]:
    """The same, but a second half before which a negation, a number or a name was lost is altered."""
    yield from checked[:1]
    for first, second in pairwise(checked):
        both_quoted = first.form is second.form is Form.QUOTATION
        lost = _lost(text, first, second, evidence) if both_quoted else None
        if lost is None:
            yield second
            continue
        differences = (lost, *second.differences)
        yield replace(second, verdict=Verdict.ALTERED, differences=differences, difference=told(differences))


def _lost(text: str, first: Checked, second: Checked, evidence: Evidence) -> Difference | None:
    """What of substance stands in the original between the halves of one printed sentence."""
    one, other = first.pin, second.pin
    if one is None or other is None or one.document != other.document or {first.verdict, second.verdict} - _FAITHFUL:
        return None
    between = text[first.span.end : second.span.start]
    gap = evidence.document(one.document).text[one.span.end : other.span.start]
    words = re.findall(r"\w[\w’'.-]*", gap)
    apart = len(between) > _BETWEEN_AT_MOST or _STOP.search(first.words[-1:] + between)
    if apart or not 0 < len(words) <= _LOST_AT_MOST:
        return None
    lost = Difference(gap.strip(" ,.;:\n"), "")
    return lost if is_of_substance(lost) and not _STOP.search(gap) else None
