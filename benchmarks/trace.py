"""Origins and independence against labelled stories: `python -m benchmarks.trace STORIES SCORER`.

STORIES is a folder of `story_NN.jsonl` with `story_NN.gold.json`; SCORER is the script that compares a trace with it.
The reports are traced as they stand, without a record: `sayso trace --json` finds the same ones in it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from sayso.model import Document
from sayso.trace.origins import trace_documents
from sayso.trace.printed import as_json


def main(stories: Path, scorer: Path) -> None:
    """Print what the scorer says of every story."""
    for gold in sorted(stories.glob("story_*.gold.json")):
        print(f"\n{gold.name.removesuffix('.gold.json')}", flush=True)
        _score(gold, scorer)


def _score(gold: Path, scorer: Path) -> None:
    claim = json.loads(gold.read_text("utf-8"))["claim"]
    lines = gold.with_name(gold.name.replace(".gold.json", ".jsonl")).read_text("utf-8").splitlines()
    documents = [Document(text=one["text"], source=str(one["id"])) for one in map(json.loads, lines)]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as trace:
        json.dump(as_json(trace_documents(claim, documents)), trace)
        trace.flush()
        subprocess.run([sys.executable, str(scorer), str(gold), trace.name], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
