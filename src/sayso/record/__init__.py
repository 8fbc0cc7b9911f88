"""The record: readings kept, judgements added, questions answered. The only place that speaks SQL."""

from sayso.record.answers import (
    NOBODY,
    Answer,
    DocumentLine,
    Passage,
    Person,
    PersonLine,
    PrintedName,
    PrintedRole,
    Proposal,
    Question,
    Reason,
    SaidLine,
    Summary,
    Unreadable,
)
from sayso.record.record import Record

__all__ = [
    "NOBODY",
    "Answer",
    "DocumentLine",
    "Passage",
    "Person",
    "PersonLine",
    "PrintedName",
    "PrintedRole",
    "Proposal",
    "Question",
    "Reason",
    "Record",
    "SaidLine",
    "Summary",
    "Unreadable",
]
