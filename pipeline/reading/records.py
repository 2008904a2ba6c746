"""Records read back: .json (one record or a list), .jsonl (one a line), folders of both."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from pipeline.errors import RecordError
from pipeline.records import ArticleRecord

SUFFIXES = (".json", ".jsonl")


def read_records(paths: Iterable[Path]) -> Iterator[ArticleRecord]:
    """Yield the records that the paths name, files of a folder in the order of their names.

    Raises RecordError with file, line and reason where a file is missing or holds something else.
    """
    for path in paths:
        for file in _files(path):
            for where, content in _items(file):
                yield _record(where, content)


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise RecordError(f"{path}: there is no such file or folder")
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.name != "failures.jsonl")
    if not found:
        raise RecordError(f"{path}: no .json or .jsonl file in it; give a folder that `svodka extract` wrote")
    return found


def _items(file: Path) -> Iterator[tuple[str, Any]]:
    try:
        if file.suffix != ".jsonl":
            content = json.loads(file.read_bytes())
            yield from ((str(file), item) for item in (content if isinstance(content, list) else [content]))
            return
        with file.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield f"{file}:{number}", _parsed(line, f"{file}:{number}")
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise RecordError(f"{file}: {error}") from error


def _parsed(line: str, where: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordError(f"{where}: no JSON: {error.msg}") from error


def _record(where: str, content: Any) -> ArticleRecord:
    try:
        return ArticleRecord.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "record"
        raise RecordError(f"{where}: {place}: {first['msg']} (is it a record of `svodka extract`?)") from error
