"""Folder and lines of JSON: whole files or none, the same bytes each time, cut back to the last commit."""

import gzip
import io
import json
from pathlib import Path

import pytest
import zstandard

from pipeline.errors import SettingsError
from pipeline.writing import JsonFolder, JsonLines, JsonLinesStream, Names, Written
from pipeline.writing.atomic import replacing, write_atomic

RECORD = '{"article":{"id":"а","text":"Рост 5 %"},"value":2000,"share":0.1}'.encode()


def test_a_folder_of_pretty_json(tmp_path: Path) -> None:
    sink = JsonFolder(tmp_path / "new", Names())
    sink.restore(0, {})
    sink.write(Written(0, "а", RECORD))
    sink.write(Written(1, "../а", RECORD))
    sink.commit()
    assert len(list((tmp_path / "new").iterdir())) == 2
    text = (tmp_path / "new" / "а.json").read_text("utf-8")
    assert json.loads(text) == json.loads(RECORD)
    assert '  "value": 2000,\n' in text
    assert "Рост" in text


def test_a_stream() -> None:
    stream = io.BytesIO()
    sink = JsonLinesStream(stream)
    sink.write(Written(0, "а", RECORD))
    sink.write(Written(1, "б", RECORD))
    assert stream.getvalue() == (RECORD + b"\n") * 2


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_lines_are_cut_back_to_the_last_commit(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"records.jsonl{suffix}"
    sink = JsonLines(path)
    sink.restore(0, {})
    sink.write(Written(0, "а", RECORD))
    state = sink.commit()
    sink.write(Written(1, "б", RECORD))
    sink.commit()
    sink.close()
    with path.open("ab") as stream:
        stream.write(b'{"half a li')
    again = JsonLines(path)
    again.restore(1, state)
    again.write(Written(1, "б", RECORD))
    again.commit()
    again.close()
    assert unpacked(path) == (RECORD + b"\n") * 2


def unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix == ".zst":
        return zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def test_lines_that_no_journal_knows_of_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_bytes(RECORD)
    with pytest.raises(SettingsError, match="its journal is not: use another folder or --restart"):
        JsonLines(tmp_path / "records.jsonl").restore(0, {})
    assert (tmp_path / "records.jsonl").read_bytes() == RECORD


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
