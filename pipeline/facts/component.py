"""The spaCy component `svodka_facts`: entities, dates and quantities of a Doc → `doc._.facts`."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.facts.finder import find_facts
from pipeline.facts.findings import Findings
from pipeline.finding.values import values_of
from pipeline.resolving.entities import Entities


class FactFinder:
    """Sets `doc._.facts` to the facts that the quantities of a Doc state, as records."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts = tuple(find_facts(doc, findings_of(doc)))
        return doc


def findings_of(doc: Doc) -> Findings:
    """Return what the steps before have found in a Doc."""
    entities: Entities = doc._.entities or Entities()
    values = values_of(doc)
    return Findings(
        organizations=entities.organizations,
        locations=entities.locations,
        people=entities.people,
        dates=values.dates,
        quantities=values.quantities,
    )


@Language.factory("svodka_facts", requires=["doc.spans", "doc._.entities"], assigns=["doc._.facts"])
def create_facts(nlp: Language, name: str) -> FactFinder:
    """Make the component."""
    return FactFinder()
