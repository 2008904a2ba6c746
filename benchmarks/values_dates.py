"""Dates, intervals and durations of values.jsonl (expressions from other projects' tests) against our readings.

A case is right where a date that touches the expected mention (the whole text where none is named) has one of the
expected values. «через год» and «два года назад» carry the grain of their unit: a day inside the expected month is
right, and so is either end of the range that an expected day belongs to. Durations are compared in seconds (a month
is 30 days, a year 365, as the file counts them).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from pipeline.finding.dates import DateFinder
from pipeline.finding.mentions import DateMention

DIMENSIONS = ("date", "interval", "duration")
#: What the peers reach on such expressions (README of the file), in per cent.
PEERS = {
    "date": {
        "Duckling": "92", "chrono": "81", "HeidelTime": "81", "dateparser": "70–78", "PullEnti": "62", "natasha": "27",
    },
    "interval": {
        "Duckling": "89", "HeidelTime": "83", "chrono": "67", "PullEnti": "33", "dateparser": "17", "natasha": "11",
    },
}  # fmt: skip
_SECONDS = {"Y": 365 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}


@cache
def finder() -> DateFinder:
    """Return the one finder of this run."""
    return DateFinder()


def is_right(case: dict[str, Any]) -> bool:
    """Say whether our reading of a case is one of those expected."""
    expected, mentions = case["expect"], list(_mentions(case))
    if expected.get("none"):
        return not any(mention.first or mention.duration for mention in mentions)
    if case["dimension"] == "duration":
        return any(mention.duration and _seconds(mention.duration) == expected["seconds"] for mention in mentions)
    values = [expected, *expected.get("alt", ())]
    return any(_agrees(mention, value, expected) for mention in mentions for value in values)


def shown(case: dict[str, Any]) -> str:
    """Return our readings of a case, for the list of the wrong ones."""
    readings = (f"{m.first or '?'}..{m.last or '?'} {m.duration or ''} ({m.rule})" for m in _mentions(case))
    return "; ".join(readings) or "nothing"


def _mentions(case: dict[str, Any]) -> Iterator[DateMention]:
    text, wanted = case["text"], case.get("mention") or case["text"]
    start = text.find(wanted)
    reference = date.fromisoformat(case["reference"][:10]) if case.get("reference") else None
    for mention in finder().find_in(text, reference):
        if mention.start < start + len(wanted) and start < mention.end:
            yield mention


def _agrees(mention: DateMention, value: dict[str, Any], expected: dict[str, Any]) -> bool:
    if mention.first is None or mention.last is None or "to" not in value:
        return False
    last = date.fromisoformat(value["to"]) - timedelta(days=1)
    if value.get("from") is None:
        return mention.last == last and mention.relation == "until"
    first = date.fromisoformat(value["from"])
    if (mention.first, mention.last) == (first, last):
        return True
    if "unit_grain" in expected:
        return first <= mention.first <= mention.last <= last
    return first == last and mention.kind == "period" and first in (mention.first, mention.last)


def _seconds(duration: str) -> int:
    days, _, time = duration.removeprefix("P").partition("T")
    parts = [*re.findall(r"(\d+)([YMWD])", days), *((n, f"T{unit}") for n, unit in re.findall(r"(\d+)([HMS])", time))]
    return sum(int(number) * _SECONDS[unit] for number, unit in parts)
