"""Folder and lines of JSON: whole files or none, the same bytes each time."""

import io
import json
from pathlib import Path

import pytest

from pipeline.writing import JsonFolder, JsonLines
from pipeline.writing.atomic import replacing, write_atomic

RECORD = '{"article":{"id":"а","text":"Рост 5 %"},"value":2000,"share":0.1}'.encode()


def test_a_folder_of_pretty_json(tmp_path: Path) -> None:
    sink = JsonFolder(tmp_path / "new")
    sink.write("а", RECORD)
    sink.write("../а", RECORD)
    sink.close()
    written = sorted((tmp_path / "new").iterdir())
    assert len(written) == 2
    text = (tmp_path / "new" / "а.json").read_text("utf-8")
    assert json.loads(text) == json.loads(RECORD)
    assert '  "value": 2000,\n' in text
    assert "Рост" in text


def test_lines() -> None:
    stream = io.BytesIO()
    sink = JsonLines(stream)
    sink.write("а", RECORD)
    sink.write("б", RECORD)
    sink.close()
    assert stream.getvalue() == (RECORD + b"\n") * 2


def test_an_interrupted_file_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    write_atomic(path, b"old")
    with pytest.raises(KeyboardInterrupt):
        _write_and_stop(path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.jsonl", b"old")]


def _write_and_stop(path: Path) -> None:
    with replacing(path) as stream:
        stream.write(b"new")
        raise KeyboardInterrupt
