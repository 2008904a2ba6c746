"""The actor: extracts on a cluster. It holds one worker: an article that kills or hangs it costs only itself."""

from pathlib import Path

import pyarrow as pa

from pipeline.batch.cluster.blocks import items_in, with_outcomes
from pipeline.batch.cluster.node import work_in
from pipeline.batch.job import Load
from pipeline.batch.pool import Pool


class Extraction:
    """Turns blocks of items into blocks of outcomes. The models load once, in the worker of the actor."""

    def __init__(self, load: Load, seconds: float, folder: Path) -> None:
        work_in(folder)
        self._pool = Pool(load, workers=1, seconds=seconds)

    def __call__(self, block: pa.Table) -> pa.Table:
        """Return the outcomes of a block, or what loading raised in the place of each: Ray would lose its reason."""
        try:
            return with_outcomes(block, list(self._pool.map(items_in(block))))
        except Exception as error:
            return with_outcomes(block, [error] * len(block))
