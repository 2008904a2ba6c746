"""The quality gate: floors for F1 of each measure on corpus/gold, held together with the fingerprint of the gold files.

    python -m benchmarks.gate check            exit status 1 below a floor, or where the gold files are not the pinned
    python -m benchmarks.gate pin [--lower]    pin today's gold files and set the floors MARGIN below today's figures;
                                               a floor sinks only with --lower

The floors stand in benchmarks/floors.json. MARGIN leaves room for harmless differences: other versions of libraries and
dictionaries, other processors.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path

from benchmarks.articles import gold_articles
from pipeline import Article, ArticleRecord, Extractor
from pipeline.comparison.gold import gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.report import ScoredRun, score_run

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "corpus" / "gold"
FLOORS = ROOT / "benchmarks" / "floors.json"
MARGIN = 0.01


def fingerprint(folder: Path) -> str:
    """Return a digest of the gold files' names and contents."""
    digest = sha256()
    for file in gold_files([folder]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def score(folder: Path) -> dict[str, float]:
    """Extract the gold articles and return F1 by measure, and `overall`."""
    articles = (Article.model_validate(article._asdict()) for article in gold_articles([folder]))
    records = [record for record in Extractor().pipe(articles) if isinstance(record, ArticleRecord)]
    return figures(score_run([read_gold_xml(file) for file in gold_files([folder])], records))


def figures(run: ScoredRun) -> dict[str, float]:
    """Return what the gate holds of a run."""
    return {name: round(run.value(name), 4) for name in (*run.measures, "overall")}


def check(pinned: dict[str, object], today: dict[str, float], digest: str) -> list[str]:
    """Return what is wrong, nothing where the gate is passed."""
    if pinned["gold"] != digest:
        return ["the gold files are not the pinned ones: look at the change, then `python -m benchmarks.gate pin`"]
    floors: dict[str, float] = pinned["floors"]  # type: ignore[assignment]
    return [
        f"{name}: {today.get(name, 0.0):.4f} is below its floor {floor:.4f}"
        for name, floor in floors.items()
        if today.get(name, 0.0) < floor
    ]


def raised(pinned: dict[str, float], today: dict[str, float], *, lower: bool) -> dict[str, float]:
    """Return the new floors. Raises SystemExit where one would sink and `lower` is not given."""
    new = {name: round(value - MARGIN, 4) for name, value in today.items()}
    sinking = [name for name, floor in pinned.items() if new.get(name, 0.0) < floor]
    if sinking and not lower:
        raise SystemExit(f"floors would sink: {', '.join(sinking)}; give --lower where that is meant")
    return new


def main() -> None:
    """Check the gate, or pin it anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("check", "pin"))
    parser.add_argument("--lower", action="store_true", help="allow floors to sink")
    arguments = parser.parse_args()
    today, digest = score(GOLD), fingerprint(GOLD)
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"gold": None, "floors": {}}
    if arguments.action == "pin":
        floors = raised(pinned["floors"], today, lower=arguments.lower)
        FLOORS.write_text(json.dumps({"gold": digest, "floors": floors}, indent=1) + "\n", encoding="utf-8")
        print(f"pinned {len(floors)} floors")
    elif faults := check(pinned, today, digest):
        sys.exit("\n".join(["quality gate:", *faults]))
    else:
        print(f"quality gate passed: overall {today['overall']:.4f}")


if __name__ == "__main__":
    main()
