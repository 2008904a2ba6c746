"""The Ray engine: a job on Ray Data. Reading tasks → a pool of actors → blocks of outcomes, in the order of the input.

Only reading and extraction are spread over the cluster. Outcomes come back in order to the one writer of the run, so
that the records, the failures, the reprints and the journal are those of the local engine, and a run that one engine
began the other goes on with.
"""

import logging
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self

import ray
from ray.data import ActorPoolStrategy, DataContext, Dataset

from pipeline.batch.cluster.actor import Extraction
from pipeline.batch.cluster.archive import Archive, parts_of
from pipeline.batch.cluster.blocks import Noted, blocks_of, marked_in
from pipeline.batch.cluster.connection import connected
from pipeline.batch.cluster.sizes import ACTOR_TENTHS, READING_TENTHS, actors_for, readers_for
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
        _stream_in_order()

    def __enter__(self) -> Self:
        """Nothing is started yet: a cluster is not troubled before the journal agrees."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to let go of: each pass over the input has a connection of its own."""

    def rest(self, done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""
        named = iter(_readable(named_sources(self._job.paths)))
        walk = Walk(named, self._job.reading)
        skip_done(walk, done)
        if next(walk, None) is None or walk.source is None:
            return
        parts = list(parts_of(chain([walk.source], named), self._job.reading, walk.taken - 1))
        with connected(self._job.address) as nodes:
            actors = actors_for(nodes, self._job.workers)
            items = ray.data.read_datasource(
                Archive(parts),
                concurrency=readers_for(actors),
                override_num_blocks=len(parts),
                num_cpus=READING_TENTHS / 10,
            )
            yield from self._outcomes(items, actors)

    def again(self, numbers: Sequence[int]) -> Iterator[Outcome]:
        """Yield the outcomes of the items with these numbers, ascending."""
        wanted = frozenset(numbers)
        items = enumerate(read_items(self._job.paths, self._job.reading))
        chosen = (Noted(None, 0, item) for number, item in items if number in wanted)
        with connected(self._job.address) as nodes:
            blocks = [ray.put(block) for block in blocks_of(chosen)]
            if blocks:
                outcomes = self._outcomes(ray.data.from_arrow_refs(blocks), actors_for(nodes, self._job.workers))
                yield from (marked.outcome for marked in outcomes)

    def _outcomes(self, items: Dataset, actors: int) -> Iterator[Marked]:
        """Extract, and yield what comes of it as it comes."""
        outcomes = items.map_batches(
            Extraction,
            fn_constructor_args=(self._load, self._job.settings.seconds_per_article, Path.cwd()),
            compute=ActorPoolStrategy(min_size=1, max_size=actors, initial_size=actors),
            num_cpus=ACTOR_TENTHS / 10,
            batch_size=None,
            batch_format="pyarrow",
        )
        for block in outcomes.iter_batches(batch_size=None, batch_format="pyarrow"):
            yield from marked_in(block)


def _readable(named: Iterator[Named]) -> Iterator[Named]:
    for source in named:
        if getattr(source, "path", None) == STANDARD_INPUT:
            raise SettingsError("a cluster cannot read standard input: name files, or use --engine local")
        yield source


def _stream_in_order() -> None:
    context = DataContext.get_current()
    context.execution_options.preserve_order = True
    context.target_max_block_size = MOST_BLOCK_BYTES
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
