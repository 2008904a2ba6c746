"""Calendar arithmetic: stretches of days, first and last inclusive. All raise ValueError for impossible dates."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of days, both ends inclusive."""

    first: date
    last: date


def day_span(year: int, month: int, day: int) -> Span:
    """Return one day."""
    found = date(year, month, day)
    return Span(found, found)


@lru_cache(maxsize=10_000)
def month_span(year: int, month: int) -> Span:
    """Return the days of a month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_span(year: int, first: int, last: int) -> Span:
    """Return the months first..last of a year; where last comes before first it is of the year after."""
    return Span(date(year, first, 1), month_span(year + (last < first), last).last)


def part_span(year: int, number: int, months: int) -> Span:
    """Return the number-th part of a year in parts of so many months: quarters (3), half-years (6), thirds (4)."""
    if not 1 <= number <= 12 // months:
        raise ValueError(f"a year has no part {number} of {months} months")
    return months_span(year, (number - 1) * months + 1, number * months)


def year_span(year: int) -> Span:
    """Return the days of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def years_span(first: int, last: int) -> Span:
    """Return the days of several years; first may not be later than last."""
    if first > last:
        raise ValueError(f"years {first} to {last} run backwards")
    return Span(date(first, 1, 1), date(last, 12, 31))


@lru_cache(maxsize=10_000)
def season_span(year: int, month: int) -> Span:
    """Return the season that begins in `month`; winter is that which ends in the given year."""
    start = year - (month == 12)
    return months_span(start, month, (month + 1) % 12 + 1)


def century_span(number: int) -> Span:
    """Return the years of a century: the XXI is 2001 to 2100."""
    return years_span((number - 1) * 100 + 1, number * 100)


def week_span(day: date) -> Span:
    """Return Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=6))


def shifted(day: date, *, months: int) -> date:
    """Return the day so many months later; the last day of a month where the month is too short."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def moved(span: Span, *, months: int) -> Span:
    """Move a stretch by months; a stretch that ends with a month still ends with one."""
    last = shifted(span.last, months=months)
    if span.last.day == monthrange(span.last.year, span.last.month)[1] and span.first != span.last:
        last = month_span(last.year, last.month).last
    return Span(shifted(span.first, months=months), last)


def thirds(span: Span, part: int) -> Span:
    """Return the beginning (1), middle (2) or end (3): ten days of a month, three months of a year (four in the
    middle), a third of anything else."""
    days = (span.last - span.first).days + 1
    if days <= 31:
        first = span.first + timedelta(days=10 * (part - 1)) if days >= 28 else span.first
        return Span(first, span.last if part == 3 else first + timedelta(days=9))
    if 365 <= days <= 366 and span.first.day == 1:
        start, end = {1: (0, 2), 2: (4, 7), 3: (9, 11)}[part]
        return Span(shifted(span.first, months=start), moved(Span(span.first, span.last), months=end - 11).last)
    months = _whole_months(span)
    if months in _THIRDS:
        begins, ends = _THIRDS[months][part - 1], _THIRDS[months][part]
        first = shifted(span.first, months=begins)
        return Span(first, shifted(span.first, months=ends) - timedelta(days=1))
    third = days // 3
    first = span.first + timedelta(days=third * (part - 1))
    return Span(first, span.last if part == 3 else first + timedelta(days=third - 1))


#: How many months into a quarter, a half-year, a decade, a century the beginning, the middle and the end begin.
_THIRDS = {3: (0, 1, 2, 3), 6: (0, 2, 4, 6), 120: (0, 36, 84, 120), 1200: (0, 360, 840, 1200)}


def _whole_months(span: Span) -> int:
    """Return how many months a stretch covers, 0 where it does not begin and end with one."""
    end = span.last + timedelta(days=1)
    return (end.year - span.first.year) * 12 + end.month - span.first.month if span.first.day == end.day == 1 else 0
