"""JSON Lines: one record a line in one file, or to a stream."""

from typing import BinaryIO


class JsonLines:
    """Writes one line for every article to a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, identifier: str, record: bytes) -> None:
        """Write one line. Raises OSError."""
        self._stream.write(record + b"\n")

    def close(self) -> None:
        """Flush the stream."""
        self._stream.flush()
