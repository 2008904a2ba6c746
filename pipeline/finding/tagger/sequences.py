"""Sentences of different lengths side by side, without padding: step t holds the t-th token of every sentence that has
one. Sentences stand longest first, so that the sentences of a step are always the first ones of the step before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Steps:
    """How N tokens in the order of the text lie in the order of the steps.

    `forward` (N) and `backward` (N) say which token stands at each place when sentences are read from the left and from
    the right; `sizes` how many tokens each step has; `sentences` the numbers of the sentences, longest first.
    """

    forward: Indices
    backward: Indices
    sizes: list[int]
    sentences: Indices

    def slices(self) -> Iterator[slice]:
        """Yield the places of each step."""
        start = 0
        for size in self.sizes:
            yield slice(start, start + size)
            start += size


def steps(lengths: Sequence[int]) -> Steps:
    """Arrange sentences of the given lengths (each at least 1), whose tokens follow one another."""
    given = np.asarray(lengths, dtype=np.int64)
    order = np.argsort(-given, kind="stable")
    first = (np.cumsum(given) - given)[order]
    ordered = given[order]
    sizes = [int((ordered > step).sum()) for step in range(int(ordered[0]))]
    forward = [first[:size] + step for step, size in enumerate(sizes)]
    backward = [first[:size] + ordered[:size] - 1 - step for step, size in enumerate(sizes)]
    return Steps(np.concatenate(forward), np.concatenate(backward), sizes, order)
