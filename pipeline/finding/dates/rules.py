"""All rules in the order in which they are tried; the first answer wins."""

from pipeline.finding.dates import (
    days,
    lengths,
    long,
    months,
    parts,
    pieces,
    planned,
    relative,
    seasons,
    spoken,
    totals,
    weekdays,
)
from pipeline.finding.dates.reading import Rule

RULES: tuple[Rule, ...] = (
    *days.RULES,
    *spoken.FIRST,
    *pieces.RULES,
    *months.RULES,
    *seasons.RULES,
    *parts.RULES,
    *totals.RULES,
    *long.RULES,
    *relative.RULES,
    *spoken.RULES,
    *planned.RULES,
    *weekdays.RULES,
    *lengths.RULES,
)
