"""Reading the data files of this package: CSV with # comments, TOML, gzipped tables."""

import csv
import gzip
import tomllib
from importlib.resources import files
from typing import Any

ROOT = "pipeline.knowledge"


def toml(path: str) -> dict[str, Any]:
    """Return a TOML file of the package as a dict; `path` is relative to pipeline/knowledge."""
    return tomllib.loads(_resource(path).decode("utf-8"))


def csv_rows(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file whose first line that is no comment names the columns."""
    lines = [line for line in _resource(path).decode("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


def gzipped_lines(path: str) -> list[str]:
    """Return the lines of a gzipped text file."""
    return gzip.decompress(_resource(path)).decode("utf-8").splitlines()


def _resource(path: str) -> bytes:
    return files(ROOT).joinpath(path).read_bytes()
