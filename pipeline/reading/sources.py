"""Sources: what a path names, as byte streams to open, in a fixed order."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from pipeline.errors import ReadingError
from pipeline.reading.opened import Opened
from pipeline.reading.sniffing import is_article_name
from pipeline.reading.stores import open_remote, remote_files

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `path` is a file ("-" is standard input, s3://… and the like are object stores).

    `file_name` is its name below the folder that was given: it tells a/1.txt from b/1.txt. `size` is in bytes, as
    stored; None where nobody knows.
    """

    path: str
    file_name: str
    size: int | None = None

    def open(self) -> Opened:
        """Open the source for reading. Raises OSError, and ReadingError where fsspec is missing."""
        if self.path == STANDARD_INPUT:
            # The descriptor is opened anew: closing the source must not close sys.stdin.
            return Opened("standard input", "", open(sys.stdin.fileno(), "rb", closefd=False))
        if "://" in self.path:
            return Opened(self.path, self.file_name, open_remote(self.path))
        return Opened(self.path, self.file_name, Path(self.path).open("rb"))


def sources(path: str) -> Iterator[Source]:
    """Yield the sources that a path names: a file, a folder (all article files below, sorted), a pattern, "-".

    Raises ReadingError for a path where nothing is; the message leaves the path to the caller.
    """
    if path == STANDARD_INPUT:
        yield Source(path, "")
    elif "://" in path:
        yield from (Source(*remote) for remote in remote_files(path))
    elif os.path.isdir(path):  # noqa: PTH112 (a path stays a string: millions of them are listed)
        yield from _checked(_folder(path), "no article files here: give another folder")
    elif Path(path).exists():
        yield Source(path, Path(path).name, _size(path))
    else:
        # Path.glob takes no absolute pattern.
        names = (name for name in sorted(glob(path, recursive=True)) if Path(name).is_file())  # noqa: PTH207
        found = (Source(name, Path(name).name, _size(name)) for name in names)
        yield from _checked(found, "no such file or folder: check the path")


def _checked(found: Iterator[Source], message: str) -> Iterator[Source]:
    first = next(found, None)
    if first is None:
        raise ReadingError(message)
    yield first
    yield from found


def _folder(folder: str, below: str = "") -> Iterator[Source]:
    """Only one folder's names are held at a time; each is sorted, so that the order is the same everywhere."""
    with os.scandir(folder) as entries:
        names = sorted((entry.name, entry.is_dir()) for entry in entries)
    for name, is_folder in names:
        if is_folder and not name.startswith("."):
            yield from _folder(f"{folder}/{name}", f"{below}{name}/")
        elif not is_folder and is_article_name(name):
            file = f"{folder.rstrip('/')}/{name}"
            yield Source(file, below + name, _size(file))


def _size(file: str) -> int | None:
    try:
        return os.stat(file).st_size  # noqa: PTH116 (as above)
    except OSError:
        return None  # opening it will say why
