"""Comparison words before and after a number: «около», «более чем на», «не превышает», «и более»."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from pipeline.finding.quantities.answers import first_answer
from pipeline.finding.quantities.change_search import is_finite
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.finding.quantities.reading import Reading
from pipeline.finding.quantities.spellings import Spellings
from pipeline.knowledge.quantity_words import change_words, comparison_phrases, reaching_verbs
from pipeline.language.morphology import parses
from pipeline.records import Comparison

#: Words that may stand between a comparison and its number.
BETWEEN = frozenset({"на", "в", "с", "по", "за", "к", "из", "у", "от", "для", "чем"})
LONGEST = 4
#: After a verb that is denied: «не опустит ниже 16%».
LIMITS: dict[str, Comparison] = {"ниже": "at_least", "выше": "at_most"}


def comparison_of(passage: Passage, reading: Reading) -> Comparison | None:
    """Return what the words around a number say of it. A range is between; «до» after a word of change is no limit."""
    return first_answer(COMPARISONS if passage.has_any(compares) else WORDLESS, reading, passage)


@lru_cache(maxsize=20_000)
def compares(form: str) -> bool:
    """Tell whether a form is of a phrase of comparison («около», «до», «лишним»)."""
    return form in _words_of_phrases()


@cache
def _words_of_phrases() -> frozenset[str]:
    return frozenset(word for place in ("before", "after") for phrase in _table(place) for word in phrase.split())


def _of_range(reading: Reading, _: Passage) -> Comparison | None:
    return "between" if reading.low is not None else None


def _inverted(reading: Reading, passage: Passage) -> Comparison | None:
    """Read «человек сорок», about forty."""
    item = reading.item
    touching = item is not None and item.end < reading.start and not passage.text[item.end : reading.start].strip()
    return "about" if touching and reading.rule == "item_before" and reading.number.in_words else None


def _before(reading: Reading, passage: Passage) -> Comparison | None:
    words = passage.before(reading.start, LONGEST + 2)
    if not words or passage.text[words[0].end : reading.start].strip() not in ("", "(", "±"):
        return None
    forms = _touching(passage, words)
    if len(forms) > 2 and forms[0] in LIMITS and "не" in forms[1:4] and is_finite(forms[1]):
        return LIMITS[forms[0]]
    found = _phrase(forms)
    if found is None and forms and forms[0] in BETWEEN:
        found = _phrase(forms[1:])
        found = None if found and (found[1] in ("от", "до") or _is_change(reading, found[1])) else found
    if found is None:
        return None
    if found[1] == "до" and ((reading.change or "").endswith("_to") or any(_reaches(w.lower) for w in words[1:4])):
        further = _phrase(forms[1:])  # «снижен примерно до 8%»
        return further[0] if further is not None and further[0] == "about" else None
    return found[0]


@cache
def _reaches(form: str) -> bool:
    return any(parse.lemma in reaching_verbs() for parse in parses(form)[:2])


def _is_change(reading: Reading, phrase: str) -> bool:
    """Tell «больше в 1,4 раза», a change, from «больше 5 млн»."""
    return (reading.change or "").endswith("_by") and phrase in _compared()


@cache
def _compared() -> frozenset[str]:
    return frozenset({**change_words("compared")})


def _touching(passage: Passage, words: Sequence[Word]) -> list[str]:
    """Return the forms of the words that only blanks part, the nearest first."""
    forms, start = [], None
    for word in words:
        if start is not None and passage.text[word.end : start].strip():
            break
        forms.append(word.lower)
        start = word.start
    return forms


def _phrase(forms: list[str]) -> tuple[Comparison, str] | None:
    table = _table("before")
    for length in range(min(LONGEST, len(forms)), 0, -1):
        phrase = " ".join(reversed(forms[:length]))
        if phrase in table:
            return table[phrase], phrase
    return None


def _after(reading: Reading, passage: Passage) -> Comparison | None:
    table = _table("after")
    for end in {reading.number.end, reading.end, reading.phrase_end}:
        if not passage.text[end : end + 1].strip():
            found = table.get(" ".join([word.lower for word in passage.after(end, 2)]))
            if found is not None:
                return found
    return None


def end_of_comparison(text: str, end: int) -> int:
    """Return where a comparison after a number ends that parts it from its unit or noun («300 и более работников»)."""
    found = _spelled_after().match(text, end + 1) if text[end : end + 1] in (" ", "\u00a0") else None
    return found[1] if found is not None else end


@cache
def _spelled_after() -> Spellings[Comparison]:
    return Spellings(comparison_phrases("after").items())


@cache
def _table(place: str) -> dict[str, Comparison]:
    return {phrase.replace("ё", "е"): kind for phrase, kind in comparison_phrases(place).items()}


#: In this order; the first answer wins.
COMPARISONS: dict[str, Callable[[Reading, Passage], Comparison | None]] = {
    "comparison: range": _of_range,
    "comparison: noun before number": _inverted,
    "comparison: after": _after,
    "comparison: before": _before,
}
#: Those that need no word of comparison.
WORDLESS = {"comparison: range": _of_range, "comparison: noun before number": _inverted}
