"""What every page of one running server shares."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.record import Record
from sayso.web.intake import Intake


@dataclass(frozen=True, slots=True)
class Site:
    """One record as served: `name` is the record's, `by` the person under whose name judgements are kept.

    `token` is what every form must send back; it is made anew each time the server starts.
    """

    record: Record
    intake: Intake
    name: str
    by: str
    token: str
    airgap: bool = False
