"""Units said once, after the second of two numbers: «с 5 до 8 млрд», «21 из 27 экономистов», «на 5, 8 и 12%»."""

import re
from collections.abc import Sequence

from pipeline.finding.quantities.elided import Elided
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading, copy_measure, scaled

#: Between two numbers that share what follows the second.
SHARED_AFTER = re.compile(
    r"(?:,|и|или|либо|до|–|—|-|против|из|вместо|к|,? а|,? и|,? или|и до|почти до|до почти|до примерно|до более чем"
    r"|из примерно|из почти)",
    re.IGNORECASE,
)

AND = frozenset({"и", ",", "или", ", а также", "а также", "плюс"})
#: «48 школ, из них 12 аварийных».
PART = re.compile(r"\b(?:из (?:них|которых)|в том числе|среди них|включая)\b", re.IGNORECASE)


def share_after(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give a number without a unit that of the next one: «с 24 до 60 пар», «на 5, 8 и 12%», «из 37 ТЭЦ»."""
    for first, second in zip(reversed(readings[:-1]), reversed(readings[1:]), strict=True):
        between = passage.gap(first.end, second.start)
        if first.dimension is None and second.dimension is not None and SHARED_AFTER.fullmatch(between):
            if first.number.scale > 1 and second.dimension == "percent":  # «10,3 млрд, или 11,4%» says one thing twice
                continue
            if between == "," and not _is_list(passage, second):
                continue
            copy_measure(second, first, rule="shared_after")
            _share_scale(first, second, between)


def share_nouns(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give «1 850 постоянных и 400 временных рабочих мест» one noun: that of the next, or of the whole («48 школ, из
    них 12 аварийных»)."""
    for index in range(len(readings) - 1, -1, -1):
        reading = readings[index]
        if reading.rule != "counted_adjective":
            continue
        following = readings[index + 1] if index + 1 < len(readings) else None
        if following is not None and _is_counted(following) and passage.gap(reading.phrase_end, following.start) in AND:
            reading.item = following.item
            reading.reasons.append("item: said after another number")
        elif index and _is_whole_of(passage, readings[index - 1], reading):
            reading.item = readings[index - 1].item
            reading.reasons.append("item: of the whole")
        elif isinstance(reading.item, Elided):
            reading.dimension, reading.item = None, None


def _is_counted(reading: Reading) -> bool:
    return reading.dimension == "count" and reading.item is not None and reading.rule != "counted_adjective"


def _is_whole_of(passage: Passage, before: Reading, reading: Reading) -> bool:
    near = passage.sentence_of(before.start) == passage.sentence_of(reading.start)
    linked = (
        PART.search(passage.text[before.end : reading.start]) or passage.gap(before.phrase_end, reading.start) in AND
    )
    return near and _is_counted(before) and bool(linked)


def _is_list(passage: Passage, reading: Reading) -> bool:
    return passage.text[reading.end : reading.end + 3].strip()[:1] in (",", "и")


def _share_scale(first: Reading, second: Reading, between: str) -> None:
    """Give «с 5 до 8 млрд» its scale twice; «800 до 1,2 тыс.» and «21 из 27 тыс.» have their own."""
    factor = second.scale
    if first.number.scale > 1 or factor == 1 or first.value is None or between.startswith("из"):
        return
    base = second.size / factor
    if first.value <= 20 * base and not (first.value >= 100 and first.value > base and factor == 1000):
        first.value, first.scale = scaled(first.value, factor), factor
