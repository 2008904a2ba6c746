"""What a quantity is a rate of: «за тонну», «долл./т», «с гектара», «на одного работника»; «в год» by timing."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from pipeline.finding.quantities.amounts import money
from pipeline.finding.quantities.answers import first_answer
from pipeline.finding.quantities.measuring import measure_unit
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.priced import area_of_housing, unit_of_subject
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.spellings import SPACES, Spellings, inflected
from pipeline.finding.quantities.timing import UNRATED, adjective_before, time_after, time_before
from pipeline.knowledge.quantity_words import rate_words
from pipeline.language.morphology import parses

ONE = rf"(?:один|одну|одного|1|каждый|каждую|каждого|каждые)[{SPACES}]"
FOR = re.compile(rf"[{SPACES}\n]?(?P<word>за|на|с|со|/|×|\bper\b)[{SPACES}\n]?(?:{ONE})?")
THOUSAND = re.compile(rf"(?:тысячу|тыс\.?|1000|1[{SPACES}]000|1[{SPACES}]тыс\.?)[{SPACES}]")
#: «на одну простую акцию», «на депозитарную расписку».
SHARE_KIND = re.compile(rf"(?:простую|привилегированную|обыкновенную|(?:глобальную[{SPACES}])?депозитарную)[{SPACES}]")
WORD, SHORTEST_NOUN = re.compile(r"[а-яё]+"), 4
#: Dimensions that «с гектара», «на тонну» can rate.
RATED = frozenset({"money", "mass", "volume", "energy", "count", "other"})


def rate_of(passage: Passage, reading: Reading) -> str | None:
    """Return what a quantity is a rate of, if the words around it say so."""
    return first_answer(RATES, reading, passage)


def _of_thing(reading: Reading, passage: Passage) -> str | None:
    if reading.dimension not in RATED:
        return None
    said = FOR.match(passage.text, reading.phrase_end)
    if said is None and reading.end != reading.phrase_end:
        said = FOR.match(passage.text, reading.end)
    if said is None or (said["word"] in ("с", "со") and reading.dimension == "money" and not _is_levied(said)):
        return None
    position = said.end()
    thousand = THOUSAND.match(passage.text, position)
    if thousand is not None:
        unit = _symbol(passage.text, thousand.end())
        return f"1000 {unit}" if unit else None
    with_things = said["word"] != "с" or reading.dimension == "money"
    symbol = _symbol(passage.text, position, with_things=with_things, with_money=said["word"] != "на")
    return area_of_housing(passage, symbol) if symbol and reading.dimension == "money" else symbol


def _is_levied(said: re.Match[str]) -> bool:
    """Tell «520 тенге с человека», «2 доллара с тонны» from «до $60 с $65»: a noun in the genitive follows."""
    word = WORD.match(said.string, said.end())
    if word is None or len(word.group()) < SHORTEST_NOUN:
        return False
    return any(p.pos == "NOUN" and p.case == "gent" and p.number == "sing" for p in parses(word.group())[:2])


def without_bases(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Leave out the numbers of bases of rates: «185 долларов за тысячу кубометров», «на одного работника»."""
    return [
        reading for before, reading in zip([None, *readings], readings, strict=False)
        if before is None or not _is_basis(passage, before, reading)
    ]  # fmt: skip


def _is_basis(passage: Passage, before: Reading, reading: Reading) -> bool:
    if not reading.number.in_words or reading.value not in (1, 1000) or reading.dimension in (None, *UNRATED):
        return False
    return before.dimension in RATED and passage.gap(before.end, reading.start) in ("за", "на", "с")


def _symbol(text: str, position: int, *, with_things: bool = True, with_money: bool = True) -> str | None:
    unit = measure_unit(text, position)
    if unit is not None and unit.dimension not in ("percent", "percentage_point", "temperature"):
        return unit.unit
    described = SHARE_KIND.match(text, position)
    thing = _things().match(text, described.end() if described else position) if with_things else None
    if thing is not None:
        return thing[0]
    currency = money(text, position) if with_money else None
    return currency.unit if currency is not None and currency.unit and currency.unit[0] != "?" else None


@cache
def _things() -> Spellings[str]:
    entries = []
    for phrase, symbol in rate_words("things").items():
        first, _, rest = phrase.partition(" ")
        entries += [(f"{form} {rest}".strip(), symbol) for form in sorted(inflected(first))]
    return Spellings(entries)


#: In this order; the first answer wins.
RATES: dict[str, Callable[[Reading, Passage], str | None]] = {
    "rate: of a thing": _of_thing,
    "rate: time after": time_after,
    "rate: time before": time_before,
    "rate: adjective of time": adjective_before,
    "rate: price of the subject": unit_of_subject,
}
