"""How plausible a decoded text is: by its letters, their case and how often Russian has them."""

import csv
import math
import re
from functools import cache
from importlib.resources import files

import pymorphy3

PUNCTUATION = frozenset("«»„“”‘’…–—№•§°±·©®™€₽₸ \N{NO-BREAK SPACE}\N{SOFT HYPHEN}")
CASE_BREAK = re.compile(r"[а-яё][А-ЯЁ]|\b[а-яё][А-ЯЁ]+\b")
MIXED_SCRIPT = re.compile(r"[a-z][А-Яа-яЁё]|[А-Яа-яЁё][a-z]")
UNLIKELY = 1.0
WORD = re.compile(r"[А-Яа-яЁё]{2,}")
WORDS_ENOUGH = 200
# Kazakh, Kyrgyz, Ukrainian and Belarusian letters are met in the archives of the region, but seldom.
NEIGHBOURS = frozenset("әғқңөұүһіїєґў")


@cache
def _weights() -> dict[str, float]:
    """Letter → its log frequency, scaled to 0 (the rarest) … 1 (the most frequent)."""
    lines = (files("pipeline.knowledge") / "russian_letters.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    logs = {row["letter"]: math.log(float(row["frequency"])) for row in rows}
    low, high = min(logs.values()), max(logs.values())
    return {letter: (value - low) / (high - low) for letter, value in logs.items()}


def plausibility(text: str) -> float:
    """Return about 1 for Russian text, under 0.3 for noise, 1 for ASCII: only characters outside it speak."""
    foreign = [character for character in text if character > "\x7f"]
    if not foreign:
        return 1.0
    weights = _weights()
    points = sum(_points(character, weights) for character in foreign)
    breaks = len(CASE_BREAK.findall(text)) + len(MIXED_SCRIPT.findall(text))
    return (points - 2 * breaks) / len(foreign)


def known_words(text: str) -> float:
    """Return the share (0 … 1) of the first words in Cyrillic that stand in the Russian dictionary."""
    words = [match.group() for match, _ in zip(WORD.finditer(text), range(WORDS_ENOUGH), strict=False)]
    return sum(_dictionary().word_is_known(word.lower()) for word in words) / len(words) if words else 0.0


@cache
def _dictionary() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _points(character: str, weights: dict[str, float]) -> float:
    if character in PUNCTUATION:
        return 0.7
    lower = character.lower()
    if lower in weights:
        return weights[lower] if character == lower else weights[lower] - 0.2
    if lower in NEIGHBOURS:
        return 0.3
    return 0.1 if character.isalpha() else -UNLIKELY
