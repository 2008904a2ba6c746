"""Archive: the input of a job as a source of Ray Data. Each reading task goes through some files and yields blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
from ray.data import Datasource, ReadTask
from ray.data.block import BlockMetadata

from pipeline.batch.cluster.blocks import Noted, blocks_of
from pipeline.batch.cluster.node import work_in
from pipeline.batch.marks import mark_of
from pipeline.reading import Named, ReadingOptions, Walk
from pipeline.records import Failure

SOURCES_PER_TASK = 64


@dataclass(frozen=True, slots=True)
class Part:
    """Sources for one reading task; the first `skip` items of them are done, `before` bytes of input lie before them.

    `folder` is where the command runs.
    """

    named: tuple[Named, ...]
    options: ReadingOptions
    skip: int = 0
    before: int = 0
    folder: Path = Path()

    def noted(self) -> Iterator[Noted]:
        """Yield the items of the part that are not done."""
        walk = Walk(self.named, self.options)
        for item in islice(walk, self.skip, None):
            yield Noted(mark_of(item), self.before + walk.read, item)

    def blocks(self) -> Iterator[pa.Table]:
        """Yield the same in blocks, on the node where this runs."""
        work_in(self.folder)
        yield from blocks_of(self.noted())


def parts_of(named: Iterable[Named], options: ReadingOptions, skip: int = 0) -> Iterator[Part]:
    """Yield the parts of the sources; `skip` items of the first source are done."""
    rest, before = iter(named), 0
    while group := tuple(islice(rest, SOURCES_PER_TASK)):
        yield Part(group, options, skip, before, Path.cwd())
        skip, before = 0, before + sum(_size(source) for source in group)


def _size(source: Named) -> int:
    return 0 if isinstance(source, Failure) else source.size or 0


class Readable(Protocol):
    """What one reading task goes through."""

    def blocks(self) -> Iterator[pa.Table]:
        """Yield blocks of items, on the node where this runs."""


class Archive(Datasource):  # type: ignore[misc]
    """The parts of an input for `ray.data.read_datasource`."""

    def __init__(self, parts: Sequence[Readable]) -> None:
        super().__init__()
        self._parts = parts

    def estimate_inmemory_data_size(self) -> int | None:
        """None: packed files do not tell."""
        return None

    def get_read_tasks(self, parallelism: int, *limits: Any, **more: Any) -> list[ReadTask]:
        """Return a task for each part, in order, whatever parallelism Ray has in mind."""
        return [ReadTask(part.blocks, BlockMetadata(None, None, None, None)) for part in self._parts]
