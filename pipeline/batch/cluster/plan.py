"""The plan of a run with a block store: where it goes on, which blocks of earlier runs fit, what is left for Ray."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.batch.cluster.archive import Part
from pipeline.batch.cluster.block_files import BlockFile, BlockFolder
from pipeline.batch.cluster.slots import Group, Passage, Slot, SlottedPart, slot_of
from pipeline.batch.marks import Done


@dataclass(slots=True)
class Plan:
    """The next item has the number `number` in part `part`. `held` are slots without work: where their blocks are.

    None instead of a file: the part has ended before the slot. `open`: at least one item has yet to be extracted.
    """

    parts: Sequence[Part]
    part: int
    number: int
    held: dict[Slot, BlockFile | None] = field(default_factory=dict)
    open: bool = False

    def left(self) -> list[SlottedPart]:
        """Return the reading tasks that are left."""
        places: dict[int, set[int]] = {}
        for part, place in self.held:
            places.setdefault(part, set()).add(place)
        return [
            SlottedPart(index, part, self.number if index == self.part else 0, frozenset(places.get(index, ())))
            for index, part in enumerate(self.parts)
            if index >= self.part
        ]


def plan_of(parts: Sequence[Part], done: Done, folder: BlockFolder) -> Plan:
    """Make the plan, and remove files that do not fit. Raises OSError, and SettingsError where other items are done."""
    passage = Passage(parts)
    passage.skip(done)
    plan = Plan(parts, passage.part, passage.number)
    there = folder.files()
    waiting = {slot for slot in there if slot >= slot_of(plan.part, plan.number)}
    for slot, group in passage.groups():
        if not group.items:
            plan.held[slot] = None
        elif (file := _fitting(folder, there.get(slot, []), group)) is not None:
            plan.held[slot] = file
        else:
            plan.open = True
        waiting.discard(slot)
        if plan.open and not waiting:
            break
    folder.remove(file.name for files in there.values() for file in files if file not in plan.held.values())
    return plan


def _fitting(folder: BlockFolder, files: Sequence[BlockFile], group: Group) -> BlockFile | None:
    return next((file for file in files if _fits(folder, file, group)), None)


def _fits(folder: BlockFolder, file: BlockFile, group: Group) -> bool:
    """Whether the file has what came of the group as it is in the input now: the same marks, the part's end there."""
    block = folder.read(file)
    if block is None or block.failed or block.first > group.first:
        return False
    marks = block.marks[group.first - block.first :]
    return marks == [noted.mark for noted in group.items] and block.last == group.last
