"""Long lists in leaves, each with an address of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.datastructures import URL


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of a list: from `first` to `last` of `total`, and the addresses of its neighbours, "" for none."""

    first: int
    last: int
    total: int
    before: str
    after: str

    @property
    def offset(self) -> int:
        """How many entries come before it."""
        return max(self.first - 1, 0)

    @property
    def is_all(self) -> bool:
        """Does the whole list stand on it?"""
        return not self.before and not self.after


def leaf_of(url: URL, total: int, size: int) -> Leaf:
    """The leaf that the address asks for with `page=`, or the last if there are not so many."""
    leaves = max(-(-total // size), 1)
    page = min(_page(url), leaves)
    before = _address(url, page - 1) if page > 1 else ""
    after = _address(url, page + 1) if page < leaves else ""
    return Leaf(min((page - 1) * size + 1, total), min(page * size, total), total, before, after)


def offset_of(url: URL, size: int) -> int:
    """How many entries come before the leaf that the address asks for, if it is long enough."""
    return (_page(url) - 1) * size


def _page(url: URL) -> int:
    asked = dict(parse_qsl(url.query)).get("page", "1")
    return max(int(asked), 1) if re.fullmatch(r"[0-9]{1,8}", asked) else 1


def _address(url: URL, page: int) -> str:
    at = url.include_query_params(page=page) if page > 1 else url.remove_query_params("page")
    return f"{at.path}?{at.query}" if at.query else at.path
