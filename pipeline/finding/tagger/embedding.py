"""News word vectors, navec's, and a list of first names, both from natasha's package data. natasha itself is not
imported: its import chain asks for pkg_resources, which new Pythons do not bring."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from navec.pq import PQ
from navec.tar import Tar
from navec.vocab import Vocab
from numpy.typing import NDArray

from pipeline.errors import SettingsError

_VECTORS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_FIRST_NAMES = "dict/first.txt"


class _Quantized(PQ):  # type: ignore[misc]
    """navec's vectors without the norms and products that it makes of them: these take time and 100 MB, for nothing."""

    def precompute(self) -> None:
        """Nothing: vectors are looked up here, not compared."""


class WordVectors:
    """Vectors of 300 float32 numbers by lower-case form; a form without one has zeros."""

    def __init__(self, archive: Path) -> None:
        with Tar(archive) as parts:
            self._ids = Vocab.from_file(parts.load("vocab.bin")).word_ids
            quantized = _Quantized.from_file(parts.load("pq.bin"))
        self._indexes, self._codes = quantized.indexes, quantized.codes
        self._quantizers = np.arange(len(self._codes))
        self.size = self._codes.shape[0] * self._codes.shape[2]

    def id(self, word: str) -> int:
        """Return the number of a form in the vocabulary, -1 where it is not there."""
        lower = word.lower()
        return int(self._ids.get(lower, self._ids.get(lower.replace("ё", "е"), -1)))

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return len(ids) × size numbers; zeros for the id -1."""
        codes = self._codes[self._quantizers, self._indexes[ids]]
        rows: NDArray[np.float32] = codes.reshape(len(ids), self.size)
        rows[ids < 0] = 0
        return rows


def package_data() -> Path:
    """Return the folder of natasha's data. Raises SettingsError where the package is not installed."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise SettingsError("word vectors: the package natasha is not installed; `pip install natasha` brings them")
    return Path(spec.origin).parent / "data"


@cache
def word_vectors() -> WordVectors:
    """Load the vectors, once a process."""
    return WordVectors(package_data() / _VECTORS)


@cache
def first_names() -> frozenset[str]:
    """Return 7,658 first names in lower case, those of Central Asia and the Caucasus among them."""
    return frozenset((package_data() / _FIRST_NAMES).read_text(encoding="utf-8").split())
