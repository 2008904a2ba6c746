"""What a number measures, from the words right at it: currency signs before, units, currencies, counts after."""

import re
from collections.abc import Callable

from pipeline.finding.quantities.spellings import SPACES
from pipeline.finding.quantities.vocabulary import (
    Measure,
    containers,
    counting,
    currency_codes,
    currency_signs,
    currency_words,
    exact_units,
    prefixes,
    ratio_signs,
    scaled_currency,
    unit_words,
)
from pipeline.knowledge.currencies import Currency, currencies, equivalents
from pipeline.knowledge.units import Unit
from pipeline.language.morphology import parses

BLANK = re.compile(rf"[{SPACES}]{{0,2}}")
SIGN_BEFORE = re.compile(rf"((?:US|CN|A|C)?[^\w\s.,;:()%°№&/*#@+«»\"'–—-])[{SPACES}]?$")
CODE_BEFORE = re.compile(rf"\b([A-Z]{{3}})[{SPACES}]?$")
ADJECTIVE = re.compile(rf"([А-Яа-яЁё]{{2,}}\.?)[{SPACES}]")
EQUIVALENT = re.compile(rf"[{SPACES}]в[{SPACES}]([а-яё]+)[{SPACES}]эквиваленте")
TIMES = re.compile(rf"[{SPACES}]?раза?(?!\w)")
IN_BEFORE = re.compile(rf"(?:^|[\s(])(?:в|во|В)[{SPACES}](?:[а-яё]+[{SPACES}]){{0,2}}$")


def sign_before(text: str, start: int) -> Measure | None:
    """Read «$5 млн», «₸64,6 млрд», «USD 5 млн»."""
    head = max(0, start - 5)
    before = text[head:start]
    sign = SIGN_BEFORE.search(before)
    if sign is not None:
        code = currency_signs().get(sign.group(1)) or currency_signs().get(sign.group(1)[-1])
        return Measure(head + sign.start(1), start, "money", code, rule="currency_sign") if code else None
    word = CODE_BEFORE.search(before)
    if word is not None and currency_codes().match(word.group(1), 0):
        return Measure(head + word.start(1), start, "money", word.group(1), rule="currency_code")
    return None


def measure_after(text: str, end: int) -> Measure | None:
    """Return what the words right after a number make of it; None where they do not measure."""
    blank = BLANK.match(text, end)
    position = blank.end() if blank else end
    for rule in RULES:
        found = rule(text, position)
        if found is not None:
            return found
    return None


def money(text: str, position: int) -> Measure | None:
    """Read «долларов США», «белорусских рублей», «руб.», «т.р.», «USD»; unit "?RUB" where no adjective tells whose."""
    glued = scaled_currency().match(text, position)
    if glued is not None:
        (currency, scale), end = glued
        return Measure(position, end, "money", _code(currency, None), scale, rule="money_glued")
    adjective = ADJECTIVE.match(text, position)
    if adjective is not None and _lemma(adjective.group(1)) in _adjectives():
        found = currency_words().match(text, adjective.end())
        if found is not None:
            return _money(text, position, *found, _lemma(adjective.group(1)))
    found = currency_words().match(text, position)
    if found is not None:
        return _money(text, position, *found, None)
    code = currency_codes().match(text, position)
    return Measure(position, code[1], "money", code[0], rule="currency_code") if code else None


def _money(text: str, position: int, currency: Currency, end: int, adjective: str | None) -> Measure:
    for tail in currency.tails:
        if text.startswith(tail, end + 1) and text[end : end + 1] in SPACES:
            end += 1 + len(tail)
            break
    return Measure(position, end, "money", _code(currency, adjective), currency.part, rule="money")


def _code(currency: Currency, adjective: str | None) -> str:
    if adjective is not None and adjective in currency.by_adjective:
        return currency.by_adjective[adjective]
    return f"?{currency.noun}" if currency.by_country else currency.code


def _adjectives() -> frozenset[str]:
    return frozenset(adjective for currency in currencies() for adjective in currency.by_adjective)


def _lemma(word: str) -> str:
    return word.lower() if word.endswith(".") else parses(word)[0].lemma


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


def in_equivalent(text: str, position: int) -> Measure | None:
    """Read «2,3 млрд в долларовом эквиваленте»."""
    said = EQUIVALENT.match(text, max(0, position - 1))
    code = equivalents().get(parses(said.group(1))[0].lemma.replace("ё", "е")) if said else None
    return Measure(position, said.end(), "money", code, rule="equivalent") if said and code else None


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


#: In this order; the first answer wins.
RULES: tuple[Callable[[str, int], Measure | None], ...] = (
    ratio, money, measure_unit, in_equivalent, container, count_word,
)  # fmt: skip


def times(text: str, start: int, end: int) -> Measure | None:
    """Read «в 1,5 раза»; «5 раз в неделю» is a count."""
    said = TIMES.match(text, end)
    if said is None:
        return None
    if IN_BEFORE.search(text, max(0, start - 30), start):
        return Measure(end, said.end(), "ratio", rule="times")
    return Measure(end, said.end(), "count", item="раз", rule="occasions")
