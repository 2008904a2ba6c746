"""The local engine: workers on this machine."""

from collections import deque
from collections.abc import Iterator, Sequence

from pipeline.batch.job import Job, Load
from pipeline.batch.marks import Done, Marked, mark_of, skip_done
from pipeline.batch.outcome import Outcome
from pipeline.batch.pool import Pool
from pipeline.reading import Item, Walk, named_sources, read_items


class LocalEngine:
    """Reads in this process and extracts in worker processes, `job.workers` of them (one unless told otherwise)."""

    def __init__(self, job: Job, load: Load) -> None:
        self._job, self._load = job, load

    def rest(self, done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""
        walk = Walk(named_sources(self._job.paths), self._job.reading)
        marks: deque[tuple[str | None, int]] = deque()
        with self._pool() as pool:
            skip_done(walk, done)  # meanwhile the workers load their models
            for outcome in pool.map(_noting(walk, marks)):
                yield Marked(*marks.popleft(), outcome)

    def again(self, numbers: Sequence[int]) -> Iterator[Outcome]:
        """Yield the outcomes of the items with these numbers, ascending."""
        wanted = frozenset(numbers)
        items = enumerate(read_items(self._job.paths, self._job.reading))
        with self._pool() as pool:
            yield from pool.map(item for number, item in items if number in wanted)

    def _pool(self) -> Pool:
        return Pool(self._load, workers=self._job.workers or 1, seconds=self._job.settings.seconds_per_article)


def _noting(walk: Walk, marks: deque[tuple[str | None, int]]) -> Iterator[Item]:
    """Items on their way to the workers; what is known of them is kept until their outcomes come."""
    for item in walk:
        marks.append((mark_of(item), walk.read))
        yield item
