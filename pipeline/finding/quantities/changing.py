"""How a figure changed: «вырос на 6%, до 5 трлн», «с 3,6 до 3,2 млн», «в 1,4 раза больше», «рост составил 5,3%»."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.reading import Reading
from pipeline.knowledge.quantity_words import change_list, change_words, comparison_phrases
from pipeline.language.morphology import parses
from pipeline.records import Change

Direction = Literal["increase", "decrease"]
PREPOSITIONS = frozenset({"на", "до", "в", "с", "со", "по", "под", "от", "из", "за", "к"})
#: Between a preposition and its number, or before the preposition.
FILLERS = frozenset({"еще", "сразу", "уже", "лишь", "только", "всего", "чем", "также", "даже", "аж", "целых", "и"})
FINITE = frozenset({"VERB", "INFN", "GRND"})
CHAIN = re.compile(r"[\s,]*(?:или|и|либо)?[\s,]*(?:на )?", re.IGNORECASE)
REACH, AFTER = 22, 3


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A word of change: its direction, and whether the amount follows without a preposition."""

    direction: Direction
    amount: bool
    finite: bool


def change_of(passage: Passage, reading: Reading, following: Reading | None, pair: Reading | None) -> Change | None:
    """Return the change that the text states. `following`: the next quantity; `pair`: the «с X» of «с X до Y»."""
    signed = _signed(reading)
    if signed is not None:
        return signed
    compared = _compared_after(passage, reading, following) or _compared_before(passage, reading)
    if compared is not None:
        return _named(compared, "by")
    preposition = preposition_of(passage, reading)
    if preposition == "до" and reading.dimension != "ratio":
        return _to(passage, reading, pair)
    if preposition == "на" or (_is_multiple(reading) and preposition in ("в", None)):
        return _by(passage, reading)
    return _amount(passage, reading, preposition) if preposition in ("в", None) else None


def _is_multiple(reading: Reading) -> bool:
    """Tell «в 1,5 раза» and «вдвое» from «треть»."""
    return reading.dimension == "ratio" and reading.number.kind != "fraction"


def preposition_of(passage: Passage, reading: Reading) -> str | None:
    """Return the preposition before the number, over words of comparison («почти на 5%», «более чем в 2 раза»)."""
    position = reading.start
    for word in passage.before(reading.start, 5):
        if passage.text[word.end : position].strip(" \u00a0\u202f\n("):
            return None
        if word.lower in PREPOSITIONS:
            return word.lower
        if word.lower not in FILLERS and word.lower not in _comparing_words():
            return None
        position = word.start
    return None


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
            direction = _compared(word.lower)
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
    words = passage.before(reading.start, 6)
    after = [i for i, word in enumerate(words) if word.lower in ("на", "в")]
    if not after or preposition_of(passage, reading) not in ("на", "в") or len(words) <= after[0] + 1:
        return None
    word = words[after[0] + 1]
    if word.lower in _comparing_words() - {"больше", "меньше", "выше", "ниже"} and len(words) > after[0] + 2:
        word = words[after[0] + 2]
    touching = not passage.text[word.end : words[after[0]].start].strip()
    return _compared(word.lower) if touching and word.lower not in ("более", "менее") else None


def _to(passage: Passage, reading: Reading, pair: Reading | None) -> Change | None:
    found = find_change(passage, reading.start) or _inherited(passage, reading)
    if found is not None and not found.amount:
        return _named(found.direction, "to")
    if pair is not None and pair.size != reading.size:
        return "increase_to" if pair.size < reading.size else "decrease_to"
    if found is not None and not found.finite:
        return _named(found.direction, "to")
    if found is not None and _after_comma(passage, reading):
        return _named(found.direction, "to")
    return _named(found.direction, "by") if found is not None else None


def _after_comma(passage: Passage, reading: Reading) -> bool:
    words = passage.before(reading.start, 4)
    before = next((word for word in words if word.lower == "до"), None)
    return before is not None and passage.text[: before.start].rstrip()[-1:] in (",", "–", "—", "-", "(", "%")


def _by(passage: Passage, reading: Reading) -> Change | None:
    """Read «вырос на 6%», «на 15% выросла», «вдвое вырос»; «EBITDA – на 35%» goes on with what was said before."""
    far = reading.dimension in ("percent", "percentage_point", "ratio")
    found = find_change(passage, reading.start, past_verbs=far) or _next_change(passage, reading)
    if found is None and far:
        found = _inherited(passage, reading)
    return _named(found.direction, "by") if found is not None else None


