"""What each sign of an antecedent weighs, counted on GUM.

usage: python -m training.antecedents GUM

GUM is the folder with `coref/gum/conll/*.conll` and `xml/*.xml`; the genres are the free ones of training/gum.py. Every
fourth document is held out. Each pronoun whose antecedent is among those weighed is one case; the weights are those
under which the right ones are likeliest (softmax over the candidates), held near to what we expect of news: GUM has few
quotations, so it says little of them. Writes
src/sayso/language/data/en_antecedents.toml and prints the share that is right in both parts.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from sayso.actors.antecedents import Seeking, fitting, ranked, shows
from sayso.actors.cast import Cast
from sayso.actors.mentions import Discourse
from sayso.attribution import EXTRACTORS
from sayso.language.analysis import analyse
from sayso.model import Document
from training.coreference import Linked, read_linked
from training.gum import GENRES

OUT = Path(__file__).parent.parent / "src" / "sayso" / "language" / "data" / "en_antecedents.toml"
HELD_OUT = 4
STEPS, RATE, HELD = 600, 0.05, 0.1
# What we expect: the last subject, the last who spoke, and nobody who stands in another quotation.
EXPECTED = {
    "apart 0": 1.5,
    "apart 1": 1.2,
    "apart 2": 0.3,
    "apart 3": -0.8,
    "further": -0.6,
    "rank 0": 0.4,
    "rank 1": 0.2,
    "rank 3": -0.3,
    "rank 4": -0.5,
    "subject": 0.8,
    "subject lately": 0.6,
    "both subjects": 0.3,
    "subject before": 0.3,
    "owner": -0.1,
    "behind a preposition": -0.3,
    "pronoun": 0.6,
    "name": 0.1,
    "ever named": 0.3,
    "often": 0.4,
    "voice": 0.4,
    "last voice": 0.6,
    "both voices": 0.3,
    "gender known": 0.5,
    "other quotation": -2.5,
    "into quotation": -0.3,
    "possessive": 0.6,
    "place": -1.5,
    "body": 0.5,
    "people": 0.5,
    "document": 0.5,
}

Case = list[tuple[dict[str, float], bool]]


def main() -> None:
    """Read, count, write, print."""
    documents = read_linked(Path(sys.argv[1]), GENRES)
    cases = [cases_of(document) for document in documents]
    learnt = [case for i, some in enumerate(cases) if i % HELD_OUT for case in some]
    held = [case for i, some in enumerate(cases) if not i % HELD_OUT for case in some]
    weights = fitted(learnt)
    OUT.write_text(written(weights), encoding="utf-8")
    print(f"learnt: {right(weights, learnt):.1%} of {len(learnt)}; held out: {right(weights, held):.1%} of {len(held)}")


def cases_of(document: Linked) -> list[Case]:
    """Every pronoun of the document with those whom it may mean, and which of them it does mean."""
    analysis = analyse(Document(document.text, source=document.id))
    found = [one for extractor in EXTRACTORS for one in extractor.extract(analysis)]
    teacher = Teacher(document)
    Cast(analysis, found, teacher.rank)
    return teacher.cases


class Teacher:
    """Puts the candidates in order by what GUM says, and keeps what was to be seen of each."""

    def __init__(self, document: Linked) -> None:
        self.mentions = document.mentions
        self.cases: list[Case] = []

    def rank(self, seeking: Seeking, discourse: Discourse) -> list[tuple[float, str]]:
        """The right ones first, where the pronoun is one of GUM's."""
        order = ranked(seeking, discourse)
        wanted = self.entity(seeking.mention.span.start)
        if not seeking.mention.is_pronoun or wanted is None:
            return order
        listed = list(fitting(seeking, discourse))
        right = {key: self.entity(known.last.span.start) == wanted for key, known in listed}
        if any(right.values()) and not all(right.values()):
            self.cases.append(
                [(shows(seeking, known, rank, discourse), right[key]) for rank, (key, known) in enumerate(listed)]
            )
        return sorted(order, key=lambda one: not right[one[1]])

    def entity(self, place: int) -> str | None:
        """What the smallest of GUM's mentions there means."""
        around = [m for m in self.mentions if m.start <= place < m.end]
        return min(around, key=lambda m: m.end - m.start).entity if around else None


def fitted(cases: list[Case]) -> dict[str, float]:
    """The weights under which the right ones are likeliest, by gradient ascent (Adam)."""
    names = sorted({name for case in cases for signs, _ in case for name in signs} | set(EXPECTED))
    at = {name: i for i, name in enumerate(names)}
    tables = [(_table(case, at), np.array([right for _, right in case])) for case in cases]
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    weights, first, second = expected, np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = -HELD * (weights - expected) + sum(_slope(table, right, weights) for table, right in tables) / len(
            tables
        )
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights + RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(weights[i]), 2) for name, i in at.items()}


def _table(case: Case, at: dict[str, int]) -> np.ndarray:
    table = np.zeros((len(case), len(at)))
    for row, (signs, _) in enumerate(case):
        for name, value in signs.items():
            table[row, at[name]] = value
    return table


def _slope(table: np.ndarray, right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Towards the right ones, away from what is now likely."""
    score = table @ weights
    likely = np.exp(score - score.max())
    among_right = likely * right
    slope: np.ndarray = (among_right / among_right.sum() - likely / likely.sum()) @ table
    return slope


def right(weights: dict[str, float], cases: list[Case]) -> float:
    """How often the heaviest is one of the right ones."""
    best = [max(case, key=lambda one: sum(weights.get(n, 0.0) * v for n, v in one[0].items())) for case in cases]
    return sum(is_right for _, is_right in best) / len(best) if best else 0.0


def written(weights: dict[str, float]) -> str:
    """The file that actors/antecedents.py reads."""
    lines = [f'"{name}" = {weight}' for name, weight in weights.items()]
    head = "# What each sign of an antecedent weighs (actors/antecedents.py), counted by training/antecedents.py.\n\n"
    return head + "[weights]\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
