"""Rules for pieces of a stretch: «начала года», «конце января», «первой половине мая», «третьей декаде октября»."""

from datetime import date, timedelta

from pipeline.finding.dates.choice import day_nearby
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.long import century, decade_of, is_decade, named_decade
from pipeline.finding.dates.months import month
from pipeline.finding.dates.parts import part_of_year
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, moved, thirds, year_span
from pipeline.finding.dates.units import UNIT_KINDS, unit_around
from pipeline.finding.dates.years import is_relative, stated_year, states_year


def part(match: Match) -> Reading | None:
    """начало 2025 года, конце января, середине прошлого года, конца года, начала десятилетия."""
    whole = _whole(match)
    if whole is None:
        return None if match.has("nth") or match.has("decade") else Reading("period", relative=True)
    before, number = match.before().kind, match.number("part")
    relative = whole.relative
    if whole.span is None:
        return Reading("period", relative=relative)
    if before == "from" and number == 1 and match.published is not None and whole.span.first <= match.published:
        return Reading("period", Span(whole.span.first, match.published), relative=relative)
    if before in ("till", "by") or (before == "on" and number != 2 and match.tense <= 0):
        day = _point(whole.span, number)
        return Reading("day", Span(day, day), relative=relative, anchors=False)
    return Reading("period", thirds(whole.span, number), relative=relative, approximate=True)


def _point(span: Span, part: int) -> date:
    """The first day, the last, or the last of the first half."""
    if part != 2:
        return span.first if part == 1 else span.last
    return (moved(span, months=-6) if span.last.month == 12 else span).last if _is_year(span) else _middle(span)


def _is_year(span: Span) -> bool:
    return (span.last - span.first).days in (364, 365)


def _middle(span: Span) -> date:
    return span.first + timedelta(days=((span.last - span.first).days - 1) // 2)


def since_beginning(match: Match) -> Reading | None:
    """с начала января по 4 апреля, с начала года до 1 мая."""
    whole, last = _whole(match), _day_after(match)
    if match.number("part") != 1 or whole is None:
        return None
    if whole.span is None or last.span is None:
        return Reading("period", relative=True)
    if whole.span.first > last.span.last:
        return None
    return Reading("period", Span(whole.span.first, last.span.last), relative=True)


def _day_after(match: Match) -> Reading:
    if match.published is None:
        return Reading("day", relative=True)
    return Reading("day", day_nearby(match, match.published, match.number("month2"), match.number("day")))


def _whole(match: Match) -> Reading | None:
    """The stretch whose beginning, middle or end is said: what stands after it."""
    if match.has("month"):
        return month(match)
    if match.has("nth"):
        return century(match) if match.lexeme("unit").kind == "century" else part_of_year(match)
    if match.has("decade"):
        return named_decade(match.lexeme("decade"))
    if match.has("year") and is_decade(match.lexeme("year").text):
        return decade_of(match.number("year"))
    if states_year(match):
        year = stated_year(match)
        return Reading("year", year_span(year) if year is not None else None, relative=is_relative(match))
    unit = match.lexeme("unit").kind
    if match.published is None:
        return Reading(UNIT_KINDS[unit], relative=True)
    shift = match.number("shift_unit") if match.has("shift_unit") else 0
    return Reading(UNIT_KINDS[unit], unit_around(unit, match.published, shift), relative=True)


def part_of_month(match: Match) -> Reading | None:
    """первой половине мая, третьей декаде октября."""
    whole, number = month(match), match.number("nth")
    if whole is None or whole.span is None:
        return Reading("period", relative=True) if whole else None
    first, last = whole.span
    if match.lexeme("piece").kind == "fraction":
        if number not in (1, 2):
            return None
        middle = first.replace(day=15)
        span = Span(first, middle) if number == 1 else Span(middle + timedelta(days=1), last)
    else:
        if number not in (1, 2, 3):
            return None
        start = first + timedelta(days=10 * (number - 1))
        span = Span(start, last if number == 3 else start + timedelta(days=9))
    return Reading("period", span, relative=whole.relative)


def first_days(match: Match) -> Reading | None:
    """тринадцать дней сентября, первые десять дней мая 2025 года."""
    whole, count = month(match), match.value("count")
    if whole is None or whole.span is None:
        return Reading("period", relative=True) if whole else None
    if count != int(count) or not 2 <= count <= whole.span.last.day:
        return None
    return Reading("period", Span(whole.span.first, whole.span.first.replace(day=int(count))), relative=whole.relative)


_UP_TO_DAY = "[UP_TO TILL](?P<day>DAY)(?P<month2>NAMED_MONTH)"
RULES = (
    Rule("beginning of a month to a day", f"FROM(?P<part>PART)(?P<month>NAMED_MONTH){_UP_TO_DAY}", since_beginning),
    Rule("beginning of the year to a day", f"FROM(?P<part>PART)(?P<unit>YEARS){_UP_TO_DAY}", since_beginning),
    Rule("part of a month", "(?P<nth>NTH)(?P<piece>[FRACTION TEN_DAYS])(?P<month>NAMED_MONTH)TAIL?", part_of_month),
    Rule("first days of a month", "ORDINAL?(?P<count>COUNT)DAYS(?P<month>MONTH)TAIL?", first_days),
    Rule("beginning, middle or end of a month", "(?P<part>PART)(?P<month>NAMED_MONTH)TAIL?", part),
    Rule("beginning, middle or end of a year", "(?P<part>PART)TAIL", part),
    Rule("beginning, middle or end of a quarter", "(?P<part>PART)(?P<nth>NTH)PART_UNIT TAIL?", part),
    Rule("beginning, middle or end of a century", "(?P<part>PART)(?P<nth>[ROMAN ORDINAL])(?P<unit>CENTURY)", part),
    Rule("beginning, middle or end of a decade", "(?P<part>PART)(?P<decade>[SMALL_TH ORDINAL])YEARS?", part),
    Rule("beginning, middle or end of a unit", "(?P<part>PART)(?P<shift_unit>SHIFT)?(?P<unit>UNIT)", part),
)
