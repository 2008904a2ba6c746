"""Rules for what is said relative to publication: «прошлой неделе», «через пять лет», «в новом году»."""

from datetime import timedelta

from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, day_span, shifted, year_span
from pipeline.finding.dates.units import MONTHS, UNIT_KINDS, unit_around


def shifted_unit(match: Match) -> Reading:
    """прошлой неделе, этом месяце, следующем квартале, минувшем полугодии."""
    unit, kind = match.lexeme("unit").kind, UNIT_KINDS[match.lexeme("unit").kind]
    if match.published is None:
        return Reading(kind, relative=True)
    return Reading(kind, unit_around(unit, match.published, match.number("shift")), relative=True)


def moved_publication(match: Match, unit: str, count: float) -> Reading:
    """Return the day so many units from publication."""
    if match.published is None:
        return Reading("day", relative=True)
    if unit in ("days", "week"):
        day = match.published + timedelta(days=int(count * (7 if unit == "week" else 1)))
    else:
        day = shifted(match.published, months=int(count * MONTHS[unit]))
    return Reading("day", Span(day, day), relative=True, anchors=False)


def ahead(match: Match) -> Reading | None:
    """через пять лет, спустя год: counted from publication, where the clause is not of the past."""
    if match.tense < 0 or match.before().text == "спустя" or match.after().kind == "after":
        return None
    return moved_publication(match, match.lexeme("unit").kind, match.value("count") if match.has("count") else 1.0)


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
RULES = (
    Rule("shifted unit", "(?P<shift>SHIFT)(?P<unit>[WEEK MONTHS QUARTER HALF DECADE CENTURY])", shifted_unit),
    Rule("new year", "(?P<new>NEW)YEARS", new_year),
    Rule("time ahead", "(?<=THROUGH)(?P<count>COUNT)?(?P<unit>UNIT)", ahead),
)
