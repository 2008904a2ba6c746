"""How often: «в год», «ежегодно», «/сутки» after a quantity; «за сутки сжигает», «суточная добыча» before it."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.priced import is_amount_of_change
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.spellings import SPACES, Place, Spellings, places
from pipeline.knowledge.quantity_words import rate_words
from pipeline.language.morphology import parses

#: «линия на 5 тонн в год и 20 рабочих»: «в год» tells of what follows where a clause begins with it.
CLAUSE_START = re.compile(r"(?:^|[.!?,;:()«\"–—\n-])\s*$")
BLANK, WORD = re.compile(rf"[{SPACES}\n]?"), re.compile(r"[^\W\d_][\w-]*")
CLAUSE_END = re.compile(r"[,.;:!?()\n–—]|\d")
#: Within so many characters a clause shows where it begins.
NEAR = 20
ANOTHER_CLAUSE = re.compile(r"[,.;:!?()\n]|\d")
#: Dimensions that are no rate of time; «12% годовых» says so itself.
UNRATED = ("percent", "percentage_point", "ratio", "temperature")


def time_after(reading: Reading, passage: Passage) -> str | None:
    """Read «в год» and «ежегодно» after the quantity or its noun phrase, within the clause."""
    for start in {reading.end, reading.phrase_end}:
        place = passage.place_after(_time_places, start)
        if place is not None and _is_noun_phrase(passage.text, start, place.start):
            return place.value
    return None


def _is_noun_phrase(text: str, position: int, end: int) -> bool:
    """Tell whether up to five words that a noun phrase holds, and nothing else, stand between two offsets."""
    for _ in range(6):
        blank = BLANK.match(text, position)
        here = blank.end() if blank else position
        if here >= end:
            return here == end
        word = WORD.match(text, here)
        if word is None or _ends_phrase(word.group()):
            return False
        position = word.end()
    return False


def _time_places(text: str) -> Iterator[Place]:
    return places(text, _times())


@lru_cache(maxsize=20_000)
def _ends_phrase(word: str) -> bool:
    """Tell a word that no noun phrase holds: a finite verb, a preposition but «из» and «для»."""
    best = parses(word.lower())[0]
    return best.pos in ("VERB", "INFN", "GRND", "COMP") or (best.pos == "PREP" and word.lower() not in ("из", "для"))


def time_before(reading: Reading, passage: Passage) -> str | None:
    """Read «ежегодно завод выпускает 5 тыс. тонн», «за сутки станция сжигает 6 тыс. т»."""
    if reading.dimension in UNRATED:
        return None
    place = passage.place_before(_places_before, reading.start)
    if place is None or (place.value == "day" and is_amount_of_change(passage, reading)):
        return None  # «за сутки цена упала на 3 доллара»
    word = next((word for word in passage.before(reading.start, 9) if word.start == place.start), None)
    ends = ANOTHER_CLAUSE if place.value == "person" else CLAUSE_END
    if word is None or ends.search(passage.text, word.end, reading.start):
        return None  # «доход на душу населения – 215 тыс. тенге» goes on over the dash
    opens = place.value == "person" or " " not in passage.text[place.start : place.end]
    return place.value if opens or CLAUSE_START.search(passage.text[max(0, place.start - NEAR) : place.start]) else None


def _places_before(text: str) -> Iterator[Place]:
    return places(text, _times_before())


def adjective_before(reading: Reading, passage: Passage) -> str | None:
    """Read «суточная добыча достигла 953 тыс. баррелей», «годовая мощность – 40 млн тонн»."""
    if reading.dimension in (*UNRATED, "money") or not passage.has_any(_tells_rate):
        return None
    words = passage.before(reading.start, 9)
    for noun, adjective in pairwise(words):
        found = _rate_of_adjective(adjective.lower, noun.lower)
        if found is not None:
            return None if ANOTHER_CLAUSE.search(passage.text, adjective.end, reading.start) else found
    return None


@lru_cache(maxsize=20_000)
def _tells_rate(form: str) -> bool:
    best = parses(form)[0]
    return best.pos == "ADJF" and best.lemma.replace("ё", "е") in _rate_adjectives()


@cache
def _rate_adjectives() -> frozenset[str]:
    return frozenset(word.split()[0] for name in ("adjectives", "capacities") for word in rate_words(name))


@lru_cache(maxsize=20_000)
def _rate_of_adjective(adjective: str, noun: str) -> str | None:
    best = parses(adjective)[0]
    if best.pos != "ADJF":
        return None
    lemma = best.lemma.replace("ё", "е")
    found = rate_words("adjectives").get(lemma)
    return found or rate_words("capacities").get(f"{lemma} {parses(noun)[0].lemma}")


@cache
def _times_before() -> Spellings[str]:
    return Spellings(rate_words("before").items())


@cache
def _times() -> Spellings[str]:
    return Spellings(rate_words("time").items())
