"""Archives to articles: one module a format."""

from pipeline.reading.opened import Item
from pipeline.reading.options import ReadingOptions
from pipeline.reading.page import Page
from pipeline.reading.reader import read, read_items
from pipeline.reading.sources import STANDARD_INPUT
from pipeline.reading.walk import Named, Walk, named_sources

__all__ = ["STANDARD_INPUT", "Item", "Named", "Page", "ReadingOptions", "Walk", "named_sources", "read", "read_items"]
