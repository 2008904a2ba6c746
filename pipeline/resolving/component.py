"""The spaCy component `svodka_entities`: names of a Doc → `doc._.entities`."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.finding.annotations import annotations
from pipeline.knowledge.lexicon import Lexicon
from pipeline.resolving.entities import resolve


class EntityResolver:
    """Sets `doc._.entities` to the Entities that the mentions in `doc.spans["names"]` name."""

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        doc._.entities = resolve(doc, annotations(doc, "names"), self.lexicon)
        return doc

    def pipe(self, docs: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """Resolve Docs one after the other, in order."""
        for doc in docs:
            yield self(doc)


@Language.factory(
    "svodka_entities", requires=["doc.spans"], assigns=["doc._.entities"], default_config={"lexicon": None}
)
def create_entities(nlp: Language, name: str, lexicon: str | None) -> EntityResolver:
    """Make the component; `lexicon` is the path of the user's TOML or CSV file."""
    return EntityResolver(Lexicon.load(lexicon) if lexicon else None)
