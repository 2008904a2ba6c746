"""Amounts of change without a preposition: «прибавил 5,3%», «рост – 5,3%», «скидка в 5%»."""

import re

from pipeline.finding.quantities.change_search import (
    ChangeWord,
    Direction,
    change_word,
    is_copula,
    is_negated,
    is_telling,
)
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.prepositions import FILLERS, comparing_words
from pipeline.finding.quantities.reading import Reading
from pipeline.records import Change

#: A clause or a bracket ends, or a bracket opens, between a word of change and its amount.
OUT_OF_REACH = re.compile(r"[;:]|\([^)]*$")
#: «рост экономики: 6,6%».
COLON = re.compile(r":\s*$")
IN_BRACKET = re.compile(r"[^(]*\)")
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d\d? (?:[яфмаисонд][а-я]+[яа])\b")
SCALE = re.compile(r"\b(?:тыс|млн|млрд|трлн|тонн|миллион|миллиард)")
SHARE = re.compile(r"%|процент|п\.\s?п")
SHARES = frozenset({"percent", "percentage_point"})
AMOUNTS = SHARES | {"money", "mass", "volume", "energy", "count", "area", "power", "other"}


def direct_amount(passage: Passage, reading: Reading, preposition: str | None) -> Change | None:
    """Read «прибавил 5,3%», «рост составил 5,3%», «скидка в 5%», «прибавили 0,9%, с начала года – 11,3%»."""
    if (preposition == "в" and reading.dimension == "count") or _is_base(passage, reading):
        return None
    if reading.dimension not in AMOUNTS:
        return None
    words = passage.before(reading.start, 9)
    telling = (index for index, word in enumerate(words) if is_telling(word.lower))
    for index in telling:
        nearer = [word for word in words[:index] if not _is_in_bracket(passage, word, reading)]
        if nearer and OUT_OF_REACH.search(COLON.sub("", passage.text[nearer[-1].end : reading.start])):
            return None
        if _is_in_bracket(passage, words[index], reading):
            continue
        word, found = words[index], change_word(words[index].lower)
        if found is not None:
            skipped = any(not _is_passed_over(word) for word in nearer)
            return _amount(passage, reading, word, found, preposition, skipped=skipped)
        if not (is_copula(word.lower) and _has_figure(passage, word.end, reading.start)):
            return None  # «рост составил 5,3%» states an amount, no change
    return None


def _amount(
    passage: Passage, reading: Reading, word: Word, found: ChangeWord, preposition: str | None, *, skipped: bool
) -> Change | None:
    if (preposition and found.finite) or _is_another_amount(passage.text[word.end : reading.start], reading):
        return None
    amount = found.amount or (found.of_shares and reading.dimension in SHARES)
    fits = amount and (not skipped or not found.finite or reading.dimension == "percent")
    return named(found.direction, "by") if fits and not is_negated(passage, word) else None


def _is_passed_over(word: Word) -> bool:
    """Tell what may stand between a verb and its amount: «добавят около 10 мест», not «прибавит ещё 180 га»."""
    return word.lower in FILLERS - {"еще"} or word.lower in comparing_words()


def _is_in_bracket(passage: Passage, word: Word, reading: Reading) -> bool:
    return IN_BRACKET.match(passage.text, word.end, reading.start) is not None


def _has_figure(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a verb has its own amount: «прибавил 11,4% и составил $22,6 млрд, импорт – 28,3%»."""
    return re.search(r"\d", passage.text[start:end]) is not None


def _is_base(passage: Passage, reading: Reading) -> bool:
    """Tell «против 18% годом ранее»."""
    before = passage.before(reading.start, 1)
    return bool(before) and before[0].lower in ("против", "вместо")


def _is_another_amount(between: str, reading: Reading) -> bool:
    """Tell «прибавили 26 млрд, доля валютных – 19,4%» from «прибавили 0,9%, с начала года – 11,3%»."""
    if between.rstrip().endswith(("в пределах", "на уровне")):
        return True  # «рассчитывает на рост в пределах 7–8%» tells a level
    digits = re.search(r"\d", YEAR.sub("", between)) is not None
    return digits and (reading.dimension != "percent" or (not SHARE.search(between) and bool(SCALE.search(between))))


def named(direction: Direction, kind: str) -> Change:
    """Return "increase_by", "decrease_to" …"""
    return f"{direction}_{kind}"  # type: ignore[return-value]
