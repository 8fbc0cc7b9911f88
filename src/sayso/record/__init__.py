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
from sayso.record.histories import Adviser, Followed, Knew, Known, Outcomes, ReplyLine
from sayso.record.record import Record

__all__ = [
    "NOBODY",
    "Adviser",
    "Answer",
    "DocumentLine",
    "Followed",
    "Knew",
    "Known",
    "Outcomes",
    "Passage",
    "Person",
    "PersonLine",
    "PrintedName",
    "PrintedRole",
    "Proposal",
    "Question",
    "Reason",
    "Record",
    "ReplyLine",
    "SaidLine",
    "Summary",
    "Unreadable",
]
