"""The connection to a Ray cluster: the one at an address, or one that is started on this machine for the run."""

import logging
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

import ray

from pipeline.errors import SvodkaError

#: Nothing goes over the network but the work; and of Ray's own log only what ends a run is for our users.
DEFAULTS = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}
SECONDS_TO_ANSWER = 10


@contextmanager
def connected(address: str | None) -> Iterator[list[float]]:
    """Connect, give the number of processors of every node, and let go at the end.

    Raises SvodkaError where nothing answers at the address, and where the cluster fails during the work.
    """
    already = ray.is_initialized()
    if not already:
        _connect(address)
    try:
        yield [node["Resources"].get("CPU", 0.0) for node in ray.nodes() if node["Alive"]]
    except ray.exceptions.RayError as error:
        raise SvodkaError(f"the cluster failed: {_reason(error)}: the same command goes on from here") from error
    finally:
        if not already:
            ray.shutdown()


def _connect(address: str | None) -> None:
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    on_end = signal.getsignal(signal.SIGTERM)
    quiet = {"logging_level": logging.ERROR, "log_to_driver": False}
    try:
        _knock(address or "")
        if address is None:
            ray.init("local", include_dashboard=False, **quiet)
        else:
            ray.init(address, **quiet)
    except (OSError, ValueError, RuntimeError) as error:
        where = address or "this machine"
        raise SvodkaError(f"no Ray cluster on {where}: {_reason(error)}: check --address, or leave it out") from error
    if current_thread() is main_thread():
        signal.signal(signal.SIGTERM, on_end)  # Ray's own would end the process without a word


def _knock(address: str) -> None:
    """Ask HOST:PORT whether anybody is there: Ray itself would try for minutes. Raises OSError."""
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon and port.isdigit():
        socket.create_connection((host, int(port)), SECONDS_TO_ANSWER).close()


def _reason(error: BaseException) -> str:
    """The last line that says something: Ray's messages carry the whole stack of the other side."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1].rstrip(".") if lines else type(error).__name__
