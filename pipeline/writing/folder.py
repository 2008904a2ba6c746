"""One pretty JSON file per article in a folder."""

import json
from pathlib import Path

from pipeline.writing.atomic import write_atomic
from pipeline.writing.names import Names


class JsonFolder:
    """Writes `<safe id>.json` for every article."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._names = Names()

    def write(self, identifier: str, record: bytes) -> None:
        """Write one article's file. Raises OSError."""
        write_atomic(self._folder / f"{self._names.take(identifier)}.json", pretty(record))

    def close(self) -> None:
        """Nothing is left to do: every file is in its place already."""


def pretty(record: bytes) -> bytes:
    """Return the JSON of a record with indentation and a line end; the order of fields is the contract's."""
    return (json.dumps(json.loads(record), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
