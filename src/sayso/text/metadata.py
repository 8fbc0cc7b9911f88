"""What a page says about itself: JSON-LD first, then meta tags, then what is printed (byline, time, credit line)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import DocumentKind
from sayso.text.blocks import Element
from sayso.text.credit import Credit, byline_credit, closing_credit, dateline_credit, settled
from sayso.text.dates import iso_date
from sayso.text.lists import ordered, part_of_name
from sayso.text.names import one_line

ARTICLE = re.compile(r"(?:Article|Posting|BlogPost|Report|Review|WebPage|PressRelease)$")
BYLINE = "//*[@rel='author' or @itemprop='author' or @class='author' or contains(concat(' ', @class, ' '), ' byline ')]"
OPENING, CLOSING = 3, 5
"""How many paragraphs at either end of an article may hold its dateline or credit line."""

PICTURED = re.compile(r"photo|image|img|picture|caption|media|video|gallery", re.I)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states. None where it states nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    wire: str | None = None
    credit: str | None = None
    kind: DocumentKind | None = None


def facts_of(tree: Element, article: Sequence[str]) -> Facts:
    """The facts of a page, each from the most formal place that states it; `article` is its paragraphs."""
    page = _Page.of(tree)
    outlet = page.outlet()
    credit = page.credit(outlet, article)
    return Facts(
        title=page.title(),
        outlet=outlet,
        author=page.author(),
        published=page.published(),
        wire=credit.wire,
        credit=credit.line,
        kind=DocumentKind.POST if "SocialMediaPosting" in _types(page.article) else None,
    )


@dataclass(frozen=True, slots=True)
class _Page:
    tree: Element
    article: dict[str, Any]
    nodes: dict[str, dict[str, Any]]
    meta: dict[str, list[str]]

    @classmethod
    def of(cls, tree: Element) -> _Page:
        nodes = list(_linked_data(tree))
        # WebPage last: it often stands beside the article and says less.
        articles = [node for node in nodes if any(ARTICLE.search(kind) for kind in _types(node))]
        articles.sort(key=lambda node: "WebPage" in _types(node))
        by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        return cls(tree, articles[0] if articles else {}, by_id, _meta(tree))

    def title(self) -> str | None:
        stated = _first([*self.names("headline"), *self.metas("title"), *self.printed("//*[@itemprop='headline']")])
        headings = self.printed("//h1")
        alone = headings[0] if len(headings) == 1 else None
        return stated or alone or _first([*self.names("name"), *self.printed("//head/title|//title")])

    def outlet(self) -> str | None:
        stated = [*self.names("publisher"), *self.metas("outlet")]
        return _first(words for words in stated if not words.startswith(("http", "@")))

    def author(self) -> str | None:
        named = self.names("author") or self.names("creator")
        listed = ", ".join(dict.fromkeys(words for words in named if not words.startswith("http")))
        in_meta = _first(words for words in self.metas("author") if not words.startswith(("http", "@")))
        return _without_by(listed) or _without_by(in_meta) or _without_by(_first(self.printed(BYLINE)))

    def published(self) -> str | None:
        stated = [*self.names("datePublished"), *self.metas("published"), *self.times()]
        return _first(day for words in stated if (day := iso_date(words)))

    def credit(self, outlet: str | None, article: Sequence[str]) -> Credit:
        stated = [words for key in ("sourceOrganization", "provider", "creditText") for words in self.names(key)]
        stated += [
            *self.organisations("author"),
            *(words for words in self.metas("credit") if not words.startswith("http")),
        ]
        bylines = [*self.printed(BYLINE), *self.names("author")]
        printed = [
            *map(closing_credit, [*self.credit_elements(), *article[-CLOSING:]]),
            *map(byline_credit, bylines),
            *map(dateline_credit, article[:OPENING]),
        ]
        return settled(stated, printed, outlet)

    def credit_elements(self) -> list[str]:
        marked = [
            e
            for e in self.tree.xpath("//body//*[@class]")
            if part_of_name("html", "credit_names").search(e.get("class"))
        ]
        return [words for e in marked if not _is_pictured(e) and (words := one_line(e.text_content()))]

    def names(self, key: str) -> list[str]:
        """What the article's linked data says under this key, as words."""
        return list(self._names(self.article.get(key)))

    def _names(self, value: object) -> Iterator[str]:
        if isinstance(value, list):
            for part in value:
                yield from self._names(part)
        elif isinstance(value, dict):
            node = self.nodes.get(str(value.get("@id")), {}) if "name" not in value else value
            yield from self._names(node.get("name") if node is not value or "name" in value else None)
        elif isinstance(value, str) and (words := one_line(html.unescape(value))):
            yield words

    def organisations(self, key: str) -> list[str]:
        """Those under this key that are organisations."""
        value = self.article.get(key)
        listed = value if isinstance(value, list) else [value]
        return [n for node in listed if any("Organization" in kind for kind in _types(node)) for n in self._names(node)]

    def metas(self, fact: str) -> list[str]:
        """What the meta tags say, the most telling first."""
        return [words for name in ordered("meta", fact) for words in self.meta.get(name, ())]

    def printed(self, path: str) -> list[str]:
        return [words for e in self.tree.xpath(path) if (words := one_line(e.get("content") or e.text_content()))]

    def times(self) -> list[str]:
        """Times marked as the publication's, else the only one that stands on the page."""
        marked = self.tree.xpath("//*[@itemprop='datePublished' or @pubdate]")
        every = marked or self.tree.xpath("//article//time|//header//time") or self.tree.xpath("//time")
        stated = [e.get("datetime") or e.get("content") or e.text_content() for e in every]
        days = {day[:10] for words in stated if (day := iso_date(words))}
        return stated if marked or len(days) == 1 else []


def _linked_data(tree: Element) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        words = re.sub(r"^\s*<!--|-->\s*$|;\s*$", "", script.text or "")
        try:
            yield from _nodes(json.loads(words, strict=False))
        except (ValueError, RecursionError):
            continue  # many a page has broken linked data; the meta tags say the same


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for part in data:
            yield from _nodes(part)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"))
        yield from _nodes(data.get("mainEntity"))


def _types(node: object) -> list[str]:
    kind = node.get("@type") if isinstance(node, dict) else None
    return [str(part) for part in (kind if isinstance(kind, list) else [kind]) if part]


def _meta(tree: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if words := one_line(element.get("content")):
            found.setdefault(name.lower(), []).append(words)
    return found


def _is_pictured(element: Element) -> bool:
    chain = [element, *element.iterancestors()]
    return any(e.tag in ("figure", "figcaption", "footer") or PICTURED.search(e.get("class") or "") for e in chain[:4])


def _without_by(words: str | None) -> str | None:
    return (re.sub(r"^(?:written\s+)?by:?\s+", "", words, flags=re.I).strip(" ,|–—-") or None) if words else None


def _first(words: Iterable[str]) -> str | None:
    return next((w for w in words if w), None)
