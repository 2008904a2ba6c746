"""What a quantity is a rate of: «в год», «за тонну», «долл./т», «киловатт-час по 21 тенге», «ежегодно»."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.finding.quantities.amounts import money
from pipeline.finding.quantities.measuring import measure_unit
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.spellings import SPACES, Spellings, inflected
from pipeline.knowledge.quantity_words import rate_words
from pipeline.language.morphology import parses

ONE = rf"(?:один|одну|одного|1|каждый|каждую|каждого|каждые)[{SPACES}]"
FOR = re.compile(rf"[{SPACES}\n]?(?P<word>за|на|с|со|/|×|\bper\b)[{SPACES}\n]?(?:{ONE})?")
THOUSAND = re.compile(rf"(?:тысячу|тыс\.?|1000|1[{SPACES}]000|1[{SPACES}]тыс\.?)[{SPACES}]")
CLAUSE_END = re.compile(r"[,.;:!?()\n–—]|\d")
BY_BEFORE = re.compile(rf"([^\W\d_][\w-]*)[{SPACES}]по[{SPACES}](?:[а-яё]+[{SPACES}]){{0,1}}$")
#: Prices of one list differ by no more than this factor and stand no farther apart (characters).
SPREAD, APART = 5.0, 80
#: Dimensions that «с гектара», «на тонну» can rate.
RATED = frozenset({"money", "mass", "volume", "energy", "count", "other"})


def rate_of(passage: Passage, reading: Reading) -> str | None:
    """Return what a quantity is a rate of, if the words around it say so."""
    return (
        _of_thing(passage, reading) or _of_time(passage, reading) or _unit_before(passage, reading)
        or _adverb_before(passage, reading)
    )  # fmt: skip


def share_rates(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give a price the rate of the one before it in a list: «пшеница – 92 тенге за кило, ячмень – 68 тенге»."""
    for before, reading in pairwise(readings):
        if reading.per is None and before.per is not None and _is_like_price(passage, before, reading):
            reading.per = before.per


def _is_like_price(passage: Passage, before: Reading, reading: Reading) -> bool:
    money = before.dimension == reading.dimension == "money" and before.unit == reading.unit
    if not money or before.per in ("year", "month", "day") or not before.size:
        return False
    near = 1 / SPREAD <= reading.size / before.size <= SPREAD and reading.start - before.end < APART
    between = [word for word in passage.before(reading.start, 9) if word.start >= before.end]
    same = passage.sentence_of(before.start) == passage.sentence_of(reading.start)
    return near and same and not any(_is_verb(word.lower) for word in between)


@cache
def _is_verb(form: str) -> bool:
    return parses(form)[0].pos in ("VERB", "INFN", "GRND")


def _of_thing(passage: Passage, reading: Reading) -> str | None:
    if reading.dimension not in RATED:
        return None
    said = FOR.match(passage.text, reading.phrase_end) or FOR.match(passage.text, reading.end)
    if said is None or (said["word"] in ("с", "со") and reading.dimension == "money"):
        return None
    position = said.end()
    thousand = THOUSAND.match(passage.text, position)
    if thousand is not None:
        unit = _symbol(passage.text, thousand.end())
        return f"1000 {unit}" if unit else None
    return _symbol(passage.text, position, with_things=said["word"] != "с")


def _symbol(text: str, position: int, *, with_things: bool = True) -> str | None:
    unit = measure_unit(text, position)
    if unit is not None and unit.dimension not in ("percent", "percentage_point", "temperature"):
        return unit.unit
    thing = _things().match(text, position) if with_things else None
    if thing is not None:
        return thing[0]
    currency = money(text, position)
    return currency.unit if currency is not None and currency.unit and currency.unit[0] != "?" else None


def _of_time(passage: Passage, reading: Reading) -> str | None:
    """Read «в год» and «ежегодно» after the quantity or its noun phrase, within the clause."""
    text = passage.text
    for start in {reading.end, reading.phrase_end}:
        position = start
        for _ in range(6):
            blank = re.compile(rf"[{SPACES}\n]?").match(text, position)
            here = blank.end() if blank else position
            found = _times().match(text, here)
            if found is not None:
                return found[0]
            word = re.compile(r"[^\W\d_][\w-]*").match(text, here)
            if word is None or _ends_phrase(word.group()):
                break
            position = word.end()
    return None


@cache
def _ends_phrase(word: str) -> bool:
    """Tell a word that no noun phrase holds: a finite verb, a preposition but «из» and «для»."""
    best = parses(word.lower())[0]
    return best.pos in ("VERB", "INFN", "GRND", "COMP") or (best.pos == "PREP" and word.lower() not in ("из", "для"))


def _unit_before(passage: Passage, reading: Reading) -> str | None:
    """Read «отпускает киловатт-час по 21 тенге»."""
    if reading.dimension != "money":
        return None
    head = max(0, reading.start - 50)
    said = BY_BEFORE.search(passage.text[head : reading.start])
    if said is None or re.search(r"\d[^\w]{0,2}$", passage.text[: head + said.start()][-6:]):
        return None
    unit = measure_unit(passage.text, head + said.start())
    return unit.unit if unit and unit.end >= head + said.end(1) else None


def _adverb_before(passage: Passage, reading: Reading) -> str | None:
    if reading.dimension in ("percent", "percentage_point", "ratio"):
        return None
    for word in passage.before(reading.start, 8):
        if CLAUSE_END.search(passage.text, word.end, reading.start):
            return None
        if word.lower in rate_words("adverbs"):
            return rate_words("adverbs")[word.lower]
    return None


@cache
def _times() -> Spellings[str]:
    return Spellings(rate_words("time").items())


@cache
def _things() -> Spellings[str]:
    entries = []
    for phrase, symbol in rate_words("things").items():
        first, _, rest = phrase.partition(" ")
        entries += [(f"{form} {rest}".strip(), symbol) for form in sorted(inflected(first))]
    return Spellings(entries)
