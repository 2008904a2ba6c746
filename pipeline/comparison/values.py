"""When two values are the same: numbers to one part in a million, times by their days or their duration."""

from typing import Any


def number_of(item: Any) -> tuple[float | None, ...]:
    """Return (value,) or (low, high)."""
    if item.value is not None:
        return (float(item.value),)
    return tuple(None if end is None else float(end) for end in (item.low, item.high))


def same_number(a: Any, b: Any) -> bool:
    """Whether two quantities state the same number, or the same range."""
    ours, theirs = number_of(a), number_of(b)
    return len(ours) == len(theirs) and all(map(_close, ours, theirs))


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1, abs(a))


def same_time(gold: Any, found: Any) -> bool:
    """Whether a found date has the gold date's first and last day, or its duration; any recurring date will do."""
    if gold.kind == "duration":
        return bool(gold.duration == found.duration)
    if gold.kind == "recurring":
        return True
    return (gold.first, gold.last) == (_day(found.first), _day(found.last))


def _day(day: Any) -> str | None:
    return None if day is None else str(day)
