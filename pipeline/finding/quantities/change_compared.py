"""Changes said by a comparative: «на 7,4% больше», «больше на 5%», «дороже бензина на 30 тенге»."""

import re
from collections.abc import Sequence

from pipeline.finding.quantities.change_amounts import named
from pipeline.finding.quantities.change_search import Direction, compared_form
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.prepositions import FILLERS, comparing_words, preposition_of
from pipeline.finding.quantities.reading import Reading
from pipeline.language.morphology import parses
from pipeline.records import Change

#: How many words may stand between «дороже» and «на 30 тенге»; words that are more often something else.
GENITIVES, UNCOMPARED = 3, frozenset({"более", "менее", "уже"})
LOCATIVES = ("ах", "ях")
CHAIN = re.compile(r"[\s,]*(?:или|и|либо)?[\s,]*(?:на )?", re.IGNORECASE)


def more_after(reading: Reading, passage: Passage, following: Reading | None, _: object) -> Change | None:
    found = _compared_after(passage, reading, following)
    return named(found, "by") if found is not None else None


def _compared_after(passage: Passage, reading: Reading, following: Reading | None) -> Direction | None:
    """Read «на 7,4% больше», «на 900 тыс. тонн больше», «на $10 млрд, или 20%, больше»."""
    if reading.dimension != "ratio" and not _has_by(passage, reading):
        return None
    for end in {reading.end, reading.phrase_end}:
        words = passage.after(end, 2)
        for index, word in enumerate(words):
            if passage.text[end : word.start].strip(" \u00a0\n,") or (index and words[0].lower not in FILLERS):
                break
            direction = compared_form(word.lower)
            if direction is not None:
                return direction
    return _compared_in_chain(passage, reading, following)


def _compared_in_chain(passage: Passage, reading: Reading, following: Reading | None) -> Direction | None:
    if following is None or following.dimension is None:
        return None
    between = passage.text[reading.phrase_end : following.start]
    linked = "или" in between and CHAIN.fullmatch(between.replace("\u00a0", " ")) is not None
    return _compared_after(passage, following, None) if linked else None


def is_place(passage: Passage, reading: Reading) -> bool:
    """Tell «на 5 складах», a place, from «на 5 складов больше»."""
    counted = reading.item is not None and reading.item.start >= reading.number.end
    return counted and passage.text.endswith(LOCATIVES, 0, reading.phrase_end)


def _has_by(passage: Passage, reading: Reading) -> bool:
    if is_place(passage, reading):
        return False
    if preposition_of(passage, reading) == "на":
        return True
    return passage.text[max(0, reading.start - 6) : reading.start].strip().endswith("или")


def more_before(reading: Reading, passage: Passage, *_: object) -> Change | None:
    found = _compared_before(passage, reading)
    return named(found, "by") if found is not None else None


def _compared_before(passage: Passage, reading: Reading) -> Direction | None:
    """Read «больше на 5%», «дороже в 2 раза»."""
    if preposition_of(passage, reading) not in ("на", "в") or is_place(passage, reading):
        return None
    words = passage.before(reading.start, 9)
    after = [i for i, word in enumerate(words) if word.lower in ("на", "в")]
    if not after or len(words) <= after[0] + 1:
        return None
    word = words[after[0] + 1]
    end = words[after[0]].start
    if word.lower in comparing_words() - {"больше", "меньше", "выше", "ниже", "чем"} and len(words) > after[0] + 2:
        word, end = words[after[0] + 2], word.start
    touching = not passage.text[word.end : end].strip()
    direction = compared_form(word.lower) if touching and word.lower not in ("более", "менее") else None
    by = words[after[0]].lower == "на"
    return direction or (_compared_with(passage, words[after[0] :]) if by else None)


def _compared_with(passage: Passage, words: Sequence[Word]) -> Direction | None:
    """Read «меньше прошлогодних на 11%», «дороже бензина на 30 тенге»: a genitive between."""
    end = words[0].start
    for word in words[1 : GENITIVES + 2]:
        if passage.text[word.end : end].strip():
            return None
        if word.lower not in UNCOMPARED and compared_form(word.lower) is not None:
            return compared_form(word.lower)
        if not any(parse.case == "gent" for parse in parses(word.lower)):
            return None
        end = word.start
    return None
