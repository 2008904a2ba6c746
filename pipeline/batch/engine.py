"""Engines: what does the work of a run. The run itself, with its journal and its one writer, is the same for all."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Protocol, cast

from pipeline.batch.job import Job, Load
from pipeline.batch.local import LocalEngine
from pipeline.batch.marks import Done, Marked
from pipeline.batch.outcome import Outcome
from pipeline.errors import SettingsError


class Engine(Protocol):
    """Turns the input of a job into outcomes, in the order of the input."""

    def rest(self, done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""

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
