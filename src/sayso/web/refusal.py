"""An answer that is no page: what is wrong, and what to do."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response


class Refusal(Exception):
    """A request that cannot be served. `problem` and `advice` are sentences."""

    def __init__(self, status: int, problem: str, advice: str = "") -> None:
        self.status = status
        self.problem = problem
        self.advice = advice
        super().__init__(f"{problem} {advice}".strip())

    def response(self) -> Response:
        """As bare text, for those who are shown no page at all."""
        return PlainTextResponse(f"{self}\n", self.status)
