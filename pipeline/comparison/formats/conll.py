"""CoNLL with IOB2 tags: a token and its tag a line, an empty line after each sentence.

Our files carry the article in comments (`# id`, `# published`, `# text` as JSON), so that offsets survive; files
without them are read as tokens joined by blanks.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from pipeline.comparison.formats.files import read_lines
from pipeline.comparison.formats.standoff import Document, LabelledSpan
from pipeline.errors import GoldError
from pipeline.language.tokenizer import token_extents
from pipeline.records import Article

LOSSES = ("values of dates and quantities", "entities (only their mentions stay)", "facts", "spans inside spans")


def read(path: Path) -> Iterator[Document]:
    """Yield the documents of a file; one that has no `# id` lines is one document named after the file."""
    head: dict[str, str] = {}
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(read_lines(path), start=1):
        if line.startswith("# id = ") and rows:
            yield _document(path, head, rows)
            head, rows = {}, []
        if line.startswith("# ") and " = " in line:
            key, _, value = line[2:].partition(" = ")
            head[key] = value
        elif line.strip():
            cells = line.split("\t") if "\t" in line else line.split()
            if len(cells) < 2 or not (cells[-1] == "O" or cells[-1][:2] in ("B-", "I-")):
                raise GoldError(f"{path}:{number}: a token and an IOB2 tag (O, B-…, I-…) are expected: {line!r}")
            rows.append((cells[0], cells[-1]))
    yield _document(path, head, rows)


def _document(path: Path, head: dict[str, str], rows: list[tuple[str, str]]) -> Document:
    text = json.loads(head["text"]) if "text" in head else " ".join(token for token, _ in rows)
    spans: list[list[int]] = []
    labels: list[str] = []
    position, before = 0, "O"
    for token, tag in rows:
        start = text.find(token, position)
        if start < 0:
            raise GoldError(f"{path}: token {token!r} is not in the text of {head.get('id', path.stem)}")
        position = start + len(token)
        if tag.startswith("I-") and before[2:] == tag[2:] and before != "O":
            spans[-1][1] = position
        elif tag != "O":
            spans.append([start, position])
            labels.append(tag[2:])
        before = tag
    found = (LabelledSpan(label=label, fragments=((s, e),)) for label, (s, e) in zip(labels, spans, strict=True))
    fields = {"id": head.get("id", path.stem), "published": head.get("published"), "text": text}
    return Document(article=Article.model_validate(fields), spans=tuple(found))


def write(documents: list[Document], path: Path) -> None:
    """Write all documents to one file."""
    path.write_text("\n".join(line for document in documents for line in _lines(document)) + "\n", encoding="utf-8")


def _lines(document: Document) -> Iterator[str]:
    yield f"# id = {document.article.id}"
    if document.article.published:
        yield f"# published = {document.article.published}"
    yield f"# text = {json.dumps(document.text, ensure_ascii=False)}"
    outer = _outermost(document)
    for start, end in token_extents(document.text):
        span = next((span for span in outer if span.start < end and start < span.end), None)
        first = span is not None and start <= span.start
        tag = "O" if span is None else f"{'B' if first else 'I'}-{span.label}"
        yield f"{document.text[start:end]}\t{tag}"
    yield ""


def _outermost(document: Document) -> list[LabelledSpan]:
    kept: list[LabelledSpan] = []
    for span in sorted(document.spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
