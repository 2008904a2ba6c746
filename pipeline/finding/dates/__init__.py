"""spaCy component `svodka_dates`: calendar expressions and their values in `doc.spans["dates"]`.

lexemes (text → words and numbers with a kind) → rules (patterns over kinds → readings) → finder (readings → mentions).
Relative expressions are resolved against `doc._.published`; without it they stay without first and last.
"""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.finding.annotations import annotate
from pipeline.finding.dates.finder import DateFinder

__all__ = ["DateFinder", "Dates", "create_dates"]


class Dates:
    """The component: Doc → Doc."""

    def __init__(self) -> None:
        self._finder = DateFinder()

    def __call__(self, doc: Doc) -> Doc:
        annotate(doc, "dates", self._finder.find(doc), "DATE")
        return doc


@Language.factory("svodka_dates", assigns=["doc.spans"])
def create_dates(nlp: Language, name: str) -> Dates:
    """Make the dates component."""
    return Dates()
