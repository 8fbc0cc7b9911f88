"""How well sayso reads: every corpus read without failure, and the scores of the public ones.

usage: python benchmarks/quality.py DATA [--seed SEED]

DATA holds polnear/dev.jsonl (and train.jsonl), frus/*/document.txt, transcripts/*.vtt and speakers/*.json; SEED holds
an article.txt with its gold.json. None of it is shipped: the texts keep their owners' copyright.
Parts that are not there are left out. Prints Markdown, as it stands in docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso import read_all
from sayso.contract import as_json
from sayso.errors import UnreadableDocument

SCORERS = Path(__file__).parent / "scorers"


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--seed", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        coverage(arguments.data, arguments.seed)
        attribution(arguments.data / "polnear" / "dev.jsonl", Path(folder))
        speakers(arguments.data, Path(folder))
        memoranda(arguments.data, Path(folder))
        if arguments.seed:
            seed(arguments.seed, Path(folder))


def coverage(data: Path, seed: Path | None) -> None:
    """Every document read, every span inside its text."""
    sources = [
        ("polnear", [data / "polnear" / f"{part}.jsonl" for part in ("train", "dev")]),
        ("frus", sorted((data / "frus").glob("*/document.txt"))),
        ("transcripts", sorted((data / "transcripts").glob("*.vtt"))),
        ("seed", [seed / "article.txt"] if seed else []),
    ]
    print("| corpus | documents | statements | failures | spans outside the text |\n|---|---|---|---|---|")
    for name, paths in sources:
        read = [reading for path in paths if path.exists() for reading in read_all(path)]
        plain = [as_json(one) for one in read if not isinstance(one, UnreadableDocument)]
        outside = sum(not _inside(span, one) for one in plain for span in _spans(one))
        statements = sum(len(one["statements"]) for one in plain)
        print(f"| {name} | {len(plain)} | {statements} | {len(read) - len(plain)} | {outside} |", flush=True)


def _spans(plain: Any) -> Iterator[list[int]]:
    """Every pair of whole numbers in the reading is a span."""
    if isinstance(plain, dict):
        for value in plain.values():
            yield from _spans(value)
    elif isinstance(plain, list):
        if len(plain) == 2 and all(isinstance(n, int) for n in plain):
            yield plain
        else:
            for value in plain:
                yield from _spans(value)


def _inside(span: list[int], plain: dict[str, Any]) -> bool:
    return 0 <= span[0] < span[1] <= len(plain["document"]["text"])


def _write(
    readings: Path,
    source: Path,
    only: set[str] | None = None,
    *,
    outlet: str | None = None,
    published: str | None = None,
) -> None:
    with readings.open("w", encoding="utf-8") as out:
        for reading in read_all(source, outlet=outlet, published=published):
            if not isinstance(reading, UnreadableDocument) and (not only or reading.document.source in only):
                out.write(json.dumps(as_json(reading)) + "\n")


def _score(scorer: str, *arguments: str | Path) -> str:
    command = [sys.executable, str(SCORERS / scorer), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def attribution(dev: Path, folder: Path) -> None:
    """PolNeAR's dev part, flat."""
    _write(folder / "dev.jsonl", dev)
    _score("readings_to_attributions.py", "--gold", dev, folder)
    flat = _score("readings_to_attributions.py", "--flat", folder / "dev.jsonl")
    (folder / "pred.jsonl").write_text(flat, encoding="utf-8")
    print(
        "\n```\n"
        + _score("score_attribution.py", folder / "gold.jsonl", folder / "pred.jsonl", "--texts", folder / "text")
    )


def speakers(data: Path, folder: Path) -> None:
    """The labelled speakers of twelve of the dev articles."""
    labels = sorted((data / "speakers").glob("*.json"))
    wanted = {json.loads(path.read_text(encoding="utf-8"))["doc"] for path in labels}
    if wanted:
        _write(folder / "speakers.jsonl", data / "polnear" / "dev.jsonl", wanted)
        print(_score("score_speakers.py", folder / "speakers.jsonl", *labels))


def memoranda(data: Path, folder: Path) -> None:
    """Diplomatic memoranda and telegrams: how much of what was said is found, and what stands within what."""
    patterns = (r"(\d+) of \d+ found", r"found, (\d+) wanted", r"within right (\d+)", r"within right \d+ of (\d+)")
    sums = [0, 0, 0, 0]
    for gold in sorted((data / "frus").glob("*/gold.json")):
        _write(folder / "memo.jsonl", gold.with_name("document.txt"))
        told = _score("score_reading.py", gold, folder / "memo.jsonl")
        sums = [so_far + _count(pattern, told) for so_far, pattern in zip(sums, patterns, strict=True)]
    found, wanted, within, nested = sums
    if wanted:
        print(f"memoranda: {found} of {wanted} found ({found / wanted:.1%}), within right {within} of {nested}")


def _count(pattern: str, told: str) -> int:
    found = re.search(pattern, told)
    return int(found[1]) if found else 0


def seed(path: Path, folder: Path) -> None:
    """One article with a full human reading."""
    gold = json.loads((path / "gold.json").read_text(encoding="utf-8"))
    _write(folder / "seed.jsonl", path / "article.txt", outlet=gold["outlet"], published=gold["published"])
    print(_score("score_reading.py", path / "gold.json", folder / "seed.jsonl") + "```")


if __name__ == "__main__":
    main()
