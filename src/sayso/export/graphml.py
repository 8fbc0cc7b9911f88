"""Contacts as GraphML, which yEd, Cytoscape and networkx read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from sayso.export.network import TOLD, edges, nodes
from sayso.text.names import tame

if TYPE_CHECKING:
    from sayso.record import Contacts


def graphml(contacts: Contacts) -> str:
    """Nodes are those who talked, weights how often; dates are words, as exact as they are."""
    root = Xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    _key(root, "name", "node", "string")
    _key(root, "kind", "node", "string")
    _key(root, "weight", "edge", "int")
    for column in TOLD:
        _key(root, column, "edge", "string")
    graph = Xml.SubElement(root, "graph", edgedefault="undirected")
    for id, party in nodes(contacts).items():
        node = Xml.SubElement(graph, "node", id=id)
        _data(node, {"name": tame(party.name), "kind": str(party.kind)})
    for edge in edges(contacts):
        made = Xml.SubElement(graph, "edge", source=edge.one, target=edge.other)
        _data(made, {"weight": str(edge.times), **edge.told})
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _key(root: Xml.Element, name: str, of: str, kind: str) -> None:
    Xml.SubElement(root, "key", {"id": name, "for": of, "attr.name": name, "attr.type": kind})


def _data(element: Xml.Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        Xml.SubElement(element, "data", key=name).text = value
