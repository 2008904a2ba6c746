"""Words around a number: comparisons, words of change, rates, and contexts that measure nothing."""

from functools import cache
from typing import Any

from pipeline.knowledge.reading import toml
from pipeline.records import Comparison


@cache
def comparison_phrases(place: str) -> dict[str, Comparison]:
    """Return phrase → comparison for `place` "before" or "after" the number."""
    return {phrase: kind for kind, phrases in toml("comparisons.toml")[place].items() for phrase in phrases}


@cache
def change_words(kind: str) -> dict[str, str]:
    """Return lemma → "increase" or "decrease" of one kind: "verbs", "nouns" or "compared" («больше», «ниже»)."""
    tables = toml("change_words.toml")
    return {word: direction for direction in ("increase", "decrease") for word in tables[direction][kind]}


@cache
def change_list(name: str) -> frozenset[str]:
    """Return the lemmas of the list "amount", "shares", "exceeding", "targets", "governors" or "copulas"."""
    return frozenset(toml("change_words.toml")[name]["words"])


@cache
def rate_words(name: str) -> dict[str, str]:
    """Return phrase or lemma → what it is a rate of, for the tables "time", "before", "adjectives", "things" …"""
    return {phrase: unit for unit, phrases in toml("rates.toml")[name].items() for phrase in phrases}


@cache
def price_words(kind: str) -> frozenset[str]:
    """Return the "verbs" that link a unit with its price («тонна стоит …»), the "nouns" («цена»), the "links"."""
    return frozenset(toml("rates.toml")["prices"][kind])


@cache
def money_words() -> frozenset[str]:
    """Return the nouns and verbs of which a bare «5 млрд» is a sum of money («выручка», «привлечь»)."""
    words = toml("quantity_contexts.toml")["money"]
    return frozenset(word.replace("ё", "е") for word in (*words["nouns"], *words["verbs"]))


@cache
def reaching_verbs() -> frozenset[str]:
    """Return the verbs after which «до» states what was reached, no limit («дойти до 45%»)."""
    return frozenset(toml("comparisons.toml")["reaching"]["verbs"])


@cache
def count_nouns(kind: str) -> frozenset[str]:
    """Return the nouns of a "number" or "output" of things («число заводов», «выпуск тракторов»)."""
    return frozenset(toml("quantity_contexts.toml")["counted"][kind])


@cache
def context_words(name: str) -> frozenset[str]:
    """Return the lemmas of the contexts "labels" or "time"."""
    table: dict[str, Any] = toml("quantity_contexts.toml")[name]
    return frozenset(table["words"]) | frozenset(table.get("abbreviations", ()))
