"""Rules for parts of a year: quarters, half-years, «10 месяцев 2025 года», «три квартала», «9М24»."""

import re
from collections.abc import Callable
from datetime import timedelta

from pipeline.finding.dates.choice import direction
from pipeline.finding.dates.months import yearly
from pipeline.finding.dates.reading import Match, Reading, Rule
from pipeline.finding.dates.spans import Span, months_span, part_span, shifted
from pipeline.finding.dates.years import short_year, states_year
from pipeline.records import DateKind

KINDS: dict[str, tuple[DateKind, int]] = {
    "quarter": ("quarter", 3), "half": ("half_year", 6), "fraction": ("half_year", 6),
}  # fmt: skip
#: «за три квартала» is of this year while its end is not longer ago than this; else it is just a length of time.
RECENT = timedelta(days=125)
#: Before «N месяцев» these say a length of time, not the months since January.
_LENGTHS = frozenset({"on", "through", "till", "from", "off", "after", "by", "up_to"})
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


def listed_part(match: Match) -> Reading:
    """The first of «первом и втором кварталах 2025 года»."""
    kind, months = KINDS[match.lexeme("unit").kind]
    number = match.number("nth")
    return _part(match, kind, lambda year: part_span(year, number, months))


def lone_half(match: Match) -> Reading | None:
    """за полугодие, итоги полугодия, за полгода: the first half of the year, where it ended not long ago."""
    if not (match.before().kind == "over" or _is_subject(match)) or match.tense > 0:
        return None
    if match.published is None:
        return Reading("half_year", relative=True)
    ended = [part_span(match.published.year + years, 1, 6) for years in (-1, 0)]
    span = ended[match.published >= ended[1].last - timedelta(days=1)]
    if match.has("word") and match.published - span.last > RECENT:
        return None
    return Reading("half_year", span, relative=True)


def months_of_year(match: Match) -> Reading:
    """10 месяцев 2025 года, девять месяцев прошлого года, первые два квартала 2025 г."""
    count = _months(match)
    if not (count == int(count) and 1 <= count <= 12):
        raise ValueError(f"a year has no {count} months")
    months = int(count)
    if match.has("latest"):
        return yearly(match, "period", lambda year: months_span(year, 13 - months, 12))
    return yearly(match, "period", lambda year: months_span(year, 1, months))


def months_to_date(match: Match) -> Reading | None:
    """за девять месяцев, одиннадцать месяцев, за три квартала: since January, where they ended not long ago."""
    count = _months(match)
    if match.before().kind in _LENGTHS or not (count == int(count) and 2 <= count <= 12):
        return None
    if match.published is None:
        return Reading("period", relative=True) if match.before().kind == "over" or match.has("first") else None
    ended = [months_span(match.published.year + years, 1, int(count)) for years in (-1, 0)]
    spans = [span for span in ended if span.last <= match.published + timedelta(days=1)]
    if not spans or match.tense > 0 or match.published - spans[-1].last > RECENT:
        return None
    if not (match.has("first") or match.before().kind in ("over", "particle", "same") or _is_subject(match)):
        return None
    return Reading("period", spans[-1], relative=True)


def _is_subject(match: Match) -> bool:
    """«закончили одиннадцать месяцев без потерь», «итоги девяти месяцев»: said of itself, no length of anything."""
    return match.before().text.startswith(("итог", "результат", "закончи", "заверши", "данны", "отчет"))


def _months(match: Match) -> float:
    if match.has("half_year"):
        return 6
    per_unit = {"months": 1, "quarter": 3, "half": 6}[match.lexeme("unit").kind]
    return match.value("count") * per_unit if match.has("count") else per_unit


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


def latest_months(match: Match) -> Reading:
    """последние три месяца, прошедшие полгода: up to publication; ближайшие три года: from it on."""
    if match.published is None:
        return Reading("period", relative=True)
    months = {"months": 1, "quarter": 3, "half": 6, "years": 12, "decade": 120}
    days = {"days": 1, "week": 7}
    unit = "half" if match.has("half_year") else match.lexeme("unit").kind
    count = match.value("count") if match.has("count") else 1.0
    ahead = match.has("nearest")
    if unit in days:
        distance = timedelta(days=int(count * days[unit]))
        other = match.published + distance if ahead else match.published - distance
    else:
        other = shifted(match.published, months=int(count * months[unit]) * (1 if ahead else -1))
    first, last = sorted((other, match.published))
    return Reading("period", Span(first, last), relative=True, anchors=False)


RULES = (
    Rule("report period", "(?P<report>REPORT)", report_period),
    Rule("parts of a year", "FROM?(?P<nth1>NTH)(?:DASH|UP_TO|TILL)(?P<nth>NTH)PART_UNIT TAIL?", parts_of_year),
    Rule("part of a year", "(?P<nth>NTH)PART_UNIT TAIL?", part_of_year),
    Rule("half of a year", "(?P<nth>NTH)(?P<unit>FRACTION)TAIL", part_of_year),
    Rule("half of the year", "(?P<nth>NTH)(?P<unit>FRACTION)YEARS", part_of_year),
    Rule("half-year", "HALF|(?P<word>HALF_YEAR_WORD)", lone_half),
    Rule("one of several parts", "(?P<nth>NTH)(?=(?:COMMA NTH)*(?:AND|COMMA)NTH PART_UNIT TAIL?)", listed_part),
    Rule(
        "months of a year",
        """(?:ORDINAL|(?P<latest>LATEST))?
        (?:(?P<count>COUNT)ORDINAL?(?P<unit>[MONTHS QUARTER])|(?P<half_year>HALF_YEAR_WORD))TAIL""",
        months_of_year,
    ),
    Rule("months to date", "(?P<first>ORDINAL)?(?P<count>COUNT)(?:ORDINAL)?(?P<unit>[MONTHS QUARTER])", months_to_date),
    Rule(
        "latest stretch",
        """(?:(?P<latest>LATEST)|(?P<nearest>NEAREST))
        (?:(?P<count>COUNT)(?P<unit>UNIT)|(?P<half_year>HALF_YEAR_WORD))""",
        latest_months,
    ),
)
