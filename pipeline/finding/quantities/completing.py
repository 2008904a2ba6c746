"""What the words around finished quantities say of them: whose rouble, rate, change, comparison."""

from collections.abc import Sequence

from pipeline.finding.quantities.changing import change_of
from pipeline.finding.quantities.comparing import comparison_of
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.prepositions import preposition_of
from pipeline.finding.quantities.rating import rate_of
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.roubles import Roubles
from pipeline.finding.quantities.sharing import has_own_basis, share_rates
from pipeline.records import Change

#: How many characters may stand between the two numbers of «с 3,6 млн … до 3,2 млн».
REACH = 60


def complete(passage: Passage, readings: Sequence[Reading]) -> None:
    """Add what the words around say: whose rouble, rate, change, comparison."""
    roubles = Roubles(passage)
    pairs = [_pair(passage, readings, index) for index in range(len(readings))]
    for index, reading in enumerate(readings):
        if reading.unit is not None and reading.unit.startswith("?"):
            reading.unit = roubles.code(reading.unit[1:], reading.start)
        reading.per = reading.per or rate_of(passage, reading)
        following = readings[index + 1] if index + 1 < len(readings) else None
        reading.change = change_of(passage, reading, following, pairs[index])
        if reading.change is None and index:
            reading.change = _shared_change(passage, readings[index - 1], reading)
            reading.reasons += ["change: shared"] if reading.change else []
        reading.comparison = comparison_of(passage, reading)
        _take_sign(reading)
    for reading, pair in zip(reversed(readings), reversed(pairs), strict=True):
        if reading.per is None and reading.source is not None and _takes_rate(passage, reading, reading.source):
            reading.take_rate(reading.source, "rate: of the source")
        if pair is not None and pair.per is None:
            pair.take_rate(reading, "rate: of a pair")
    share_rates(passage, readings)


def _shared_change(passage: Passage, before: Reading, reading: Reading) -> Change | None:
    """Read «сократились соответственно на 34% и 58%»: the change said once."""
    same = before.dimension == reading.dimension and (before.change or "").endswith("_by")
    return before.change if same and passage.gap(before.end, reading.start) == "и" else None


def _takes_rate(passage: Passage, reading: Reading, source: Reading) -> bool:
    contrast = ", но " in passage.text[source.end : reading.start]
    return passage.in_one_sentence(reading.start, source.start) and not contrast and not has_own_basis(passage, reading)


def _take_sign(reading: Reading) -> None:
    """«−5,3%» is a decrease by 5,3: the sign is in the change."""
    signed = reading.number.sign and reading.dimension in ("percent", "percentage_point")
    if signed and reading.change is not None and reading.value is not None:
        reading.value = abs(reading.value)


def _pair(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """Return the «с X» of «с X до Y»."""
    if index == 0:
        return None
    first, second = readings[index - 1], readings[index]
    near = passage.in_one_sentence(first.start, second.start) and second.start - first.end < REACH
    alike = (first.dimension, first.unit) == (second.dimension, second.unit)
    return first if near and alike and preposition_of(passage, first) in ("с", "со") else None
