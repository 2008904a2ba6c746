"""A text file: one article, with or without a header."""

from collections.abc import Iterator
from typing import BinaryIO

from pipeline.errors import ReadingError
from pipeline.reading.encoding import decode
from pipeline.reading.header import split_header
from pipeline.reading.options import ReadingOptions
from pipeline.records import Article


def read_plain(stream: BinaryIO, name: str, options: ReadingOptions) -> Iterator[Article]:
    """Yield the one article of a text file; `name` becomes its id. Raises ReadingError."""
    data = stream.read()
    if not data.strip():
        raise ReadingError("the file is empty: nothing to extract")
    published, text = split_header(decode(data, options.encoding))
    if not text.strip():
        raise ReadingError("no text after the header: nothing to extract")
    yield Article(**({"id": name} if name else {}), text=text, published=published)
