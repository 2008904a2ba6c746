"""`svodka extract`: articles in, records out."""

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from pipeline.batch.job import Job
from pipeline.batch.loading import extraction
from pipeline.batch.run import run_job
from pipeline.batch.stream import stream_job
from pipeline.cli.interruption import interruptible
from pipeline.cli.options import languages, pairs, settings_of, takes
from pipeline.cli.paths import InputSize, Paths
from pipeline.cli.progress import closing_table, watching
from pipeline.errors import SettingsError
from pipeline.reading import ReadingOptions
from pipeline.settings import Settings, TaggerName

STANDARD_STREAM = "-"
EngineName = Literal["local", "ray"]
Form = Literal["json", "jsonl", "jsonl.gz", "jsonl.zst", "parquet", "duckdb"]


@dataclass(frozen=True)
class ExtractOptions:
    """The parameters of `svodka extract`."""

    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the records; - is standard output (JSON Lines).")]
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files, folders, patterns; - is standard input.")
    ] = None
    paths_from: Annotated[str | None, typer.Option(help="File with a path a line; - is standard input.")] = None
    format: Annotated[Form, typer.Option("--format", "-f", help="json: one file an article; else all in one.")] = "json"
    workers: Annotated[
        int | None, typer.Option("--workers", "-w", min=1, help="Processes that extract. Default: 1; on Ray what fits.")
    ] = None
    engine: Annotated[EngineName, typer.Option(help="local: this machine; ray: a Ray cluster (svodka[ray]).")] = "local"
    address: Annotated[
        str | None, typer.Option(help="Of the Ray cluster: auto, HOST:6379. Default: one starts on this machine.")
    ] = None
    blocks: Annotated[
        str | None, typer.Option(help="Folder or s3://… that all nodes reach: Ray's blocks outlive a run there.")
    ] = None
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the article's text out of the records.")] = False
    field: Annotated[list[str] | None, typer.Option(help="Our field = its name in the input: text=body.")] = None
    encoding: Annotated[str | None, typer.Option(help="Encoding of the input; else it is recognised.")] = None
    lexicon: Annotated[Path | None, typer.Option(help="TOML or CSV file with names of your own.")] = None
    tagger: Annotated[
        TaggerName | None, typer.Option(help="clean: finds names as learned from MIT data alone. Default: full.")
    ] = None
    languages: Annotated[str | None, typer.Option(help="Languages to extract: ru,kk; all. Default: ru.")] = None
    seconds: Annotated[float | None, typer.Option(help="What one article may take. Default: 60.")] = None
    skip_reprints: Annotated[bool, typer.Option("--skip-reprints", help="Leave near-duplicates out.")] = False
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")] = False
    restart: Annotated[bool, typer.Option("--restart", help="Forget what is done; extract everything again.")] = False


@takes(ExtractOptions)
def extract(options: ExtractOptions) -> None:
    """Read articles and write one record for each. Interrupted, the same command goes on where it was.

    Example: [bold]svodka extract news/ archive.csv.bz2 -o records --workers 2[/bold]

    Example: [bold]svodka extract s3://bucket/news -o records --format parquet --engine ray --address auto[/bold]

    Exit status: 0 all well, 1 some articles failed, 2 wrong usage.
    """
    job = _job(options)
    load = partial(extraction, job.settings)
    with interruptible(), watching(InputSize(job.paths)) as watch:
        if str(options.out) == STANDARD_STREAM:
            report = stream_job(job, load, watch, sys.stdout.buffer)
        else:
            report = run_job(job, load, watch)
    closing_table(report)
    raise typer.Exit(1 if report.counts["failed"] or not report.done else 0)


def _check(options: ExtractOptions) -> None:
    """Refuse what contradicts itself. Raises SettingsError."""
    if not options.paths and options.paths_from is None:
        raise SettingsError("nothing to read: name files or folders, or give --paths-from")
    if options.address is not None and options.engine != "ray":
        raise SettingsError("--address is that of a Ray cluster: add --engine ray, or leave it out")
    if options.blocks is not None and options.engine != "ray":
        raise SettingsError("--blocks is for what a Ray cluster makes: add --engine ray, or leave it out")
    if options.retry_failed and STANDARD_STREAM in (options.paths or []):
        raise SettingsError("--retry-failed reads the input twice, and standard input comes once: name files")


def _job(options: ExtractOptions) -> Job:
    _check(options)
    settings = _settings(options)
    reading = ReadingOptions(
        fields=pairs(options.field),
        encoding=options.encoding,
        max_article_bytes=settings.max_article_bytes,
        max_ratio=settings.max_ratio,
    )
    return Job(
        paths=Paths(options.paths or [], options.paths_from),
        out=options.out,
        form=options.format,
        workers=options.workers,
        engine=options.engine,
        address=options.address,
        blocks=options.blocks,
        settings=settings,
        reading=reading,
        skip_reprints=options.skip_reprints,
        restart=options.restart,
        retry_failed=options.retry_failed,
    )


def _settings(options: ExtractOptions) -> Settings:
    """Only what was given counts: the rest may come from the environment."""
    given: dict[str, Any] = {
        "lexicon": options.lexicon,
        "seconds_per_article": options.seconds,
        "tagger": options.tagger,
    }
    if options.languages is not None:
        given["languages"] = () if options.languages == "all" else languages(options.languages)
    if options.no_text:
        given["keep_text"] = False
    return settings_of({name: value for name, value in given.items() if value is not None})
