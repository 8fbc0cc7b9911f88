"""From what speaks for an attribution to the probability that people would have marked it so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.attribution.trained.decoding import EVIDENCE


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression over the evidence, fitted on articles that the network was not trained on.

    `weights` belong to `EVIDENCE`, `intercept` is the rest; attributions less likely than `keep` are left out.
    """

    weights: NDArray[np.float64]
    intercept: float
    keep: float

    def __call__(self, evidence: NDArray[np.float64]) -> float:
        """The probability, 0..1, that the attribution is the one that people would mark."""
        odds = float(evidence @ self.weights) + self.intercept
        return float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


@cache
def load(folder: Path) -> Calibration:
    """The calibration of the weights in this folder."""
    given = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    weights = np.array([given["weights"][name] for name in EVIDENCE])
    return Calibration(weights, given["intercept"], given["keep"])
