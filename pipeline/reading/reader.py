"""read(): the articles that paths name, lazily, in a fixed order; what cannot be read becomes a Failure."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.reading.opened import Item
from pipeline.reading.options import ReadingOptions
from pipeline.reading.page import Page
from pipeline.reading.walk import Walk, named_sources
from pipeline.records import Article, Failure


def read(paths: Iterable[str | Path], options: ReadingOptions | None = None) -> Iterator[Article | Failure]:
    """Yield the articles of files, folders, patterns and "-" (standard input). Never raises for bad input.

    Formats are found by content: text, HTML, JSON Lines, CSV and TSV, Parquet, WARC, each also within .gz, .bz2, .xz,
    .zst, .zip and .tar. Each Failure names the file (and line), the reason and what to do.
    """
    for item in read_items(paths, options):
        yield item.article() if isinstance(item, Page) else item


def read_items(paths: Iterable[str | Path], options: ReadingOptions | None = None) -> Iterator[Item]:
    """Yield what `read` does, but leave pages as they are: a batch has its workers find their text."""
    yield from Walk(named_sources(paths), options or ReadingOptions())
