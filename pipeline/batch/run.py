"""run_job(): an archive through the workers into an output folder; interrupted, the same job goes on where it was.

1. The journal is opened and its fingerprint compared; the sink is put back to the last commit.
2. What is done already is taken from the input, and compared.
3. The rest goes through the workers, and their outcomes, in order, into the sink, with a commit after each block.
4. Where that is wanted, articles that failed in an earlier run are tried again; their records come last.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain

from pipeline.batch.duplicates import Reprints
from pipeline.batch.failures import FILE_NAME, FailureFile
from pipeline.batch.fingerprint import Tracked, fingerprint, skip_done
from pipeline.batch.job import Job, Load, Watch
from pipeline.batch.journal import Journal, remove_journal
from pipeline.batch.outcome import Outcome
from pipeline.batch.pool import Pool
from pipeline.batch.report import PASSED_OVER, Report
from pipeline.batch.writer import Writer
from pipeline.reading import Item, read_items
from pipeline.writing import Names, Sink
from pipeline.writing.forms import sink_of


def run_job(job: Job, load: Load, watch: Watch) -> Report:
    """Do a job, or what is left of it.

    Raises SettingsError where the folder's journal is of another job, SvodkaError where writing must stop.
    """
    if job.restart:
        sink_of(job.form, job.out, Names()).clear()
        (job.out / FILE_NAME).unlink(missing_ok=True)
        remove_journal(job.out)
    with closing(Journal(job.out)) as journal:
        journal.check(fingerprint(job.settings, job.reading, job.form, job.skip_reprints))
        with closing(sink_of(job.form, job.out, Names(journal))) as sink:
            run = Run(job, load, watch, journal, sink)
            run.do()
    return run.report


class Run:
    """One run of a job with its open journal and sink."""

    def __init__(self, job: Job, load: Load, watch: Watch, journal: Journal, sink: Sink) -> None:
        self._job, self._load, self._watch, self._journal, self._sink = job, load, watch, journal, sink
        self._kept = journal.position
        self._failures = FailureFile(job.out)
        reprints = Reprints(journal.database, job.settings.duplicate_similarity)
        self._writer = Writer(sink, journal, self._failures, reprints, job.skip_reprints, watch.failed)
        self.report = Report(Counter(self._kept.counts), self._kept.done, self._kept.done)

    def do(self) -> None:
        """Go on from the last commit to the end of the input; then try failed articles again where that is wanted."""
        failed = self._journal.failed_numbers(PASSED_OVER) if self._job.retry_failed else []
        self._sink.restore(self._kept.done, self._kept.state)
        self._failures.rewrite(self._journal.failures())
        items = read_items(self._job.paths, self._job.reading)
        skip_done(items, self._kept.done, self._kept.digest, self._journal.unread())
        self._go_on(items)
        if failed:
            self._retry(failed)

    def _go_on(self, items: Iterator[Item]) -> None:
        tracked = Tracked(items, self._kept.digest)
        for outcome in self._outcomes(tracked):
            self._kept.digest, was_read = tracked.marks.popleft()
            if not was_read:
                self._journal.leave_unread(self.report.done)
            self._writer.write(self.report.done, outcome, self.report.counts)
            self._kept.done = self.report.done = self.report.done + 1
            if self.report.done % self._sink.block == 0:
                self._commit()
            self._watch.advanced(self.report)
        self._commit()

    def _commit(self) -> None:
        self._kept.counts = dict(self.report.counts)
        self._writer.commit(self._kept)

    def _retry(self, numbers: list[int]) -> None:
        wanted = set(numbers)
        items = read_items(self._job.paths, self._job.reading)
        chosen = (item for number, item in enumerate(items) if number in wanted)
        for number, outcome in zip(numbers, self._outcomes(chosen), strict=False):
            self._journal.mend(number)
            self._sink.mend(number)
            self.report.counts["failed"] -= 1
            self._writer.write(number, outcome, self.report.counts)
            self._commit()
            self._watch.advanced(self.report)
        self._failures.rewrite(self._journal.failures())

    def _outcomes(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """Workers are started only where there is something to do."""
        rest = iter(items)
        first = next(rest, None)
        if first is None:
            return
        with Pool(self._load, workers=self._job.workers, seconds=self._job.settings.seconds_per_article) as pool:
            yield from pool.map(chain([first], rest))
