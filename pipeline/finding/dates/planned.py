"""Rules for a unit that the report gives a place: «за год», «за месяц», «план на весь год», «по итогам нынешнего»,
«чем в первом»."""

from datetime import timedelta

from pipeline.finding.dates.agreement import is_genitive, stands_alone
from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, part_span, shifted, year_span
from pipeline.finding.dates.tense import is_one_of
from pipeline.finding.dates.units import MONTHS, UNIT_KINDS, unit_around
from pipeline.finding.dates.years import NEW_YEAR

#: A year that is just over is spoken of so far into the next.
NEXT_HALF = (1, 2, 3, 4, 5, 6)
#: A subject of so many words may stand between «на год» and its verb.
SUBJECT = 4
_PARTS: dict[str, int] = {"quarter": 3, "half_year": 6}
#: «за месяц», «за год» in a report on a month or a year is that one while it is over no longer than so many days.
LATELY = {"months": 50, "quarter": 120, "years": 180}


def over_unit(match: Match) -> Reading | None:
    """за год, за неделю, выросла за три года: up to publication, or the one that the text reports on."""
    counted = match.has("count")
    if match.published is None or (counted and (is_genitive(match.after().text) or _is_accomplished(match))):
        return None  # «за девять лет строительства», «построен за два года» are lengths
    unit, count = match.lexeme("unit").kind, match.value("count") if counted else 1.0
    if match.tense > 0:
        coming = Reading("year", year_span(match.published.year), relative=True, anchors=False)
        return coming if unit == "years" and not counted else None  # «соберёт за год 22 млрд»
    if unit == "days":
        day = match.published - timedelta(days=1)
        return Reading("day", Span(day, day), relative=True, anchors=False) if match.tense and count == 1 else None
    if unit == "week":
        if not counted and match.after().kind == "from" and match.after(1).kind in ("small", "small_th", "ordinal"):
            return None  # «за неделю с 29 марта по 4 апреля»: the days follow
        first = match.published - timedelta(days=int(7 * count))
        return Reading("week", Span(first, match.published), relative=True, anchors=False)
    reported = None if counted else _reported(match, unit)
    if reported is not None:
        return reported
    if counted and match.tense == 0:
        return None
    first = shifted(match.published, months=-int(MONTHS[unit] * count))
    return Reading("period", Span(first, match.published), relative=True, anchors=False)


def _is_accomplished(match: Match) -> bool:
    """«Проект реализован за 14 месяцев», «завод построили за два года.»: how long it took; nothing else is counted."""
    done = is_one_of(match.before(2).text, "accomplished")
    return done and match.after().kind in ("dot", "comma", "and", "newline", "edge", "close")


def _reported(match: Match, unit: str) -> Reading | None:
    """The month, quarter or year that the text reports on. Early in a year «за год» is the year before."""
    assert match.published is not None
    span = match.context.latest(UNIT_KINDS[unit])
    if span is not None and (match.published - span.last).days <= LATELY[unit]:
        return Reading(UNIT_KINDS[unit], span, relative=True, anchors=False)
    if unit == "years" and match.published.month in NEW_YEAR:
        return Reading("year", year_span(match.published.year - 1), relative=True, anchors=False)
    if unit == "quarter":  # «инвестиции за квартал – 9,7 млрд»: quarters are reported on as they are in the calendar
        return Reading("quarter", unit_around(unit, match.published, -1), relative=True, anchors=False)
    return None


def results_of_unit(match: Match) -> Reading | None:
    """итоги месяца, по итогам квартала: the one spoken of, else the one just over."""
    if not match.before().text.startswith("итог"):
        return None
    unit = match.lexeme("unit").kind
    kind = UNIT_KINDS[unit]
    if match.published is None:
        return Reading(kind, relative=True)
    return _reported(match, unit) or Reading(kind, unit_around(unit, match.published, -1), relative=True)


def plan_of_year(match: Match) -> Reading | None:
    """план на год, план на весь год, итоги года, начали год: that of publication; after New Year, the one just over."""
    if match.closing.text not in ("год", "года"):
        return None
    before, ends = match.before(), _borders(match, "year_ends")
    of_year = before.text.startswith(("итог", "план", "событи", "результат"))
    if not (of_year or ends or _is_planned(match) or _borders(match, "year_begins")):
        return None
    if match.published is None:
        return Reading("year", relative=True)
    to_come = before.text.startswith("итог") and match.tense > 0  # «по итогам года рассчитываем на 70 тысяч»
    over = (of_year and not before.text.startswith("план") and not to_come) or ends
    results = before.text.startswith(("итог", "результат")) and match.tense < 0
    months = NEXT_HALF if (ends and match.tense < 0) or results else NEW_YEAR
    return Reading("year", year_span(match.published.year - (over and match.published.month in months)), relative=True)


def _borders(match: Match, group: str) -> bool:
    """«начали год бодро», «год закончился убытком»; not «за год открыли»."""
    around = (match.before(), match.after())
    return match.before().kind != "over" and any(is_one_of(item.text, group) for item in around)


def _is_planned(match: Match) -> bool:
    """«план на год», «заявки на весь год», «за весь год потратим», «на год запланировано», «на год Минфин наметил»."""
    if match.before().text == "весь":
        return match.before(2).kind == "on" or (match.before(2).kind == "over" and match.tense > 0)
    if match.before().kind != "on":
        return False
    planned = match.before(2).text.startswith(("план", "прогноз", "бюджет", "цел", "лимит"))
    after = match.verb is not None and not match.verb.before and match.verb.steps <= SUBJECT
    verb = any(is_one_of(match.after(distance).text, "coming") for distance in range(SUBJECT)) if after else False
    return planned or verb


def elliptic_part(match: Match) -> Reading | None:
    """чем в первом, чем за второй: «квартал» or «полугодие» is left out, where one was just spoken of."""
    last = match.context.last
    if last is None or last.span is None or last.kind not in _PARTS:
        return None
    if not stands_alone(match.closing.text, match.after()):
        return None
    return Reading(last.kind, part_span(last.span.first.year, match.number("nth"), _PARTS[last.kind]), relative=True)


def elliptic_shift(match: Match) -> Reading | None:
    """чем в прошлом, на нынешний заложено, по итогам нынешнего: «год» is left out, where one was just spoken of."""
    last, shift, before = match.context.last, match.number("shift"), match.before()
    led = before.kind in ("in", "on", "over") or before.text.startswith("итог")
    if not led or last is None or not (last.kind == "year" or _is_end_of_year(last)):
        return None
    if match.published is None or abs(shift) > 1 or match.closing.text == "это":
        return None
    if not stands_alone(match.closing.text, match.after()):
        return None
    return Reading("year", year_span(match.published.year + shift), relative=True)


def _is_end_of_year(reading: Reading) -> bool:
    """Tell the day of «до конца года отольём 60 тыс. тонн, в следующем – 300»."""
    last = reading.span.last if reading.span is not None else None
    return reading.relative and last is not None and (last.month, last.day) == (12, 31)


RULES = (
    Rule("elliptic part", "(?<=[IN OVER])(?P<nth>ORDINAL)", elliptic_part),
    Rule("elliptic shift", "(?P<shift>SHIFT)", elliptic_shift),
    Rule("plan of the year", "(?P<unit>YEARS)", plan_of_year),
    Rule("results of a unit", "(?P<unit>[MONTHS QUARTER])", results_of_unit),
    Rule("stretch over a unit", "(?<=OVER)(?P<count>COUNT)?(?P<unit>[DAYS WEEK MONTHS QUARTER YEARS])", over_unit),
)
