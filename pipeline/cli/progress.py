"""What a run shows on standard error: failures, a progress bar on a terminal, and a closing table."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.batch.job import Watch
from pipeline.batch.report import Report
from pipeline.cli.pace import Pace
from pipeline.records import Failure

SHOWN_FAILURES = 20


@contextmanager
def watching(input_size: Callable[[], int | None]) -> Iterator[Watch]:
    """Show the first failures, a line each, and on a terminal how far the run is, how fast, and what time is left.

    `input_size` tells the size of the input in bytes once it is known; it is not asked where there is no terminal.
    """
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        yield Watch(_failures_on(console), _advance_on(bar, input_size) if console.is_terminal else _show_nothing)


def _failures_on(console: Console) -> Callable[[Failure], None]:
    shown = 0

    def failed(failure: Failure) -> None:
        nonlocal shown
        shown += 1
        if shown <= SHOWN_FAILURES:
            where = failure.source or failure.article or "?"
            console.print(escape(f"svodka: {where}: {failure.error}"))
        elif shown == SHOWN_FAILURES + 1:
            console.print("svodka: more failures: see failures.jsonl")

    return failed


def _advance_on(bar: Progress, input_size: Callable[[], int | None]) -> Callable[[Report], None]:
    task = bar.add_task("starting", total=None)
    pace = Pace(time.monotonic)

    def advanced(report: Report) -> None:
        size = input_size()
        bar.update(task, description=pace.describe(report, size), total=size, completed=report.read)

    return advanced


def _show_nothing(report: Report) -> None:
    """Without a terminal there is no bar."""


def closing_table(report: Report) -> None:
    """Print what was found and what failed."""
    table = Table(title="Extraction", title_justify="left")
    table.add_column("what")
    table.add_column("count", justify="right")
    if report.resumed_at:
        table.add_row("done by an earlier run", str(report.resumed_at))
    for name in ("articles", "failed"):
        table.add_row(name, str(report.counts[name]))
    for name, count in sorted(report.counts.items()):
        if count and name not in ("articles", "failed"):
            table.add_row(name, str(count))
    Console(stderr=True).print(table)
