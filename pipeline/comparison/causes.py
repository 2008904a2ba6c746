"""Errors with their cause: what was missed, what is spurious, and what was found but is wrong.

Causes: missed, spurious; wrong boundary (a name of another extent), wrong kind (found as another kind of record, or as
another kind of organization or place), wrong value (of a date or quantity or of one of its fields, or a normal name),
wrong link (country or region of a place or organization; what a fact refers to).
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from pipeline.comparison.counts import Error, Scores

#: The cause of a wrong field of something that was found.
FIELD_CAUSES = {"kind": "wrong kind", "country": "wrong link", "subdivision": "wrong link"}


class Spanned(Protocol):
    """Whatever has a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlaps(a: Spanned, b: Spanned) -> bool:
    """Whether two spans share a character."""
    return a.start < b.end and b.start < a.end


def note_unmatched(scores: Scores, kind: str, cause: str, missed: Sequence[Any], spurious: Sequence[Any]) -> None:
    """Note the items of one kind that are in no pair; a miss and a find on one place are one error."""
    left = list(spurious)
    for item in missed:
        near = next((other for other in left if overlaps(item, other)), None)
        if near is not None:
            left.remove(near)
        scores.errors.append(
            Error(kind, "missed" if near is None else cause, _extent(item), _extent(near), _shown((item, near)))
        )
    scores.errors.extend(Error(kind, "spurious", None, _extent(item), _shown((item,))) for item in left)


def note_field(scores: Scores, kind: str, pair: tuple[Any, Any], field: str, values: tuple[Any, Any]) -> None:
    """Note that a field of a pair (gold, found) is wrong."""
    gold, found = pair
    detail = f"{field} of {_value(gold)}: {values[0] or 'none'} ≠ {values[1] or 'none'}"
    scores.errors.append(
        Error(kind, FIELD_CAUSES.get(field, "wrong value"), _extent(gold), _extent(found), detail, field=True)
    )


def name_other_kinds(scores: Scores) -> None:
    """Turn what was missed as one kind and found on the same place as another into an error of kind."""
    spurious = [error for error in scores.errors if error.cause == "spurious" and error.kind != "facts"]
    for place, error in enumerate(scores.errors):
        if error.cause != "missed" or error.gold is None or error.kind == "facts":
            continue
        other = next((o for o in spurious if o.kind != error.kind and _touch(o.found, error.gold)), None)
        if other is not None:
            spurious.remove(other)
            detail = f"{error.detail}: found as {other.kind}"
            scores.errors[place] = Error(error.kind, "wrong kind", error.gold, other.found, detail)
            scores.errors[scores.errors.index(other)] = Error(
                other.kind, "wrong kind", error.gold, other.found, f"{other.detail}: in gold as {error.kind}"
            )


def _touch(a: tuple[int, int] | None, b: tuple[int, int]) -> bool:
    return a is not None and a[0] < b[1] and b[0] < a[1]


def _extent(item: Any) -> tuple[int, int] | None:
    return None if item is None else (item.start, item.end)


def _shown(items: Iterable[Any]) -> str:
    return " ≠ ".join(_value(item) for item in items if item is not None)


def _value(item: Any) -> str:
    if hasattr(item, "entity"):
        return str(item.entity.name)
    fields = ("value", "low", "high", "dimension", "unit", "kind", "first", "last", "duration")
    return " ".join(str(getattr(item, field)) for field in fields if getattr(item, field, None) is not None)
