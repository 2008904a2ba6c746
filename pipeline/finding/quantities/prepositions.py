"""The preposition that a number depends on: «на 5%», «до почти 5 млн», «более чем в 2 раза»."""

from functools import cache, lru_cache

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading
from pipeline.knowledge.quantity_words import comparison_phrases
from pipeline.language.morphology import parses

PREPOSITIONS = frozenset({"на", "до", "в", "с", "со", "по", "под", "от", "из", "за", "к"})
#: Between a preposition and its number, or before the preposition.
FILLERS = frozenset({"еще", "сразу", "уже", "лишь", "только", "всего", "чем", "также", "даже", "аж", "целых", "и"})


def preposition_of(passage: Passage, reading: Reading) -> str | None:
    """Return the preposition before the number, over words of comparison («почти на 5%», «более чем в 2 раза»)."""
    known = passage.prepositions
    if reading.start not in known:
        known[reading.start] = _preposition_at(passage, reading.start)
    return known[reading.start]


def _preposition_at(passage: Passage, position: int) -> str | None:
    for word in passage.before(position, 5):
        if passage.text[word.end : position].strip(" \u00a0\u202f\n("):
            return None
        if word.lower in PREPOSITIONS:
            return word.lower
        if word.lower not in FILLERS and word.lower not in comparing_words() and not _describes(word.lower):
            return None
        position = word.start
    return None


@lru_cache(maxsize=20_000)
def _describes(form: str) -> bool:
    """Tell an adjective of a number: «на рекордные 15%», «с нынешних 12%»."""
    best = parses(form)[0]
    return best.pos in ("ADJF", "PRTF") and best.number == "plur" and best.case != "nomn"


@cache
def comparing_words() -> frozenset[str]:
    """Return the words of comparison before a number, without prepositions."""
    phrases = comparison_phrases("before")
    return frozenset(word.replace("ё", "е") for phrase in phrases for word in phrase.split()) - PREPOSITIONS
