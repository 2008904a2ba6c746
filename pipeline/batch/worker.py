"""A worker process: loads its work once, then serves tasks over a pipe until the pipe closes."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

from pipeline.batch.outcome import Work
from pipeline.reading import Item

#: Libraries of linear algebra start a thread a core in every process: workers would slow one another many times over.
LIBRARIES = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in LIBRARIES}
SPAWN = get_context("spawn")
READY = "ready"


class Worker:
    """One process and the parent's end of its pipe. `task` is what it works at, `deadline` when that is given up."""

    def __init__(self, load: Callable[[], Work]) -> None:
        self.connection, theirs = SPAWN.Pipe()
        self.process = SPAWN.Process(target=serve, args=(load, theirs), daemon=True)
        with _one_thread():
            self.process.start()
        # Only the child holds its end now: its death closes the pipe.
        theirs.close()
        self.task: Any = None
        self.deadline: float | None = None
        self.ready = False

    def send(self, task: Any, items: Sequence[Item]) -> None:
        """Give the worker something to do. A worker that has died meanwhile is found out by waiting on its pipe."""
        self.task = task
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(items)

    def stop(self) -> int | None:
        """End the process at once and return its exit code (negative: the signal that ended it)."""
        self.process.kill()
        self.process.join()
        self.connection.close()
        return self.process.exitcode


def how_it_ended(exit_code: int | None) -> str:
    """Return in words what the exit code of a worker says."""
    if exit_code is not None and exit_code < 0:
        return f"signal {-exit_code}, out of memory or a fault in a library"
    return f"exit code {exit_code}"


def serve(load: Callable[[], Work], connection: Connection) -> None:
    """Run in the child: say READY or the error of loading, then answer every task."""
    # Ctrl-C reaches the whole group of processes; the parent alone decides what happens then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent is gone or needs no more
        try:
            work = _loaded(load)
        except Exception as error:
            connection.send(error)
            return
        connection.send(READY)
        while True:
            connection.send(work(connection.recv()))


def _loaded(load: Callable[[], Work]) -> Work:
    """What is loaded stays: looking through it for garbage, now or later, is time for nothing."""
    gc.disable()
    try:
        return load()
    finally:
        gc.freeze()
        gc.enable()


def _end_with_parent() -> None:
    """A worker that hangs on an article would outlive a parent that was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Set the environment that a child inherits: it must be there before the child imports numpy."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
