"""How a figure changed: «вырос на 6%, до 5 трлн», «с 3,6 до 3,2 млн», «в 1,4 раза больше», «рост составил 5,3%»."""

from collections.abc import Callable

from pipeline.finding.quantities.answers import first_answer
from pipeline.finding.quantities.change_amounts import direct_amount, named
from pipeline.finding.quantities.change_compared import is_place, more_after, more_before
from pipeline.finding.quantities.change_search import (
    find_change,
    inherited_change,
    next_change,
    tells_change,
)
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.prepositions import preposition_of
from pipeline.finding.quantities.reading import Reading
from pipeline.records import Change


def change_of(passage: Passage, reading: Reading, following: Reading | None, pair: Reading | None) -> Change | None:
    """Return the change that the text states. `following`: the next quantity; `pair`: the «с X» of «с X до Y»."""
    if not reading.number.sign and pair is None and not passage.has_any(tells_change):
        return None
    if _is_of_pace(passage, reading):
        return None
    return first_answer(CHANGES, reading, passage, following, pair)


def _is_multiple(reading: Reading) -> bool:
    """Tell «в 1,5 раза» and «вдвое» from «треть»."""
    return reading.dimension == "ratio" and reading.number.kind != "fraction"


def _signed(reading: Reading, *_: object) -> Change | None:
    """Read «(–4,2%)», «+2%»."""
    if reading.number.sign not in ("+", "-") or reading.dimension in ("temperature", "money", "ratio"):
        return None
    return "increase_by" if reading.number.sign == "+" else "decrease_by"


def _to(reading: Reading, passage: Passage, _: object, pair: Reading | None) -> Change | None:
    """Read «вырос до 5 млрд», «с 3,6 до 3,2 млн»."""
    if preposition_of(passage, reading) != "до" or reading.dimension == "ratio":
        return None
    found = find_change(passage, reading.start) or inherited_change(passage, reading)
    if found is not None and (found.target or not (found.amount or found.of_shares)):
        return named(found.direction, "to")
    if pair is not None and pair.size != reading.size:
        return "increase_to" if pair.size < reading.size else "decrease_to"
    if found is not None and not found.finite:
        return named(found.direction, "to")
    if found is not None and _after_comma(passage, reading):
        return named(found.direction, "to")
    return named(found.direction, "by") if found is not None else None


def _after_comma(passage: Passage, reading: Reading) -> bool:
    words = passage.before(reading.start, 4)
    before = next((word for word in words if word.lower == "до"), None)
    return before is not None and passage.text[: before.start].rstrip()[-1:] in (",", "–", "—", "-", "(", "%")


def _by(reading: Reading, passage: Passage, *_: object) -> Change | None:
    """Read «вырос на 6%», «на 15% выросла», «вдвое вырос»; «EBITDA – на 35%» goes on with what was said before."""
    preposition = preposition_of(passage, reading)
    if is_place(passage, reading):
        return None
    if preposition != "на" and not (_is_multiple(reading) and preposition in ("в", None)):
        return None
    far = reading.dimension in ("percent", "percentage_point", "ratio")
    found = find_change(passage, reading.start, past_verbs=far) or next_change(passage, reading)
    if found is not None and found.exceeding and preposition_of(passage, reading) != "на":
        return None
    if found is None and far:
        found = inherited_change(passage, reading)
    return named(found.direction, "by") if found is not None else None


def _is_of_pace(passage: Passage, reading: Reading) -> bool:
    """Tell «растёт вдвое быстрее корпоративного»: the pace is compared, nothing grew twofold."""
    after = passage.after(reading.end, 1)
    return _is_multiple(reading) and bool(after) and after[0].lower in ("быстрее", "медленнее", "чаще", "реже")


def _amount(reading: Reading, passage: Passage, *_: object) -> Change | None:
    preposition = preposition_of(passage, reading)
    if _is_multiple(reading) or preposition not in ("в", None):
        return None
    return direct_amount(passage, reading, preposition)


#: In this order; the first answer wins.
CHANGES: dict[str, Callable[..., Change | None]] = {
    "change: sign": _signed,
    "change: more after": more_after,
    "change: more before": more_before,
    "change: to": _to,
    "change: by": _by,
    "change: amount": _amount,
}
