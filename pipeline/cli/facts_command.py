"""`svodka facts`: the facts of an archive of records as rows."""

import csv
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Literal, get_args

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.cli.options import takes
from pipeline.errors import SettingsError
from pipeline.reading.records import read_records
from pipeline.records import Indicator
from pipeline.writing.fact_rows import FactFilter, FactRow, fact_rows, sort_key

COLUMNS = tuple(field.name for field in fields(FactRow))
#: In the table a sentence is cut to so many characters; CSV, JSON and Parquet have all of it.
EVIDENCE = 60
INDICATORS: tuple[str, ...] = get_args(Indicator)


@dataclass(frozen=True)
class FactsOptions:
    """The parameters of `svodka facts`."""

    records: Annotated[list[Path], typer.Argument(metavar="RECORDS…", help="Files or folders that extract wrote.")]
    indicator: Annotated[str | None, typer.Option(help="production, investment, price … as in the records.")] = None
    subject: Annotated[str | None, typer.Option(help="A part of the subject's name.")] = None
    place: Annotated[str | None, typer.Option(help="A part of the place's name.")] = None
    from_day: Annotated[str | None, typer.Option("--from", help="Facts of this day or later: 2025-01-01.")] = None
    to_day: Annotated[str | None, typer.Option("--to", help="Facts of this day or earlier: 2025-12-31.")] = None
    format: Annotated[Literal["table", "csv", "json", "parquet"], typer.Option("--format", "-f")] = "table"
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write here instead; Parquet needs it.")] = None


@takes(FactsOptions)
def facts(options: FactsOptions) -> None:
    """Print the facts of records as rows, sorted, each with its article and the sentence that states it.

    Example: [bold]svodka facts outputs/corpus --indicator production --place Казахстан[/bold]

    Example: [bold]svodka facts outputs/corpus --from 2025-01-01 --format csv -o facts.csv[/bold]
    """
    wanted = _filter(options)
    rows = sorted((row for row in fact_rows(read_records(options.records)) if wanted.wants(row)), key=sort_key)
    if options.format == "parquet":
        _parquet(rows, options.out)
    elif options.out is not None:
        with options.out.open("w", encoding="utf-8", newline="") as stream:
            WRITERS[options.format](rows, Console(file=stream, width=200), stream.write)
    else:
        WRITERS[options.format](rows, Console(), sys.stdout.write)
    typer.echo(f"{len(rows)} fact(s)", err=True)


def _filter(options: FactsOptions) -> FactFilter:
    if options.indicator is not None and options.indicator not in INDICATORS:
        raise SettingsError(f"--indicator {options.indicator}: known are {', '.join(INDICATORS)}")
    first, last = _day("--from", options.from_day), _day("--to", options.to_day)
    return FactFilter(options.indicator, options.subject, options.place, first, last)


def _day(name: str, written: str | None) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        raise SettingsError(f"{name} {written}: write a day as 2025-12-31") from None


Write = Callable[[str], object]


def _table(rows: Sequence[FactRow], console: Console, write: Write) -> None:
    table = Table("indicator", "object", "subject", "amount", "when", "place", "status", "article", "evidence")
    for row in rows:
        when = f"{row.first} … {row.last}" if row.first else ""
        cells = (row.indicator, row.object, row.subject, _amount(row), when, row.place, row.status, row.article)
        table.add_row(*(Text(cell or "") for cell in (*cells, shorten(row.evidence or "", EVIDENCE, placeholder="…"))))
    console.print(table)


def _amount(row: FactRow) -> str:
    number = f"{row.value:,}" if row.value is not None else f"{row.low:,}–{row.high:,}"
    rate = f"/{row.per}" if row.per else ""
    return " ".join(part for part in (number.replace(",", " "), f"{row.unit or ''}{rate}", row.change) if part)


def _csv(rows: Sequence[FactRow], console: Console, write: Write) -> None:
    class Target:
        def write(self, text: str) -> object:
            return write(text)

    sheet = csv.DictWriter(Target(), COLUMNS, lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(asdict(row) for row in rows)


def _json(rows: Sequence[FactRow], console: Console, write: Write) -> None:
    for row in rows:
        write(json.dumps(asdict(row), ensure_ascii=False, default=date.isoformat) + "\n")


def _parquet(rows: Sequence[FactRow], out: Path | None) -> None:
    if out is None:
        raise SettingsError("--format parquet: name the file with --out")
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise SettingsError("pyarrow is missing: pip install 'svodka[tables]'") from error
    numbers = {name: pa.float64() for name in ("value", "low", "high", "confidence")}
    days = {name: pa.date32() for name in ("first", "last", "published")}
    schema = pa.schema([(name, {**numbers, **days}.get(name, pa.string())) for name in COLUMNS])
    parquet.write_table(pa.Table.from_pylist([asdict(row) for row in rows], schema=schema), out)


WRITERS: dict[str, Callable[[Sequence[FactRow], Console, Write], None]] = {
    "table": _table, "csv": _csv, "json": _json,
}  # fmt: skip
