"""The loss of a linear-chain CRF where a token may have any tag of a set: log Z of all ways less the allowed one's."""

import torch
from torch import Tensor, nn

from training.tagger.tags import TAGS, follows

NEVER = -1e4


class PartialCrf(nn.Module):
    """Transitions between tags; those that break the B/I scheme stay impossible."""

    def __init__(self) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.start = nn.Parameter(torch.zeros(len(TAGS)))
        possible = [[follows(before, after) for after in TAGS] for before in TAGS]
        self._broken = ~torch.tensor(possible)
        self._broken_start = ~torch.tensor([follows("", tag) for tag in TAGS])

    def scores(self) -> tuple[Tensor, Tensor]:
        """Return transitions and start scores with NEVER where the scheme forbids."""
        return (
            self.transitions.masked_fill(self._broken, NEVER),
            self.start.masked_fill(self._broken_start, NEVER),
        )

    def loss(self, emissions: Tensor, allowed: Tensor) -> Tensor:
        """Return the mean loss a token. emissions: B × T × K; allowed: B × T × K, bool."""
        both = torch.cat((emissions, emissions.masked_fill(~allowed, NEVER)))
        total = self._log_partition(both)
        free, tied = total.chunk(2)
        return (free - tied).sum() / (allowed.shape[0] * allowed.shape[1])

    def _log_partition(self, emissions: Tensor) -> Tensor:
        transitions, start = self.scores()
        ways = transitions.exp()
        alpha = emissions[:, 0] + start
        for step in range(1, emissions.shape[1]):
            top = alpha.amax(dim=1, keepdim=True).detach()
            alpha = ((alpha - top).exp() @ ways + 1e-30).log() + top + emissions[:, step]
        return alpha.logsumexp(dim=1)
