"""Documents → encoded sentences → batches of tensors."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import torch
from numpy.typing import NDArray

from pipeline.finding.tagger.context import context_bits
from pipeline.finding.tagger.embedding import word_vectors
from pipeline.finding.tagger.forms import Alphabets, FormFeatures
from pipeline.language.morphology import parses
from training.tagger.documents import Document
from training.tagger.model import Batch
from training.tagger.tags import TAGS

CORPORA = ("own", "nerel", "rured", "factrueval", "collection5")
LONGEST = 80  # tokens; longer sentences are cut in training


@dataclass(frozen=True)
class Encoded:
    """A sentence of n tokens: forms (n) in the table, contexts (n × CONTEXTS), allowed (n), the corpus' number."""

    forms: NDArray[np.int64]
    contexts: NDArray[np.uint8]
    allowed: NDArray[np.int64]
    corpus: int


def alphabets(words: Iterable[str]) -> Alphabets:
    """Return the characters and grammemes frequent enough among the forms to be learned."""
    characters, grammemes = Counter[str](), Counter[str]()
    for word in words:
        characters.update(set(word))
        if any(map(str.isalpha, word)):
            grammemes.update({grammeme for parse in parses(word) for grammeme in parse.grammemes})
    frequent = tuple(sorted(c for c, n in characters.items() if n >= 8))
    return Alphabets(frequent, tuple(sorted(str(g) for g, n in grammemes.items() if n >= 40)))


class FormTable:
    """Features of all forms of the training data, as tensors."""

    def __init__(self, words: Sequence[str], known: Alphabets) -> None:
        self.numbers = {word: i for i, word in enumerate(words)}
        features = FormFeatures(known)
        self.width = features.width
        rows = features(words)
        self.vectors = torch.from_numpy(word_vectors().vectors(rows.ids))
        self.letters = torch.from_numpy(rows.letters)
        self.traits = torch.from_numpy(rows.traits)

    def encode(self, document: Document) -> Iterator[Encoded]:
        """Yield the document's sentences."""
        contexts = context_bits([sentence.tokens for sentence in document.sentences]).astype(np.uint8)
        corpus, start = CORPORA.index(document.corpus), 0
        for sentence in document.sentences:
            forms = np.array([self.numbers[token] for token in sentence.tokens])
            bits = contexts[start : start + len(forms)]
            start += len(forms)
            allowed = np.array(sentence.allowed)
            for cut in range(0, len(forms), LONGEST):
                part = slice(cut, cut + LONGEST)
                yield Encoded(forms[part], bits[part], allowed[part], corpus)


def batches(sentences: Sequence[Encoded], tokens: int, chance: random.Random) -> list[list[Encoded]]:
    """Return batches of sentences of one length, so that none is padded, about so many tokens each, in random order."""
    order = sorted(sentences, key=lambda sentence: len(sentence.forms) + chance.random() * 0.9)
    made: list[list[Encoded]] = []
    for _, alike in groupby(order, key=lambda sentence: len(sentence.forms)):
        group = list(alike)
        size = max(1, tokens // len(group[0].forms))
        made.extend(group[first : first + size] for first in range(0, len(group), size))
    chance.shuffle(made)
    return made


def tensors(sentences: Sequence[Encoded], table: FormTable) -> Batch:
    """Lay sentences of one length side by side."""
    forms = np.stack([sentence.forms for sentence in sentences])
    contexts = np.stack([sentence.contexts for sentence in sentences]).astype(np.float32)
    allowed = np.stack([sentence.allowed for sentence in sentences])
    used, places = np.unique(forms, return_inverse=True)
    return Batch(
        vectors=table.vectors[used],
        letters=table.letters[used],
        traits=table.traits[used],
        forms=torch.from_numpy(places.reshape(forms.shape)),
        contexts=torch.from_numpy(contexts),
        corpora=torch.tensor([sentence.corpus for sentence in sentences]),
        allowed=torch.from_numpy((allowed[:, :, None] >> np.arange(len(TAGS)) & 1).astype(bool)),
    )
