"""Our own gold markup, *.gold.xml: one file an article."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.comparison.formats.standoff import Document, from_gold, to_gold
from pipeline.comparison.gold import gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.gold_xml_writing import gold_xml

LOSSES = ("gaps of discontinuous spans", "spans that cross one another", "entities without a kind get kind other")


def read(path: Path) -> Iterator[Document]:
    """Yield the document of a file, or of each *.gold.xml in a folder."""
    for file in gold_files([path]):
        yield from_gold(read_gold_xml(file))


def write(documents: list[Document], path: Path) -> None:
    """Write ID.gold.xml for each document into the folder `path`."""
    path.mkdir(parents=True, exist_ok=True)
    for document in documents:
        content, _ = gold_xml(to_gold(document))
        (path / f"{document.article.id}.gold.xml").write_text(content, encoding="utf-8", newline="\n")
