"""Sink: where records go. One module a format implements it."""

from typing import Protocol


class Sink(Protocol):
    """Takes records one after another, in the order of the input."""

    def write(self, identifier: str, record: bytes) -> None:
        """Take one record: the article's id and the record as UTF-8 JSON. Raises OSError."""

    def close(self) -> None:
        """Put everything in its place. Nothing may be written after."""
