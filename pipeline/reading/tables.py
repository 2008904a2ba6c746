"""CSV and TSV: one article a row; the first row names the columns."""

import csv
from collections.abc import Iterator

from pipeline.errors import ReadingError
from pipeline.reading.fields import article_of
from pipeline.reading.lines import decoded_lines
from pipeline.reading.opened import Item, Opened
from pipeline.reading.options import ReadingOptions
from pipeline.records import Failure

DELIMITERS = ",\t;|"


def read_table(opened: Opened, options: ReadingOptions) -> Iterator[Item]:
    """Yield the article of every row; a row that cannot be read becomes a Failure that names its line."""
    # A field of the csv module is 128 KB at most unless told otherwise; the limit is the process's.
    csv.field_size_limit(options.max_article_bytes)
    lines = _Lines(decoded_lines(opened, options))
    first = next(lines, "")
    columns = next(csv.reader([first], delimiter=delimiter_of(first)), [])
    rows = csv.reader(lines, delimiter=delimiter_of(first), strict=True)
    while True:
        line = lines.number + 1
        try:
            row = next(rows)
            if row:
                yield article_of(_named(columns, row, lines), options)
        except StopIteration:
            return
        except (ReadingError, csv.Error) as error:
            reason = f"{error}: repair the row" if isinstance(error, csv.Error) else str(error)
            yield Failure(source=f"{opened.name}:{line}", step="reading", error=reason)


def delimiter_of(header: str) -> str:
    """Return the sign between the names of a header row."""
    return max(DELIMITERS, key=header.count)


def _named(columns: list[str], row: list[str], lines: "_Lines") -> dict[str, str]:
    damage, lines.damage = lines.damage, None
    if damage is not None:
        raise damage
    if len(row) != len(columns):
        raise ReadingError(f"{len(row)} columns where the header has {len(columns)}: repair the row")
    return {name.strip(): value for name, value in zip(columns, row, strict=True)}


class _Lines:
    """Lines for the csv module, which wants strings alone: what a line could not be decoded for is kept aside."""

    def __init__(self, lines: Iterator[str | ReadingError]) -> None:
        self._lines = lines
        self.number = 0
        self.damage: ReadingError | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if isinstance(line, str):
            # The csv module of Python 3.11 refuses NUL; no article has use of one.
            return line.replace("\0", "")
        self.damage = line
        return "\n"
