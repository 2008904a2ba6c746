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
class SurnameEnding:
    """A form that surnames have: `pattern` keeps in its group what the nominative has before `nominative`."""

    pattern: re.Pattern[str]
    nominative: str
    gender: str
    cases: frozenset[str]


@cache
def surname_endings() -> tuple[SurnameEnding, ...]:
    """Return the forms of surnames and patronymics (surnames.csv)."""
    return tuple(
        SurnameEnding(
            re.compile(rf"(.*(?:{row['stems']})){row['ending']}"),
            row["nominative"],
            row["gender"],
            frozenset(row["cases"].split()),
        )
        for row in csv_rows("people/surnames.csv")
    )
