"""Blocks in a store: the records of the local engine, and what a run that was cut off left there is not made again."""

import importlib.util
import os
import pickle
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch.job import Job
from pipeline.batch.marks import Done, mark_of
from pipeline.batch.marks import chain as chained
from pipeline.errors import SettingsError
from pipeline.reading import ReadingOptions, named_sources, read
from pipeline.reading.stores import file_system
from pipeline.settings import Settings
from tests import stand_in
from tests.batch.archive import contents, job, run, text_of, write_archive
from tests.batch.cluster_start import start
from tests.reading.object_store import object_store

ray = pytest.importorskip("ray")
pytestmark = pytest.mark.filterwarnings("ignore")  # Ray's own

import pyarrow as pa  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from pipeline.batch.cluster.archive import Part, parts_of  # noqa: E402
from pipeline.batch.cluster.block_files import BlockFolder  # noqa: E402
from pipeline.batch.cluster.plan import plan_of  # noqa: E402
from pipeline.batch.cluster.slots import SlottedPart  # noqa: E402
from pipeline.batch.cluster.stored import NAMED_BY, items_of, stored_items, with_results  # noqa: E402

NOWHERE = "127.0.0.1:1"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 2})
    nodes.wait_for_nodes()
    yield nodes
    nodes.shutdown()


def parts(path: Path) -> list[Part]:
    return list(parts_of(named_sources([path]), ReadingOptions()))


def folder_of(wanted: Job) -> BlockFolder:
    folder = BlockFolder.of(wanted)
    folder.make()
    return folder


def plant(folder: BlockFolder, part: Part, index: int = 0, run_name: str = "0a") -> list[Path]:
    """Write all blocks of a part as a run of the stand-in does."""
    work, written = stand_in.load(Settings()), []
    for group in SlottedPart(index, part).groups():
        items = stored_items(index, group.first, group.items, group.last)
        block = with_results(items, work(items_of(items)))
        written.append(Path(folder.path, f"{index}_{group.first}_{run_name}_uuid_000000-0.parquet"))
        pq.write_table(block.drop_columns(NAMED_BY), written[-1])
    return written


@pytest.mark.parametrize("scheme", ["", "file://"])
def test_blocks_that_are_there_are_all_that_is_needed(tmp_path: Path, scheme: str) -> None:
    """No cluster answers: nothing can be extracted."""
    archive = write_archive(tmp_path / "a.jsonl", 200, {7: "FAIL", 130: "{broken"})
    run(archive, tmp_path / "local", form="jsonl")
    options = {"form": "jsonl", "engine": "ray", "blocks": f"{scheme}{tmp_path}/blocks", "address": NOWHERE}
    planted = plant(folder_of(job(archive, tmp_path / "out", **options)), *parts(archive))
    assert len(planted) == 4
    assert run(archive, tmp_path / "out", **options).counts["articles"] == 198
    assert contents(tmp_path / "out") == contents(tmp_path / "local")
    assert not (tmp_path / "blocks").exists()
    assert run(archive, tmp_path / "out", **options).resumed_at == 200


@pytest.mark.parametrize("done", [0, 1, 64, 70, 128, 129, 133, 135])
def test_what_is_left_goes_on_behind_what_is_done(tmp_path: Path, done: int) -> None:
    for number in range(130):
        (tmp_path / f"{number:03}.txt").write_text(text_of(number), "utf-8")
    write_archive(tmp_path / "130.jsonl", 5)
    everything = list(read([tmp_path]))
    digest = ""
    for item in everything[:done]:
        digest = chained(digest, mark_of(item))
    plan = plan_of(parts(tmp_path), Done(done, digest), folder_of(Job([], tmp_path, blocks=str(tmp_path / "b"))))
    left = chain.from_iterable(group.items for part in plan.left() for group in part.groups())
    assert [noted.item for noted in left] == everything[done:]
    assert plan.open == (done < 135)


def test_only_whole_blocks_that_fit_are_used(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 400)
    folder = folder_of(job(archive, tmp_path / "out", blocks=str(tmp_path / "blocks")))
    [part] = parts(archive)
    planted = plant(folder, part)
    cut_short, raised, gone = planted[1], planted[3], planted[4]
    cut_short.write_bytes(cut_short.read_bytes()[:-100])
    table = pq.read_table(raised)
    errors = pa.array([[pickle.dumps(ValueError("no weights"))] * 64], pa.list_(pa.large_binary()))
    pq.write_table(table.set_column(table.schema.get_field_index("content"), "content", errors), raised)
    gone.unlink()
    write_archive(archive, 400, {5 * 64: "Здесь теперь написано другое."})
    plan = plan_of(parts(archive), Done(), folder)
    assert [place for _, place in plan.held] == [0, 2, 6]
    assert [group.first for part in plan.left() for group in part.groups()] == [64, 192, 256, 320]
    assert sorted(Path(folder.path).glob("*.parquet")) == sorted([planted[0], planted[2], planted[6]])


