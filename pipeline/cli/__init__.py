"""The `svodka` command: thin, calls the rest of the package. One module a command."""

import sys

import typer

from pipeline.cli.commands import COMMANDS, Commands
from pipeline.errors import SettingsError, SvodkaError

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


@app.callback()
def svodka() -> None:
    """Russian-language economic news into typed records."""


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


__all__ = ["COMMANDS", "app", "main"]
