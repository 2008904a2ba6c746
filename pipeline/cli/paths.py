"""The paths of a command: those named, then those that a list names."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Thread
from weakref import finalize

from pipeline.errors import SettingsError, SvodkaError
from pipeline.reading import STANDARD_INPUT, Named, named_sources
from pipeline.records import Failure


class Paths:
    """Paths from the command line, then those that a file lists. They can be gone through again and again."""

    def __init__(self, named: list[str], list_file: str | None) -> None:
        self._named, self._list_file = named, list_file

    def __iter__(self) -> Iterator[str]:
        yield from self._named
        if self._list_file is not None:
            with Path(self._list).open(encoding="utf-8") as lines:
                yield from filter(None, (line.strip() for line in lines))

    @cached_property
    def _list(self) -> str:
        if self._list_file == STANDARD_INPUT:
            return self._keep_input()
        try:
            Path(str(self._list_file)).open(encoding="utf-8").close()
        except OSError as error:
            raise SettingsError(f"--paths-from {self._list_file}: {error.strerror}: check the path") from error
        return str(self._list_file)

    def _keep_input(self) -> str:
        """Standard input comes once, and is kept in a file until the end of the run."""
        with (
            open(sys.stdin.fileno(), encoding="utf-8", closefd=False) as lines,
            NamedTemporaryFile("w", encoding="utf-8", prefix="svodka-paths-", delete=False) as kept,
        ):
            shutil.copyfileobj(lines, kept)
        finalize(self, os.unlink, kept.name)
        return kept.name


class InputSize:
    """How many bytes all sources of the paths have, as stored: found out beside the run once it is asked for."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = paths
        self._thread: Thread | None = None
        self._size: int | None = None

    def __call__(self) -> int | None:
        """Return the size; None as long as it is not known, and where nobody knows."""
        if self._thread is None:
            self._thread = Thread(target=self._measure, daemon=True)
            self._thread.start()
        return self._size

    def _measure(self) -> None:
        with suppress(SvodkaError, OSError):  # the run itself will say what is wrong
            self._size = _total(map(_size, named_sources(self._paths)))


def _size(named: Named) -> int | None:
    return 0 if isinstance(named, Failure) else named.size


def _total(sizes: Iterable[int | None]) -> int | None:
    total = 0
    for size in sizes:
        if size is None:
            return None
        total += size
    return total
