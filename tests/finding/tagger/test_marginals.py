"""The CRF's probabilities are those of a sum over all sequences of tags."""

from itertools import pairwise, product

import numpy as np
import pytest

from pipeline.finding.tagger.marginals import probabilities
from pipeline.finding.tagger.sequences import steps

TAGS = 3


@pytest.mark.parametrize("lengths", [[1], [4], [2, 4, 1], [3, 3]])
def test_probabilities_are_those_of_all_sequences(lengths: list[int]) -> None:
    chance = np.random.default_rng(1)
    emissions = chance.normal(size=(sum(lengths), TAGS)).astype(np.float32)
    transitions = chance.normal(size=(TAGS, TAGS)).astype(np.float32)
    transitions[1, 2] = -1e4  # a forbidden step
    start = chance.normal(size=TAGS).astype(np.float32)
    tags = chance.integers(0, TAGS, size=sum(lengths))
    found = probabilities(emissions, transitions, start, tags, steps(lengths))
    first = 0
    for length in lengths:
        wanted = by_enumeration(emissions[first : first + length], transitions, start, tags[first : first + length])
        assert found[first : first + length] == pytest.approx(wanted, abs=1e-4)
        first += length


def by_enumeration(emissions: np.ndarray, transitions: np.ndarray, start: np.ndarray, tags: np.ndarray) -> list[float]:
    weights = {}
    for sequence in product(range(TAGS), repeat=len(emissions)):
        score = float(start[sequence[0]] + sum(emissions[i, tag] for i, tag in enumerate(sequence)))
        weights[sequence] = np.exp(score + sum(transitions[a, b] for a, b in pairwise(sequence)))
    total = sum(weights.values())
    return [sum(w for s, w in weights.items() if s[i] == tag) / total for i, tag in enumerate(tags)]
