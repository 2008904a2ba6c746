"""Outcomes into a sink and a journal: the one writer of a run."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.batch.duplicates import Reprints
from pipeline.batch.failures import FailureFile
from pipeline.batch.journal import Journal, Position
from pipeline.batch.outcome import Outcome
from pipeline.batch.report import PASSED_OVER, REPRINT_STEP
from pipeline.batch.stopping import writing
from pipeline.records import Failure
from pipeline.writing import Sink, Written


def _ignore(failure: Failure) -> None:
    """Take a failure and do nothing."""


@dataclass(slots=True)
class Writer:
    """Writes outcomes and commits after every block. Without a journal nothing is kept but the records."""

    sink: Sink
    journal: Journal | None = None
    failures: FailureFile | None = None
    reprints: Reprints | None = None
    skip_reprints: bool = False
    on_failure: Callable[[Failure], None] = _ignore

    def write(self, number: int, outcome: Outcome, counts: Counter[str]) -> None:
        """Write one outcome: the record, or the failure. Raises SvodkaError where the disk does not take it."""
        with writing():
            self._write(number, outcome, counts)

    def _write(self, number: int, outcome: Outcome, counts: Counter[str]) -> None:
        original = self._original(number, outcome)
        if outcome.failure is None and original is not None and self.skip_reprints:
            reason = f"a reprint of {original}: passed over; without --skip-reprints it is extracted and marked"
            self._fail(number, Failure(article=outcome.article, step=REPRINT_STEP, error=reason), counts)
        elif outcome.failure is not None:
            self._fail(number, outcome.failure, counts)
        elif outcome.record is not None and outcome.article is not None:
            counts.update(outcome.counts, articles=1, reprints=int(original is not None))
            record = outcome.record if original is None else _marked(outcome.record, original)
            self.sink.write(Written(number, outcome.article, record))

    def commit(self, position: Position) -> None:
        """Make all of it durable. Raises SvodkaError where the disk does not take it."""
        with writing():
            position.state = self.sink.commit()
            if self.journal is not None and self.failures is not None:
                self.journal.commit(position)
                self.failures.flush()

    def _original(self, number: int, outcome: Outcome) -> str | None:
        if self.reprints is None or outcome.signature is None or outcome.article is None:
            return None
        return self.reprints.original_of(number, outcome.article, outcome.signature)

    def _fail(self, number: int, failure: Failure, counts: Counter[str]) -> None:
        counts[PASSED_OVER.get(failure.step, "failed")] += 1
        if failure.step not in PASSED_OVER:
            self.on_failure(failure)
        if self.journal is not None and self.failures is not None:
            self.journal.fail(number, failure)
            self.sink.fail(number, failure)
            self.failures.add(failure)


def _marked(record: bytes, original: str) -> bytes:
    values = json.loads(record)
    values["article"]["duplicate_of"] = original
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
