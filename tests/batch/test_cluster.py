"""The Ray engine on two nodes of one processor each: the records, failures and reprints of the local engine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.cluster.sizes import actors_for, readers_for
from pipeline.batch.engine import engine_of
from pipeline.batch.job import Job
from pipeline.batch.marks import Done
from pipeline.errors import SettingsError, SvodkaError
from tests import stand_in
from tests.batch.archive import contents, failures, run, write_archive

SIZES = [
    ([2.0], None, 2),
    ([2.0], 2, 2),
    ([2.0], 8, 2),
    ([2.0], 1, 1),
    ([1.0, 1.0], None, 2),
    ([1.0], 4, 1),
    ([16.0], None, 17),
    ([9.0], None, 9),
    ([0.0, 4.0], None, 4),
    ([64.0] * 10, 500, 500),
]


@pytest.mark.parametrize(("nodes", "wanted", "actors"), SIZES)
def test_actors_leave_a_share_for_reading_on_every_node(nodes: list[float], wanted: int | None, actors: int) -> None:
    assert actors_for(nodes, wanted) == actors
    assert readers_for(actors) >= 1


def test_a_cluster_without_processors_is_refused() -> None:
    with pytest.raises(SettingsError, match="no node with a whole processor: give it one"):
        actors_for([0.0, 0.5], 2)


ray = pytest.importorskip("ray")
pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own


def test_standard_input_is_refused(tmp_path: Path) -> None:
    engine = engine_of(Job(["-"], tmp_path, engine="ray"), stand_in.load)
    with pytest.raises(SettingsError, match="cannot read standard input: name files"):
        next(engine.rest(Done()))


def test_an_address_where_nobody_is(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 3)
    with pytest.raises(SvodkaError, match=r"no Ray cluster on 127\.0\.0\.1:1: .*refused: check --address"):
        run(archive, tmp_path / "out", engine="ray", address="127.0.0.1:1")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    nodes.add_node(num_cpus=1)
    nodes.wait_for_nodes()
    yield nodes
    nodes.shutdown()


def start(*arguments: object) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.batch.cluster_run", *map(str, arguments)]
    return subprocess.Popen(command, cwd=Path(__file__).resolve().parents[2], stderr=subprocess.DEVNULL)


def wait_for(process: "subprocess.Popen[bytes]", file: Path) -> None:
    """Wait until a run has written something, and is at it still."""
    while not (file.exists() and file.stat().st_size):
        assert process.poll() is None
        time.sleep(0.1)
    time.sleep(0.5)
    assert process.poll() is None


def test_what_goes_wrong_costs_itself_and_is_tried_again_when_told_to(tmp_path: Path, cluster: Any) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 200, {7: "FAIL", 60: "{broken", 90: "DIE", 130: "HANG"})
    assert start(archive, tmp_path / "ray", "json", cluster.address).wait() == 0
    run(archive, tmp_path / "local", form="json", workers=2)
    assert [row["article"] for row in failures(tmp_path / "ray")] == ["a7", None, "a90", "a130"]
    written = contents(tmp_path / "ray")
    assert written.pop("failures.jsonl") != b""
    assert written == {name: data for name, data in contents(tmp_path / "local").items() if name != "failures.jsonl"}
    assert start(archive, tmp_path / "ray", "json", cluster.address, "--retry").wait() == 0
    assert [row["article"] for row in failures(tmp_path / "ray")] == ["a7", None, "a90", "a130"]


def test_a_killed_driver_and_then_a_killed_node(tmp_path: Path, cluster: Any) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 2_500, {7: "FAIL", 500: "{broken", 2_000: "FAIL"})
    run(archive, tmp_path / "whole", form="jsonl", workers=2)
    records = tmp_path / "cut" / "records.jsonl"
    first = start(archive, tmp_path / "cut", "jsonl", cluster.address)
    wait_for(first, records)
    first.send_signal(signal.SIGKILL)
    first.wait()
    done = records.stat().st_size
    second = start(archive, tmp_path / "cut", "jsonl", cluster.address)
    while records.stat().st_size <= done:
        assert second.poll() is None
        time.sleep(0.1)
    cluster.remove_node(sorted(cluster.worker_nodes, key=str)[0], allow_graceful=False)
    assert second.wait() == 0
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
