"""Rules for months: «январь–октябрь 2025 года», «июне прошлого года», «этой осенью»."""

from collections.abc import Callable

from pipeline.finding.dates.choice import direction, stretch
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, month_span, months_span, season_span
from pipeline.finding.dates.years import is_relative, stated_year, states_year
from pipeline.records import DateKind


def month(match: Match) -> Reading | None:
    """ноябре, ноябрь 2024 года, январе этого года, июне прошлого года."""
    if match.lexeme("month").kind == "month_short" and not states_year(match):
        return None
    if match.before().kind in ("small", "integer", "small_th"):
        return None  # «32 августа»
    number = match.number("month")
    return yearly(match, "month", lambda year: month_span(year, number))


def months(match: Match) -> Reading:
    """январь–октябрь 2025 года, с января по сентябрь, в июне–августе."""
    first, last = match.number("month1"), match.number("month")
    if states_year(match) and last < first:
        return yearly(match, "period", lambda year: months_span(year - 1, first, last))
    if first == 1 and not states_year(match) and match.before().kind != "on" and direction(match) <= 0:
        return _begun(match, last)
    return yearly(match, "period", lambda year: months_span(year, first, last))


def _begun(match: Match, last: int) -> Reading:
    """«за январь – ноябрь», said in February, is of the year before: its last month has not begun."""
    if match.published is None:
        return Reading("period", relative=True)
    year = match.published.year - (last > match.published.month)
    return Reading("period", months_span(year, 1, last), relative=True)


def months_of_years(match: Match) -> Reading:
    """с октября 2024 года по июнь 2025-го."""
    first, last = stated_year(match, "1"), stated_year(match) if states_year(match) else None
    relative = is_relative(match, "1") or is_relative(match)
    if first is None:
        return Reading("period", relative=True)
    start = month_span(first, match.number("month1")).first
    if last is None:
        last = first + (match.number("month") < match.number("month1"))
    return Reading("period", ordered(Span(start, month_span(last, match.number("month")).last)), relative=relative)


def ordered(span: Span) -> Span:
    if span.first > span.last:
        raise ValueError("the range runs backwards")
    return span


def months_together(match: Match) -> Reading | None:
    """за июнь и июль, в июне и июле: one stretch."""
    return months(match) if match.number("month") == match.number("month1") % 12 + 1 else None


def listed_month(match: Match) -> Reading:
    """The January of «январе и феврале 2025 года»."""
    number = match.number("month")
    return yearly(match, "month", lambda year: month_span(year, number))


def shifted_month(match: Match) -> Reading | None:
    """прошлый октябрь, этой осенью, следующим летом."""
    shift, name = match.number("shift"), match.lexeme("name")
    if match.published is None:
        return Reading(_kind(name.kind), relative=True)
    published, number = match.published, int(name.value)
    of_year = _of_year(name.kind, number)
    spans = [of_year(published.year + years) for years in (-2, -1, 0, 1, 2)]
    if shift < 0:
        span = [span for span in spans if span.last < published][shift]
    elif shift > 0:
        span = next(span for span in spans if span.first > published)
    else:
        span = stretch(match, published, of_year)
    return Reading(_kind(name.kind), span, relative=True)


def _of_year(kind: str, number: int) -> Callable[[int], Span]:
    return (lambda year: season_span(year, number)) if kind == "season" else (lambda year: month_span(year, number))


def _kind(kind: str) -> DateKind:
    return "period" if kind == "season" else "month"


def yearly(match: Match, kind: DateKind, of_year: Callable[[int], Span]) -> Reading:
    """Read something that every year has: of the year that the TAIL states, else of the one that the clause means."""
    if states_year(match):
        year = stated_year(match)
        return Reading(kind, of_year(year) if year is not None else None, relative=is_relative(match))
    if match.published is None:
        return Reading(kind, relative=True)
    return Reading(kind, stretch(match, match.published, of_year), relative=True)


RULES = (
    Rule(
        "months of two years",
        "FROM?(?P<month1>NAMED_MONTH)TAIL1(?:DASH|UP_TO|TILL)(?P<month>NAMED_MONTH)TAIL?",
        months_of_years,
    ),
    Rule("months", "FROM?(?P<month1>NAMED_MONTH)(?:DASH|UP_TO|TILL)(?P<month>NAMED_MONTH)TAIL?", months),
    Rule("month of a year", "(?P<month>NAMED_MONTH)TAIL", month),
    Rule("months together", "(?<=[OVER IN])(?P<month1>MONTH)AND(?P<month>MONTH)TAIL?", months_together),
    Rule("one of several months", "(?P<month>MONTH)(?=(?:COMMA MONTH)*(?:AND|COMMA)MONTH TAIL)", listed_month),
    Rule("shifted month", "(?P<shift>SHIFT)(?P<name>[MONTH SEASON])", shifted_month),
    Rule("month", "(?P<month>MONTH)", month),
)
