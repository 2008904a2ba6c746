"""Engines: what does the work of a run. The run itself, with its journal and its one writer, is the same for all."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from types import TracebackType
from typing import Protocol, Self, cast

from pipeline.batch.job import Job, Load
from pipeline.batch.local import LocalEngine
from pipeline.batch.marks import Done, Marked
from pipeline.batch.outcome import Outcome
from pipeline.errors import SettingsError


class Engine(Protocol):
    """Turns the input of a job into outcomes, in the order of the input. It works within a `with`."""

    def __enter__(self) -> Self:
        """Get ready, in the background: the run opens its output meanwhile."""

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of all that works, whatever it is at."""

    def rest(self, done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""

    def settle(self, done: int) -> None:
        """Take note that the first `done` items are committed: their outcomes are not asked for again."""

    def again(self, numbers: Sequence[int]) -> Iterator[Outcome]:
        """Yield the outcomes of the items with these numbers, ascending."""


def _on_ray(job: Job, load: Load) -> Engine:
    try:
        engine = import_module("pipeline.batch.cluster.engine").RayEngine
    except ImportError as error:
        raise SettingsError(f"{error.name} is missing: pip install 'svodka[ray]'") from error
    return cast(Engine, engine(job, load))


ENGINES: dict[str, Callable[[Job, Load], Engine]] = {"local": LocalEngine, "ray": _on_ray}


def engine_of(job: Job, load: Load) -> Engine:
    """Return the engine of a job. Raises SettingsError for a missing extra, and for what the engine cannot do."""
    return ENGINES[job.engine](job, load)
