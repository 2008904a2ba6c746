"""The scene: an article's words, mentions and clauses together, with the questions that features ask of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Doc

from pipeline.facts.anchors import Anchor, anchors
from pipeline.facts.clauses import clause_numbers
from pipeline.facts.findings import Findings
from pipeline.facts.layout import Layout, layout
from pipeline.facts.words import Word
from pipeline.language.tokenizer import text_of
from pipeline.records import Quantity


@dataclass(frozen=True)
class Scene:
    """One article. Indexes of words count from its beginning."""

    text: str
    published: date | None
    findings: Findings
    layout: Layout
    anchors: Sequence[Anchor]

    @property
    def words(self) -> Sequence[Word]:
        """All words, punctuation included, white space not."""
        return self.layout.words

    @cached_property
    def quantities(self) -> list[Anchor]:
        """The quantities, in order of the text."""
        return [anchor for anchor in self.anchors if anchor.group == "quantity"]

    @cached_property
    def dates(self) -> list[Anchor]:
        """The dates, in order of the text."""
        return [anchor for anchor in self.anchors if anchor.group == "date"]

    @cached_property
    def entities(self) -> list[Anchor]:
        """The mentions of organizations, locations and people, in order of the text."""
        return [anchor for anchor in self.anchors if anchor.group in ("organization", "location", "person")]

    @cached_property
    def mask(self) -> dict[int, str]:
        """Word → group of the mention that it is part of."""
        return {index: anchor.group for anchor in self.anchors for index in range(anchor.first, anchor.last)}

    @cached_property
    def counted(self) -> dict[int, str]:
        """Word → lemma of the nouns that numbers count."""
        items = [a.item.item for a in self.quantities if isinstance(a.item, Quantity) and a.item.item is not None]
        return {i: item.lemma for item in items for i in range(*self.layout.word_range(item.start, item.end))}

    @cached_property
    def clauses(self) -> list[int]:
        """The clause of each word."""
        numbers = {index for anchor in self.quantities for index in range(anchor.first, anchor.last)}
        inside = {index for anchor in self.anchors for index in range(anchor.first + 1, anchor.last)}
        return clause_numbers(self.words, self.layout.sentences, numbers, inside)

    @cached_property
    def sentence_numbers(self) -> list[int]:
        """The sentence of each word."""
        return [number for number, (start, end) in enumerate(self.layout.sentences) for _ in range(start, end)]

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [anchor.first for anchor in self.quantities]

    def quantities_between(self, start: int, end: int) -> int:
        """Count the quantities that begin among the words start..end."""
        return bisect_left(self._quantity_starts, end) - bisect_left(self._quantity_starts, start)

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [anchor.first for anchor in self.entities]

    def entities_between(self, start: int, end: int) -> Sequence[Anchor]:
        """Return the mentions of entities that begin among the words start..end."""
        return self.entities[bisect_left(self._entity_starts, start) : bisect_left(self._entity_starts, end)]

    @cached_property
    def _depths(self) -> list[int]:
        """How many brackets are open at each word; a sentence begins with none."""
        depths, depth, starts = [], 0, {start for start, _ in self.layout.sentences}
        for index, word in enumerate(self.words):
            depth = 0 if index in starts else depth
            depth += (word.text == "(") - (word.text == ")" and depth > 0)
            depths.append(depth)
        return depths

    def in_brackets(self, index: int) -> bool:
        """Say whether a word stands in brackets."""
        return self._depths[index] > 0

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the range of the sentence that a word stands in."""
        return self.layout.sentences[self.sentence_numbers[index]]


def scene(doc: Doc, findings: Findings, published: date | None = None) -> Scene:
    """Return the scene of a Doc with sentence starts; empty Docs give a scene without words."""
    places = layout(doc)
    return Scene(text_of(doc), published, findings, places, anchors(findings, places) if places.words else [])
