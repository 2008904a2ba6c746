"""The layout of an article: words, sentences, paragraphs, and which lead a list's items stand under."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.facts.words import Word, words
from pipeline.language.tokenizer import text_of

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")
_BULLET = re.compile(r"\s*(?:[–—•*·-]|\d{1,2}\))")
_OPEN_END = re.compile(r"[;,]\s*$")
_LEAD_END = re.compile(r":\s*$")


@dataclass(frozen=True)
class Layout:
    """Words with their extents (code points), sentences and paragraphs as word ranges, `end` exclusive."""

    words: Sequence[Word]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[tuple[int, int]]
    leads: Sequence[int | None]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _paragraph_numbers(self) -> list[int]:
        """The paragraph of each word."""
        starts = [start for start, _ in self.paragraphs]
        return [max(0, bisect_right(starts, index) - 1) for index in range(len(self.words) + 1)]

    def sentence_of(self, index: int) -> int:
        """Return the number of the sentence that a word stands in."""
        return max(0, bisect_right(self._sentence_starts, index) - 1)

    def paragraph_of(self, index: int) -> int:
        """Return the number of the paragraph that a word stands in."""
        return self._paragraph_numbers[index]

    def lead_of(self, index: int) -> int | None:
        """Return the sentence that leads the list which a word is an item of; None outside lists."""
        lead = self.leads[self.paragraph_of(index)]
        return None if lead is None else self.sentence_of(self.paragraphs[lead][1] - 1)

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the words that the characters start..end touch, `end` exclusive; one word at least."""
        first = min(bisect_right(self.ends, start), len(self.words) - 1)
        return first, max(first + 1, bisect_left(self.starts, end))


def layout(doc: Doc) -> Layout:
    """Return the layout of a Doc whose sentence starts are set."""
    # Arrays, not tokens: spaCy makes a Token object each time that one is asked for.
    table = doc.to_array(["IDX", "LENGTH", "IS_SPACE", "SENT_START"]).astype("int64").tolist()
    kept = [i for i, (_, _, is_space, _) in enumerate(table) if not is_space]
    starts = [table[i][0] for i in kept]
    ends = [table[i][0] + table[i][1] for i in kept]
    text = text_of(doc)
    extents = [match.span() for match in _PARAGRAPH.finditer(text)]
    return Layout(
        words=words([text[start:end] for start, end in zip(starts, ends, strict=True)]),
        starts=starts,
        ends=ends,
        sentences=_ranges([number for number, i in enumerate(kept) if number == 0 or _starts(i, table)], len(kept)),
        paragraphs=[(bisect_left(starts, start), bisect_left(starts, end)) for start, end in extents],
        leads=_leads([text[start:end] for start, end in extents]),
    )


def _starts(index: int, table: Sequence[Sequence[int]]) -> bool:
    """A sentence starts at its first word: one that begins with white space starts at the word behind it."""
    _, _, was_space, began = table[index - 1]
    return table[index][3] == 1 or bool(index and was_space and began == 1)


def _ranges(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    return list(pairwise([*starts, end]))


def _leads(paragraphs: Sequence[str]) -> list[int | None]:
    """For each paragraph the paragraph with a colon at its end that it is an item under, or None."""
    leads: list[int | None] = []
    for index, text in enumerate(paragraphs):
        before = paragraphs[index - 1] if index else ""
        if _LEAD_END.search(before):
            leads.append(index - 1)
        elif index and leads[-1] is not None and (_OPEN_END.search(before) or _BULLET.match(text)):
            leads.append(leads[-1])
        else:
            leads.append(None)
    return leads
