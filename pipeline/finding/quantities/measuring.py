"""What a number measures, from the words right at it: currency signs before, units, currencies, counts after."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from pipeline.finding.quantities.amounts import in_equivalent, money
from pipeline.finding.quantities.spellings import SPACES
from pipeline.finding.quantities.vocabulary import (
    Measure,
    containers,
    counting,
    exact_units,
    heads,
    prefixes,
    ratio_signs,
    unit_words,
)
from pipeline.knowledge.units import Unit
from pipeline.language.morphology import parses

BLANK = re.compile(rf"[{SPACES}]{{0,2}}")
QUOTES, CLOSING = tuple('«"„“'), tuple('»"“”')
#: After «дал» as a verb: who gave, or how.
GIVER = re.compile(rf"[{SPACES}](?:[А-ЯЁA-Z«\"]|в[{SPACES}]кредит|банк|бюджет|фонд)")
NEXT_WORD = re.compile(rf"[{SPACES}]([а-яё]+)")
TIMES = re.compile(rf"[{SPACES}]?раза?(?!\w)")
IN_BEFORE = re.compile(rf"(?:^|[\s(])(?:в|во|В)[{SPACES}](?:[а-яё]+[{SPACES}]){{0,2}}$")


def measure_after(text: str, end: int) -> Measure | None:
    """Return what the words right after a number make of it; None where they do not measure."""
    blank = BLANK.match(text, end)
    position = blank.end() if blank else end
    for rule in _rules_at(text[position : position + 2]):
        found = rule(text, position)
        if found is not None and not _is_another_word(text, found):
            return found
    return _quoted(text, position)


@lru_cache(maxsize=20_000)
def _rules_at(head: str) -> tuple[Callable[[str, int], Measure | None], ...]:
    """Return the rules that may answer where a text goes on with these two signs."""
    return tuple(rule for kind, rule in RULES if kind is None or head in heads(kind) or head[:1] in heads(kind))


def _quoted(text: str, position: int) -> Measure | None:
    """Read «1,9 млн «квадратов»»."""
    found = measure_unit(text, position + 1) if text.startswith(QUOTES, position) else None
    closed = found is not None and text.startswith(CLOSING, found.end)
    return replace(found, end=found.end + 1) if found is not None and closed else None


def _is_another_word(text: str, measure: Measure) -> bool:
    """Tell «7 млрд дал банк» from decalitres, «5 900 пунктов выдачи» from points."""
    if measure.unit == "decalitre":
        return GIVER.match(text, measure.end) is not None
    following = NEXT_WORD.match(text, measure.end) if measure.unit == "point" else None
    return following is not None and any(p.pos == "NOUN" and p.case == "gent" for p in parses(following.group(1))[:1])


def measure_unit(text: str, position: int) -> Measure | None:
    """Read a unit of measure, percent or points; «кв.» and «куб.» before a unit of length make area and volume."""
    prefix = prefixes().match(text, position)
    if prefix is not None:
        power, end = prefix
        blank = BLANK.match(text, end)
        found = _unit_at(text, blank.end() if blank else end)
        if found is not None:
            return _powered(position, *found, power)
    found = _unit_at(text, position)
    return _measure(position, *found) if found else None


def _unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    long, short = unit_words().match(text, position), exact_units().match(text, position)
    return short if short and (not long or short[1] > long[1]) else long


def _powered(position: int, unit: Unit, end: int, power: str) -> Measure | None:
    if power == "linear":
        return _measure(position, unit, end)
    symbol = unit.powers.get(power)
    dimension = "area" if power == "square" else "volume"
    return Measure(position, end, dimension, symbol, rule=power) if symbol else None  # type: ignore[arg-type]


def _measure(position: int, unit: Unit, end: int) -> Measure:
    return Measure(position, end, unit.dimension, unit.symbol or None, unit.factor, unit.per, rule=unit.dimension)


def count_word(text: str, position: int) -> Measure | None:
    """Read «единиц», «штук», «голов», which belong to the quantity."""
    found = counting().match(text, position)
    return Measure(position, found[1], "count", item=found[0], rule="counting_word") if found else None


def container(text: str, position: int) -> Measure | None:
    """Read «TEU», «ДФЭ»."""
    found = containers().match(text, position)
    return Measure(position, found[1], "count", item=found[0], rule="container") if found else None


def ratio(text: str, position: int) -> Measure | None:
    """Read «1,23х»."""
    glued = text[position - 1 : position].isdigit()
    found = ratio_signs().match(text, position) if glued else None
    return Measure(position, found[1], "ratio", rule="ratio_sign") if found else None


def equivalent(text: str, position: int) -> Measure | None:
    """Read «в долларовом эквиваленте»."""
    return in_equivalent(text, position) if text.startswith("в", position) else None


#: In this order, each with the kind of its heads; the first answer wins.
RULES: tuple[tuple[str | None, Callable[[str, int], Measure | None]], ...] = (
    ("ratio", ratio), ("money", money), ("unit", measure_unit), (None, equivalent), ("container", container),
    ("count", count_word),
)  # fmt: skip


def times(text: str, start: int, end: int) -> Measure | None:
    """Read «в 1,5 раза»; «5 раз в неделю» is a count."""
    said = TIMES.match(text, end)
    if said is None:
        return None
    if IN_BEFORE.search(text, max(0, start - 30), start):
        return Measure(end, said.end(), "ratio", rule="times")
    return Measure(end, said.end(), "count", item="раз", rule="occasions")
