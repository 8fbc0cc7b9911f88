"""Does confidence mean something? Of the statements that claim 80 %, are 80 % right?

usage: python benchmarks/calibration.py DATA

DATA holds polnear/dev.jsonl, which neither the network nor its calibration was fitted on. A statement is right if it is
a `full` match under --flat of scorers/score_attribution.py. Ten bins of equal size; the expected calibration error is
the mean distance between what a bin claims and what is right in it (Naeini, Cooper and Hauskrecht, AAAI 2015).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.contract import as_json
from sayso.model import Document
from sayso.reading import read_document

sys.path.insert(0, str(Path(__file__).parent / "scorers"))
import score_attribution as scorer
from common import flat

BINS = 10


def main() -> None:
    """Print the table."""
    with (Path(sys.argv[1]) / "polnear" / "dev.jsonl").open(encoding="utf-8") as lines:
        judged = sorted(pair for line in lines for pair in judgements(json.loads(line)))
    print("| statements | claimed | right |\n|---|---|---|")
    apart = 0.0
    for number in range(BINS):
        some = judged[len(judged) * number // BINS : len(judged) * (number + 1) // BINS]
        claimed, right = (sum(part) / len(some) for part in zip(*some, strict=True))
        apart += abs(claimed - right) * len(some)
        print(f"| {len(some)} | {claimed:.1%} | {right:.1%} |")
    print(f"\nExpected calibration error {apart / len(judged):.3f} over {len(judged)} statements.")


def judgements(article: dict[str, Any]) -> Iterator[tuple[float, bool]]:
    """The confidence of every statement that is kept under --flat, and whether it is right."""
    text = article["text"]
    reading = as_json(read_document(Document(text, published=article["published"])))
    kept = flat(text, reading["statements"])
    document = scorer.Doc(text)
    gold, found = scorer.prep(document, article["attributions"]), scorer.prep(document, kept)
    right = {predicted for _, predicted in scorer.match(document, gold, found)["full"]}
    return ((one["confidence"], number in right) for number, one in enumerate(kept))


if __name__ == "__main__":
    main()
