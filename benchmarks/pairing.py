"""How often optimal pairing and a referee's greedy pairing give other figures, on random corruptions of gold.

    python -m benchmarks.pairing SCORE_PY GOLD [--rounds N] [--light]

A round corrupts the gold records of all articles at random: spans shifted, items and facts doubled, values, kinds and
links changed, the order shuffled; `--light` leaves spans and numbers of items alone. Both scorers then read the same
records. Printed: how many figures differ, and by how much.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.comparison.formats.records import record_of
from pipeline.comparison.gold import GoldArticle, gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.report import as_json, score_run
from pipeline.records import ArticleRecord


def corrupted(gold: GoldArticle, chance: random.Random, *, light: bool) -> ArticleRecord:
    """Return gold's record with things wrong at random."""
    data = record_of(gold).model_dump(mode="json")
    for group in ("organizations", "locations"):
        for entity in data[group]:
            entity["kind"] = chance.choice([entity["kind"]] * 4 + ["other"])
    for fact in data["facts"]:
        fact["date"] = chance.choice([fact["date"]] * 4 + [None])
        fact["indicator"] = chance.choice([fact["indicator"]] * 4 + ["other"])
    if not light:
        _disarrange(data, chance)
    return ArticleRecord.model_validate(data)


def _disarrange(data: dict[str, Any], chance: random.Random) -> None:
    text = data["article"]["text"]
    mentions = [m for group in ("organizations", "locations") for entity in data[group] for m in entity["mentions"]]
    for mention in [*mentions, *data["dates"], *data["quantities"]]:
        if chance.random() < 0.3:
            _shift(mention, text, chance)
    for group in ("dates", "quantities", "facts"):
        doubles = [{**item, "id": f"{item['id']}-2"} for item in data[group] if chance.random() < 0.15]
        data[group] = chance.sample([*data[group], *doubles], len(data[group]) + len(doubles))


def _shift(mention: dict[str, Any], text: str, chance: random.Random) -> None:
    start = max(0, mention["start"] + chance.choice([-12, -3, 0, 2]))
    end = min(len(text), mention["end"] + chance.choice([-2, 0, 3, 15]))
    if start < end:
        mention |= {"start": start, "end": end, "text": text[start:end]}


def figures(table: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield the F1 figures, shares and the overall figure of a scorer's JSON."""
    yield "overall", table["overall"]
    yield from table["shares"].items()
    yield from ((name, row["f1"]) for name, row in table.items() if isinstance(row, dict) and "f1" in row)


def theirs(referee: Path, records: list[ArticleRecord], files: list[Path]) -> dict[str, Any]:
    """Run the referee over records and gold files and return its JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.jsonl"
        path.write_text("\n".join(record.model_dump_json() for record in records), encoding="utf-8")
        command = [sys.executable, str(referee), str(path), *map(str, files), "--json"]
        printed: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return printed


def main() -> None:
    """Compare the two scorers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("referee", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--light", action="store_true")
    arguments = parser.parse_args()
    files = list(gold_files([arguments.gold]))
    golds, chance = [read_gold_xml(file) for file in files], random.Random(1)
    gaps: list[float] = []
    for _ in range(arguments.rounds):
        records = [corrupted(gold, chance, light=arguments.light) for gold in golds]
        greedy = dict(figures(theirs(arguments.referee, records, files)))
        gaps += [abs(value - greedy[name]) for name, value in figures(as_json(score_run(golds, records)))]
    differing = [gap for gap in gaps if gap]
    print(f"{len(differing)} of {len(gaps)} figures differ; largest difference {max(gaps):.4f}, ", end="")
    print(f"mean of those that differ {sum(differing) / max(1, len(differing)):.4f}")


if __name__ == "__main__":
    main()
