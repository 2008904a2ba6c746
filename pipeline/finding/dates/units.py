"""Units of the calendar: their kinds, their months, and the one around a day."""

from datetime import date, timedelta

from pipeline.finding.dates.spans import Span, month_span, part_span, shifted, week_span, year_span, years_span
from pipeline.records import DateKind

UNIT_KINDS: dict[str, DateKind] = {
    "days": "day", "week": "week", "months": "month", "quarter": "quarter", "half": "half_year", "years": "year",
    "decade": "decade", "century": "century",
}  # fmt: skip
MONTHS = {"months": 1, "quarter": 3, "half": 6, "half_year_word": 6, "years": 12, "decade": 120, "century": 1200}


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
    first = there.year - (there.year - 1) % width
    return years_span(first, first + width - 1)
