"""`svodka extract`: articles in, records out."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pipeline.batch.extraction import extraction
from pipeline.batch.pool import Pool
from pipeline.batch.run import Report, run
from pipeline.cli.failures import FailureLog
from pipeline.cli.options import pairs, takes
from pipeline.cli.progress import closing_table, progress
from pipeline.reading import ReadingOptions, read
from pipeline.settings import Settings
from pipeline.writing import JsonFolder, JsonLines, Sink
from pipeline.writing.atomic import replacing

STANDARD_STREAM = Path("-")


@dataclass(frozen=True)
class ExtractOptions:
    """The parameters of `svodka extract`."""

    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns; - is standard input.")]
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the records; - is standard output (JSON Lines).")]
    format: Annotated[
        Literal["json", "jsonl"], typer.Option("--format", "-f", help="json: one file an article; jsonl: one for all.")
    ] = "json"
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes that extract.")] = 1
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the records.")] = False
    field: Annotated[list[str] | None, typer.Option(help="Our field = its name in the input: text=body.")] = None
    encoding: Annotated[str | None, typer.Option(help="Encoding of the input; else it is recognised.")] = None
    lexicon: Annotated[Path | None, typer.Option(help="TOML or CSV file with names of your own.")] = None


@takes(ExtractOptions)
def extract(options: ExtractOptions) -> None:
    """Read articles and write one record for each.

    Example: [bold]svodka extract news/ more.jsonl -o records --workers 2[/bold]

    Exit status: 0 all well, 1 some articles failed, 2 wrong usage.
    """
    settings = _settings(options)
    items = read(options.paths, ReadingOptions(fields=pairs(options.field), encoding=options.encoding))
    with ExitStack() as stack:
        failures = stack.enter_context(FailureLog(None if options.out == STANDARD_STREAM else options.out))
        sink = stack.enter_context(_sink(options))
        pool = stack.enter_context(Pool(partial(extraction, settings), workers=options.workers))
        report = _follow(run(pool.map(items), sink, failures.add))
    closing_table(report)
    raise typer.Exit(1 if report.failed or not report.articles else 0)


def _settings(options: ExtractOptions) -> Settings:
    # Only what was given: the rest may come from the environment.
    given: dict[str, Any] = {"lexicon": options.lexicon} if options.lexicon is not None else {}
    return Settings(**(given | ({"keep_text": False} if options.no_text else {})))


@contextmanager
def _sink(options: ExtractOptions) -> Iterator[Sink]:
    if options.out == STANDARD_STREAM:
        yield JsonLines(sys.stdout.buffer)
        sys.stdout.buffer.flush()
    elif options.format == "json":
        yield JsonFolder(options.out)
    else:
        options.out.mkdir(parents=True, exist_ok=True)
        with replacing(options.out / "records.jsonl") as stream:
            yield JsonLines(stream)


def _follow(reports: Iterable[Report]) -> Report:
    report = Report()
    with progress() as advance:
        for report in reports:
            advance(report)
    return report


