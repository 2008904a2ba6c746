"""Reprints: the same text with small changes is one; a report by the same template with other numbers is not."""

import json
from pathlib import Path

from pipeline.batch.signatures import signature_of
from tests.batch.archive import contents, failures, run, text_of, write_archive

REPORT = "На утренней сессии биржи средний курс доллара США составил {} тенге, объём торгов достиг {} млн долларов."
SPECIAL = {
    5: text_of(1) + " Об этом пишет агентство.",
    6: REPORT.format("512,34", 120),
    7: REPORT.format("498,71", 95),
    8: text_of(1),
}


def test_reprints_are_marked_with_the_first_article(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 30, SPECIAL)
    report = run(archive, tmp_path / "out", form="jsonl")
    lines = (tmp_path / "out" / "records.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line)["article"] for line in lines]
    marked = {row["id"]: row["duplicate_of"] for row in rows if row.get("duplicate_of")}
    assert marked == {"a5": "a1", "a8": "a1"}
    assert (report.counts["articles"], report.counts["reprints"]) == (30, 2)


def test_reprints_are_left_out_on_demand_with_a_row_that_says_so(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "a.jsonl", 30, SPECIAL)
    report = run(archive, tmp_path / "out", skip_reprints=True)
    assert (report.counts["articles"], report.counts["failed"]) == (28, 0)
    assert report.counts["passed over: reprints"] == 2
    assert {row["article"] for row in failures(tmp_path / "out")} == {"a5", "a8"}
    assert "a5.json" not in contents(tmp_path / "out")


def test_a_text_too_short_to_tell_has_no_signature() -> None:
    assert signature_of("Курс вырос.") is None
