"""The journal beside the output: what is done, in one SQLite file, so that a run that was cut off can go on.

A commit is one transaction: how many articles of the input are done, the digest of those, the state of the sink, the
counts, the failures. Whatever interrupts a run leaves the last commit; the sink is put back to it, and the run goes on.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pipeline.batch.stopping import writing
from pipeline.errors import SettingsError
from pipeline.records import Failure

FILE_NAME = "journal.sqlite"
TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failures (number INTEGER PRIMARY KEY, step TEXT NOT NULL, failure TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS unread (number INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS originals (number INTEGER PRIMARY KEY, id TEXT, minhash BLOB, numbers BLOB);
CREATE TABLE IF NOT EXISTS bands (band INTEGER, number INTEGER, PRIMARY KEY (band, number)) WITHOUT ROWID;
"""


@dataclass(slots=True)
class Position:
    """How far a run is: articles of the input done, the digest of these, the sink's state, and what was counted."""

    done: int = 0
    digest: str = ""
    state: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)


class Journal:
    """The journal of one output folder, for one process at a time. Raises SvodkaError where another one has it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        with writing():
            folder.mkdir(parents=True, exist_ok=True)
            self.database = sqlite3.connect(self.path, isolation_level=None, timeout=1)
            try:
                self._begin()
            except sqlite3.OperationalError:
                self.database.close()
                raise

    def _begin(self) -> None:
        # Exclusive: the lock is held from the first write until the end, so two runs cannot mix.
        self.database.execute("PRAGMA locking_mode = EXCLUSIVE")
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("PRAGMA synchronous = FULL")
        self.database.executescript(TABLES)
        self.database.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Let go of the journal; what was not committed is taken back."""
        with suppress(sqlite3.Error):
            self.database.rollback()
        self.database.close()

    def check(self, fingerprint: dict[str, Any]) -> None:
        """Keep the fingerprint of a new run; for one that goes on, raise SettingsError where it is another one."""
        kept = self._read("fingerprint")
        if kept is None:
            self._write("fingerprint", fingerprint)
            return
        differences = [
            f"{name}: {kept.get(name)!r} then, {fingerprint.get(name)!r} now"
            for name in sorted({*kept, *fingerprint})
            if kept.get(name) != fingerprint.get(name)
        ]
        if differences:
            raise SettingsError(
                f"{self.path} is of a run with other settings ({'; '.join(differences)}): "
                "use the same, another folder, or --restart to extract everything again"
            )

    @property
    def position(self) -> Position:
        """Where the last commit was."""
        kept = self._read("position")
        return Position(**kept) if kept is not None else Position()

    def commit(self, position: Position) -> None:
        """Make everything since the last commit durable, and begin anew."""
        self._write("position", asdict(position))
        self.database.execute("COMMIT")
        self.database.execute("BEGIN IMMEDIATE")

    def fail(self, number: int, failure: Failure) -> None:
        """Keep the failure of the article with this number in the input."""
        row = (number, failure.step, failure.model_dump_json())
        self.database.execute("INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", row)

    def leave_unread(self, number: int) -> None:
        """Keep that the input itself could not be read here: its digest leaves this number out for good."""
        self.database.execute("INSERT OR IGNORE INTO unread VALUES (?)", (number,))

    def unread(self) -> set[int]:
        """Return the numbers that `leave_unread` kept."""
        return {number for (number,) in self.database.execute("SELECT number FROM unread")}

    def mend(self, number: int) -> None:
        """Forget a failure: the article was tried again and done."""
        self.database.execute("DELETE FROM failures WHERE number = ?", (number,))

    def failures(self) -> Iterator[Failure]:
        """Yield all failures in the order of the input."""
        for (row,) in self.database.execute("SELECT failure FROM failures ORDER BY number"):
            yield Failure.model_validate_json(row)

    def failed_numbers(self, without_steps: Iterable[str]) -> list[int]:
        """Return the numbers of failed articles but those of some steps (passed over, not failed)."""
        skipped = set(without_steps)
        rows = self.database.execute("SELECT number, step FROM failures ORDER BY number")
        return [number for number, step in rows if step not in skipped]

    def add(self, key: str) -> int:
        """Count a file name (see `pipeline.writing.names.Counts`)."""
        statement = "INSERT INTO names VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count"
        [(count,)] = self.database.execute(statement, (key,)).fetchall()
        return int(count)

    def _read(self, name: str) -> Any:
        row = self.database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def _write(self, name: str, value: Any) -> None:
        self.database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, json.dumps(value)))


def remove_journal(folder: Path) -> None:
    """Remove the journal of a folder, if there is one."""
    for suffix in ("", "-wal", "-shm"):
        (folder / f"{FILE_NAME}{suffix}").unlink(missing_ok=True)
