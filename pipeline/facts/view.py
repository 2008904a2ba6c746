"""A quantity in its surroundings: the stretches of words that features look at, and the facts made before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.facts.anchors import Anchor
from pipeline.facts.cast import Cast, Player
from pipeline.facts.drafts import Draft
from pipeline.facts.rows import row_around
from pipeline.facts.scene import Scene
from pipeline.facts.themes import Theme
from pipeline.records import Quantity


@dataclass
class View:
    """One quantity of a scene; `drafts` are those of the quantities before it, in order of the text."""

    scene: Scene
    cast: Cast
    anchor: Anchor
    drafts: Sequence[Draft]
    nearest: dict[str, tuple[Anchor, str]] = field(default_factory=dict)  # entity → its nearest mention and zone
    players: Sequence[Player] | None = None  # the candidates among the cast
    periods: tuple[str, str] | None = None  # the common date and the paragraph's first, see pipeline.facts.periods
    between: dict[str, str] = field(default_factory=dict)  # entity → how many others stand between

    @property
    def quantity(self) -> Quantity:
        """The quantity's record."""
        assert isinstance(self.anchor.item, Quantity)
        return self.anchor.item

    @property
    def theme(self) -> Theme:
        """The noun whose amount it states."""
        return self.cast.themes[self.anchor]

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The range of its sentence."""
        return self.scene.sentence(self.anchor.first)

    @property
    def sentence_number(self) -> int:
        """The number of its sentence."""
        return self.scene.sentence_numbers[self.anchor.first]

    @property
    def clause(self) -> int:
        """The number of its clause."""
        return self.scene.clauses[self.anchor.first]

    @cached_property
    def near_left(self) -> range:
        """The words before it in the sentence, back to the quantity before."""
        ends = [a.last for a in self.scene.quantities if self.sentence[0] <= a.first < self.anchor.first]
        return range(max(ends, default=self.sentence[0]), self.anchor.first)

    @cached_property
    def names_in_turn(self) -> tuple[Sequence[Anchor], int] | None:
        """The row of names before a row of as many numbers that this one is in, and its place in that."""
        start, end = self.sentence
        numbers = row_around(self.scene, [a for a in self.scene.quantities if start <= a.first < end], self.anchor)
        names = [a for a in self.scene.entities if start <= a.first and a.last <= numbers[0].first]
        row = row_around(self.scene, names, names[-1]) if names else []
        return (row, numbers.index(self.anchor)) if len(row) == len(numbers) > 1 else None

    @cached_property
    def far_left(self) -> range:
        """The words of the sentence before `near_left`."""
        return range(self.sentence[0], self.near_left.start)

    @cached_property
    def near_right(self) -> range:
        """The words behind it in the sentence, up to the next quantity or the end of its clause but one."""
        starts = [a.first for a in self.scene.quantities if self.anchor.last <= a.first < self.sentence[1]]
        end = min(starts, default=self.sentence[1])
        clauses = self.scene.clauses
        while end > self.anchor.last and clauses[end - 1] > self.clause + 1:
            end -= 1
        return range(self.anchor.last, end)

    @cached_property
    def far_right(self) -> range:
        """The words of the sentence behind `near_right`."""
        return range(self.near_right.stop, self.sentence[1])

    @cached_property
    def lead(self) -> range:
        """The sentence that leads the list it stands in; empty outside lists."""
        number = self.scene.layout.lead_of(self.anchor.first)
        return range(0) if number is None else range(*self.scene.layout.sentences[number])

    @cached_property
    def sentence_before(self) -> range:
        """The sentence before in the same paragraph; empty at its beginning."""
        start = self.sentence[0]
        places = self.scene.layout
        if start == 0 or places.paragraph_of(start) != places.paragraph_of(start - 1):
            return range(0)
        return range(*self.scene.sentence(start - 1))

    @cached_property
    def fact_before(self) -> Draft | None:
        """The last fact before it, None at the beginning."""
        return next((draft for draft in reversed(self.drafts) if draft.is_fact), None)

    @cached_property
    def verb(self) -> str:
        """The lemma of the finite verb of its clause nearest before it, else behind it; "" where there is none."""
        words, clauses = self.scene.words, self.scene.clauses
        order = [*reversed(range(self.sentence[0], self.anchor.first)), *range(self.anchor.last, self.sentence[1])]
        return next((words[i].lemma for i in order if words[i].is_finite and clauses[i] == self.clause), "")

    @cached_property
    def tense(self) -> str:
        """The tense of the nearest verb of the clause before the number, else behind it, else of the sentence."""
        words, clauses = self.scene.words, self.scene.clauses
        order = [*reversed(range(self.sentence[0], self.anchor.first)), *range(self.anchor.last, self.sentence[1])]
        own = [i for i in order if clauses[i] == self.clause and words[i].tense]
        rest = own or [i for i in order if words[i].tense]
        return words[rest[0]].tense if rest else "no verb"

    def nearness(self, index: int) -> str:
        """Say where a word before stands: in the same sentence, the one before, the same paragraph, or above it."""
        places = self.scene.layout
        if index >= self.sentence[0]:
            return "sentence"
        if self.lead and self.lead.start <= index:
            return "list"
        if places.paragraph_of(index) != places.paragraph_of(self.anchor.first):
            apart = places.paragraph_of(self.anchor.first) - places.paragraph_of(index)
            return "above" if apart == 1 else "far above"
        return "before" if self.scene.sentence_numbers[index] == self.sentence_number - 1 else "paragraph"

    def lemmas(self, span: range) -> list[str]:
        """Return the lemmas of a stretch; words of mentions appear as the mention's group in angle brackets."""
        words, mask = self.scene.words, self.scene.mask
        return [f"<{mask[i]}>" if i in mask else words[i].lemma for i in span]
