"""Named rules in an explicit order: the first that answers wins, and its name is kept for the debug switch."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pipeline.finding.quantities.reading import Reading

T = TypeVar("T")


def first_answer(rules: Mapping[str, Callable[..., T | None]], reading: Reading, *context: object) -> T | None:
    """Return the answer of the first rule that has one for a reading, whose reasons take its name; else None."""
    for name, rule in rules.items():
        answer = rule(reading, *context)
        if answer is not None:
            reading.reasons.append(name)
            return answer
    return None
