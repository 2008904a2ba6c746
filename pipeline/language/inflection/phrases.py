"""The nominative of a noun phrase: the head and the words that agree with it; genitive tails stay as they are.

Stages: 1 split the phrase into words and what lies between; 2 find the leading adjectives and the head; 3 make one
candidate for each case, number and gender in which they agree; 4 weigh candidates by morphology, by the cases that
the context allows and by whether the result is a known name; 5 put the best one together with the unchanged tail.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import takewhile

from pipeline.knowledge.organizations import head_words
from pipeline.language.inflection.surface import is_inflectable
from pipeline.language.inflection.words import Reading, is_dictionary_word, is_person_reading, readings

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


@dataclass(frozen=True, slots=True)
class _Frame:
    """Leading words of a phrase in one agreeing reading: indexes of the pieces → their nominative forms."""

    forms: tuple[tuple[int, str], ...]
    head: Reading
    score: float


def nominative(phrase: str, *, cases: Collection[str] = (), known: Known = _unknown) -> str:
    """Return the nominative of a name: «Карагандинской области» → «Карагандинская область».

    `cases` are those that the context allows (OpenCorpora: nomn, gent, datv, accs, ablt, loct), none for no knowledge.
    `known` says whether a candidate is a name that is known to exist; it outweighs everything else.
    What cannot be inflected (Latin, Kazakh, abbreviations, words in quotes) comes back unchanged.
    """
    pieces = _WORD.findall(phrase)
    frames = list(_frames(pieces))
    if not frames or _stays(pieces) or _is_foreign(pieces):
        return phrase
    scores: dict[str, float] = defaultdict(float)
    for frame in frames:
        result = _assemble(pieces, frame)
        scores[result] += _weight(frame, result, cases, known)
    if known(phrase):
        scores[phrase] += _KNOWN_AS_IT_IS
    return max(scores, key=lambda result: (scores[result], result == phrase))


def _stays(pieces: list[str]) -> bool:
    return not pieces or pieces[0].strip()[:1] in _QUOTES and bool(pieces[0].strip())


def _is_foreign(pieces: list[str]) -> bool:
    """Say whether an unknown noun leads other words that do not depend on it («Жогорку Кенеш», «Нурлы жол»)."""
    words = [piece for piece in pieces if piece[0].isalpha()]
    if len(words) > 1 and words[1].isascii() and not any(map(_is_head, readings(words[0]))):
        return True  # «Семей Times»
    if len(words) < 2 or not is_inflectable(words[0]) or "-" in words[0] or is_dictionary_word(words[0]):
        return False
    if _may_be_adjective(words[0]) or any(_is_head(reading) for reading in readings(words[0])):
        return False
    tails = [reading for reading in readings(words[1]) if reading.case == "gent"]
    return not tails or (words[1][0].isupper() and not any("Geox" in reading.grammemes for reading in tails))


def _is_head(reading: Reading) -> bool:
    name = reading.nominative.casefold()
    return name in head_words() or name.startswith("мин")

def _frames(pieces: list[str]) -> Iterator[_Frame]:
    words = [index for index, piece in enumerate(pieces) if piece[0].isalnum()]
    if not words:
        return
    run = _leading_adjectives(pieces, words)
    for count in range(len(run), 0, -1):
        if count < len(words):
            frames = list(_agreeing(pieces, [*run[:count], words[count + _conjunctions(pieces, words, count)]]))
            if frames:
                yield from frames
                return
    yield from _agreeing(pieces, words[:1])


def _conjunctions(pieces: list[str], words: list[int], count: int) -> int:
    return sum(pieces[index] in ("и", "или") for index in words[: count + 1])


def _leading_adjectives(pieces: list[str], words: list[int]) -> list[int]:
    run = takewhile(lambda index: pieces[index] in ("и", "или") or _may_be_adjective(pieces[index]), words)
    return [index for index in run if pieces[index] not in ("и", "или")]


def _may_be_adjective(word: str) -> bool:
    return any(reading.is_adjective for reading in readings(word))


def _agreeing(pieces: list[str], indexes: list[int]) -> Iterator[_Frame]:
    """Yield the readings in which all words of `indexes` but the last are adjectives that agree with the last."""
    *modifiers, last = indexes
    for head in readings(pieces[last]):
        if modifiers and head.is_adjective and last + 1 < len(pieces):
            continue
        if modifiers and _is_fixed(head):
            yield from _agreeing_before_fixed(pieces, modifiers, last, head.nominative)
            continue
        forms, score = [(last, head.nominative)], head.score
        for index in modifiers:
            fitting = [r for r in readings(pieces[index]) if r.is_adjective and r.agrees(head)]
            if not fitting:
                break
            best = max(fitting, key=lambda reading: reading.score)
            forms.append((index, best.nominative))
            score *= best.score
        else:
            yield _Frame(tuple(forms), head, score)


def _agreeing_before_fixed(pieces: list[str], modifiers: list[int], last: int, fixed: str) -> Iterator[_Frame]:
    """Yield the readings of adjectives before a word of one form («Донским ГОКом», «Мозырского НПЗ»)."""
    *others, nearest = modifiers
    for main in readings(pieces[nearest]):
        if not main.is_adjective:
            continue
        forms, score = [(last, fixed), (nearest, main.nominative)], main.score
        for index in others:
            fitting = [r for r in readings(pieces[index]) if r.is_adjective and r.agrees(main)]
            if not fitting:
                break
            best = max(fitting, key=lambda reading: reading.score)
            forms.append((index, best.nominative))
            score *= best.score
        else:
            yield _Frame(tuple(forms), main, score)


def _is_fixed(reading: Reading) -> bool:
    return "Fixd" in reading.grammemes and not reading.case


def _weight(frame: _Frame, result: str, cases: Collection[str], known: Known) -> float:
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


def _assemble(pieces: list[str], frame: _Frame) -> str:
    result = list(pieces)
    for index, form in frame.forms:
        result[index] = form
    tail = _inflected_apposition(pieces, frame)
    if tail is not None:
        result[tail[0]] = tail[1]
    return "".join(result)


def _inflected_apposition(pieces: list[str], frame: _Frame) -> tuple[int, str] | None:
    """Find «Югры» in «Ханты-Мансийского автономного округа — Югры»: one noun after a dash, in the head's case."""
    last = len(pieces) - 1
    if last < 2 or not _APPOSITION.fullmatch(pieces[last - 1]) or frame.head.case in ("", "nomn"):
        return None
    if not is_inflectable(pieces[last]) or any(r.case == "nomn" for r in readings(pieces[last])):
        return None
    fitting = [r for r in readings(pieces[last]) if r.case == frame.head.case and not r.is_adjective]
    return (last, fitting[0].nominative) if fitting else None
