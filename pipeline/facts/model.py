"""The linear model that chooses: weights of named features, and the reasons of a choice.

score(candidate) = Σ shared[feature][candidate] + Σ tied[feature of the candidate]; probabilities are the softmax of the
scores. A shared feature `zone~form` stands for the news vector of a word: its weights are the vector times the matrix
of the zone, so that words which the training articles lack weigh like their neighbours. `training/facts.py` learns all.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.facts.parts import Part, names
from pipeline.facts.remembered import Remembered
from pipeline.finding.tagger.embedding import word_vectors

Reasons = list[tuple[str, float]]
Weights = NDArray[np.float32]
SLOTS = ("indicator", "status", "subject", "date", "location", "object")
#: Stands between zone and form in the name of a feature that is a word's vector.
OF_VECTOR = "~"
NOTHING: Weights = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True)
class Choice:
    """What was chosen, and the scores of all candidates; the likelihood is the softmax of these."""

    chosen: str
    names: Sequence[str]
    values: Sequence[float]

    @property
    def scores(self) -> Mapping[str, float]:
        """The score of each candidate."""
        return dict(zip(self.names, self.values, strict=True))

    @property
    def probability(self) -> float:
        """How likely the choice is."""
        best = max(self.values)
        return 1 / sum([exp(score - best) for score in self.values])


class Model:
    """The weights of one slot: shared features weigh on each class by itself, tied ones on their candidate.

    `shared` has a row of len(classes) weights a feature; `vectors` a matrix of 300 × len(classes) a zone. Where there
    are no classes the candidates vary, and all weights are tied.
    """

    def __init__(
        self,
        classes: Sequence[str],
        shared: Mapping[str, Weights],
        tied: Mapping[str, float],
        vectors: Mapping[str, Weights] = MappingProxyType({}),
    ) -> None:
        self.classes, self.shared, self.tied, self.vectors = classes, shared, tied, vectors
        self._places = {name: place for place, name in enumerate(classes)}
        self._rows = Remembered(self._rows_of)
        self._sums = Remembered(self._sum_of)

    def choose(self, shared: Sequence[Part], tied: Mapping[str, Sequence[Part]]) -> Choice:
        """Return the best of the classes, or of the candidates of `tied` where the model has no classes."""
        weigh = self._sums.__getitem__
        if self.classes:
            names: Sequence[str] = self.classes
            scores = self._of_shared(shared)
            for name, parts in tied.items():
                if name in self._places:
                    scores[self._places[name]] += sum(map(weigh, parts))
        else:
            names = list(tied)
            scores = [sum(map(weigh, parts)) for parts in tied.values()]
        return Choice(names[scores.index(max(scores))], names, scores)

    def _of_shared(self, shared: Sequence[Part]) -> list[float]:
        rows = np.concatenate([NOTHING, *map(self._rows.__getitem__, shared)]).reshape(-1, len(self.classes))
        totals: list[float] = np.add.reduce(rows, axis=0).tolist()
        return totals

    def _rows_of(self, part: Part) -> Weights:
        rows = [row for row in map(self.row, names([part])) if row is not None]
        return np.sum(rows, axis=0, dtype=np.float32) if rows else NOTHING

    def _sum_of(self, part: Part) -> float:
        return sum(self.tied.get(name, 0.0) for name in names([part]))

    def row(self, feature: str) -> Weights | None:
        """Return the weights of a shared feature, one a class; None where it has none."""
        if feature in self.shared:
            return self.shared[feature]
        return self._row_of_vector(*feature.split(OF_VECTOR, 1)) if OF_VECTOR in feature else None

    def _row_of_vector(self, zone: str, form: str) -> Weights | None:
        vector = unit_vector(form)
        return None if zone not in self.vectors or vector is None else vector @ self.vectors[zone]

    def reasons(self, choice: Choice, shared: Sequence[Part], tied: Mapping[str, Sequence[Part]]) -> Reasons:
        """Return the features that spoke for the choice against the runner-up, the weightiest first."""
        rest = [name for name in choice.scores if name != choice.chosen]
        rival = max(rest, key=lambda name: choice.scores[name], default=choice.chosen)
        weights: dict[str, float] = {}
        for feature in names(shared):
            row = self.row(feature)
            if row is not None:
                weights[feature] = float(row[self.classes.index(choice.chosen)] - row[self.classes.index(rival)])
        for name, sign in ((choice.chosen, 1.0), (rival, -1.0)):
            for feature in names(tied.get(name, ())):
                weights[feature] = weights.get(feature, 0.0) + sign * self.tied.get(feature, 0.0)
        return sorted(weights.items(), key=lambda entry: -abs(entry[1]))


def unit_vector(form: str) -> Weights | None:
    """Return the news vector of a form at length one (300 numbers); None where there is none."""
    vectors = word_vectors()
    number = vectors.id(form)
    if number < 0:
        return None
    vector = vectors.vectors(np.array([number]))[0]
    unit: Weights = vector / np.float32(np.linalg.norm(vector) + 1e-6)
    return unit


@cache
def model(slot: str) -> Model:
    """Return the model of a slot as shipped."""
    folder = files("pipeline.facts").joinpath("weights")
    given = json.loads(folder.joinpath(f"{slot}.json").read_text(encoding="utf-8"))
    shared = {feature: _row(weights, given["classes"]) for feature, weights in given["shared"].items()}
    return Model(given["classes"], shared, given["tied"], _vectors(folder, slot) if given.get("vectors") else {})


def _row(weights: Mapping[str, float], classes: Sequence[str]) -> Weights:
    return np.array([weights.get(name, 0.0) for name in classes], dtype=np.float32)


def _vectors(folder: Any, slot: str) -> Mapping[str, Weights]:
    with folder.joinpath(f"{slot}.npz").open("rb") as file, np.load(file) as arrays:
        return {zone: arrays[zone].astype(np.float32) for zone in arrays.files}
