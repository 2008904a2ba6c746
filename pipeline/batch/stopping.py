"""What a run says when its output cannot be written: a full disk, a quota, a disk that is gone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import SvodkaError

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def writing() -> Iterator[None]:
    """Within, output is written. Raises SvodkaError with the way out where that fails."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "sqlite_errorcode", None) in BUSY:
            raise SvodkaError(f"{error}: does another run write to this folder?") from error
        raise SvodkaError(
            f"writing stopped: {_reason(error)}: make room and run the same command again, it goes on from here"
        ) from error


def _reason(error: OSError | sqlite3.OperationalError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
