"""`svodka compare`: scores, errors, two runs, floors for CI, JSON, a page; what is wrong is said in one line."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.records import ArticleRecord
from tests.comparison.samples import GOLD, corrupted, perfect_record, write_gold


@dataclass(frozen=True)
class Result:
    returncode: int
    stdout: str
    stderr: str


def svodka(*arguments: object) -> Result:
    """Run the command within this process: a process of its own would load everything each time."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["svodka", *map(str, arguments)])
        with pytest.raises(SystemExit) as stop:
            main()
    return Result(int(stop.value.code or 0), out.getvalue(), err.getvalue())


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    write_gold(folder)
    return folder


def records(gold: Path, name: str, seed: int | None = None) -> Path:
    record = perfect_record(read_gold_xml(gold / "sample.gold.xml"))
    return written(gold.parent / f"{name}.jsonl", record if seed is None else corrupted(record, seed))


def written(path: Path, record: ArticleRecord) -> Path:
    path.write_text(record.model_dump_json() + "\n", encoding="utf-8")
    return path


def test_the_table_shows_counts_shares_and_the_overall_figure(gold: Path) -> None:
    result = svodka("compare", records(gold, "a"), gold)
    assert result.returncode == 0
    assert "facts subject" in result.stdout
    assert "overall 1.0000 over 1 articles" in result.stdout


def test_errors_are_listed_with_their_cause(gold: Path) -> None:
    result = svodka("compare", records(gold, "a", 3), gold, "--errors", 5)
    assert "missed" in result.stdout or "wrong" in result.stdout


def test_json_has_the_figures_with_intervals(gold: Path) -> None:
    figures = json.loads(svodka("compare", records(gold, "a"), gold, "--json").stdout)
    assert figures["quantities value"]["f1"] == 1
    assert figures["quantities value"]["interval"] == [1, 1]


def test_two_runs_side_by_side_name_what_broke(gold: Path) -> None:
    before, after = records(gold, "before"), records(gold, "after", 3)
    result = svodka("compare", before, after, "--gold", gold, "--json")
    both = json.loads(result.stdout)
    assert both["a"]["overall"] > both["b"]["overall"]
    assert any(change["broken"] for change in both["changes"])
    assert all(change["fixed"] == [] for change in both["changes"])
    assert svodka("compare", before, after, "--gold", gold).returncode == 0


@pytest.mark.parametrize(("floor", "status"), [("facts=0.9", 0), ("facts status=1", 0), ("facts=1.01", 1)])
def test_a_figure_below_its_floor_is_exit_status_1(gold: Path, floor: str, status: int) -> None:
    result = svodka("compare", records(gold, "a"), gold, "--fail-under", floor)
    assert result.returncode == status
    assert ("facts: 1.0000 is below 1.01" in result.stderr) == bool(status)


@pytest.mark.parametrize(
    ("floor", "message"), [("fact=0.9", "there is no such figure; known are overall"), ("facts", "write a figure and")]
)
def test_a_floor_that_means_nothing_is_wrong_usage(gold: Path, floor: str, message: str) -> None:
    result = svodka("compare", records(gold, "a"), gold, "--fail-under", floor)
    assert result.returncode == 2
    assert message in result.stderr


def test_the_page_is_written(gold: Path, tmp_path: Path) -> None:
    assert svodka("compare", records(gold, "a", 3), gold, "--html", tmp_path / "report.html").returncode == 0
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_articles_on_one_side_only_are_named(gold: Path) -> None:
    write_gold(gold, GOLD.replace('id="sample"', 'id="second"'), "second")
    result = svodka("compare", records(gold, "a"), gold)
    assert "1 gold article(s) without a record: second" in result.stderr


def test_records_of_other_articles_are_refused(gold: Path, tmp_path: Path) -> None:
    path = records(gold, "a")
    path.write_text(path.read_text(encoding="utf-8").replace('"id":"sample"', '"id":"other"'), encoding="utf-8")
    result = svodka("compare", path, gold)
    assert result.returncode == 2
    assert "no record is of an article of the gold files" in result.stderr


def test_broken_gold_is_one_line_with_file_and_line(gold: Path) -> None:
    path = records(gold, "a")
    write_gold(gold, GOLD.replace('ref="l1"', 'ref="l7"'))
    result = svodka("compare", path, gold)
    assert result.returncode == 1
    assert result.stderr.startswith("svodka: ")
    assert "sample.gold.xml:7: ref 'l7' is no location" in result.stderr
    assert result.stderr.count("\n") == 1


def test_convert_goes_there_and_back_and_says_what_is_lost(gold: Path, tmp_path: Path) -> None:
    there = svodka("convert", gold, tmp_path / "a.conll")
    assert there.returncode == 0
    assert "not kept: facts" in there.stderr
    assert "1 article(s) written" in there.stderr
    svodka("convert", gold, tmp_path / "tasks.predictions.json")
    back = svodka("convert", tmp_path / "tasks.predictions.json", tmp_path / "back", "--to", "gold")
    assert back.returncode == 0
    assert read_gold_xml(tmp_path / "back" / "sample.gold.xml") == read_gold_xml(gold / "sample.gold.xml")


def test_convert_maps_foreign_labels(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Тигр КТЖ", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tANIMAL 0 4\tТигр\nT2\tORGANIZATION 5 8\tКТЖ\n", encoding="utf-8")
    result = svodka("convert", tmp_path / "a.ann", tmp_path / "gold", "--to", "gold", "--labels", "nerel")
    assert "a: label ANIMAL left out ×1" in result.stderr
    assert [entity.name for entity in read_gold_xml(tmp_path / "gold" / "a.gold.xml").organizations] == ["КТЖ"]


def test_convert_into_a_place_that_is_not_there_is_one_line(gold: Path, tmp_path: Path) -> None:
    result = svodka("convert", gold, tmp_path / "absent" / "a.conll")
    assert result.returncode == 1
    assert "a.conll: No such file or directory" in result.stderr
