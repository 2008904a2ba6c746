"""Rules for what refers to the stretch last spoken of: «аналогичный период прошлого года», «годом ранее»,
«тот же срок», «отчётный период», «предыдущий квартал», «к той же дате прошлого года»."""

from datetime import date, timedelta

from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.lengths import INSTRUMENTAL
from pipeline.finding.dates.reading import COMPARING, Match, Rule
from pipeline.finding.dates.relative import moved_publication
from pipeline.finding.dates.spans import moved
from pipeline.finding.dates.units import MONTHS, UNIT_KINDS, unit_around
from pipeline.finding.dates.years import stated_year, states_year
from pipeline.records import DateKind

_SINGULAR = frozenset({"месяц", "месяца", "месяце", "месяцу", "месяцем"})


def neighbour_unit(match: Match) -> Reading:
    """предыдущему кварталу, предыдущем году: before the stretch last spoken of."""
    unit, shift = match.lexeme("unit").kind, match.number("shift")
    anchor = match.context.anchor
    if anchor is not None and anchor.span is not None and _is_of_unit(anchor, unit):
        return Reading(UNIT_KINDS[unit], unit_around(unit, anchor.span.first, shift), relative=True)
    if match.published is None:
        return Reading(UNIT_KINDS[unit], relative=True)
    return Reading(UNIT_KINDS[unit], unit_around(unit, match.published, shift), relative=True)


def _is_of_unit(anchor: Reading, unit: str) -> bool:
    """Tell a quarter said as such or as «апреле–июне»."""
    return anchor.kind == UNIT_KINDS[unit] or (unit == "quarter" and _months_of(anchor) == MONTHS[unit])


def same_stretch(match: Match) -> Reading | None:
    """аналогичном периоде прошлого года, того же периода 2024 года, тот же период."""
    first, second = match.context.lexemes.items[match.first : match.first + 2]
    if match.closing.text == "месяцы" or (first.text.startswith("так") and second.kind != "particle"):
        return None  # «такие сроки»
    anchor = _anchor_of_length(match)
    kind: DateKind = anchor.kind if anchor else "period"
    if anchor is None or anchor.span is None:
        return None if match.has("unit") and not states_year(match) else Reading("period", relative=True)
    if not states_year(match):
        return _moved_anchor(anchor, "years", -1) if _is_of_year_before(match) else _repeated(anchor)
    year = stated_year(match)
    if year is None:
        return Reading(kind, relative=True)
    there = moved(anchor.span, months=12 * (year - anchor.span.last.year))
    return Reading(kind, there, relative=True, anchors=False)


def _is_of_year_before(match: Match) -> bool:
    """«аналогичный период» is of the year before, without a word of it; «тот же период» is the same one."""
    alike = match.context.lexemes.items[match.first].text.startswith("аналогичн")
    return match.has("season") or (alike and not match.has("unit"))


def _repeated(anchor: Reading) -> Reading:
    return Reading(anchor.kind, anchor.span, relative=True)


def last_years_stretch(match: Match) -> Reading | None:
    """прошлогоднему периоду, прошлогоднему полугодию."""
    anchor = _anchor_of_length(match)
    return _moved_anchor(anchor, "years", -1) if anchor else Reading("period", relative=True)


def reported_stretch(match: Match) -> Reading | None:
    """отчётный период: what the text reports on."""
    anchor = match.context.anchor
    if not match.lexeme("adjective").text.startswith("отчетн"):
        return None
    return _repeated(anchor) if anchor else Reading("period", relative=True)


def same_day(match: Match) -> Reading | None:
    """той же дате прошлого года, аналогичную дату 2024 года."""
    day = next((item for item in reversed(match.context.read) if item.kind == "day" and item.span is not None), None)
    year = stated_year(match)
    if day is None or day.span is None or year is None:
        return None if match.published is not None else Reading("day", relative=True)
    return Reading("day", moved(day.span, months=12 * (year - day.span.last.year)), relative=True, anchors=False)


