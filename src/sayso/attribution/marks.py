"""Texts in a language that we do not read: quotation marks work everywhere, nothing else does."""

from __future__ import annotations

from sayso.attribution.direct import alone
from sayso.attribution.found import Found
from sayso.attribution.quotes import pair
from sayso.language.analysis import Analysis


class Marks:
    """Finds what stands in quotation marks; who says it is not read."""

    name = "quotation marks"

    def extract(self, analysis: Analysis) -> list[Found]:
        """Every quotation of four words or more, in the order of the text."""
        quotations = pair(analysis.text, tuple(p.span for p in analysis.paragraphs), over_paragraphs=True)
        found = (alone(quotation, analysis.text, after_speech=False) for quotation in quotations)
        return [one for one in found if one is not None]
