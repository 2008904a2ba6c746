"""The network in plain numpy: word forms → vectors, a bidirectional LSTM over sentences, scores of tags.

It computes what training/tagger/model.py computes in torch; a test holds the two together.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from pipeline.finding.tagger.embedding import word_vectors
from pipeline.finding.tagger.forms import FormRows
from pipeline.finding.tagger.sequences import Steps

Array = NDArray[np.float32]


class Network:
    """The trained weights, by name, as float32.

    letters.embedding (A × E), letters.weight (3E × C), letters.bias; form.weight (V × F), form.bias;
    lstm.input (D × 8H: the forward gates, then the backward ones), lstm.bias, lstm.recurrent (2 × H × 4H);
    hidden.weight (2H + D × M), hidden.bias; tags.weight (M × K), tags.bias. Gates stand in torch's order.
    """

    def __init__(self, weights: Mapping[str, Array]) -> None:
        self._weights = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in weights.items()}

    @property
    def width(self) -> int:
        """The length of a form's vector."""
        return int(self._weights["form.bias"].shape[0])

    def forms(self, rows: FormRows) -> Array:
        """Return the vectors of forms, N × F."""
        weights = self._weights
        known = np.concatenate((word_vectors().vectors(rows.ids), self._letters(rows.letters), rows.traits), axis=1)
        return _positive(known @ weights["form.weight"] + weights["form.bias"])

    def emissions(self, forms: Array, contexts: Array, steps: Steps) -> Array:
        """Return the scores of tags, N × K, of N tokens given their forms' vectors and context bits."""
        weights = self._weights
        tokens = np.concatenate((forms, contexts), axis=1)
        around = self._lstm(tokens, steps)
        hidden = np.concatenate((around, tokens), axis=1) @ weights["hidden.weight"] + weights["hidden.bias"]
        scores: Array = _positive(hidden) @ weights["tags.weight"] + weights["tags.bias"]
        return scores

    def _letters(self, letters: NDArray[np.int64]) -> Array:
        """A convolution of width three over a form's letters, its maximum over the form."""
        weights = self._weights
        embedded = weights["letters.embedding"][np.pad(letters, ((0, 0), (1, 1)))]
        windows = np.concatenate((embedded[:, :-2], embedded[:, 1:-1], embedded[:, 2:]), axis=2)
        found = windows @ weights["letters.weight"] + weights["letters.bias"]
        found[letters == 0] = 0
        return _positive(found.max(axis=1))

    def _lstm(self, tokens: Array, steps: Steps) -> Array:
        weights = self._weights
        gates = tokens @ weights["lstm.input"] + weights["lstm.bias"]
        both = gates.reshape(len(tokens), 2, -1)
        ordered = np.stack((both[steps.forward, 0], both[steps.backward, 1]))
        outputs = self._run(ordered, steps)
        around = np.empty((len(tokens), 2, outputs.shape[2]), dtype=np.float32)
        around[steps.forward, 0] = outputs[0]
        around[steps.backward, 1] = outputs[1]
        return around.reshape(len(tokens), -1)

    def _run(self, ordered: Array, steps: Steps) -> Array:
        """Both directions at once: gates 2 × N × 4H in the order of the steps → outputs 2 × N × H."""
        recurrent = self._weights["lstm.recurrent"]
        size = recurrent.shape[1]
        outputs = np.empty((2, ordered.shape[1], size), dtype=np.float32)
        state = np.zeros((2, steps.sizes[0], size), dtype=np.float32)
        output = state
        for place, active in zip(steps.slices(), steps.sizes, strict=True):
            gates = ordered[:, place]
            if place.start:
                gates = gates + output[:, :active] @ recurrent
            inward, kept, outward = (_sigmoid(gates[..., i * size : (i + 1) * size]) for i in (0, 1, 3))
            state = kept * state[:, :active] + inward * np.tanh(gates[..., 2 * size : 3 * size])
            output = outputs[:, place] = outward * np.tanh(state)
        return outputs


def _positive(array: Array) -> Array:
    return np.maximum(array, 0, out=array)


def _sigmoid(array: Array) -> Array:
    half: Array = np.tanh(array * np.float32(0.5))
    return half * np.float32(0.5) + np.float32(0.5)
