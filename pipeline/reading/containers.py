"""Compressed files and archives: streams in a stream, never unpacked to disk."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

import zstandard

from pipeline.errors import ReadingError
from pipeline.reading.limits import Counted, Unpacked, buffered, seekable
from pipeline.reading.opened import Opened
from pipeline.reading.options import ReadingOptions
from pipeline.reading.sniffing import is_article_name
from pipeline.records import Failure

PACKED_SUFFIXES = frozenset({".gz", ".bz2", ".xz", ".zst", ".tgz"})


class ZstdFile:
    """Frames of Zstandard, one after another. The library's own reader takes a frame that is cut short for whole."""

    # A thousand packed bytes give at most some 30 MB, so that a bomb is met in time.
    STEP = 1_024

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._frame: Any = None
        self._packed, self._unpacked = b"", b""

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes; none at the end. Raises EOFError where the last frame is cut short."""
        while not self._unpacked:
            self._packed = self._packed or self._stream.read(self.STEP)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("the last frame is not whole")
                return b""
            self._unpack()
        data, self._unpacked = self._unpacked[:size], self._unpacked[size:]
        return data

    def _unpack(self) -> None:
        frame = self._frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
        self._unpacked = frame.decompress(self._packed)
        self._packed = frame.unused_data
        if frame.eof:
            self._frame = None


OPENERS: dict[str, Callable[[BinaryIO], Any]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
    "zstd": ZstdFile,
}


def unpack(kind: str) -> Callable[[Opened, ReadingOptions], Iterator[Opened | Failure]]:
    """Return the container that undoes one compression: it yields what is inside, under the name without the suffix."""

    def inside(opened: Opened, options: ReadingOptions) -> Iterator[Opened | Failure]:
        counted = Counted(opened.stream)
        packed = cast(BinaryIO, BufferedReader(counted))
        stream = buffered(Unpacked(OPENERS[kind](packed), lambda: counted.count, options.max_ratio))
        yield replace(opened, file_name=_without_suffix(opened.file_name), stream=stream, depth=opened.depth + 1)

    return inside


def _without_suffix(file_name: str) -> str:
    path = PurePosixPath(file_name)
    if path.suffix.lower() == ".tgz":
        return str(path.with_suffix(".tar"))
    return str(path.with_suffix("")) if path.suffix.lower() in PACKED_SUFFIXES else file_name


def tar_members(opened: Opened, options: ReadingOptions) -> Iterator[Opened | Failure]:
    """Yield the article files of a tar archive, in its order, as a stream. Raises ReadingError where it is damaged."""
    try:
        with tarfile.open(fileobj=opened.stream, mode="r|") as archive:
            for member in archive:
                if member.isfile() and is_article_name(member.name):
                    yield _tar_member(opened, archive, member)
    except (tarfile.TarError, EOFError) as error:
        raise ReadingError(f"damaged or cut short ({error}): pack it again") from error


def _tar_member(opened: Opened, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Opened | Failure:
    if member.issparse():  # its holes are unpacked from nothing: no ratio would stop them
        name = f"{opened.name}!{member.name}"
        return Failure(source=name, step="reading", error="a sparse file: pack it again without holes")
    # The ratio is watched by the compression around the archive; here damage is told.
    return opened.member(member.name, buffered(Unpacked(archive.extractfile(member), lambda: member.size, 2)))


def zip_members(opened: Opened, options: ReadingOptions) -> Iterator[Opened | Failure]:
    """Yield the article files of a zip archive, in its order. Raises ReadingError where it is damaged."""
    try:
        archive = zipfile.ZipFile(seekable(opened, options))
    except zipfile.BadZipFile as error:
        raise ReadingError(f"damaged or cut short ({error}): pack it again") from error
    with archive:
        for member in archive.infolist():
            if not member.is_dir() and is_article_name(member.filename):
                yield _zip_member(opened, archive, member, options.max_ratio)


def _zip_member(
    opened: Opened, archive: zipfile.ZipFile, member: zipfile.ZipInfo, most_ratio: float
) -> Opened | Failure:
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:  # RuntimeError: it wants a password
        name = f"{opened.name}!{member.filename}"
        return Failure(source=name, step="reading", error=f"cannot be unpacked ({error}): pack it again")
    return opened.member(member.filename, buffered(Unpacked(stream, lambda: member.compress_size, most_ratio)))
