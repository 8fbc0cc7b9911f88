"""How well the people of a text are told apart: coreference of persons on GUM, by the mean of MUC, B³ and CEAF-e.

usage: python benchmarks/coreference.py DATA

DATA holds gum/coref/gum/conll/*.conll and gum/xml/*.xml. Persons of the news, interviews, speeches and court documents
of its train and dev parts. A mention of ours is GUM's smallest mention that covers its first character, so that
"Vento" and "Mayor Ada Vento" are one; what is mentioned once counts for nobody, as the measure has it. "I", "we" and
"you" are left out: sayso does not list them as mentions. Prints Markdown.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from training.coreference import Linked, Mention, read_linked

from sayso.model import ActorKind, Document
from sayso.reading import read_document

GENRES = ["news", "interview", "speech", "court"]
FIRST_AND_SECOND = """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves
"""
OF_SPEECH = frozenset(FIRST_AND_SECOND.split())
Cluster = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Score:
    """Sums of a measure: what was right of what was said, and of what was wanted."""

    right: float = 0.0
    said: float = 0.0
    found: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.said + other.said,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision = self.right / self.said if self.said else 0.0
        recall = self.found / self.wanted if self.wanted else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Read, score, print."""
    documents = read_linked(Path(sys.argv[1]) / "gum", set(GENRES))
    print("| genre | documents | MUC | B³ | CEAF-e | CoNLL F1 |\n|---|---|---|---|---|---|")
    clusters = [(d.id.split("_")[1], wanted(d), ours(d)) for d in documents]
    for genre in GENRES:
        told(genre, [(key, response) for name, key, response in clusters if name == genre])
    told("all", [(key, response) for _, key, response in clusters])


def told(name: str, pairs: list[tuple[list[Cluster], list[Cluster]]]) -> None:
    """One row of the table."""
    scores = [sum((measure(key, response) for key, response in pairs), Score()) for measure in (muc, b_cubed, ceaf)]
    cells = [f"{score.f1:.1%}" for score in scores]
    print(f"| {name} | {len(pairs)} | {' | '.join(cells)} | {sum(s.f1 for s in scores) / 3:.1%} |", flush=True)


def wanted(document: Linked) -> list[Cluster]:
    """GUM's persons, those of speech left out."""
    people: dict[str, set[tuple[int, int]]] = {}
    for mention in document.mentions:
        if mention.sort == "person" and document.text[mention.start : mention.end].lower() not in OF_SPEECH:
            people.setdefault(mention.entity, set()).add((mention.start, mention.end))
    return [frozenset(mentions) for mentions in people.values() if len(mentions) > 1]


def ours(document: Linked) -> list[Cluster]:
    """The persons of sayso's reading, each mention as GUM marks it."""
    reading = read_document(Document(document.text, source=document.id))
    marks = sorted(document.mentions, key=lambda m: m.end - m.start)
    people = (a for a in reading.actors if a.kind in (ActorKind.PERSON, ActorKind.UNNAMED))
    clusters = (frozenset(as_marked(marks, s.start, s.end) for s in actor.mentions) for actor in people)
    return [cluster for cluster in clusters if len(cluster) > 1]


def as_marked(marks: Iterable[Mention], start: int, end: int) -> tuple[int, int]:
    """The smallest of GUM's mentions that covers ours or, where none does, ours."""
    around = next((m for m in marks if m.start <= start and end <= m.end), None)
    return (around.start, around.end) if around else (start, end)


def muc(key: list[Cluster], response: list[Cluster]) -> Score:
    """Links between mentions."""
    return Score(*_links(response, key), *_links(key, response))


def _links(ours: list[Cluster], theirs: list[Cluster]) -> tuple[float, float]:
    home = {mention: i for i, cluster in enumerate(theirs) for mention in cluster}
    parts = (len({home.get(m, m) for m in cluster}) for cluster in ours)
    return sum(len(cluster) - n for cluster, n in zip(ours, parts, strict=True)), sum(len(c) - 1 for c in ours)


def b_cubed(key: list[Cluster], response: list[Cluster]) -> Score:
    """Mention by mention, the share of its company that is right."""
    return Score(*_company(response, key), *_company(key, response))


def _company(ours: list[Cluster], theirs: list[Cluster]) -> tuple[float, float]:
    home = {mention: cluster for cluster in theirs for mention in cluster}
    right = sum(len(cluster & home.get(m, frozenset())) / len(cluster) for cluster in ours for m in cluster)
    return right, float(sum(map(len, ours)))


def ceaf(key: list[Cluster], response: list[Cluster]) -> Score:
    """Entity by entity, under the best pairing; greedy, which is off by little where clusters overlap in pairs."""
    overlaps: Counter[tuple[int, int]] = Counter()
    home = {mention: i for i, cluster in enumerate(key) for mention in cluster}
    for j, cluster in enumerate(response):
        overlaps.update((home[m], j) for m in cluster if m in home)
    like = {(i, j): 2 * n / (len(key[i]) + len(response[j])) for (i, j), n in overlaps.items()}
    free_keys, free_responses, total = set(range(len(key))), set(range(len(response))), 0.0
    for i, j in sorted(like, key=lambda pair: -like[pair]):
        if i in free_keys and j in free_responses:
            free_keys.remove(i)
            free_responses.remove(j)
            total += like[i, j]
    return Score(total, len(response), total, len(key))


if __name__ == "__main__":
    main()
