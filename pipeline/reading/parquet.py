"""Parquet: one article a row."""

from collections.abc import Iterator
from typing import Any

from pipeline.errors import ReadingError
from pipeline.reading.fields import article_of
from pipeline.reading.limits import seekable
from pipeline.reading.opened import Item, Opened
from pipeline.reading.options import FIELDS, ReadingOptions
from pipeline.records import Failure

ROWS_AT_ONCE = 64


def read_parquet(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield the article of every row; only the columns that are needed are read. Raises ReadingError."""
    arrow, parquet = _pyarrow()
    try:
        file = parquet.ParquetFile(seekable(opened, options))
        wanted = {name for field in FIELDS for name in options.names(field)}
        columns = [name for name in file.schema_arrow.names if name in wanted]
        number = 0
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _article(row, f"{opened.name}:row {number}", options)
    except (arrow.ArrowException, OSError) as error:
        raise ReadingError(f"damaged Parquet file ({error}): write it again") from error


def _article(row: dict[str, Any], source: str, options: ReadingOptions) -> Item:
    try:
        return article_of(row, options)
    except ReadingError as error:
        return Failure(source=source, step="reading", error=str(error))


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ReadingError("Parquet needs pyarrow: pip install 'svodka[tables]'") from error
    return pyarrow, parquet
