"""Extract the articles of gold files into records, ready for scoring.

    python -m benchmarks.gold GOLD... --out DIR

The gold file gives the id, the publication date and the text and nothing else; DIR gets one JSON file an article.
"""

import argparse
from pathlib import Path

from benchmarks.articles import gold_articles
from pipeline import Article, Extractor, Failure


def main() -> None:
    """Write the records of all gold articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    articles = (Article.model_validate(article._asdict()) for article in gold_articles(arguments.gold))
    for record in Extractor().pipe(articles):
        if isinstance(record, Failure):
            raise SystemExit(f"{record.article}: {record.step}: {record.error}")
        (arguments.out / f"{record.article.id}.json").write_text(record.model_dump_json(indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
