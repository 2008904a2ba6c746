"""Limits on what is unpacked: a stream that says when it grows beyond reason."""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any, BinaryIO

import zstandard

from pipeline.errors import ReadingError
from pipeline.reading.opened import Opened
from pipeline.reading.options import ReadingOptions

#: Small files pack into almost nothing (a page of blanks): the ratio counts from here on, in bytes unpacked.
RATIO_FROM = 4 * 2**20
DAMAGE = (
    EOFError, OSError, RuntimeError, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile, zlib.error,
    zstandard.ZstdError,
)  # fmt: skip


class Unpacked(RawIOBase):
    """The unpacked side of a packed stream. `packed` tells how many packed bytes were read so far.

    Reading raises ReadingError where the stream is damaged, or more than `most_ratio` times its packed size.
    """

    def __init__(self, stream: Any, packed: Callable[[], int], most_ratio: float) -> None:
        self._stream, self._packed, self._most_ratio = stream, packed, most_ratio
        self._size = 0

    def readable(self) -> bool:
        """True: this is what it is for."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as `io.RawIOBase.readinto` says."""
        try:
            data = self._stream.read(len(buffer))
        except ReadingError:
            raise
        except DAMAGE as error:
            raise ReadingError(f"damaged or cut short ({error}): pack it again") from error
        self._size += len(data)
        if self._size > max(RATIO_FROM, self._packed() * self._most_ratio):
            raise ReadingError(
                f"unpacks to more than {self._most_ratio:g} times its size, as a bomb does: "
                "raise SVODKA_MAX_RATIO if it is right"
            )
        buffer[: len(data)] = data
        return len(data)


class Counted(RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        """True: this is what it is for."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as `io.RawIOBase.readinto` says."""
        data = self._stream.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)


def buffered(stream: RawIOBase) -> BinaryIO:
    """Return the stream with a buffer that can be peeked into."""
    return BufferedReader(stream, buffer_size=2**16)


def seekable(opened: Opened, options: ReadingOptions) -> BinaryIO:
    """Return a stream to seek in: a file as it is, anything else in memory, within the limit of an article."""
    try:
        if opened.stream.seekable():
            return opened.stream
    except io.UnsupportedOperation:
        pass
    return BytesIO(opened.read_all(options))
