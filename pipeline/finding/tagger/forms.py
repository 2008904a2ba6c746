"""What is known of a word form by itself: vector, letters, grammemes of its dictionary readings, shape. The same
features feed training and inference."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.finding.tagger.embedding import first_names, word_vectors
from pipeline.finding.tagger.shapes import TRAITS, shape_bits
from pipeline.knowledge.places.table import country_adjectives, place_table
from pipeline.language.morphology import analyzer, parses

LETTERS = 20  # of a longer form the first and the last ten letters count
LISTED = 5  # traits after the grammemes: a place, a first name, a country's adjective, in the dictionary, no vector


@dataclass(frozen=True)
class Alphabets:
    """Which characters and grammemes have numbers, in the order of the weights; character 0 is padding, 1 unknown."""

    characters: tuple[str, ...]
    grammemes: tuple[str, ...]


@dataclass(frozen=True)
class FormRows:
    """Features of N forms: ids (N) in the word vectors, letters (N × LETTERS), traits (N × width of `FormFeatures`)."""

    ids: NDArray[np.int64]
    letters: NDArray[np.int64]
    traits: NDArray[np.float32]


class FormFeatures:
    """Features of word forms; equal forms have equal features, so callers cache by form."""

    def __init__(self, alphabets: Alphabets) -> None:
        self._characters = {character: i for i, character in enumerate(alphabets.characters, start=2)}
        self._grammemes = {grammeme: i for i, grammeme in enumerate(alphabets.grammemes)}
        self.width = len(TRAITS) + len(alphabets.grammemes) + LISTED

    def __call__(self, words: Sequence[str]) -> FormRows:
        vectors = word_vectors()
        ids = np.array([vectors.id(word) for word in words], dtype=np.int64)
        letters = np.zeros((len(words), LETTERS), dtype=np.int64)
        traits = np.zeros((len(words), self.width), dtype=np.float32)
        for row, word in enumerate(words):
            numbers = [self._characters.get(character, 1) for character in _ends(word)]
            letters[row, : len(numbers)] = numbers
            self._fill(traits[row], word)
        traits[:, -1] = ids < 0
        return FormRows(ids, letters, traits)

    def _fill(self, row: NDArray[np.float32], word: str) -> None:
        row[: len(TRAITS)] = shape_bits(word)
        if not any(map(str.isalpha, word)):
            return
        for parse in parses(word):
            for grammeme in parse.grammemes:
                if (column := self._grammemes.get(grammeme)) is not None:
                    row[len(TRAITS) + column] += parse.score
        row[-5:-1] = _listed(word)


def _listed(word: str) -> tuple[bool, bool, bool, bool]:
    """Whether a place or a first name is written so in some case, and whether the dictionary has the form."""
    lemmas = {word.lower(), *(parse.lemma for parse in parses(word))}
    places, adjectives = place_table(), country_adjectives()
    return (
        any(lemma in places for lemma in lemmas),
        not lemmas.isdisjoint(first_names()),
        any(lemma.replace("ё", "е") in adjectives for lemma in lemmas),
        bool(analyzer().word_is_known(word.lower())),
    )


def _ends(word: str) -> str:
    return word if len(word) <= LETTERS else word[: LETTERS // 2] + word[-LETTERS // 2 :]
