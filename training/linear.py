"""Fit a linear model of `pipeline.facts.model` by penalised maximum likelihood (L-BFGS)."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline.facts.model import Model
from training.fact_examples import Example

Floats = NDArray[Any]
#: A feature that is met in fewer examples than this is left out.
LEAST_COUNT = 2
ITERATIONS = 120


def fit(given: Sequence[Example], penalty: float) -> Model:
    """Return the model that makes the right candidates of the examples likeliest.

    A choice has one or more right candidates: the likelihood is that of any of them. `penalty` is that of L2.
    """
    classes = sorted({name for e in given if e.classes for name in e.classes})
    columns = _columns(given, classes)
    matrix, starts, right = _design(given, columns)
    weights = _minimise(matrix, starts, right, np.array([e.weight for e in given]), penalty)
    shared: dict[str, dict[str, float]] = defaultdict(dict)
    tied: dict[str, float] = {}
    for (feature, name), column in columns.items():
        if name is None:
            tied[feature] = float(weights[column])
        else:
            shared[feature][name] = float(weights[column])
    return Model(classes, dict(shared), tied)


Columns = dict[tuple[str, str | None], int]


def _columns(given: Sequence[Example], classes: Sequence[str]) -> Columns:
    """Number the weights: (feature, class) for shared features, (feature, None) for tied ones."""
    counts: Counter[tuple[str, bool]] = Counter()
    for example in given:
        counts.update((feature, True) for feature in set(example.shared))
        counts.update((feature, False) for feature in {f for fs in example.tied.values() for f in fs})
    keys: list[tuple[str, str | None]] = []
    for (feature, is_shared), count in sorted(counts.items()):
        if count >= LEAST_COUNT:
            keys.extend((feature, name) for name in classes) if is_shared else keys.append((feature, None))
    return {key: number for number, key in enumerate(keys)}


def _design(given: Sequence[Example], columns: Columns) -> tuple[csr_matrix, Floats, Floats]:
    """One row a candidate; `starts` are the rows at which the examples begin, `right` marks the right candidates."""
    rows, pointer = 0, [0]
    cells: list[int] = []
    values: list[int] = []
    starts: list[int] = []
    right: list[bool] = []
    for example in given:
        starts.append(rows)
        for name in example.candidates:
            own = _cells(example, name, columns)
            cells.extend(own.keys())
            values.extend(own.values())
            pointer.append(len(cells))
            right.append(name in example.right)
            rows += 1
    shape = (rows, len(columns))
    matrix = csr_matrix((np.array(values, dtype=np.float64), cells, pointer), shape=shape)
    return matrix, np.array(starts), np.array(right)


def _cells(example: Example, name: str, columns: Columns) -> Counter[int]:
    """The columns of one candidate's features, with how often each is met."""
    shared = (columns.get((feature, name)) for feature in example.shared)
    tied = (columns.get((feature, None)) for feature in example.tied.get(name, ()))
    return Counter(column for column in (*shared, *tied) if column is not None)


def _minimise(
    matrix: csr_matrix, starts: Floats, right: Floats, importance: Floats, penalty: float
) -> Floats:
    sizes = np.diff([*starts, matrix.shape[0]])
    owner = np.repeat(np.arange(len(starts)), sizes)
    transposed = matrix.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, starts)[owner]
        raw = np.exp(scores)
        total = np.add.reduceat(raw, starts)
        good = np.add.reduceat(raw * right, starts) + 1e-300
        gradient = (raw / total[owner] - raw * right / good[owner]) * importance[owner]
        value = float(importance @ (np.log(total) - np.log(good)) + penalty / 2 * weights @ weights)
        return value, transposed @ gradient + penalty * weights

    start = np.zeros(matrix.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x)
