"""Marked text → tokens with the sets of tags that they may have. Tokens and sentences are the pipeline's own."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.comparison.trimming import trim
from pipeline.language.sentences import sentence_starts
from pipeline.language.tokenizer import Extent, token_extents
from training.tagger.tags import ANY, mask


@dataclass(frozen=True)
class Mark:
    """A stretch of text with the labels that it may have; `optional`: it may also be nothing."""

    start: int
    end: int
    labels: frozenset[str]
    optional: bool = False


@dataclass(frozen=True)
class Sentence:
    """Tokens, for each the set of tags it may have, and the runs of tokens of certain names with their label."""

    tokens: list[str]
    allowed: list[int]
    names: list[tuple[int, int, str]]


@dataclass(frozen=True)
class Document:
    """A tokenized document; `corpus` says whose conventions its marks follow."""

    id: str
    corpus: str
    sentences: list[Sentence]


def outermost(marks: Iterable[Mark]) -> list[Mark]:
    """Leave out marks that lie inside another or cut it; a mark sure to be a name goes before an optional one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.optional, m.start - m.end, m.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def document(identity: tuple[str, str], text: str, marks: Iterable[Mark], unmarked: int) -> Document:
    """Tokenize a text (identity: id and corpus) and lay the marks on its tokens; other tokens may be `unmarked`."""
    extents = token_extents(text)
    starts = [start for start, _ in extents]
    allowed = [unmarked] * len(extents)
    names: list[tuple[int, int, str]] = []
    for mark in outermost(_trimmed(text, marks)):
        first, last = bisect_left(starts, mark.start), bisect_left(starts, mark.end)
        exact = first < last and starts[first] == mark.start and extents[last - 1][1] == mark.end
        if not exact:
            first = max(0, first - 1) if first == len(starts) or starts[first] > mark.start else first
            allowed[first:last] = [ANY] * (last - first)
            continue
        _lay(allowed, first, last, mark, unmarked)
        if len(mark.labels) == 1 and not mark.optional:
            names.append((first, last, next(iter(mark.labels))))
    return Document(*identity, list(_sentences(text, extents, allowed, names)))


def _lay(allowed: list[int], first: int, last: int, mark: Mark, unmarked: int) -> None:
    free = unmarked if mark.optional else 0
    allowed[first] = mask(f"B-{label}" for label in mark.labels) | free
    rest = mask(f"I-{label}" for label in mark.labels) | free
    allowed[first + 1 : last] = [rest] * (last - first - 1)


def _trimmed(text: str, marks: Iterable[Mark]) -> Iterable[Mark]:
    for mark in marks:
        start, end = trim(text, mark.start, mark.end)
        if start < end:
            yield Mark(start, end, mark.labels, mark.optional)


def _sentences(
    text: str, extents: Sequence[Extent], allowed: list[int], names: list[tuple[int, int, str]]
) -> Iterable[Sentence]:
    starts = [start for start, _ in extents]
    cuts = sorted({0, *(bisect_left(starts, start) for start in sentence_starts(text)), len(starts)})
    cuts = [cut for cut in cuts if not any(first < cut < last for first, last, _ in names)]
    for first, last in pairwise(cuts):
        tokens = [text[start:end] for start, end in extents[first:last]]
        inside = [(a - first, b - first, label) for a, b, label in names if first <= a and b <= last]
        yield Sentence(tokens, allowed[first:last], inside)
