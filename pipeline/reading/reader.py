"""read(): the articles that paths name, lazily, in a fixed order; what cannot be read becomes a Failure."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import ReadingError
from pipeline.reading.jsonl import read_jsonl
from pipeline.reading.options import ReadingOptions
from pipeline.reading.plain import read_plain
from pipeline.reading.sources import Source, peek, sources
from pipeline.records import Article, Failure

STEP = "reading"


def read(paths: Iterable[str | Path], options: ReadingOptions | None = None) -> Iterator[Article | Failure]:
    """Yield the articles of files, folders, patterns and "-" (standard input). Never raises for bad input.

    Each Failure names the file (and line), the reason and what to do.
    """
    options = options or ReadingOptions()
    for path in paths:
        try:
            for source in sources([path]):
                yield from _guarded(source, options)
        except (ReadingError, OSError) as error:
            yield Failure(source=str(path), step=STEP, error=_reason(error))


def _guarded(source: Source, options: ReadingOptions) -> Iterator[Article | Failure]:
    try:
        yield from _articles(source, options)
    except (ReadingError, OSError) as error:
        yield Failure(article=source.id or None, source=source.name, step=STEP, error=_reason(error))


def _articles(source: Source, options: ReadingOptions) -> Iterator[Article | Failure]:
    with source.open() as stream:
        is_json = source.path.suffix.lower() in {".jsonl", ".ndjson"} or peek(stream, 64).lstrip().startswith(b"{")
        if is_json:
            yield from read_jsonl(stream, source.name, options)
        else:
            yield from read_plain(stream, source.id, options)


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read: change its rights or run as its owner"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
