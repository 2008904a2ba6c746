"""spaCy's DocBin (.spacy): spans in `doc.spans["svodka"]`, the whole gold article in `doc.user_data`."""

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin

from pipeline.comparison.formats.standoff import Document, LabelledSpan
from pipeline.errors import GoldError
from pipeline.language.tokenizer import blank
from pipeline.records import Article

KEY = "svodka"
LOSSES = ("exact offsets of spans that begin or end inside a token, for readers other than this one",)


def read(path: Path) -> Iterator[Document]:
    """Yield the documents of a DocBin; one that we did not write gives its entities and its span groups."""
    try:
        docs = list(DocBin().from_disk(path).get_docs(blank().vocab))
    except Exception as error:
        raise GoldError(f"{path}: no spaCy DocBin: {error}") from error
    for number, doc in enumerate(docs):
        kept = doc.user_data.get(KEY)
        yield Document.model_validate_json(kept) if kept else _foreign(doc, f"{path.stem}-{number}")


def _foreign(doc: Doc, name: str) -> Document:
    marked = [*doc.ents, *(span for group in doc.spans.values() for span in group)]
    spans = {(span.start_char, span.end_char, span.label_) for span in marked}
    found = (LabelledSpan(label=label, fragments=((start, end),)) for start, end, label in sorted(spans))
    return Document(article=Article(id=name, text=doc.text), spans=tuple(found))


def write(documents: list[Document], path: Path) -> None:
    """Write all documents to one file."""
    nlp, box = blank(), DocBin(store_user_data=True)
    for document in documents:
        doc = nlp.make_doc(document.text)
        spans = (doc.char_span(s.start, s.end, label=s.label, alignment_mode="expand") for s in document.spans)
        doc.spans[KEY] = [span for span in spans if span is not None]
        doc.user_data[KEY] = document.model_dump_json()
        box.add(doc)
    box.to_disk(path)
