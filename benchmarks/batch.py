"""Speed, memory, cost of writing, questions and resuming of a batch, on articles recombined from corpus/news.

    python -m benchmarks.batch [speed] [forms] [size] [--articles 20000] [--small 2000] [--rounds 2]

speed: 1 worker beside 2, in turn, `--rounds` times each, `--small` articles, and what the second processor brings to a
bare loop before and behind each round. forms: what the writer and the journal cost in each form of output (one worker,
so that a processor is left for them). size: peak memory of the process tree at `--articles` beside `--small`; the
README's questions to the DuckDB file of all; a run that is killed and goes on behind all of them. Without a name, all.
"""

import argparse
import re
import tempfile
import time
from pathlib import Path
from statistics import median

import duckdb
from rich.console import Console
from rich.table import Table

from benchmarks.figures import Figures
from benchmarks.measured_run import start, watched
from benchmarks.processors import second_processor
from benchmarks.recombined import write_articles
from pipeline.writing.forms import FORMS

README = Path(__file__).resolve().parent.parent / "README.md"
QUESTION = re.compile(r'^# (.+\?)\nsvodka sql \S+ "(.+)"$', re.MULTILINE)
CONSOLE = Console(width=100)
#: Articles behind the large archive, of which the run that is killed has done some.
MORE = 1_000


class Place:
    """A folder for archives and output; each output has a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._outputs = folder, 0

    def archive(self, count: int) -> Path:
        """Return an archive of so many articles. The same articles begin a longer one."""
        path = self._folder / f"{count}.jsonl"
        return path if path.exists() else write_articles(path, count)

    def output(self) -> Path:
        """Return a new folder for output."""
        self._outputs += 1
        return self._folder / f"out{self._outputs}"


def speed(place: Place, small: int, rounds: int) -> None:
    """Print the rates of one worker and two, and the processor time that they take."""
    archive = place.archive(small)
    runs: dict[int, list[Figures]] = {1: [], 2: []}
    loop = [second_processor()]
    for _ in range(rounds):
        for workers, found in runs.items():
            found.append(watched(archive, place.output(), "jsonl", workers))
        loop.append(second_processor())
    table = Table("workers", "articles/s of each round", "median", "processor ms an article: workers", "the rest")
    for workers, found in runs.items():
        rates = ", ".join(f"{run.rate:.1f}" for run in found)
        shares = (f"{median(run.worker_ms for run in found):.1f}", f"{median(run.own_ms for run in found):.1f}")
        table.add_row(str(workers), rates, f"{median(run.rate for run in found):.1f}", *shares)
    CONSOLE.print(table, _gain(runs))
    CONSOLE.print("a bare loop in two processes:", ", ".join(f"{gain:.2f}" for gain in loop), "times one")


def _gain(runs: dict[int, list[Figures]]) -> str:
    """By the clock, and by processor time: two processors that nothing else uses, the third process sharing them."""
    measured = median(run.rate for run in runs[2]) / median(run.rate for run in runs[1])
    busy = median(run.worker_ms + run.own_ms for run in runs[2])
    possible = 2 * median(run.worker_ms for run in runs[1]) / busy
    return f"2 workers: {measured:.2f} times 1 worker; by their processor time {possible:.2f} times"


def forms(place: Place, small: int) -> None:
    """Print what writing costs."""
    table = Table("form", "run s", "writer and journal s", "share")
    for form in FORMS:
        run = watched(place.archive(small), place.output(), form, 1)
        table.add_row(form, f"{run.seconds:.1f}", f"{run.writing:.2f}", f"{run.writing / run.seconds:.1%}")
    CONSOLE.print(table)


def size(place: Place, small: int, count: int) -> None:
    """Print memory, the questions' times and how soon a killed run goes on."""
    out = place.output()
    runs = [watched(place.archive(small), place.output(), "duckdb", 2), watched(place.archive(count), out, "duckdb", 2)]
    CONSOLE.print(_memory(runs), f"peak: {runs[1].peak_mb / runs[0].peak_mb:.2f} times")
    CONSOLE.print(_questions(out / "records.duckdb"))
    _resume(place.archive(count + MORE), out)


def _memory(runs: list[Figures]) -> Table:
    table = Table("articles", "seconds", "articles/s", "peak MB of the process tree", "writer and journal")
    for run in runs:
        share = f"{run.writing / run.seconds:.1%}"
        table.add_row(str(run.done), f"{run.seconds:.0f}", f"{run.rate:.1f}", f"{run.peak_mb:.0f}", share)
    return table


def _questions(file: Path) -> Table:
    table = Table("question", "rows", "ms")
    for question, query in QUESTION.findall(README.read_text("utf-8")):
        started = time.perf_counter()
        with duckdb.connect(str(file), read_only=True) as database:
            rows = len(database.execute(query).fetchall())
        table.add_row(question, str(rows), f"{1000 * (time.perf_counter() - started):.0f}")
    return table


def _resume(archive: Path, out: Path) -> None:
    """The archive has grown; the run that goes on with it is killed in the middle of what is new, and started again."""
    start(archive, out, "duckdb", 2, kill=MORE // 2 + 100).wait()
    again = watched(archive, out, "duckdb", 2)
    CONSOLE.print(
        f"killed, started again: {again.resumed_at} of {again.done} articles were done, "
        f"the first new one was written after {again.times[0]:.1f} s"
    )


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=["speed", "forms", "size"], default=["speed", "forms", "size"])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--small", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        if "speed" in options.parts:
            speed(place, options.small, options.rounds)
        if "forms" in options.parts:
            forms(place, options.small)
        if "size" in options.parts:
            size(place, options.small, options.articles)


if __name__ == "__main__":
    main()
