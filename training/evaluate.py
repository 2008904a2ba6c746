"""Measure the tagger, beside stock natasha's, on annotated articles and on the dev splits of RuRED and NEREL.

    python -m training.evaluate [GOLD ...] [--data FOLDER] [--weights FILE] [--stock] [--errors N]

GOLD are *.gold.xml files or folders; --data names the folder with the public corpora. A hit is the same span after
trimming outer quotes and legal forms. Of the public corpora common nouns and adjectives do not count, nor do marks that
lie inside another mark. An optional mark is neither a hit nor a miss.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.comparison.gold import gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.trimming import trim
from training.tagger.corpora import conventions, gold_marks, marked
from training.tagger.documents import Mark, outermost
from training.taggers import Found, Tag, our_tagger, stock_tagger

NAMES = ("organization", "location", "person")


@dataclass
class Counts:
    """Hits, gold and found names of one label, with what was missed and what was found in excess."""

    hits: int = 0
    gold: int = 0
    found: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    spurious: Counter[str] = field(default_factory=Counter)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 without a hit."""
        return 2 * self.hits / (self.gold + self.found) if self.hits else 0.0


Text = tuple[str, list[Mark]]


def gold_texts(paths: list[Path]) -> Iterator[Text]:
    """Yield text and marks of annotated articles."""
    for file in gold_files(paths):
        article = read_gold_xml(file)
        yield article.text, gold_marks(article)


def public_texts(file: Path, corpus: str) -> Iterator[Text]:
    """Yield text and marks of the dev split of a public corpus."""
    rules = conventions()[corpus]
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for given in map(json.loads, lines):
            if given["split"] == "dev":
                marks = (marked(given["text"], span, rules) for span in given["spans"])
                yield given["text"], outermost(mark for mark in marks if mark is not None)


def measure(texts: Iterator[Text], tag: Callable[[list[str]], list[list[Found]]]) -> dict[str, Counts]:
    """Return the counts by label."""
    counts: dict[str, Counts] = defaultdict(Counts)
    given = list(texts)
    for (text, marks), found in zip(given, tag([text for text, _ in given]), strict=True):
        for label in NAMES:
            _count(counts[label], text, [m for m in marks if label in m.labels], [f for f in found if f[2] == label])
    return counts


def _count(counts: Counts, text: str, marks: list[Mark], found: list[Found]) -> None:
    wanted = {trim(text, mark.start, mark.end): mark for mark in marks}
    sure = {span for span, mark in wanted.items() if not mark.optional and len(mark.labels) == 1}
    given = {trim(text, start, end) for start, end, _ in found}
    excess = {span for span in given - sure if not _excused(span, [s for s in wanted if s not in sure])}
    counts.hits += len(given & sure)
    counts.gold += len(sure)
    counts.found += len(given & sure) + len(excess)
    counts.missed.update(text[start:end] for start, end in sure - given)
    counts.spurious.update(text[start:end] for start, end in excess)


def _excused(span: tuple[int, int], optional: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in optional)


def main() -> None:
    """Print a table a tagger and a set of texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--stock", action="store_true", help="measure stock natasha too")
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    taggers: dict[str, Tag] = {"ours": our_tagger(arguments.weights)}
    if arguments.stock:
        taggers["natasha"] = stock_tagger()
    for name, tag in taggers.items():
        if arguments.gold:
            show(f"{name} gold", measure(gold_texts(arguments.gold), tag), arguments.errors)
        for corpus in ("rured", "nerel") if arguments.data else ():
            texts = public_texts(arguments.data / f"{corpus}.jsonl.gz", corpus)
            show(f"{name} {corpus} dev", measure(texts, tag), arguments.errors)


def show(title: str, counts: dict[str, Counts], errors: int) -> None:
    """Print one line of figures, and the commonest errors where wanted."""
    cells = [f"{label} {c.f1:.3f} (P {c.hits / max(c.found, 1):.3f} R {c.hits / max(c.gold, 1):.3f} n {c.gold})"
             for label, c in counts.items()]  # fmt: skip
    print(f"{title:18}", "  ".join(cells), flush=True)
    for label, count in counts.items() if errors else ():
        for kind, examples in (("missed", count.missed), ("spurious", count.spurious)):
            print(f"    {label} {kind}: " + "; ".join(f"{t} ×{n}" for t, n in examples.most_common(errors)))


if __name__ == "__main__":
    main()
