"""Sums of money: signs and codes before the figures, nouns, abbreviations and codes after them."""

import re
from functools import lru_cache

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.spellings import SPACES
from pipeline.finding.quantities.vocabulary import (
    Measure,
    currency_adjectives,
    currency_codes,
    currency_signs,
    currency_words,
    scaled_currency,
)
from pipeline.knowledge.currencies import Currency, equivalents
from pipeline.knowledge.quantity_words import money_words
from pipeline.language.morphology import parses

SIGN_BEFORE = re.compile(rf"((?:US|CN|A|C)?[^\w\s.,;:()%°№&/*#@+«»\"'–—-])[{SPACES}]?$")
WORD_BEFORE = re.compile(rf"\b(Br)[{SPACES}]?$")
CODE_BEFORE = re.compile(rf"\b([A-Z]{{3}})[{SPACES}]?$")
EQUIVALENT = re.compile(rf"[{SPACES}]в[{SPACES}]([а-яё]+)[{SPACES}]эквиваленте")


def sign_before(text: str, start: int) -> Measure | None:
    """Read «$5 млн», «₸64,6 млрд», «USD 5 млн»."""
    if not (text[start - 1 : start].strip() or text[start - 2 : start - 1].strip()):
        return None
    head = max(0, start - 5)
    before = text[head:start]
    sign = SIGN_BEFORE.search(before)
    if sign is not None:
        code = currency_signs().get(sign.group(1)) or currency_signs().get(sign.group(1)[-1])
        return Measure(head + sign.start(1), start, "money", code, rule="currency_sign") if code else None
    lettered = WORD_BEFORE.search(before)
    if lettered is not None:
        return Measure(
            head + lettered.start(1), start, "money", currency_signs()[lettered.group(1)], rule="currency_sign"
        )
    word = CODE_BEFORE.search(before)
    if word is not None and currency_codes().match(word.group(1), 0):
        return Measure(head + word.start(1), start, "money", word.group(1), rule="currency_code")
    return None


def money(text: str, position: int) -> Measure | None:
    """Read «долларов США», «белорусских рублей», «руб.», «т.р.», «USD»; unit "?RUB" where no adjective tells whose."""
    glued = scaled_currency().match(text, position)
    if glued is not None:
        (currency, scale), end = glued
        return Measure(position, end, "money", _code(currency, None), scale, rule="money_glued")
    adjective = currency_adjectives().match(text, position)
    if adjective is not None and text[adjective[1] : adjective[1] + 1] in SPACES:
        found = currency_words().match(text, adjective[1] + 1)
        if found is not None:
            return _money(text, position, *found, adjective[0])
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


def in_equivalent(text: str, position: int) -> Measure | None:
    """Read «2,3 млрд в долларовом эквиваленте»."""
    said = EQUIVALENT.match(text, max(0, position - 1))
    code = equivalents().get(parses(said.group(1))[0].lemma.replace("ё", "е")) if said else None
    return Measure(position, said.end(), "money", code, rule="equivalent") if said and code else None


def is_of_money(passage: Passage, reading: Reading) -> bool:
    """Tell whether the nearest words before speak of money: «убыток – 390 млн», «привлекло 24,8 млрд»."""
    words = passage.before(reading.start, 5)
    return any(_money_word(word.lower) for word in words if ";" not in passage.text[word.end : reading.start])


@lru_cache(maxsize=20_000)
def _money_word(form: str) -> bool:
    if form.startswith("занят"):  # «занято 7 тыс. человек»
        return False
    return any(parse.lemma.replace("ё", "е") in money_words() for parse in parses(form)[:2])
