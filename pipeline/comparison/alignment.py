"""One-to-one alignment of gold and found items: as many pairs as possible, and among these the best.

The assignment is optimal (scipy.optimize.linear_sum_assignment), so it does not depend on the order of records.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

G = TypeVar("G")
F = TypeVar("F")
#: Outweighs any sum of preferences of one article: a further pair is always worth more than better pairs.
_PAIR = 1e6


def align(gold: Sequence[G], found: Sequence[F], weight: Callable[[G, F], float | None]) -> dict[int, int]:
    """Return gold index → found index.

    `weight` is None where two items cannot be a pair, else how good the pair is (0 to 1000). Ties go to the items that
    come first, so callers sort both sides by place in the text.
    """
    if not gold or not found:
        return {}
    scores = np.zeros((len(gold), len(found)))
    for row, wanted in enumerate(gold):
        for column, candidate in enumerate(found):
            preference = weight(wanted, candidate)
            if preference is not None:
                early = 1 - (row + 2 * column) / (4 * (len(gold) + len(found)))
                scores[row, column] = _PAIR + preference + early / 1000
    rows, columns = linear_sum_assignment(scores, maximize=True)
    return {int(r): int(c) for r, c in zip(rows, columns, strict=True) if scores[r, c] >= _PAIR}
