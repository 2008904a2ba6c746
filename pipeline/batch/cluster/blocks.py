"""Blocks: what travels through the cluster, as Arrow tables: items of the input, and what came of them.

Items and outcomes are pickled: both ends are this package, in one version.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import pyarrow as pa

from pipeline.batch.marks import Marked
from pipeline.batch.outcome import Outcome
from pipeline.reading import Item

#: Items of a block: about a second of an actor's time, so that a lost node costs little.
BLOCK_ITEMS = 64
SCHEMA = pa.schema([("mark", pa.string()), ("read", pa.int64()), ("content", pa.large_binary())])


class Noted(NamedTuple):
    """An item with its mark and how many bytes of the input were read when it was."""

    mark: str | None
    read: int
    item: Item


def blocks_of(noted: Iterable[Noted]) -> Iterator[pa.Table]:
    """Yield the items in blocks, as they come."""
    rest = iter(noted)
    while rows := list(islice(rest, BLOCK_ITEMS)):
        marks, read, items = zip(*rows, strict=True)
        yield pa.table([list(marks), list(read), list(map(pickle.dumps, items))], schema=SCHEMA)


def items_in(block: pa.Table) -> list[Item]:
    """Return the items of a block."""
    return [pickle.loads(content) for content in block["content"].to_pylist()]


def with_outcomes(block: pa.Table, outcomes: Sequence[Outcome | Exception]) -> pa.Table:
    """Return a block of items with the outcomes in the place of the items."""
    contents = pa.array(list(map(pickle.dumps, outcomes)), pa.large_binary())
    return block.set_column(block.schema.get_field_index("content"), "content", contents)


def marked_in(block: pa.Table) -> Iterator[Marked]:
    """Yield the outcomes of a block. Raises what an actor raised."""
    for mark, read, content in zip(*(block[name].to_pylist() for name in SCHEMA.names), strict=True):
        outcome = pickle.loads(content)
        if isinstance(outcome, Exception):
            raise outcome
        yield Marked(mark, read, outcome)
