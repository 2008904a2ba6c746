"""Tags of tokens → spans. The tags are B-label, I-label and O; labels that are no names (adjectives of places, common
nouns, products) exist so that the network can tell them from names, and are dropped here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from pipeline.finding.tagger.shapes import CLOSING, OPENING

Label = Literal["organization", "location", "person"]
LABELS: tuple[Label, ...] = get_args(Label)
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """The tokens first … last - 1 of a sentence name something; `confidence` is between 0 and 1."""

    first: int
    last: int
    label: Label
    confidence: float


def tagged_spans(tokens: Sequence[str], tags: Sequence[str], confidence: Sequence[float]) -> list[TaggedSpan]:
    """Return the spans of names of one sentence, in order; quotes inside a span are balanced."""
    spans = []
    for first, last, label in _runs(tags):
        for kept in LABELS:
            if label == kept:
                last = _closed(tokens, first, last)
                spans.append(TaggedSpan(first, last, kept, round(min(confidence[first:last]), 4)))
    return spans


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    first: int | None = None
    for i, tag in enumerate([*tags, OUTSIDE]):
        if first is not None and not tag.startswith("I-"):
            yield first, i, tags[first][2:]
            first = None
        if tag.startswith("B-"):
            first = i


def _closed(tokens: Sequence[str], first: int, last: int) -> int:
    """A name whose last part is quoted holds the closing quote too: РКЦ «Прогресс»."""
    if last == len(tokens) or tokens[last] not in CLOSING | {'"'}:
        return last
    inside = tokens[first:last]
    opened = sum(token in OPENING for token in inside) - sum(token in CLOSING for token in inside)
    return last + (opened > 0 or inside.count('"') % 2)
