"""What a price is for, where the unit is the subject: «тонна стоит 790 долларов», «литр подорожал до 311 тенге»."""

import re
from functools import cache

from pipeline.finding.quantities.measuring import measure_unit
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.reading import Reading
from pipeline.knowledge.quantity_words import price_verbs
from pipeline.language.morphology import parses

REACH = 16
FIGURE_BEFORE = re.compile(r"(?:\d[^.;\n]{0,25}|\b(?:тыс|млн|млрд)\.?[\s\u00a0\u202f]*)$")
DIMENSIONS = frozenset({"mass", "volume", "area", "energy", "length"})


def unit_of_subject(passage: Passage, reading: Reading) -> str | None:
    """Return the symbol of the unit that a sum of money is the price of, where a verb of price links them."""
    if reading.dimension != "money":
        return None
    verb = False
    for word in passage.before(reading.start, REACH):
        verb = verb or _is_price_verb(word.lower)
        symbol = _unit(passage, word)
        if symbol is not None:
            return symbol if verb and not _is_measured(passage, word) else None
    return None


def _unit(passage: Passage, word: Word) -> str | None:
    if not _is_singular_subject(word.lower) or len(word.lower) < 4:
        return None
    unit = measure_unit(passage.text, word.start)
    fits = unit is not None and unit.end >= word.end and unit.dimension in DIMENSIONS
    return unit.unit if fits and unit is not None else None


def _is_measured(passage: Passage, word: Word) -> bool:
    """Tell «2 тонны» and «по 5 тыс. тенге за тонну» from «тонна»."""
    return FIGURE_BEFORE.search(passage.text, max(0, word.start - 30), word.start) is not None


@cache
def _is_singular_subject(form: str) -> bool:
    return any(p.pos == "NOUN" and p.number == "sing" and p.case in ("nomn", "accs") for p in parses(form))


@cache
def _is_price_verb(form: str) -> bool:
    return any(parse.lemma.replace("ё", "е") in price_verbs() for parse in parses(form)[:2])
