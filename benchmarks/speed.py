"""Speed and memory of this pipeline beside stock natasha's, on the same articles, one thread each, in one run.

    python -m benchmarks.speed [GOLD...] [--rounds N]

Without arguments the articles are those of corpus/gold. Each side runs in a process of its own, in turn. A round goes
over all articles once; the first round is what a single article costs, later ones have the word caches warm. Printed:
start-up (import and loading), articles/s and characters/s of the first and of the best round, peak memory, and the
share of each step of this pipeline.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks.articles import PlainArticle, gold_articles

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def measure(side: str, gold: list[Path], rounds: int) -> dict[str, Any]:
    """Run one side in this process and return its figures."""
    started = time.perf_counter()
    run, steps = _svodka() if side == "svodka" else _natasha()
    start_up = time.perf_counter() - started
    articles = list(gold_articles(gold))
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        for article in articles:
            run(article)
        times.append(time.perf_counter() - started)
        if len(times) == 1:
            steps.clear()  # the shares are those of warm rounds
    return {
        "start_up": start_up,
        "times": times,
        "articles": len(articles),
        "characters": sum(len(article.text) for article in articles),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "steps": dict(steps),
    }


def _svodka() -> tuple[Callable[[PlainArticle], Any], Counter[str]]:
    from pipeline import Article, Extractor

    extractor = Extractor()
    spent: Counter[str] = Counter()

    def timed(name: str, component: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def run(doc: Any) -> Any:
            started = time.perf_counter()
            result = component(doc)
            spent[name] += time.perf_counter() - started  # type: ignore[assignment]
            return result

        return run

    components = [(name, timed(name, component)) for name, component in extractor.nlp.pipeline]
    make_doc = extractor.nlp.make_doc
    extractor.nlp._components = components
    extractor.nlp.make_doc = timed("svodka_tokenizer", make_doc)  # type: ignore[method-assign]
    return lambda article: extractor(Article.model_validate(article._asdict())), spent


def _natasha() -> tuple[Callable[[PlainArticle], Any], Counter[str]]:
    from benchmarks.stock_natasha import StockNatasha

    natasha = StockNatasha()
    return lambda article: natasha(article.text), Counter()


def _in_own_process(side: str, arguments: argparse.Namespace) -> dict[str, Any]:
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.speed", "--side", side, "--rounds"]
    command += [str(arguments.rounds), *map(str, arguments.gold)]
    output = subprocess.run(command, env={**os.environ, **ONE_THREAD}, capture_output=True, check=True).stdout
    return dict(json.loads(output))


def show(figures: dict[str, dict[str, Any]]) -> None:
    """Print the tables."""
    table = Table("", "start-up s", "articles/s first", "articles/s best", "characters/s best", "peak MB")
    for side, row in figures.items():
        first, best = row["articles"] / row["times"][0], row["articles"] / min(row["times"])
        speed = row["characters"] / min(row["times"])
        cells = f"{row['start_up']:.2f}", f"{first:.1f}", f"{best:.1f}", f"{speed:,.0f}", f"{row['peak_mb']:.0f}"
        table.add_row(side, *cells)
    steps = Table("step", "share of the time", "ms an article")
    ours = figures["svodka"]
    warm = ours["times"][1:]
    for name, seconds in sorted(ours["steps"].items(), key=lambda item: -item[1]):
        per_article = 1000 * seconds / (ours["articles"] * len(warm))
        steps.add_row(name, f"{seconds / sum(warm):.1%}", f"{per_article:.2f}")
    Console().print(table, steps)


def main() -> None:
    """Measure both sides and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[Path("corpus/gold")])
    parser.add_argument("--rounds", type=int, default=5, help="at least 2: the first is cold")
    parser.add_argument("--side", choices=("svodka", "natasha"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        print(json.dumps(measure(arguments.side, arguments.gold, arguments.rounds)))
    else:
        show({side: _in_own_process(side, arguments) for side in ("svodka", "natasha")})


if __name__ == "__main__":
    main()
