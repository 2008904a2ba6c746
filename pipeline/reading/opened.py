"""Opened: an open input on its way through decompression and containers to the reader of its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from pipeline.errors import ReadingError
from pipeline.reading.options import ReadingOptions
from pipeline.reading.page import Page
from pipeline.records import Article, Failure

#: What reading yields: an article, a page whose text has yet to be found, or what could not be read.
Item = Article | Page | Failure

CHUNK = 2**20


@dataclass(frozen=True, slots=True)
class Opened:
    """A stream with the name that messages give it (`a.zip!b.txt`) and the file name that its format may be told by.

    `depth` counts the containers around it.
    """

    name: str
    file_name: str
    stream: BinaryIO
    depth: int = 0

    @property
    def id(self) -> str:
        """What the article in it is called if it has no id: the file name without suffix ("" for standard input)."""
        return str(PurePosixPath(self.file_name).with_suffix("")) if self.file_name else ""

    def peek(self, size: int) -> bytes:
        """Return up to `size` first bytes without taking them. Sizes up to 8 KB are served."""
        return cast(BufferedReader, self.stream).peek(size)[:size]

    def member(self, file_name: str, stream: BinaryIO) -> "Opened":
        """Return a file inside this container."""
        name = f"{self.name}!{file_name}"
        return replace(self, name=name, file_name=file_name, stream=stream, depth=self.depth + 1)

    def read_all(self, options: ReadingOptions) -> bytes:
        """Return the whole content. Raises ReadingError where it is more than one article may have."""
        content = bytearray()
        while chunk := self.stream.read(CHUNK):
            content += chunk
            if len(content) > options.max_article_bytes:
                limit = f"{options.max_article_bytes:,} bytes"
                raise ReadingError(f"larger than {limit}: raise SVODKA_MAX_ARTICLE_BYTES if it is one article")
        return bytes(content)


Reader = Callable[[Opened, ReadingOptions], Iterator[Item]]
Container = Callable[[Opened, ReadingOptions], Iterator[Opened | Failure]]
