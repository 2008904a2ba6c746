"""Readings of one word form with the nominative that each leads to."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from os.path import commonprefix
from typing import Any

from pipeline.knowledge.organizations import head_words
from pipeline.language.inflection.surface import (
    bare_abbreviation,
    ends_in_capitals,
    is_abbreviation,
    is_inflectable,
    like,
)
from pipeline.language.morphology import analyzer

ADJECTIVES = frozenset({"ADJF", "PRTF"})
#: OpenCorpora's second genitive, second locative … count as the main case.
_MAIN_CASE = {"gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_PEOPLE = frozenset({"Name", "Surn", "Patr"})
_UNLIKELY = frozenset({"voct", "Infr", "Erro", "Arch", "Dist"})
#: Head words of organizations outweigh their homonyms (банк, not банка; акимат, not акимата).
_HEAD_WEIGHT = 5.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading: `nominative` in the same number and gender, spelled like the form that was read."""

    nominative: str
    pos: str
    case: str
    number: str
    gender: str
    grammemes: frozenset[str]
    score: float

    @property
    def is_adjective(self) -> bool:
        return self.pos in ADJECTIVES

    def agrees(self, other: "Reading") -> bool:
        """Say whether two words can stand in one noun phrase: case, number, and gender in the singular."""
        if (self.case, self.number) != (other.case, other.number):
            return False
        if self.case == "accs" and not self._fits_animacy(other):
            return False
        return self.number == "plur" or not self.gender or not other.gender or self.gender == other.gender

    def _fits_animacy(self, other: "Reading") -> bool:
        return not ({"anim", "inan"} <= (self.grammemes | other.grammemes))


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the nominal readings of a form, likeliest first; one unchanging reading for what does not inflect."""
    bare = bare_abbreviation(word)
    if bare is not None:
        return (fixed(bare),)
    if not is_inflectable(word) or is_abbreviation(word) or ends_in_capitals(word):
        return (fixed(word),)
    found = [reading for raw in analyzer().parse(word) if (reading := _reading(word, raw)) is not None]
    if not analyzer().word_is_known(word) or all(reading.number == "plur" for reading in found):
        found.extend(guesses(word, {(reading.nominative, reading.case) for reading in found}))
        found.extend(_noun_with_adjective(word))
    return tuple(found) or _by_last_part(word)


#: Ending, case, ending of the nominative, gender, weight: names in consonants (Мечел), in -й (Дордой), in -а (Шардара).
_DECLENSIONS = (
    ("а", "gent", "", "masc", 0.25), ("у", "datv", "", "masc", 0.25), ("ом", "ablt", "", "masc", 0.25),
    ("е", "loct", "", "masc", 0.25), ("я", "gent", "й", "masc", 0.25), ("ю", "datv", "й", "masc", 0.25),
    ("ем", "ablt", "й", "masc", 0.25), ("е", "loct", "й", "masc", 0.25),
    ("е", "loct", "а", "femn", 0.1), ("у", "accs", "а", "femn", 0.1), ("ой", "ablt", "а", "femn", 0.1),
)  # fmt: skip
_VOWEL = re.compile(r"[аоуэыиею]$")
_NEUTER = re.compile(r".+(?:ов|ев|ин|ын)(?=е$)")
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
_ADJECTIVE_OF_PLACE = re.compile(r"^[А-ЯЁ].*(?:ск|цк)(?:ий|ого|ому|им|ом)$")
_TOWN_WITH_ADJECTIVE = 0.6
_GUESSED, _RARE, _AS_IT_IS = 0.25, 0.05, 0.14


def guesses(word: str, present: Collection[tuple[str, str]]) -> Iterator[Reading]:
    """Yield readings that an unknown name can have and that the analyzer left out: «Мечела», «Ворсине»."""
    for ending, case, last, gender, score in _DECLENSIONS:
        stem = word.removesuffix(ending)
        fits = (_VOWEL if last == "й" else _CONSONANT).search(stem)
        if stem != word and fits and (stem + last, case) not in present:
            yield Reading(stem + last, "NOUN", case, "sing", gender, frozenset({"inan"}), score)
    if not any(case == "nomn" for _, case in present):
        yield Reading(word, "NOUN", "nomn", "sing", "masc", frozenset({"inan"}), _AS_IT_IS)
    if word.endswith("ии"):
        for case in ("gent", "datv", "loct"):
            yield Reading(word[:-1] + "я", "NOUN", case, "sing", "femn", frozenset({"inan"}), _GUESSED)
        yield Reading(word[:-1] + "й", "NOUN", "loct", "sing", "masc", frozenset({"inan"}), _RARE)  # «в Беларуськалии»
    neuter = _NEUTER.match(word)
    if neuter and (neuter.group() + "о", "loct") not in present:
        yield Reading(neuter.group() + "о", "NOUN", "loct", "sing", "neut", frozenset({"inan", "Geox"}), _GUESSED)


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


def _reading(word: str, raw: Any) -> Reading | None:
    tag = raw.tag
    if tag.POS not in ("NOUN", "ADJF", "PRTF") or tag.case is None or _UNLIKELY & tag.grammemes:
        return None
    nominative = _nominative(raw)
    if nominative is None:
        return None
    score = float(raw.score) * (_HEAD_WEIGHT if raw.normal_form in head_words() else 1.0)
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
    return max(forms, key=lambda form: len(commonprefix([form, raw.word])), default=None)


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


def is_dictionary_word(word: str) -> bool:
    """Say whether the dictionary has a form (else its readings are guessed by its ending)."""
    return bool(analyzer().word_is_known(word))
