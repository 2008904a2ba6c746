"""Units and items said once for several numbers: «с 5 до 8 млрд», «21 из 27 экономистов», «ещё 15», «541 млрд»."""

import re
from collections.abc import Sequence

from pipeline.finding.quantities.items import counted_before
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading, scaled

#: Between two numbers that share what follows the second.
SHARED_AFTER = re.compile(
    r"(?:,|и|или|либо|до|–|—|-|против|из|вместо|к|,? а|,? и|,? или|и до|почти до|до почти|до примерно|до более чем"
    r"|из примерно|из почти)",
    re.IGNORECASE,
)
#: Before a number that goes on with what was counted before it.
LINK = re.compile(r"(?:[–—:,(-]|\b[а-яё]+)$", re.IGNORECASE)
REACH = 12
MILLION = 1_000_000


def share_after(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give a number without a unit that of the next one: «с 24 до 60 пар», «на 5, 8 и 12%», «из 37 ТЭЦ»."""
    for first, second in zip(reversed(readings[:-1]), reversed(readings[1:]), strict=True):
        between = passage.gap(first.end, second.start)
        if first.dimension is None and second.dimension is not None and SHARED_AFTER.fullmatch(between):
            if between == "," and not _is_list(passage, second):
                continue
            _copy(second, first, rule="shared_after")
            _share_scale(passage, first, second, between)


def _is_list(passage: Passage, reading: Reading) -> bool:
    return passage.text[reading.end : reading.end + 3].strip()[:1] in (",", "и")


def _share_scale(passage: Passage, first: Reading, second: Reading, between: str) -> None:
    """Give «с 5 до 8 млрд» its scale twice; «800 до 1,2 тыс.» and «21 из 27 тыс.» have their own."""
    factor = second.number.scale
    if first.number.scale > 1 or factor == 1 or first.value is None or between.startswith("из"):
        return
    base = second.size / factor
    if first.value <= 20 * base and not (first.value >= 100 and first.value > base and factor == 1000):
        first.value = scaled(first.value, factor)


def carry_on(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give a number without a unit that of an earlier quantity, or the item that stands before it."""
    for index, reading in enumerate(readings):
        if reading.dimension is not None or not _may_carry(passage, reading):
            continue
        if _take_item_before(passage, reading, nearest=True):
            continue
        source = _source(passage, reading, readings[max(0, index - REACH) : index])
        if source is not None:
            _copy(source, reading, rule="carried")
        else:
            _take_item_before(passage, reading, nearest=False)


def _may_carry(passage: Passage, reading: Reading) -> bool:
    """Tell whether a bare number can go on with an earlier one: a verb, a dash, a preposition before it, no noun."""
    after = passage.text[reading.end : reading.end + 1]
    if after.isalpha() or (after in ("-", "/", "№") and passage.text[reading.end + 1 : reading.end + 2].strip()):
        return False
    return bool(LINK.search(passage.text[max(0, reading.start - 30) : reading.start].rstrip()))


def _take_item_before(passage: Passage, reading: Reading, *, nearest: bool) -> bool:
    item = counted_before(passage, reading.number)
    if item is None:
        return False
    if nearest and len(passage.text[item.end : reading.start]) > 12:
        return False
    reading.dimension, reading.item, reading.rule = "count", item, "item_before"
    return True


def _source(passage: Passage, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    start = passage.paragraph_of(reading.start)[0]
    previous = passage.paragraph_of(max(0, start - 1))[0]
    alike = [c for c in reversed(earlier) if c.start >= previous and c.dimension is not None and _alike(reading, c)]
    same_scale = (candidate for candidate in alike if candidate.number.scale == reading.number.scale)
    nearest = alike[0] if alike else None
    return next(same_scale, nearest) if reading.number.scale >= MILLION else nearest


def _alike(reading: Reading, candidate: Reading) -> bool:
    """Tell whether two numbers are of one kind: both with a scale, both whole, or both shares."""
    if candidate.dimension in ("ratio", "percentage_point", "temperature"):
        return False
    if candidate.dimension == "count" and candidate.item is None:
        return False
    shares = candidate.dimension == "percent"
    if reading.number.scale >= 1000:
        return not shares and candidate.size >= 1000
    whole = reading.value is not None and reading.value == int(reading.value)
    if not whole:
        return candidate.dimension != "count" and candidate.number.scale < 1000
    return candidate.number.scale < 1000 and (not shares or reading.size <= 100)


def _copy(source: Reading, target: Reading, rule: str) -> None:
    target.dimension, target.unit, target.item = source.dimension, source.unit, source.item
    target.rule = rule
