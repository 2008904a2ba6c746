"""brat standoff (https://brat.nlplab.org/standoff.html): NAME.txt and NAME.ann; discontinuous spans as «0 5;7 9».

Values and entities are JSON in AnnotatorNotes of their span, facts in a note of their quantity's span.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.comparison.formats.files import read_lines, read_text, reason
from pipeline.comparison.formats.standoff import Document, LabelledSpan
from pipeline.errors import GoldError
from pipeline.records import Article

LOSSES = ("title, source, url and publication date of the article",)


def read(path: Path) -> Iterator[Document]:
    """Yield the document of a .ann file, or of each in a folder. Raises GoldError with file, line and reason."""
    for ann in sorted(path.rglob("*.ann")) if path.is_dir() else [path.with_suffix(".ann")]:
        text = ann.with_suffix(".txt")
        if not text.exists():
            raise GoldError(f"{text}: the text of {ann.name} is missing")
        yield _document(ann, read_text(text))


def _document(path: Path, text: str) -> Document:
    spans: dict[str, LabelledSpan] = {}
    notes: dict[str, dict[str, Any]] = defaultdict(dict)
    for number, line in enumerate(read_lines(path), start=1):
        try:
            if line.startswith("T"):
                identifier, span = _span(line, text)
                spans[identifier] = span
            elif line.startswith("#"):
                target, fields = _note(line)
                notes[target] |= fields
        except (ValueError, IndexError) as error:
            raise GoldError(f"{path}:{number}: {reason(error)}: {line[:80]!r}") from error
    facts = tuple(fact for note in notes.values() for fact in note.pop("facts", ()))
    noted = (span.model_copy(update={"fields": notes.get(key, {})}) for key, span in spans.items())
    return Document(article=Article(id=path.stem, text=text), spans=tuple(noted), facts=facts)


def _span(line: str, text: str) -> tuple[str, LabelledSpan]:
    identifier, middle, covered = line.split("\t", 2)
    label, _, extents = middle.partition(" ")
    fragments = tuple((int(start), int(end)) for start, end in (extent.split() for extent in extents.split(";")))
    found = " ".join(text[start:end] for start, end in fragments)
    if found.replace("\n", " ") != covered.replace("\n", " "):
        raise ValueError(f"the text there reads {found!r}")
    return identifier, LabelledSpan(label=label, fragments=fragments)


def _note(line: str) -> tuple[str, dict[str, Any]]:
    _, middle, content = line.split("\t", 2)
    target = middle.split(" ")[1]
    return target, json.loads(content) if content.startswith("{") else {}


def write(documents: list[Document], path: Path) -> None:
    """Write ID.txt and ID.ann for each document into the folder `path`."""
    path.mkdir(parents=True, exist_ok=True)
    for document in documents:
        base = path / document.article.id
        base.with_name(f"{base.name}.txt").write_bytes(document.text.encode("utf-8"))
        base.with_name(f"{base.name}.ann").write_text("\n".join(_lines(document)) + "\n", encoding="utf-8")


def _lines(document: Document) -> Iterator[str]:
    facts: dict[Any, list[Any]] = defaultdict(list)
    for fact in document.facts:
        facts[fact["quantity"]].append(fact)
    for number, span in enumerate(document.spans, start=1):
        extents = ";".join(f"{start} {end}" for start, end in span.fragments)
        covered = " ".join(document.text[start:end] for start, end in span.fragments).replace("\n", " ")
        yield f"T{number}\t{span.label} {extents}\t{covered}"
        note = dict(span.fields)
        if span.label == "quantity" and facts.get(span.fields.get("id")):
            note["facts"] = facts[span.fields["id"]]
        if note:
            yield f"#{number}\tAnnotatorNotes T{number}\t{json.dumps(note, ensure_ascii=False)}"
