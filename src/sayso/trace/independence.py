"""Origins, independent origins, single points of failure and circles of a claim's graph, as DESIGN defines them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sayso.trace.hands import Hands, Independence

if TYPE_CHECKING:
    from networkx import DiGraph

Node: TypeAlias = tuple[str, ...]
"""One hand, or the hands of a circle."""

CLAIM = ("claim", "")
END = ("end", "")


def independence(hands: Hands) -> Independence:
    """What the graph shows; a circle is one node, and one that nothing leaves is no origin."""
    circles = _circles(hands)
    joined = {node: circle for circle in circles for node in circle}
    graph = _one_node_a_circle(hands, joined)
    ends = sorted(node for node in _reached(graph, hands, joined) if not any(graph.successors(node)))
    origins = [end for end in ends if end not in joined.values() and end[0] not in hands.silent]
    nothing_else = any(end[0] in hands.silent for end in ends)
    return Independence(
        origins=tuple(name for (name,) in origins),
        independent=_cut(graph, hands, joined, origins) or int(nothing_else),
        dominators=_dominators(graph, hands, joined, origins),
        circular=tuple(circles),
    )


def _circles(hands: Hands) -> list[Node]:
    from networkx import DiGraph, strongly_connected_components

    graph = DiGraph(sorted(hands.edges))
    return sorted(tuple(sorted(together)) for together in strongly_connected_components(graph) if len(together) > 1)


def _one_node_a_circle(hands: Hands, joined: dict[str, Node]) -> DiGraph[Node]:
    from networkx import DiGraph

    graph: DiGraph[Node] = DiGraph()
    graph.add_nodes_from(_node(name, joined) for name in sorted(hands.reports))
    pairs = ((_node(one, joined), _node(other, joined)) for one, other in sorted(hands.edges))
    graph.add_edges_from((one, other) for one, other in pairs if one != other)
    return graph


def _node(name: str, joined: dict[str, Node]) -> Node:
    return joined.get(name, (name,))


def _reached(graph: DiGraph[Node], hands: Hands, joined: dict[str, Node]) -> set[Node]:
    from networkx import descendants

    starts = {_node(name, joined) for name in hands.reports}
    return starts.union(*(descendants(graph, start) for start in starts))


def _cut(graph: DiGraph[Node], hands: Hands, joined: dict[str, Node], origins: list[Node]) -> int:
    """The fewest nodes without which no report reaches an origin: every node may be passed once."""
    from networkx import DiGraph, maximum_flow_value

    if not origins:
        return 0
    flow: DiGraph[tuple[str, object]] = DiGraph()
    flow.add_edges_from(((("in", node), ("out", node)) for node in graph), capacity=1)
    flow.add_edges_from((("out", one), ("in", other)) for one, other in graph.edges)
    flow.add_edges_from((CLAIM, ("in", _node(name, joined))) for name in sorted(hands.reports))
    flow.add_edges_from((("out", origin), END) for origin in origins)
    return int(maximum_flow_value(flow, CLAIM, END))


def _dominators(graph: DiGraph[Node], hands: Hands, joined: dict[str, Node], origins: list[Node]) -> tuple[str, ...]:
    """Who stands on every way from the claim to an origin, the nearest to the claim first."""
    from networkx import immediate_dominators

    if not origins:
        return ()
    ways = graph.copy()
    ways.add_edges_from((CLAIM, _node(name, joined)) for name in sorted(hands.reports))
    ways.add_edges_from((origin, END) for origin in origins)
    above = immediate_dominators(ways, CLAIM)
    found: list[Node] = []
    node: Node | None = above.get(END)
    while node is not None and node != CLAIM:
        found.append(node)
        node = above[node]
    return tuple(name for node in reversed(found) for name in node)
