"""The spaCy component `svodka_facts`: entities, dates and quantities of a Doc → `doc._.facts`."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.facts.finder import find_facts
from pipeline.facts.findings import Findings
from pipeline.finding.annotations import annotations
from pipeline.finding.values import date_records, quantity_records
from pipeline.resolving.entities import Entities


class FactFinder:
    """Sets `doc._.facts` to the facts that the quantities of a Doc state, as records."""

    def __call__(self, doc: Doc) -> Doc:
        entities: Entities = doc._.entities or Entities()
        findings = Findings(
            organizations=entities.organizations,
            locations=entities.locations,
            people=entities.people,
            dates=date_records(doc.text, annotations(doc, "dates")),
            quantities=quantity_records(doc.text, annotations(doc, "quantities")),
        )
        doc._.facts = tuple(find_facts(doc, findings))
        return doc


@Language.factory("svodka_facts", requires=["doc.spans", "doc._.entities"], assigns=["doc._.facts"])
def create_facts(nlp: Language, name: str) -> FactFinder:
    """Make the component."""
    return FactFinder()