def _anchor_of_length(match: Match) -> Reading | None:
    """The stretch last spoken of; with «те же два месяца», «тот же квартал» the last one that is so long."""
    several = match.has("unit") and match.lexeme("unit").kind == "months" and not match.has("count")
    if not match.has("unit") or (several and match.lexeme("unit").text not in _SINGULAR):
        return match.context.anchor if match.tense > 0 else match.context.begun
    unit = match.lexeme("unit").kind
    months = MONTHS.get(unit, 0) * (match.value("count") if match.has("count") else 1)
    alike = [item for item in match.context.read if item.anchors and months and _months_of(item) == months]
    over = [item for item in alike if match.published and item.span and item.span.last <= match.published]
    if over:  # «те же три месяца» of the report, not those compared with
        return max(over, key=lambda item: item.span.last if item.span else date.min)
    return next(reversed(alike), None)


def _months_of(reading: Reading) -> int | None:
    """How many whole months a reading covers; None where it does not."""
    if reading.span is None or reading.span.first.day != 1:
        return None
    first, end = reading.span.first, reading.span.last + timedelta(days=1)
    return (end.year - first.year) * 12 + end.month - first.month if end.day == 1 else None


def earlier(match: Match) -> Reading | None:
    """годом ранее, месяцем ранее, двумя годами ранее: the stretch last spoken of, moved back."""
    if match.has("count") and match.lexeme("unit").text in INSTRUMENTAL and match.value("count") != 1:
        return None  # «против 362 годом ранее»
    unit, count = match.lexeme("unit").kind, int(match.value("count")) if match.has("count") else 1
    anchor = match.context.state if unit not in ("days", "week") else None
    if anchor is None or anchor.span is None:
        return moved_publication(match, unit, -count)
    return _moved_anchor(anchor, unit, -count)


def ago(match: Match) -> Reading | None:
    """год назад, три недели назад; «чем год назад» compares with the stretch last spoken of."""
    if match.has("count") and match.lexeme("unit").text == "год" and match.value("count") % 10 != 1:
        return None  # «было 34 год назад»
    unit, count = match.lexeme("unit").kind, match.value("count") if match.has("count") else 1.0
    anchor = match.context.state
    if match.before().text in COMPARING and anchor is not None and unit in MONTHS:
        return _moved_anchor(anchor, unit, -int(count))
    return moved_publication(match, unit, -count)


def _moved_anchor(anchor: Reading, unit: str, count: int) -> Reading:
    assert anchor.span is not None
    return Reading(anchor.kind, moved(anchor.span, months=MONTHS[unit] * count), relative=True, anchors=False)


FIRST = (
    Rule(
        "same stretch",
        """THE_SAME(?:PERIOD|(?P<count>COUNT)?(?P<unit>[MONTHS QUARTER HALF HALF_YEAR_WORD WEEK]))
        (?:TAIL|(?P<season>SHIFT SEASON_NOUN))?""",
        same_stretch,
    ),
    Rule("same day", "THE_SAME DATE_WORD TAIL", same_day),
    Rule("last year's stretch", "LAST_YEARS(?:PERIOD|(?P<unit>[MONTHS QUARTER HALF]))", last_years_stretch),
    Rule("reported stretch", "(?P<adjective>YEAR_ADJECTIVE)PERIOD", reported_stretch),
)
RULES = (
    Rule("neighbour unit", "(?P<shift>NEIGHBOUR)(?P<unit>[YEARS WEEK MONTHS QUARTER HALF])", neighbour_unit),
    Rule("stretch earlier", "(?P<count>COUNT)?(?P<unit>UNIT)EARLIER", earlier),
    Rule("time ago", "(?P<count>COUNT)?(?P<unit>UNIT)AGO", ago),
    Rule("half a year ago", "(?P<unit>HALF_YEAR_WORD)AGO", ago),
)
