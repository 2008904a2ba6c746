"""The header that some archives put before an article's text: a line such as ` date 2025-12-20 `."""

import re
from datetime import date

from pipeline.errors import ReadingError

WORDS = r"date|published|дата(?:[ ]публикации)?|опубликовано"
DAY = r"\d[\d./-]{3,}\d(?:T[\d:.+Z-]+)?"
# On a line of its own any of the words opens a header; before text on the same line only the plain English form does,
# for «Дата 12.05.2025 …» may open a sentence.
HEADER = re.compile(
    rf"\ufeff?\s*(?:(?:{WORDS})[ ]?[:=]?[ ]?(?P<own_line>{DAY})[ \t\xa0]*(?:\r?\n|\Z)"
    rf"|date[ ]+(?P<in_line>{DAY})[ \t\xa0]+)",
    re.IGNORECASE,
)


def split_header(text: str) -> tuple[date | None, str]:
    """Return the date of publication (None without a header) and the text without the header and its line end.

    Raises ReadingError where the header's date is no date.
    """
    match = HEADER.match(text)
    if match is None:
        return None, text
    return parse_date(match["own_line"] or match["in_line"]), text[match.end() :]


def parse_date(written: str) -> date:
    """Return the day of 2025-12-20, 2025/12/20, 20.12.2025 or 2025-12-20T10:00:00+05:00. Raises ReadingError."""
    day = re.split(r"[T ]", written.strip(), maxsplit=1)[0]
    parts = re.split(r"[./-]", day)
    if len(parts[0]) != 4:
        parts.reverse()
    try:
        year, month, number = map(int, parts)
        return date(year, month, number)
    except ValueError as error:
        raise ReadingError(f"wrong date {written!r}: write it as 2025-12-20") from error
