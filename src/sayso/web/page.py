"""A page is a frozen dataclass; HTML and JSON are two prints of it."""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar

from markupsafe import Markup

from sayso.model import Span


@dataclass(frozen=True, slots=True)
class Page(ABC):
    """Base of all pages. Every field is printed in both; Markup is for the browser alone."""

    template: ClassVar[str]
    nav: ClassVar[str] = ""
    status: ClassVar[int] = 200

    @property
    @abstractmethod
    def title(self) -> str:
        """What the browser's tab says."""

    def as_json(self) -> Any:
        """What the `.json` twin of the page's address gives."""
        return plain(self)


def plain(value: Any) -> Any:
    """Only what JSON knows: dataclasses are objects, spans `[start, end]`."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: plain(content) for name, content in fields if not isinstance(content, Markup)}
    if isinstance(value, Mapping):
        return {str(key): plain(content) for key, content in value.items()}
    if isinstance(value, tuple | list):
        return [plain(content) for content in value]
    return value
