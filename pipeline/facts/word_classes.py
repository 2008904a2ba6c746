"""Classes of words that news use alike: пшеница, ячмень, кукуруза … are one, нефть, газ, уголь another.

A word's class is the nearest of some hundred centres of news vectors (`weights/word_classes.npz`, made by
`python -m training.word_classes` from the vocabulary of navec's vectors).
"""

from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from pipeline.facts.model import unit_vector


@lru_cache(maxsize=10_000)
def word_class(form: str) -> int | None:
    """Return the number of the class of a form; None for a form without a vector."""
    vector = unit_vector(form)
    return None if vector is None else int(np.argmax(_centres() @ vector))


@cache
def _centres() -> NDArray[np.float32]:
    """Classes × 300, each of length one."""
    with files("pipeline.facts").joinpath("weights/word_classes.npz").open("rb") as file, np.load(file) as arrays:
        centres: NDArray[np.float32] = arrays["centres"].astype(np.float32)
    return centres
