"""How sure is sure: fit the confidence on articles that the network was not trained on.

The probability wanted is that an attribution is a `full` match of benchmarks/scorers/score_attribution.py: content
Jaccard of at least one half with what people marked, and a source that shares a word of substance.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.scorers import score_attribution as scorer
from benchmarks.scorers.common import flat
from numpy.typing import NDArray

from sayso.attribution.trained import network
from sayso.attribution.trained.calibration import Calibration
from sayso.attribution.trained.decoding import EVIDENCE, Drawn
from sayso.attribution.trained.extractor import INNER, attributions

Floats = NDArray[np.float64]
STRENGTH = 1.0  # of the ridge that keeps the regression's weights small


@dataclass(frozen=True, slots=True)
class Read:
    """One article as people marked it and as the network drew it."""

    id: str
    text: str
    gold: list[dict[str, Any]]
    drawn: list[Drawn]

    def predicted(self, sure: Sequence[float], keep: float) -> list[dict[str, Any]]:
        """What is kept, as the scorer wants it."""
        plain = (
            {"source": _plain(one.source), "cue": _plain(one.cue), "content": _plain(one.content), "confidence": share}
            for one, share in zip(self.drawn, sure, strict=True)
            if share >= keep and one.inner <= INNER
        )
        return list(flat(self.text, list(plain)))


def _plain(spans: Sequence[Any]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def read(path: Path, folder: Path) -> list[Read]:
    """Every article of a JSON-lines file, read by the network in `folder`."""
    net = network.load(folder)
    with path.open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    return [Read(a["id"], a["text"], a["attributions"], attributions(a["text"], net)) for a in articles]


def matched(article: Read) -> list[float]:
    """1 for each drawn attribution that is a full match, 0 for the others."""
    document = scorer.Doc(article.text)
    everything = [
        {"source": _plain(one.source), "cue": _plain(one.cue), "content": _plain(one.content)} for one in article.drawn
    ]
    pairs = scorer.match(document, scorer.prep(document, article.gold), scorer.prep(document, everything))["full"]
    right = {predicted for _, predicted in pairs}
    return [float(i in right) for i in range(len(article.drawn))]


def fitted(evidence: Floats, right: Floats, steps: int = 50) -> tuple[Floats, float]:
    """Weights and intercept of a logistic regression, by Newton's method."""
    mean, spread = evidence.mean(0), evidence.std(0) + 1e-9
    x = np.hstack([(evidence - mean) / spread, np.ones((len(evidence), 1))])
    w = np.zeros(x.shape[1])
    ridge = STRENGTH * np.diag([*np.ones(evidence.shape[1]), 0.0])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - right) + ridge @ w)
    return w[:-1] / spread, float(w[-1] - (w[:-1] * mean / spread).sum())


def best_threshold(articles: Sequence[Read], sure: Calibration) -> float:
    """The confidence below which leaving out does best: by whole attributions and by each role's words."""
    shares = [[sure(one.evidence) for one in article.drawn] for article in articles]
    options = np.arange(0.3, 0.6, 0.02)
    return float(max(options, key=lambda keep: goodness(articles, shares, keep)))


def goodness(articles: Sequence[Read], shares: Sequence[Sequence[float]], keep: float) -> float:
    """Of what is kept, flat: the mean of full F1 and of the token F1 of source, cue and content."""
    gold = {a.id: a.gold for a in articles}
    texts = {a.id: a.text for a in articles}
    predicted = {a.id: a.predicted(s, keep) for a, s in zip(articles, shares, strict=True)}
    scores = scorer.score(gold, predicted, texts.__getitem__)
    tokens = [scores["token"][role]["f1"] for role in ("source", "cue", "content")]
    return float(np.mean([scores["all"]["full"]["f1"], *tokens]))


def calibrate(held: Path, folder: Path) -> None:
    """Write `calibration.json` beside the weights."""
    articles = read(held, folder)
    judged = [pair for article in articles for pair in zip(article.drawn, matched(article), strict=True)]
    # What stands inside somebody's words nobody marked in PolNeAR, so it says nothing about being right.
    outer = [(one.evidence, right) for one, right in judged if one.inner <= INNER]
    evidence, right = (np.array(part) for part in zip(*outer, strict=True))
    weights, intercept = fitted(evidence, right)
    keep = best_threshold(articles, Calibration(weights, intercept, 0.0))
    found = {
        "weights": {name: round(float(w), 5) for name, w in zip(EVIDENCE, weights, strict=True)},
        "intercept": round(intercept, 5),
        "keep": round(keep, 3),
    }
    (folder / "calibration.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Calibrate from the command line."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("held", type=Path, help="JSON lines that the network has not seen")
    options.add_argument("folder", type=Path, help="the exported weights")
    given = options.parse_args()
    calibrate(given.held, given.folder)


if __name__ == "__main__":
    main()
