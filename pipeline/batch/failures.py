"""failures.jsonl beside the records: what the journal knows of failures, for people and other programs."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.records import Failure
from pipeline.writing.atomic import replacing

FILE_NAME = "failures.jsonl"


class FailureFile:
    """Appends failures; `rewrite` makes the file anew from the journal, which is the truth."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._lines: list[bytes] = []

    def rewrite(self, failures: Iterable[Failure]) -> None:
        """Write the whole file. Raises OSError."""
        with replacing(self._path) as stream:
            stream.writelines(map(_line, failures))

    def add(self, failure: Failure) -> None:
        """Take a failure for the next flush."""
        self._lines.append(_line(failure))

    def flush(self) -> None:
        """Append what was added. Raises OSError."""
        if self._lines:
            with self._path.open("ab") as stream:
                stream.writelines(self._lines)
            self._lines.clear()


def _line(failure: Failure) -> bytes:
    return failure.model_dump_json().encode("utf-8") + b"\n"
