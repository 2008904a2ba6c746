"""Outcome: what comes out of a worker for one article, ready to be written."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.records import Article, ArticleRecord, Failure

Item = Article | Failure


@dataclass(frozen=True, slots=True)
class Outcome:
    """A record as JSON (UTF-8, one line) with its article's id and the counts of what was found, or a failure."""

    article: str | None
    record: bytes | None = None
    failure: Failure | None = None
    counts: Counter[str] = field(default_factory=Counter)


#: What a worker does: items of the input to as many outcomes, in order.
Work = Callable[[Sequence[Item]], list[Outcome]]

COUNTED = ("organizations", "locations", "people", "dates", "quantities", "facts")


def outcome_of(result: ArticleRecord | Failure) -> Outcome:
    """Return the outcome of an extraction."""
    if isinstance(result, Failure):
        return Outcome(result.article, failure=result)
    counts = Counter({name: len(getattr(result, name)) for name in COUNTED})
    return Outcome(result.article.id, record=result.model_dump_json().encode("utf-8"), counts=counts)
