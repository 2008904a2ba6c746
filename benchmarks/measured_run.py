"""One measured run of a batch, in a process of its own.

    python -m benchmarks.measured_run ARCHIVE OUT FORM WORKERS KILL

It kills itself, as a power cut does, after KILL articles (0: never). Else it prints JSON: when (seconds from the start)
each hundredth article was written, the seconds that all took and those in the writer and the journal, and the number
of articles. `watched()` starts such a run and watches its memory.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

BEGAN = time.perf_counter()
PAGE = os.sysconf("SC_PAGE_SIZE")
STEP_SECONDS = 0.25
#: The caches of words fill: what a long run does in a second shows after so many articles.
WARM = 500
EVERY = 100


@dataclass(frozen=True)
class Figures:
    """What a run printed (`times`: of the first article, then of every hundredth), and its largest memory in MB: the
    resident pages of the process tree, those that processes share counted for each of them."""

    seconds: float
    writing: float
    done: int
    resumed_at: int
    times: list[float]
    peak_mb: float = 0

    @property
    def rate(self) -> float:
        """Articles a second of the warm part."""
        warm = self.times[WARM // EVERY :]
        return EVERY * (len(warm) - 1) / (warm[-1] - warm[0])


def start(archive: Path, out: Path, form: str, workers: int, kill: int = 0) -> "subprocess.Popen[bytes]":
    """Start a run."""
    arguments = (archive, out, form, workers, kill)
    command = [sys.executable, "-m", "benchmarks.measured_run", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def watched(archive: Path, out: Path, form: str, workers: int) -> Figures:
    """Run to the end and watch."""
    process = start(archive, out, form, workers)
    peak = 0
    while process.poll() is None:
        peak = max(peak, tree_pages(process.pid))
        time.sleep(STEP_SECONDS)
    assert process.stdout is not None
    return Figures(**json.loads(process.stdout.read()) | {"peak_mb": peak * PAGE / 2**20})


def tree_pages(process: int) -> int:
    """Return the resident pages of a process and all below it; 0 for one that is gone."""
    try:
        own = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return own + sum(tree_pages(int(child)) for child in children)


class Timed:
    """Seconds spent in the functions that it wraps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, timed."""

        def timed(*arguments: Any) -> Any:
            started = time.perf_counter()
            try:
                return function(*arguments)
            finally:
                self.seconds += time.perf_counter() - started

        return timed


def main() -> None:
    """Run and print the figures."""
    from pipeline.batch.job import Job, Watch
    from pipeline.batch.loading import extraction
    from pipeline.batch.report import Report
    from pipeline.batch.run import run_job
    from pipeline.batch.writer import Writer

    archive, out, form, workers, kill = sys.argv[1:]
    writing, times = Timed(), list[float]()
    Writer.write = writing.wrap(Writer.write)  # type: ignore[method-assign]
    Writer.commit = writing.wrap(Writer.commit)  # type: ignore[method-assign]

    def advanced(report: Report) -> None:
        if not times or (report.done - report.resumed_at) % EVERY == 0:
            times.append(time.perf_counter() - BEGAN)
        if report.done - report.resumed_at == int(kill):
            os.kill(os.getpid(), signal.SIGKILL)

    job = Job(paths=[archive], out=Path(out), form=form, workers=int(workers))
    report = run_job(job, partial(extraction, job.settings), Watch(advanced=advanced))
    seconds = time.perf_counter() - BEGAN
    print(json.dumps(vars(Figures(seconds, writing.seconds, report.done, report.resumed_at, times))))


if __name__ == "__main__":
    main()
