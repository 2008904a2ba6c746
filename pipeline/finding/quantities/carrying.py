"""Bare numbers: «ещё 15», «против 251 млрд», «из них 750», «Польша – 7,4 млн, Китай – 5,1», «Овец – 25,1 млн».

Each gets its unit or item from the words before it, or from the quantity that it goes on from; RULES in this order.
"""

import re
from collections.abc import Callable, Sequence

from pipeline.finding.quantities.by_words import (
    as_far_item,
    as_first,
    as_item_before,
    as_mere_count,
    as_money,
    as_number_of,
    as_theirs,
    take,
    taken_until,
)
from pipeline.finding.quantities.items_before import counted_before, named_before
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading, scaled
from pipeline.finding.quantities.sources import (
    as_compared,
    as_enumerated,
    as_part,
    in_article,
    in_sentence,
    in_sentence_after,
    near_by,
)
from pipeline.knowledge.quantity_words import money_words

#: Before a number that goes on with what was counted before it.
LINK = re.compile(r"(?:[–—:;,(•*-]|\b[а-яё]+)$", re.IGNORECASE)
THOUSAND, BILLION = 1000, 10**9
PIECES = frozenset({"штука", "единица"})


def carry_on(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give each number without a unit that of another quantity, or the item that stands before it."""
    rules = RULES if any(reading.dimension is not None for reading in readings) else BY_WORDS
    for index, reading in enumerate(readings):
        if reading.dimension is None and _may_carry(passage, reading) and not _is_bare_one(passage, reading):
            if any(rule(passage, readings, index) for rule in rules):
                rules = RULES if reading.dimension is not None else rules
        elif _is_sum(reading):
            reading.dimension, reading.item = None, None
            as_money(passage, readings, index)


def name_pieces(passage: Passage, readings: Sequence[Reading]) -> None:
    """Give «штук», «единиц» without a noun after them the noun before: «яиц – 64 млн штук»."""
    for index, reading in enumerate(readings):
        if reading.dimension == "count" and reading.item is not None and reading.item.lemma in PIECES:
            number, taken = reading.number, taken_until(readings, index)
            item = counted_before(passage, number, taken) or named_before(passage, reading.start)
            source = reading.source.item if reading.source is not None else None
            named = (item if item is None or item.start >= taken else None) or source
            reading.item = named or reading.item
            reading.reasons += ["item: of pieces"] if named else []


def _is_sum(reading: Reading) -> bool:
    """Tell «5,9 млрд налогов», a sum in the currency last spoken of."""
    counted = reading.rule == "counted" and reading.item is not None and reading.item.lemma in money_words()
    return counted and reading.size >= BILLION


def _is_bare_one(passage: Passage, reading: Reading) -> bool:
    """Tell «ответ один», «в одном случае»: a mere article; «шесть судов, ещё одно» counts."""
    before = passage.before(reading.start, 1)
    return reading.number.in_words and reading.value == 1 and not (before and before[0].lower == "еще")


def _may_carry(passage: Passage, reading: Reading) -> bool:
    """Tell whether a bare number can go on with an earlier one: a verb, a dash, a preposition before it, no noun."""
    after = passage.text[reading.end : reading.end + 1]
    if after.isalpha() or (after in ("-", "/", "№") and passage.text[reading.end + 1 : reading.end + 2].strip()):
        return False
    if (
        passage.text[reading.end : reading.end + 2].strip()[:1] == "."
        and passage.text[reading.end + 1 : reading.end + 2].isalpha()
    ):
        return False  # «24.kg»
    return reading.number.scale >= THOUSAND or bool(
        LINK.search(passage.text[max(0, reading.start - 30) : reading.start].rstrip())
    )


def _as_enumerated(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    source = as_enumerated(passage, readings, index)
    if source is None:
        return False
    reading = readings[index]
    reading.value, reading.scale = scaled(reading.value, source.scale), source.scale
    return take(source, reading, "as_enumerated")


def _source(find: Callable[[Passage, Sequence[Reading], int], Reading | None]) -> Callable[..., bool]:
    return lambda passage, readings, index: take(find(passage, readings, index), readings[index], find.__name__)


#: In this order; the first that answers wins.
RULES: tuple[Callable[[Passage, Sequence[Reading], int], bool], ...] = (
    as_number_of, as_theirs, as_first, as_item_before, _source(as_part), _as_enumerated, _source(as_compared),
    as_money, _source(in_sentence), _source(in_sentence_after), _source(near_by), as_far_item, _source(in_article),
    as_mere_count,
)  # fmt: skip
#: The same where no quantity is known yet that a number could go on from.
BY_WORDS = (as_number_of, as_theirs, as_item_before, as_far_item, as_mere_count)
