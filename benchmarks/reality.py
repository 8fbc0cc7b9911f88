"""Is anybody recorded as having said what they did not? The table of confusion over marked sentences.

usage: python benchmarks/reality.py [TABLE.toml …] [--all] [--labels DATA]

A table holds under each reality its sentences, with [source], <cue> and {content} marked; without one, the tables
of the tests are taken. `given` is the assessment of the marked places, `verb` the same with the last word of the cue
alone, and `read` is what the whole reading keeps. DATA holds polnear/dev.jsonl and speakers/*.json.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

from sayso.attribution.assess import assessed
from sayso.attribution.found import Found
from sayso.language.analysis import Analysis, analyse
from sayso.model import Document, Reality, Span
from sayso.reading import read_document

FOLDER = Path(__file__).parent.parent / "tests" / "attribution"
TABLES = [FOLDER / f"reality{name}.toml" for name in ("", "_heldout", "_third", "_fourth", "_fifth", "_sixth")]
sys.path.insert(0, str(FOLDER))

from marked import unmarked  # noqa: E402 - the tests' own reading of their tables

_LAST_VERB = re.compile(r"(\w+)(?:\W+(?:that|whether|if|to|of|on|about|for|from|in|question|nothing|the|as))*\W*$")


def with_bare_verb(text: str, found: Found) -> Found:
    """The same with a cue of one word, as another extractor may give it."""
    verb = _LAST_VERB.search(found.cue[0].of(text)) if found.cue else None
    if verb is None or verb.group(1) in ("According", "according"):
        return found
    start = found.cue[0].start
    return replace(found, cue=(Span(start + verb.start(1), start + verb.end(1)),))


def read_reality(text: str, found: Found) -> str:
    """What the reading keeps of the content under this very cue: `said` if any of it counts as said."""
    statements = read_document(Document(text)).statements
    held = [s for s in statements if any(_is_most_of(span, found.content[0]) for span in s.content)]
    own = [s.reality for s in held if not s.cue or any(mine.touches(its) for mine in found.cue for its in s.cue)]
    if Reality.SAID in own:
        return "said"
    return own[0].value if own else "nothing"


def _is_most_of(span: Span, place: Span) -> bool:
    shared = min(span.end, place.end) - max(span.start, place.start)
    return shared > 0.6 * max(len(span), len(place))


def confusion(path: Path, *, show_all: bool) -> None:
    """Print the table, the two figures, and every sentence that is not as wanted."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    views: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in ("given", "verb", "read")}
    wrong: list[str] = []
    for wanted, sentences in table.items():
        for sentence in sentences:
            text, found = unmarked(sentence)
            analysis: Analysis = analyse(Document(text))
            got = {
                "given": assessed(found, analysis).reality.value,
                "verb": assessed(with_bare_verb(text, found), analysis).reality.value,
                "read": read_reality(text, found),
            }
            for view, value in got.items():
                views[view][wanted, value] += 1
            if any(_is_wrong(wanted, v) for v in got.values()) or (show_all and set(got.values()) != {wanted}):
                wrong.append(f"{wanted}: {sentence}  {got}")
    print(f"\n## {path.name}\n")
    for view, counts in views.items():
        _print(view, counts, list(table))
    print("\n".join(wrong))


def _is_wrong(wanted: str, got: str) -> bool:
    return got != "nothing" and (wanted == "said") != (got == "said")


def _print(view: str, counts: Counter[tuple[str, str]], rows: list[str]) -> None:
    columns = [r.value for r in Reality] + ["nothing"]
    print(f"| {view} | " + " | ".join(columns) + " |\n|" + "---|" * (len(columns) + 1))
    for row in rows:
        print(f"| {row} | " + " | ".join(str(counts[row, column]) for column in columns) + " |")
    said = sum(n for (wanted, _), n in counts.items() if wanted == "said")
    kept = counts["said", "said"] + counts["said", "nothing"]
    leaked = sum(n for (wanted, got), n in counts.items() if wanted != "said" and got == "said")
    print(f"\nnot said, recorded as said: {leaked} of {sum(counts.values()) - said}; said, kept: {kept} of {said}\n")


def labels(data: Path) -> None:
    """Act and reality against the labelled articles, at the labelled places."""
    texts = {
        article["id"]: article["text"]
        for article in map(json.loads, (data / "polnear" / "dev.jsonl").read_text(encoding="utf-8").splitlines())
    }
    real: Counter[tuple[str, str]] = Counter()
    acts: Counter[tuple[str, str]] = Counter()
    for path in sorted((data / "speakers").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        analysis = analyse(Document(texts[gold["doc"]]))
        for one in gold["attributions"]:
            places = {part: tuple(Span(*s) for s in one[part]) for part in ("content", "cue", "source")}
            got = assessed(Found(places["content"], places["cue"], places["source"]), analysis)
            real[one["reality"], got.reality.value] += 1
            acts[one["speech_act"], got.act.value] += 1
            if one["reality"] != got.reality.value:
                print(
                    one["reality"],
                    got.reality.value,
                    [s.of(analysis.text) for s in got.cue],
                    [s.of(analysis.text)[:60] for s in got.content],
                )
    for counts in (real, acts):
        print("\n".join(f"{wanted} → {got}: {n}" for (wanted, got), n in sorted(counts.items())) + "\n")


def main() -> None:
    """Every table named, or those of the tests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="*", type=Path)
    parser.add_argument("--all", action="store_true", help="show also what is not said in another way than wanted")
    parser.add_argument("--labels", type=Path)
    arguments = parser.parse_args()
    for path in arguments.tables or TABLES:
        confusion(path, show_all=arguments.all)
    if arguments.labels:
        labels(arguments.labels)


if __name__ == "__main__":
    main()
