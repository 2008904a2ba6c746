"""Lists whose lead counts and whose lines name parts: «418 рейсов, в том числе:», «– в порт Курык – 176;»."""

import re

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading

LEAD = re.compile(r"\b(?:из (?:них|которых)|в том числе|среди них)[^\S\n]*:[^\S\n]*$", re.IGNORECASE)
BULLET = re.compile(r"[^\S\n]*[–—•*-]?[^\S\n]*")
#: A number that opens a line goes on with a dash; one behind a dash ends it.
OPENS = re.compile(r"[^\S\n]+[–—-][^\S\n]")
ENDS = re.compile(r"[^\S\n]*(?:[;,.][^\S\n]*)?(?:\n|$)")
DASHED = re.compile(r"[–—-][^\S\n]*(?:(?:только|лишь|уже|почти|около|ещё)[^\S\n]+)?$")
#: So many lines a list has.
LINES = 20


def lead_of_parts(passage: Passage, reading: Reading) -> int | None:
    """Return where the lead's line of a list begins in whose line the number is all that is said of a part."""
    start, end = passage.paragraph_of(reading.start)
    if not _is_figure_of(passage.text[start : end + 1], reading.start - start, reading.end - start):
        return None
    for _ in range(LINES):
        end = len(passage.text[:start].rstrip())
        start = passage.text.rfind("\n", 0, end) + 1
        line = passage.text[start:end]
        if LEAD.search(line):
            return start
        if not line.rstrip().endswith((";", ",")):
            return None
    return None


def _is_figure_of(line: str, start: int, end: int) -> bool:
    """Tell «2 150 – кредитные;» and «– в порт Курык – 176;»."""
    opens = BULLET.fullmatch(line, 0, start) is not None and OPENS.match(line, end) is not None
    return opens or (DASHED.search(line[:start]) is not None and ENDS.match(line, end) is not None)
