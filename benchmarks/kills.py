"""A run that is killed (kill -9) at random moments and started again each time gives what an undisturbed one gives.

    python -m benchmarks.kills [--moments 50] [--articles 2000] [--form jsonl] [--seed 1] [--models]

The moment is drawn from the time that an undisturbed run takes. A run that comes to its end is compared, forgotten and
begun anew until there were enough moments. Without `--models` a stand-in finds one name an article, a few milliseconds
each: then kills fall into reading, writing and commits far more often than with models, which take most of the time.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from functools import partial
from pathlib import Path

from benchmarks.recombined import write_articles
from pipeline.batch.job import Job, Watch
from pipeline.batch.loading import extraction
from pipeline.batch.run import run_job
from tests import stand_in
from tests.batch.archive import contents


def start(options: argparse.Namespace, archive: Path, out: Path) -> "subprocess.Popen[bytes]":
    """Start a run as a process of its own, the leader of its group."""
    command = [sys.executable, "-m", "benchmarks.kills", "--run", str(archive), str(out), "--form", options.form]
    return subprocess.Popen(command + ["--models"] * options.models, start_new_session=True)


def run(options: argparse.Namespace) -> None:
    """What the process does."""
    archive, out = map(Path, options.run)
    job = Job(paths=[str(archive)], out=out, form=options.form, workers=2)
    load = extraction if options.models else stand_in.load_slowly
    run_job(job, partial(load, job.settings), Watch())


def kill(process: "subprocess.Popen[bytes]") -> bool:
    """Kill the process alone, as the system does; its workers must find out. Say whether it still ran."""
    running = process.poll() is None
    if running:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    return running


def moments(options: argparse.Namespace, folder: Path) -> Counter[str]:
    """Kill and start until there were enough moments, then let the last run end. Count kills and comparisons."""
    archive, whole, out = write_articles(folder / "a.jsonl", options.articles), folder / "whole", folder / "out"
    began = time.monotonic()
    start(options, archive, whole).wait()
    seconds, expected = time.monotonic() - began, contents(whole)
    chance, counts = random.Random(options.seed), Counter[str]()
    while counts["killed"] < options.moments or not counts["compared"] or out.exists():
        process = start(options, archive, out)
        if counts["killed"] < options.moments:
            time.sleep(chance.uniform(0, seconds))
            if kill(process):
                counts["killed"] += 1
                print(f"{counts['killed']} of {options.moments} moments", end="\r", file=sys.stderr, flush=True)
                continue
        assert process.wait() == 0
        counts["compared"] += 1
        counts["different"] += contents(out) != expected
        shutil.rmtree(out)
    return counts


def main() -> None:
    """Kill and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--form", default="jsonl")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--models", action="store_true")
    parser.add_argument("--run", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run(options)
        return
    with tempfile.TemporaryDirectory() as folder:
        counts = moments(options, Path(folder))
    print(
        f"{options.form}: killed at {counts['killed']} moments, {counts['compared']} runs came to their end, "
        f"{counts['different']} of them different from an undisturbed one"
    )


if __name__ == "__main__":
    main()
