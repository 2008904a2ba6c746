"""`svodka facts`: rows of the example records, filtered, sorted, in all formats."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from typer.testing import CliRunner, Result

from pipeline.cli import app
from pipeline.errors import RecordError, SettingsError

RUNNER = CliRunner()


@pytest.fixture
def examples(root: Path) -> str:
    return str(root / "outputs" / "example")


def run(*arguments: str) -> Result:
    return RUNNER.invoke(app, ["facts", *arguments], env={"COLUMNS": "220"})


def rows(*arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run(*arguments, "-f", "csv").stdout)))


def test_rows_have_values_time_and_the_sentence(examples: str) -> None:
    found = rows(examples, "--indicator", "export", "--subject", "казахстан")
    first = found[0]
    assert (first["object"], first["value"], first["unit"]) == ("нефть", "11700000", "t")
    assert (first["first"], first["last"], first["status"]) == ("2025-01-01", "2025-02-28", "actual")
    assert first["evidence"].startswith("Казахстан в январе–феврале экспортировал 11,7 млн тонн нефти")
    assert {row["indicator"] for row in found} == {"export"}


def test_without_filters_all_facts_are_there_in_order(examples: str, root: Path) -> None:
    found = rows(examples)
    files = (root / "outputs" / "example").glob("*.json")
    assert len(found) == sum(len(json.loads(file.read_bytes())["facts"]) for file in files)
    assert [row["indicator"] for row in found] == sorted(row["indicator"] for row in found)


def test_days_keep_what_overlaps_them(examples: str) -> None:
    found = rows(examples, "--from", "2021-01-01", "--to", "2021-12-31")
    assert found
    assert all((row["last"] or row["published"]) >= "2021-01-01" for row in found)
    assert all((row["first"] or row["published"]) <= "2021-12-31" for row in found)


def test_places_are_looked_for_in_subjects_too(examples: str) -> None:
    found = rows(examples, "--place", "узбекистан")
    assert found
    assert all("Узбекистан" in row["place"] + row["subject"] for row in found)


def test_json_table_and_parquet_say_the_same(examples: str, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run(examples, "-f", "json").stdout.splitlines()]
    assert run(examples, "-f", "parquet", "-o", str(tmp_path / "facts.parquet")).exit_code == 0
    table = parquet.read_table(tmp_path / "facts.parquet").to_pylist()
    assert [row["subject"] for row in table] == [line["subject"] for line in lines]
    assert str(table[0]["published"]) == lines[0]["published"]
    assert "production" in run(examples).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--indicator", "outpput"], "--indicator outpput: known are production"),
        (["--from", "2025"], "--from 2025: write a day as 2025-12-31"),
        (["-f", "parquet"], "name the file with --out"),
    ],
)
def test_wrong_usage_is_one_line(examples: str, arguments: list[str], message: str) -> None:
    result = run(examples, *arguments)
    assert isinstance(result.exception, SettingsError)
    assert message in str(result.exception)


def test_a_folder_without_records_is_named(tmp_path: Path) -> None:
    result = run(str(tmp_path))
    assert isinstance(result.exception, RecordError)
    assert "no .json or .jsonl file" in str(result.exception)
