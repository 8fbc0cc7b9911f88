"""HTML, a saved page or one from the web: the article's text, and what the page says about itself.

trafilatura finds the article; its words are taken from the page itself, so that nothing of a paragraph is lost.
"""

from __future__ import annotations

import html
import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from sayso.errors import EmptyDocument, WrongFormat
from sayso.model import Document, DocumentKind
from sayso.text.blocks import Block, Element, as_text, blocks, key_of
from sayso.text.decode import decode
from sayso.text.lists import part_of_name, words
from sayso.text.metadata import Facts, facts_of
from sayso.text.transcript import kind_of

STATED_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
LONG = 40
"""Letters and digits from which on a paragraph is known by its words alone."""

HEAD = 3
"""How many of the first paragraphs may be title and byline."""

ENOUGH = 0.8
"""The share of trafilatura's text that must be found again on the page."""

RIGHTS = re.compile(r"^(?:©|\(c\)|copyright\b|all rights reserved)", re.I)


def recognises(data: bytes) -> bool:
    """Does it open as a page does?"""
    return OPENING.match(data.removeprefix(b"\xef\xbb\xbf")[:5000]) is not None


def read(data: bytes, name: str) -> Iterator[Document]:
    """One document: the article without its surroundings, its title kept apart from its text."""
    tree = _tree(_decoded(data, name), name)
    if tree is None:
        raise _nothing(name)
    article = _article(tree)
    facts = facts_of(tree, [block.text for block in article])
    text = as_text(_without_head(article, facts))
    if not text:
        raise _nothing(name)
    yield _document(text, name, facts)


def visible_text(markup: str, name: str) -> str:
    """Everything that a reader of this HTML sees, as paragraphs apart by blank lines; for mail, which is no page."""
    tree = _tree(markup, name)
    return "" if tree is None else as_text(blocks(tree))


def _document(text: str, name: str, facts: Facts) -> Document:
    kind = facts.kind or kind_of(text)
    return Document(
        text,
        source=name,
        kind=DocumentKind(kind),
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        author=facts.author,
        wire=facts.wire,
        credit=facts.credit,
    )


def _nothing(name: str) -> EmptyDocument:
    advice = "Open it in a browser, and save it once the text is there, or as PDF."
    return EmptyDocument(name, "is a page without text; perhaps its text comes from scripts", advice)


def _decoded(data: bytes, name: str) -> str:
    stated = STATED_CHARSET.search(data[:5000])
    return decode(data, name, stated[1].decode("ascii") if stated else None)


def _tree(markup: str, name: str) -> Element | None:
    # Imported here: lxml and trafilatura take a quarter of a second, which only reading HTML may cost.
    import lxml.html  # type: ignore[import-untyped]

    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        tree = lxml.html.document_fromstring(DECLARATION.sub("", markup), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # The parser would make do with what comes before, and nobody would know of the rest.
        advice = "Open it in a browser, and save it from there as text or PDF."
        raise WrongFormat(name, "holds elements within elements, thousands deep, more than can be read", advice)
    return tree


def _article(tree: Element) -> list[Block]:
    """The blocks of the page that make up its article."""
    # lxml makes its elements anew when nobody holds them, and here they are compared by identity.
    _held = list(tree.iter())
    everything = blocks(tree)
    body = _extracted(tree)
    wanted = blocks(body) if body is not None else []
    kept = _found_again(everything, wanted)
    if sum(len(everything[i].key) for i in kept) >= ENOUGH * sum(len(block.key) for block in wanted) > 0:
        return [everything[i] for i in sorted(kept | _left_behind(everything, kept) | _standfirst(everything, kept))]
    return wanted or [block for block in everything if not _is_aside(block)]


def _extracted(tree: Element) -> Element | None:
    """trafilatura's body of the article, or None."""
    from copy import deepcopy

    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"  # a short notice is an article too
    tree = deepcopy(tree)
    for element in list(tree.iter(*words("html", "unseen") - {"head", "title"})):
        element.drop_tree()
    try:
        found = bare_extraction(tree, include_comments=False, config=config)
    except Exception:  # Whatever trips it, the page still has its visible blocks.
        return None
    return getattr(found, "body", None)


def _found_again(everything: list[Block], wanted: list[Block]) -> set[int]:
    """Which blocks of the page these are. Where one stands there twice, the one among most of the others is meant."""
    counts = Counter(key_of(line) for block in wanted for line in {block.text, *block.text.split("\n")})
    running = key_of(" ".join(block.text for block in wanted))
    known = [i for i, b in enumerate(everything) if counts[b.key] or (len(b.key) >= LONG and b.key in running)]
    weight: dict[Element, int] = defaultdict(int)
    for i in known:
        weight[_flow(everything[i])] += len(everything[i].key)
    kept: set[int] = set()
    for i in sorted(known, key=lambda i: (-weight[_flow(everything[i])], i)):
        key = everything[i].key
        if counts[key] > 0 or (key not in counts and key):
            kept.add(i)
            counts[key] -= 1
    return kept


def _left_behind(everything: list[Block], kept: set[int]) -> set[int]:
    """Paragraphs passed over that stand in one flow with those found: points of lists, short lines, the last one."""
    flows = {id(_flow(everything[i])) for i in kept}
    first, last = min(kept), max(kept)
    more: set[int] = set()
    for i in range(first + 1, len(everything)):
        block = everything[i]
        if i in kept:
            continue
        belongs = id(_flow(block)) in flows and not _is_aside(block)
        if i > last and not (belongs and _flow(block) is _flow(everything[last])):
            break
        if belongs:
            more.add(i)
    return more


def _standfirst(everything: list[Block], kept: set[int]) -> set[int]:
    """What stands between the title and the text, and is marked as leading into it."""
    names = part_of_name("html", "standfirst_names")
    title = next((i for i, block in enumerate(everything) if block.element.tag == "h1"), len(everything))
    return {
        i
        for i in range(title + 1, min(kept))
        if names.search(everything[i].element.get("class") or "") and everything[i].linked == 0
    }


def _flow(block: Block) -> Element:
    """The element whose children run down the page as paragraphs, of which this block is one."""
    element = block.element
    parent = element.getparent()
    while parent is not None and parent.tag in words("html", "wrappers"):
        parent = parent.getparent()
    return element if parent is None else parent


def _is_aside(block: Block) -> bool:
    """Mostly links, a notice of rights, or part of something beside the text."""
    if block.linked > 0.5 * len(block.text) or RIGHTS.match(block.text):
        return True
    return any(_is_aside_element(e) for e in (block.element, *block.element.iterancestors()))


def _is_aside_element(element: Element) -> bool:
    if element.tag in ("body", "html", "main", "article"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in words("html", "aside_tags") or part_of_name("html", "aside_names").search(names) is not None


def _without_head(found: list[Block], facts: Facts) -> list[Block]:
    """The article without opening lines that only repeat its title or authors, if anything else is left."""
    head = [block for block in found[:HEAD] if _is_title(block, facts.title) or _is_byline(block, facts.author)]
    return [block for block in found if block not in head] or found


def _is_title(block: Block, title: str | None) -> bool:
    return title is not None and block.key == key_of(html.unescape(title))


def _is_byline(block: Block, author: str | None) -> bool:
    if author is None or len(block.text) > 2 * len(author) + len("By and") or not block.text.lower().startswith("by "):
        return False
    return all(key_of(name) in block.key for name in author.split(", "))
