"""Sources: what a path names, as open byte streams, in a fixed order."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, cast

from pipeline.errors import ReadingError

STANDARD_INPUT = "-"
SUFFIXES = frozenset({".txt", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `path` is a file ("-" is standard input), `id` what an article in it is called that has no id."""

    path: Path
    id: str

    @property
    def name(self) -> str:
        """The name for messages."""
        return "standard input" if self.is_standard_input else str(self.path)

    @property
    def is_standard_input(self) -> bool:
        """Whether this is the standard input of the process."""
        return str(self.path) == STANDARD_INPUT

    def open(self) -> BinaryIO:
        """Open the source for reading. Raises OSError."""
        # The descriptor is opened anew: closing the source must not close sys.stdin.
        return open(sys.stdin.fileno(), "rb", closefd=False) if self.is_standard_input else self.path.open("rb")


def sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """Yield the sources that the paths name: files, folders (all article files below, sorted), patterns, "-".

    Raises ReadingError for a path where nothing is.
    """
    for path in map(str, paths):
        if path == STANDARD_INPUT:
            yield Source(Path(path), "")
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        elif Path(path).exists():
            yield Source(Path(path), Path(path).stem)
        else:
            yield from _pattern(path)


def peek(stream: BinaryIO, size: int) -> bytes:
    """Return the first bytes of a buffered stream without taking them."""
    return cast(BufferedReader, stream).peek(size)[:size]


def _folder(folder: Path) -> Iterator[Source]:
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not files:
        raise ReadingError(f"{folder}: no article files here ({', '.join(sorted(SUFFIXES))}): give another folder")
    # The folder's part of the path tells a/1.txt from b/1.txt.
    yield from (Source(path, path.relative_to(folder).with_suffix("").as_posix()) for path in files)


def _pattern(pattern: str) -> Iterator[Source]:
    # Path.glob takes no absolute pattern.
    files = sorted(path for path in glob(pattern, recursive=True) if Path(path).is_file())  # noqa: PTH207
    if not files:
        raise ReadingError(f"{pattern}: no such file or folder: check the path")
    yield from (Source(Path(path), Path(path).stem) for path in files)
