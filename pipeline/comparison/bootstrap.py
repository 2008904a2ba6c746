"""Bootstrap intervals over articles (Efron & Tibshirani 1993, percentile method): articles are drawn with replacement,
their counts added, and the rate taken of the sums. Paired for a difference: both runs see the same draws."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.comparison.counts import HEADLINE, Counts, Scores

DRAWS = 2000
SEED = 20251220


@dataclass(frozen=True, slots=True)
class Interval:
    """The 95 % interval of a rate or of a difference of two."""

    low: float
    high: float


def intervals(articles: Sequence[Scores], measures: Sequence[str]) -> dict[str, Interval]:
    """Return the interval of F1 for each measure; `overall` is among the keys."""
    samples = _f1_samples(articles, measures)
    return {name: _interval(values) for name, values in samples.items()}


def difference_intervals(
    a: Sequence[Scores], b: Sequence[Scores], measures: Sequence[str]
) -> dict[str, Interval]:
    """Return the interval of F1(b) - F1(a) over the same articles in the same order."""
    before, after = _f1_samples(a, measures), _f1_samples(b, measures)
    return {name: _interval(after[name] - before[name]) for name in before}


def _f1_samples(articles: Sequence[Scores], measures: Sequence[str]) -> dict[str, NDArray[np.float64]]:
    size = len(articles)
    draws = np.random.default_rng(SEED).integers(0, size, (DRAWS, size))
    weights = np.stack([np.bincount(draw, minlength=size) for draw in draws]).astype(float)
    samples = {name: _f1(weights @ _table(articles, name)) for name in measures}
    headline = [samples[name] for name in HEADLINE if name in samples]
    return {**samples, **({"overall": np.mean(headline, axis=0)} if len(headline) == len(HEADLINE) else {})}


def _table(articles: Sequence[Scores], measure: str) -> NDArray[np.float64]:
    counts = (scores.counts.get(measure, Counts()) for scores in articles)
    return np.array([(c.hits, c.predicted, c.gold) for c in counts], dtype=float)


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    both = sums[:, 1] + sums[:, 2]
    return np.divide(2 * sums[:, 0], both, out=np.zeros(len(both)), where=both > 0)


def _interval(values: NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(float(low), float(high))
