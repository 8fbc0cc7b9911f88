"""Communications told by several documents: which are one event, and when it was. Pure: no database, no text."""

from sayso.events.compare import Likeness, Reason, Sameness, compare
from sayso.events.days import Days, days_of, may_share_a_day, narrowed
from sayso.events.grouping import grouped
from sayso.events.telling import Party, Telling

__all__ = [
    "Days",
    "Likeness",
    "Party",
    "Reason",
    "Sameness",
    "Telling",
    "compare",
    "days_of",
    "grouped",
    "may_share_a_day",
    "narrowed",
]
