"""`svodka compare`: records against gold, or two runs side by side."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline.cli.comparison_tables import show_changes, show_differences, show_run
from pipeline.cli.options import takes
from pipeline.comparison.gold import GoldArticle, gold_files
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.comparison.report import ScoredRun, as_json, changes, differences, score_run, unmatched
from pipeline.comparison.report_page import report_page
from pipeline.errors import SettingsError
from pipeline.reading.records import read_records
from pipeline.records import ArticleRecord
from pipeline.writing.atomic import write_atomic


@dataclass(frozen=True)
class CompareOptions:
    """The parameters of `svodka compare`."""

    first: Annotated[Path, typer.Argument(help="Records: a .json or .jsonl file, or a folder of them.")]
    second: Annotated[Path, typer.Argument(help="Gold files; with --gold, the records of another run.")]
    gold: Annotated[Path | None, typer.Option(help="Gold files, when two runs are compared.")] = None
    fail_under: Annotated[
        list[str] | None, typer.Option(help="Exit with 1 below a figure, as in: facts=0.75 (may be repeated).")
    ] = None
    errors: Annotated[int, typer.Option(min=0, help="List so many errors of each kind.")] = 0
    html: Annotated[Path | None, typer.Option(help="Write a page with charts and all errors in place.")] = None
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False


@takes(CompareOptions)
def compare(options: CompareOptions) -> None:
    """Score records against gold files, or show what one run fixed and broke against another.

    Example: [bold]svodka compare outputs/corpus corpus/gold --errors 10[/bold]

    Example: [bold]svodka compare before after --gold corpus/gold --fail-under facts=0.75[/bold]
    """
    floors = _floors(options.fail_under or [])
    golds = [read_gold_xml(file) for file in _gold_paths(options.gold or options.second)]
    records = _records(options.first, golds)
    run = score_run(golds, records)
    if options.gold is None:
        _print_run(run, options)
    else:
        others = _records(options.second, golds)
        other = score_run(golds, others)
        _print_pair(run, other, options)
        run, records = other, others
    if options.html is not None:
        page = report_page(run, golds, {record.article.id: record for record in records})
        write_atomic(options.html, page.encode("utf-8"))
    _hold(run, floors)


def _gold_paths(path: Path) -> list[Path]:
    files = list(gold_files([path])) if path.exists() else []
    if not files:
        raise SettingsError(f"{path}: no gold file there; give a *.gold.xml file or a folder of them")
    return files


def _records(path: Path, golds: list[GoldArticle]) -> list[ArticleRecord]:
    """Read records and say on standard error which articles are on one side only."""
    records = list(read_records([path]))
    absent, extra = unmatched(golds, records)
    if len(absent) == len(golds):
        raise SettingsError(f"{path}: no record is of an article of the gold files; records and gold share ids")
    for ids, what in ((absent, "gold article(s) without a record"), (extra, "record(s) without gold")):
        if ids:
            typer.echo(f"{path}: {len(ids)} {what}: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}", err=True)
    return records


def _floors(written: list[str]) -> dict[str, float]:
    floors = {}
    for pair in written:
        name, _, value = pair.partition("=")
        try:
            floors[name.strip()] = float(value)
        except ValueError:
            raise SettingsError(f'--fail-under {pair}: write a figure and a number, as "facts=0.75"') from None
    return floors


def _hold(run: ScoredRun, floors: dict[str, float]) -> None:
    below = {name: floor for name, floor in floors.items() if _figure(run, name) < floor}
    for name, floor in below.items():
        typer.echo(f"{name}: {_figure(run, name):.4f} is below {floor:g}", err=True)
    if below:
        raise typer.Exit(1)


def _figure(run: ScoredRun, name: str) -> float:
    try:
        return run.value(name)
    except KeyError:
        known = ", ".join(["overall", *run.measures, *sorted(run.total.shares)])
        raise SettingsError(f"--fail-under {name}: there is no such figure; known are {known}") from None


def _print_run(run: ScoredRun, options: CompareOptions) -> None:
    if options.as_json:
        typer.echo(json.dumps(as_json(run), ensure_ascii=False, indent=1))
    else:
        show_run(run, Console(), errors=options.errors)


def _print_pair(a: ScoredRun, b: ScoredRun, options: CompareOptions) -> None:
    if options.as_json:
        moved = {name: [round(i.low, 4), round(i.high, 4)] for name, i in differences(a, b).items()}
        changed = [{"article": c.article, "kind": c.kind, "fixed": c.fixed, "broken": c.broken} for c in changes(a, b)]
        both = {"a": as_json(a), "b": as_json(b), "difference_intervals": moved, "changes": changed}
        typer.echo(json.dumps(both, ensure_ascii=False, indent=1))
    else:
        show_differences(a, b, Console())
        show_changes(changes(a, b), Console())
