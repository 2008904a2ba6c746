"""The quantity that a bare number goes on from: the whole of a part, the one compared with, the last one alike."""

import re
from collections.abc import Iterable, Sequence

from pipeline.finding.quantities.asides import is_aside, without_asides
from pipeline.finding.quantities.lists import lead_of_parts
from pipeline.finding.quantities.passage import Passage
from pipeline.finding.quantities.reading import Reading

#: So many quantities back one looks: in a paragraph, in a sentence, in the article.
REACH, MEMORY, FAR = 12, 24, 60
THOUSAND, MILLION = 1000, 1_000_000
#: Items of one enumeration stand so near, and their figures differ by no more than this factor.
APART, SPREAD = 60, 12.0
ITEM_END = re.compile(
    r"(?:(?:[–—-]|\(годом ранее|\()(?:\s(?:только|лишь|уже|почти|около|всего))?"
    r"|\b(?:год назад|годом ранее|раньше|ранее)\s[а-яё]+|^\s?(?:с|со|против|вместо)(?:\s(?:почти|около))?)$"
)
PART = re.compile(
    r"\b(?:из (?:них|которых|этой суммы|этого объ[её]ма)|в том числе|среди них|включая)\b[^.;\d\n]{0,60}$"
)
PART_AFTER = re.compile(r"[\s\u00a0]из (?:них|которых)\b")
COMPARED = re.compile(r"(?:\b(?:против|вместо|с|со|до|после)|,? а)(?:\s(?:почти|около|примерно))?$")


def as_part(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """Read «16 тысяч, из них 750», «418 рейсов, в том числе:\\n– в Курык – 176»: the last larger quantity."""
    reading = readings[index]
    head = passage.text[max(0, reading.start - 80) : reading.start]
    start = passage.sentence_of(max(0, passage.sentence_of(reading.start)[0] - 2))[0]
    if not (PART.search(head) or PART_AFTER.match(passage.text, reading.end)):
        lead = lead_of_parts(passage, reading)
        if lead is None:
            return None
        start = lead
    larger = [c for c in _measured(readings, index) if c.start >= start and c.size > reading.size]
    fitting = (c for c in larger if _alike(reading, c, MILLION) and (not _is_small(reading) or c.dimension == "count"))
    return next(fitting, None)


def as_enumerated(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """Read «Польша – 7,4 млн, Китай – 5,1»: the number before, whose scale this one takes too."""
    before, reading = readings[index - 1] if index else None, readings[index]
    if before is None or before.dimension is None or before.scale < THOUSAND or before.value is None:
        return None
    if reading.number.scale > 1 or reading.value is None:
        return None
    between, base = passage.text[before.end : reading.start], before.size / before.scale
    near = base / SPREAD <= reading.size <= base * SPREAD and len(between) <= APART
    return before if near and "\n\n" not in between and ITEM_END.search(between.rstrip()) else None


def as_compared(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """Read «298,6 млрд тенге против 251 млрд», «до 177 млн тонн со 186 млн», «94 состава против 21»."""
    before, reading = readings[index - 1] if index else None, readings[index]
    if before is None or before.dimension is None or not passage.in_one_sentence(before.start, reading.start):
        return None
    between = passage.gap(before.end, reading.start)
    near = before.size / SPREAD <= reading.size <= before.size * SPREAD
    if not near or len(between) > APART or not COMPARED.search(between):
        return None
    return before if before.dimension != "percent" or not reading.number.scale > 1 else None


def in_sentence(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """The last quantity alike in the sentence."""
    reading = readings[index]
    start, nearest = passage.sentence_of(reading.start)[0], None
    for candidate in _measured(readings, index):
        if candidate.start < start:
            break
        if is_aside(passage, candidate) or not _alike(reading, candidate, SPREAD):
            continue
        if candidate.number.scale == reading.number.scale:
            return candidate
        nearest = nearest or candidate
    return nearest


def in_sentence_after(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """Read «Кубань собрала 8,7 млн, Ставропольский край – 4,9 млн тонн»: the unit is said with the last."""
    reading = readings[index]
    for following in readings[index + 1 : index + 4]:
        if not passage.in_one_sentence(following.start, reading.start):
            return None
        if following.dimension is None:
            continue
        near = following.size / SPREAD <= reading.size <= following.size * SPREAD
        alike = following.dimension != "count" and following.number.scale == reading.number.scale
        if near and alike and following.dimension not in UNCARRIED:
            return following
    return None


UNCARRIED = frozenset({"ratio", "percentage_point", "temperature"})


def near_by(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """The last quantity alike in this paragraph or the one before; of millions, one of the same scale first."""
    reading, earlier = readings[index], readings[max(0, index - REACH) : index]
    start = passage.paragraph_of(reading.start)[0]
    previous = passage.paragraph_of(max(0, start - 1))[0]
    if reading.number.scale >= MILLION:
        previous = passage.paragraph_of(max(0, previous - 2))[0]
    alike = [c for c in _measured(earlier, len(earlier)) if c.start >= previous and _alike(reading, c)]
    alike = without_asides(passage, reading, alike)
    same_scale = (candidate for candidate in alike if candidate.number.scale == reading.number.scale)
    nearest = alike[0] if alike else None
    return next(same_scale, nearest) if reading.number.scale >= MILLION else nearest


def in_article(passage: Passage, readings: Sequence[Reading], index: int) -> Reading | None:
    """The last quantity of the article that is as large in kind, for a number with a scale."""
    reading = readings[index]
    if reading.number.scale < THOUSAND:
        return None
    same_scale = (c for c in _measured(readings, index, FAR) if c.number.scale == reading.number.scale)
    return next((c for c in same_scale if _alike(reading, c)), None)


def _is_small(reading: Reading) -> bool:
    return reading.number.scale == 1 and reading.size == int(reading.size)


def _measured(readings: Sequence[Reading], index: int, back: int = MEMORY) -> Iterable[Reading]:
    """The quantities before an index, the nearest first, as far back as one remembers."""
    return (c for c in reversed(readings[max(0, index - back) : index]) if c.dimension is not None)


def _alike(reading: Reading, candidate: Reading, spread: float = 0) -> bool:
    """Tell whether two numbers are of one kind: both with a scale, both whole, or both shares."""
    if candidate.dimension in UNCARRIED:
        return False
    if candidate.dimension == "count" and candidate.item is None and not spread:
        return False
    if candidate.dimension == "count" and spread and _is_small(reading):
        return True
    shares = candidate.dimension == "percent"
    if reading.number.scale >= THOUSAND:
        near = bool(spread) and candidate.size / spread <= reading.size <= candidate.size * spread
        return not shares and (candidate.size >= THOUSAND or near)
    if reading.number.in_words and candidate.dimension != "count":
        return False  # «с 14 месяцев до пяти», «пошли тележки: шестьдесят две»
    ends = (reading.low, reading.high) if reading.value is None else (reading.value,)
    if not all(end is not None and end == int(end) for end in ends):
        return candidate.dimension != "count" and candidate.number.scale < THOUSAND
    return candidate.number.scale < THOUSAND and (not shares or reading.size <= 100)
