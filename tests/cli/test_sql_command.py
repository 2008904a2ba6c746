"""`svodka sql`: the README's questions to the sample articles, and what goes wrong."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import Article, Extractor
from pipeline.cli import app
from pipeline.errors import SettingsError
from pipeline.reading import read
from pipeline.writing import Names, Written
from pipeline.writing.duckdb_file import DuckDBFile

RUNNER = CliRunner()
QUESTION = re.compile(r'^svodka sql \S+ "(.+)"$', re.MULTILINE)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory, extractor: Extractor, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("db")
    sink = DuckDBFile(folder, Names())
    sink.restore(0, {})
    articles = [item for item in read([root / "corpus" / "news"]) if isinstance(item, Article)]
    for number, record in enumerate(extractor.pipe(articles)):
        sink.write(Written(number, articles[number].id, record.model_dump_json().encode()))
    sink.commit()
    sink.close()
    return folder / "records.duckdb"


def test_the_questions_of_the_readme_have_answers(file: Path, root: Path) -> None:
    questions = QUESTION.findall((root / "README.md").read_text("utf-8"))
    assert len(questions) == 5
    for question in questions:
        result = RUNNER.invoke(app, ["sql", str(file), question])
        assert result.exit_code == 0, result.output
        assert len(result.stdout.splitlines()) > 4, question


def test_wrong_sql_and_a_missing_file_are_told(file: Path, tmp_path: Path) -> None:
    for arguments in ([str(file), "SELECT nothing FROM nowhere"], [str(tmp_path / "no.duckdb"), "SELECT 1"]):
        result = RUNNER.invoke(app, ["sql", *arguments])
        assert isinstance(result.exception, SettingsError)
        assert arguments[0] in str(result.exception)


def test_the_file_is_only_read(file: Path) -> None:
    result = RUNNER.invoke(app, ["sql", str(file), "DELETE FROM facts"])
    assert "read-only" in str(result.exception)
