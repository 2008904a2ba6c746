"""The actor: extracts on a cluster. It holds one worker: an article that kills or hangs it costs only itself."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from pipeline.batch.cluster.blocks import items_in, with_outcomes
from pipeline.batch.cluster.node import work_in
from pipeline.batch.cluster.stored import items_of, with_results
from pipeline.batch.job import Load
from pipeline.batch.outcome import Outcome
from pipeline.batch.pool import Pool
from pipeline.reading import Item


class Extraction:
    """Turns blocks of items into blocks of outcomes. The models load once, in the worker of the actor."""

    def __init__(self, load: Load, seconds: float, folder: Path) -> None:
        work_in(folder)
        self._pool = Pool(load, workers=1, seconds=seconds)

    def __call__(self, block: pa.Table) -> pa.Table:
        """Return the outcomes of a block."""
        return with_outcomes(block, self._results(items_in(block)))

    def _results(self, items: Sequence[Item]) -> Sequence[Outcome | Exception]:
        """What came of the items, or what loading raised in the place of each: Ray would lose its reason."""
        try:
            return list(self._pool.map(items))
        except Exception as error:
            return [error] * len(items)


class StoredExtraction(Extraction):
    """The same for blocks on their way to a store, each of which is one row."""

    def __call__(self, block: pa.Table) -> pa.Table:
        """Return the outcomes of a block."""
        return with_results(block, self._results(items_of(block)))
