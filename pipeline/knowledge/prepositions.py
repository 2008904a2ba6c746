"""Prepositions and their cases (prepositions.csv)."""

from functools import cache

from pipeline.knowledge.reading import csv_rows


@cache
def preposition_cases() -> dict[str, frozenset[str]]:
    """Return preposition → cases that it governs."""
    return {row["preposition"]: frozenset(row["cases"].split()) for row in csv_rows("prepositions.csv")}
