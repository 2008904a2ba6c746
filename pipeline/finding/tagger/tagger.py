"""Tagger: documents of tokens → spans of names."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.finding.tagger.context import context_bits
from pipeline.finding.tagger.forms import Alphabets, FormFeatures
from pipeline.finding.tagger.marginals import probabilities
from pipeline.finding.tagger.network import Array, Network
from pipeline.finding.tagger.sequences import steps
from pipeline.finding.tagger.spans import TaggedSpan, tagged_spans
from pipeline.finding.tagger.viterbi import best_tags

Document = Sequence[Sequence[str]]

#: Taggers by the name that settings have for them: the file of the weights, and how records name the model (a new name
#: for new weights). The clean one has learned from own articles and data under the MIT licence alone.
TAGGERS = {"full": ("names.npz", "names 2"), "clean": ("clean.npz", "names 2 clean")}
#: So many at once: ten kilobytes each are in work, and more of them are no faster (measured: 700 to 5,000).
MOST_TOKENS = 2_500
CACHED_FORMS = 10_000  # vectors of word forms kept (8 MB); the store starts anew when it is full


class Tagger:
    """Finds names of organizations, locations and people. `Tagger.load()` gives one with the shipped weights."""

    def __init__(self, weights: Path) -> None:
        with np.load(weights) as stored:
            arrays = {name: stored[name] for name in stored.files}
        settings = json.loads(str(arrays.pop("settings")))
        self._tags: list[str] = settings["tags"]
        self._transitions = arrays.pop("transitions").astype(np.float32)
        self._start = arrays.pop("start").astype(np.float32)
        self._features = FormFeatures(Alphabets(tuple(settings["characters"]), tuple(settings["grammemes"])))
        self._network = Network(arrays)
        self._rows: dict[str, int] = {}
        self._vectors: Array = np.empty((0, self._network.width), dtype=np.float32)

    @staticmethod
    def load(name: str = "full") -> "Tagger":
        """Return a tagger of the package, one of TAGGERS, loaded once a process."""
        return _shipped(TAGGERS[name][0])

    def __call__(self, sentences: Document) -> list[list[TaggedSpan]]:
        """Return the spans of each sentence of one document, which is a list of sentences, each a list of tokens."""
        return self.batch([sentences])[0]

    def batch(self, documents: Iterable[Document]) -> list[list[list[TaggedSpan]]]:
        """Return what `__call__` returns, for several documents; some thousand tokens at once are in work."""
        given = [[list(sentence) for sentence in document] for document in documents]
        sentences = [sentence for document in given for sentence in document]
        spans = iter(self._spans(given, sentences))
        return [[next(spans) if sentence else [] for sentence in document] for document in given]

    def _spans(self, documents: list[list[list[str]]], sentences: list[list[str]]) -> list[list[TaggedSpan]]:
        filled = [sentence for sentence in sentences if sentence]
        if not filled:
            return []
        tags, confidence = self._tagged(documents, filled)
        names, sure = iter([self._tags[tag] for tag in tags]), iter(confidence.tolist())
        return [
            tagged_spans(sentence, list(islice(names, len(sentence))), list(islice(sure, len(sentence))))
            for sentence in filled
        ]

    def _tagged(
        self, documents: list[list[list[str]]], sentences: list[list[str]]
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        contexts = np.concatenate([context_bits([s for s in d if s]) for d in documents if any(d)])
        parts, first = [], 0
        for part in _parts(sentences):
            last = first + sum(map(len, part))
            parts.append(self._tagged_part(part, contexts[first:last]))
            first = last
        tags, confidence = zip(*parts, strict=True)
        return np.concatenate(tags), np.concatenate(confidence)

    def _tagged_part(
        self, sentences: list[list[str]], contexts: Array
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        forms = self._forms([word for sentence in sentences for word in sentence])
        arranged = steps([len(sentence) for sentence in sentences])
        emissions = self._network.emissions(forms, contexts, arranged)
        tags = best_tags(emissions, self._transitions, self._start, arranged)
        return tags, probabilities(emissions, self._transitions, self._start, tags, arranged)

    def _forms(self, words: list[str]) -> Array:
        new = [word for word in dict.fromkeys(words) if word not in self._rows]
        if len(self._rows) + len(new) > CACHED_FORMS:
            self._rows, new = {}, list(dict.fromkeys(words))
        if new:
            self._store(new, self._network.forms(self._features(new)))
        return self._vectors[[self._rows[word] for word in words]]

    def _store(self, words: list[str], vectors: Array) -> None:
        first, last = len(self._rows), len(self._rows) + len(words)
        if last > len(self._vectors):  # the room doubles, so that storing stays linear
            room = np.empty((max(2 * last, 1024), vectors.shape[1]), dtype=np.float32)
            room[:first] = self._vectors[:first]
            self._vectors = room
        self._vectors[first:last] = vectors
        self._rows.update(zip(words, range(first, last), strict=True))


def _parts(sentences: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    """Sentences in groups of at most MOST_TOKENS tokens; a longer sentence is a group of its own."""
    part: list[list[str]] = []
    tokens = 0
    for sentence in sentences:
        if part and tokens + len(sentence) > MOST_TOKENS:
            yield part
            part, tokens = [], 0
        part.append(sentence)
        tokens += len(sentence)
    yield part


@cache
def _shipped(weights: str) -> Tagger:
    with as_file(files("pipeline.finding") / "data" / weights) as path:
        return Tagger(path)
