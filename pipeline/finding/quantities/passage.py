"""The text of one article as the rules see it: words, sentences, and extents that hold no quantities."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.finding.mentions import ItemMention
from pipeline.finding.quantities.spellings import Place

WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
#: What finds certain words in a text.
Finding = Callable[[str], Iterable[Place]]


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
        self._windows_before: dict[int, tuple[int, int]] = {}
        self._windows_after: dict[int, tuple[int, int]] = {}
        self._places: dict[Finding, tuple[list[Place], list[int]]] = {}
        self._kinds: dict[Callable[[str], bool], bool] = {}
        #: a number's start, its end, measured or not → the noun that it counts
        self.counted: dict[tuple[int, int, bool], ItemMention | None] = {}
        #: offset → the preposition of a number that begins there (rules ask again and again)
        self.prepositions: dict[int, str | None] = {}

    def is_hidden(self, start: int, end: int) -> bool:
        """Tell whether an extent overlaps a date or a name."""
        index = bisect_left(self._hidden, (end, end))
        return any(begin < end and start < finish for begin, finish in self._hidden[max(0, index - 3) : index])

    def sentence_of(self, position: int) -> tuple[int, int]:
        """Return the extent of the sentence around an offset."""
        return self._extents[bisect_right(self._sentences, position)]

    def in_one_sentence(self, first: int, second: int) -> bool:
        """Tell whether two offsets lie in one sentence."""
        return self.sentence_of(first) == self.sentence_of(second)

    def paragraph_of(self, position: int) -> tuple[int, int]:
        """Return the extent of the line around an offset."""
        end = self.text.find("\n", position)
        return self.text.rfind("\n", 0, position) + 1, len(self.text) if end < 0 else end

    def before(self, position: int, limit: int) -> list[Word]:
        """Return up to `limit` words before an offset in its sentence, the nearest first."""
        first, index = self._windows_before.get(position) or self._window_before(position)
        found = self.words[max(first, index - limit) : index]
        found.reverse()
        return found

    def after(self, position: int, limit: int) -> list[Word]:
        """Return up to `limit` words after an offset in its sentence, in order."""
        index, last = self._windows_after.get(position) or self._window_after(position)
        return self.words[index : min(last, index + limit)]

    def _window_before(self, position: int) -> tuple[int, int]:
        """Return where the words of the sentence before an offset begin and end."""
        index = bisect_left(self._starts, position)
        if index and self.words[index - 1].end > position:  # the offset lies in a word
            index -= 1
        window = self._windows_before[position] = bisect_left(self._starts, self.sentence_of(position)[0]), index
        return window

    def _window_after(self, position: int) -> tuple[int, int]:
        """Return where the words of the sentence after an offset begin and end; a word across its end is not in it."""
        ceiling = self.sentence_of(max(0, position - 1))[1]
        last = bisect_left(self._starts, ceiling)
        if last and self.words[last - 1].end > ceiling:
            last -= 1
        window = self._windows_after[position] = bisect_left(self._starts, position), last
        return window

    def has_any(self, tells: Callable[[str], bool]) -> bool:
        """Say whether a form of the text is of some kind (looked up once a text)."""
        if tells not in self._kinds:
            self._kinds[tells] = any(map(tells, {word.lower for word in self.words}))
        return self._kinds[tells]

    def place_after(self, find: Finding, position: int) -> Place | None:
        """Return the first place not before an offset of those that `find` finds in the text (once a text)."""
        found, starts = self._places_of(find)
        index = bisect_left(starts, position)
        return found[index] if index < len(found) else None

    def place_before(self, find: Finding, position: int) -> Place | None:
        """Return the last place before an offset of those that `find` finds in the text (once a text)."""
        found, starts = self._places_of(find)
        index = bisect_left(starts, position)
        return found[index - 1] if index else None

    def _places_of(self, find: Finding) -> tuple[list[Place], list[int]]:
        if find not in self._places:
            found = list(find(self.text))
            self._places[find] = found, [place.start for place in found]
        return self._places[find]

    def gap(self, start: int, end: int) -> str:
        """Return what stands between two offsets, blanks folded."""
        return " ".join(self.text[start:end].split())
