"""What is known of people: the head nouns of positions, the endings of surnames."""

import re
from dataclasses import dataclass
from functools import cache

from pipeline.knowledge.reading import csv_rows, toml


@cache
def position_words() -> frozenset[str]:
    """Return the head nouns of positions, as lemmas."""
    return frozenset(toml("people/positions.toml")["positions"]["words"])


@dataclass(frozen=True, slots=True)
class NameEnding:
    """A form that names have: `pattern` keeps in its group what the nominative has before `nominative`.

    `weight` tells it from other readings: 1 for what is certain.
    """

    pattern: re.Pattern[str]
    nominative: str
    gender: str
    cases: frozenset[str]
    weight: float


@cache
def surname_endings() -> tuple[NameEnding, ...]:
    """Return the forms of surnames and patronymics (surnames.csv)."""
    return _endings("people/surnames.csv")


@cache
def guessed_endings() -> tuple[NameEnding, ...]:
    """Return the forms of names that no dictionary has (declensions.csv)."""
    return _endings("people/declensions.csv")


def _endings(path: str) -> tuple[NameEnding, ...]:
    return tuple(
        NameEnding(
            re.compile(rf"(.+(?:{row['stems']})){row['ending']}"),
            row["nominative"],
            row["gender"],
            frozenset(row["cases"].split()),
            float(row.get("weight") or 1),
        )
        for row in csv_rows(path)
    )
