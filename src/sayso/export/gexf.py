"""Contacts for Gephi: GEXF 1.3. Dates are words, not a time axis, which could draw them only as exact."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from sayso.export.network import TOLD, edges, nodes
from sayso.text.names import tame

if TYPE_CHECKING:
    from sayso.record import Contacts


def gexf(contacts: Contacts) -> str:
    """Nodes are those who talked, weights how often."""
    root = Xml.Element("gexf", xmlns="http://gexf.net/1.3", version="1.3")
    graph = Xml.SubElement(root, "graph", defaultedgetype="undirected", mode="static")
    told = Xml.SubElement(graph, "attributes", {"class": "edge"})
    for column in TOLD:
        Xml.SubElement(told, "attribute", id=column, title=column, type="string")
    there = Xml.SubElement(graph, "nodes")
    for id, party in nodes(contacts).items():
        Xml.SubElement(there, "node", id=id, label=tame(party.name))
    between = Xml.SubElement(graph, "edges")
    for number, edge in enumerate(edges(contacts)):
        made = Xml.SubElement(
            between, "edge", id=f"e{number}", source=edge.one, target=edge.other, weight=str(edge.times)
        )
        values = Xml.SubElement(made, "attvalues")
        for column in TOLD:
            Xml.SubElement(values, "attvalue", {"for": column, "value": edge.told[column]})
    Xml.indent(root)
    return Xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n"
