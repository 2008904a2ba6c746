"""Rates said once for several numbers: «пшеница – 92 тенге за кило, ячмень – 68 тенге», «3 тыс. тонн в сутки, второй
завод – 1,8 тыс. тонн»."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.finding.quantities.change_search import is_copula
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.priced import is_amount_of_change
from pipeline.finding.quantities.reading import Reading
from pipeline.knowledge.currencies import currencies
from pipeline.knowledge.quantity_words import change_list, change_words, price_words, rate_words
from pipeline.language.morphology import parses

#: Prices of one kind differ by no more than this factor and stand no farther apart (characters).
SPREAD, APART, SHORT = 5.0, 150, 30
#: «3,38 за 100 рублей» has a basis of its own.
OWN_BASIS = re.compile(r"[\s\u00a0]*за[\s\u00a0]\d")
MEASURES = frozenset({"mass", "volume", "energy", "area", "length", "power"})


def share_rates(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give prices and outputs the rate that was said for the one before."""
    price: Reading | None = None
    for reading in readings:
        if reading.dimension != "money":
            continue
        if reading.per is None and price is not None and _is_like_price(passage, price, reading):
            reading.take_rate(price, "rate: of a like price")
        price = reading
    for before, reading in pairwise(readings):
        if reading.per is None and _goes_on(passage, before, reading):
            reading.take_rate(before, "rate: goes on")
    for reading, after in pairwise(reversed(readings)):
        if after.per is None and _leads_to(passage, after, reading):
            after.take_rate(reading, "rate: said last")


def has_own_basis(passage: Passage, reading: Reading) -> bool:
    """Tell «3,38 за 100 рублей», which takes no rate from the numbers around it."""
    return OWN_BASIS.match(passage.text, reading.end) is not None


def _is_like_price(passage: Passage, before: Reading, reading: Reading) -> bool:
    if before.per is None or before.per in _times() or not before.size or is_amount_of_change(passage, reading):
        return False
    if passage.gap(before.end, reading.start).startswith((", или ", "или ")):
        return True
    if before.unit != reading.unit:
        return False
    near = 1 / SPREAD <= reading.size / before.size <= SPREAD and reading.start - before.end < APART
    if not near or has_own_basis(passage, reading):
        return False
    words = [word for word in passage.before(reading.start, 16) if word.start >= before.end]
    if before.per in _codes() and any(_is_currency(word.lower) for word in words):
        return False  # «478,3 тенге за доллар; евро торговался по 504,1 тенге»
    if passage.sentence_of(before.start) == passage.sentence_of(reading.start):
        linked = not any(_is_verb(word.lower) and not _links_prices(word.lower) for word in words)
        return linked or any(_is_price_noun(word.lower) for word in words)
    between = passage.text[before.end : reading.start]
    if ";" in between and between.rstrip()[-1:] in ("–", "—", "-"):
        return not any(_is_verb(word.lower) for word in words)
    return any(_is_price_noun(word.lower) for word in words) and "\n" not in between


@cache
def _codes() -> frozenset[str]:
    return frozenset(currency.code for currency in currencies())


@lru_cache(maxsize=10_000)
def _is_currency(form: str) -> bool:
    nouns = {currency.noun for currency in currencies()}
    return any(parse.lemma in nouns for parse in parses(form)[:2])


def _goes_on(passage: Passage, before: Reading, reading: Reading) -> bool:
    """Tell whether a rate of time said once holds on: no verb lies between, and the same is measured."""
    between = passage.text[before.end : reading.start]
    if before.per is None or len(between) > APART or has_own_basis(passage, reading):
        return False
    if before.per not in _times():
        return _is_alike(passage, before, reading)
    if not _same_measure(before, reading) and not _only_and(between, before, reading):
        return False
    in_list = ";" in between and between.rstrip()[-1:] in ("–", "—", "-")
    if not in_list and passage.sentence_of(before.start) != passage.sentence_of(reading.start):
        return False
    return not any(_is_verb(word.lower) for word in passage.before(reading.start, 16) if word.start >= before.end)


def _is_alike(passage: Passage, before: Reading, reading: Reading) -> bool:
    """Tell «5,6 тонны с гектара; годом ранее она составляла 6,2 тонны»: the same thing at another time."""
    words = [word for word in passage.before(reading.start, 9) if word.start >= before.end]
    verbs = [word.lower for word in words if _is_verb(word.lower)]
    near = before.size and 0.5 <= reading.size / before.size <= 2 and before.dimension in MEASURES
    same = passage.sentence_of(before.start) == passage.sentence_of(reading.start)
    return bool(near and same and verbs and all(map(is_copula, verbs)) and before.unit == reading.unit)


def _leads_to(passage: Passage, before: Reading, reading: Reading) -> bool:
    """Tell «полторы тонны золота и 16 тыс. тонн сурьмы в год»: the rate said last holds for both."""
    between = passage.text[before.phrase_end : reading.start].split()
    joined = "и" in between and len(between) <= 3 and not any(mark in " ".join(between) for mark in ",;:.(")
    return joined and reading.per in _times() and _same_measure(before, reading)


def _same_measure(before: Reading, reading: Reading) -> bool:
    if before.dimension != reading.dimension or before.unit != reading.unit:
        return False
    if reading.dimension == "count":
        items = {reading.item and reading.item.lemma, before.item and before.item.lemma}
        return len(items) == 1
    return reading.dimension in MEASURES


def _only_and(between: str, before: Reading, reading: Reading) -> bool:
    measured = before.dimension in MEASURES and reading.dimension in MEASURES
    return measured and len(between) < SHORT and between.split()[-1:] == ["и"] and "," not in between


def _times() -> frozenset[str]:
    return frozenset(rate_words("time").values())


@lru_cache(maxsize=20_000)
def _is_verb(form: str) -> bool:
    return parses(form)[0].pos in ("VERB", "INFN", "GRND")


@lru_cache(maxsize=20_000)
def _links_prices(form: str) -> bool:
    return any(parse.lemma.replace("ё", "е") in _linking_verbs() for parse in parses(form)[:2])


@cache
def _linking_verbs() -> frozenset[str]:
    return price_words("verbs") | price_words("links") | change_list("copulas") | frozenset(change_words("verbs"))


@lru_cache(maxsize=20_000)
def _is_price_noun(form: str) -> bool:
    return any(parse.pos == "NOUN" and parse.lemma in price_words("nouns") for parse in parses(form)[:2])
