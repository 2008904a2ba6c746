"""Failures of a run: a line each on standard error, and failures.jsonl in the output folder."""

from pathlib import Path
from types import TracebackType

import typer

from pipeline.records import Failure
from pipeline.writing.atomic import write_atomic

FILE_NAME = "failures.jsonl"
SHOWN = 20


class FailureLog:
    """Keeps the failures of a run. Only the first lines are shown; the file has them all."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lines: list[str] = []

    def __enter__(self) -> "FailureLog":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomic(self._folder / FILE_NAME, "".join(self._lines).encode("utf-8"))
        if len(self._lines) > SHOWN:
            typer.echo(f"svodka: … and {len(self._lines) - SHOWN} more", err=True)

    def add(self, failure: Failure) -> None:
        """Take one failure."""
        self._lines.append(failure.model_dump_json() + "\n")
        if len(self._lines) <= SHOWN:
            where = failure.source or failure.article or "?"
            typer.echo(f"svodka: {where}: {failure.error}", err=True)
