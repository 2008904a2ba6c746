"""Names in their nominative form: phrases (head and agreeing words), people, and how a form keeps its letters."""

from pipeline.language.inflection.people import nominative_person
from pipeline.language.inflection.phrases import nominative

__all__ = ["nominative", "nominative_person"]
