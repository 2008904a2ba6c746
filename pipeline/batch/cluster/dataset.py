"""The job as a dataset of Ray Data: reading tasks, then a pool of actors. Nothing runs until outcomes are asked for."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import ray
from ray.data import ActorPoolStrategy, DataContext, Dataset

from pipeline.batch.cluster.actor import Extraction
from pipeline.batch.cluster.archive import Archive, Readable
from pipeline.batch.cluster.sizes import ACTOR_TENTHS, READING_TENTHS, readers_for
from pipeline.batch.job import Load


@dataclass(frozen=True, slots=True)
class Crew:
    """The actors: how many, of which kind, what they load, and what one article may take."""

    actors: int
    kind: type[Extraction]
    load: Load
    seconds: float
    folder: Path


def read_by_ray(parts: Sequence[Readable], crew: Crew) -> Dataset:
    """Return the items of the parts: a reading task each."""
    return ray.data.read_datasource(
        Archive(parts),
        concurrency=readers_for(crew.actors),
        override_num_blocks=len(parts),
        num_cpus=READING_TENTHS / 10,
    )


def extracted(items: Dataset, crew: Crew) -> Dataset:
    """Return what the actors make of blocks of items."""
    return items.map_batches(
        crew.kind,
        fn_constructor_args=(crew.load, crew.seconds, crew.folder),
        compute=ActorPoolStrategy(min_size=1, max_size=crew.actors, initial_size=crew.actors),
        num_cpus=ACTOR_TENTHS / 10,
        batch_size=None,
        batch_format="pyarrow",
    )


def stream_blocks(*, bytes_each: int, in_order: bool) -> None:
    """Have Ray hand blocks on as they are made, joined up to so many bytes and cut beyond them; and say nothing."""
    context = DataContext.get_current()
    context.execution_options.preserve_order = in_order
    context.target_max_block_size = bytes_each
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
