"""What a run shows on standard error: a progress bar on a terminal, and a closing table."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from pipeline.batch.run import Report


@contextmanager
def progress() -> Iterator[Callable[[Report], None]]:
    """Show articles, failures and articles/s while the run goes on; nothing where standard error is no terminal."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    began = time.monotonic()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=None)

        def advance(report: Report) -> None:
            rate = report.articles / max(time.monotonic() - began, 1e-9)
            bar.update(task, description=f"{report.articles} articles · {report.failed} failed · {rate:.1f} articles/s")

        yield advance


def closing_table(report: Report) -> None:
    """Print what was found and what failed."""
    table = Table(title="Extraction")
    table.add_column("what")
    table.add_column("count", justify="right")
    table.add_row("articles", str(report.articles))
    table.add_row("failed", str(report.failed))
    for name, count in report.found.items():
        table.add_row(name, str(count))
    Console(stderr=True).print(table)
