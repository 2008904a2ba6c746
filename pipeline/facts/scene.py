"""The scene: an article's words, mentions and clauses together, with the questions that features ask of them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from spacy.tokens import Doc

from pipeline.facts.anchors import Anchor, anchors
from pipeline.facts.brackets import in_brackets
from pipeline.facts.clauses import clause_numbers
from pipeline.facts.findings import Findings
from pipeline.facts.layout import Layout, layout
from pipeline.facts.words import Word
from pipeline.knowledge.indicators import Met, not_hidden, triggers_of
from pipeline.language.tokenizer import text_of

CONTENT = frozenset({"NOUN", "VERB", "INFN", "PRTS", "PRTF", "ADJF", "GRND", "COMP", "ADVB", "ADJS", "PRED"})


@dataclass(frozen=True)
class Scene:
    """One article. Indexes of words count from its beginning."""

    text: str
    published: date | None
    findings: Findings
    layout: Layout
    anchors: Sequence[Anchor]
    _met: dict[range, Sequence[Met]] = field(default_factory=dict, init=False, repr=False, compare=False)

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
    def lemmas(self) -> list[str]:
        """The lemma of each word; words of mentions appear as the mention's group in angle brackets."""
        mask = self.mask
        return [f"<{mask[i]}>" if i in mask else word.lemma for i, word in enumerate(self.words)]

    @cached_property
    def content(self) -> list[int]:
        """The words outside mentions that say something: nouns, verbs, adjectives, adverbs."""
        mask = self.mask
        return [index for index, word in enumerate(self.words) if word.pos in CONTENT and index not in mask]

    @cached_property
    def _triggers(self) -> list[Met]:
        return triggers_of(self.lemmas)

    @cached_property
    def _trigger_starts(self) -> list[int]:
        return [index for index, _ in self._triggers]

    def triggers_in(self, span: range) -> Sequence[Met]:
        """Return the triggers of indicators that lie in a stretch, and in no longer one of another indicator."""
        known = self._met.get(span)
        if known is None:
            starts = self._trigger_starts
            met = self._triggers[bisect_left(starts, span.start) : bisect_left(starts, span.stop)]
            known = not_hidden([(index, t) for index, t in met if index + len(t.lemmas) <= span.stop])
        return self._met.setdefault(span, known)

    def content_in(self, span: range) -> Sequence[int]:
        """Return the content words of a stretch."""
        return self.content[bisect_left(self.content, span.start) : bisect_left(self.content, span.stop)]

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
    def _date_starts(self) -> list[int]:
        return [anchor.first for anchor in self.dates]

    def dates_between(self, start: int, end: int) -> int:
        """Count the dates that begin among the words start..end."""
        return bisect_left(self._date_starts, end) - bisect_left(self._date_starts, start)

    @cached_property
    def times(self) -> dict[str, tuple[date | None, date | None]]:
        """Id of a date → its first and last day."""
        return {item.id: (item.first, item.last) for item in self.findings.dates}

    @cached_property
    def _entity_starts(self) -> list[int]:
        return [anchor.first for anchor in self.entities]

    def entities_before(self, index: int) -> int:
        """Count the mentions of entities that begin before a word."""
        return bisect_left(self._entity_starts, index)

    def entities_between(self, start: int, end: int) -> Sequence[Anchor]:
        """Return the mentions of entities that begin among the words start..end."""
        return self.entities[bisect_left(self._entity_starts, start) : bisect_left(self._entity_starts, end)]

    @cached_property
    def in_brackets(self) -> list[bool]:
        """Whether each word stands in brackets."""
        return in_brackets(self.words, self.layout.sentences)

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the range of the sentence that a word stands in."""
        return self.layout.sentences[self.sentence_numbers[index]]


def scene(doc: Doc, findings: Findings, published: date | None = None) -> Scene:
    """Return the scene of a Doc with sentence starts; empty Docs give a scene without words."""
    places = layout(doc)
    return Scene(text_of(doc), published, findings, places, anchors(findings, places) if places.words else [])
