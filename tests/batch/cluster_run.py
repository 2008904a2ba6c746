"""A run on a cluster with the stand-in for the models, as a process of its own: ARCHIVE OUT FORM [ADDRESS]."""

import sys
from functools import partial
from pathlib import Path

from pipeline.batch.job import Job, Watch
from pipeline.batch.run import run_job
from tests import stand_in

if __name__ == "__main__":
    archive, out, form, *address = sys.argv[1:]
    job = Job(paths=[archive], out=Path(out), form=form, engine="ray", address=address[0] if address else None)
    run_job(job, partial(stand_in.load_slowly, job.settings), Watch())
