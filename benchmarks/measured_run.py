"""One measured run of a batch, in a process of its own.

    python -m benchmarks.measured_run ARCHIVE OUT FORM WORKERS KILL

It kills itself, as a power cut does, after KILL articles (0: never). Else it prints JSON: when (seconds from the start)
each hundredth article was written and what processor time had gone into that, the seconds that all took and those in
the writer and the journal, and the number of articles. `watched()` starts such a run and watches its memory.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.figures import EVERY, Figures

BEGAN = time.perf_counter()
PAGE, TICKS = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_CLK_TCK")
STEP_SECONDS = 0.25


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


def workers_seconds() -> float:
    """Return the processor seconds of the processes that this one started."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
    return sum(map(_seconds, children))


def _seconds(process: str) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS  # user, system


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
    writing, times, workers_cpu, own_cpu = Timed(), list[float](), list[float](), list[float]()
    Writer.write = writing.wrap(Writer.write)  # type: ignore[method-assign]
    Writer.commit = writing.wrap(Writer.commit)  # type: ignore[method-assign]

    def advanced(report: Report) -> None:
        if not times or (report.done - report.resumed_at) % EVERY == 0:
            times.append(time.perf_counter() - BEGAN)
            workers_cpu.append(workers_seconds())
            own_cpu.append(time.process_time())
        if report.done - report.resumed_at == int(kill):
            os.kill(os.getpid(), signal.SIGKILL)

    job = Job(paths=[archive], out=Path(out), form=form, workers=int(workers))
    report = run_job(job, partial(extraction, job.settings), Watch(advanced=advanced))
    seconds = time.perf_counter() - BEGAN
    figures = Figures(seconds, writing.seconds, report.done, report.resumed_at, times, workers_cpu, own_cpu)
    print(json.dumps(vars(figures)))


if __name__ == "__main__":
    main()
