"""The actor: extracts on a cluster. It holds one worker: an article that kills or hangs it costs only itself."""

import pyarrow as pa

from pipeline.batch.cluster.blocks import items_in, with_outcomes
from pipeline.batch.job import Load
from pipeline.batch.pool import Pool


class Extraction:
    """Turns blocks of items into blocks of outcomes. The models load once, in the worker of the actor."""

    def __init__(self, load: Load, seconds: float) -> None:
        self._pool = Pool(load, workers=1, seconds=seconds)

    def __call__(self, block: pa.Table) -> pa.Table:
        """Return the outcomes of a block. Raises what loading raises."""
        return with_outcomes(block, self._pool.map(items_in(block)))
