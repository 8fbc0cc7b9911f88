"""Who said what: the trained reader, quotations, syntax, transcript turns."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from sayso.attribution.found import Extractor, Found

__all__ = ["EXTRACTORS", "WEIGHTS", "Extractor", "Found"]

WEIGHTS = Path(__file__).parent / "weights"


def _built_in() -> tuple[Extractor, ...]:
    """The trained reader; the rules where its weights or what runs them are not there."""
    if (WEIGHTS / "encoder.onnx").exists() and find_spec("onnxruntime"):
        from sayso.attribution.trained import Trained

        return (Trained(WEIGHTS),)
    from sayso.attribution.rules import Rules

    return (Rules(),)


EXTRACTORS: tuple[Extractor, ...] = _built_in()
