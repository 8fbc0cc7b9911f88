"""Counting days, weeks, months, quarters and years on and back; None where the calendar ends."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta

from sayso.model import TimeType
from sayso.times.edtf import between
from sayso.times.rule import Value

_HALF_A_YEAR = 183


def moved(day: date, days: float) -> date | None:
    """So many days after it."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def valid(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_value(day: date | None, part: str = "") -> Value | None:
    """A day, or a part of it: TIMEX3 names the part, EDTF has no name for it."""
    if day is None:
        return None
    value = day.isoformat()
    return Value(TimeType.TIME, f"{value}T{part}", value) if part else Value(TimeType.DATE, value, value)


def week_value(day: date | None) -> Value | None:
    """The week of the day, Monday to Sunday."""
    monday = moved(day, -day.weekday()) if day is not None else None
    sunday = moved(monday, 6) if monday is not None else None
    if monday is None or sunday is None:
        return None
    year, week, _ = monday.isocalendar()
    return Value(TimeType.DATE, f"{year:04}-W{week:02}", between(monday, sunday))


def weekend_value(saturday: date | None) -> Value | None:
    """The weekend that begins on that Saturday."""
    sunday = moved(saturday, 1) if saturday is not None else None
    if saturday is None or sunday is None:
        return None
    year, week, _ = saturday.isocalendar()
    return Value(TimeType.DATE, f"{year:04}-W{week:02}-WE", between(saturday, sunday))


def month_value(year: int, month: int) -> Value | None:
    """A month; months below 1 or above 12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _dated(f"{year:04}-{month:02}", year)


def year_value(year: int) -> Value | None:
    """A whole year."""
    return _dated(f"{year:04}", year)


def quarter_value(year: int, quarter: int, *, fiscal: bool = False) -> Value | None:
    """A quarter; those below 1 or above 4 run into other years. Whose fiscal year it is decides the days of one."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    months = f"{year:04}-{3 * quarter - 2:02}/{year:04}-{3 * quarter:02}"
    found = _dated(f"{year:04}-Q{quarter}", year)
    return found and Value(TimeType.DATE, found.value, None if fiscal else months)


def half_value(year: int, half: int) -> Value | None:
    """The first or second half of a year."""
    months = f"{year:04}-{6 * half - 5:02}/{year:04}-{6 * half:02}"
    found = _dated(f"{year:04}-H{half}", year)
    return found and Value(TimeType.DATE, found.value, months)


def decade_value(year: int) -> Value | None:
    """The ten years around that one."""
    found = _dated(f"{year // 10:03}", year)
    return found and Value(TimeType.DATE, found.value, f"{year // 10:03}X")


def century_value(year: int) -> Value | None:
    """The hundred years around that one."""
    found = _dated(f"{year // 100:02}", year)
    return found and Value(TimeType.DATE, found.value, f"{year // 100:02}XX")


def back_to(day: date, weekday: int) -> date:
    """The last such day of the week, which may be this one."""
    return date.fromordinal(max(1, day.toordinal() - (day.weekday() - weekday) % 7))


def nth_weekday(year: int, month: int, which: int, weekday: int) -> date:
    """The first, second … or (-1) last such day of the week in a month."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    return date(year, month, days[which if which < 0 else which - 1])


def distance(days: int, *, ahead: bool | None) -> int:
    """How far off a day is for words that name no year: one on the side that the clause does not speak of is far."""
    against = (ahead is True and days < -_HALF_A_YEAR // 2) or (ahead is False and days > 0)
    return abs(days) + _HALF_A_YEAR * against


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian reckoning."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _dated(value: str, year: int) -> Value | None:
    return Value(TimeType.DATE, value, value) if 1 <= year <= MAXYEAR else None
