"""Numbers that measure nothing: dates and names, labels («статья 5»), times, numbering of lists."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from pipeline.finding.numbers import Number
from pipeline.finding.quantities.items import counted_after
from pipeline.finding.quantities.measuring import measure_after
from pipeline.finding.quantities.passage import Passage
from pipeline.knowledge.quantity_words import context_words
from pipeline.language.morphology import parses

LIST_NUMBER = re.compile(r"[.)][ \u00a0\t]")
YEAR_AFTER = re.compile(r"[ \u00a0]?(?:г\.|гг\.|г\b|год(?!ом\b|[ \u00a0]назад)|-[а-яё])")
GRAM = re.compile(r"[ \u00a0\u202f]?г(?![\w.])")
#: A word, or an ending of its own, must follow a number of time.
TIME_AFTER = re.compile(r"[ \u00a0\u202f\n]*[^\W\d_]|-[а-яё]")
YEARS = (1000, 2999)
CLOSING = tuple('»"”')
PAIR = frozenset({"пар", "пара", "пару", "паре", "парой", "пары"})
ABBREVIATED = re.compile(r"[ \u00a0\u202f]?(?:г|гг|кв|янв|февр|фев|мар|апр|авг|сент|сен|окт|нояб|ноя|дек)\b\.?")


def is_no_quantity(passage: Passage, number: Number) -> bool:
    """Tell whether a number measures nothing, whatever stands after it."""
    return refusal(passage, number) is not None


def refusal(passage: Passage, number: Number) -> str | None:
    """Return the name of the rule that refuses a number, None where none does."""
    return next((name for name, rule in REFUSALS.items() if rule(passage, number)), None)


def _is_list_number(passage: Passage, number: Number) -> bool:
    if number.in_words or LIST_NUMBER.match(passage.text, number.end) is None:
        return False
    line = passage.text.rfind("\n", 0, number.start) + 1
    return not passage.text[line : number.start].strip(" \t(")


def _is_labelled(passage: Passage, number: Number) -> bool:
    if number.in_words or number.scale > 1:
        return False
    before = passage.before(number.start, 1)
    if not before or passage.text[before[0].end : number.start].strip(' \u00a0.«"'):
        return False
    return _is_label(before[0].lower) and not _is_measured(passage, number, before[0].lower)


def _is_measured(passage: Passage, number: Number, label: str) -> bool:
    """Tell «вышел на выпуск 450 тонн», «при индексе 124%», «за первый квартал 168 тонн» from labels."""
    measured = measure_after(passage.text, number.end) is not None
    return measured or (label.startswith("квартал") and counted_after(passage, number, number.end) is not None)


@lru_cache(maxsize=20_000)
def _is_label(form: str) -> bool:
    """Tell a label in the singular: «статья 5», not «статей 5»."""
    if form in _words("labels"):
        return True
    return any(
        parse.lemma.replace("ё", "е") in _words("labels") and parse.number == "sing" for parse in parses(form)[:1]
    )


def _is_time(passage: Passage, number: Number) -> bool:
    if not TIME_AFTER.match(passage.text, number.end) or _is_gram(passage.text, number):
        return False
    if YEAR_AFTER.match(passage.text, number.end) or ABBREVIATED.match(passage.text, number.end):
        return not passage.text[number.end : number.end + 3].strip().startswith("кв")
    words = passage.after(number.end, 2)
    if [word.lower for word in words] == ["год", "назад"]:  # «5 200 год назад»
        return False
    for word in words:
        if passage.text[number.end : word.start].strip(" \u00a0\u202f\n") and word is words[0]:
            return False
        if _is_time_noun(word.lower):
            return True
        if not _is_adjective(word.lower):
            return False
    return False


@lru_cache(maxsize=50_000)
def _is_adjective(form: str) -> bool:
    return any(parse.pos == "ADJF" for parse in parses(form))


def _is_gram(text: str, number: Number) -> bool:
    """Tell «500 г», grams, from «2025 г»."""
    if GRAM.match(text, number.end) is None or number.value is None:
        return False
    return not YEARS[0] <= number.value <= YEARS[1] or number.value != int(number.value)


@lru_cache(maxsize=20_000)
def _is_time_noun(form: str) -> bool:
    return any(
        parse.pos == "NOUN"
        and parse.lemma.replace("ё", "е") in _words("time")
        and not (parse.case == "ablt" and parse.number == "sing")  # «70,2 тыс. годом ранее»
        for parse in parses(form)[:3]
    )


def _is_named(passage: Passage, number: Number) -> bool:
    """Tell a year that closes a name: «Стратегия "Узбекистан – 2030"»."""
    is_year = number.value is not None and YEARS[0] <= number.value <= YEARS[1] and number.end - number.start == 4
    return is_year and passage.text[number.end : number.end + 1] in CLOSING


def _is_pair(passage: Passage, number: Number) -> bool:
    """Tell «пар», steam or the thing counted in «60 пар», and «пара» that counts nothing, from «пара вагонов»."""
    if not number.in_words or passage.text[number.start : number.end].lower() not in PAIR:
        return False
    return number.end - number.start == 3 or counted_after(passage, number, number.end) is None


def _is_third(passage: Passage, number: Number) -> bool:
    """Tell «третью фабрику» from «третью часть» and «на треть»."""
    if passage.text[number.start : number.end].lower() != "третью":
        return False
    words = passage.after(number.end, 1)
    return bool(words) and words[0].lower != "часть" and any(p.case == "accs" for p in parses(words[0].lower))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word.replace("ё", "е") for word in context_words(name))


#: In this order; the first that holds refuses the number.
REFUSALS: dict[str, Callable[[Passage, Number], bool]] = {
    "ordinal": lambda _, number: number.kind == "ordinal",
    "date or name": lambda passage, number: passage.is_hidden(number.start, number.end),
    "list number": _is_list_number,
    "label": _is_labelled,
    "time": _is_time,
    "named": _is_named,
    "pair": _is_pair,
    "third": _is_third,
}
