"""Which words stand in brackets."""

from collections.abc import Sequence

from pipeline.facts.words import Word


def in_brackets(words: Sequence[Word], sentences: Sequence[tuple[int, int]]) -> list[bool]:
    """Return whether each word stands in round brackets, itself one or not; a sentence begins outside."""
    found, depth, starts = [], 0, {start for start, _ in sentences}
    for index, word in enumerate(words):
        depth = 0 if index in starts else depth
        depth += (word.text == "(") - (word.text == ")" and depth > 0)
        found.append(depth > 0)
    return found
