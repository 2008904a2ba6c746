"""The nominative of a noun phrase: the head and the words that agree with it; genitive tails stay as they are.

Stages: 1 split the phrase into words and what lies between; 2 find the leading adjectives and the head; 3 make one
candidate for each case, number and gender in which they agree; 4 weigh candidates by morphology, by the cases that
the context allows and by whether the result is a known name; 5 put the best one together with the unchanged tail.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection

from pipeline.knowledge.organizations import head_words
from pipeline.language.inflection.frames import Frame, frames, may_be_adjective
from pipeline.language.inflection.reading import Reading
from pipeline.language.inflection.surface import is_inflectable
from pipeline.language.inflection.words import is_dictionary_word, is_person_reading, readings

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*|\W+|_+")
_QUOTES = "«\"„“"
_APPOSITION = re.compile(r"\s+[—–-]\s+")

# Weights by trial on names of news articles; only their order of size matters.
_KNOWN = 100.0
_EXPECTED, _UNEXPECTED = 6.0, 0.1
#: A name beside a noun may yet be the subject («в конце января Тенгизшевройл …»).
_UNEXPECTED_NOMINATIVE = 0.3
#: A form that is a known name as it stands needs a good reason to be another one's case.
_KNOWN_AS_IT_IS = 30.0
_NOMINATIVE_BY_DEFAULT = 3.0
_LONE_PLURAL, _LONE_UNKNOWN_PLURAL = 0.02, 0.002
_ANIMATE, _PERSON = 0.5, 0.4
_NAME_OF_PLACE_OR_BODY = 1.5
#: An unknown name in «-е» is rather of «-» than of «-а»: firms and steppe villages end in consonants.
_MASCULINE = 1.3

Known = Callable[[str], bool]


def _unknown(_: str) -> bool:
    return False


def nominative(phrase: str, *, cases: Collection[str] = (), known: Known = _unknown) -> str:
    """Return the nominative of a name: «Карагандинской области» → «Карагандинская область».

    `cases` are those that the context allows (OpenCorpora: nomn, gent, datv, accs, ablt, loct), none for no knowledge.
    `known` says whether a candidate is a name that is known to exist; it outweighs everything else.
    What cannot be inflected (Latin, Kazakh, abbreviations, words in quotes) comes back unchanged.
    """
    pieces = _WORD.findall(phrase)
    found = list(frames(pieces))
    if not found or _stays(pieces):
        return phrase
    if _is_foreign(pieces):
        return _with_last_head(pieces, cases, known)
    scores: dict[str, float] = defaultdict(float)
    for frame in found:
        result = _assemble(pieces, frame)
        scores[result] += _weight(frame, result, cases, known)
    if known(phrase):
        scores[phrase] += _KNOWN_AS_IT_IS
    return max(scores, key=lambda result: (scores[result], result == phrase))


def _stays(pieces: list[str]) -> bool:
    return not pieces or (pieces[0].strip()[:1] in _QUOTES and bool(pieces[0].strip()))


def _is_foreign(pieces: list[str]) -> bool:
    """Say whether an unknown noun leads other words that do not depend on it («Жогорку Кенеш», «Нурлы жол»)."""
    words = [piece for piece in pieces if piece[0].isalpha()]
    if len(words) > 1 and words[1].isascii() and not any(map(_is_head, readings(words[0]))):
        return True  # «Семей Times»
    if len(words) < 2 or not is_inflectable(words[0]) or "-" in words[0] or is_dictionary_word(words[0]):
        return False
    if may_be_adjective(words[0]) or any(_is_head(reading) for reading in readings(words[0])):
        return False
    tails = [reading for reading in readings(words[1]) if reading.case == "gent"]
    if any(_is_head(reading) for reading in tails) and words[1].islower():  # «Отбасы банка»
        return True
    return not tails or (words[1][0].isupper() and not any("Geox" in reading.grammemes for reading in tails))


def _with_last_head(pieces: list[str], cases: Collection[str], known: Known) -> str:
    """Inflect the head word that ends a foreign name («Отбасы банка», «Чакан ГЭС»); leave all else."""
    last = pieces[-1]
    for reading in readings(last):
        if known("".join([*pieces[:-1], reading.nominative])):  # «Жогорку Кенеша»
            return "".join([*pieces[:-1], reading.nominative])
    heads = [reading for reading in readings(last) if _is_head(reading) and last.islower()]
    fitting = [reading for reading in heads if reading.case in cases] or heads
    return "".join([*pieces[:-1], fitting[0].nominative]) if fitting else "".join(pieces)


def _is_head(reading: Reading) -> bool:
    name = reading.nominative.casefold()
    return name in head_words() or name.startswith("мин")

def _weight(frame: Frame, result: str, cases: Collection[str], known: Known) -> float:
    head, weight = frame.head, frame.score
    if known(result):
        weight *= _KNOWN
    elif head.number == "plur" and len(frame.forms) == 1:
        weight *= _LONE_PLURAL if is_dictionary_word(result) else _LONE_UNKNOWN_PLURAL
    if cases:
        weight *= _case_weight(head, cases)
    elif head.case == "nomn":
        weight *= _NOMINATIVE_BY_DEFAULT
    if is_person_reading(head):
        weight *= _PERSON
    elif "anim" in head.grammemes and not head.is_adjective:
        weight *= _ANIMATE
    if head.grammemes & {"Geox", "Orgn"}:
        weight *= _NAME_OF_PLACE_OR_BODY
    if head.gender == "masc":
        weight *= _MASCULINE
    return weight


def _case_weight(head: Reading, cases: Collection[str]) -> float:
    if head.case in cases or not head.case:
        return _EXPECTED
    return _UNEXPECTED_NOMINATIVE if head.case == "nomn" and head.number != "plur" else _UNEXPECTED


def _assemble(pieces: list[str], frame: Frame) -> str:
    result = list(pieces)
    for index, form in frame.forms:
        result[index] = form
    tail = _inflected_apposition(pieces, frame)
    if tail is not None:
        result[tail[0]] = tail[1]
    return "".join(result)


def _inflected_apposition(pieces: list[str], frame: Frame) -> tuple[int, str] | None:
    """Find «Югры» in «Ханты-Мансийского автономного округа — Югры»: one noun after a dash, in the head's case."""
    last = len(pieces) - 1
    if last < 2 or not _APPOSITION.fullmatch(pieces[last - 1]) or frame.head.case == "nomn":
        return None
    if not is_inflectable(pieces[last]) or any(r.case == "nomn" for r in readings(pieces[last])):
        return None
    case = frame.head.case  # an abbreviation has none: «ХМАО — Югре»
    fitting = [r for r in readings(pieces[last]) if case in ("", r.case) and not r.is_adjective]
    return (last, fitting[0].nominative) if fitting else None
