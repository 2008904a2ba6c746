"""A run on a cluster with the stand-in for the models, as a process of its own: ARCHIVE OUT FORM ADDRESS [OPTION…].

ADDRESS "": the run starts a cluster of its own. Options: --retry, --restart, --blocks FOLDER.
"""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path

from pipeline.batch.job import Job, Watch
from pipeline.batch.run import run_job
from pipeline.settings import Settings
from tests import stand_in

if __name__ == "__main__":
    parser = ArgumentParser()
    for name in ("archive", "out", "form", "address", "--blocks"):
        parser.add_argument(name)
    for name in ("--retry", "--restart"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args()
    settings = Settings(seconds_per_article=3)
    job = Job(
        [given.archive],
        Path(given.out),
        given.form,
        engine="ray",
        address=given.address or None,
        blocks=given.blocks,
        settings=settings,
        retry_failed=given.retry,
        restart=given.restart,
    )
    run_job(job, partial(stand_in.load_slowly, settings), Watch())
