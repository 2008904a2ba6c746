"""Pool: workers that die or hang are replaced, and outcomes come in the order of the input.

A worker has one task (a few articles) at a time. When it dies or is over its time, the articles of its task are tried
again one by one; the article on which a worker of its own dies or hangs becomes a failure.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType

from pipeline.batch.outcome import Outcome, Work
from pipeline.batch.worker import READY, Worker, how_it_ended
from pipeline.errors import SvodkaError
from pipeline.reading import Item
from pipeline.records import Failure

#: So many tasks a worker may be read ahead of the one that is waited for: bounds memory when an article is slow.
AHEAD = 8
STARTS = 3


@dataclass(eq=False, slots=True)
class Task:
    """Some items in order, and their outcomes once they are there."""

    items: Sequence[Item]
    outcomes: list[Outcome] | None = None


class Pool:
    """`workers` processes that `load()` their work once each. `seconds` is what one article may take."""

    def __init__(self, load: Callable[[], Work], *, workers: int = 1, seconds: float = 60, task_size: int = 16) -> None:
        self._load, self._seconds, self._task_size = load, seconds, task_size
        self._next_size = 1  # the first tasks are small: what a run does shows soon
        self._failed_starts = 0
        self._order: deque[Task] = deque()
        self._waiting: deque[Task] = deque()
        self._count, self._most = workers, workers * AHEAD
        # The first one works alone until it has an outcome, which so comes soon: the first articles load much besides.
        self._workers = [Worker(load)]

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            worker.stop()

    def map(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """Yield the outcome of every item, in order. Raises what loading raises."""
        rest = iter(items)
        while self._fill(rest) or self._order:
            self._dispatch()
            if self._order[0].outcomes is None:
                self._wait()
            while self._order and (outcomes := self._order[0].outcomes) is not None:
                self._order.popleft()
                self._dispatch()
                yield from outcomes

    def _fill(self, rest: Iterator[Item]) -> bool:
        """Read ahead as far as workers need; say whether anything came."""
        came = False
        while len(self._order) < self._most and len(self._waiting) < len(self._workers):
            items = list(islice(rest, self._next_size))
            if not items:
                break
            self._next_size = min(2 * self._next_size, self._task_size)
            task = Task(items)
            self._order.append(task)
            self._waiting.append(task)
            came = True
        return came

    def _dispatch(self) -> None:
        for worker in self._workers:
            if worker.ready and worker.task is None and self._waiting:
                task = self._waiting.popleft()
                worker.deadline = time.monotonic() + self._seconds
                worker.send(task, task.items)

    def _wait(self) -> None:
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        timeout = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        ready = wait([worker.connection for worker in self._workers], timeout)
        for place, worker in enumerate(self._workers):
            if worker.connection in ready:
                self._receive(place, worker)
            elif worker.deadline is not None and time.monotonic() > worker.deadline:
                worker.stop()
                self._replace(place, worker, f"took more than {self._seconds:g} s: raise --seconds or leave it out")

    def _receive(self, place: int, worker: Worker) -> None:
        try:
            message = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            self._replace(place, worker, f"the worker died ({how_it_ended(worker.stop())})")
            return
        if isinstance(message, Exception):
            raise message
        if message == READY:
            worker.ready, self._failed_starts = True, 0
        else:
            worker.task.outcomes, worker.task, worker.deadline = message, None, None
            self._start_others()

    def _start_others(self) -> None:
        while len(self._workers) < self._count:
            self._workers.append(Worker(self._load))

    def _replace(self, place: int, worker: Worker, reason: str) -> None:
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise SvodkaError(f"workers do not start: {reason}: use fewer --workers or more memory")
        self._workers[place] = Worker(self._load)
        if worker.task is not None:
            self._try_again(worker.task, reason)

    def _try_again(self, task: Task, reason: str) -> None:
        if len(task.items) == 1:
            task.outcomes = [_failed(task.items[0], reason)]
            return
        singles = [Task([item]) for item in task.items]
        place = self._order.index(task)
        del self._order[place]
        for single in reversed(singles):
            self._order.insert(place, single)
        self._waiting.extendleft(reversed(singles))


def _failed(item: Item, reason: str) -> Outcome:
    identifier = item.article if isinstance(item, Failure) else item.id
    return Outcome(identifier, failure=Failure(article=identifier, step="extraction", error=reason))
