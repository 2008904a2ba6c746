"""The forms of output by name."""

from collections.abc import Callable
from pathlib import Path

from pipeline.writing.folder import JsonFolder
from pipeline.writing.jsonl import JsonLines
from pipeline.writing.names import Names
from pipeline.writing.sink import Sink


def _lines(suffix: str) -> Callable[[Path, Names], Sink]:
    return lambda folder, names: JsonLines(folder / f"records.jsonl{suffix}")


FORMS: dict[str, Callable[[Path, Names], Sink]] = {
    "json": JsonFolder,
    "jsonl": _lines(""),
    "jsonl.gz": _lines(".gz"),
    "jsonl.zst": _lines(".zst"),
}


def sink_of(form: str, folder: Path, names: Names) -> Sink:
    """Return the sink of a form (a key of FORMS) that writes to a folder."""
    return FORMS[form](folder, names)
