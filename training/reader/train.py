"""Fine-tune the reader: seeded, with checkpoints, and going on where a killed run stopped."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribution.trained.encoding import id_of
from training.reader.examples import IGNORED, Batch, Labelled, Looked, epoch, load
from training.reader.network import Reader, distances, from_pretrained

WARM_UP = 100
# What tags, cues and roles count in the loss: roles and cues are what the program draws with.
SHARES = (0.5, 3.0, 3.0)
AVERAGE = 0.997  # the weights kept are a running mean over about the last 300 steps


def tokenizer_of(folder: Path) -> Tokenizer:
    """The encoder's tokenizer, for whole texts."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def losses(reader: Reader, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Cross entropies of tags, of cue or not, and of each cue's roles."""
    mask = torch.zeros(batch.mask.shape).masked_fill(~batch.mask, -1e4)[:, None, None, :]
    hidden = reader.drop(reader.encoder(batch.ids, batch.kinds, mask))
    tags = _cross_entropy(reader.tags(hidden), batch.tags)
    known = batch.anchors != IGNORED
    guessed, right = reader.is_cue(hidden).squeeze(-1).float()[known], batch.anchors[known].float()
    is_cue = functional.binary_cross_entropy_with_logits(guessed, right, reduction="sum") / max(1, len(right))
    rows, places = batch.cues.T
    far = distances(hidden.shape[1], places)
    roles = reader.linker.of_projected(reader.linker.token(hidden)[rows], hidden[rows, places], far)
    return tags, is_cue, _cross_entropy(roles, batch.roles)


def with_gaps(batch: Batch, share: float, gap: int) -> Batch:
    """Some words hidden behind the id `gap`, so that no single word is learnt by heart."""
    hidden = (torch.rand(batch.ids.shape) < share) & batch.mask
    return replace(batch, ids=batch.ids.masked_fill(hidden, gap))


def _cross_entropy(scores: Tensor, right: Tensor) -> Tensor:
    """The mean over what is labelled; 0 where nothing is."""
    labelled = max(1, int((right != IGNORED).sum()))
    whole = functional.cross_entropy(
        scores.float().flatten(0, 1), right.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return whole / labelled


def grouped(reader: Reader, rate: float, head_rate: float) -> list[dict[str, object]]:
    """Parameters by learning rate; the words' vectors stay as they are."""
    reader.encoder.words.weight.requires_grad_(False)
    encoder = [p for p in reader.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("encoder.")]
    return [{"params": encoder, "lr": rate, "base": rate}, {"params": heads, "lr": head_rate, "base": head_rate}]


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    """The options of a run, those of the shipped weights where nothing is said."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("encoder", type=Path, help="folder with model.safetensors and tokenizer.json")
    options.add_argument("out", type=Path)
    for looked in Looked:
        name = "--" + looked.value.replace(" ", "-")
        options.add_argument(name, type=Path, action="append", default=[], help="JSON lines: where cues were marked")
    options.add_argument("--epochs", type=int, default=5)
    options.add_argument("--hidden", type=float, default=0.06, help="share of the words hidden from the reader")
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--head-rate", type=float, default=1e-3)
    options.add_argument("--tokens", type=int, default=1536)
    options.add_argument("--size", type=int, default=320)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--stop", type=int, default=0, help="stop after so many steps (to try things)")
    options.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True, help="half precision")
    return options.parse_args(given)


def main() -> None:
    """Train from the command line."""
    train(arguments())


def train(options: argparse.Namespace) -> None:
    """All epochs, or what is left of them."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizer_of(options.encoder)
    edges = (id_of("[CLS]", tokenizer), id_of("[SEP]", tokenizer))
    gap = id_of("[MASK]", tokenizer)
    given = [(looked, path) for looked in Looked for path in getattr(options, looked.name.lower())]
    texts = [text for looked, path in given for text in load(path, tokenizer, looked)]
    reader = from_pretrained(options.encoder)
    run = Run(options, reader, texts, edges, gap)
    run.go_on()
    run.finish()


class Run:
    """One training run: its state is what a checkpoint holds."""

    def __init__(
        self, options: argparse.Namespace, reader: Reader, texts: list[Labelled], edges: tuple[int, int], gap: int
    ):
        self.options, self.reader, self.texts, self.edges, self.gap = options, reader, texts, edges, gap
        self.optimizer = torch.optim.AdamW(
            grouped(reader, options.rate, options.head_rate), weight_decay=0.01, betas=(0.9, 0.98), fused=True
        )
        self.mean = {name: value.detach().clone().float() for name, value in reader.state_dict().items()}
        self.step = self.first_epoch = 0
        self.steps = options.epochs * sum(1 for _ in self.batches(0))
        self.checkpoint = options.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()

    def batches(self, number: int) -> Iterator[Batch]:
        """The batches of one epoch; the same for the same seed and number."""
        chance = random.Random(f"{self.options.seed} {number}")
        return epoch(self.texts, self.options.size, self.options.tokens, chance, self.edges)

    def go_on(self) -> None:
        """Train to the end, a checkpoint behind every epoch."""
        self.reader.train()
        began, seen, recent = time.time(), 0, []
        for number in range(self.first_epoch, self.options.epochs):
            torch.manual_seed(self.options.seed * 1000 + number)
            for batch in self.batches(number):
                recent.append(self._learn(batch))
                seen += int(batch.mask.sum())
                if self.step % 50 == 0:
                    mean = [round(sum(part) / len(recent), 4) for part in zip(*recent, strict=True)]
                    speed = seen / (time.time() - began)
                    print(
                        f"epoch {number} step {self.step}/{self.steps} losses {mean} tokens/s {speed:.0f}", flush=True
                    )
                    recent = []
                if self.step == self.options.stop:
                    return
            self._keep(number + 1)

    def _learn(self, batch: Batch) -> tuple[float, ...]:
        factor = min(1.0, (self.step + 1) / WARM_UP) * max(0.0, 1 - self.step / self.steps)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * factor
        seen = with_gaps(batch, self.options.hidden, self.gap)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.options.bf16):
            parts = losses(self.reader, seen)
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack([share * part for share, part in zip(SHARES, parts, strict=True)]).sum().backward()
        nn.utils.clip_grad_norm_([p for p in self.reader.parameters() if p.grad is not None], 1.0)
        self.optimizer.step()
        self.step += 1
        self._average()
        return tuple(part.item() for part in parts)

    def _average(self) -> None:
        keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.reader.state_dict().items():
                if name != "encoder.words.weight":
                    self.mean[name].lerp_(value.float(), 1 - keep)

    def _keep(self, epochs: int) -> None:
        state = {
            "epochs": epochs,
            "step": self.step,
            "reader": self.reader.state_dict(),
            "mean": self.mean,
            "optimizer": self.optimizer.state_dict(),
        }
        beside = self.checkpoint.with_suffix(".new")
        torch.save(state, beside)
        beside.replace(self.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True)
        self.reader.load_state_dict(state["reader"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean, self.step, self.first_epoch = state["mean"], state["step"], state["epochs"]
        print(f"going on after epoch {self.first_epoch}, step {self.step}", flush=True)

    def finish(self) -> None:
        """Write the mean weights and what they were trained with."""
        torch.save(self.mean, self.options.out / "reader.pt")
        told = {name: str(value) for name, value in vars(self.options).items()}
        (self.options.out / "options.json").write_text(json.dumps(told, indent=1))


if __name__ == "__main__":
    main()
