"""The local engine: workers on this machine."""

from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from pipeline.batch.job import Job, Load
from pipeline.batch.marks import Done, Marked, mark_of, skip_done
from pipeline.batch.outcome import Outcome
from pipeline.batch.pool import Pool
from pipeline.reading import Item, Walk, named_sources, read_items


class LocalEngine:
    """Reads in this process and extracts in worker processes, `job.workers` of them (one unless told otherwise)."""

    def __init__(self, job: Job, load: Load) -> None:
        self._job, self._load = job, load

    def __enter__(self) -> Self:
        """Start the workers: they load their models while the run opens its output and passes over what is done."""
        seconds = self._job.settings.seconds_per_article
        self._pool = Pool(self._load, workers=self._job.workers or 1, seconds=seconds)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers."""
        self._pool.stop()

    def rest(self, done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""
        walk = Walk(named_sources(self._job.paths), self._job.reading)
        marks: deque[tuple[str | None, int]] = deque()
        skip_done(walk, done)
        for outcome in self._pool.map(_noting(walk, marks)):
            yield Marked(*marks.popleft(), outcome)

    def settle(self, done: int) -> None:
        """Nothing is kept of what is done."""

    def again(self, numbers: Sequence[int]) -> Iterator[Outcome]:
        """Yield the outcomes of the items with these numbers, ascending."""
        wanted = frozenset(numbers)
        items = enumerate(read_items(self._job.paths, self._job.reading))
        yield from self._pool.map(item for number, item in items if number in wanted)


def _noting(walk: Walk, marks: deque[tuple[str | None, int]]) -> Iterator[Item]:
    """Items on their way to the workers; what is known of them is kept until their outcomes come."""
    for item in walk:
        marks.append((mark_of(item), walk.read))
        yield item
