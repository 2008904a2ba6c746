"""`svodka sql`: a question to a DuckDB file that `extract --format duckdb` wrote."""

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.errors import SettingsError


def sql(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="records.duckdb.")],
    query: Annotated[str, typer.Argument(metavar="QUERY", help="SQL; tables and views: SHOW TABLES.")],
) -> None:
    """Ask a DuckDB file and print the answer as a table. The file is only read.

    Example: [bold]svodka sql records/records.duckdb "SELECT indicator, count(*) FROM facts GROUP BY ALL"[/bold]
    """
    columns, rows = _ask(file, query)
    table = Table()
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        table.add_row(*map(_cell, row))
    Console().print(table)


def _cell(value: Any) -> Text:
    if isinstance(value, float) and value.is_integer():
        return Text(f"{value:.0f}")
    return Text("" if value is None else str(value))


def _ask(file: Path, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    try:
        import duckdb
    except ImportError as error:
        raise SettingsError("duckdb is missing: pip install 'svodka[tables]'") from error
    try:
        with duckdb.connect(str(file), read_only=True) as database:
            answer = database.execute(query)
            return [column[0] for column in answer.description or []], answer.fetchall()
    except duckdb.Error as error:
        raise SettingsError(f"{file}: {error}") from error
