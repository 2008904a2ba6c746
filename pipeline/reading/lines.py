"""Lines of a stream, decoded one by one, so that a damaged line costs no more than itself."""

import codecs
from collections.abc import Iterator
from io import TextIOWrapper
from typing import BinaryIO

from pipeline.errors import ReadingError
from pipeline.reading.encoding import decode, recognise
from pipeline.reading.opened import Opened
from pipeline.reading.options import ReadingOptions

SAMPLE_BYTES = 8_192


def decoded_lines(opened: Opened, options: ReadingOptions) -> Iterator[str | ReadingError]:
    """Yield every line with its end, or the error that its bytes raise.

    The encoding is recognised anew for each line: archives are known that mix Windows-1251 among UTF-8.
    """
    codec = options.encoding or _wide_codec(opened.peek(SAMPLE_BYTES))
    if codec is not None and codec.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(opened.stream, codec)
        return
    for number, line in enumerate(_lines(opened.stream, options.max_article_bytes)):
        if isinstance(line, bytes):
            yield _decoded(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line, options.encoding)
        else:
            yield line


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes | ReadingError]:
    while line := stream.readline(most):
        if len(line) < most or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(most)) and not rest.endswith(b"\n"):
            pass  # only its end is looked for: the line is never held whole
        yield ReadingError(f"the line is longer than {most:,} bytes: raise SVODKA_MAX_ARTICLE_BYTES if it is right")


def _wide_lines(stream: BinaryIO, codec: str) -> Iterator[str]:
    text = TextIOWrapper(stream, codec, errors="replace", newline="\n")
    try:
        yield from text
    finally:
        text.detach()  # the stream is its opener's to close


def _wide_codec(sample: bytes) -> str | None:
    """UTF-16 and UTF-32 have line ends of their own, so they are decoded before lines are cut."""
    try:
        return recognise(sample) if b"\0" in sample else None
    except ReadingError:
        return None


def _decoded(line: bytes, encoding: str | None) -> str | ReadingError:
    try:
        return line.decode("utf-8") if encoding is None else decode(line, encoding)
    except UnicodeDecodeError:
        try:
            return decode(line)
        except ReadingError as error:
            return error
    except ReadingError as error:
        return error
