"""Comparisons in the terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.comparison.counts import overall
from pipeline.comparison.report import Change, ScoredRun, differences


def show_run(run: ScoredRun, console: Console, *, errors: int = 0) -> None:
    """Print the scores of a run: a row a measure, then the shares, then errors where asked for."""
    table = Table("measure", "P", "R", "F1", "95 %", "macro F1", "gold", "found")
    for name in run.measures:
        counts, interval = run.total.counts[name], run.intervals[name]
        rates = (f"{rate:.3f}" for rate in (counts.precision, counts.recall, counts.f1))
        spread = f"{interval.low:.3f}–{interval.high:.3f}"
        table.add_row(name, *rates, spread, f"{run.macro(name):.3f}", str(counts.gold), str(counts.predicted))
    console.print(table)
    shares = Table("right where matched", "share", "of")
    for name, share in sorted(run.total.shares.items()):
        shares.add_row(name, f"{share.rate:.3f}", str(share.total))
    console.print(shares)
    console.print(f"overall {overall(run.total):.4f} over {len(run.articles)} articles")
    if errors:
        _show_errors(run, console, errors)


def _show_errors(run: ScoredRun, console: Console, most: int) -> None:
    table = Table("kind", "cause", "article", "what")
    seen: dict[str, int] = {}
    for article, scores in run.articles.items():
        for error in scores.errors:
            seen[error.kind] = seen.get(error.kind, 0) + 1
            if seen[error.kind] <= most:
                table.add_row(error.kind, error.cause, article, Text(error.detail))
    console.print(table)


def show_differences(a: ScoredRun, b: ScoredRun, console: Console) -> None:
    """Print two runs side by side, with the paired bootstrap interval of the difference."""
    table = Table("measure", "A", "B", "B - A", "95 %")
    for name, interval in differences(a, b).items():
        before, after = a.value(name), b.value(name)
        moved = f"{interval.low:+.3f} … {interval.high:+.3f}"
        table.add_row(name, f"{before:.3f}", f"{after:.3f}", f"{after - before:+.3f}", moved)
    console.print(table)


def show_changes(changes: Iterable[Change], console: Console) -> None:
    """Print what B fixed and broke, by article and kind."""
    table = Table("article", "kind", "fixed", "broken")
    for change in changes:
        table.add_row(change.article, change.kind, Text("\n".join(change.fixed)), Text("\n".join(change.broken)))
    if table.row_count:
        console.print(table)
