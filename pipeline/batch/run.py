"""run_job(): an archive through the workers into an output folder; interrupted, the same job goes on where it was.

1. Workers start; while they load, the journal is opened and its fingerprint compared, and the sink is put back to the
   last commit.
2. What is done already is taken from the input, and compared.
3. The rest goes through the workers, and their outcomes, in order, into the sink, with a commit after each block.
4. Where that is wanted, articles that failed in an earlier run are tried again; their records come last.
"""

from collections import Counter
from contextlib import closing

from pipeline.batch.duplicates import Reprints
from pipeline.batch.engine import Engine, engine_of
from pipeline.batch.failures import FILE_NAME, FailureFile
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.job import Job, Load, Watch
from pipeline.batch.journal import Journal, remove_journal
from pipeline.batch.marks import Done, chain
from pipeline.batch.report import PASSED_OVER, Report
from pipeline.batch.stopping import writing
from pipeline.batch.writer import Writer
from pipeline.writing import Names, Sink
from pipeline.writing.forms import sink_of


def run_job(job: Job, load: Load, watch: Watch) -> Report:
    """Do a job, or what is left of it.

    Raises SettingsError where the folder's journal is of another job, SvodkaError where writing must stop.
    """
    with engine_of(job, load) as engine:
        if job.restart:
            _forget(job)
        with closing(Journal(job.out)) as journal:
            journal.check(fingerprint(job.settings, job.reading, job.form, job.skip_reprints))
            with closing(sink_of(job.form, job.out, Names(journal))) as sink:
                run = Run(job, engine, watch, journal, sink)
                run.do()
    return run.report


def _forget(job: Job) -> None:
    sink_of(job.form, job.out, Names()).clear()
    (job.out / FILE_NAME).unlink(missing_ok=True)
    remove_journal(job.out)


class Run:
    """One run of a job with its open journal and sink."""

    def __init__(self, job: Job, engine: Engine, watch: Watch, journal: Journal, sink: Sink) -> None:
        self._job, self._engine, self._watch, self._journal, self._sink = job, engine, watch, journal, sink
        self._kept = journal.position
        self._failures = FailureFile(job.out)
        reprints = Reprints(journal.database, job.settings.duplicate_similarity)
        self._writer = Writer(sink, journal, self._failures, reprints, job.skip_reprints, watch.failed)
        self.report = Report(Counter(self._kept.counts), self._kept.done, self._kept.done)

    def do(self) -> None:
        """Go on from the last commit to the end of the input; then try failed articles again where that is wanted."""
        failed = self._journal.failed_numbers(PASSED_OVER) if self._job.retry_failed else []
        with writing():
            self._sink.restore(self._kept.done, self._kept.state)
            self._failures.rewrite(self._journal.failures())
        if not self._kept.state:
            self._commit()  # from here on the journal knows of the sink's file
        self._go_on()
        if failed:
            self._retry(failed)

    def _go_on(self) -> None:
        done = Done(self._kept.done, self._kept.digest, self._journal.unread())
        for mark, read, outcome in self._engine.rest(done):
            self._kept.digest = chain(self._kept.digest, mark)
            if mark is None:
                self._journal.leave_unread(self.report.done)
            self._writer.write(self.report.done, outcome, self.report.counts)
            self._kept.done = self.report.done = self.report.done + 1
            self.report.read = read
            if self.report.done % self._sink.block == 0:
                self._commit()
            self._watch.advanced(self.report)
        self._commit()

    def _commit(self) -> None:
        self._kept.counts = dict(self.report.counts)
        self._writer.commit(self._kept)
        self._engine.settle(self._kept.done)

    def _retry(self, numbers: list[int]) -> None:
        for number, outcome in zip(numbers, self._engine.again(numbers), strict=False):
            self._journal.mend(number)
            self._sink.mend(number)
            self.report.counts["failed"] -= 1
            self._writer.write(number, outcome, self.report.counts)
            self._commit()
            self._watch.advanced(self.report)
        self._failures.rewrite(self._journal.failures())
