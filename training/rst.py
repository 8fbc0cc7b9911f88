"""The attributions in an rstweb file (rs3, rs4): which words say who says it, and which are said.

A satellite under `attribution-*` holds source and cue; what is said is its nucleus: an elementary unit or all units
below a node of the tree, the other satellites of the same nucleus not counted. The signals of an rs4 file name the
words by which the annotators knew the source and the cue.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution relation; every word is given by its place among the document's tokens."""

    satellite: Places
    nucleus: Places
    negative: bool
    source: Places
    cue: Places


def read_relations(path: Path) -> list[Relation]:
    """The attribution relations of a file, in the order of their satellites."""
    return sorted(_Tree(ET.parse(path).getroot()).attributions(), key=lambda found: found.satellite)


class _Tree:
    """Nodes by number, each with its place in the tree."""

    def __init__(self, root: ET.Element) -> None:
        self.words: dict[str, Places] = {}
        self.nodes = {node.attrib["id"]: node.attrib for node in root.iter() if node.tag in ("segment", "group")}
        seen = 0
        for segment in root.iter("segment"):
            count = len((segment.text or "").split())
            self.words[segment.attrib["id"]] = tuple(range(seen, seen + count))
            seen += count
        self.types = {(rel.attrib["name"], rel.attrib["type"]) for rel in root.iter("rel")}
        self.children: dict[str, list[str]] = defaultdict(list)
        for number, node in self.nodes.items():
            if "parent" in node:
                self.children[node["parent"]].append(number)
        self.signals: dict[str, list[ET.Element]] = defaultdict(list)
        for signal in root.iter("signal"):
            self.signals[signal.attrib["source"]].append(signal)

    def attributions(self) -> Iterator[Relation]:
        for number, node in self.nodes.items():
            name = node.get("relname", "")
            if name.startswith("attribution"):
                yield Relation(
                    satellite=self.core(number),
                    nucleus=self.nucleus(number),
                    negative=name == "attribution-negative",
                    source=self.signalled(number, "attribution_source"),
                    cue=self.signalled(number, "indicative_word", "indicative_phrase", "dm"),
                )

    def nucleus(self, number: str) -> Places:
        """The words that an attribution is about: a unit that its satellite interrupts is whole again."""
        node = self.nodes[number]["parent"]
        while (above := self.unit_around(node)) is not None:
            node = above
        said = {*self.core(node), *self.words_said_within(node)}
        return tuple(sorted(said - set(self.core(number))))

    def unit_around(self, number: str) -> str | None:
        """The unit that this node is only a piece of, with or without its satellites."""
        while (name := self.nodes[number].get("relname")) in ("span", "same-unit"):
            number = self.nodes[number]["parent"]
            if name == "same-unit":
                return number
        return None

    def words_said_within(self, number: str) -> Places:
        """Where a node is itself the satellite of an attribution ("He said Poet says"): what that one says."""
        inner = self.nodes[number]
        return self.core(inner["parent"]) if inner.get("relname", "").startswith("attribution") else ()

    def core(self, number: str) -> Places:
        """The words of a node without those of its satellites."""
        if number in self.words:
            return self.words[number]
        inside = [child for child in self.children[number] if self.is_nucleus(child)]
        return tuple(sorted(place for child in inside for place in self.whole(child)))

    def whole(self, number: str) -> Places:
        """The words of a node with those of its satellites, all below the same group."""
        around = [child for child in self.children[number] if not self.is_nucleus(child)]
        return tuple(sorted((*self.core(number), *(place for child in around for place in self.whole(child)))))

    def is_nucleus(self, number: str) -> bool:
        """Is the node a part of its parent, and not its satellite?"""
        name = self.nodes[number].get("relname", "")
        return name == "span" or ((name, "multinuc") in self.types and (name, "rst") not in self.types)

    def signalled(self, number: str, *subtypes: str) -> Places:
        """The words by which annotators knew the relation of a node, of these kinds."""
        named = (signal for signal in self.signals[number] if signal.attrib["subtype"] in subtypes)
        places = {int(token) - 1 for signal in named for token in signal.get("tokens", "").split(",") if token}
        return tuple(sorted(places))
