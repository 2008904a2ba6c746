"""Reprints: articles that share most of their text with an earlier one of the same run, by MinHash.

1. A worker makes the signature (signatures.py): a MinHash of the word triples, and the numbers in the text.
2. The writer looks for earlier articles that agree in a band (locality-sensitive hashing); the journal keeps them.
3. Among these the most similar one counts, if it is similar enough and has the same numbers: reports by a template (an
   exchange rate each day) share their words, but not their numbers.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from operator import eq
from zlib import crc32

from pipeline.batch.outcome import PERMUTATIONS, Signature

# 16 bands of 4: two texts that share 70 % of their triples meet in one with 99 %, those that share 20 % with 3 %.
BANDS = 16
ROWS = PERMUTATIONS // BANDS
LEAST_SAME_NUMBERS = 0.8


class Reprints:
    """The articles of a run that are no reprints, in the journal's database (tables originals and bands)."""

    def __init__(self, database: sqlite3.Connection, similarity: float) -> None:
        self._database, self._similarity = database, similarity

    def original_of(self, number: int, identifier: str, signature: Signature) -> str | None:
        """Return the id of the earlier article that this one reprints; None, and remember it, where there is none."""
        bands = list(_bands(signature))
        found = self._most_similar(bands, signature)
        if found is None:
            row = (number, identifier, signature.minhash, signature.numbers)
            self._database.execute("INSERT OR REPLACE INTO originals VALUES (?, ?, ?, ?)", row)
            self._database.executemany("INSERT OR REPLACE INTO bands VALUES (?, ?)", [(band, number) for band in bands])
        return found

    def _most_similar(self, bands: list[int], signature: Signature) -> str | None:
        marks = ", ".join("?" * len(bands))
        rows = self._database.execute(
            "SELECT id, minhash, numbers FROM originals WHERE number IN "
            f"(SELECT number FROM bands WHERE band IN ({marks})) ORDER BY number",
            bands,
        )
        best, original = self._similarity, None
        for identifier, minhash, numbers in rows:
            likeness = _share_equal(signature.minhash, minhash)
            if likeness >= best and (original is None or likeness > best) and _same_numbers(signature.numbers, numbers):
                best, original = likeness, identifier
        return original


def _bands(signature: Signature) -> Iterator[int]:
    values = signature.minhash
    width = ROWS * 4
    for band in range(BANDS):
        # The band's place is part of its key: equal values in other bands do not meet.
        yield band << 32 | crc32(values[band * width : (band + 1) * width])


def _share_equal(one: bytes, other: bytes) -> float:
    equal: int = sum(map(eq, _values(one), _values(other)))
    return equal / PERMUTATIONS


def _same_numbers(one: bytes, other: bytes) -> bool:
    first, second = set(_values(one)), set(_values(other))
    return len(first & second) >= LEAST_SAME_NUMBERS * len(first | second)


def _values(data: bytes) -> Sequence[int]:
    """Numbers of four bytes: only whether they are equal counts. (The process that writes does without numpy.)"""
    return memoryview(data).cast("I")
