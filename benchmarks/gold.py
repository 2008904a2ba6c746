"""Extract the articles of gold files into records, ready for scoring.

    python -m benchmarks.gold GOLD... --out DIR

The gold file gives the text and the publication date and nothing else; DIR gets one JSON file an article.
"""

import argparse
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from pipeline import Article, Extractor, Failure
from pipeline.settings import Settings


def gold_articles(paths: list[Path]) -> Iterator[Article]:
    """Yield the article (id, published, text without its markup) of each *.gold.xml file."""
    for path in paths:
        for file in sorted(path.rglob("*.gold.xml")) if path.is_dir() else [path]:
            root = ET.parse(file).getroot()
            body = root.find("text")
            assert body is not None, f"{file}: no <text>"
            text = "".join(body.itertext())
            yield Article.model_validate({"id": root.get("id"), "published": root.get("published"), "text": text})


def main() -> None:
    """Write the records of all gold articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for record in Extractor(Settings()).pipe(gold_articles(arguments.gold)):
        if isinstance(record, Failure):
            raise SystemExit(f"{record.article}: {record.step}: {record.error}")
        (arguments.out / f"{record.article.id}.json").write_text(record.model_dump_json(indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
