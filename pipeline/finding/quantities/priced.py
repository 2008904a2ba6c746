"""What a price is for, where the unit stands before it: «тонна стоит 790 долларов», «за тонну дают 158 тыс.», «цена
литра – 195 тенге», «продаёт киловатт-час по 1,8 цента», «метр подорожал до 142 тыс.»."""

import re
from functools import cache, lru_cache

from pipeline.finding.quantities.measuring import measure_unit
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.prepositions import preposition_of
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.spellings import Spellings
from pipeline.knowledge.quantity_words import price_words
from pipeline.language.morphology import parses

REACH = 16
#: Right before a unit: its own number, or one with its unit that «за» goes on with.
FIGURE_BEFORE = re.compile(r"(?:(?<![\d,.])(?!1\s)\d[\d,.]*|\b(?:тыс|млн|млрд)\.?)[\s\u00a0\u202f]*$")
RATED_BEFORE = re.compile(r"\d[^.,;:()\n]{0,25}$")
DIGIT = re.compile(r"(?<![\d-])\d")
#: «тонна стоит 5 тысяч, но вложить надо 500 млн»: of the second the tonne says nothing;
#: nor does the barrel of the rate in «цена барреля – $62, курс – ₸517».
CONTRAST = re.compile(r",\s(?:но|а|хотя|однако|зато)\s|\d[^,]*,\s[^,]*[–—-]\s*$")
DASH_AT = re.compile(r"[–—-][\s\u00a0]*$")
DIMENSIONS = frozenset({"mass", "volume", "area", "energy", "length", "power"})
SQUARE = ("квадратн", "кв")
#: A share is priced as «акция», not as «бумаги».
SHARES = {"акция": "share", "акцию": "share"}
#: Where one of these stems stands in the article, «метр» sold is a square one.
HOUSING = re.compile(r"жиль|новостро|квартир|застрой|многоэтаж|недвижим", re.IGNORECASE)


def unit_of_subject(reading: Reading, passage: Passage) -> str | None:
    """Return the symbol of the unit that a sum of money is the price of, where words before it say so."""
    if reading.dimension != "money":
        return None
    words = passage.before(reading.start, REACH + 2)
    verb = False
    for index, word in enumerate(words[:REACH]):
        verb = verb or _is_one(word.lower, "verbs")
        found = _unit(passage, word, words[index + 1 : index + 3])
        if found is not None:
            symbol, previous = found
            return symbol if _is_priced(passage, reading, word, previous, verb=verb) else None
    return None


def _is_priced(passage: Passage, reading: Reading, word: Word, previous: Word | None, *, verb: bool) -> bool:
    between = passage.text[word.end : reading.start]
    if CONTRAST.search(between):
        return False
    if previous is not None and previous.lower in ("за", "с", "со", "на", "из"):
        head = passage.text[max(0, previous.start - 30) : previous.start]
        return previous.lower == "за" and not RATED_BEFORE.search(head) and not DIGIT.search(between)
    if _has_case(word.lower, "gent"):
        said = previous is not None and _is_one(previous.lower, "nouns")
        if said or (verb and not _has_case(word.lower, "nomn", "accs")):
            return True
    if not _has_case(word.lower, "nomn", "accs") or is_amount_of_change(passage, reading):
        return False
    if preposition_of(passage, reading) == "по" and not DIGIT.search(between):
        return True
    return verb or (DASH_AT.search(between) is not None and not DIGIT.search(between))


def is_amount_of_change(passage: Passage, reading: Reading) -> bool:
    """Tell «подорожала на 3 доллара» from «держится на уровне 3 долларов»."""
    near = passage.before(reading.start, 3)
    return preposition_of(passage, reading) == "на" and not any(word.lower.startswith("уровн") for word in near)


def _unit(passage: Passage, word: Word, before: list[Word]) -> tuple[str, Word | None] | None:
    """Return the symbol of the unit that a word is, and the word before it, or before its «квадратный»."""
    if not _is_unit(passage.text[word.start : word.end]):
        return None
    start, previous = word.start, before[0] if before else None
    if previous is not None and previous.lower.startswith(SQUARE):
        start, previous = previous.start, before[1] if len(before) > 1 else None
    counted = previous is not None and parses(previous.lower)[0].pos == "NUMR"
    if counted or FIGURE_BEFORE.search(passage.text, max(0, start - 12), start):
        return None
    short = len(word.lower) < 4
    if short and not (previous is not None and previous.lower == "за") and passage.text[start - 2 : start - 1] != "1":
        return None
    unit = measure_unit(passage.text, start)
    if unit is not None and unit.end >= word.end and unit.dimension in DIMENSIONS and unit.unit:
        return area_of_housing(passage, unit.unit), previous
    share = _shares().match(passage.text, start)
    return (share[0], previous) if share else None


@lru_cache(maxsize=10_000)
def _is_unit(written: str) -> bool:
    """Tell whether a word can begin a unit, before anything around it is looked at («кВт⋅ч» is two words)."""
    return measure_unit(written, 0) is not None or _shares().match(written, 0) is not None


def area_of_housing(passage: Passage, symbol: str) -> str:
    """Return m2 for a «метр» of flats, else the symbol."""
    return "m2" if symbol == "m" and HOUSING.search(passage.text) else symbol


@lru_cache(maxsize=20_000)
def _has_case(form: str, *cases: str) -> bool:
    """Tell whether a form is a noun in the singular in one of the cases; an abbreviation is in any."""
    if len(form) < 4:
        return True
    return any(p.pos == "NOUN" and p.number == "sing" and p.case in cases for p in parses(form))


@lru_cache(maxsize=20_000)
def _is_one(form: str, kind: str) -> bool:
    return any(parse.lemma.replace("ё", "е") in price_words(kind) for parse in parses(form)[:2])


@cache
def _shares() -> Spellings[str]:
    return Spellings(SHARES.items())
