"""Words of change around a quantity: verbs, participles, nouns, comparatives, and those said for a whole list."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.reading import Reading
from pipeline.knowledge.quantity_words import change_list, change_words
from pipeline.language.morphology import parses

Direction = Literal["increase", "decrease"]
FINITE = frozenset({"VERB", "INFN", "GRND"})
REACH, AFTER = 22, 3


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A word of change: its direction, whether the amount follows without a preposition; a verb, a genitive; `target`:
    «до» after it states the new size («сократить до 71 тыс.»), not a limit of the amount;
    `exceeding`: only «на 5%» is a change; `of_shares`: only a percentage is an amount («потерял 1,4%», not
    «потерял 312 голов»)."""

    direction: Direction
    amount: bool
    finite: bool
    genitive: bool = False
    target: bool = False
    of_shares: bool = False
    exceeding: bool = False


def find_change(passage: Passage, position: int, *, past_verbs: bool = False) -> ChangeWord | None:
    """Return the nearest word of change before an offset in its sentence; another verb between them stops."""
    words = passage.before(position, REACH)
    for index, word in enumerate(words):
        if not is_telling(word.lower):
            continue
        found = change_word(word.lower)
        if found is not None and found.genitive and index + 1 < len(words) and _governs(words[index + 1].lower):
            continue  # «замедление роста до 2,5%», «понизил прогноз роста до 1%»
        if found is not None:
            return None if is_negated(passage, word) else found
        if not past_verbs and is_finite(word.lower) and not is_copula(word.lower):
            return None
    return None


def next_change(passage: Passage, reading: Reading) -> ChangeWord | None:
    for end in {reading.end, reading.phrase_end}:
        for word in passage.after(end, AFTER):
            if passage.text[end : word.start].strip(" \u00a0\n"):
                break
            found = change_word(word.lower)
            if found is not None and found.finite:
                return found
            end = word.end
    return None


def inherited_change(passage: Passage, reading: Reading) -> ChangeWord | None:
    """Return the last change said before, for a verbless «импорт – на 12%» and items of a list."""
    start, _ = passage.sentence_of(reading.start)
    if any(is_finite(word.lower) for word in passage.before(reading.start, REACH)):
        return None
    for _ in range(8):
        if start <= 0:
            return None
        words = passage.before(start - 1, 40)
        for word in words:
            found = change_word(word.lower)
            if found is not None:
                return found
        if any(is_finite(word.lower) for word in words):
            return None
        start = passage.sentence_of(start - 1)[0]
    return None


@lru_cache(maxsize=20_000)
def _governs(form: str) -> bool:
    """Tell a noun whose genitive is only what changes: «прогноз роста», «темпов роста»."""
    return change_word(form) is not None or any(p.lemma in change_list("governors") for p in parses(form)[:1])


def is_negated(passage: Passage, word: Word) -> bool:
    before = passage.before(word.start, 1)
    return bool(before) and before[0].lower == "не"


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
            genitive, target = is_noun and parse.case == "gent", lemma in change_list("targets")
            shares = lemma in change_list("shares") and "pssv" not in parse  # «с добавленной стоимостью – 51%»
            exceeding = lemma in change_list("exceeding")
            return ChangeWord(direction, amount, parse.pos in FINITE, genitive, target, shares, exceeding)  # type: ignore[arg-type]
    return None


@cache
def _folded(kind: str) -> dict[str, str]:
    return {word.replace("ё", "е"): direction for word, direction in change_words(kind).items()}


def compared_form(form: str) -> Direction | None:
    return _folded("compared").get(form)  # type: ignore[return-value]


@lru_cache(maxsize=20_000)
def is_finite(form: str) -> bool:
    best = parses(form)[0]
    return best.pos in FINITE or best.pos == "PRTS"


@lru_cache(maxsize=50_000)
def tells_change(form: str) -> bool:
    """Tell whether a form is a word of change, or a comparative of one."""
    return change_word(form) is not None or compared_form(form) is not None


@lru_cache(maxsize=50_000)
def is_telling(form: str) -> bool:
    """Tell whether a form is a word of change or a finite verb: all others the search passes over."""
    return change_word(form) is not None or is_finite(form)


@lru_cache(maxsize=20_000)
def is_copula(form: str) -> bool:
    return any(parse.lemma in change_list("copulas") for parse in parses(form)[:2])
