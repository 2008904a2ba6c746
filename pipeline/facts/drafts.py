"""A fact while it is being made: slots filled one after the other, each with the probability of its choice."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.facts.anchors import Anchor


@dataclass
class Draft:
    """The slots chosen so far for one quantity; `indicator` "none" where the quantity states no fact."""

    quantity: Anchor
    indicator: str = "none"
    status: str = "actual"
    subject: str | None = None
    date: str | None = None
    location: str | None = None
    object: str | None = None
    probabilities: dict[str, float] = field(default_factory=dict)
    reasons: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

    @property
    def is_fact(self) -> bool:
        """Say whether the quantity states an indicator."""
        return self.indicator != "none"


def first_from(facts: Sequence[Draft], start: int) -> Draft | None:
    """Return the first of the facts whose number stands at a word or behind it; None where there is none."""
    first = None
    for fact in reversed(facts):
        if fact.quantity.first < start:
            break
        first = fact
    return first
