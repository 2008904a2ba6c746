"""The commands by name. A command's module is imported when it is asked for: `extract` need not wait for the others."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

#: In the order of the help; `pipeline.cli.<name>_command` has a function of the same name.
COMMANDS = ("extract", "show", "schema", "facts", "sql", "compare", "convert")


class Commands(TyperGroup):
    """The group of the `svodka` command."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str) -> Any:  # type: ignore[override]
        """Import a command; None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        one = typer.Typer(add_completion=False, rich_markup_mode="rich", pretty_exceptions_enable=False)
        one.command(cmd_name)(getattr(import_module(f"pipeline.cli.{cmd_name}_command"), cmd_name))
        return typer.main.get_command(one)
