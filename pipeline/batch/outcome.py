"""Outcome: what comes out of a worker for one item of the input, ready to be written."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.reading import Item
from pipeline.records import ArticleRecord, Failure

#: Values of a MinHash.
PERMUTATIONS = 64


@dataclass(frozen=True, slots=True)
class Signature:
    """What tells reprints: a MinHash of the words, and hashes of the numbers in the text; little-endian uint32."""

    minhash: bytes
    numbers: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record as JSON (UTF-8, one line) with its article's id and the counts of what was found, or a failure."""

    article: str | None
    record: bytes | None = None
    failure: Failure | None = None
    counts: Counter[str] = field(default_factory=Counter)
    signature: Signature | None = None


#: What a worker does: items of the input to as many outcomes, in order.
Work = Callable[[Sequence[Item]], list[Outcome]]

COUNTED = ("organizations", "locations", "people", "dates", "quantities", "facts")


def outcome_of(result: ArticleRecord | Failure, signature: Signature | None = None) -> Outcome:
    """Return the outcome of an extraction."""
    if isinstance(result, Failure):
        return Outcome(result.article, failure=result)
    counts = Counter({name: len(getattr(result, name)) for name in COUNTED})
    return Outcome(result.article.id, result.model_dump_json().encode("utf-8"), counts=counts, signature=signature)
