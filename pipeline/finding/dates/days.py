"""Rules for days: «12 мая 2025 года», «с 9 по 15 декабря», «пятницу, 19 декабря», «12.05.2025»."""

import re
from datetime import date

from pipeline.finding.dates.choice import day_nearby, distance
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, day_span
from pipeline.finding.dates.years import checked_year, is_relative, stated_year, states_year


def numeric_day(match: Match) -> Reading:
    """12.05.2025, 2025-05-12, 12/05/2025."""
    parts = [int(part) for part in re.findall(r"\d+", match.lexeme("date").text)]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    return Reading("day", day_span(checked_year(year), month, day), anchors=False)


def day_of_month(match: Match) -> Reading:
    """12 мая, 12 мая 2025 года, 1 июля прошлого года."""
    return _day(match, match.number("day"), match.number("month"))


def _day(match: Match, day: int, month: int) -> Reading:
    if states_year(match):
        year = stated_year(match)
        span = day_span(year, month, day) if year is not None else None
        return Reading("day", span, relative=is_relative(match))
    previous = _year_of_list(match)
    if previous is not None:
        return Reading("day", day_span(previous, month, day))
    if match.published is None:
        day_span(2000, month, day)  # refuses what no year has
        return Reading("day", relative=True)
    return Reading("day", day_nearby(match, match.published, month, day), relative=True)


def _year_of_list(match: Match) -> int | None:
    """«19 марта 2001, 20 марта»: the year said for the day just before, where only a comma or «и» lies between."""
    joined = match.before().kind in ("comma", "and") and match.before(2).kind in ("four", "four_th", "years")
    last = match.context.last
    near = match.context.places and match.context.places[-1] >= match.first - 2
    return last.span.first.year if joined and near and last and last.span and not last.relative else None


def days_of_month(match: Match) -> Reading:
    """с 9 по 15 декабря, 9–15 декабря 2025 года."""
    first = _day(match, match.number("day1"), match.number("month"))
    last = _day(match, match.number("day"), match.number("month"))
    return _between(first, last)


def days_of_months(match: Match) -> Reading:
    """с 14 апреля по 3 мая, 10 августа – 12 сентября 2013, с 29 декабря 2024 года по 8 января."""
    last = _day(match, match.number("day"), match.number("month"))
    month, day = match.number("month1"), match.number("day1")
    if states_year(match, "1"):
        year = stated_year(match, "1")
        first = Reading("day", day_span(year, month, day) if year else None, relative=is_relative(match, "1"))
        return _between(first, last)
    if last.span is None:
        return Reading("period", relative=True)
    year = last.span.first.year
    span = day_span(year, month, day)
    if span.first > last.span.first:
        span = day_span(year - 1, month, day)
    return _between(Reading("day", span, relative=last.relative), last)


def _between(first: Reading, last: Reading) -> Reading:
    relative = first.relative or last.relative
    if first.span is None or last.span is None:
        return Reading("period", relative=relative)
    if first.span.first > last.span.last:
        last = _year_later(last)
    assert last.span is not None
    if first.span.first > last.span.last:
        raise ValueError("the range runs backwards")
    return Reading("period", Span(first.span.first, last.span.last), relative=relative)


def _year_later(reading: Reading) -> Reading:
    if reading.span is None or not reading.relative:
        return reading
    day = reading.span.last
    return Reading("day", day_span(day.year + 1, day.month, day.day), relative=True)


def listed_day(match: Match) -> Reading:
    """The 12 of «12 и 13 мая»."""
    return _day(match, match.number("day"), match.number("month"))


def day_of_this_month(match: Match) -> Reading | None:
    """5-го числа этого месяца, 15 числа: not read; 5 числа прошлого месяца is."""
    if match.published is None:
        return Reading("day", relative=True)
    index = match.published.year * 12 + match.published.month - 1 + match.number("shift")
    return Reading("day", day_span(index // 12, index % 12 + 1, match.number("day")), relative=True)


def weekday_and_day(match: Match) -> Reading:
    """пятницу, 19 декабря; 7 декабря, пятница: the nearest year in which it is that weekday."""
    reading, weekday = day_of_month(match), match.number("weekday")
    if states_year(match) or match.published is None or reading.span is None:
        return reading
    day = reading.span.first
    same = [d for d in _years_around(day) if d.weekday() == weekday]
    found = min(same, key=lambda d: distance(Span(d, d), match.published or d), default=day)
    return Reading("day", Span(found, found), relative=True)


def _years_around(day: date) -> list[date]:
    years = [day.year - 1, day.year, day.year + 1]
    return [day.replace(year=year) for year in years if not (day.month == 2 and day.day == 29)] or [day]


RULES = (
    Rule("numeric day", "(?P<date>FULL)", numeric_day),
    Rule(
        "days of two months",
        "(?:FROM)?(?P<day1>DAY)(?P<month1>NAMED_MONTH)TAIL1?(?:DASH|UP_TO|TILL)(?P<day>DAY)(?P<month>NAMED_MONTH)TAIL?",
        days_of_months,
    ),
    Rule("days of a month", "FROM?(?P<day1>DAY)(?:DASH|UP_TO|TILL)(?P<day>DAY)DATED", days_of_month),
    Rule("weekday and day", "(?P<weekday>WEEKDAY)[COMMA OPEN]?(?P<day>DAY)DATED", weekday_and_day),
    Rule("day and weekday", "(?P<day>DAY)(?P<month>NAMED_MONTH)TAIL?COMMA?(?P<weekday>WEEKDAY)", weekday_and_day),
    Rule("day of a month in a year", "(?P<day>DAY)(?P<month>NAMED_MONTH)COMMA?IN?TAIL", day_of_month),
    Rule("day of a month", "(?P<day>DAY)(?P<month>NAMED_MONTH)", day_of_month),
    Rule("one of several days", "(?P<day>DAY)(?=(?:COMMA DAY)*(?:AND|COMMA)DAY DATED)", listed_day),
)
