"""Pace: how fast a run is and how long it has still to go, by the bytes of the input that are read."""

from collections.abc import Callable
from datetime import timedelta

from pipeline.batch.report import Report


class Pace:
    """The pace since the first report. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._began = clock, clock()
        self._first: tuple[float, int] | None = None

    def describe(self, report: Report, size: int | None) -> str:
        """Return articles done, failures, rate, and the time that is left of an input of `size` bytes, if known."""
        now = self._clock()
        rate = (report.done - report.resumed_at) / max(now - self._began, 1e-9)
        words = f"{report.done} articles · {report.counts['failed']} failed · {rate:.1f} articles/s"
        left = self._left(now, report.read, size)
        return words if left is None else f"{words} · {left} left"

    def _left(self, now: float, read: int, size: int | None) -> timedelta | None:
        """What an earlier run did says nothing of the pace, so it is measured from the first report on."""
        if self._first is None:
            self._first = now, read
        seconds, gone = now - self._first[0], read - self._first[1]
        if size is None or seconds <= 0 or gone <= 0:
            return None
        return timedelta(seconds=round(max(0, size - read) * seconds / gone))
