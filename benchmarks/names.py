"""Names, and dates, money and percent, on the dev splits of public corpora, beside stock natasha in the same run.

    python -m benchmarks.names DATA_FOLDER [--articles N]

DATA_FOLDER holds the corpora as *.jsonl.gz (training/README.md). What is evened out, on both sides alike:

- names: outer quotes and legal forms are trimmed; common nouns, adjectives and marks inside other marks do not count;
- dates, money, percent: prepositions and words of approximation before the value are trimmed («в 2020 году», «около
  5 млрд»), and so is punctuation at the ends.

Exact: the same span after that. Overlap: one character shared, for habits that trimming does not reach; BSNLP's spans
are projected from lists of forms and are read by overlap alone. natasha has no percentages.
"""

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.stock_natasha import StockNatasha
from pipeline import Article, ArticleRecord, Extractor
from pipeline.comparison.trimming import trim
from training.tagger.corpora import conventions, marked
from training.tagger.documents import outermost

CORPORA = {"rured": "dev", "nerel": "dev", "bsnlp": "train2019"}
NAMES = ("organization", "location", "person")
VALUES = {"DATE": "date", "MONEY": "money", "PERCENT": "percent"}
BSNLP = {"ORG": "organization", "LOC": "location", "PER": "person"}
LEADING = re.compile(
    r"(?:(?:в|во|на|с|со|к|ко|до|по|за|от|из|около|более|менее|не|чем|почти|примерно|порядка|свыше|ещё|уже|ровно|"
    r"приблизительно|после|перед|через|между|и|всего|лишь|конца|начала)[\s\u00a0]+)+",
    re.IGNORECASE,
)
Span = tuple[int, int, str]
Spans = dict[str, list[Span]]
Tag = Callable[[str, date | None], list[Span]]


def ours() -> Tag:
    """Return our pipeline: text → spans of names, dates, money and percent."""
    extractor = Extractor()

    def tag(text: str, published: date | None) -> list[Span]:
        return list(_of_record(extractor(Article(text=text, published=published))))

    return tag


def _of_record(record: ArticleRecord) -> Iterator[Span]:
    groups = zip(NAMES, (record.organizations, record.locations, record.people), strict=True)
    for label, entities in groups:
        yield from ((m.start, m.end, label) for entity in entities for m in entity.mentions)
    yield from ((item.start, item.end, "date") for item in record.dates)
    yield from ((q.start, q.end, q.dimension) for q in record.quantities if q.dimension in ("money", "percent"))


def stock() -> Tag:
    """Return stock natasha: its names, dates and money."""
    natasha = StockNatasha()
    labels = {"ORG": "organization", "LOC": "location", "PER": "person"}

    def tag(text: str, published: date | None) -> list[Span]:
        doc, dates, money = natasha(text)
        names = [(span.start, span.stop, labels[span.type]) for span in doc.spans]
        return [*names, *((d.start, d.stop, "date") for d in dates), *((m.start, m.stop, "money") for m in money)]

    return tag


def documents(file: Path, corpus: str, most: int) -> Iterator[tuple[str, date | None, list[Span]]]:
    """Yield text, publication date and gold spans; a label that may be another one is left out by «?»."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        chosen = (given for given in map(json.loads, lines) if given["split"] == CORPORA[corpus])
        for number, given in enumerate(chosen):
            if number < most:
                day = (given.get("meta") or {}).get("date")
                yield given["text"], date.fromisoformat(day[:10]) if day else None, list(_gold(given, corpus))


def _gold(given: dict[str, Any], corpus: str) -> Iterator[Span]:
    if corpus == "bsnlp":
        yield from ((s["start"], s["end"], BSNLP[s["label"]]) for s in given["spans"] if s["label"] in BSNLP)
        return
    rules = conventions()[corpus]
    marks = outermost(m for m in (marked(given["text"], s, rules) for s in given["spans"]) if m is not None)
    for mark in marks:
        sure = not mark.optional and len(mark.labels) == 1
        yield from ((mark.start, mark.end, label if sure else f"?{label}") for label in mark.labels)
    yield from ((s["start"], s["end"], VALUES[s["label"]]) for s in given["spans"] if s["label"] in VALUES)


def evened(text: str, span: Span) -> Span:
    """Return a span without what corpora and tools put in or leave out by habit."""
    start, end, label = span
    if label.lstrip("?") in NAMES:
        return (*trim(text, start, end), label)
    found = LEADING.match(text, start, end)
    start = found.end() if found else start
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%$€₽₸"):
        end -= 1
    return start, end, label


def f1(gold: list[list[Span]], found: list[list[Span]], label: str, *, exact: bool) -> float:
    """Return F1 of one label over documents; what touches a gold span that may be it is no error."""
    hits = wanted = given = 0
    for marks, spans in zip(gold, found, strict=True):
        sure, maybe = _of(marks, label), _of(marks, f"?{label}")
        own = [span for span in _of(spans, label) if not any(_touch(span, m) for m in maybe)]
        same = (lambda a, b: a == b) if exact else _touch
        hits += sum(any(same(a, b) for b in own) for a in sure)
        wanted, given = wanted + len(sure), given + len(own)
    return 2 * hits / (wanted + given) if hits else 0.0


def _of(spans: list[Span], label: str) -> list[tuple[int, int]]:
    return sorted({(start, end) for start, end, own in spans if own == label})


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    arguments = parser.parse_args()
    tags = {"svodka": ours(), "natasha": stock()}
    table = Table("corpus", "what", "gold", *(f"{name} {how}" for how in ("exact", "overlap") for name in tags))
    for corpus in CORPORA:
        texts = list(documents(arguments.data / f"{corpus}.jsonl.gz", corpus, arguments.articles))
        gold = [[evened(text, span) for span in marks] for text, _, marks in texts]
        found = {
            name: [[evened(text, s) for s in tag(text, day)] for text, day, _ in texts] for name, tag in tags.items()
        }
        for label in (*NAMES, *(() if corpus == "bsnlp" else VALUES.values())):
            count = sum(len(_of(marks, label)) for marks in gold)
            cells = [
                f"{f1(gold, found[name], label, exact=exact):.3f}" for exact in (True, False) for name in tags
            ]  # fmt: skip
            table.add_row(f"{corpus} {CORPORA[corpus]}", label, str(count), *cells)
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
