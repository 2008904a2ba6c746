"""Runs that are processes of their own and are killed or told to stop: nothing is lost, and nothing stays behind."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.settings import Settings
from tests.batch.archive import contents, run, write_archive

SPECIAL = {7: "FAIL здесь что-то пошло не так", 130: "{broken"}


def test_a_worker_that_hangs_does_not_outlive_a_run_that_was_killed(tmp_path: Path) -> None:
    process = start(write_archive(tmp_path / "a.jsonl", 4, {2: "HANG"}), tmp_path / "out", "jsonl")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        process.kill()
        pytest.skip("the system does not tell a process's children")
    until = time.monotonic() + 60
    while not children.read_text().split():  # the workers start when the machine finds time for them
        assert time.monotonic() < until
        time.sleep(0.2)
    time.sleep(4)
    workers = [Path(f"/proc/{worker}/stat") for worker in children.read_text().split()]
    process.kill()
    process.wait()
    assert workers
    until = time.monotonic() + 30
    while any(stat.exists() and " Z " not in stat.read_text() for stat in workers):
        assert time.monotonic() < until
        time.sleep(0.2)


KILLED_RUN = """
import sys
from functools import partial
from pathlib import Path
from pipeline.batch.job import Job, Watch
from pipeline.batch.run import run_job
from tests import stand_in

if __name__ == "__main__":
    job = Job(paths=[sys.argv[1]], out=Path(sys.argv[2]), form=sys.argv[3], workers=2)
    run_job(job, partial(stand_in.load_slowly, job.settings), Watch())
"""


def start(archive: Path, out: Path, form: str) -> "subprocess.Popen[bytes]":
    script = out.parent / "killed_run.py"
    script.write_text(KILLED_RUN, "utf-8")
    command = [sys.executable, str(script), str(archive), str(out), form]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])})


@pytest.mark.parametrize("form", ["json", "jsonl.gz"])
def test_killed_at_random_moments(tmp_path: Path, form: str) -> None:
    """The full test, fifty moments over 2,000 articles, is benchmarks/kills.py; this is its short form."""
    archive = write_archive(tmp_path / "a.jsonl", 1_000, SPECIAL)
    run(archive, tmp_path / "whole", form=form)
    chance = random.Random(7)
    kills = 0
    while kills < 4:
        process = start(archive, tmp_path / "cut", form)
        time.sleep(chance.uniform(1.0, 2.2))
        kills += process.poll() is None
        process.send_signal(signal.SIGKILL if process.poll() is None else 0)
        if process.wait() == 0:
            break
    assert start(archive, tmp_path / "cut", form).wait() == 0
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


SIGNALLED_COMMAND = """
import signal

from pipeline.cli import extract_command, main
from tests import stand_in

if __name__ == "__main__":
    # A shell that starts the tests in the background has them ignore SIGINT.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    extract_command.extraction = stand_in.load_slowly
    main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_by_a_signal_the_same_command_goes_on(tmp_path: Path, number: int) -> None:
    archive, records = write_archive(tmp_path / "a.jsonl", 4_000, SPECIAL), tmp_path / "cut" / "records.jsonl"
    script = tmp_path / "command.py"
    script.write_text(SIGNALLED_COMMAND, "utf-8")
    command = [sys.executable, str(script), "extract", str(archive), "-o", str(tmp_path / "cut"), "-f", "jsonl"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    while not (records.exists() and records.stat().st_size):
        time.sleep(0.05)
    process.send_signal(number)
    _, message = process.communicate()
    assert process.returncode == 130
    assert "interrupted: the same command goes on from here" in message.decode()
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1
    run(archive, tmp_path / "whole", form="jsonl", settings=Settings())
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
