"""All rules in the order in which they are tried; the first answer wins."""

from pipeline.finding.dates import days, lengths, long, months, parts, pieces, relative
from pipeline.finding.dates.reading import Rule

RULES: tuple[Rule, ...] = (
    *days.FULL_DAYS,
    *relative.FIRST,
    *pieces.RULES,
    *months.RULES,
    *parts.RULES,
    *long.RULES,
    *relative.RULES,
    *days.NEAR_DAYS,
    *lengths.RULES,
)
