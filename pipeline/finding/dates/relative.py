"""Rules for what is said relative to publication or to the stretch last spoken of: «с начала года», «годом ранее»,
«аналогичный период прошлого года», «прошлой неделе», «через пять лет»."""

from datetime import timedelta

from pipeline.finding.dates.agreement import is_genitive, stands_alone
from pipeline.finding.dates.reading import COMPARING, Match, Reading, Rule
from pipeline.finding.dates.spans import Span, day_span, moved, shifted, year_span
from pipeline.finding.dates.tense import is_one_of
from pipeline.finding.dates.units import MONTHS, UNIT_KINDS, unit_around
from pipeline.finding.dates.years import NEW_YEAR, stated_year, states_year
from pipeline.records import DateKind


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
    if match.closing.text == "месяцы":
        return None
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
    read = reversed(match.context.read)
    return next((item for item in read if item.anchors and months and _months_of(item) == months), None)


def _months_of(reading: Reading) -> int | None:
    """How many whole months a reading covers; None where it does not."""
    if reading.span is None or reading.span.first.day != 1:
        return None
    first, end = reading.span.first, reading.span.last + timedelta(days=1)
    return (end.year - first.year) * 12 + end.month - first.month if end.day == 1 else None


def earlier(match: Match) -> Reading:
    """годом ранее, месяцем ранее, двумя годами ранее: the stretch last spoken of, moved back."""
    unit, count = match.lexeme("unit").kind, int(match.value("count")) if match.has("count") else 1
    anchor = match.context.state if unit not in ("days", "week") else None
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
    anchor = match.context.state
    if match.before().text in COMPARING and anchor is not None and unit in MONTHS:
        return _moved_anchor(anchor, unit, -int(count))
    return _moved_publication(match, unit, -count)


def ahead(match: Match) -> Reading | None:
    """через пять лет, спустя год: counted from publication, where the clause is not of the past."""
    if match.tense < 0 or match.before().text == "спустя" or match.after().kind == "after":
        return None
    return _moved_publication(match, match.lexeme("unit").kind, match.value("count") if match.has("count") else 1.0)


def over_unit(match: Match) -> Reading | None:
    """за год, за неделю, выросла за три года: up to publication. Early in a year «за год» is the year before."""
    if match.published is None or match.tense > 0 or (match.has("count") and is_genitive(match.after().text)):
        return None  # «за девять лет строительства» is a length
    unit, count = match.lexeme("unit").kind, match.value("count") if match.has("count") else 1.0
    if unit == "days":
        day = match.published - timedelta(days=1)
        return Reading("day", Span(day, day), relative=True, anchors=False) if match.tense and count == 1 else None
    if unit == "week":
        first = match.published - timedelta(days=int(7 * count))
        return Reading("week", Span(first, match.published), relative=True, anchors=False)
    if unit == "years" and count == 1 and match.published.month in NEW_YEAR:
        return Reading("year", year_span(match.published.year - 1), relative=True, anchors=False)
    if match.has("count") and match.tense == 0:
        return None
    first = shifted(match.published, months=-int(MONTHS[unit] * count))
    return Reading("period", Span(first, match.published), relative=True, anchors=False)


def plan_of_year(match: Match) -> Reading | None:
    """план на год, итоги года, начали год: the year of publication; early in a year, the one that is over."""
    before, after = match.before(), match.after()
    of_year = before.text.startswith(("итог", "план", "событи", "результат"))
    planned = before.kind == "on" and match.before(2).text.startswith(("план", "прогноз", "бюджет", "цел", "лимит"))
    around = (before, after)
    begins, ends = (any(is_one_of(item.text, f"year_{side}") for item in around) for side in ("begins", "ends"))
    if match.closing.text not in ("год", "года") or not (of_year or planned or begins or ends):
        return None
    if match.published is None:
        return Reading("year", relative=True)
    over = (of_year and not before.text.startswith("план")) or ends
    year = match.published.year - (over and match.published.month in NEW_YEAR)
    return Reading("year", year_span(year), relative=True)


def elliptic_shift(match: Match) -> Reading | None:
    """чем в прошлом, на нынешний заложено: «год» is left out, where a year was just spoken of."""
    last, shift = match.context.last, match.number("shift")
    if match.before().kind not in ("in", "on", "over") or last is None or last.kind != "year":
        return None
    if match.published is None or abs(shift) > 1 or match.closing.text == "это":
        return None
    if not stands_alone(match.closing.text, match.after()):
        return None
    return Reading("year", year_span(match.published.year + shift), relative=True)


def new_year(match: Match) -> Reading | None:
    """в новом году: the one that has just begun or is about to; «до Нового года» is its eve."""
    if match.closing.text in _PLURALS:
        return None
    published, holiday = match.published, match.lexeme("new").capital and match.before().kind in _AROUND
    if published is None:
        return Reading("day" if holiday else "year", relative=True)
    year = published.year + (published.month > 6)
    if holiday:
        return Reading("day", day_span(year - 1, 12, 31), relative=True)
    return Reading("year", year_span(year), relative=True) if match.before().kind in ("in", "on", "by") else None


_PLURALS = frozenset({"годы", "годов", "годам", "годах", "годами", "лет"})
_AROUND = frozenset({"till", "by", "after", "before", "on", "from"})
FIRST = (
    Rule(
        "same stretch",
        "SAME PARTICLE?(?:PERIOD|(?P<count>COUNT)?(?P<unit>[MONTHS QUARTER HALF WEEK]))TAIL?",
        same_stretch,
    ),
)
RULES = (
    Rule("neighbour unit", "(?P<shift>NEIGHBOUR)(?P<unit>[YEARS WEEK MONTHS QUARTER HALF])", neighbour_unit),
    Rule("shifted unit", "(?P<shift>SHIFT)(?P<unit>[WEEK MONTHS QUARTER HALF DECADE CENTURY])", shifted_unit),
    Rule("stretch earlier", "(?P<count>COUNT)?(?P<unit>UNIT)EARLIER", earlier),
    Rule("time ago", "(?P<count>COUNT)?(?P<unit>UNIT)AGO", ago),
    Rule("half a year ago", "(?P<unit>HALF_YEAR_WORD)AGO", ago),
    Rule("new year", "(?P<new>NEW)YEARS", new_year),
    Rule("elliptic shift", "(?P<shift>SHIFT)", elliptic_shift),
    Rule("time ahead", "(?<=THROUGH)(?P<count>COUNT)?(?P<unit>UNIT)", ahead),
    Rule("plan of the year", "(?P<unit>YEARS)", plan_of_year),
    Rule("stretch over a unit", "(?<=OVER)(?P<count>COUNT)?(?P<unit>[DAYS WEEK MONTHS QUARTER YEARS])", over_unit),
)
