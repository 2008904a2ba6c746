"""Rules for bare numbers by the words before them: «число заводов», «овец – 25 млн», «их четыре», «долг – 3 млн»."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.finding.mentions import ItemMention
from pipeline.finding.quantities.amounts import is_of_money
from pipeline.finding.quantities.asides import without_asides
from pipeline.finding.quantities.change_search import find_change
from pipeline.finding.quantities.items_before import counted_before, number_of, of_plural_before
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.prepositions import preposition_of
from pipeline.finding.quantities.reading import Reading, copy_measure
from pipeline.knowledge.quantity_words import money_words
from pipeline.language.morphology import parses

THOUSAND, MILLION, BILLION, TRILLION = 1000, 10**6, 10**9, 10**12
#: So many quantities back one remembers.
MEMORY = 60
#: A noun counted stands so near (characters), where it does not open its sentence.
TOUCHING = 12
#: What is sold by weight, volume, piece.
AMOUNTS = frozenset({"mass", "volume", "energy", "count"})
THEIRS = re.compile(r"\b(?:их|всего их)(?:\s(?:у нас|здесь|там|в [а-яё]+|уже|было))?\s$", re.IGNORECASE)


def as_number_of(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «число заводов – с 24 до 31», «выпуск тракторов – до 800»."""
    return _count(readings[index], number_of(passage, readings[index], taken_until(readings, index)), "item: number of")


def as_item_before(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «лошадей – 243 тысячи», «Пассажиров обслужено 5,1 млн»; «удобрений – на 62 млн» is a sum."""
    reading = readings[index]
    item = counted_before(passage, reading.number, taken_until(readings, index))
    if item is None or preposition_of(passage, reading) == "на" or item.lemma in money_words():
        return False
    if passage.text[max(0, item.start - 4) : item.start].split()[-1:] == ["за"]:
        return False  # «до 4 460 рублей за грамм с 3 920»
    opens = len(passage.before(item.start, 3)) <= 2
    touches = reading.start <= item.end + TOUCHING
    return (opens or touches) and (opens or reading.number.scale < BILLION) and _count(reading, item, "item: before")


def as_far_item(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «Вагонов, по данным дороги, на станции было 40»."""
    if readings[index].number.scale >= MILLION:
        return False
    item = counted_before(passage, readings[index].number, taken_until(readings, index))
    return _count(readings[index], item, "item: far before")


def _count(reading: Reading, item: ItemMention | None, reason: str) -> bool:
    if item is None:
        return False
    reading.dimension, reading.item, reading.rule = "count", item, "item_before"
    reading.reasons.append(reason)
    return True


def as_theirs(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «маслозаводы, а их четыре», «самосвалы уйдут, их у нас девяносто»."""
    reading = readings[index]
    if THEIRS.search(passage.text, max(0, reading.start - 20), reading.start) is None:
        return False
    start = passage.sentence_of(max(0, passage.sentence_of(reading.start)[0] - 2))[0]
    near = (c.item for c in _remembered(readings, index) if c.start >= start and c.dimension == "count" and c.item)
    reading.dimension, reading.rule = "count", "theirs"
    reading.item = of_plural_before(passage, reading.start) or next(near, None)
    return True


def as_first(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «соберут первые 45 тыс.»: so many of what is counted."""
    before = passage.before(readings[index].start, 1)
    if not before or before[0].lower not in ("первые", "первых", "последние", "последних"):
        return False
    counted = (c for c in _remembered(readings, index) if c.dimension == "count" and c.item is not None)
    return take(next(counted, None), readings[index], "as_first")


def _remembered(readings: Sequence[Reading], index: int) -> Iterator[Reading]:
    return reversed(readings[max(0, index - MEMORY) : index])


def as_money(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «убыток – 390 млн», «привлекло 24,8 млрд», «откроет склад за 7,9 млрд», «1,6 млн тонн на 2,4 млрд»."""
    reading = readings[index]
    paid = reading.number.scale >= TRILLION or _is_price_of(passage, readings, index)
    bought = paid or preposition_of(passage, reading) == "за"
    if reading.number.scale < THOUSAND or not (bought or _is_sum_of(passage, reading)):
        return False
    earlier = [c for c in _remembered(readings, index) if c.dimension == "money" and c.size >= THOUSAND]
    return take(next(iter(without_asides(passage, reading, earlier)), None), reading, "as_money")


def _is_price_of(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Tell «247 тыс. тонн на 702 млн», «золота и серебра на 121 млн»: what so much of a thing costs."""
    reading, before = readings[index], readings[index - 1] if index else None
    if reading.number.scale < MILLION or preposition_of(passage, reading) != "на":
        return False
    amount = before is not None and before.dimension in AMOUNTS and passage.gap(before.end, reading.start) == "на"
    return amount or _is_of_goods(passage, reading)


def _is_of_goods(passage: Passage, reading: Reading) -> bool:
    """Tell «серебра на 121 млн» from «выпуск удобрений вырос на 12 млн»."""
    words = passage.before(reading.start, 2)
    if len(words) <= 1 or words[0].lower != "на" or not _is_genitive(words[1].lower):
        return False
    return passage.text[words[1].end : words[0].start].isspace() and find_change(passage, reading.start) is None


@lru_cache(maxsize=20_000)
def _is_genitive(form: str) -> bool:
    best = parses(form)[0]
    return best.pos == "NOUN" and best.case in ("gent", "gen2")


def _is_sum_of(passage: Passage, reading: Reading) -> bool:
    return is_of_money(passage, reading) or reading.rule == "counted"


def take(source: Reading | None, reading: Reading, rule: str) -> bool:
    """Give a number what another measures, if there is one."""
    if source is not None:
        copy_measure(source, reading, rule=rule)
    return source is not None


def taken_until(readings: Sequence[Reading], index: int) -> int:
    """Return where the quantity before ends, with what it counts."""
    return readings[index - 1].phrase_end if index else 0


def as_mere_count(passage: Passage, readings: Sequence[Reading], index: int) -> bool:
    """Read «обеспечил 259,4 тыс.»: a number with a scale counts, whatever it is."""
    reading = readings[index]
    if reading.number.scale >= THOUSAND:
        reading.dimension, reading.rule = "count", "bare"
    return True