def _amount(passage: Passage, reading: Reading, preposition: str | None) -> Change | None:
    """Read «прибавил 5,3%», «рост составил 5,3%», «скидка в 5%», «прибавили 0,9%, с начала года – 11,3%»."""
    if preposition == "в" and reading.dimension == "count":
        return None
    if reading.dimension not in ("percent", "percentage_point", "money", "mass", "volume", "energy", "count", "area"):
        return None
    skipped = False
    for word in passage.before(reading.start, 9):
        found = change_word(word.lower)
        if found is not None:
            if preposition and found.finite:
                return None
            fits = found.amount and (not skipped or not found.finite or reading.dimension == "percent")
            return _named(found.direction, "by") if fits and not _negated(passage, word) else None
        if not _is_copula(word.lower) and _is_finite(word.lower):
            return None
        if re.search(r"[;:(]", passage.text[word.end : reading.start]):
            return None
        skipped = True
    return None


def find_change(passage: Passage, position: int, *, past_verbs: bool = False) -> ChangeWord | None:
    """Return the nearest word of change before an offset in its sentence; another verb between them stops."""
    for word in passage.before(position, REACH):
        found = change_word(word.lower)
        if found is not None:
            return None if _negated(passage, word) else found
        if not past_verbs and _is_finite(word.lower) and not _is_copula(word.lower):
            return None
    return None


def _next_change(passage: Passage, reading: Reading) -> ChangeWord | None:
    for end in {reading.end, reading.phrase_end}:
        for word in passage.after(end, AFTER):
            if passage.text[end : word.start].strip(" \u00a0\n"):
                break
            found = change_word(word.lower)
            if found is not None and found.finite:
                return found
            end = word.end
    return None


def _inherited(passage: Passage, reading: Reading) -> ChangeWord | None:
    """Return the last change said before, for a verbless «импорт – на 12%» and items of a list."""
    start, _ = passage.sentence_of(reading.start)
    if any(_is_finite(word.lower) for word in passage.before(reading.start, REACH)):
        return None
    for _ in range(8):
        if start <= 0:
            return None
        words = passage.before(start - 1, 40)
        for word in words:
            found = change_word(word.lower)
            if found is not None:
                return found
        if any(_is_finite(word.lower) for word in words):
            return None
        start = passage.sentence_of(start - 1)[0]
    return None


def _negated(passage: Passage, word: Word) -> bool:
    before = passage.before(word.start, 1)
    return bool(before) and before[0].lower == "не"


def _named(direction: Direction, kind: str) -> Change:
    return f"{direction}_{kind}"  # type: ignore[return-value]


@lru_cache(maxsize=20_000)
def change_word(form: str) -> ChangeWord | None:
    """Return what a form says of change: a verb, a participle, a noun («рост», «снижению»)."""
    verbs, nouns = _folded("verbs"), _folded("nouns")
    for parse in parses(form)[:4]:
        lemma = parse.lemma.replace("ё", "е")
        is_noun = parse.pos == "NOUN"
        direction = nouns.get(lemma) if is_noun else verbs.get(lemma)
        if direction is not None:
            amount = lemma in change_list("amount")
            return ChangeWord(direction, amount, parse.pos in FINITE)  # type: ignore[arg-type]
    return None


@cache
def _folded(kind: str) -> dict[str, str]:
    return {word.replace("ё", "е"): direction for word, direction in change_words(kind).items()}


def _compared(form: str) -> Direction | None:
    return _folded("compared").get(form)  # type: ignore[return-value]


@lru_cache(maxsize=20_000)
def _is_finite(form: str) -> bool:
    best = parses(form)[0]
    return best.pos in FINITE or best.pos == "PRTS"


@lru_cache(maxsize=20_000)
def _is_copula(form: str) -> bool:
    return any(parse.lemma in change_list("copulas") for parse in parses(form)[:2])


@cache
def _comparing_words() -> frozenset[str]:
    phrases = comparison_phrases("before")
    return frozenset(word.replace("ё", "е") for phrase in phrases for word in phrase.split()) - PREPOSITIONS
