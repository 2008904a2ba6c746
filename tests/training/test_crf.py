"""The loss of the partial CRF, against a sum over all ways."""

import itertools

import pytest

from training.tagger.tags import TAGS, follows

torch = pytest.importorskip("torch")


def test_loss_is_that_of_the_sum_over_all_ways() -> None:
    from training.tagger.crf import PartialCrf

    torch.manual_seed(1)
    crf = PartialCrf()
    torch.nn.init.normal_(crf.transitions)
    torch.nn.init.normal_(crf.start)
    emissions = torch.randn(1, 3, len(TAGS))
    allowed = torch.rand(1, 3, len(TAGS)) < 0.5
    allowed[0, :, 0] = True
    ways = [
        way
        for way in itertools.product(range(len(TAGS)), repeat=3)
        if all(follows(TAGS[a], TAGS[b]) for a, b in itertools.pairwise(way)) and follows("", TAGS[way[0]])
    ]

    def worth(way: tuple[int, ...]) -> torch.Tensor:
        inner = sum(crf.transitions[a, b] for a, b in itertools.pairwise(way))
        return crf.start[way[0]] + inner + sum(emissions[0, i, tag] for i, tag in enumerate(way))

    every = torch.stack([worth(way) for way in ways]).logsumexp(0)
    kept = [way for way in ways if all(allowed[0, i, tag] for i, tag in enumerate(way))]
    tied = torch.stack([worth(way) for way in kept]).logsumexp(0)
    assert 0 < len(kept) < len(ways)
    assert crf.loss(emissions, allowed).item() == pytest.approx((every - tied).item() / 3, abs=1e-4)
