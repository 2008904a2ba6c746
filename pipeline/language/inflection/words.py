"""Readings of one word form with the nominative that each leads to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import Any

from pipeline.knowledge.organizations import head_words
from pipeline.language.inflection.guesses import guesses, has_new_vowel, rarely
from pipeline.language.inflection.reading import Reading
from pipeline.language.inflection.surface import (
    bare_abbreviation,
    ends_in_capitals,
    is_abbreviation,
    is_inflectable,
    like,
)
from pipeline.language.morphology import analyzer, raw_parses

#: OpenCorpora's second genitive, second locative … count as the main case.
_MAIN_CASE = {"gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_PEOPLE = frozenset({"Name", "Surn", "Patr"})
_UNLIKELY = frozenset({"voct", "Infr", "Erro", "Arch", "Dist"})
#: Head words of organizations outweigh their homonyms (банк, not банка; акимат, not акимата).
_HEAD_WEIGHT = 5.0
_COMPARATIVES = frozenset({"больший", "меньший"})


@lru_cache(maxsize=10_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the nominal readings of a form, likeliest first; one unchanging reading for what does not inflect."""
    bare = bare_abbreviation(word)
    if bare is not None:
        return (fixed(bare),)
    if not is_inflectable(word) or is_abbreviation(word) or ends_in_capitals(word):
        return (fixed(word),)
    if has_fixed_first_part(word):
        return _by_last_part(word)
    found = [reading for raw in raw_parses(word) if (reading := _reading(word, raw)) is not None]
    if not analyzer().word_is_known(word) or all(reading.number == "plur" for reading in found):
        found = [reading for reading in found if not has_new_vowel(reading.nominative, word)]
        found.extend(guesses(word, {(reading.nominative, reading.case) for reading in found}))
        found.extend(_noun_with_adjective(word))
    else:
        found.extend(rarely(word, {(reading.nominative, reading.case) for reading in found}))
    surnames = [reading for reading in found if not reading.is_adjective and _SURNAME.search(reading.nominative)]
    found.extend(map(_as_adjective, surnames))
    return tuple(found) or _by_last_part(word)


#: «Шкловский» is a surname to the dictionary: in «Шкловского района» it is an adjective.
_SURNAME = re.compile(r"(?:ск|цк)(?:ий|ая)$")
_ADJECTIVE_OF_PLACE = re.compile(r"^[А-ЯЁ].*(?:ск|цк)(?:ий|ого|ому|им|ом)$")
_TOWN_WITH_ADJECTIVE = 0.6


def _noun_with_adjective(word: str) -> Iterator[Reading]:
    """Read «Ленинске-Кузнецком»: a town and an adjective after the hyphen, both inflected."""
    first, dash, last = word.partition("-")
    if not dash or not _ADJECTIVE_OF_PLACE.search(last) or not first:
        return
    for noun in readings(first):
        for adjective in readings(last):
            if noun.pos == "NOUN" and adjective.is_adjective and adjective.agrees(noun):
                name = f"{noun.nominative}-{adjective.nominative}"
                grammemes = frozenset({"inan", "Geox"})
                yield Reading(name, "NOUN", noun.case, noun.number, noun.gender, grammemes, _TOWN_WITH_ADJECTIVE)


def fixed(word: str) -> Reading:
    """Return the reading of a word that has one form only."""
    return Reading(word, "NOUN", "", "", "", frozenset({"Fixd"}), 1.0)


def _as_adjective(reading: Reading) -> Reading:
    return replace(reading, pos="ADJF", grammemes=frozenset(), score=reading.score / 2)


def _reading(word: str, raw: Any) -> Reading | None:
    tag = raw.tag
    if tag.POS not in ("NOUN", "ADJF", "PRTF") or tag.case is None or _UNLIKELY & tag.grammemes:
        return None
    nominative = _nominative(raw)
    if nominative is None:
        return None
    score = float(raw.score) * (_HEAD_WEIGHT if raw.normal_form in head_words() else 1.0)
    if raw.normal_form in _COMPARATIVES:  # «Большим театром» is of «большой»
        score *= 0.1
    if "Supr" in tag:  # «высшей» is of «высший», not of «высокий»
        score *= 0.1
    if nominative.endswith("ской") and tag.gender == "masc" and not analyzer().word_is_known(nominative):
        nominative = nominative.removesuffix("ой") + "ий"  # an unknown «Хобдинском» is of -ский, not of -ской
    case = _MAIN_CASE.get(str(tag.case), str(tag.case))
    gender, number = str(tag.gender or ""), str(tag.number or "")
    return Reading(like(nominative, word), str(tag.POS), case, number, gender, frozenset(tag.grammemes), score)


def _nominative(raw: Any) -> str | None:
    if raw.tag.case == "nomn" or "Fixd" in raw.tag:
        return str(raw.word)
    if "Supr" in raw.tag:
        return _nominative_of_superlative(raw)
    inflected = raw.inflect({"nomn"})
    return None if inflected is None else str(inflected.word)


def _nominative_of_superlative(raw: Any) -> str | None:
    """Choose the superlative of the same stem («высшей» → «высшая»): the lexeme holds «высочайшая» too."""
    wanted = {"nomn", str(raw.tag.number), *([str(raw.tag.gender)] if raw.tag.gender else [])}
    forms = [form.word for form in raw.lexeme if "Supr" in form.tag and wanted <= form.tag.grammemes]
    return max(forms, key=lambda form: _common(form, raw.word), default=None)


def _common(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def has_fixed_first_part(word: str) -> bool:
    """Say whether the last part alone is inflected: «НЛМК-Калуге», «Деметра-Холдинга»."""
    first, dash, last = word.partition("-")
    if not dash or not first or not last or "-" in last:
        return False
    return is_abbreviation(first) or any(r.nominative.casefold() in head_words() for r in readings(last))


def _by_last_part(word: str) -> tuple[Reading, ...]:
    """Read «Икс-Банка» by its last part where the whole is unknown."""
    head, dash, last = word.rpartition("-")
    if not dash or not last:
        return ()
    return tuple(
        Reading(head + dash + r.nominative, r.pos, r.case, r.number, r.gender, r.grammemes, r.score)
        for r in readings(last)
    )


def is_person_reading(reading: Reading) -> bool:
    """Say whether a reading is a first name, patronymic or surname."""
    return bool(_PEOPLE & reading.grammemes)


@lru_cache(maxsize=10_000)
def is_dictionary_word(word: str) -> bool:
    """Say whether the dictionary has a form (else its readings are guessed by its ending)."""
    return bool(analyzer().word_is_known(word))
