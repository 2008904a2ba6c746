"""The nominative of a place's name, by what the place table knows; looked up once a form."""

from functools import lru_cache

from pipeline.knowledge.places import PlaceTable
from pipeline.language.inflection import nominative


@lru_cache(maxsize=10_000)
def nominative_place(text: str, cases: frozenset[str], table: PlaceTable) -> str:
    """Return the nominative of a place's name in one of the cases that the context allows; none for no knowledge."""
    return nominative(text, cases=cases, known=table.__contains__)
