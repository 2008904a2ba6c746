"""`svodka extract --paths-from -`: the list comes once, the input is gone through twice with --retry-failed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = """
from pipeline.cli import extract_command, main
from tests import stand_in

if __name__ == "__main__":
    extract_command.extraction = stand_in.load
    main()
"""


def extract(folder: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    """Extract what `folder`/list names, given to the command's standard input."""
    script = folder / "command.py"
    script.write_text(COMMAND, "utf-8")
    command = [sys.executable, str(script), "extract", "--paths-from", "-", "-o", str(folder / "out"), *more]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "TMPDIR": str(folder)}
    names = (folder / "list").read_text("utf-8")
    return subprocess.run(command, input=names, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = [str(tmp_path / f"{number}.txt") for number in range(4)]
    (tmp_path / "list").write_text("\n".join(names) + "\n", "utf-8")
    for name in (*names[:2], names[3]):
        Path(name).write_text(f"Завод выпустил прокат: {name}", "utf-8")
    return tmp_path


def test_what_was_missing_is_found_by_another_try(folder: Path) -> None:
    first = extract(folder)
    assert first.returncode == 1
    assert first.stderr.startswith(f"svodka: {folder / '2.txt'}: no such file or folder: check the path\n")
    (folder / "2.txt").write_text("Завод выпустил прокат: 2", "utf-8")
    assert extract(folder).returncode == 1  # not tried again unless told to
    second = extract(folder, "--retry-failed")
    assert second.returncode == 0, second.stderr
    records = [json.loads(path.read_bytes())["article"]["id"] for path in sorted((folder / "out").glob("*.json"))]
    assert records == ["0", "1", "2", "3"]
    assert (folder / "out" / "failures.jsonl").read_bytes() == b""
    assert not list(folder.glob("svodka-paths-*"))  # the kept list is gone


def test_articles_on_standard_input_cannot_be_tried_again(folder: Path) -> None:
    refused = extract(folder, "-", "--retry-failed")
    assert refused.returncode == 2
    assert "standard input comes once: name files" in refused.stderr
