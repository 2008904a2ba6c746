"""Public corpora (*.jsonl.gz, see labels.toml) and articles of our own (*.gold.xml) → documents."""

import gzip
import json
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.comparison.gold import GoldArticle, gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.errors import GoldError
from pipeline.language.morphology import parses
from training.tagger.documents import Document, Mark, document
from training.tagger.tags import outside

OWN = "own"
GROUPS = {"organizations": "organization", "locations": "location", "people": "person"}


@cache
def conventions() -> dict[str, Any]:
    """Return labels.toml."""
    return tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))


def public_documents(file: Path, corpus: str, splits: frozenset[str]) -> Iterator[Document]:
    """Yield the documents of the given splits of a public corpus."""
    rules = conventions()[corpus]
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            given = json.loads(line)
            if given["split"] in splits:
                text = given["text"]
                marks = [mark for span in given["spans"] if (mark := marked(text, span, rules)) is not None]
                yield document((given["id"], corpus), text, marks, outside(rules.get("open", ())))


def own_documents(paths: list[Path]) -> Iterator[Document]:
    """Yield annotated articles of our own; one that breaks a rule of the format is named on stderr and left out."""
    for file in gold_files(paths):
        try:
            article = read_gold_xml(file)
        except GoldError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        identity = (article.article.id or file.stem, OWN)
        yield document(identity, article.text, gold_marks(article), outside(conventions()[OWN]["open"]))


def gold_marks(article: GoldArticle) -> list[Mark]:
    """Return the marks of names of an annotated article."""
    return [
        Mark(mention.start, mention.end, frozenset({label}), mention.optional)
        for group, label in GROUPS.items()
        for entity in getattr(article, group)
        for mention in entity.mentions
    ]


def marked(text: str, span: dict[str, Any], rules: dict[str, Any]) -> Mark | None:
    """Return a public corpus' span as a mark, None where its label is none of ours."""
    start, end, native = span["start"], span["end"], span["label"]
    if native in rules["labels"]:
        labels = _labels(text[start:end], rules["labels"][native])
        return Mark(start, end, labels) if labels else None
    if native in rules.get("maybe", {}):
        return Mark(start, end, frozenset({rules["maybe"][native]}), optional=True)
    return None


def _labels(name: str, label: str) -> frozenset[str]:
    """Common nouns marked as organizations and adjectives marked as places have labels of their own."""
    adjective = " " not in name and parses(name)[0].pos in {"ADJF", "ADJS"}
    if label == "organization" and name.islower():
        return frozenset({"common"})
    if label == "location" and name.islower():
        return frozenset({"adjective"} if adjective else {"common"})
    if label == "location" and adjective:
        return frozenset({"location", "adjective"})
    return frozenset({label})
