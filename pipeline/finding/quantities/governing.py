"""Which forms of a noun a numeral governs: «5 домов», «2 дома», «21 дом», «двух домов», «1,5 дома»."""

from functools import lru_cache
from typing import Literal

from pipeline.finding.numbers import Number
from pipeline.language.morphology import Parse, parses

#: Which forms of a noun a numeral governs.
Government = Literal["genitive", "genitive plural", "one", "one in words", "few", "many"]
#: Words that the dictionary also has as letters or interjections («в», «с», «о»): never what is counted.
SERVING = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
#: Verbs more often than nouns: «77,7 млрд дали ГЭС».
INSTRUMENTAL_TIME = frozenset({"год", "месяц", "неделя", "квартал", "день"})
GIVEN = frozenset({"дали", "дала", "дало", "дал"})
OBLIQUE = frozenset({"datv", "ablt", "loct", "gent"})
#: pymorphy's case of the second locative and partitive.
CASES = {"gen2": "gent", "loc2": "loct", "gen1": "gent", "loc1": "loct", "acc2": "accs"}


@lru_cache(maxsize=50_000)
def governed(form: str, government: Government) -> tuple[Parse, ...]:
    """Return the readings of a form as a noun that a numeral of this kind governs."""
    if parses(form)[0].pos in SERVING or form in GIVEN:
        return ()
    found = tuple(parse for parse in parses(form) if parse.pos == "NOUN" and _fits(parse, government))
    if any(parse.lemma in INSTRUMENTAL_TIME and parse.case == "ablt" for parse in found):
        return ()  # «против 31 годом ранее»
    return found


def government(number: Number, *, measured: bool) -> Government:
    """Return which forms a numeral governs: «5 домов», «2 дома», «21 дом», «двух домов», «1,5 дома»."""
    if measured:
        return "genitive"
    size = number.value if number.value is not None else number.high
    if number.scale >= 1000:  # «98 тыс. свинца» measures, with the unit said before
        return "genitive plural"
    if size is None or size != int(size):
        return "genitive"
    last, teen = abs(int(size)) % 10, 10 < abs(int(size)) % 100 < 20
    if last == 1 and not teen:
        return "one in words" if number.in_words else "one"
    return "few" if last in (2, 3, 4) and not teen else "many"


def _fits(parse: Parse, government: Government) -> bool:
    case = CASES.get(parse.case, parse.case)
    if "Fixd" in parse or "Abbr" in parse:
        return True
    if government == "genitive":
        return case == "gent"
    if government == "genitive plural":
        return case == "gent" and (parse.number == "plur" or "Sgtm" in parse)
    if government in ("one", "one in words"):  # «8 421 жилых домов» is met too
        several = "Pltm" in parse or (case == "gent" and government == "one")
        return parse.number == "sing" or (parse.number == "plur" and several)
    if government == "few" and parse.number == "sing":
        return case == "gent"
    return parse.number == "plur" and case in OBLIQUE
