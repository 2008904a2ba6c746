"""The articles of gold files without their markup, as (id, publication date, text)."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class PlainArticle(NamedTuple):
    """What a gold file says of its article before anything is extracted; `published` is an ISO day or None."""

    id: str
    published: str | None
    text: str


def gold_articles(paths: Iterable[Path]) -> Iterator[PlainArticle]:
    """Yield the article of each *.gold.xml file that the paths (files, or folders searched) name."""
    for path in paths:
        for file in sorted(path.rglob("*.gold.xml")) if path.is_dir() else [path]:
            root = ET.parse(file).getroot()
            body = root.find("text")
            if body is None:
                raise SystemExit(f"{file}: no <text>")
            yield PlainArticle(root.get("id", file.stem), root.get("published"), "".join(body.itertext()))
