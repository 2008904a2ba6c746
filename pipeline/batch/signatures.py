"""Signatures: by what reprints are told (see duplicates.py). Workers make them; the writer only compares."""

import re
from zlib import crc32

import numpy as np
from datasketch import MinHash

from pipeline.batch.outcome import PERMUTATIONS, Signature

SHINGLE_WORDS = 3
LEAST_WORDS = 8
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+")
_EMPTY = MinHash(num_perm=PERMUTATIONS, seed=1)


def signature_of(text: str) -> Signature | None:
    """Return the signature of a text; None where it is too short to tell."""
    words = WORD.findall(text.lower())
    if len(words) < LEAST_WORDS:
        return None
    triples = {" ".join(words[at : at + SHINGLE_WORDS]).encode() for at in range(len(words) - SHINGLE_WORDS + 1)}
    minhash = _EMPTY.copy()
    minhash.update_batch(sorted(triples))
    numbers = sorted({crc32(number.encode()) for number in NUMBER.findall(text)})
    return Signature(minhash.hashvalues.astype("<u4").tobytes(), np.array(numbers, dtype="<u4").tobytes())
