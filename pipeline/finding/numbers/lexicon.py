"""Forms of number words: the dictionary forms of number_words.toml in all cases and genders, by pymorphy3."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from pipeline.knowledge.number_words import FIXED, INFLECTED, number_words
from pipeline.language.morphology import analyzer


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A form of a number word: its class, its value, and how it may be used."""

    kind: str
    value: Decimal
    alone: bool = True  # a scale in the nominative or accusative singular
    singular: bool = False  # a scale in any other case of the singular: alone after «около», «более» only
    denominator: bool = False


@cache
def number_forms() -> dict[str, NumberWord]:
    """Return form (lower case, ё as е) → number word. Where classes share a form, the first class wins."""
    forms: dict[str, NumberWord] = {}
    for kind in FIXED:
        for word, value in number_words(kind).items():
            forms.setdefault(word, NumberWord("scales" if kind == "scale_abbreviations" else kind, value, alone=False))
    for kind in INFLECTED:
        for word, value in number_words(kind).items():
            for form, entry in _inflected(kind, word, value):
                forms.setdefault(form, entry)
    return forms


def _inflected(kind: str, word: str, value: Decimal) -> list[tuple[str, NumberWord]]:
    by_form: dict[str, list[Any]] = {}
    for item in _lexeme(word):
        by_form.setdefault(item.word.replace("ё", "е"), []).append(item.tag)
    return [(form, _entry(kind, value, tags)) for form, tags in by_form.items() if form != "сот"]


def _lexeme(word: str) -> list[Any]:
    """Return the forms of the reading whose dictionary form the word is, a numeral before any other."""
    readings = [item for item in analyzer().parse(word) if item.normal_form.replace("ё", "е") == word]
    readings.sort(key=lambda item: (item.tag.POS != "NUMR", "Abbr" in item.tag))
    return list(readings[0].lexeme) if readings else []


def _entry(kind: str, value: Decimal, tags: list[Any]) -> NumberWord:
    singular = any(tag.number == "sing" for tag in tags)
    direct = any(tag.number == "sing" and tag.case in ("nomn", "accs") for tag in tags)
    plural = any(tag.number == "plur" for tag in tags)
    return NumberWord(
        kind, value,
        alone=kind != "scales" or (direct and not plural),
        singular=singular,
        denominator=kind == "ordinals" and any(_closes_fraction(tag) for tag in tags),
    )  # fmt: skip


def _closes_fraction(tag: Any) -> bool:
    feminine = tag.number == "sing" and tag.gender == "femn"
    return feminine or (tag.number == "plur" and tag.case in ("gent", "loct", "datv", "ablt"))
