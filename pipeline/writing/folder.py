"""One pretty JSON file per article in a folder."""

import os
from pathlib import Path

from pydantic_core import from_json, to_json

from pipeline.writing.atomic import write_atomic
from pipeline.writing.names import Names
from pipeline.writing.sink import Sink, State, Written


class JsonFolder(Sink):
    """Writes `<safe id>.json` for every article. Written twice it has the same bytes: nothing is taken back."""

    def __init__(self, folder: Path, names: Names) -> None:
        self._folder, self._names = folder, names
        self._fresh: list[Path] = []

    def restore(self, done: int, state: State) -> None:
        """Make the folder."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def write(self, record: Written) -> None:
        """Write one article's file. Raises OSError."""
        path = self._folder / f"{self._names.take(record.id)}.json"
        write_atomic(path, pretty(record.json))
        self._fresh.append(path)

    def commit(self) -> State:
        """See that the files of the block outlive a power cut. Raises OSError."""
        for path in (*self._fresh, self._folder):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        self._fresh.clear()
        return {}

    def clear(self) -> None:
        """Remove all records of the folder."""
        for path in self._folder.glob("*.json"):
            path.unlink()


def pretty(record: bytes) -> bytes:
    """Return the JSON of a record with indentation and a line end; the order of fields is the contract's."""
    return to_json(from_json(record), indent=2) + b"\n"
