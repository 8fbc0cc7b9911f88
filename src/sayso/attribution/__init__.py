"""Who said what: quotations, syntax, transcript turns."""

from __future__ import annotations

from sayso.attribution.found import Extractor, Found

__all__ = ["EXTRACTORS", "Extractor", "Found"]


def _built_in() -> tuple[Extractor, ...]:
    from sayso.attribution.rules import Rules

    return (Rules(),)


EXTRACTORS: tuple[Extractor, ...] = _built_in()
