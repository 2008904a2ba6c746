"""A row of named values (a JSON object, a table's row) to an Article."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pipeline.errors import ReadingError
from pipeline.reading.header import parse_date
from pipeline.reading.options import FIELDS, ReadingOptions
from pipeline.records import Article

SURROGATE = re.compile("[\ud800-\udfff]")


def article_of(row: Mapping[str, Any], options: ReadingOptions) -> Article:
    """Return the article in a row. Raises ReadingError where the text is missing or a value is wrong."""
    values = {field: _value(row, options.names(field)) for field in FIELDS}
    if values["text"] is None:
        here = ", ".join(map(str, row)) or "none"
        raise ReadingError(f"no field {options.names('text')[0]!r} (fields here: {here}): name it: --field text=NAME")
    published = values.pop("published")
    strings = {name: _string(name, value) for name, value in values.items()}
    if not (strings["text"] or "").strip():
        raise ReadingError("the text is empty: nothing to extract")
    return Article.model_validate(strings | {"id": strings["id"] or None, "published": _day(published)})


def _value(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if name in row), None)


def _string(name: str, value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool | list | dict):
        raise ReadingError(f"field {name!r} is {type(value).__name__}: it must be a string")
    # A lone surrogate is no character and cannot be written; one sign replaces it, so that offsets stay.
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", str(value))


def _day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    if not isinstance(value, str):
        raise ReadingError(f"wrong date {value!r}: write it as 2025-12-20")
    return parse_date(value)
