"""The numpy network and the torch one that is trained give the same scores, and the same best tags."""

import itertools
from pathlib import Path

import numpy as np
import pytest

from pipeline.finding.tagger.context import context_bits
from pipeline.finding.tagger.forms import Alphabets, FormFeatures
from pipeline.finding.tagger.sequences import steps
from pipeline.finding.tagger.tagger import Tagger
from pipeline.finding.tagger.viterbi import best_tags

torch = pytest.importorskip("torch")

SENTENCES = [
    ["Завод", "«Жезтас»", "в", "Сарани", "выпустил", "2", "000", "автобусов", "."],
    ["Об", "этом", "сообщил", "Ерлан", "Сагинтаев", "."],
    ["Банк", "развития", "Евразии", "(", "БРЕ", ")", "выдал", "Nomad", "Steel", "кредит"],
]
ALPHABETS = Alphabets(tuple("абвгдежзийклмнопрстуфхцчшщыьэюяABCSТБ"), ("Geox", "NOUN", "VERB", "gent", "nomn"))


@pytest.fixture(scope="module")
def model():
    from training.tagger.model import Sizes, TaggerModel

    torch.manual_seed(3)
    width = FormFeatures(ALPHABETS).width
    sizes = Sizes(characters=len(ALPHABETS.characters) + 2, traits=width, corpora=3, form=24, lstm=16, hidden=12)
    made = TaggerModel(sizes).eval()
    torch.nn.init.normal_(made.crf.transitions)
    return made


@pytest.fixture(scope="module")
def tagger(model, tmp_path_factory) -> Tagger:
    from training.tagger.export import export

    file: Path = tmp_path_factory.mktemp("weights") / "small.npz"
    export(model, ALPHABETS, 1, file)
    return Tagger(file)


def torch_emissions(model):
    from pipeline.finding.tagger.embedding import word_vectors
    from training.tagger.model import Batch

    contexts, start, found = context_bits(SENTENCES), 0, []
    for sentence in SENTENCES:
        rows = FormFeatures(ALPHABETS)(sentence)
        batch = Batch(
            vectors=torch.from_numpy(word_vectors().vectors(rows.ids)),
            letters=torch.from_numpy(rows.letters),
            traits=torch.from_numpy(rows.traits),
            forms=torch.arange(len(sentence))[None],
            contexts=torch.from_numpy(contexts[start : start + len(sentence)])[None],
            corpora=torch.tensor([1]),
            allowed=torch.ones(1),
        )
        start += len(sentence)
        with torch.no_grad():
            found.append(model.emissions(batch)[0].numpy())
    return np.concatenate(found)


def numpy_emissions(tagger):
    forms = tagger._forms([word for sentence in SENTENCES for word in sentence])
    return tagger._network.emissions(forms, context_bits(SENTENCES), steps([len(s) for s in SENTENCES]))


def test_emissions_are_those_of_torch(model, tagger):
    ours, theirs = numpy_emissions(tagger), torch_emissions(model)
    assert np.abs(theirs).max() > 0.05
    np.testing.assert_allclose(ours, theirs, atol=2e-3)  # the weights lose half their digits in the file


def test_best_tags_are_the_best_of_all_ways():
    chance = np.random.default_rng(5)
    emissions = chance.normal(size=(9, 3)).astype(np.float32)
    transitions, start = chance.normal(size=(3, 3)).astype(np.float32), chance.normal(size=3).astype(np.float32)

    def worth(way, rows):
        inner = sum(transitions[a, b] for a, b in itertools.pairwise(way))
        return start[way[0]] + inner + sum(rows[i, tag] for i, tag in enumerate(way))

    expected, first = [], 0
    for length in (2, 4, 3):
        rows = emissions[first : first + length]
        expected += max(itertools.product(range(3), repeat=length), key=lambda way: worth(way, rows))
        first += length
    assert best_tags(emissions, transitions, start, steps([2, 4, 3])).tolist() == expected


def test_tags_never_break_the_scheme(tagger):
    emissions = np.zeros((6, len(tagger._tags)), dtype=np.float32)
    emissions[:, tagger._tags.index("I-person")] = 9
    tags = [tagger._tags[tag] for tag in best_tags(emissions, tagger._transitions, tagger._start, steps([6]))]
    assert tags[0] == "B-person"
    assert set(tags[1:]) == {"I-person"}


def test_neighbours_in_a_batch_change_nothing(tagger):
    alone = [tagger([sentence]) for sentence in SENTENCES]
    assert tagger.batch([[sentence] for sentence in SENTENCES]) == alone
    assert tagger.batch([[], SENTENCES, [[]]])[1] == tagger(SENTENCES)
