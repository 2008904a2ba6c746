"""The `svodka` command: thin, calls the rest of the package. One module a command."""

import sys

import typer

from pipeline.cli.compare_command import compare
from pipeline.cli.convert_command import convert
from pipeline.cli.extract_command import extract
from pipeline.cli.facts_command import facts
from pipeline.cli.schema_command import schema
from pipeline.cli.show_command import show
from pipeline.cli.sql_command import sql
from pipeline.errors import SettingsError, SvodkaError

app = typer.Typer(
    help="Russian-language economic news into typed records.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
app.command()(extract)
app.command()(show)
app.command()(schema)
app.command()(facts)
app.command()(sql)
app.command()(compare)
app.command()(convert)


def main() -> None:
    """Run the command. Errors that the user can mend are one line; wrong settings are exit status 2, others 1."""
    try:
        app()
    except SvodkaError as error:
        typer.echo(f"svodka: {error}", err=True)
        sys.exit(2 if isinstance(error, SettingsError) else 1)
    except OSError as error:
        typer.echo(f"svodka: {error.filename or 'input or output'}: {error.strerror or error}", err=True)
        sys.exit(1)


__all__ = ["app", "main"]
