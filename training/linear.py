"""Fit the linear models of `pipeline.facts.model` by penalised maximum likelihood (L-BFGS)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.facts.model import Model
from training.fact_examples import Example

Floats = NDArray[Any]
Columns = Mapping[str, int]
#: A feature that is met in fewer examples than this is left out.
LEAST_COUNT = 2
ITERATIONS = 150


def fit_candidates(given: Sequence[Example], penalty: float) -> Model:
    """Return the model that makes the right candidates of the examples likeliest; the candidates vary.

    A choice has one or more right candidates: the likelihood is that of any of them. `penalty` is that of L2.
    """
    columns = numbered({f for features in example.tied.values() for f in features} for example in given)
    rows = [(example.tied[name], name in example.right) for example in given for name in example.tied]
    matrix = counts([features for features, _ in rows], columns)
    right = np.array([is_right for _, is_right in rows])
    starts = np.cumsum([0, *(len(example.tied) for example in given[:-1])])
    owner = np.repeat(np.arange(len(starts)), np.diff([*starts, len(rows)]))
    importance, transposed = np.array([example.weight for example in given]), matrix.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        raw = np.exp(scores)
        total = np.add.reduceat(raw, starts)
        good = np.add.reduceat(raw * right, starts) + 1e-300
        gradient = (raw / total[owner] - raw * right / good[owner]) * importance[owner]
        value = float(importance @ (np.log(total) - np.log(good)) + penalty / 2 * weights @ weights)
        return value, transposed @ gradient + penalty * weights

    weights = minimum(loss, len(columns))
    return Model([], {}, {feature: float(weights[column]) for feature, column in columns.items()})


def minimum(loss: Callable[[Floats], tuple[float, Floats]], size: int) -> Floats:
    """Return where a loss, given with its gradient, is least."""
    options = {"maxiter": ITERATIONS}
    return np.asarray(minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options=options).x)


def numbered(features: Iterable[Iterable[str]]) -> Columns:
    """Number the features that are met in LEAST_COUNT examples at least, in the order of the alphabet."""
    met: Counter[str] = Counter()
    for of_example in features:
        met.update(set(of_example))
    return {feature: n for n, feature in enumerate(sorted(f for f, count in met.items() if count >= LEAST_COUNT))}


def counts(rows: Sequence[Iterable[str]], columns: Columns) -> csr_matrix:
    """Return how often each row has each feature: len(rows) × len(columns)."""
    pointer, cells, values = [0], list[int](), list[int]()
    for features in rows:
        own = Counter(columns[feature] for feature in features if feature in columns)
        cells.extend(own.keys())
        values.extend(own.values())
        pointer.append(len(cells))
    return csr_matrix((np.array(values, dtype=np.float64), cells, pointer), shape=(len(rows), len(columns)))
