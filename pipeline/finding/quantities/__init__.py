"""spaCy component `svodka_quantities`: numbers that measure or count, with their values, in `doc.spans["quantities"]`.

numbers → measures at them (units, currencies, counted nouns) → what several numbers share → rate, change, comparison.
Numbers inside dates and names are left alone where those steps ran before.
"""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.finding.annotations import annotate
from pipeline.finding.quantities.finder import QuantityFinder

__all__ = ["Quantities", "QuantityFinder", "create_quantities"]


class Quantities:
    """The component: Doc → Doc."""

    def __init__(self) -> None:
        self._finder = QuantityFinder()

    def __call__(self, doc: Doc) -> Doc:
        annotate(doc, "quantities", self._finder.find(doc), "QUANTITY")
        return doc


@Language.factory("svodka_quantities", assigns=["doc.spans"])
def create_quantities(nlp: Language, name: str) -> Quantities:
    """Make the quantities component."""
    return Quantities()
