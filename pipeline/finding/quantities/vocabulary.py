"""Units, currencies and counting words in all their spellings, and what they make of a number."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.finding.quantities.spellings import Spellings, inflected
from pipeline.knowledge.currencies import Currency, currencies
from pipeline.knowledge.units import Unit, container_words, counting_words, power_prefixes, ratio_marks, units
from pipeline.records import Dimension


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands at a number and makes it a quantity; `factor` multiplies the number; `item` is a counting word."""

    start: int
    end: int
    dimension: Dimension
    unit: str | None = None
    factor: float = 1
    per: str | None = None
    item: str | None = None
    rule: str = ""


@cache
def unit_words() -> Spellings[Unit]:
    """Return all spellings of units whose case does not matter."""
    forms = [(form, unit) for unit in units() for word in unit.words for form in sorted(inflected(word))]
    return Spellings([*((form, unit) for unit in units() for form in unit.abbreviations), *forms])


@cache
def exact_units() -> Spellings[Unit]:
    """Return the abbreviations of units whose case matters («т», «м», «кВ»)."""
    return Spellings(((form, unit) for unit in units() for form in unit.exact), exact=True)


@cache
def capital_units() -> Spellings[Unit]:
    """Return the abbreviations that begin with a capital («Гкал», «Вт»), as they are written."""
    forms = [(form, unit) for unit in units() for form in (*unit.exact, *unit.abbreviations) if form[0].isupper()]
    return Spellings(forms, exact=True)


@cache
def prefixes() -> Spellings[str]:
    """Return «кв.», «кубических», «погонных» … → "square", "cubic" or "linear"."""
    listed = [(word, power) for power, words in power_prefixes().items() for word in words]
    return Spellings((form, power) for word, power in listed for form in [word, *sorted(_adjective(word))])


@cache
def currency_words() -> Spellings[Currency]:
    """Return all spellings of currencies and coins after a number."""
    entries = [(form, currency) for currency in currencies() for form in sorted(inflected(currency.noun))]
    entries += [(form, currency) for currency in currencies() for form in (*currency.abbreviations, *currency.signs)]
    return Spellings(entries)


@cache
def currency_adjectives() -> Spellings[str]:
    """Return «белорусских», «рос.» … → the adjective's dictionary form or abbreviation."""
    listed = {adjective for currency in currencies() for adjective in currency.by_adjective}
    return Spellings((form, word) for word in sorted(listed) for form in [word, *sorted(_adjective(word))])


@cache
def currency_codes() -> Spellings[str]:
    """Return the ISO codes, in capitals as they are written."""
    return Spellings(((c.code, c.code) for c in currencies()), exact=True)


@cache
def currency_signs() -> dict[str, str]:
    """Return sign → ISO code for signs before a number."""
    return {sign: currency.code for currency in currencies() for sign in currency.signs}


@cache
def scaled_currency() -> Spellings[tuple[Currency, int]]:
    """Return «т.р.», «млн.руб.» … → currency and scale."""
    return Spellings((form, (c, scale)) for c in currencies() for form, scale in c.glued_scale.items())


@cache
def counting() -> Spellings[str]:
    """Return «единиц», «шт.» … → dictionary form of the counting word."""
    listed = [(word, lemma) for word, lemma in counting_words().items() if "." in word or word != lemma]
    nouns = [(form, lemma) for lemma in set(counting_words().values()) for form in sorted(inflected(lemma))]
    return Spellings([*listed, *nouns])


@cache
def containers() -> Spellings[str]:
    """Return the units of count that are their own item."""
    return Spellings(((word, word) for word in container_words()), exact=True)


@cache
def ratio_signs() -> Spellings[str]:
    """Return the marks right after the figure of a ratio («1,23х»)."""
    return Spellings((mark, mark) for mark in ratio_marks())


@cache
def heads(kind: str) -> frozenset[str]:
    """Return what the measures of a kind begin with: "money", "unit", "container", "count" or "ratio"."""
    tables: dict[str, tuple[Spellings[Any], ...]] = {
        "money": (currency_words(), currency_adjectives(), currency_codes(), scaled_currency()),
        "unit": (unit_words(), exact_units(), prefixes()),
        "container": (containers(),), "count": (counting(),), "ratio": (ratio_signs(),),
    }  # fmt: skip
    return frozenset(head for table in tables[kind] for head in table.heads)


def _adjective(word: str) -> frozenset[str]:
    return inflected(word) if word.endswith(("ый", "ий", "ой")) else frozenset()
