"""Job: what to extract, how, and where to; Watch: who follows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.batch.outcome import Work
from pipeline.batch.report import Report
from pipeline.reading import ReadingOptions
from pipeline.records import Failure
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What to extract, how, and where to. `paths` is gone through once for each pass over the input.

    `form` is a name in `pipeline.writing.forms.FORMS`, `engine` one in `pipeline.batch.engine.ENGINES`; `address` is
    that of a Ray cluster (None: one is started on this machine), `blocks` a folder or object store for the outcomes on
    their way from there (None: they come through Ray). Without `workers` there is one, on a cluster as many as its
    processors take.
    """

    paths: Iterable[str]
    out: Path
    form: str = "json"
    workers: int | None = None
    engine: str = "local"
    address: str | None = None
    blocks: str | None = None
    settings: Settings = field(default_factory=Settings)
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    skip_reprints: bool = False
    restart: bool = False
    retry_failed: bool = False


#: Loads what a worker does; called in each worker, so it must be picklable.
Load = Callable[[], Work]


def _no_failure(failure: Failure) -> None:
    """Take a failure and do nothing."""


def _no_report(report: Report) -> None:
    """Take a report and do nothing."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Called with each failure, and with the report after each article."""

    failed: Callable[[Failure], None] = _no_failure
    advanced: Callable[[Report], None] = _no_report
