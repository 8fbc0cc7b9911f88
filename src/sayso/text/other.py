"""Files that are no documents to sayso, and what to do with each."""

from __future__ import annotations

from sayso.text.lists import section


def complaint_about(suffix: str) -> tuple[str, str] | None:
    """What is wrong with a file of this suffix and what to do, or None where it may still be text."""
    for kind in section("other").values():
        if suffix in kind["suffixes"].split():
            return kind["problem"], kind["advice"]
    return None
