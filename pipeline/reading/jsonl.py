"""JSON Lines: one object a line, one article an object."""

import json
from collections.abc import Iterator
from typing import Any

from pipeline.errors import ReadingError
from pipeline.reading.fields import article_of
from pipeline.reading.lines import decoded_lines
from pipeline.reading.opened import Item, Opened
from pipeline.reading.options import ReadingOptions
from pipeline.records import Article, Failure


def read_jsonl(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield the article of every line; a line that cannot be read becomes a Failure. Empty lines are passed over."""
    for number, line in enumerate(decoded_lines(opened, options), 1):
        if isinstance(line, str) and not line.strip():
            continue
        try:
            yield _article(line, options)
        except ReadingError as error:
            yield Failure(source=f"{opened.name}:{number}", step="reading", error=str(error))


def _article(line: str | ReadingError, options: ReadingOptions) -> Article:
    if isinstance(line, ReadingError):
        raise line
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"broken JSON ({error}): repair the line") from error
    if not isinstance(row, dict):
        raise ReadingError(f"the line is a JSON {type(row).__name__}, not an object: write one article as one object")
    return article_of(row, options)
