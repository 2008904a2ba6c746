"""Rules for what is said relative to publication or to the stretch last spoken of: «с начала года», «годом ранее»,
«аналогичный период прошлого года», «прошлой неделе», «через пять лет»."""

from datetime import date, timedelta

from pipeline.finding.dates.months import month
from pipeline.finding.dates.reading import COMPARING, Match, Reading, Rule
from pipeline.finding.dates.spans import (
    Span,
    month_span,
    moved,
    part_span,
    shifted,
    thirds,
    week_span,
    year_span,
    years_span,
)
from pipeline.finding.dates.years import is_relative, stated_year, states_year
from pipeline.records import DateKind

UNIT_KINDS: dict[str, DateKind] = {
    "days": "day", "week": "week", "months": "month", "quarter": "quarter", "half": "half_year", "years": "year",
    "decade": "decade", "century": "century",
}  # fmt: skip
MONTHS = {"months": 1, "quarter": 3, "half": 6, "years": 12, "decade": 120, "century": 1200}


def unit_around(unit: str, day: date, shift: int) -> Span:
    """Return the unit that contains a day, or one so many further: «этот квартал», «прошлая неделя»."""
    if unit == "days":
        return Span(day + timedelta(days=shift), day + timedelta(days=shift))
    if unit == "week":
        return week_span(day + timedelta(days=7 * shift))
    there = shifted(day.replace(day=1), months=MONTHS[unit] * shift)
    if unit == "months":
        return month_span(there.year, there.month)
    if unit in ("quarter", "half"):
        months = MONTHS[unit]
        return part_span(there.year, (there.month - 1) // months + 1, months)
    if unit == "years":
        return year_span(there.year)
    width = 10 if unit == "decade" else 100
    return years_span(there.year - there.year % width, there.year - there.year % width + width - 1)


def shifted_unit(match: Match) -> Reading:
    """прошлой неделе, этом месяце, следующем квартале, минувшем полугодии."""
    unit, kind = match.lexeme("unit").kind, UNIT_KINDS[match.lexeme("unit").kind]
    if match.published is None:
        return Reading(kind, relative=True)
    return Reading(kind, unit_around(unit, match.published, match.number("shift")), relative=True)


def neighbour_unit(match: Match) -> Reading:
    """предыдущему кварталу, предыдущем году: before the stretch last spoken of."""
    unit, shift = match.lexeme("unit").kind, match.number("shift")
    anchor = match.context.anchor
    if anchor is not None and anchor.span is not None and anchor.kind == UNIT_KINDS[unit]:
        return Reading(anchor.kind, unit_around(unit, anchor.span.first, shift), relative=True)
    if match.published is None:
        return Reading(UNIT_KINDS[unit], relative=True)
    return Reading(UNIT_KINDS[unit], unit_around(unit, match.published, shift), relative=True)


def same_stretch(match: Match) -> Reading | None:
    """аналогичном периоде прошлого года, того же периода 2024 года, тот же период."""
    anchor = _anchor_of_length(match)
    kind: DateKind = anchor.kind if anchor else "period"
    if anchor is None or anchor.span is None:
        return None if match.has("unit") and not states_year(match) else Reading("period", relative=True)
    if not states_year(match):
        return Reading(kind, anchor.span, relative=True)
    year = stated_year(match)
    if year is None:
        return Reading(kind, relative=True)
    there = moved(anchor.span, months=12 * (year - anchor.span.last.year))
    return Reading(kind, there, relative=True, anchors=False)


def _anchor_of_length(match: Match) -> Reading | None:
    """The stretch last spoken of; with «те же два месяца», «тот же квартал» the last one that is so long."""
    if not match.has("unit"):
        return match.context.anchor
    unit = match.lexeme("unit").kind
    months = MONTHS.get(unit, 0) * (match.value("count") if match.has("count") else 1)
    return next((item for item in reversed(match.context.read) if months and _months_of(item) == months), None)


def _months_of(reading: Reading) -> int | None:
    """How many whole months a reading covers; None where it does not."""
    if reading.span is None or reading.span.first.day != 1:
        return None
    first, end = reading.span.first, reading.span.last + timedelta(days=1)
    return (end.year - first.year) * 12 + end.month - first.month if end.day == 1 else None


def earlier(match: Match) -> Reading:
    """годом ранее, месяцем ранее, двумя годами ранее: the stretch last spoken of, moved back."""
    unit, count = match.lexeme("unit").kind, int(match.value("count")) if match.has("count") else 1
    anchor = match.context.anchor if unit not in ("days", "week") else None
    if anchor is None or anchor.span is None:
        return _moved_publication(match, unit, -count)
    return _moved_anchor(anchor, unit, -count)


def _moved_anchor(anchor: Reading, unit: str, count: int) -> Reading:
    assert anchor.span is not None
    return Reading(anchor.kind, moved(anchor.span, months=MONTHS[unit] * count), relative=True, anchors=False)


def _moved_publication(match: Match, unit: str, count: float) -> Reading:
    if match.published is None:
        return Reading("day", relative=True)
    if unit in ("days", "week"):
        day = match.published + timedelta(days=int(count * (7 if unit == "week" else 1)))
    else:
        day = shifted(match.published, months=int(count * MONTHS[unit]))
    return Reading("day", Span(day, day), relative=True, anchors=False)


def ago(match: Match) -> Reading:
    """год назад, три недели назад; «чем год назад» compares with the stretch last spoken of."""
    unit, count = match.lexeme("unit").kind, match.value("count") if match.has("count") else 1.0
    anchor = match.context.anchor
    if match.before().text in COMPARING and anchor is not None and unit in MONTHS:
        return _moved_anchor(anchor, unit, -int(count))
    return _moved_publication(match, unit, -count)


def ahead(match: Match) -> Reading | None:
    """через пять лет, спустя год: counted from publication, where the clause is not of the past."""
    if match.tense < 0 or match.before().text == "спустя" or match.after().kind == "after":
        return None
    return _moved_publication(match, match.lexeme("unit").kind, match.value("count") if match.has("count") else 1.0)


def part(match: Match) -> Reading | None:
    """начало 2025 года, конце января, середине прошлого года, конца года, начала десятилетия."""
    whole = _whole(match)
    if whole is None:
        return Reading("period", relative=True)
    before, number = match.before().kind, match.number("part")
    relative = whole.relative
    if whole.span is None:
        return Reading("period", relative=relative)
    if before == "from" and number == 1 and match.published is not None and whole.span.first <= match.published:
        return Reading("period", Span(whole.span.first, match.published), relative=relative)
    if before in ("till", "by") and number != 2:
        day = whole.span.last if number == 3 else whole.span.first
        return Reading("day", Span(day, day), relative=relative, anchors=False)
    return Reading("period", thirds(whole.span, number), relative=relative, approximate=True)


def _whole(match: Match) -> Reading | None:
    """The stretch whose beginning, middle or end is said: what stands after it."""
    if match.has("month"):
        return month(match)
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


def over_unit(match: Match) -> Reading | None:
    """за год, за неделю, за месяц: up to publication."""
    if match.before().kind != "over" or match.published is None or match.tense > 0:
        return None
    unit = match.lexeme("unit").kind
    if unit == "week":
        return Reading("week", Span(match.published - timedelta(days=7), match.published), relative=True, anchors=False)
    if unit == "days":
        day = match.published - timedelta(days=1)
        return Reading("day", Span(day, day), relative=True, anchors=False)
    first = shifted(match.published, months=-MONTHS[unit])
    return Reading("period", Span(first, match.published), relative=True, anchors=False)


def plan_of_year(match: Match) -> Reading | None:
    """план на год, итоги года: the year of publication."""
    before = match.before()
    of_year = before.text.startswith(("итог", "план", "событи", "результат"))
    planned = before.kind == "on" and match.before(2).text.startswith(("план", "прогноз", "бюджет", "цел", "лимит"))
    if not (of_year or planned):
        return None
    if match.published is None:
        return Reading("year", relative=True)
    back = of_year and match.published.month <= 2 and not before.text.startswith("план")
    return Reading("year", year_span(match.published.year - back), relative=True)


def elliptic_shift(match: Match) -> Reading | None:
    """чем в прошлом: the year before, where a year was just spoken of."""
    after, last = match.after(), match.context.last
    comparing = match.before().kind == "in" and match.before(2).text in ("чем", "как", "и", "против")
    if not comparing or match.published is None:
        return None
    if after.kind not in ("dot", "comma", "edge", "newline", "close", "dash"):
        return None
    if last is None or last.kind != "year" or match.number("shift") != -1:
        return None
    return Reading("year", year_span(match.published.year - 1), relative=True)


CALENDAR_UNIT = "[WEEK MONTHS QUARTER HALF DECADE CENTURY]"
FIRST = (
    Rule(
        "same stretch",
        "SAME PARTICLE?(?:PERIOD|(?P<count>COUNT)?(?P<unit>[MONTHS QUARTER HALF WEEK]))TAIL?",
        same_stretch,
    ),
    Rule("part of a month", "(?P<nth>NTH)(?P<piece>[FRACTION TEN_DAYS])(?P<month>NAMED_MONTH)TAIL?", part_of_month),
    Rule("part of the month", "(?P<part>PART)(?P<month>NAMED_MONTH)TAIL?", part),
    Rule("part of a year", "(?P<part>PART)TAIL", part),
    Rule("part of a unit", "(?P<part>PART)(?P<shift_unit>SHIFT)?(?P<unit>UNIT)", part),
)
RULES = (
    Rule("neighbour unit", f"(?P<shift>NEIGHBOUR)(?P<unit>[YEARS {CALENDAR_UNIT[1:]})", neighbour_unit),
    Rule("shifted unit", f"(?P<shift>SHIFT)(?P<unit>{CALENDAR_UNIT})", shifted_unit),
    Rule("stretch earlier", "(?P<count>COUNT)?(?P<unit>UNIT)EARLIER", earlier),
    Rule("time ago", "(?P<count>COUNT)?(?P<unit>UNIT)AGO", ago),
    Rule("half a year ago", "(?P<unit>HALF_YEAR_WORD)AGO", ago),
    Rule("elliptic shift", "(?P<shift>SHIFT)", elliptic_shift),
    Rule("time ahead", "(?<=THROUGH)(?P<count>COUNT)?(?P<unit>UNIT)", ahead),
    Rule("plan of the year", "(?P<unit>YEARS)", plan_of_year),
    Rule("stretch over a unit", "(?P<unit>[DAYS WEEK MONTHS QUARTER YEARS])", over_unit),
)
