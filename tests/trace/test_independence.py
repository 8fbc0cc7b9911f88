"""How many independent origins a graph of reports leaves."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.hands import Hands
from sayso.trace.independence import independence

NAMES = st.sampled_from("abcdefghij")
GRAPHS = st.builds(
    Hands,
    reports=st.frozensets(NAMES, min_size=1, max_size=5),
    edges=st.frozensets(st.tuples(NAMES, NAMES).filter(lambda edge: edge[0] != edge[1]), max_size=18),
    silent=st.frozensets(NAMES, max_size=3),
)


def hands(*ways: str, silent: str = "") -> Hands:
    """The graph of ways such as "report > outlet > origin"."""
    steps = [way.split(" > ") for way in ways]
    edges = frozenset(pair for step in steps for pair in itertools.pairwise(step))
    return Hands(frozenset(step[0] for step in steps), edges, frozenset(silent.split()))


CASES = [
    ("ten reports citing one are one", hands(*(f"r{n} > Courier" for n in range(10))), 1, 1, ("Courier",)),
    (
        "two recordings through one outlet are two origins, one independent",
        hands("r1 > Courier > tape", "r2 > Courier > film"),
        2,
        1,
        ("Courier",),
    ),
    ("two ways that never meet are two", hands("r1 > Courier > tape", "r2 > Herald > film"), 2, 2, ()),
    ("an article that cites two in one breath is one", hands("r1 > Courier", "r1 > Herald"), 2, 1, ("r1",)),
    ("a circle without exit counts nothing", hands("r1 > Courier > Herald > Courier"), 0, 0, ()),
    ("a circle with an exit is one hand", hands("r1 > Courier > Herald > Courier", "r2 > Herald > tape"), 1, 1, None),
    ("silence counts once if there is nothing else", hands("r1", "r2", silent="r1 r2"), 0, 1, ()),
    ("silence counts nothing beside an origin", hands("r1 > tape", "r2", silent="r2"), 1, 1, ("r1", "tape")),
    ("no report, no origin", Hands(), 0, 0, ()),
]


@pytest.mark.parametrize(
    ("graph", "origins", "independent", "dominators"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_graph_counts_what_the_definition_says(
    graph: Hands, origins: int, independent: int, dominators: tuple[str, ...] | None
) -> None:
    found = independence(graph)
    assert (len(found.origins), found.independent) == (origins, independent)
    assert dominators is None or found.dominators == dominators


def test_a_circle_is_named() -> None:
    assert independence(hands("r1 > Courier > Herald > Courier")).circular == (("Courier", "Herald"),)


@given(GRAPHS)
def test_the_independent_are_no_more_than_the_origins(graph: Hands) -> None:
    found = independence(graph)
    assert found.independent <= max(1, len(found.origins))
    assert found.independent <= max(1, len(graph.reports))


@given(GRAPHS)
def test_a_single_point_of_failure_leaves_one_at_most(graph: Hands) -> None:
    found = independence(graph)
    assert bool(found.dominators) == (found.independent == 1 and bool(found.origins))


@given(GRAPHS)
def test_a_report_that_attributes_nothing_adds_nothing(graph: Hands) -> None:
    before = independence(graph)
    more = Hands(graph.reports | {"new"}, graph.edges, graph.silent | {"new"})
    assert independence(more).independent <= max(1, before.independent)


@given(GRAPHS, st.integers())
def test_the_order_of_reading_changes_nothing(graph: Hands, seed: int) -> None:
    edges = sorted(graph.edges)
    random.Random(seed).shuffle(edges)
    assert independence(Hands(graph.reports, frozenset(edges), graph.silent)) == independence(graph)
