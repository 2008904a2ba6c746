"""The best sequence of tags of each sentence under a linear-chain CRF."""

import numpy as np
from numpy.typing import NDArray

from pipeline.finding.tagger.sequences import Indices, Steps

Scores = NDArray[np.float32]


def best_tags(emissions: Scores, transitions: Scores, start: Scores, steps: Steps) -> Indices:
    """Return the tag of each of the N tokens.

    emissions: N × K in the order of the text; transitions: K × K, from the row's tag to the column's; start: K.
    """
    ordered = emissions[steps.forward]
    into = np.ascontiguousarray(transitions.T)
    best, pointers = _climb(ordered, into, start, steps)
    return _descend(best, pointers, steps)


def _climb(ordered: Scores, into: Scores, start: Scores, steps: Steps) -> tuple[Scores, list[Indices]]:
    places = list(steps.slices())
    score = ordered[places[0]] + start
    pointers: list[Indices] = []
    for place, size in zip(places[1:], steps.sizes[1:], strict=True):
        ways = score[:size, None, :] + into
        pointer = ways.argmax(axis=2)
        pointers.append(pointer)
        best = np.take_along_axis(ways, pointer[:, :, None], axis=2)[:, :, 0] + ordered[place]
        score = np.concatenate((best, score[size:]))
    return score, pointers


def _descend(best: Scores, pointers: list[Indices], steps: Steps) -> Indices:
    tags = best.argmax(axis=1)
    found = np.empty(len(steps.forward), dtype=np.int64)
    places = list(steps.slices())
    for step in range(len(places) - 1, -1, -1):
        size = steps.sizes[step]
        found[steps.forward[places[step]]] = tags[:size]
        if step:
            tags[:size] = pointers[step - 1][np.arange(size), tags[:size]]
    return found
