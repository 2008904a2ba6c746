"""Units and items said once for several numbers: «с 5 до 8 млрд», «21 из 27 экономистов», «ещё 15», «541 млрд»."""

import re
from collections.abc import Sequence

from pipeline.finding.quantities.amounts import is_of_money
from pipeline.finding.quantities.items_before import counted_before
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading, scaled

#: Between two numbers that share what follows the second.
SHARED_AFTER = re.compile(
    r"(?:,|и|или|либо|до|–|—|-|против|из|вместо|к|,? а|,? и|,? или|и до|почти до|до почти|до примерно|до более чем"
    r"|из примерно|из почти)",
    re.IGNORECASE,
)
#: Before a number that goes on with what was counted before it.
LINK = re.compile(r"(?:[–—:,(•*-]|\b[а-яё]+)$", re.IGNORECASE)
REACH = 12
MILLION = 1_000_000
#: Items of one enumeration stand so near, and their figures differ by no more than this factor.
APART, SPREAD = 60, 12.0
ITEM_END = re.compile(r"(?:[–—-]|\(годом ранее|\()$")


def share_after(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give a number without a unit that of the next one: «с 24 до 60 пар», «на 5, 8 и 12%», «из 37 ТЭЦ»."""
    for first, second in zip(reversed(readings[:-1]), reversed(readings[1:]), strict=True):
        between = passage.gap(first.end, second.start)
        if first.dimension is None and second.dimension is not None and SHARED_AFTER.fullmatch(between):
            if first.number.scale > 1 and second.dimension == "percent":  # «10,3 млрд, или 11,4%» says one thing twice
                continue
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
        if _is_bare_one(reading):
            continue
        taken = readings[index - 1].end if index else 0
        if reading.number.scale < MILLION and _take_item_before(passage, reading, taken, nearest=True):
            continue
        source = (_enumerated(passage, readings[index - 1], reading) if index else None) or _source(
            passage, reading, readings[:index]
        )
        if source is not None:
            _copy(source, reading, rule="carried")
        else:
            _take_item_before(passage, reading, taken, nearest=False)


def _is_bare_one(reading: Reading) -> bool:
    """Tell «ответ один», «в одном случае»: a mere article."""
    return reading.number.in_words and reading.value == 1


def _may_carry(passage: Passage, reading: Reading) -> bool:
    """Tell whether a bare number can go on with an earlier one: a verb, a dash, a preposition before it, no noun."""
    after = passage.text[reading.end : reading.end + 1]
    if after.isalpha() or (after in ("-", "/", "№") and passage.text[reading.end + 1 : reading.end + 2].strip()):
        return False
    return bool(LINK.search(passage.text[max(0, reading.start - 30) : reading.start].rstrip()))


def _enumerated(passage: Passage, before: Reading, reading: Reading) -> Reading | None:
    """Return the number before and take its scale, where both are items of a list: «Польша – 7,4 млн, Китай – 5,1»."""
    if before.dimension is None or before.number.scale < 1000 or reading.number.scale > 1 or before.value is None:
        return None
    between = passage.text[before.end : reading.start]
    base = before.size / before.number.scale
    near = reading.value is not None and base / SPREAD <= reading.size <= base * SPREAD
    if not near or len(between) > APART or "\n\n" in between or not ITEM_END.search(between.rstrip()):
        return None
    reading.value = scaled(reading.value, before.number.scale)
    return before


def _take_item_before(passage: Passage, reading: Reading, taken: int, *, nearest: bool) -> bool:
    item = counted_before(passage, reading.number, taken)
    if item is None:
        return False
    if nearest and len(passage.text[item.end : reading.start]) > 12:
        return False
    reading.dimension, reading.item, reading.rule = "count", item, "item_before"
    return True


def _source(passage: Passage, reading: Reading, earlier: Sequence[Reading]) -> Reading | None:
    if reading.number.scale >= 1000 and is_of_money(passage, reading):
        return next((c for c in reversed(earlier) if c.dimension == "money" and c.size >= 1000), None)
    start = passage.paragraph_of(reading.start)[0]
    previous = passage.paragraph_of(max(0, start - 1))[0]
    if reading.number.scale >= MILLION:
        previous = passage.paragraph_of(max(0, previous - 2))[0]
    earlier = earlier[-REACH:]
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
    target.source = source
    target.dimension, target.unit, target.item = source.dimension, source.unit, source.item
    target.rule = rule
