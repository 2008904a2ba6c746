"""A DuckDB file with a table for each kind of record part: `records.duckdb`."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import SettingsError
from pipeline.records import Failure
from pipeline.writing.blocks import table_of
from pipeline.writing.names import Names
from pipeline.writing.sink import Sink, State, Written

FILE_NAME = "records.duckdb"
# Facts refer to quantities and all to articles: children go first.
TABLES = ("facts", "quantities", "dates", "mentions", "people", "locations", "organizations", "failures", "articles")
#: The writer is one of many processes.
CONFIGURATION: dict[str, str | bool | int | float | list[str]] = {
    "threads": "1",
    "memory_limit": "2GB",
    "preserve_insertion_order": "true",
}
#: DuckDB keeps what it has read and written up to its limit, which a block of long articles needs; but memory must not
#: grow with the archive, so that after each block all beyond this goes.
KEPT = "32MB"
#: So much JSON goes to the tables at once.
MOST_BYTES = 4 * 2**20


class DuckDBFile(Sink):
    """Writes blocks of records, each in one transaction."""

    block = 512

    def __init__(self, folder: Path, names: Names) -> None:
        self._path = folder / FILE_NAME
        self._records: list[Written] = []
        self._failures: list[tuple[Any, ...]] = []
        self._database: duckdb.DuckDBPyConnection | None = None

    def restore(self, done: int, state: State) -> None:
        """Remove what came after the last commit. Raises SettingsError for a file that no journal knows of."""
        with _errors_of_disks():
            self._open()
            newest = self._newest()
            if not state and newest >= 0:
                raise SettingsError(f"{self._path} is there, but its journal is not: use another folder or --restart")
            if newest >= done:
                self._delete(f"article >= {int(done)}")

    def write(self, record: Written) -> None:
        """Take one record for the next commit."""
        self._records.append(record)

    def fail(self, number: int, failure: Failure) -> None:
        """Take one failure for the next commit."""
        self._failures.append((number, failure.article, failure.source, failure.step, failure.error))

    def mend(self, number: int) -> None:
        """Forget a failure, and what a run that was cut off has of this article."""
        self._delete(f"article = {int(number)}")

    def commit(self) -> State:
        """Write the block in one transaction. Raises OSError where the disk is full."""
        with _errors_of_disks():
            self._write()
        return {"written": 1}

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()

    def clear(self) -> None:
        """Remove the file."""
        self._path.unlink(missing_ok=True)
        self._path.with_name(f"{FILE_NAME}.wal").unlink(missing_ok=True)

    def _open(self) -> None:
        self._database = duckdb.connect(str(self._path), config=CONFIGURATION)
        self._database.execute((files("pipeline.writing") / "sql" / "tables.sql").read_text("utf-8"))

    def _write(self) -> None:
        assert self._database is not None
        self._database.begin()
        load = (files("pipeline.writing") / "sql" / "load.sql").read_text("utf-8")
        for part in _parts(self._records):
            self._database.register("block", table_of(part))
            self._database.execute(load)
            self._database.unregister("block")
        if self._failures:
            self._database.executemany("INSERT INTO failures VALUES (?, ?, ?, ?, ?)", self._failures)
        self._database.commit()
        self._records.clear()
        self._failures.clear()
        self._let_go()

    def _let_go(self) -> None:
        assert self._database is not None
        with suppress(duckdb.OutOfMemoryException):  # more than this is in use, not only kept: the limit stays
            self._database.execute(f"SET memory_limit = '{KEPT}'")
        self._database.execute(f"SET memory_limit = '{CONFIGURATION['memory_limit']}'")

    def _newest(self) -> int:
        assert self._database is not None
        row = self._database.execute("SELECT max(article) FROM (FROM articles UNION BY NAME FROM failures)").fetchone()
        return -1 if row is None or row[0] is None else int(row[0])

    def _delete(self, which: str) -> None:
        assert self._database is not None
        for table in TABLES:
            # Each in a transaction of its own: within one, DuckDB still sees the children that are gone.
            self._database.execute(f"DELETE FROM {table} WHERE {which}")


def _parts(records: Iterable[Written]) -> Iterator[list[Written]]:
    """Records in groups of at most MOST_BYTES of JSON; a longer record is a group of its own."""
    part: list[Written] = []
    size = 0
    for record in records:
        if part and size + len(record.json) > MOST_BYTES:
            yield part
            part, size = [], 0
        part.append(record)
        size += len(record.json)
    if part:
        yield part


@contextmanager
def _errors_of_disks() -> Iterator[None]:
    """What DuckDB cannot write or read is an OSError, as for all sinks."""
    try:
        yield
    except duckdb.Error as error:
        raise OSError(str(error)) from error
