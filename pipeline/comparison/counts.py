"""What scores are made of: counts, which add up exactly over articles. Rates are derived from them at the end."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, found items and gold items of one measure; items that are optional in gold are in none of them."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the found items that are right; 0 where nothing was found."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold items that were found; 0 where gold has none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the matched items have a field right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def rate(self) -> float:
        """right / total; 0 where nothing was matched."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """One thing that is wrong: `kind` of record, `cause`, and the extents concerned (None where absent).

    `field` marks an error in a field of something found, which counts in a share, not in precision and recall.
    """

    kind: str
    cause: str  # missed | spurious | wrong boundary | wrong kind | wrong value | wrong link
    gold: tuple[int, int] | None
    found: tuple[int, int] | None
    detail: str
    field: bool = False


@dataclass(slots=True)
class Scores:
    """Counts by measure, shares by field and the errors of one article, or of several added up."""

    counts: dict[str, Counts] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    errors: list[Error] = field(default_factory=list)

    def count(self, measure: str, counts: Counts) -> None:
        """Add counts to a measure."""
        self.counts[measure] = self.counts.get(measure, Counts()) + counts

    def share(self, name: str, right: bool) -> None:
        """Note that a field of a matched item is right or wrong."""
        self.shares[name] = self.shares.get(name, Share()) + Share(int(right), 1)

    def add(self, other: "Scores") -> None:
        """Add the counts, shares and errors of another article."""
        for measure, counts in other.counts.items():
            self.count(measure, counts)
        for name, share in other.shares.items():
            self.shares[name] = self.shares.get(name, Share()) + share
        self.errors.extend(other.errors)


#: The measures whose mean F1 is the overall score.
HEADLINE = ("organizations exact", "locations exact", "dates value", "quantities value", "facts")


def overall(scores: Scores) -> float:
    """Mean of the headline measures' F1, each taken to four digits first, as the referee does."""
    return sum(round(scores.counts.get(name, Counts()).f1, 4) for name in HEADLINE) / len(HEADLINE)
