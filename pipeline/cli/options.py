"""Options of a command as one dataclass, instead of a function with a parameter for each."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from pydantic import ValidationError

from pipeline.errors import SettingsError
from pipeline.settings import Settings

LANGUAGE = re.compile("[a-z]{2,3}")
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


def languages(written: str) -> tuple[str, ...]:
    """Return ("ru", "kk") for "ru,kk". Raises SettingsError for what is no code of ISO 639."""
    codes = tuple(code.strip() for code in written.split(","))
    for code in codes:
        if not LANGUAGE.fullmatch(code):
            raise SettingsError(f"--languages {written}: {code!r} is no code of a language: write ru,kk or all")
    return codes


def settings_of(given: Mapping[str, Any]) -> Settings:
    """Return the settings given, and of the environment. Raises SettingsError for a wrong value, in one line."""
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise SettingsError(f"{name} (SVODKA_{name.upper()}): {first['msg']}, not {first['input']!r}") from error
