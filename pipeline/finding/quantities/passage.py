"""The text of one article as the rules see it: words, sentences, and extents that hold no quantities."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


@dataclass(frozen=True, slots=True)
class Word:
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
        self._hidden = sorted(hidden)

    def is_hidden(self, start: int, end: int) -> bool:
        """Tell whether an extent overlaps a date or a name."""
        index = bisect_left(self._hidden, (end, end))
        return any(begin < end and start < finish for begin, finish in self._hidden[max(0, index - 3) : index])

    def sentence_of(self, position: int) -> tuple[int, int]:
        """Return the extent of the sentence around an offset."""
        index = bisect_right(self._sentences, position)
        start = self._sentences[index - 1] if index else 0
        end = self._sentences[index] if index < len(self._sentences) else len(self.text)
        return start, end

    def paragraph_of(self, position: int) -> tuple[int, int]:
        """Return the extent of the line around an offset."""
        end = self.text.find("\n", position)
        return self.text.rfind("\n", 0, position) + 1, len(self.text) if end < 0 else end

    def before(self, position: int, limit: int) -> list[Word]:
        """Return up to `limit` words before an offset in its sentence, the nearest first."""
        floor = self.sentence_of(position)[0]
        index = bisect_left(self._starts, position)
        found = self.words[max(0, index - limit) : index]
        return [word for word in reversed(found) if word.start >= floor and word.end <= position]

    def after(self, position: int, limit: int) -> list[Word]:
        """Return up to `limit` words after an offset in its sentence, in order."""
        ceiling = self.sentence_of(max(0, position - 1))[1]
        index = bisect_left(self._starts, position)
        return [word for word in self.words[index : index + limit] if word.end <= ceiling]

    def gap(self, start: int, end: int) -> str:
        """Return what stands between two offsets, blanks folded."""
        return " ".join(self.text[start:end].split())
