"""The text of one article as the rules see it: words, sentences, and extents that hold no quantities."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


class Word(NamedTuple):
    """A word: extent and lower-case form."""

    start: int
    end: int
    lower: str


class Passage:
    """A text with its words and sentence starts; `hidden` are extents whose numbers are no quantities."""

    def __init__(self, text: str, sentences: Sequence[int], hidden: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.words = [Word(m.start(), m.end(), m.group().lower().replace("ё", "е")) for m in WORD.finditer(text)]
        self._starts = [word.start for word in self.words]
        self._sentences = list(sentences)
        bounds = [0, *self._sentences, len(text)]
        self._extents = list(pairwise(bounds))
        self._hidden = sorted(hidden)

    def is_hidden(self, start: int, end: int) -> bool:
        """Tell whether an extent overlaps a date or a name."""
        index = bisect_left(self._hidden, (end, end))
        return any(begin < end and start < finish for begin, finish in self._hidden[max(0, index - 3) : index])

    def sentence_of(self, position: int) -> tuple[int, int]:
        """Return the extent of the sentence around an offset."""
        return self._extents[bisect_right(self._sentences, position)]

    def paragraph_of(self, position: int) -> tuple[int, int]:
        """Return the extent of the line around an offset."""
        end = self.text.find("\n", position)
        return self.text.rfind("\n", 0, position) + 1, len(self.text) if end < 0 else end

    def before(self, position: int, limit: int) -> list[Word]:
        """Return up to `limit` words before an offset in its sentence, the nearest first."""
        floor = self.sentence_of(position)[0]
        index = bisect_left(self._starts, position)
        if index and self.words[index - 1].end > position:  # the offset lies in a word
            index -= 1
        found = self.words[max(0, index - limit) : index]
        found.reverse()
        return found if not found or found[-1].start >= floor else [word for word in found if word.start >= floor]

    def after(self, position: int, limit: int) -> list[Word]:
        """Return up to `limit` words after an offset in its sentence, in order."""
        ceiling = self.sentence_of(max(0, position - 1))[1]
        index = bisect_left(self._starts, position)
        return [word for word in self.words[index : index + limit] if word.end <= ceiling]

    def gap(self, start: int, end: int) -> str:
        """Return what stands between two offsets, blanks folded."""
        return " ".join(self.text[start:end].split())
