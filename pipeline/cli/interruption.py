"""Ctrl-C and SIGTERM: the run stops after its last commit, and says how to go on."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

INTERRUPTED = 130  # what shells give for Ctrl-C


@contextmanager
def interruptible() -> Iterator[None]:
    """Turn both signals into one message and exit status 130."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except KeyboardInterrupt as error:
        typer.echo("svodka: interrupted: the same command goes on from here", err=True)
        raise typer.Exit(INTERRUPTED) from error
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
