"""The nominative of a person's name: all parts in one case and gender («Рустама Каюмова» → «Рустам Каюмов»)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from pipeline.knowledge.people import guessed_endings, surname_endings
from pipeline.language.inflection.reading import Reading
from pipeline.language.inflection.surface import is_abbreviation, is_inflectable, like
from pipeline.language.inflection.words import is_dictionary_word, readings

_TURKIC = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮ][а-яёәғқңөұүһіўҳҷӣӯ]+(?:-[А-Яа-яёәғқңөұүһіўҳҷӣӯ]+)*")
_PART = re.compile(r"[^\s]+|\s+")
_INITIAL = re.compile(r"[А-ЯЁA-Z]\.")
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS = ("masc", "femn")
#: Surnames and first names that have one form: Сенько, Сатыбалды, Пашаян-заде, Си.
_INDECLINABLE = re.compile(r"(?:[оеиыуюэё]|ых|их|заде)$", re.I)
_FEMININE_GENITIVE = re.compile(r"[бвгджзклмнпрстфхцчшщ]ы$|[лнрьи]и$")
_DATIVE = re.compile(r"[бвгджзклмнпрстфхцчшщ]у$")
_CONSONANT = re.compile(r"[бвгджзйклмнпрстфхцчшщ]$")

# Weights by trial; only their order of size matters.
_NAME, _PREDICTED, _OTHER_NOUN, _UNCHANGED, _NO_READING = 1.0, 0.25, 0.05, 0.03, 0.001
_FIXED, _LAST_PART, _ADJECTIVE = 0.3, 0.6, 0.15
_GUESSED_FIRST_NAME = 0.35
#: A name that is also a common word («Ус»); a form in «-у» is rather a dative than an indeclinable name.
_OF_DICTIONARY, _FIXED_IN_U, _RARELY_FIXED = 0.5, 0.15, 0.1
_KNOWN, _DISAGREES = 100.0, 0.1
_EXPECTED, _UNEXPECTED, _NOMINATIVE_BY_DEFAULT = 6.0, 0.1, 2.0


@dataclass(frozen=True, slots=True)
class _Form:
    nominative: str
    weight: float


def nominative_person(
    name: str, *, cases: Collection[str] = (), known: Collection[str] = (), gender: str = ""
) -> str:
    """Return a person's name in the nominative, with the gender that its parts have in common.

    `cases` are those that the context allows, none for no knowledge; `known` are nominative names met elsewhere in
    the text: a result among them wins; `gender` is that of a verb whose subject the name may be. Initials, Latin and
    indeclinable parts (Сенько, Каримзода) stay.
    """
    pieces = _PART.findall(name)
    best, result = 0.0, name
    first = pieces[0] if len(pieces) > 1 else ""
    for case, own in product(_CASES, _GENDERS):
        forms = [_form(piece, case, own) for piece in pieces]
        if first and (case, own) == ("gent", "femn") and _FEMININE_GENITIVE.search(first):
            forms[0] = max(forms[0], _Form(_feminine(first), _GUESSED_FIRST_NAME), key=lambda form: form.weight)
        candidate, weight = "".join(form.nominative for form in forms), 1.0
        for form in forms:
            weight *= form.weight
        weight *= _context_weight(case, cases) * (_KNOWN if candidate in known else 1.0)
        if case == "nomn" and gender and own != gender:
            weight *= _DISAGREES
        if weight > best * 1.0001:
            best, result = weight, candidate
    return result


def _feminine(genitive: str) -> str:
    return genitive[:-1] + ("а" if genitive.endswith("ы") else "я")


def _context_weight(case: str, cases: Collection[str]) -> float:
    if cases:
        return _EXPECTED if case in cases else _UNEXPECTED
    return _NOMINATIVE_BY_DEFAULT if case == "nomn" else 1.0


@lru_cache(maxsize=10_000)
def _form(piece: str, case: str, gender: str) -> _Form:
    if not is_inflectable(piece) and _TURKIC.fullmatch(piece):  # «Беҳзода»: by its ending alone
        return max((*_by_ending(piece, case, gender), _as_is(piece, case, gender)), key=lambda form: form.weight)
    if piece.isspace() or _INITIAL.match(piece) or not is_inflectable(piece) or is_abbreviation(piece):
        return _Form(piece, 1.0)
    if "-" in piece:
        return _hyphenated(piece, case, gender)
    return max((*_by_ending(piece, case, gender), *_by_dictionary(piece, case, gender), _as_is(piece, case, gender)),
               key=lambda form: form.weight)  # fmt: skip


def _hyphenated(piece: str, case: str, gender: str) -> _Form:
    """Inflect all parts («Римского-Корсакова») or the last alone («Касым-Жомарта»)."""
    *first, last = (_form(part, case, gender) for part in piece.split("-"))
    everywhere = _Form("-".join(f.nominative for f in (*first, last)), min(f.weight for f in (*first, last)))
    at_the_end = _Form(f"{piece.rpartition('-')[0]}-{last.nominative}", last.weight * _LAST_PART)
    return max(everywhere, at_the_end, key=lambda form: form.weight)


def _by_ending(word: str, case: str, gender: str) -> Iterator[_Form]:
    doubt = 1.0 if not is_dictionary_word(word) else _OF_DICTIONARY
    for form in (*surname_endings(), *guessed_endings()):
        if form.gender == gender and case in form.cases:
            match = form.pattern.fullmatch(word.casefold())
            if match:
                weight = form.weight if form.weight == 1 else form.weight * doubt
                yield _Form(like(match[1] + form.nominative, word), weight)


def _by_dictionary(word: str, case: str, gender: str) -> Iterator[_Form]:
    for reading in readings(word):
        if reading.case == case and reading.number != "plur" and reading.gender in (gender, ""):
            yield _Form(reading.nominative, _dictionary_weight(reading, is_known=is_dictionary_word(word)))


def _dictionary_weight(reading: Reading, *, is_known: bool) -> float:
    if "Surn" in reading.grammemes and "Fixd" in reading.grammemes:
        return _UNCHANGED
    if reading.is_adjective:  # «Анны Белой»
        return _ADJECTIVE
    names = reading.grammemes & {"Name", "Patr", "Surn"}
    weight = _NAME if names and is_known else _PREDICTED if names else _OTHER_NOUN
    return weight * (0.3 + 0.7 * reading.score)


def _as_is(word: str, case: str, gender: str) -> _Form:
    """Take the form as it is: in the nominative where it looks like one, else as an indeclinable name."""
    if _is_declined(word):  # «Гани» and «Сауле» may be names of one form yet, though «Ганя» and «Саул» are names too
        return _Form(word, _RARELY_FIXED if word[-1] in "еи" else _NO_READING)
    if case == "nomn" and not _INDECLINABLE.search(word):
        fits = (gender == "masc") == bool(_CONSONANT.search(word))
        return _Form(word, 0.2 if fits else 0.05)
    if _INDECLINABLE.search(word):
        return _Form(word, _FIXED_IN_U if _DATIVE.search(word) else _FIXED)
    if word.endswith("ь") or (gender == "femn" and _CONSONANT.search(word)):  # «с Айгуль», «Хань», «Мари Сенкевич»
        return _Form(word, 0.1)
    return _Form(word, _NO_READING if _CONSONANT.search(word) else _UNCHANGED)


def _is_declined(word: str) -> bool:
    """Say whether a form is a first name's in some case, which therefore has no other name («Андрею», «Мария»)."""
    found = [reading for reading in readings(word) if "Name" in reading.grammemes and reading.number != "plur"]
    if not found or not is_dictionary_word(word) or any("Fixd" in reading.grammemes for reading in found):
        return False
    may_be_fixed = _CONSONANT.search(word) or word.endswith("ь")  # «с Айгуль»
    return not (may_be_fixed and any(reading.case == "nomn" for reading in found))
