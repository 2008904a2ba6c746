"""stream_job(): articles in, records out to a stream; without a journal there is nothing to go on from."""

from typing import BinaryIO

from pipeline.batch.engine import engine_of
from pipeline.batch.job import Job, Load, Watch
from pipeline.batch.journal import Position
from pipeline.batch.marks import Done
from pipeline.batch.report import Report
from pipeline.batch.writer import Writer
from pipeline.writing import JsonLinesStream


def stream_job(job: Job, load: Load, watch: Watch, stream: BinaryIO) -> Report:
    """Do a job whose output is a stream of JSON Lines (`out` and `form` count for nothing). Raises OSError."""
    report = Report()
    writer = Writer(JsonLinesStream(stream), on_failure=watch.failed)
    with engine_of(job, load) as engine:
        for _, read, outcome in engine.rest(Done()):
            writer.write(report.done, outcome, report.counts)
            report.done, report.read = report.done + 1, read
            watch.advanced(report)
    writer.commit(Position())
    return report