def test_other_settings_and_other_outputs_have_blocks_of_their_own(tmp_path: Path) -> None:
    wanted = job("a.jsonl", tmp_path / "out", blocks=str(tmp_path / "blocks"))
    (tmp_path / "blocks").mkdir()
    mine = folder_of(wanted)
    other_settings = folder_of(replace(wanted, settings=Settings(keep_text=False)))
    other_output = folder_of(replace(wanted, out=tmp_path / "elsewhere"))
    assert len({mine.path, other_settings.path, other_output.path}) == 3
    mine.clear()
    assert [path.name for path in (tmp_path / "blocks").iterdir()] == [Path(other_output.path).name]
    other_output.clear()
    assert not list((tmp_path / "blocks").iterdir())


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 3)
    with pytest.raises(SettingsError, match=r"--blocks .*a\.jsonl/x: .*: check the address, and its rights"):
        run(archive, tmp_path / "out", engine="ray", blocks=f"{archive}/x", address=NOWHERE)
    with pytest.raises(SettingsError, match="--blocks nostore://x: Protocol not known"):
        run(archive, tmp_path / "out", engine="ray", blocks="nostore://x", address=NOWHERE)


@pytest.mark.skipif(importlib.util.find_spec("s3fs") is not None, reason="s3fs is there: fsspec does it all")
def test_the_same_by_way_of_an_object_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = write_archive(tmp_path / "z.jsonl", 100, {7: "FAIL", 60: "{broken"}).read_bytes()
    objects = {f"news/{number:03}/a.txt": text_of(number).encode() for number in range(200, 280)}
    with object_store("archive", objects | {"news/z.jsonl": lines}) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        options = ("jsonl", "", "--blocks", "s3://archive/blocks")
        assert start("s3://archive/news", tmp_path / "ray", *options).wait() == 0
        assert not list(remote_blocks("s3://archive/blocks"))
        run("s3://archive/news", tmp_path / "local", form="jsonl", workers=2)
    assert contents(tmp_path / "ray") == contents(tmp_path / "local")


def remote_blocks(address: str) -> Iterator[str]:
    from pyarrow.fs import FileSelector

    system, path = file_system(address)
    return (found.path for found in system.get_file_info(FileSelector(path, recursive=True)) if found.is_file)


def test_a_killed_run_goes_on_with_the_blocks_that_are_there(tmp_path: Path, cluster: Any) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 1_500, {7: "FAIL", 500: "{broken"})
    run(archive, tmp_path / "whole", form="jsonl", workers=2)
    options = ("jsonl", cluster.address, "--blocks", tmp_path / "blocks")
    first = start(archive, tmp_path / "cut", *options)
    while not files(tmp_path / "blocks"):
        assert first.poll() is None
        time.sleep(0.02)
    first.send_signal(signal.SIGSTOP)  # the cluster works on: blocks lie there that the run has not had
    while len(files(tmp_path / "blocks")) < 8:
        time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    first.wait()
    time.sleep(1)
    *_, cut_short, marked = filter(is_whole, files(tmp_path / "blocks"))
    cut_short.write_bytes(cut_short.read_bytes()[:-1000])
    known = change_records(marked)
    assert start(archive, tmp_path / "cut", *options).wait() == 0
    written, expected = contents(tmp_path / "cut"), contents(tmp_path / "whole")
    assert written["records.jsonl"].count(b'"KNOWN"') == known > 50
    assert written["records.jsonl"].replace(b'"KNOWN"', b'"2025-12-20"') == expected["records.jsonl"]
    assert written["failures.jsonl"] == expected["failures.jsonl"]
    assert not (tmp_path / "blocks").exists()


def files(folder: Path) -> list[Path]:
    """Block files in the order of their numbers."""
    return sorted(folder.rglob("*.parquet"), key=lambda path: int(path.name.split("_")[1]))


def is_whole(path: Path) -> bool:
    """Ray writes under the final name: what is killed with the run may leave a part of a file."""
    return path.read_bytes().endswith(b"PAR1")


def change_records(path: Path) -> int:
    """Make the records of a block such as no extraction makes them; return how many."""
    table = pq.read_table(path)
    outcomes = [pickle.loads(content) for content in table["content"][0].as_py()]
    changed = [replace(one, record=one.record.replace(b'"2025-12-20"', b'"KNOWN"')) for one in outcomes if one.record]
    results = [replace(one, record=None) if not one.record else changed.pop(0) for one in outcomes]
    pq.write_table(with_results(table, results), path)
    return sum(one.record is not None for one in results)
