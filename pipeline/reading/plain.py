"""A text file: one article, with or without a header."""

from collections.abc import Iterator

from pipeline.errors import ReadingError
from pipeline.reading.encoding import decode
from pipeline.reading.header import split_header
from pipeline.reading.opened import Item, Opened
from pipeline.reading.options import ReadingOptions
from pipeline.reading.page import Page
from pipeline.records import Article


def read_plain(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield the one article of a text file; its id is the file's name. Raises ReadingError."""
    data = opened.read_all(options)
    if not data.strip():
        raise ReadingError("the file is empty: nothing to extract")
    published, text = split_header(decode(data, options.encoding))
    if not text.strip():
        raise ReadingError("no text after the header: nothing to extract")
    yield Article(**({"id": opened.id} if opened.id else {}), text=text, published=published)


def read_html(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield the page in an HTML file."""
    yield Page(source=opened.name, data=opened.read_all(options), id=opened.id or None, charset=options.encoding)
