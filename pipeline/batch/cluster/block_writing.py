"""The writing of blocks: one task on the command's own node drives Ray Data until all blocks of the run are written.

It is a task, not a thread of the command: a dataset that is being written can only be stopped with its process.
"""

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import ray
from ray.data.datasource import FilenameProvider
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from pipeline.batch.cluster.block_files import BlockFolder
from pipeline.batch.cluster.dataset import Crew, extracted, read_by_ray, stream_blocks
from pipeline.batch.cluster.node import work_in
from pipeline.batch.cluster.sizes import readers_for
from pipeline.batch.cluster.slots import SlottedPart
from pipeline.batch.cluster.stored import NAMED_BY

#: Waiting for a store takes no processor, and a task that asks for none can always start: see sizes.py.
NO_PROCESSOR = 0


class BlockWriting:
    """Extracts parts into files named by part, first item and `run`; ends, done or not, with its `with`."""

    def __init__(self, folder: BlockFolder, run: str, parts: Sequence[SlottedPart], crew: Crew) -> None:
        here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)
        task = ray.remote(num_cpus=NO_PROCESSOR, max_retries=0, scheduling_strategy=here)(write_blocks)
        self._task = task.remote(folder.system, folder.path, run, parts, crew)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        ray.cancel(self._task, force=True)

    def finished(self) -> bool:
        """Say whether all is written. Raises RayError where it failed."""
        ready, _ = ray.wait([self._task], timeout=0)
        if ready:
            ray.get(self._task)
        return bool(ready)


def write_blocks(system: Any, path: str, run: str, parts: Sequence[SlottedPart], crew: Crew) -> None:
    """Read, extract and write: runs as a task."""
    work_in(crew.folder)
    stream_blocks(bytes_each=1, in_order=False)  # a row is a block: no two are joined
    extracted(read_by_ray(parts, crew), crew).write_parquet(
        path,
        filesystem=system,
        try_create_dir=False,
        filename_provider=FilenameProvider(dataset_uuid=run),
        # Ray asks the provider for a name before it looks at a block; columns come before that name.
        partition_cols=NAMED_BY,
        partitioning_flavor="filename",
        ray_remote_args={"num_cpus": NO_PROCESSOR},
        concurrency=readers_for(crew.actors),
    )
