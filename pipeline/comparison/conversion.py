"""Conversion between gold formats, and what a conversion could not keep."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.comparison.formats import brat, conll, docbin, doccano, gold, labelstudio, records
from pipeline.comparison.formats.standoff import Document
from pipeline.comparison.labels import relabelled
from pipeline.errors import GoldError


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is read and written, and what it cannot hold."""

    read: Callable[[Path], Iterator[Document]]
    write: Callable[[list[Document], Path], None]
    losses: tuple[str, ...]
    suffixes: tuple[str, ...]


FORMATS = {
    "gold": Format(gold.read, gold.write, gold.LOSSES, (".gold.xml",)),
    "labelstudio-predictions": Format(
        labelstudio.read, labelstudio.write_predictions, labelstudio.LOSSES, (".predictions.json",)
    ),
    "labelstudio": Format(labelstudio.read, labelstudio.write, labelstudio.LOSSES, (".labelstudio.json",)),
    "doccano": Format(doccano.read, doccano.write, doccano.LOSSES, (".doccano.jsonl",)),
    "records": Format(records.read, records.write, records.LOSSES, (".jsonl", ".json")),
    "brat": Format(brat.read, brat.write, brat.LOSSES, (".ann",)),
    "conll": Format(conll.read, conll.write, conll.LOSSES, (".conll", ".iob2", ".iob")),
    "docbin": Format(docbin.read, docbin.write, docbin.LOSSES, (".spacy",)),
}


def format_of(path: Path, name: str | None = None) -> Format:
    """Return a format by its name, else by the file's name or what a folder holds. Raises GoldError if open."""
    if name is not None:
        if name not in FORMATS:
            raise GoldError(f"format {name}: known are {', '.join(FORMATS)}")
        return FORMATS[name]
    names = [path.name] if not path.is_dir() else [file.name for file in sorted(path.iterdir())]
    for candidate in FORMATS.values():
        if any(file.endswith(suffix) for file in names for suffix in candidate.suffixes):
            return candidate
    raise GoldError(f"{path}: the format is not to be told from the name; name it: {', '.join(FORMATS)}")


def load(
    path: Path, name: str | None = None, labels: Mapping[str, str] | None = None
) -> tuple[list[Document], list[str]]:
    """Return the documents of a file or folder with our labels, and what was left out. Raises GoldError."""
    if not path.exists():
        raise GoldError(f"{path}: there is no such file or folder")
    documents, notes = [], []
    for document in format_of(path, name).read(path):
        mapped, left_out = relabelled(document, labels or {})
        notes += [f"{document.article.id}: label {label} left out ×{count}" for label, count in left_out.items()]
        documents.append(mapped)
    return documents, notes


def save(documents: list[Document], path: Path, name: str | None = None) -> list[str]:
    """Write documents and return what the format cannot hold."""
    target = format_of(path, name)
    target.write(documents, path)
    return [f"not kept: {loss}" for loss in target.losses]
