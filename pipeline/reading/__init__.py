"""Archives to articles: one module a format."""

from pipeline.reading.opened import Item
from pipeline.reading.options import ReadingOptions
from pipeline.reading.page import Page
from pipeline.reading.reader import read, read_items

__all__ = ["Item", "Page", "ReadingOptions", "read", "read_items"]
