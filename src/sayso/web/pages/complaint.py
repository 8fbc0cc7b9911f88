"""The page of something that went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.web.page import Page


@dataclass(frozen=True, slots=True)
class ComplaintPage(Page):
    """What is wrong, and what to do."""

    template: ClassVar[str] = "complaint.html"
    code: int
    problem: str
    advice: str = ""

    @property
    def title(self) -> str:
        return self.problem.rstrip(".")
