"""Units said once, in brackets before a colon, for a list: «По регионам (тыс. кв. м): Алматы – 1 012,3»."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.finding.mentions import ItemMention
from pipeline.finding.numbers import find_numbers
from pipeline.finding.quantities.measuring import measure_after
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading, scaled
from pipeline.finding.quantities.vocabulary import Measure
from pipeline.knowledge.quantity_words import context_words
from pipeline.language.morphology import parses

HEADING = re.compile(r"\((?:в )?([^()\d\n:]{1,28})\)[^\S\n]*:")
#: A stretch under a heading goes on over lines that end so.
OPEN_LINE = re.compile(r"[;,:][^\S\n]*\Z")


def measure_by_headings(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give bare numbers under a heading its scale and unit, or the noun that it says is counted."""
    headings = [said for said in HEADING.finditer(passage.text) if said.group(1).strip()]
    starts = [reading.start for reading in readings]
    for said, following in zip_longest(headings, headings[1:]):
        limit = following.start() if following else len(passage.text)
        end = _end_of_list(passage.text, said.end(), limit)
        for reading in readings[bisect_left(starts, said.end()) : bisect_left(starts, end)]:
            if reading.dimension is None and reading.number.scale == 1:
                _apply(said.group(1), said.start(1), reading)


def _end_of_list(text: str, start: int, limit: int) -> int:
    """The list is the rest of the line, or the lines below up to one that closes it, or to the next heading."""
    end = _line_end(text, start)
    if text[start:end].strip():
        return min(end, limit)
    begin, end = end + 1, _line_end(text, end + 1)
    while end < limit and OPEN_LINE.search(text, begin, end):
        begin, end = end + 1, _line_end(text, end + 1)
    return min(end, limit)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _apply(heading: str, start: int, reading: Reading) -> None:
    numbered = f"1 {heading}"
    number = find_numbers(numbered)[0]
    measure = measure_after(numbered, number.end)
    if measure is not None and measure.item is None:
        _measured(reading, measure, number.scale)
        return
    noun = heading.split()[-1] if not measure else measure.item or ""
    lemma = measure.item if measure and measure.item else _counted(noun)
    if lemma and number.end <= len(numbered):
        reading.dimension, reading.rule = "count", "heading"
        reading.item = ItemMention(start, start + len(heading), lemma)
        reading.value = scaled(reading.value, number.scale)


def _measured(reading: Reading, measure: Measure, scale: float) -> None:
    reading.dimension, reading.unit, reading.per = measure.dimension, measure.unit, measure.per
    reading.value, reading.low, reading.high = (
        scaled(value, scale * measure.factor) for value in (reading.value, reading.low, reading.high)
    )
    reading.rule = "heading"


def _counted(noun: str) -> str | None:
    """The lemma of a genitive plural («магазинов»); nothing of time is counted."""
    for parse in parses(noun):
        if parse.pos == "NOUN" and parse.number == "plur" and parse.case in ("gent", "gen2"):
            return None if parse.lemma in context_words("time") else parse.lemma
    return None
