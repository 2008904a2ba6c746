"""How a figure changed: «вырос на 6%, до 5 трлн», «с 3,6 до 3,2 млн», «в 1,4 раза больше», «рост составил 5,3%»."""

import re
from collections.abc import Sequence

from pipeline.finding.quantities.change_amounts import direct_amount, named
from pipeline.finding.quantities.change_search import (
    Direction,
    compared_form,
    find_change,
    inherited_change,
    next_change,
)
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.prepositions import FILLERS, comparing_words, preposition_of
from pipeline.finding.quantities.reading import Reading
from pipeline.language.morphology import parses
from pipeline.records import Change

#: How many words may stand between «дороже» and «на 30 тенге»; words that are more often something else.
GENITIVES, UNCOMPARED = 3, frozenset({"более", "менее", "уже"})
CHAIN = re.compile(r"[\s,]*(?:или|и|либо)?[\s,]*(?:на )?", re.IGNORECASE)


def change_of(passage: Passage, reading: Reading, following: Reading | None, pair: Reading | None) -> Change | None:
    """Return the change that the text states. `following`: the next quantity; `pair`: the «с X» of «с X до Y»."""
    signed = _signed(reading)
    if signed is not None:
        return signed
    compared = _compared_after(passage, reading, following) or _compared_before(passage, reading)
    if compared is not None:
        return named(compared, "by")
    preposition = preposition_of(passage, reading)
    if preposition == "до" and reading.dimension != "ratio":
        return _to(passage, reading, pair)
    if preposition == "на" or (_is_multiple(reading) and preposition in ("в", None)):
        return _by(passage, reading)
    return direct_amount(passage, reading, preposition) if preposition in ("в", None) else None


def _is_multiple(reading: Reading) -> bool:
    """Tell «в 1,5 раза» and «вдвое» from «треть»."""
    return reading.dimension == "ratio" and reading.number.kind != "fraction"


def _signed(reading: Reading) -> Change | None:
    if reading.number.sign not in ("+", "-") or reading.dimension in ("temperature", "money", "ratio"):
        return None
    return "increase_by" if reading.number.sign == "+" else "decrease_by"


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


def _has_by(passage: Passage, reading: Reading) -> bool:
    if preposition_of(passage, reading) == "на":
        return True
    return passage.text[max(0, reading.start - 6) : reading.start].strip().endswith("или")


def _compared_before(passage: Passage, reading: Reading) -> Direction | None:
    """Read «больше на 5%», «дороже в 2 раза»."""
    if preposition_of(passage, reading) not in ("на", "в"):
        return None
    words = passage.before(reading.start, 9)
    after = [i for i, word in enumerate(words) if word.lower in ("на", "в")]
    if not after or len(words) <= after[0] + 1:
        return None
    word = words[after[0] + 1]
    if word.lower in comparing_words() - {"больше", "меньше", "выше", "ниже"} and len(words) > after[0] + 2:
        word = words[after[0] + 2]
    touching = not passage.text[word.end : words[after[0]].start].strip()
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


def _to(passage: Passage, reading: Reading, pair: Reading | None) -> Change | None:
    found = find_change(passage, reading.start) or inherited_change(passage, reading)
    if found is not None and (found.target or not (found.amount or found.of_shares)):
        return named(found.direction, "to")
    if pair is not None and pair.size != reading.size:
        return "increase_to" if pair.size < reading.size else "decrease_to"
    if found is not None and not found.finite:
        return named(found.direction, "to")
    if found is not None and _after_comma(passage, reading):
        return named(found.direction, "to")
    return named(found.direction, "by") if found is not None else None


def _after_comma(passage: Passage, reading: Reading) -> bool:
    words = passage.before(reading.start, 4)
    before = next((word for word in words if word.lower == "до"), None)
    return before is not None and passage.text[: before.start].rstrip()[-1:] in (",", "–", "—", "-", "(", "%")


def _by(passage: Passage, reading: Reading) -> Change | None:
    """Read «вырос на 6%», «на 15% выросла», «вдвое вырос»; «EBITDA – на 35%» goes on with what was said before."""
    far = reading.dimension in ("percent", "percentage_point", "ratio")
    found = find_change(passage, reading.start, past_verbs=far) or next_change(passage, reading)
    if found is not None and found.exceeding and preposition_of(passage, reading) != "на":
        return None
    if found is None and far:
        found = inherited_change(passage, reading)
    return named(found.direction, "by") if found is not None else None
