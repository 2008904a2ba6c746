"""WARC: the HTML responses of a web archive, by fastwarc. A damaged record costs itself, not the rest of the file."""

from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from pipeline.reading.opened import Item, Opened
from pipeline.reading.options import ReadingOptions
from pipeline.reading.page import Page
from pipeline.records import Failure

MARK = b"\r\n\r\nWARC/1."
HTML_TYPES = ("text/html", "application/xhtml+xml")
KEPT_BYTES = 64 * 2**20


def read_warc(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield the pages of a web archive; a damaged record becomes a Failure."""
    tape = Tape(opened.stream)
    while True:
        try:
            yield from _pages(tape, opened.name, options)
            return
        except OSError as error:
            yield Failure(source=f"{opened.name}:byte {tape.record}", step="reading", error=f"damaged record: {error}")
            if not tape.skip_record():
                return


def _pages(tape: "Tape", name: str, options: ReadingOptions) -> Iterator[Item]:
    for record in _records(tape):
        tape.forget_before(record.stream_pos)
        if _is_page(record):
            yield _page(record, f"{name}:byte {tape.record}", options)


def _page(record: Any, source: str, options: ReadingOptions) -> Item:
    url = record.headers.get("WARC-Target-URI")
    data = record.reader.read(options.max_article_bytes + 1)
    if not data:
        return Failure(source=source, step="reading", error=f"record of {url} is empty or cut short: fetch it again")
    if len(data) > options.max_article_bytes:
        limit = f"{options.max_article_bytes:,} bytes"
        return Failure(source=source, step="reading", error=f"page {url} is larger than {limit}: raise the setting")
    return Page(source=source, data=data, url=url, charset=record.http_charset)


def _is_page(record: Any) -> bool:
    http = record.http_headers
    kind = record.headers.get("WARC-Type")
    return kind == "response" and http is not None and record.http_content_type in HTML_TYPES


def _records(tape: "Tape") -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator  # loaded where there is a web archive at all

    return iter(ArchiveIterator(cast(BinaryIO, tape), auto_decode="all", stream_detect=False))


class Tape:
    """A stream that remembers what was read since the last whole record, to go on behind a damaged one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._kept = bytearray()
        self._start = 0  # where in the stream the kept bytes begin
        self._given = 0  # how many of the kept bytes were given out
        self.record = 0  # where the last record began

    @property
    def position(self) -> int:
        """How far the stream was given out, in bytes."""
        return self._start + self._given

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, as a file's `read` does."""
        if self._given == len(self._kept):
            self._kept += self._stream.read(size if size > 0 else KEPT_BYTES)
        data = bytes(self._kept[self._given :][: size if size > 0 else None])
        self._given += len(data)
        self._trim(self._given - KEPT_BYTES)
        return data

    def tell(self) -> int:
        """Return `position`, as a file does."""
        return self.position

    def forget_before(self, position: int) -> None:
        """A whole record begins here: what lies before it is not needed any more."""
        self._trim(position - self._start)
        self.record = position

    def skip_record(self) -> bool:
        """Go to the next mark of a record behind the current one; say whether there is one."""
        while (found := self._kept.find(MARK, 1)) < 0:
            fresh = self._stream.read(2**16)
            if not fresh:
                return False
            self._kept += fresh
            self._given = len(self._kept)
            self._trim(len(self._kept) - KEPT_BYTES)
        self._trim(found + len(b"\r\n\r\n"))
        self._given, self.record = 0, self._start
        return True

    def _trim(self, count: int) -> None:
        if count > 0:
            del self._kept[:count]
            self._start += count
            self._given = max(0, self._given - count)
