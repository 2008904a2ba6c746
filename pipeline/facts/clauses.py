"""Clauses: a sentence falls into stretches with at most one verb or number group each.

Russian punctuation marks clauses by comma, semicolon, colon, dash and brackets. A stretch between two marks that has
neither a finite verb nor a quantity («, по данным ведомства, ») belongs to the clause behind it, at a sentence's end to
the one before. «и», «а», «но» begin a clause where the stretch before them already has a quantity.
"""

from collections.abc import Collection, Sequence

from pipeline.facts.words import Word

_MARKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")"})
_CONJUNCTIONS = frozenset({"и", "а", "но", "однако", "хотя"})


def clause_numbers(
    words: Sequence[Word], sentences: Sequence[tuple[int, int]], quantities: Collection[int], inside: Collection[int]
) -> list[int]:
    """Return the clause of each word, counted through the article.

    `quantities` are the words of quantities, `inside` the words of mentions: no clause ends inside a mention.
    """
    numbers: list[int] = []
    for start, end in sentences:
        first = numbers[-1] + 1 if numbers else 0
        numbers.extend(_sentence(words, range(start, end), first, (quantities, inside)))
    return numbers


def _sentence(
    words: Sequence[Word], span: range, first: int, marked: tuple[Collection[int], Collection[int]]
) -> list[int]:
    quantities, inside = marked
    numbers, current, verb, number = [], first, False, False
    for index in span:
        if index not in inside and _ends(words[index], verb, number):
            current, verb, number = current + 1, False, False
        numbers.append(current)
        verb = verb or words[index].is_finite
        number = number or index in quantities
    if numbers and not verb and not number and current > first:
        numbers = [min(n, current - 1) for n in numbers]
    return numbers


def _ends(word: Word, verb: bool, number: bool) -> bool:
    if word.text in _MARKS:
        return verb or number
    return number and word.lower in _CONJUNCTIONS
