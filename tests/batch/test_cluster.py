"""The Ray engine on two nodes of one processor each: the records, failures and reprints of the local engine."""

import importlib.util
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.cluster.sizes import actors_for, readers_for
from pipeline.batch.engine import engine_of
from pipeline.batch.job import Job
from pipeline.batch.marks import Done
from pipeline.batch.outcome import Outcome
from pipeline.errors import SettingsError, SvodkaError
from pipeline.reading import ReadingOptions, Walk, named_sources, read
from pipeline.records import Article
from tests import stand_in
from tests.batch.archive import Stop, contents, failures, run, stop_after, text_of, write_archive
from tests.batch.cluster_start import start
from tests.reading.object_store import object_store

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


def test_blocks_carry_items_outcomes_and_errors() -> None:
    from pipeline.batch.cluster.blocks import Noted, blocks_of, items_in, marked_in, with_outcomes

    items = [Article(id=f"a{number}", text="Текст") for number in range(100)]
    blocks = list(blocks_of(Noted(f"m{number}", number, item) for number, item in enumerate(items)))
    assert [len(block) for block in blocks] == [64, 36]
    assert [item for block in blocks for item in items_in(block)] == items
    outcomes = [Outcome(item.id, record=b"{}") for item in items[:64]]
    found = list(marked_in(with_outcomes(blocks[0], outcomes)))
    assert [(marked.mark, marked.read, marked.outcome) for marked in found[:2]] == [
        ("m0", 0, outcomes[0]),
        ("m1", 1, outcomes[1]),
    ]
    with pytest.raises(FileNotFoundError, match="no weights"):
        list(marked_in(with_outcomes(blocks[1], [FileNotFoundError("no weights")] * 36)))


@pytest.mark.parametrize("done", [0, 1, 70, 129, 133])
def test_reading_tasks_go_on_behind_what_is_done(tmp_path: Path, done: int) -> None:
    from pipeline.batch.cluster.archive import parts_of

    for number in range(130):
        (tmp_path / f"{number:03}.txt").write_text(text_of(number), "utf-8")
    write_archive(tmp_path / "130.jsonl", 5)
    everything = [item.id for item in read([tmp_path])]
    walk = Walk(named := named_sources([tmp_path]), ReadingOptions())
    list(islice(walk, done + 1))
    parts = list(parts_of(chain([walk.source], named), ReadingOptions(), walk.taken - 1))
    noted = [noted for part in parts for noted in part.noted()]
    assert [one.item.id for one in noted] == everything[done:]
    assert [one.read for one in noted] == sorted(one.read for one in noted)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    nodes.add_node(num_cpus=1)
    nodes.wait_for_nodes()
    yield nodes
    nodes.shutdown()


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


def test_one_engine_goes_on_with_what_the_other_began(tmp_path: Path, cluster: Any) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 300, {7: "FAIL", 200: "FAIL"})
    with pytest.raises(Stop):
        run(archive, tmp_path / "both", form="jsonl", watch=stop_after(150))
    assert start(archive, tmp_path / "both", "jsonl", cluster.address).wait() == 0
    run(archive, tmp_path / "local", form="jsonl")
    assert contents(tmp_path / "both") == contents(tmp_path / "local")
    write_archive(archive, 400, {7: "FAIL", 200: "FAIL", 350: "FAIL"})
    assert run(archive, tmp_path / "both", form="jsonl").resumed_at == 300
    run(archive, tmp_path / "local", form="jsonl")
    assert contents(tmp_path / "both") == contents(tmp_path / "local")


@pytest.mark.skipif(importlib.util.find_spec("s3fs") is not None, reason="s3fs is there: fsspec does it all")
def test_an_object_store_on_a_cluster_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = write_archive(tmp_path / "a.jsonl", 70, {7: "FAIL"}).read_bytes()
    objects = {"news/a.jsonl": lines, "news/b/c.txt": text_of(71).encode(), "news/x.png": b"\x89PNG"}
    with object_store("archive", objects) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        assert start("s3://archive/news", tmp_path / "ray", "json", "").wait() == 0
        report = run("s3://archive/news", tmp_path / "local", form="json")
    assert (report.counts["articles"], report.counts["failed"]) == (70, 1)
    assert contents(tmp_path / "ray") == contents(tmp_path / "local")


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
