"""How sure a linear-chain CRF is of the tags that it chose: the forward-backward algorithm, scaled at each step.

J. Lafferty et al., Conditional random fields (2001), section 4; scaling after L. Rabiner (1989).
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.finding.tagger.sequences import Indices, Steps

Scores = NDArray[np.float32]


def probabilities(emissions: Scores, transitions: Scores, start: Scores, tags: Indices, steps: Steps) -> Scores:
    """Return the probability of each of the N tokens' tag, given its sentence; shapes as in `best_tags`."""
    ordered = np.exp(emissions - emissions.max(axis=1, keepdims=True))[steps.forward]
    moves, places = np.exp(transitions - transitions.max()), list(steps.slices())
    forward = _forward(ordered, moves, np.exp(start - start.max()), places)
    found = np.empty(len(tags), dtype=np.float32)
    backward = np.ones_like(forward[-1])
    for step in range(len(places) - 1, -1, -1):
        if step + 1 < len(places):
            came = (ordered[places[step + 1]] * backward) @ moves.T
            ends = np.ones((len(forward[step]) - len(came), len(start)), dtype=np.float32)
            backward = np.concatenate((_scaled(came), ends))
        share = _scaled(forward[step] * backward)
        index = steps.forward[places[step]]
        found[index] = share[np.arange(len(index)), tags[index]]
    return found


def _forward(ordered: Scores, moves: Scores, start: Scores, places: list[slice]) -> list[Scores]:
    sums = [_scaled(ordered[places[0]] * start)]
    for place in places[1:]:
        here = ordered[place]
        sums.append(_scaled((sums[-1][: len(here)] @ moves) * here))
    return sums


def _scaled(rows: Scores) -> Scores:
    """Return the rows with the sum 1; a row of zeros, where all was forbidden, stays as it is."""
    scaled: Scores = rows / np.maximum(rows.sum(axis=1, keepdims=True), np.float32(1e-30))
    return scaled
