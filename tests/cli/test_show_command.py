"""`svodka show` and `svodka schema`: a record that was written, in the terminal and as a page."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.errors import RecordError, SettingsError
from pipeline.records import (
    Article,
    ArticleRecord,
    Date,
    Extent,
    Fact,
    Item,
    Location,
    Mention,
    Organization,
    ProducedBy,
    Quantity,
)
from pipeline.writing.rows import labelled_spans

RUNNER = CliRunner()
TEXT = "В 2025 году <Рудный прокат> выпустил 5 000 тонн проката."
RECORD = ArticleRecord(
    article=Article(id="rudny", published=date(2025, 12, 20), text=TEXT),
    organizations=(
        Organization(id="org1", name="Рудный прокат", kind="company",
                     mentions=(Mention(start=13, end=26, text="Рудный прокат"),)),
    ),
    locations=(Location(id="loc1", name="Рудный", kind="city", mentions=(Mention(start=13, end=19, text="Рудный"),)),),
    dates=(Date(id="date1", start=2, end=11, text="2025 году", kind="year", first=date(2025, 1, 1),
                last=date(2025, 12, 31)),),
    quantities=(
        Quantity(id="quantity1", start=37, end=47, text="5 000 тонн", value=5000, dimension="mass", unit="t",
                 item=Item(start=48, end=55, lemma="прокат")),
    ),
    facts=(
        Fact(id="fact1", indicator="production", object="прокат", quantity="quantity1", subject="org1", date="date1",
             status="actual", evidence=Extent(start=2, end=55)),
    ),
    warnings=("only a test",),
    produced_by=ProducedBy(version="0", model="none"),
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rudny.json"
    path.write_text(RECORD.model_dump_json(indent=2), "utf-8")
    return path


def test_the_longest_of_overlapping_mentions_is_shown() -> None:
    assert [span.label for span in labelled_spans(RECORD)] == ["date", "organization", "quantity"]


def test_in_the_terminal(file: Path) -> None:
    result = RUNNER.invoke(app, ["show", str(file)], env={"COLUMNS": "160"})
    assert result.exit_code == 0, result.output
    for part in (TEXT, "Entities", "2025-12-31", "Quantities", "5\xa0000", "Facts", "production", "only a test"):
        assert part in result.stdout


def test_as_a_page_that_loads_nothing(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    assert RUNNER.invoke(app, ["show", str(file), "--html", str(page)]).exit_code == 0
    html = page.read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "<mark" in html
    assert "&lt;" in html
    assert "<Рудный" not in html
    assert "production" in html
    assert not [word for word in ("http:", "https:", "<script", "<link") if word in html]


@pytest.mark.parametrize(
    ("content", "error"), [("{", RecordError), ('{"a": 1}', RecordError), (None, SettingsError)]
)
def test_what_is_no_record_is_refused(tmp_path: Path, content: str | None, error: type[Exception]) -> None:
    path = tmp_path / "a.json"
    if content is not None:
        path.write_text(content, "utf-8")
    result = RUNNER.invoke(app, ["show", str(path)])
    assert isinstance(result.exception, error)
    assert "a.json" in str(result.exception)


def test_a_record_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(RECORD.model_copy(update={"article": Article(id="a")}).model_dump_json(), "utf-8")
    assert "without its text" in str(RUNNER.invoke(app, ["show", str(path)]).exception)


def test_schema_writes_the_files(tmp_path: Path) -> None:
    assert RUNNER.invoke(app, ["schema", "-o", str(tmp_path / "s")]).exit_code == 0
    names = sorted(path.name for path in (tmp_path / "s").iterdir())
    assert names == ["article_record.schema.json", "failure.schema.json"]


def test_why_names_the_rule_behind_each_value(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(" date 2025-12-20 \nВ 2024 году завод в Рудном выпустил 5 тыс. тонн проката.", encoding="utf-8")
    result = RUNNER.invoke(app, ["show", str(path), "--why"], env={"COLUMNS": "200"})
    assert result.exit_code == 0, result.output
    rows = [line for line in result.output.splitlines() if "│" in line]
    assert any("2024 году" in row and "2024-01-01 … 2024-12-31" in row for row in rows)
    assert any("5 тыс. тонн" in row and "5000 t" in row and "mass" in row for row in rows)
    assert any("indicator: production" in row for row in rows)
