"""The block store: Ray writes the blocks of outcomes as files, and the run takes them from there in the input's order.

1. The command goes past what is done, and past blocks that an earlier run left, which must fit the input as it is now.
2. Ray reads and extracts all other slots and ends in `write_parquet`, one file a block, in whatever order they come.
3. Their files are waited for in the order of the input; `settle` removes those whose items the run has committed.
"""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from pipeline.batch.cluster.actor import StoredExtraction
from pipeline.batch.cluster.archive import Part
from pipeline.batch.cluster.block_files import BlockFile, BlockFolder
from pipeline.batch.cluster.block_writing import BlockWriting
from pipeline.batch.cluster.connection import connected
from pipeline.batch.cluster.dataset import Crew
from pipeline.batch.cluster.plan import Plan, plan_of
from pipeline.batch.cluster.sizes import actors_for
from pipeline.batch.cluster.slots import Slot, slot_of
from pipeline.batch.cluster.stored import StoredBlock
from pipeline.batch.job import Job, Load
from pipeline.batch.marks import Done, Marked
from pipeline.errors import SettingsError, SvodkaError

#: A block is about a second of an actor's time.
POLL_SECONDS = 0.2


class BlockStore:
    """The outcomes of a job by way of the folder `job.blocks`."""

    def __init__(self, job: Job, load: Load) -> None:
        self._job, self._load = job, load
        self._folder = BlockFolder.of(job)
        self._run = uuid4().hex
        self._known: dict[Slot, list[BlockFile]] = {}
        self._handed: deque[tuple[int, str]] = deque()

    def rest(self, parts: Sequence[Part], done: Done) -> Iterator[Marked]:
        """Yield the outcome of every item behind those done. Raises SettingsError where those are others now."""
        with self._reaching():
            if self._job.restart:
                self._folder.clear()
            plan = plan_of(parts, done, self._folder)
            self._folder.make()
        if not plan.open:
            yield from self._in_order(plan, done.count, None)
            return
        with connected(self._job.address) as nodes:
            actors = actors_for(nodes, self._job.workers)
            crew = Crew(actors, StoredExtraction, self._load, self._job.settings.seconds_per_article, Path.cwd())
            with BlockWriting(self._folder, self._run, plan.left(), crew) as writing:
                yield from self._in_order(plan, done.count, writing)

    def settle(self, done: int) -> None:
        """Remove the files of blocks whose items are all among the first `done` of the input."""
        names = []
        while self._handed and self._handed[0][0] <= done:
            names.append(self._handed.popleft()[1])
        with self._reaching():
            self._folder.remove(names)

    def clear(self) -> None:
        """Remove everything: the run has come to its end."""
        with self._reaching():
            self._folder.clear()

    def _in_order(self, plan: Plan, count: int, writing: BlockWriting | None) -> Iterator[Marked]:
        """Yield outcomes from where the plan begins; `count` items of the input come before."""
        part, number = plan.part, plan.number
        while part < len(plan.parts):
            slot = slot_of(part, number)
            if slot in plan.held and plan.held[slot] is None:
                part, number = part + 1, 0
                continue
            file, block = self._block(slot, plan.held.get(slot), writing)
            outcomes = block.marked(number)
            count += len(outcomes)
            self._handed.append((count, file.name))
            yield from outcomes
            part, number = (part + 1, 0) if block.last else (part, block.end)

    def _block(self, slot: Slot, held: BlockFile | None, writing: BlockWriting | None) -> tuple[BlockFile, StoredBlock]:
        """Return the block of a slot once it is there, whole."""
        while True:
            finished = writing is None or writing.finished()  # asked before the folder is
            for file in [held] if held is not None else self._written(slot):
                if (block := self._folder.read(file)) is not None:
                    return file, block
            if finished:
                raise SvodkaError(
                    f"a block that was written is not in {self._job.blocks}: do all nodes reach it? "
                    "The same command goes on from here"
                )
            time.sleep(POLL_SECONDS)

    def _written(self, slot: Slot) -> list[BlockFile]:
        """The files that this run wrote for a slot."""
        if slot not in self._known:
            with self._reaching():
                self._known = self._folder.files()
        return [file for file in self._known.get(slot, ()) if file.run == self._run]

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        """Within, the folder is used. Raises SettingsError where it cannot be."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise SettingsError(f"--blocks {self._job.blocks}: {reason}: check the address, and its rights") from error
