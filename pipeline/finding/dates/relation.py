"""The relation that the words before a date state: by, until, since, after, before."""

from pipeline.finding.dates.context import Reading
from pipeline.finding.dates.reading import Match
from pipeline.records import Relation

_RELATIONS: dict[str, Relation] = {
    "by": "by", "till": "until", "from": "since", "after": "after", "before": "before", "earlier": "before",
}  # fmt: skip
_INSTRUMENTAL = ("ым", "им", "ом", "ем", "ём")
_CALENDAR = frozenset({"day", "week", "month", "quarter", "half_year", "year", "period", "decade", "century"})


def relation_of(match: Match, reading: Reading) -> Relation | None:
    """Return the relation of a date; None for lengths, ranges and comparisons («103,1% к 2024 году»)."""
    if reading.kind not in _CALENDAR:
        return None
    before = match.before()
    if before.text in ("позднее", "позже", "прежде"):
        return "before" if before.text == "прежде" else "by"
    found = _RELATIONS.get(before.kind)
    if found == "since" and match.context.lexemes.items[match.first].text.endswith(_INSTRUMENTAL):
        return None  # «по сравнению с прошлым годом»
    if found == "by" and match.published is not None and reading.span is not None:
        return found if reading.span.last >= match.published else None
    return found
