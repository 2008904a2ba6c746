"""Doccano's JSONL for sequence labelling: {"id", "text", "label": [[start, end, "label"], …]}, or with "entities"."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.comparison.formats.files import read_lines, reason
from pipeline.comparison.formats.standoff import Document, LabelledSpan
from pipeline.errors import GoldError
from pipeline.records import Article

LOSSES = ("values of dates and quantities", "entities (only their mentions stay)", "facts")


def read(path: Path) -> Iterator[Document]:
    """Yield a document for each line. Raises GoldError with file, line and reason."""
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            try:
                yield _document(json.loads(line), f"{path.stem}-{number}")
            except (KeyError, TypeError, ValueError) as error:
                raise GoldError(f"{path}:{number}: {reason(error)}") from error


def _document(item: dict[str, Any], name: str) -> Document:
    labels = item.get("label", item.get("labels"))
    if labels is None:
        labels = [[e["start_offset"], e["end_offset"], e["label"]] for e in item["entities"]]
    spans = tuple(LabelledSpan(label=label, fragments=((start, end),)) for start, end, label in labels)
    head = {"id": str(item.get("id", name)), "published": item.get("published"), "text": item["text"]}
    return Document(article=Article.model_validate(head), spans=spans)


def write(documents: list[Document], path: Path) -> None:
    """Write one line a document."""
    path.write_text("".join(_line(document) + "\n" for document in documents), encoding="utf-8")


def _line(document: Document) -> str:
    article = document.article.model_dump(mode="json", include={"id", "published", "text"}, exclude_none=True)
    labels = [[span.start, span.end, span.label] for span in document.spans]
    return json.dumps({**article, "label": labels}, ensure_ascii=False)
