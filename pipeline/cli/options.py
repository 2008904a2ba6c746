"""Options of a command as one dataclass, instead of a function with a parameter for each."""

import inspect
from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from pipeline.errors import SettingsError

Options = TypeVar("Options")


def takes(options: type[Options]) -> Callable[[Callable[[Options], None]], Callable[..., None]]:
    """Decorate a command that takes one options object: typer sees the fields of the dataclass as its parameters."""

    def decorate(command: Callable[[Options], None]) -> Callable[..., None]:
        def run(**values: Any) -> None:
            command(options(**values))

        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__annotations__ = {field.name: field.type for field in fields(options)}  # type: ignore[arg-type]
        run.__signature__ = inspect.signature(options)  # type: ignore[attr-defined]
        return run

    return decorate


def pairs(written: list[str] | None) -> dict[str, str]:
    """Return {"text": "body"} for ["text=body"]. Raises SettingsError where there is no "="."""
    found = {}
    for pair in written or []:
        name, sign, value = pair.partition("=")
        if not (name and sign and value):
            raise SettingsError(f"--field {pair}: write it as --field text=body (our name = the name in the input)")
        found[name] = value
    return found
