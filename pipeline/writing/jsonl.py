"""JSON Lines: one record a line, in one file (plain, .gz or .zst) or to a stream."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import zstandard

from pipeline.errors import SettingsError
from pipeline.writing.sink import Sink, State, Written

#: Each block is a member (gzip) or frame (Zstandard) of its own: cutting the file at a commit leaves it whole.
PACKING: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": lambda data: gzip.compress(data, mtime=0),
    ".zst": lambda data: zstandard.ZstdCompressor().compress(data),
}


class JsonLines(Sink):
    """Appends one line for every article to `records.jsonl` and its packed forms, block by block."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pack = PACKING[path.suffix if path.suffix in PACKING else ""]
        self._lines: list[bytes] = []
        self._stream: BinaryIO | None = None

    def restore(self, done: int, state: State) -> None:
        """Cut the file at the last commit. Raises SettingsError where a file is there that no journal knows of."""
        if not state and self._path.exists() and self._path.stat().st_size:
            raise SettingsError(f"{self._path} is there, but its journal is not: use another folder or --restart")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._stream = self._path.open("ab")
        self._stream.truncate(state.get("bytes", 0))

    def write(self, record: Written) -> None:
        """Take one line for the next commit."""
        self._lines.append(record.json + b"\n")

    def commit(self) -> State:
        """Append the lines since the last commit. Raises OSError."""
        assert self._stream is not None
        if self._lines:
            self._stream.write(self._pack(b"".join(self._lines)))
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._lines.clear()
        return {"bytes": self._stream.tell()}

    def close(self) -> None:
        """Close the file."""
        if self._stream is not None:
            self._stream.close()

    def clear(self) -> None:
        """Remove the file."""
        self._path.unlink(missing_ok=True)


class JsonLinesStream(Sink):
    """Writes lines to a stream such as standard output, at once; there is nothing to resume."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, record: Written) -> None:
        """Write one line. Raises OSError."""
        self._stream.write(record.json + b"\n")

    def commit(self) -> State:
        """Flush the stream. Raises OSError."""
        self._stream.flush()
        return {}
