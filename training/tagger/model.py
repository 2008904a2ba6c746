"""The network in torch, as pipeline/finding/tagger/network.py computes it, with dropout for training."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import dropout, relu

from pipeline.finding.tagger.context import CONTEXTS
from training.tagger.crf import PartialCrf
from training.tagger.tags import TAGS

VECTOR = 300


@dataclass(frozen=True)
class Sizes:
    """Widths of the layers; the first three follow from the data."""

    characters: int
    traits: int
    corpora: int
    letter: int = 24
    letters: int = 64
    form: int = 192
    corpus: int = 8
    lstm: int = 160
    hidden: int = 128


@dataclass(frozen=True)
class Batch:
    """F forms used in B sentences of T tokens; `forms` (B × T) points into the F rows."""

    vectors: Tensor
    letters: Tensor
    traits: Tensor
    forms: Tensor
    contexts: Tensor
    corpora: Tensor
    allowed: Tensor


class TaggerModel(nn.Module):
    """Word forms → vectors → bidirectional LSTM → scores of tags → CRF."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        self.letter = nn.Embedding(sizes.characters, sizes.letter, padding_idx=0)
        self.letters = nn.Conv1d(sizes.letter, sizes.letters, 3, padding=1)
        self.form = nn.Linear(VECTOR + sizes.letters + sizes.traits, sizes.form)
        self.corpus = nn.Embedding(sizes.corpora, sizes.corpus)
        token = sizes.form + CONTEXTS + sizes.corpus
        self.lstm = nn.LSTM(token, sizes.lstm, batch_first=True, bidirectional=True)
        self.hidden = nn.Linear(2 * sizes.lstm + token, sizes.hidden)
        self.tags = nn.Linear(sizes.hidden, len(TAGS))
        self.crf = PartialCrf()

    def forms(self, batch: Batch) -> Tensor:
        """Return the vectors of the batch's forms, F × form."""
        vectors = batch.vectors
        if self.training:  # a word without a vector must be told by its letters
            vectors = vectors * (torch.rand(len(vectors), 1) > 0.1)
        found = self.letters(self.letter(batch.letters).transpose(1, 2)).masked_fill(batch.letters[:, None] == 0, 0)
        known = torch.cat((dropout(vectors, 0.15, self.training), relu(found.amax(dim=2)), batch.traits), dim=1)
        return relu(self.form(known))

    def emissions(self, batch: Batch) -> Tensor:
        """Return the scores of tags, B × T × K."""
        forms = dropout(self.forms(batch), 0.25, self.training)[batch.forms]
        corpora = self.corpus(batch.corpora)[:, None].expand(-1, forms.shape[1], -1)
        tokens = torch.cat((forms, batch.contexts, corpora), dim=2)
        around = dropout(self.lstm(tokens)[0], 0.4, self.training)
        hidden = relu(self.hidden(torch.cat((around, tokens), dim=2)))
        scores: Tensor = self.tags(dropout(hidden, 0.25, self.training))
        return scores

    def loss(self, batch: Batch) -> Tensor:
        """Return the mean loss a token."""
        return self.crf.loss(self.emissions(batch), batch.allowed)
