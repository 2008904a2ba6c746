"""What a run says when its output cannot be written: a full disk, a quota, a disk that is gone."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import SettingsError, SvodkaError

BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
#: There is no writing at this path, however much room there is.
WRONG_PLACE = (errno.EACCES, errno.EEXIST, errno.EISDIR, errno.ENOENT, errno.ENOTDIR, errno.EPERM, errno.EROFS)


@contextmanager
def writing() -> Iterator[None]:
    """Within, output is written. Where that fails, SvodkaError tells the way out, SettingsError of a wrong path."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        if getattr(error, "sqlite_errorcode", None) in BUSY:
            raise SvodkaError(f"{error}: does another run write to this folder?") from error
        if isinstance(error, OSError) and error.errno in WRONG_PLACE:
            wrong = f"{error.filename}: {error.strerror}"
            raise SettingsError(f"{wrong}: check the path after -o, and its rights") from error
        raise SvodkaError(
            f"writing stopped: {_reason(error)}: make room and run the same command again, it goes on from here"
        ) from error


def _reason(error: OSError | sqlite3.OperationalError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
