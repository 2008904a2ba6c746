"""Two numbers that are one quantity: «от 5 млн до 8 млн тонн», «5 млн – 8 млн тенге», «12 тенге 50 тиынов»."""

from collections.abc import Sequence

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading, scaled
from pipeline.knowledge.currencies import currencies

DASHES = frozenset({"–", "—", "-"})


def joined(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with ranges and sums of money made one."""
    found: list[Reading] = []
    for reading in readings:
        if found and _is_range(passage, found[-1], reading):
            found[-1] = _range(found[-1], reading)
        elif found and _is_small_coin(passage, found[-1], reading):
            found[-1] = _sum(found[-1], reading)
        else:
            found.append(reading)
    return found


def _is_range(passage: Passage, first: Reading, second: Reading) -> bool:
    if first.value is None or second.value is None or first.value >= second.value or first.number.sign:
        return False
    if first.dimension != second.dimension or first.unit != second.unit or _item(first) != _item(second):
        return False
    between = passage.gap(first.end if first.item is None else first.phrase_end, second.start)
    if between == "до":
        before = passage.before(first.start, 1)
        return bool(before) and before[0].lower == "от" and not passage.text[before[0].end : first.start].strip()
    return between in DASHES and first.dimension is not None


def _item(reading: Reading) -> str | None:
    return reading.item.lemma if reading.item else None


def _range(first: Reading, second: Reading) -> Reading:
    second.start, second.low, second.high, second.value = first.start, first.value, second.value, None
    second.rule = "range_of_measures"
    return second


def _is_small_coin(passage: Passage, first: Reading, second: Reading) -> bool:
    money = first.dimension == second.dimension == "money" and _currency(first) == _currency(second)
    if not money or first.value is None or second.value is None:
        return False
    return second.value < 1 and first.value == int(first.value) and passage.gap(first.end, second.start) in ("", "и")


def _currency(reading: Reading) -> str | None:
    """The code; «рублей» without an adjective, whose country is not told yet, goes with its coin."""
    if reading.unit is None or not reading.unit.startswith("?"):
        return reading.unit
    return next(currency.code for currency in currencies() if currency.noun == reading.unit[1:])


def _sum(first: Reading, second: Reading) -> Reading:
    assert first.value is not None
    assert second.value is not None
    first.value, first.end, first.phrase_end = scaled(first.value + second.value, 1), second.end, second.end
    first.rule = "coins"
    return first
