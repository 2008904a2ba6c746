"""Slots: each item of an input has its place, the same in every run, so that blocks in a store can be found again.

1. The input's sources are cut into parts, always from its first source on: a part is one reading task.
2. The items of a part have numbers from 0 on. A slot holds those from one multiple of BLOCK_ITEMS to the next.
3. What is left of a slot is a group; what came of a group is one block in the store.

(Numbers in the whole input would need the number of items of all parts before, which nobody knows until they are read.)
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import pyarrow as pa

from pipeline.batch.cluster.archive import Part
from pipeline.batch.cluster.blocks import BLOCK_ITEMS, Noted
from pipeline.batch.cluster.node import work_in
from pipeline.batch.cluster.stored import stored_items
from pipeline.batch.marks import Done, skip_done
from pipeline.reading import Item


class Slot(NamedTuple):
    """The part, and which slot of it."""

    part: int
    place: int


class Group(NamedTuple):
    """Items of one slot, `first` being the number of the first of them. `last`: the part ends behind them."""

    first: int
    items: list[Noted]
    last: bool


def slot_of(part: int, number: int) -> Slot:
    """Return the slot of the item of a part with this number."""
    return Slot(part, number // BLOCK_ITEMS)


def groups_of(items: Iterator[Noted], begin: int = 0) -> Iterator[Group]:
    """Yield the items, the first of which has the number `begin`, slot by slot. The last group may be empty."""
    last = False
    while not last:
        size = BLOCK_ITEMS - begin % BLOCK_ITEMS
        rows = list(islice(items, size))
        last = len(rows) < size
        yield Group(begin, rows, last)
        begin += len(rows)


@dataclass(frozen=True, slots=True)
class SlottedPart:
    """A part for a reading task; items before number `begin` are done, and the slots at places `held` are there."""

    index: int
    part: Part
    begin: int = 0
    held: frozenset[int] = frozenset()

    def groups(self) -> Iterator[Group]:
        """Yield what has yet to be extracted."""
        for group in groups_of(islice(self.part.noted(), self.begin, None), self.begin):
            if slot_of(self.index, group.first).place not in self.held:
                yield group

    def blocks(self) -> Iterator[pa.Table]:
        """Yield the same as blocks of items, on the node where this runs."""
        work_in(self.part.folder)
        for group in self.groups():
            yield stored_items(self.index, group.first, group.items, group.last)


class Passage:
    """The way of the command itself through the parts: past what is done, and past what the store holds.

    `number` is that of the next item in part `part`.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self.part, self.number = 0, 0
        self._parts = enumerate(parts)
        self._noted: Iterator[Noted] | None = None

    def skip(self, done: Done) -> None:
        """Go past the items that are done. Raises SettingsError where they are others now."""
        if done.count:
            skip_done(self._items(), done)

    def groups(self) -> Iterator[tuple[Slot, Group]]:
        """Yield what comes behind, slot by slot."""
        if self._noted is not None:
            yield from _slotted(self.part, self._noted, self.number)
        for index, part in self._parts:
            yield from _slotted(index, part.noted())

    def _items(self) -> Iterator[Item]:
        for index, part in self._parts:
            self.part, self.number, self._noted = index, 0, part.noted()
            for noted in self._noted:
                self.number += 1
                yield noted.item


def _slotted(part: int, noted: Iterator[Noted], begin: int = 0) -> Iterator[tuple[Slot, Group]]:
    return ((slot_of(part, group.first), group) for group in groups_of(noted, begin))
