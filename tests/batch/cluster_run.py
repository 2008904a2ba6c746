"""A run on a cluster with the stand-in for the models, as a process of its own: ARCHIVE OUT FORM ADDRESS [--retry].

ADDRESS "": the run starts a cluster of its own.
"""

import sys
from functools import partial
from pathlib import Path

from pipeline.batch.job import Job, Watch
from pipeline.batch.run import run_job
from pipeline.settings import Settings
from tests import stand_in

if __name__ == "__main__":
    archive, out, form, address, *retry = sys.argv[1:]
    settings = Settings(seconds_per_article=3)
    job = Job(
        [archive], Path(out), form, engine="ray", address=address or None, settings=settings, retry_failed=bool(retry)
    )
    run_job(job, partial(stand_in.load_slowly, settings), Watch())
