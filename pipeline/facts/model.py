"""The linear model that chooses: weights of named features, read from JSON, and the reasons of a choice.

score(candidate) = Σ shared[feature][candidate] + Σ tied[feature of the candidate]; probabilities are the softmax of the
scores. `training/facts.py` learns the weights.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp

Reasons = list[tuple[str, float]]
SLOTS = ("indicator", "status", "subject", "date", "location", "object")


@dataclass(frozen=True)
class Choice:
    """What was chosen, how likely it is among the candidates, and the scores of all."""

    chosen: str
    probability: float
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Model:
    """The weights of one slot: shared features weigh on each class by itself, tied ones on their candidate."""

    classes: Sequence[str]
    shared: Mapping[str, Mapping[str, float]]
    tied: Mapping[str, float]

    def choose(self, shared: Sequence[str], tied: Mapping[str, Sequence[str]]) -> Choice:
        """Return the best of the classes, or of the candidates of `tied` where the model has no classes."""
        scores = dict.fromkeys(self.classes or tied, 0.0)
        for feature in shared:
            for name, weight in self.shared.get(feature, {}).items():
                scores[name] += weight
        for name, features in tied.items():
            if name in scores:
                scores[name] += sum(map(self.tied.get, features, repeat(0.0)))
        best = max(scores, key=lambda name: scores[name])
        total = sum(exp(score - scores[best]) for score in scores.values())
        return Choice(best, 1 / total, scores)

    def reasons(self, choice: Choice, shared: Sequence[str], tied: Mapping[str, Sequence[str]]) -> Reasons:
        """Return the features that spoke for the choice against the runner-up, the weightiest first."""
        rest = [name for name in choice.scores if name != choice.chosen]
        rival = max(rest, key=lambda name: choice.scores[name], default=choice.chosen)
        weights: dict[str, float] = {}
        for feature in shared:
            of_class = self.shared.get(feature, {})
            weights[feature] = of_class.get(choice.chosen, 0.0) - of_class.get(rival, 0.0)
        for name, sign in ((choice.chosen, 1.0), (rival, -1.0)):
            for feature in tied.get(name, ()):
                weights[feature] = weights.get(feature, 0.0) + sign * self.tied.get(feature, 0.0)
        return sorted(weights.items(), key=lambda entry: -abs(entry[1]))


@cache
def model(slot: str) -> Model:
    """Return the model of a slot as shipped."""
    path = files("pipeline.facts").joinpath(f"weights/{slot}.json")
    given = json.loads(path.read_text(encoding="utf-8"))
    return Model(given["classes"], given["shared"], given["tied"])
