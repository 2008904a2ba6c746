"""What a count counts: the head noun after the number, through adjectives and lists of them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from pipeline.finding.mentions import ItemMention
from pipeline.finding.numbers import Number
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.language.morphology import Parse, parses

#: Between the words of one noun phrase.
INSIDE = re.compile(
    r"[ \u00a0\u202f]{1,2}|[ \u00a0]?\n(?=[а-яё])|[ \u00a0][«\"„“(]|[»\"”)]?[ \u00a0]|[»\"”],?[ \u00a0]|,[ \u00a0]"
)
#: Which forms of a noun a numeral governs.
Government = Literal["genitive", "genitive plural", "one", "one in words", "few", "many"]
ADJECTIVES = frozenset({"ADJF", "PRTF"})
#: Between adjectives of one list, and adverbs before an adjective.
JOINTS = frozenset({"и", "или", "а", "также"})
ADVERBS = frozenset(
    {"так", "самых", "наиболее", "более", "особо", "ранее", "вновь", "недавно", "полностью", "частично"}
)
PROPER = frozenset({"Name", "Surn", "Patr", "Geox"})
UNCOUNTED = PROPER | {"Abbr", "Fixd"}
#: Words that the dictionary also has as letters or interjections («в», «с», «о»): never what is counted.
SERVING = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
#: Verbs more often than nouns: «77,7 млрд дали ГЭС».
INSTRUMENTAL_TIME = frozenset({"год", "месяц", "неделя", "квартал", "день"})
GIVEN = frozenset({"дали", "дала", "дало", "дал"})
OBLIQUE = frozenset({"datv", "ablt", "loct", "gent"})
#: pymorphy's case of the second locative and partitive.
CASES = {"gen2": "gent", "loc2": "loct", "gen1": "gent", "loc1": "loct", "acc2": "accs"}


def counted_after(passage: Passage, number: Number, position: int, *, measured: bool = False) -> ItemMention | None:
    """Return the noun phrase counted that begins after `position`; `measured`: after «единиц», «штук» (genitive)."""
    words = passage.after(position, 8)
    start = position
    adjectives = False
    for index, word in enumerate(words):
        if not INSIDE.fullmatch(passage.text, start, word.start) or (not index and passage.text[start] == ","):
            return None
        following = words[index + 1] if index + 1 < len(words) else None
        role = _role(passage, number, word, following, measured=measured)
        if role == "head":
            return ItemMention(words[0].start, word.end, _lemma(passage, number, word, measured=measured))
        if role == "none" or (role == "joint" and not adjectives):
            return None
        adjectives = adjectives or role == "adjective"
        start = word.end
    return None


def _role(passage: Passage, number: Number, word: Word, following: Word | None, *, measured: bool) -> str:
    if word.lower in JOINTS:
        return "joint"
    if word.lower in ADVERBS and following is not None and adjectives_of(following):
        return "adjective"
    written = passage.text[word.start : word.end]
    if measured and written.isupper() and len(written) > 1:
        return "head"
    if _is_latin(word):
        return "head" if following is None or _is_latin(following) or not word.lower.islower() else "adjective"
    adjectives, nouns = adjectives_of(word), _nouns(passage, number, word, measured=measured)
    if adjectives and following is not None and _agree(passage, adjectives, number, word, following, measured=measured):
        return "adjective"
    if nouns:
        return "head"
    if adjectives:
        return "adjective" if following is not None else "head"
    return "none"


def _agree(
    passage: Passage, adjectives: Sequence[Parse], number: Number, word: Word, following: Word, *, measured: bool
) -> bool:
    """Tell whether an adjective goes with the next word: «рабочих мест», not «рабочих завода»."""
    if following.lower in JOINTS:
        return not _nouns(passage, number, word, measured=measured)
    if not INSIDE.fullmatch(passage.text, word.end, following.start):
        return False
    if adjectives_of(following) or _is_latin(following):
        return not _nouns(passage, number, word, measured=measured) or bool(adjectives_of(following))
    return bool(_nouns(passage, number, following, measured=measured))


def adjectives_of(word: Word) -> tuple[Parse, ...]:
    return _adjectives(word.lower)


@lru_cache(maxsize=50_000)
def _adjectives(form: str) -> tuple[Parse, ...]:
    return tuple(parse for parse in parses(form) if parse.pos in ADJECTIVES)


def _nouns(passage: Passage, number: Number, word: Word, *, measured: bool) -> tuple[Parse, ...]:
    found = _governed(word.lower, government(number, measured=measured))
    if not found or not passage.text[word.start].isupper():
        return found
    written = passage.text[word.start : word.end]
    if written.isupper() or (written[-1].islower() and written[1:2].isupper()):
        return found
    return tuple(parse for parse in found if not parse.grammemes & PROPER)


@lru_cache(maxsize=50_000)
def _governed(form: str, government: Government) -> tuple[Parse, ...]:
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


def _lemma(passage: Passage, number: Number, word: Word, *, measured: bool) -> str:
    written = passage.text[word.start : word.end]
    if _is_latin(word) or (written.isupper() and len(written) > 1):
        return written
    nouns = _nouns(passage, number, word, measured=measured)
    if nouns:
        plural = [parse for parse in nouns if parse.number == "plur" and CASES.get(parse.case, parse.case) == "gent"]
        return max(plural or nouns, key=lambda parse: parse.score).lemma
    return adjectives_of(word)[0].lemma


def _is_latin(word: Word) -> bool:
    return word.lower[0].isascii()
