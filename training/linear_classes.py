"""Fit a linear model whose candidates are classes: shared features, tied ones, and the vectors of words by zone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from pipeline.facts.model import OF_VECTOR, Model, unit_vector
from training.fact_examples import Example
from training.linear import Columns, Floats, counts, minimum, numbered

#: How much more a weight of a vector may cost than one of a named feature, as a factor of the penalty.
VECTOR_PENALTY = 0.3
DIMENSIONS = 300


@dataclass(frozen=True)
class Design:
    """The examples as numbers: rows are examples, for `tied` examples × classes."""

    shared: csr_matrix
    vectors: Floats
    tied: csr_matrix
    right: Floats
    importance: Floats


def fit_classes(given: Sequence[Example], penalty: float) -> Model:
    """Return the model that makes the right classes of the examples likeliest. `penalty` is that of L2."""
    classes = list(given[0].classes)
    named = [[f for f in example.shared if OF_VECTOR not in f] for example in given]
    columns = numbered(named)
    tied = numbered({f for features in example.tied.values() for f in features} for example in given)
    zones = sorted({f.split(OF_VECTOR)[0] for example in given for f in example.shared if OF_VECTOR in f})
    shared = counts(named, columns)
    design = Design(
        shared,
        _vectors(given, zones),
        counts([example.tied.get(name, ()) for example in given for name in classes], tied),
        np.array([[name in example.right for name in classes] for example in given]),
        np.array([example.weight for example in given]),
    )
    of_shared, of_vectors, of_tied = _fitted(design, len(classes), penalty)
    return Model(
        classes,
        {feature: of_shared[column].astype(np.float32) for feature, column in columns.items()},
        {feature: float(of_tied[column]) for feature, column in tied.items()},
        _by_zone(of_vectors, zones),
    )


def _by_zone(weights: Floats, zones: Sequence[str]) -> Mapping[str, Floats]:
    blocks = weights.reshape(len(zones), DIMENSIONS, -1) if zones else []
    return {zone: block.astype(np.float32) for zone, block in zip(zones, blocks, strict=True)}


def _fitted(design: Design, classes: int, penalty: float) -> tuple[Floats, Floats, Floats]:
    """The weights of shared features (features × classes), of vectors, and of tied features."""
    sizes = [design.shared.shape[1] * classes, design.vectors.shape[1] * classes, design.tied.shape[1]]
    ends = np.cumsum(sizes)
    # Vectors are scaled, so that one penalty serves all weights.
    scale = 1 / np.sqrt(VECTOR_PENALTY)
    vectors = design.vectors * scale
    shared_t, tied_t = design.shared.T.tocsr(), design.tied.T.tocsr()

    def parts(weights: Floats) -> tuple[Floats, Floats, Floats]:
        of_shared, of_vectors, of_tied = np.split(weights, ends[:-1])
        return of_shared.reshape(-1, classes), of_vectors.reshape(-1, classes), of_tied

    def loss(weights: Floats) -> tuple[float, Floats]:
        of_shared, of_vectors, of_tied = parts(weights)
        scores = design.shared @ of_shared + vectors @ of_vectors + (design.tied @ of_tied).reshape(-1, classes)
        raw = np.exp(scores - scores.max(axis=1, keepdims=True))
        total, good = raw.sum(axis=1), (raw * design.right).sum(axis=1) + 1e-300
        gradient = (raw / total[:, None] - raw * design.right / good[:, None]) * design.importance[:, None]
        pieces = ((shared_t @ gradient).ravel(), (vectors.T @ gradient).ravel(), tied_t @ gradient.ravel())
        value = float(design.importance @ (np.log(total) - np.log(good)) + penalty / 2 * weights @ weights)
        return value, np.concatenate(pieces) + penalty * weights

    of_shared, of_vectors, of_tied = parts(minimum(loss, int(ends[-1])))
    return of_shared, of_vectors * scale, of_tied


def _vectors(given: Sequence[Example], zones: Sequence[str]) -> Floats:
    """The sums of the vectors of each zone: examples × (zones · DIMENSIONS)."""
    sums = np.zeros((len(given), len(zones), DIMENSIONS))
    places: Columns = {zone: number for number, zone in enumerate(zones)}
    for row, example in enumerate(given):
        for feature in example.shared:
            zone, mark, form = feature.partition(OF_VECTOR)
            vector = unit_vector(form) if mark else None
            if vector is not None:
                sums[row, places[zone]] += vector
    return sums.reshape(len(given), -1)
