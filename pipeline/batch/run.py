"""One run: items of the input through the pool into a sink; failures beside it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pipeline.batch.outcome import Outcome
from pipeline.records import Failure
from pipeline.writing import Sink


@dataclass(slots=True)
class Report:
    """What a run did: articles written and failed, and how much was found."""

    articles: int = 0
    failed: int = 0
    found: Counter[str] = field(default_factory=Counter)


def run(outcomes: Iterable[Outcome], sink: Sink, on_failure: Callable[[Failure], None]) -> Iterable[Report]:
    """Write every outcome and yield the report so far after each. Raises OSError where writing fails."""
    report = Report()
    for outcome in outcomes:
        if outcome.failure is not None:
            report.failed += 1
            on_failure(outcome.failure)
        elif outcome.record is not None and outcome.article is not None:
            report.articles += 1
            report.found += outcome.counts
            sink.write(outcome.article, outcome.record)
        yield report
