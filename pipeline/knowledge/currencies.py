"""Currencies (currencies.toml): ISO 4217 codes, nouns, coins, signs, and whose rouble an article means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pipeline.knowledge.reading import csv_rows, toml

#: Letters of the ending of a region's name («-кая»).
ENDING = 3


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency or its coin; `part` is the share of the main unit that one is (0.01 for a coin)."""

    noun: str
    code: str
    part: float = 1
    abbreviations: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    by_adjective: Mapping[str, str] = field(default_factory=dict)
    by_country: Mapping[str, str] = field(default_factory=dict)
    glued_scale: Mapping[str, int] = field(default_factory=dict)  # «т.р.» → 1000


@cache
def currencies() -> tuple[Currency, ...]:
    """Return all currencies, then their coins."""
    tables = toml("currencies.toml")
    return tuple(_currency(row) for row in [*tables["currency"], *tables["coin"]])


@cache
def equivalents() -> dict[str, str]:
    """Return adjective → code for «в долларовом эквиваленте»."""
    return dict(toml("currencies.toml")["equivalents"])


@cache
def place_evidence() -> dict[str, tuple[str, ...]]:
    """Return country (ISO 3166-1) → stems of words that place a passage there."""
    listed: dict[str, list[str]] = toml("currencies.toml")["rouble_evidence"]
    return {country: (*stems, *_region_stems(country)) for country, stems in listed.items()}


def _region_stems(country: str) -> tuple[str, ...]:
    """The stems of the names of a country's regions: «Нижегородская область» → «нижегородс»."""
    rows = (row for row in csv_rows("places/regions.csv") if row["code"].startswith(f"{country}-"))
    words = (row["name"].removeprefix("Республика ").split()[0].lower().replace("ё", "е") for row in rows)
    return tuple(word[:-ENDING] for word in words if len(word) > ENDING + 3)


def _currency(row: dict[str, Any]) -> Currency:
    lists: dict[str, Any] = {name: tuple(row.get(name, ())) for name in ("abbreviations", "signs", "tails")}
    maps: dict[str, Any] = {name: row.get(name, {}) for name in ("by_adjective", "by_country", "glued_scale")}
    return Currency(row["noun"], row["code"], row.get("part", 1), **lists, **maps)
