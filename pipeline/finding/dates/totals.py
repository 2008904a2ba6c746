"""Rules for so many units in a row: «10 месяцев 2025 года», «за девять месяцев», «последние три года»,
and «полугодие»."""

from datetime import timedelta

from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.months import yearly
from pipeline.finding.dates.reading import Match, Rule
from pipeline.finding.dates.spans import Span, months_span, part_span, shifted

#: «за три квартала» is of this year while its end is not longer ago than this; else it is just a length of time.
RECENT = timedelta(days=125)
#: Before «N месяцев» these say a length of time, not the months since January.
_LENGTHS = frozenset({"on", "through", "till", "from", "off", "after", "by", "up_to"})
#: Quarters are reported on this much later than months.
_LATE = timedelta(days=30)


def lone_half(match: Match) -> Reading | None:
    """за полугодие, итоги полугодия, за полгода: the first half of the year, where it ended not long ago."""
    if not (match.before().kind == "over" or _is_subject(match)) or _is_to_come(match):
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
    late = _LATE if match.lexeme("unit").kind == "quarter" else timedelta()
    if not spans or _is_to_come(match) or match.published - spans[-1].last > RECENT + late:
        return None
    if not (match.has("first") or match.before().kind in ("over", "particle", "same") or _is_subject(match)):
        return None
    return Reading("period", spans[-1], relative=True)


def _is_to_come(match: Match) -> bool:
    """Tell «за девять месяцев построит»; in «за девять месяцев – 74 млрд; на год намечено» no verb speaks of it."""
    return match.tense > 0 and match.after().kind != "dash"


def _is_subject(match: Match) -> bool:
    """«закончили одиннадцать месяцев без потерь», «за эти семь месяцев»: said of itself, no length of anything."""
    if match.before().text in ("эти", "этих") or match.after(1).text == "цифрах":
        return True
    return match.before().text.startswith(("итог", "результат", "закончи", "заверши", "данны", "отчет"))


def _months(match: Match) -> float:
    if match.has("half_year"):
        return 6
    per_unit = {"months": 1, "quarter": 3, "half": 6}[match.lexeme("unit").kind]
    return match.value("count") * per_unit if match.has("count") else per_unit


def latest_months(match: Match) -> Reading | None:
    """последние три месяца, прошедшие полгода: up to publication; ближайшие три года: from it on."""
    if match.has("shift") and match.number("shift") == 0:
        return None  # «эти три года»
    if match.published is None:
        return Reading("period", relative=True)
    months = {"months": 1, "quarter": 3, "half": 6, "years": 12, "decade": 120}
    days = {"days": 1, "week": 7}
    unit = "half" if match.has("half_year") else match.lexeme("unit").kind
    count = match.value("count") if match.has("count") else 1.0
    ahead = match.has("nearest") or (match.has("shift") and match.number("shift") > 0)
    if unit in days:
        distance = timedelta(days=int(count * days[unit]))
        other = match.published + distance if ahead else match.published - distance
    else:
        other = shifted(match.published, months=int(count * months[unit]) * (1 if ahead else -1))
    first, last = sorted((other, match.published))
    return Reading("period", Span(first, last), relative=True, anchors=False)


RULES = (
    Rule("half-year", "HALF|(?P<word>HALF_YEAR_WORD)", lone_half),
    Rule(
        "months of a year",
        """(?:ORDINAL|(?P<latest>LATEST))?
        (?:(?P<count>COUNT)ORDINAL?(?P<unit>[MONTHS QUARTER])|(?P<half_year>HALF_YEAR_WORD))TAIL""",
        months_of_year,
    ),
    Rule("months to date", "(?P<first>ORDINAL)?(?P<count>COUNT)(?:ORDINAL)?(?P<unit>[MONTHS QUARTER])", months_to_date),
    Rule(
        "latest stretch",
        """(?:(?P<latest>LATEST)|(?P<nearest>NEAREST)|(?P<shift>SHIFT))
        (?:(?:(?P<count>COUNT)|(?<=OVER LATEST))(?P<unit>UNIT)|(?P<half_year>HALF_YEAR_WORD))""",
        latest_months,
    ),
)
