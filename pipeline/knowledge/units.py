"""Units of measure (units.toml): symbol, dimension and spellings of each, and the words that count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pipeline.knowledge.reading import toml
from pipeline.records import Dimension


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `symbol` as in the record ("" where the record has none), `pint` its name in pint.

    `factor` is how many of the symbol one is. `words` are dictionary forms, `abbreviations` in any case, `exact`
    in their own.
    """

    symbol: str
    dimension: Dimension
    pint: str = ""
    factor: float = 1
    per: str | None = None
    words: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    powers: Mapping[str, str] = field(default_factory=dict)  # "square", "cubic" → symbol


@cache
def units() -> tuple[Unit, ...]:
    """Return the units of measure, then percent, points and ratios."""
    tables = toml("units.toml")
    measures = [_unit(row) for row in tables["unit"]]
    dimensions = {unit.symbol: unit.dimension for unit in measures}
    rates = [
        Unit(row["unit"], dimensions[row["unit"]], per=row["per"], abbreviations=tuple(row["abbreviations"]))
        for row in tables["rate"]
    ]
    return (
        *measures,
        *rates,
        _spelled(Unit("%", "percent"), tables["percent"]),
        _spelled(Unit("", "percentage_point"), tables["percentage_point"]),
        _spelled(Unit("", "percentage_point", factor=0.01), tables["basis_point"]),
    )


@cache
def powered() -> dict[str, Unit]:
    """Return "m2", "km3" … → the unit that «кв.» or «куб.» before a unit of length makes."""
    found: dict[str, Unit] = {}
    for unit in units():
        for power, symbol in unit.powers.items():
            found[symbol] = Unit(symbol, "area" if power == "square" else "volume")
    return found


@cache
def power_prefixes() -> dict[str, tuple[str, ...]]:
    """Return "square", "cubic", "linear" → the words that stand so before a unit of length."""
    return {power: tuple(words) for power, words in toml("units.toml")["prefixes"].items()}


@cache
def counting_words() -> dict[str, str]:
    """Return the uninflected counting words («шт.») → dictionary form; dictionary forms stand for themselves."""
    table = toml("units.toml")["counting"]
    return {**{word: word for word in table["words"]}, **table["lemmas"]}


@cache
def container_words() -> tuple[str, ...]:
    """Return the units of count that are their own item (TEU, ДФЭ)."""
    return tuple(toml("units.toml")["containers"]["words"])


@cache
def ratio_marks() -> tuple[str, ...]:
    """Return what stands right after the figure of a ratio («1,23х»)."""
    return tuple(toml("units.toml")["ratio"]["abbreviations"])


def _unit(row: dict[str, Any]) -> Unit:
    powers: dict[str, str] = {power: row[power] for power in ("square", "cubic") if power in row}
    factor = float(row.get("factor", 1))
    return _spelled(Unit(row["symbol"], row["dimension"], row["pint"], factor, powers=powers), row)


def _spelled(unit: Unit, row: dict[str, Any]) -> Unit:
    return Unit(
        unit.symbol, unit.dimension, unit.pint, unit.factor, unit.per, tuple(row.get("words", ())),
        tuple(row.get("abbreviations", ())), tuple(row.get("exact", ())), unit.powers,
    )  # fmt: skip
