"""`svodka extract` with the stand-in for the models: files, streams, exit status, messages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.cli import COMMANDS, app
from pipeline.errors import SettingsError
from tests import stand_in

TEXT = "Завод в Рудном выпустил 5 000 тонн проката."
RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _no_models(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.cli.extract_command.extraction", stand_in.load)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{TEXT} {number}", "utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "journal.sqlite"}


def test_a_folder_of_records_and_an_empty_list_of_failures(news: Path, tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["extract", str(news), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert list(files(tmp_path / "out")) == [*(f"{n}.json" for n in range(5)), "failures.jsonl"]
    assert (tmp_path / "out" / "failures.jsonl").read_bytes() == b""
    assert "articles" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_one_worker_and_two_write_the_same_bytes(news: Path, tmp_path: Path, form: str) -> None:
    for workers in ("1", "2"):
        command = ["extract", str(news), "-o", str(tmp_path / workers), "--workers", workers, "--format", form]
        assert RUNNER.invoke(app, command).exit_code == 0
    assert files(tmp_path / "1") == files(tmp_path / "2")
    assert len(files(tmp_path / "1")) == (6 if form == "json" else 2)


def test_failures_are_shown_kept_and_told_by_the_status(news: Path, tmp_path: Path) -> None:
    (news / "5.txt").write_bytes(b"")
    (news / "6.txt").write_text("FAIL", "utf-8")
    result = RUNNER.invoke(app, ["extract", str(news), "-o", str(tmp_path / "out")])
    assert result.exit_code == 1
    rows = [json.loads(line) for line in (tmp_path / "out" / "failures.jsonl").read_text("utf-8").splitlines()]
    assert [(row["article"], row["step"]) for row in rows] == [("5", "reading"), ("6", "svodka_dates")]
    assert f"{news / '5.txt'}: the file is empty" in result.stderr
    assert len(files(tmp_path / "out")) == 6


def test_standard_output_has_records_only(news: Path) -> None:
    result = RUNNER.invoke(app, ["extract", str(news), "-o", "-"])
    assert result.exit_code == 0
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == list("01234")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x.txt"], "Missing option"),
        (["x.txt", "-o", "out", "--workers", "0"], "workers"),
        (["x.txt", "-o", "out", "--format", "xml"], "xml"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    result = RUNNER.invoke(app, ["extract", *arguments])
    assert result.exit_code == 2
    assert message in result.stderr


WRONG_SETTINGS = [
    (["--languages", "ru,"], {}, "--languages ru,: '' is no code of a language: write ru,kk or all"),
    (["--languages", "Russian"], {}, "'Russian' is no code"),
    (["--seconds", "0"], {}, "seconds_per_article (SVODKA_SECONDS_PER_ARTICLE): Input should be greater than 0, not 0"),
    ([], {"SVODKA_BATCH_SIZE": "x"}, "batch_size (SVODKA_BATCH_SIZE): Input should be a valid integer"),
    (["-", "--retry-failed"], {}, "standard input comes once"),
    (["--address", "auto"], {}, "--address is that of a Ray cluster"),
    (["--blocks", "b"], {}, "--blocks is for what a Ray cluster makes: add --engine ray, or leave it out"),
    (["-o", __file__], {}, "File exists: check the path after -o"),
]


@pytest.mark.parametrize(("arguments", "environment", "message"), WRONG_SETTINGS)
def test_wrong_settings_are_one_line(
    news: Path, tmp_path: Path, arguments: list[str], environment: dict[str, str], message: str
) -> None:
    out = [] if "-o" in arguments else ["-o", str(tmp_path / "out")]
    result = RUNNER.invoke(app, ["extract", str(news), *out, *arguments], env=environment)
    assert isinstance(result.exception, SettingsError)
    assert message in str(result.exception)


def test_nothing_to_read(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["extract", "-o", str(tmp_path)])
    assert isinstance(result.exception, SettingsError)


def test_paths_from_a_list(news: Path, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{news}/1.txt\n\n{news}/3.txt\n", "utf-8")
    result = RUNNER.invoke(app, ["extract", "--paths-from", str(tmp_path / "list"), "-o", "-"])
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["1", "3"]


def test_other_languages_are_passed_over_or_extracted_with_a_warning(news: Path, tmp_path: Path) -> None:
    (news / "kk.txt").write_text("Қазақстанда биыл жаңа зауыт ашылды, деп хабарлады облыс әкімдігі.", "utf-8")
    result = RUNNER.invoke(app, ["extract", str(news), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert "in another language" in result.stderr
    assert "passed over" in (tmp_path / "out" / "failures.jsonl").read_text("utf-8")
    RUNNER.invoke(app, ["extract", str(news), "-o", str(tmp_path / "all"), "--languages", "ru,kk"])
    assert json.loads((tmp_path / "all" / "kk.json").read_bytes())["article"]["language"] == "kk"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    result = RUNNER.invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"Example: svodka {command}" in " ".join(result.stdout.split())


def test_a_command_does_not_wait_for_the_modules_of_others() -> None:
    script = "import sys, pipeline.cli.extract_command; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "scipy", "datasketch", "pyarrow", "pipeline.cli.compare_command"} & set(loaded)
