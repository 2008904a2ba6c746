"""From an open stream to its articles: containers are opened, the reader of the format found by content is called."""

from collections.abc import Iterator

from pipeline.errors import ReadingError
from pipeline.reading.containers import tar_members, unpack, zip_members
from pipeline.reading.jsonl import read_jsonl
from pipeline.reading.opened import Container, Item, Opened, Reader
from pipeline.reading.options import ReadingOptions
from pipeline.reading.parquet import read_parquet
from pipeline.reading.plain import read_html, read_plain
from pipeline.reading.sniffing import SAMPLE_BYTES, sniff
from pipeline.reading.tables import read_table
from pipeline.reading.warc import read_warc
from pipeline.records import Failure

STEP = "reading"
MOST_NESTED = 4
CONTAINERS: dict[str, Container] = {
    "gzip": unpack("gzip"),
    "bzip2": unpack("bzip2"),
    "xz": unpack("xz"),
    "zstd": unpack("zstd"),
    "tar": tar_members,
    "zip": zip_members,
}
READERS: dict[str, Reader] = {
    "plain": read_plain,
    "html": read_html,
    "jsonl": read_jsonl,
    "table": read_table,
    "parquet": read_parquet,
    "warc": read_warc,
}


def items(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield what is in an open input. What cannot be read becomes a Failure; never raises for bad input."""
    try:
        yield from _items(opened, options)
    except (ReadingError, OSError) as error:
        yield Failure(article=opened.id or None, source=opened.name, step=STEP, error=reason(error))


def _items(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    kind = sniff(opened.peek(SAMPLE_BYTES), opened.file_name, options)
    if kind in READERS:
        yield from READERS[kind](opened, options)
        return
    if opened.depth >= MOST_NESTED:
        raise ReadingError(f"archives in archives, more than {MOST_NESTED} deep: unpack the outer ones")
    for member in CONTAINERS[kind](opened, options):
        if isinstance(member, Failure):
            yield member
        else:
            yield from items(member, options)


def reason(error: Exception) -> str:
    """Return one line that says what went wrong and what to do."""
    if isinstance(error, PermissionError):
        return "no permission to read: change its rights or run as its owner"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
