"""The forms of output by name. Parquet and DuckDB are loaded where they are asked for: they are an extra."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from pipeline.errors import SettingsError
from pipeline.writing.folder import JsonFolder
from pipeline.writing.jsonl import JsonLines
from pipeline.writing.names import Names
from pipeline.writing.sink import Sink

Form = Callable[[Path, Names], Sink]


def _lines(suffix: str) -> Form:
    return lambda folder, names: JsonLines(folder / f"records.jsonl{suffix}")


def _extra(module: str, name: str) -> Form:
    def make(folder: Path, names: Names) -> Sink:
        try:
            form = cast(Form, getattr(import_module(f"pipeline.writing.{module}"), name))
        except ImportError as error:
            raise SettingsError(f"{error.name} is missing: pip install 'svodka[tables]'") from error
        return form(folder, names)

    return make


FORMS: dict[str, Form] = {
    "json": JsonFolder,
    "jsonl": _lines(""),
    "jsonl.gz": _lines(".gz"),
    "jsonl.zst": _lines(".zst"),
    "parquet": _extra("parquet", "ParquetDataset"),
    "duckdb": _extra("duckdb_file", "DuckDBFile"),
}


def sink_of(form: str, folder: Path, names: Names) -> Sink:
    """Return the sink of a form (a key of FORMS) that writes to a folder. Raises SettingsError for a missing extra."""
    return FORMS[form](folder, names)
