"""Archives to articles: one module a format."""

from pipeline.reading.options import ReadingOptions
from pipeline.reading.reader import read

__all__ = ["ReadingOptions", "read"]
