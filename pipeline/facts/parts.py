"""Parts of features: a named function and the few values that it makes feature names of.

A candidate has some thirty features, but they depend on a handful of values. A part stands for the features of one such
group of values; the model adds their weights once and remembers the sum by the values (`pipeline.facts.model`), so that
names are only written where a part is new, where the models learn, and where a fact is explained.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

#: A function from values to feature names, followed by the values: hashable, and the same names for the same values.
Part = tuple[Any, ...]
#: The parts that all candidates share, and those of each candidate.
Features = tuple[Sequence[Part], Mapping[str, Sequence[Part]]]


def names(parts: Iterable[Part]) -> list[str]:
    """Return the names of the features that parts stand for, in order."""
    return [name for part in parts for name in part[0](*part[1:])]
