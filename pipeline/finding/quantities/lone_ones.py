"""«Один» as a mere article: «остановил одну печь», «ещё один выпуск»; beside another number it counts."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading

#: «шесть судов, ещё одно», «пять солнечных и одну ветровую станцию».
LINKED = re.compile(r"[^.;:!?\n]{0,40}?(?:\bи\b|,|\bещ[её]\b|\bпротив\b|\bвместо\b)[^.;:!?\n\d]{0,25}")


def without_articles(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out each «один» before a noun that no other count stands beside."""
    pairs = zip_longest([None, *readings], readings, readings[1:])
    return [
        reading for before, reading, after in pairs
        if reading is not None and not (_is_one(reading) and not _is_counted(passage, before, reading, after))
    ]  # fmt: skip


def _is_one(reading: Reading) -> bool:
    return reading.dimension == "count" and reading.number.in_words and reading.value == 1


def _is_counted(passage: Passage, before: Reading | None, reading: Reading, after: Reading | None) -> bool:
    left = before is not None and _is_link(passage, before, reading)
    return left or (after is not None and _is_link(passage, reading, after))


def _is_link(passage: Passage, first: Reading, second: Reading) -> bool:
    counts = first.dimension in ("count", None) and second.dimension in ("count", None)
    return counts and LINKED.fullmatch(passage.text, first.end, second.start) is not None
