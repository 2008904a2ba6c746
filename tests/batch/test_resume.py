"""Nothing is lost and nothing is there twice, wherever a run is interrupted; and what a journal refuses."""

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.batch.job import Watch
from pipeline.batch.report import Report
from pipeline.errors import SettingsError, SvodkaError
from pipeline.reading import ReadingOptions
from pipeline.settings import Settings
from pipeline.writing.duckdb_file import TABLES
from tests.batch.archive import Stop, contents, failures, run, stop_after, write_archive

FORMS = ["json", "jsonl", "jsonl.gz", "jsonl.zst", "parquet"]
#: Where a run goes on that was cut off at article 299: after whole blocks.
RESUMED_AT = {"parquet": 0}
KAZAKH = "Қазақстанда биыл жаңа зауыт ашылды, деп хабарлады әкімдік."
SPECIAL = {7: "FAIL здесь что-то пошло не так", 130: "{broken", 200: KAZAKH}


@pytest.mark.parametrize("form", FORMS)
def test_a_run_that_goes_on_gives_the_bytes_of_one_that_never_stopped(tmp_path: Path, form: str) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 300, SPECIAL)
    run(archive, tmp_path / "whole", form=form)
    for count in (1, 100, 128, 129, 256, 299):
        with pytest.raises(Stop):
            run(archive, tmp_path / "cut", form=form, watch=stop_after(count))
    report = run(archive, tmp_path / "cut", form=form)
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
    assert report.resumed_at == RESUMED_AT.get(form, 256)
    found = {name: count for name, count in report.counts.items() if count}
    assert found == {"articles": 297, "failed": 2, "passed over: in another language": 1, "organizations": 297}


def test_a_duckdb_file_that_goes_on_has_the_rows_of_one_that_never_stopped(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 600, SPECIAL)
    run(archive, tmp_path / "whole", form="duckdb")
    for count in (1, 511, 512, 513, 599):
        with pytest.raises(Stop):
            run(archive, tmp_path / "cut", form="duckdb", watch=stop_after(count))
    assert run(archive, tmp_path / "cut", form="duckdb").resumed_at == 512
    assert rows_of(tmp_path / "cut") == rows_of(tmp_path / "whole")


def rows_of(out: Path) -> dict[str, list[Any]]:
    with duckdb.connect(str(out / "records.duckdb"), read_only=True) as database:
        return {table: database.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in TABLES}


def test_failures_name_article_step_and_error(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 300, SPECIAL)
    run(archive, tmp_path / "out")
    rows = failures(tmp_path / "out")
    assert [(row["article"], row["source"], row["step"]) for row in rows] == [
        ("a7", None, "svodka_dates"),
        (None, f"{archive}:131", "reading"),
        ("a200", None, "language"),
    ]
    assert "'kk': passed over; --languages ru,kk extracts it" in rows[2]["error"]


def test_a_finished_run_has_nothing_to_do(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 30)
    run(archive, tmp_path / "out")
    before = contents(tmp_path / "out")
    report = run(archive, tmp_path / "out")
    assert (report.resumed_at, report.done, report.counts["articles"]) == (30, 30, 30)
    assert contents(tmp_path / "out") == before


def test_an_archive_that_grew_is_gone_on_with(tmp_path: Path) -> None:
    run(write_archive(tmp_path / "a.jsonl", 30), tmp_path / "out", form="jsonl")
    report = run(write_archive(tmp_path / "a.jsonl", 50), tmp_path / "out", form="jsonl")
    assert (report.resumed_at, report.done) == (30, 50)
    run(tmp_path / "a.jsonl", tmp_path / "whole", form="jsonl")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


OTHER: dict[str, dict[str, Any]] = {
    "keep_text": {"settings": Settings(keep_text=False)},
    "languages": {"settings": Settings(languages=())},
    "format": {"form": "jsonl"},
    "reading_encoding": {"reading": ReadingOptions(encoding="utf-8")},
    "skip_reprints": {"skip_reprints": True},
}


@pytest.mark.parametrize("name", OTHER)
def test_other_settings_are_refused_unless_restarted(tmp_path: Path, name: str) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 5)
    run(archive, tmp_path / "out")
    with pytest.raises(SettingsError, match=rf"other settings \({name}: .* then, .* now\).*--restart"):
        run(archive, tmp_path / "out", **OTHER[name])
    run(archive, tmp_path / "out", **OTHER[name], restart=True)
    run(archive, tmp_path / "fresh", **OTHER[name])
    if name != "format":
        assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 5)
    run(archive, tmp_path / "out")
    monkeypatch.setattr("pipeline.batch.fingerprint.version", lambda name: "99.0")
    with pytest.raises(SettingsError, match=r"'99\.0' now"):
        run(archive, tmp_path / "out")


def test_time_and_workers_may_differ(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 5)
    run(archive, tmp_path / "out")
    run(archive, tmp_path / "out", workers=2, settings=Settings(seconds_per_article=99))


def test_a_changed_archive_is_refused(tmp_path: Path) -> None:
    run(write_archive(tmp_path / "a.jsonl", 5), tmp_path / "out")
    write_archive(tmp_path / "a.jsonl", 5, {3: "Совсем другая новость."})
    with pytest.raises(SettingsError, match="not those that are done: it was changed"):
        run(tmp_path / "a.jsonl", tmp_path / "out")
    write_archive(tmp_path / "a.jsonl", 4)
    with pytest.raises(SettingsError, match="has 4 articles, but 5 of it are done"):
        run(tmp_path / "a.jsonl", tmp_path / "out")


def test_two_runs_do_not_mix(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 5)

    def run_another(report: Report) -> None:
        with pytest.raises(SvodkaError, match="does another run write to this folder"):
            run(archive, tmp_path / "out")

    run(archive, tmp_path / "out", watch=Watch(advanced=run_another))


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_failed_articles_are_tried_again_only_when_told_to(tmp_path: Path, form: str) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 40, {3: "FAIL один", 5: "{broken", 8: "FAIL два"})
    run(archive, tmp_path / "out", form=form)
    assert run(archive, tmp_path / "out", form=form).counts["failed"] == 3
    write_archive(tmp_path / "a.jsonl", 40, {3: "FAIL один", 8: "FAIL два"})
    report = run(archive, tmp_path / "out", form=form, retry_failed=True)
    assert (report.counts["articles"], report.counts["failed"]) == (38, 2)
    assert [row["article"] for row in failures(tmp_path / "out")] == ["a3", "a8"]
    written = b"".join(contents(tmp_path / "out").values())
    assert sorted(re.findall(rb'"id": ?"(a\d+)"', written)) == sorted(b"a%d" % n for n in range(40) if n not in (3, 8))
    assert run(archive, tmp_path / "out", form=form).counts["failed"] == 2


def test_a_worker_that_dies_or_hangs_costs_one_article(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 60, {10: "DIE", 20: "HANG"})
    report = run(archive, tmp_path / "out", workers=2)
    assert (report.counts["articles"], report.counts["failed"]) == (58, 2)
    rows = [(row["article"], row["step"]) for row in failures(tmp_path / "out")]
    assert rows == [("a10", "extraction"), ("a20", "extraction")]
