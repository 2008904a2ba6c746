"""Frames of a noun phrase: its leading adjectives and its head in one agreeing reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from pipeline.knowledge.organizations import feminine_abbreviations, head_words
from pipeline.language.inflection.reading import Reading
from pipeline.language.inflection.words import readings

_CONJUNCTIONS = ("и", "или")


@dataclass(frozen=True, slots=True)
class Frame:
    """Leading words of a phrase in one agreeing reading: indexes of the pieces → their nominative forms."""

    forms: tuple[tuple[int, str], ...]
    head: Reading
    score: float


def frames(pieces: list[str]) -> Iterator[Frame]:
    words = [index for index, piece in enumerate(pieces) if piece[0].isalnum()]
    if not words:
        return
    run = _leading_adjectives(pieces, words)
    for count in range(len(run), 0, -1):
        if count < len(words):
            found = list(_agreeing(pieces, [*run[:count], words[count + _conjunctions(pieces, words, count)]]))
            if found:
                yield from found
                return
    yield from _agreeing(pieces, words[:1])


def _conjunctions(pieces: list[str], words: list[int], count: int) -> int:
    return sum(pieces[index] in _CONJUNCTIONS for index in words[: count + 1])


def _leading_adjectives(pieces: list[str], words: list[int]) -> list[int]:
    run = takewhile(lambda index: pieces[index] in _CONJUNCTIONS or may_be_adjective(pieces[index]), words)
    return [index for index in run if pieces[index] not in _CONJUNCTIONS]


def may_be_adjective(word: str) -> bool:
    found = readings(word)
    if any(reading.pos == "NOUN" and reading.nominative.casefold() in head_words() for reading in found):
        return False  # «сборной Бразилии»
    return any(reading.is_adjective for reading in found)


def _agreeing(pieces: list[str], indexes: list[int]) -> Iterator[Frame]:
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
            yield Frame(tuple(forms), head, score)


def _agreeing_before_fixed(pieces: list[str], modifiers: list[int], last: int, fixed: str) -> Iterator[Frame]:
    """Yield the readings of adjectives before a word of one form («Донским ГОКом», «Мозырского НПЗ»)."""
    *others, nearest = modifiers
    gender = "femn" if fixed.rstrip("0123456789-").casefold() in feminine_abbreviations() else "masc"
    for main in readings(pieces[nearest]):
        if not main.is_adjective or (main.number == "sing" and main.gender != gender):
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
            yield Frame(tuple(forms), main, score)


def _is_fixed(reading: Reading) -> bool:
    return "Fixd" in reading.grammemes and not reading.case
