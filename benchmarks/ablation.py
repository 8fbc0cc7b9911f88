"""What does each part of the trained reader give? The same articles, one part changed at a time.

usage: python benchmarks/ablation.py DATA [--weights NAME=FOLDER …]

DATA holds polnear/dev.jsonl. Other weights than the shipped ones (32 bits instead of 8, say) are made by
`python -m training.reader.export` and named with --weights. All but the first row are without the rules that follow the
network. Without conditioning, a token has one role whoever asks; each content goes to the nearest cue of its paragraph,
each cue to the nearest source.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from sayso.attribution import WEIGHTS
from sayso.attribution.trained import calibration, extractor, network
from sayso.attribution.trained.decoding import CONTENT, CUE, SOURCE, best_paths, draw
from sayso.attribution.trained.encoding import Encoded, Window, encode, windows
from sayso.attribution.trained.network import Network
from sayso.attribution.trained.sharing import shared_out
from sayso.language.analysis import Analysis, analyse
from sayso.model import Document

sys.path.insert(0, str(Path(__file__).parent / "scorers"))
import score_attribution as scorer
from common import flat

Predicted = list[dict[str, Any]]
Cut = Callable[[Encoded], Iterable[Window]]
KINDS = ("all", "direct", "indirect")
ROLES = ("content", "source", "cue")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--weights", action="append", default=[], metavar="NAME=FOLDER")
    given = options.parse_args()
    with (given.data / "polnear" / "dev.jsonl").open(encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    analyses = [analyse(Document(article["text"])) for article in articles]
    print("| variant | full | direct | indirect | tokens content / source / cue |\n|---|---|---|---|---|")
    for name, variant in variants(given.weights):
        predicted = {a["id"]: variant(analysis) for a, analysis in zip(articles, analyses, strict=True)}
        print(f"| {name} | {row(articles, predicted)} |", flush=True)


def variants(others: Sequence[str]) -> Iterator[tuple[str, Callable[[Analysis], Predicted]]]:
    """What is measured, each under its name."""
    yield "as shipped", whole
    yield "without the rules that follow", partial(drawn, folder=WEIGHTS, cut=windows)
    yield "windows of 256 tokens instead of 320", partial(drawn, folder=WEIGHTS, cut=partial(windows, size=256))
    yield "windows of 510 tokens", partial(drawn, folder=WEIGHTS, cut=partial(windows, size=510))
    yield (
        "64 tokens seen before the window instead of 32",
        partial(drawn, folder=WEIGHTS, cut=partial(windows, context=64)),
    )
    yield "nothing seen before the window", partial(drawn, folder=WEIGHTS, cut=partial(windows, context=0))
    yield "every paragraph alone", partial(drawn, folder=WEIGHTS, cut=paragraph_by_paragraph)
    yield "without conditioning", tagged
    for one in others:
        name, folder = one.split("=", 1)
        yield name, partial(drawn, folder=Path(folder), cut=windows)


def whole(analysis: Analysis) -> Predicted:
    """The extractor as it is."""
    return [_plain(one, one.confidence) for one in extractor.extract(analysis, WEIGHTS, "trained")]


def drawn(analysis: Analysis, folder: Path, cut: Cut) -> Predicted:
    """What the network draws, sure enough, in the windows that `cut` makes."""
    net, sure = network.load(folder), calibration.load(folder)
    encoded = _encoded(analysis, net)
    found = (one for window in cut(encoded) for one in draw(analysis.text, encoded, net.read(encoded, window)))
    kept = [
        one for one in extractor.one_a_cue(found) if sure(one.evidence) >= sure.keep and one.inner <= extractor.INNER
    ]
    return [_plain(one, sure(one.evidence)) for one in shared_out(analysis.text, kept)]


def _encoded(analysis: Analysis, net: Network) -> Encoded:
    return encode(analysis.text, net.tokenizer, tuple(paragraph.span for paragraph in analysis.paragraphs))


def paragraph_by_paragraph(encoded: Encoded) -> Iterator[Window]:
    """A window a paragraph; one too long is cut."""
    for first, last in zip(encoded.starts, [*encoded.breaks, len(encoded)], strict=True):
        for start in range(first, last, 510):
            end = min(start + 510, last)
            yield Window(start, end, start, end)


def tagged(analysis: Analysis) -> Predicted:
    """Every token's role whoever asks, and what stands nearest tied together."""
    net = network.load(WEIGHTS)
    encoded = _encoded(analysis, net)
    return [one for window in windows(encoded) for one in _linked(analysis.text, encoded, window, net)]


def _linked(text: str, encoded: Encoded, window: Window, net: Network) -> Iterator[dict[str, Any]]:
    cues = net.read(encoded, window)
    if not cues:
        return
    path = best_paths(cues[0].tags[None], np.array([cues[0].cue - window.first]))[0]
    runs = {role: _runs(encoded, window, path == role) for role in (SOURCE, CUE, CONTENT)}
    asked = [run for run in runs[CUE] if window.core_first <= run[0] < window.core_last]
    of_cue: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for content in runs[CONTENT]:
        if (cue := _nearest(encoded, content, asked)) is not None:
            of_cue.setdefault(cue, []).append(content)
    for cue, contents in of_cue.items():
        source = _nearest(encoded, cue, runs[SOURCE])
        places = {"source": [source] if source else [], "cue": [cue], "content": contents}
        yield {role: [_characters(encoded, run) for run in some] for role, some in places.items()} | {"confidence": 1.0}


def _runs(encoded: Encoded, window: Window, chosen: np.ndarray) -> list[tuple[int, int]]:
    """Unbroken runs of chosen tokens, from the first to behind the last; none goes over a paragraph's end."""
    breaks = encoded.breaks[(encoded.breaks >= window.first) & (encoded.breaks < window.last)] - window.first
    chosen = chosen.copy()
    chosen[breaks] = False
    edges = np.flatnonzero(np.diff(np.concatenate(([False], chosen, [False])).astype(np.int8))) + window.first
    return [(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True)]


def _nearest(encoded: Encoded, run: tuple[int, int], others: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    paragraph = np.searchsorted(encoded.breaks, run[0])
    near = [other for other in others if np.searchsorted(encoded.breaks, other[0]) == paragraph]
    return min(near, key=lambda other: max(other[0] - run[1], run[0] - other[1]), default=None)


def _characters(encoded: Encoded, run: tuple[int, int]) -> list[int]:
    return [int(encoded.offsets[run[0], 0]), int(encoded.offsets[run[1] - 1, 1])]


def _plain(one: Any, confidence: float) -> dict[str, Any]:
    return {role: [[s.start, s.end] for s in getattr(one, role)] for role in ROLES} | {"confidence": confidence}


def row(articles: Sequence[dict[str, Any]], predicted: dict[str, Predicted]) -> str:
    """The scores of one variant, --flat."""
    texts = {a["id"]: a["text"] for a in articles}
    kept = {key: list(flat(texts[key], found)) for key, found in predicted.items()}
    scores = scorer.score({a["id"]: a["attributions"] for a in articles}, kept, texts.__getitem__)
    full = " | ".join(f"{scores[kind]['full']['f1']:.1%}" for kind in KINDS)
    return full + " | " + " / ".join(f"{scores['token'][role]['f1']:.1%}" for role in ROLES)


if __name__ == "__main__":
    main()
