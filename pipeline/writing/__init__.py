"""Records to files and tables: one module a format."""

from pipeline.writing.folder import JsonFolder
from pipeline.writing.jsonl import JsonLines
from pipeline.writing.sink import Sink

__all__ = ["JsonFolder", "JsonLines", "Sink"]
