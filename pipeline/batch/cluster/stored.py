"""Stored blocks: a block as one row, so that Ray leaves it whole all the way to its file.

Ray joins the blocks of a reading task and cuts them anew by bytes; only a row stays together. `part` and `first` name
the file (`write_parquet` takes names of files from columns); Parquet leaves them out of the file itself.
"""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pipeline.batch.cluster.blocks import Noted
from pipeline.batch.marks import Marked
from pipeline.batch.outcome import Outcome
from pipeline.reading import Item

NAMED_BY = ["part", "first"]
CONTENT = [
    ("last", pa.bool_()),
    ("mark", pa.list_(pa.string())),
    ("read", pa.list_(pa.int64())),
    ("content", pa.list_(pa.large_binary())),
]
SCHEMA = pa.schema([*((name, pa.int64()) for name in NAMED_BY), *CONTENT])


def stored_items(part: int, first: int, items: Sequence[Noted], last: bool) -> pa.Table:
    """Return items as a block: the part of the input and their first one's number there; `last`: the part ends here."""
    columns = zip(*((mark, read, pickle.dumps(item)) for mark, read, item in items), strict=True)
    lists = [list(column) for column in columns] or [[], [], []]
    return pa.table([[value] for value in (part, first, last, *lists)], schema=SCHEMA)


def items_of(block: pa.Table) -> list[Item]:
    """Return the items of a block."""
    return [pickle.loads(content) for content in _only(block, "content")]


def with_results(block: pa.Table, results: Sequence[Outcome | Exception]) -> pa.Table:
    """Return a block of items with what came of them in their place."""
    contents = pa.array([list(map(pickle.dumps, results))], pa.list_(pa.large_binary()))
    return block.set_column(block.schema.get_field_index("content"), "content", contents)


@dataclass(frozen=True, slots=True)
class StoredBlock:
    """What came of the items of a part from number `first` on; `last`: the part ends behind them."""

    first: int
    last: bool
    marks: list[str | None]
    reads: list[int]
    results: list[Outcome | Exception]

    @property
    def end(self) -> int:
        """The number behind that of the last item."""
        return self.first + len(self.marks)

    @property
    def failed(self) -> bool:
        """Whether an actor raised something instead of extracting."""
        return any(isinstance(result, Exception) for result in self.results)

    def marked(self, number: int) -> list[Marked]:
        """Return the outcomes from this number on. Raises what an actor raised."""
        found = []
        for mark, read, result in list(zip(self.marks, self.reads, self.results, strict=True))[number - self.first :]:
            if isinstance(result, Exception):
                raise result
            found.append(Marked(mark, read, result))
        return found


def stored_block(first: int, table: pa.Table) -> StoredBlock:
    """Return the block in the content of a file. Raises ValueError where it is none."""
    if table.schema.names != [name for name, _ in CONTENT] or len(table) != 1:
        raise ValueError("no block of outcomes")
    results = [pickle.loads(content) for content in _only(table, "content")]
    return StoredBlock(first, _only(table, "last"), _only(table, "mark"), _only(table, "read"), results)


def _only(table: pa.Table, name: str) -> Any:
    return table[name][0].as_py()
