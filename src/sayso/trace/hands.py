"""The graph of a claim: which report relies on whom, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hands:
    """The hands a claim passed through: `reports` are where it is met, an edge leads to whom one relies on.

    `silent` are ends that show no origin (a rumour, a report that attributes nothing): they lead nowhere.
    """

    reports: frozenset[str] = frozenset()
    edges: frozenset[tuple[str, str]] = frozenset()
    silent: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True, slots=True)
class Independence:
    """How many origins the hands lead to, and how many of them nothing else ties together."""

    origins: tuple[str, ...]
    independent: int
    dominators: tuple[str, ...]
    circular: tuple[tuple[str, ...], ...]
