"""Records to files and tables: one module a format."""

from pipeline.writing.folder import JsonFolder
from pipeline.writing.jsonl import JsonLines, JsonLinesStream
from pipeline.writing.names import Counts, Names
from pipeline.writing.sink import Sink, State, Written

__all__ = ["Counts", "JsonFolder", "JsonLines", "JsonLinesStream", "Names", "Sink", "State", "Written"]
