"""headers.txt: what is a header and what only looks like one."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import ReadingError
from pipeline.reading.header import parse_date, split_header

LINES = Path(__file__).with_name("headers.txt").read_text("utf-8").split("\n")[1:-1]


@pytest.mark.parametrize("line", LINES)
def test_header(line: str) -> None:
    before, day, after = line.replace("\\n", "\n").replace("\\r", "\r").split("|")
    assert split_header(before) == (None if day == "none" else date.fromisoformat(day), after)


@pytest.mark.parametrize("written", ["2025-13-45", "2025-02-30", "31.04.2025", "2025", "12-20", "yesterday", "1-2-3-4"])
def test_wrong_dates(written: str) -> None:
    with pytest.raises(ReadingError, match=r"wrong date .*: write it as 2025-12-20"):
        parse_date(written)
