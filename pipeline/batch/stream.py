"""stream_job(): articles in, records out to a stream; without a journal there is nothing to go on from."""

from typing import BinaryIO

from pipeline.batch.job import Job, Load, Watch
from pipeline.batch.journal import Position
from pipeline.batch.pool import Pool
from pipeline.batch.report import Report
from pipeline.batch.writer import Writer
from pipeline.reading import read_items
from pipeline.writing import JsonLinesStream


def stream_job(job: Job, load: Load, watch: Watch, stream: BinaryIO) -> Report:
    """Do a job whose output is a stream of JSON Lines (`out` and `form` count for nothing). Raises OSError."""
    report = Report()
    writer = Writer(JsonLinesStream(stream), on_failure=watch.failed)
    with Pool(load, workers=job.workers, seconds=job.settings.seconds_per_article) as pool:
        for outcome in pool.map(read_items(job.paths, job.reading)):
            writer.write(report.done, outcome, report.counts)
            report.done += 1
            watch.advanced(report)
    writer.commit(Position())
    return report
