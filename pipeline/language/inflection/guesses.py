"""Readings that an unknown name can have beside the analyzer's: «Мечела», «Ворсине», «Шардаре»."""

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from pipeline.language.inflection.reading import Reading

#: Ending, case, ending of the nominative, gender, weight: names in consonants (Мечел), in -й (Дордой), in -а (Шардара).
_DECLENSIONS = (
    ("а", "gent", "", "masc", 0.25), ("у", "datv", "", "masc", 0.25), ("ом", "ablt", "", "masc", 0.25),
    ("е", "loct", "", "masc", 0.25), ("я", "gent", "й", "masc", 0.25), ("ю", "datv", "й", "masc", 0.25),
    ("ем", "ablt", "й", "masc", 0.25), ("е", "loct", "й", "masc", 0.25),
    ("е", "loct", "а", "femn", 0.1), ("у", "accs", "а", "femn", 0.1), ("ой", "ablt", "а", "femn", 0.1),
)  # fmt: skip
_USUAL = ("ец", "ок", "ек", "ёк")
_VOWEL = re.compile(r"[аоуэыиею]$")
_NEUTER = re.compile(r".+(?:ов|ев|ин|ын)(?=е$)")
_DATIVE = re.compile(r"[бвгджзклмнпрфхцчшщ]у$")
_SOFT, _IN_I = re.compile(r"[лнр]$"), re.compile(r"и$")
_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
_GUESSED, _RARE, _AS_IT_IS = 0.25, 0.05, 0.14


def guesses(word: str, present: Collection[tuple[str, str]]) -> Iterator[Reading]:
    """Yield readings that an unknown name can have and that the analyzer left out: «Мечела», «Ворсине»."""
    for ending, case, last, gender, score in _DECLENSIONS:
        stem = word.removesuffix(ending)
        fits = (_VOWEL if last == "й" else _CONSONANT).search(stem)
        if stem != word and fits and (stem + last, case) not in present:
            yield Reading(stem + last, "NOUN", case, "sing", gender, frozenset({"inan"}), score)
    if not any(case == "nomn" for _, case in present):
        score = _RARE if _DATIVE.search(word) else _AS_IT_IS
        yield Reading(word, "NOUN", "nomn", "sing", "masc", frozenset({"inan"}), score)
    if word.endswith("ии"):
        for case in ("gent", "datv", "loct"):
            yield Reading(word[:-1] + "я", "NOUN", case, "sing", "femn", frozenset({"inan"}), _GUESSED)
        yield Reading(word[:-1] + "й", "NOUN", "loct", "sing", "masc", frozenset({"inan"}), _RARE)  # «в Беларуськалии»
    yield from _soft(word, present)
    yield from _neuter(word, present, _GUESSED)


def has_new_vowel(nominative: str, form: str) -> bool:
    """Say whether a guessed nominative has a vowel that the form lacks: «Жомарот» of «Жомарте»; -ец, -ок are usual."""
    pairs = zip(nominative.casefold(), form.casefold(), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    rest = nominative[common:]
    return len(rest) > 1 and rest[0] in "оеё" and _CONSONANT.search(rest) is not None and rest not in _USUAL


def rarely(word: str, present: Collection[tuple[str, str]]) -> Iterator[Reading]:
    """Yield the readings that a name may have although a dictionary knows the form as another word's."""
    yield from _soft(word, present)
    yield from _neuter(word, present, _RARE)


def _soft(word: str, present: Collection[tuple[str, str]]) -> Iterator[Reading]:
    """Yield places in -ь and -ия by their locative: «на Ирколе», «в Сиане», «в Кызыл-Кие»."""
    stem = word[:-1]
    if not word[0].isupper() or not word.endswith("е"):
        return
    for fits, name, gender in ((_SOFT, stem + "ь", "masc"), (_IN_I, stem + "я", "femn")):
        if fits.search(stem) and (name, "loct") not in present:
            yield Reading(name, "NOUN", "loct", "sing", gender, frozenset({"inan"}), _RARE)


def _neuter(word: str, present: Collection[tuple[str, str]], score: float) -> Iterator[Reading]:
    """Yield the reading of a place in -ово, -ино («в Ворсине»), which a dictionary may take for another word's."""
    stem = _NEUTER.match(word) if word[0].isupper() else None
    if stem and (stem.group() + "о", "loct") not in present:
        yield Reading(stem.group() + "о", "NOUN", "loct", "sing", "neut", frozenset({"inan", "Geox"}), score)
