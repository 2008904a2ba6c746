"""The Ray engine: a job on Ray Data. Reading tasks → a pool of actors → blocks of outcomes, in the order of the input.

Only reading and extraction are spread over the cluster. Outcomes come back in order to the one writer of the run, so
that the records, the failures, the reprints and the journal are those of the local engine, and a run that one engine
began the other goes on with. They come through Ray, or, with `job.blocks`, by way of files that outlive a run that is
cut off (see block_store.py).
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import ray
from ray.data import Dataset

from pipeline.batch.cluster.actor import Extraction
from pipeline.batch.cluster.archive import parts_of
from pipeline.batch.cluster.block_store import BlockStore
from pipeline.batch.cluster.blocks import Noted, blocks_of, marked_in
from pipeline.batch.cluster.connection import connected
from pipeline.batch.cluster.dataset import Crew, extracted, read_by_ray, stream_blocks
from pipeline.batch.cluster.sizes import actors_for
from pipeline.batch.job import Job, Load
from pipeline.batch.marks import Done, Marked, skip_done
from pipeline.batch.outcome import Outcome
from pipeline.errors import SettingsError
from pipeline.reading import STANDARD_INPUT, Named, Walk, named_sources, read_items

#: Ray joins small blocks up to so many bytes: little, so that outcomes come as they are made.
MOST_BLOCK_BYTES = 256 * 2**10


class RayEngine:
    """Extracts on the cluster at `job.address`, or on one that is started on this machine for the run."""

    def __init__(self, job: Job, load: Load) -> None:
        self._job, self._load = job, load
        self._store = BlockStore(job, load) if job.blocks is not None else None
        stream_blocks(bytes_each=MOST_BLOCK_BYTES, in_order=True)

    def __enter__(self) -> Self:
        """Nothing is started yet: a cluster is not troubled before the journal agrees."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the blocks of a run that came to its end. Each pass over the input had a connection of its own."""
        if kind is None and self._store is not None:
            self._store.clear()

    def rest(self, done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""
        named = _readable(named_sources(self._job.paths))
        if self._store is None:
            return self._rest_by_ray(named, done)
        return self._store.rest(list(parts_of(named, self._job.reading)), done)

    def settle(self, done: int) -> None:
        """Remove blocks that are not needed again."""
        if self._store is not None:
            self._store.settle(done)

    def again(self, numbers: Sequence[int]) -> Iterator[Outcome]:
        """Yield the outcomes of the items with these numbers, ascending."""
        wanted = frozenset(numbers)
        items = enumerate(read_items(self._job.paths, self._job.reading))
        chosen = (Noted(None, 0, item) for number, item in items if number in wanted)
        with connected(self._job.address) as nodes:
            blocks = [ray.put(block) for block in blocks_of(chosen)]
            if blocks:
                outcomes = self._outcomes(ray.data.from_arrow_refs(blocks), self._crew(nodes))
                yield from (marked.outcome for marked in outcomes)

    def _rest_by_ray(self, named: Iterator[Named], done: Done) -> Iterator[Marked]:
        walk = Walk(named, self._job.reading)
        skip_done(walk, done)
        if next(walk, None) is None or walk.source is None:
            return
        parts = list(parts_of(chain([walk.source], named), self._job.reading, walk.taken - 1))
        with connected(self._job.address) as nodes:
            crew = self._crew(nodes)
            yield from self._outcomes(read_by_ray(parts, crew), crew)

    def _crew(self, nodes: Sequence[float]) -> Crew:
        actors = actors_for(nodes, self._job.workers)
        return Crew(actors, Extraction, self._load, self._job.settings.seconds_per_article, Path.cwd())

    def _outcomes(self, items: Dataset, crew: Crew) -> Iterator[Marked]:
        """Extract, and yield what comes of it as it comes."""
        for block in extracted(items, crew).iter_batches(batch_size=None, batch_format="pyarrow"):
            yield from marked_in(block)


def _readable(named: Iterator[Named]) -> Iterator[Named]:
    for source in named:
        if getattr(source, "path", None) == STANDARD_INPUT:
            raise SettingsError("a cluster cannot read standard input: name files, or use --engine local")
        yield source
