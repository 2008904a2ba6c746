"""Expressions from other projects' tests (values.jsonl) against our readings, by kind, beside what the peers reach.

    python -m benchmarks.values VALUES_JSONL [--wrong]

Numbers are read by `find_numbers`; money, percent, distances, volumes and masses by the quantities component after
the dates, as in the pipeline; dates, intervals and durations by the dates component (`benchmarks.values_dates`).
Cases that we hold to be wrong count as wrong; benchmarks/values_disputed.toml says why.
"""

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from spacy.language import Language

from benchmarks import values_dates
from pipeline.finding.annotations import annotations
from pipeline.finding.mentions import QuantityMention
from pipeline.finding.numbers import find_numbers
from pipeline.language.tokenizer import blank
from pipeline.steps import register_steps

DISPUTED = Path(__file__).with_name("values_disputed.toml")
#: What the peers reach (README of the file), in per cent.
PEERS = {
    **values_dates.PEERS,
    "money": {"PullEnti": "95", "natasha": "69", "Duckling": "64"},
    "number": {"number-parser": "98", "ovos": "90", "Duckling": "81"},
}
#: Unit of the file → our symbol, and how many of theirs one of ours is.
UNITS: dict[str, tuple[tuple[str, float], ...]] = {
    "kilometre": (("km", 1),), "metre": (("m", 1),), "mile": (("mi", 1), ("mile", 1)),
    "litre": (("l", 1),), "gram": (("g", 1), ("kg", 1000)),
}  # fmt: skip
TOLERANCE = 1e-9


@cache
def pipe() -> Language:
    """Return the components that quantities need."""
    register_steps()
    nlp = blank()
    for name in ("svodka_sentences", "svodka_dates", "svodka_quantities"):
        nlp.add_pipe(name)
    return nlp


def is_right(case: dict[str, Any]) -> bool:
    """Say whether our reading of a case is the one expected."""
    if case["dimension"] in values_dates.DIMENSIONS:
        return values_dates.is_right(case)
    if case["dimension"] == "number":
        return any(_close(number.value, case["expect"].get("value")) for number in _numbers(case))
    return any(_agrees(mention, case) for mention in _quantities(case))


def shown(case: dict[str, Any]) -> str:
    """Return our readings of a case, for the list of the wrong ones."""
    if case["dimension"] in values_dates.DIMENSIONS:
        return values_dates.shown(case)
    if case["dimension"] == "number":
        return "; ".join(f"{number.value} ({number.rule})" for number in _numbers(case)) or "nothing"
    readings = (f"{m.value} {m.low or ''} {m.high or ''} {m.dimension} {m.unit} ({m.rule})" for m in _quantities(case))
    return "; ".join(readings) or "nothing"


def _touching(case: dict[str, Any]) -> Callable[[Any], bool]:
    wanted = case.get("mention") or case["text"]
    start = case["text"].find(wanted)
    return lambda found: bool(found.start < start + len(wanted) and start < found.end)


def _numbers(case: dict[str, Any]) -> list[Any]:
    return [number for number in find_numbers(case["text"]) if _touching(case)(number)]


def _quantities(case: dict[str, Any]) -> list[QuantityMention]:
    return [mention for mention in annotations(pipe()(case["text"]), "quantities") if _touching(case)(mention)]


def _agrees(mention: QuantityMention, case: dict[str, Any]) -> bool:
    expected = case["expect"]
    if case["dimension"] == "money":
        currency = expected.get("currency")
        fits = mention.dimension == "money" and currency in (None, mention.unit)
        return fits and _same_amount(mention, expected)
    if case["dimension"] == "percent":
        return mention.dimension == "percent" and _close(mention.value, expected["value"])
    units = dict(UNITS[expected["unit"]])
    return mention.unit in units and _close((mention.value or 0) * units[mention.unit], expected["value"])


def _same_amount(mention: QuantityMention, expected: dict[str, Any]) -> bool:
    if "value" in expected:
        return _close(mention.value, expected["value"])
    low, high = expected.get("min"), expected.get("max")
    if low is not None and high is not None:
        return _close(mention.low, low) and _close(mention.high, high)
    bound = ("more_than", "at_least") if high is None else ("less_than", "at_most")
    return _close(mention.value, low if high is None else high) and mention.comparison in bound


def _close(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return False
    return abs(float(found) - float(wanted)) <= TOLERANCE * max(1.0, abs(float(wanted)))


def cases(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of the file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def disputed() -> dict[str, str]:
    """Return case → why we hold it to be wrong."""
    return dict(tomllib.loads(DISPUTED.read_text(encoding="utf-8"))["cases"])


def main() -> None:
    """Print the table by kind, and the wrong cases where asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("values", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the cases that we read otherwise")
    arguments = parser.parse_args()
    total, right, wrong = Counter[str](), Counter[str](), []
    for case in cases(arguments.values):
        total[case["dimension"]] += 1
        if is_right(case):
            right[case["dimension"]] += 1
        else:
            wrong.append(case)
    _print(total, right)
    reasons = disputed()
    for case in wrong if arguments.wrong else ():
        print(f"{case['id']}: {case['text']!r} read as {shown(case)}: {reasons.get(case['id'], 'open')}")


def _print(total: Counter[str], right: Counter[str]) -> None:
    table = Table("kind", "cases", "right", "share", "peers, %")
    for kind, count in [*total.most_common(), ("all", total.total())]:
        hits = right.total() if kind == "all" else right[kind]
        peers = ", ".join(f"{name} {share}" for name, share in PEERS.get(kind, {}).items())
        table.add_row(kind, str(count), str(hits), f"{hits / count:.3f}", peers)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
