"""Rules for parts of a year: quarters, half-years, «последний квартал 2024-го», «первый месяц года», «9М24»."""

import re
from collections.abc import Callable

from pipeline.finding.dates.choice import direction
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.months import yearly
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, month_span, months_span, part_span
from pipeline.finding.dates.years import short_year, states_year
from pipeline.records import DateKind

KINDS: dict[str, tuple[DateKind, int]] = {
    "quarter": ("quarter", 3), "half": ("half_year", 6), "fraction": ("half_year", 6),
}  # fmt: skip
_REPORT = re.compile(r"(\d{1,2})\s?([^\W\d_]+)\.?\s?(\d{2,4})")
_REPORT_MONTHS = {"к": 3, "k": 3, "q": 3, "кв": 3, "п": 6, "h": 6, "н": 6}


def part_of_year(match: Match) -> Reading | None:
    """III квартале 2026 г., первом полугодии, вторую половину 2026 года."""
    unit = match.lexeme("unit")
    if unit.text == "кв" and match.after().text.startswith(("м", "к")) and not states_year(match):
        return None  # «2 кв. м»
    if match.lexeme("nth").kind == "small" and unit.text == "квартала" and match.before().kind in ("over", "edge"):
        return None  # «за 3 квартала»: three of them
    kind, months = KINDS[unit.kind]
    number = match.number("nth")
    part_span(2000, number, months)  # refuses the fifth quarter
    return _part(match, kind, lambda year: part_span(year, number, months))


def _part(match: Match, kind: DateKind, of_year: Callable[[int], Span]) -> Reading:
    """A part of the year stated, or by the tense: one to come, or the last one that has begun."""
    if states_year(match) or match.published is None:
        return yearly(match, kind, of_year)
    published = match.published
    spans = [of_year(published.year + years) for years in (-1, 0, 1)]
    coming = direction(match) > 0 and match.before().kind != "over"
    if coming or match.before().kind == "on":
        return Reading(kind, next(span for span in spans if span.last >= published), relative=True)
    return Reading(kind, [span for span in spans if span.first <= published][-1], relative=True)


def parts_of_year(match: Match) -> Reading:
    """I–III кварталы 2025 года, с первого по третий квартал."""
    unit = match.lexeme("unit")
    _, months = KINDS[unit.kind]
    first, last = match.number("nth1"), match.number("nth")
    first_part, last_part = part_span(2000, first, months), part_span(2000, last, months)
    if first_part.first > last_part.first:
        raise ValueError("the range runs backwards")
    return _part(match, "period", lambda year: months_span(year, (first - 1) * months + 1, last * months))


def last_part(match: Match) -> Reading | None:
    """последний квартал 2024-го, последнее полугодие года, последний месяц 2024 года."""
    kind, months = ("month", 1) if match.lexeme("unit").kind == "months" else KINDS[match.lexeme("unit").kind]
    if match.lexeme("latest").text in ("последние", "последних", "последними"):
        return None
    return yearly(match, kind, lambda year: part_span(year, 12 // months, months))  # type: ignore[arg-type]


def numbered_month(match: Match) -> Reading | None:
    """первый месяц года, в третьем месяце 2025 года."""
    number = match.number("nth")
    if not match.lexeme("unit").text.startswith("месяц") or match.lexeme("unit").text == "месяцы" or number > 12:
        return None
    return yearly(match, "month", lambda year: month_span(year, number))


def listed_part(match: Match) -> Reading:
    """The first of «первом и втором кварталах 2025 года»."""
    kind, months = KINDS[match.lexeme("unit").kind]
    number = match.number("nth")
    return _part(match, kind, lambda year: part_span(year, number, months))


def report_period(match: Match) -> Reading | None:
    """9М24, 1К 2025, 2П24, 1H25: as financial reports write them."""
    found = _REPORT.fullmatch(match.lexeme("report").text)
    if found is None:
        return None
    number, letters, year = int(found.group(1)), found.group(2), short_year(int(found.group(3)))
    if letters in ("м", "m"):
        return Reading("period", months_span(year, 1, number)) if 1 <= number <= 12 else None
    months = _REPORT_MONTHS[letters]
    return Reading("quarter" if months == 3 else "half_year", part_span(year, number, months))


RULES = (
    Rule("report period", "(?P<report>REPORT)", report_period),
    Rule("parts of a year", "FROM?(?P<nth1>NTH)(?:DASH|UP_TO|TILL)(?P<nth>NTH)PART_UNIT TAIL?", parts_of_year),
    Rule("part of a year", "(?P<nth>NTH)PART_UNIT TAIL?", part_of_year),
    Rule("half of a year", "(?P<nth>NTH)(?P<unit>FRACTION)TAIL", part_of_year),
    Rule("half of the year", "(?P<nth>NTH)(?P<unit>FRACTION)YEARS", part_of_year),
    Rule("last part of a year", "(?P<latest>LATEST)(?P<unit>[QUARTER HALF MONTHS])(?:TAIL|YEARS)", last_part),
    Rule("numbered month", "(?P<nth>ORDINAL)(?P<unit>MONTHS)(?:TAIL|YEARS)", numbered_month),
    Rule("one of several parts", "(?P<nth>NTH)(?=(?:COMMA NTH)*(?:AND|COMMA)NTH PART_UNIT TAIL?)", listed_part),
)
