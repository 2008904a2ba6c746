"""A disk that fills up in the middle of a run: one clear message, and with more room the same command goes on."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import SvodkaError
from tests.batch.archive import contents, run, write_archive

#: Each form with a number of articles, and the kilobytes that take the journal and some blocks of them, but not all.
DISKS = {"json": (700, 1_400), "jsonl.gz": (1_000, 600), "parquet": (3_000, 2_200), "duckdb": (3_000, 5_000)}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own in memory; `resize` gives it room."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None or not resize(place, 300, "size"):
        pytest.skip("mounting a file system is for the superuser")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def resize(place: Path, kilobytes: int, how: str = "remount,size") -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"{how}={kilobytes}k", "tmpfs", str(place)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("form", DISKS)
def test_the_run_goes_on_when_there_is_room(tmp_path: Path, disk: Path, form: str) -> None:
    count, kilobytes = DISKS[form]
    archive = write_archive(tmp_path / "a.jsonl", count, {7: "FAIL", 130: "{broken"})
    resize(disk, kilobytes)
    with pytest.raises(SvodkaError, match=r"writing stopped: .+: make room and run the same command again"):
        run(archive, disk / "out", form=form)
    resize(disk, 200_000)
    report = run(archive, disk / "out", form=form)
    assert 0 < report.resumed_at < count
    assert (report.counts["articles"], report.counts["failed"]) == (count - 2, 2)
    run(archive, tmp_path / "whole", form=form)
    if form != "duckdb":
        assert contents(disk / "out") == contents(tmp_path / "whole")


def test_a_disk_that_is_full_from_the_start(tmp_path: Path, disk: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 10)
    resize(disk, 8)
    with pytest.raises(SvodkaError, match="make room"):
        run(archive, disk / "out", form="jsonl")
    resize(disk, 10_000)
    assert run(archive, disk / "out", form="jsonl").counts["articles"] == 10
