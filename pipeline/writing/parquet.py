"""A Parquet dataset, partitioned by the month of publication: `parquet/month=2025-12/part-0000000000.parquet`."""

import os
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from pipeline.writing.blocks import SCHEMA, table_of
from pipeline.writing.names import Names
from pipeline.writing.sink import Sink, State, Written

UNKNOWN_MONTH = "unknown"


class ParquetDataset(Sink):
    """Writes a file for each month of a block; a file's name has the number of the block's first article."""

    # Months are files: small blocks would make a great many small ones.
    block = 1_024

    def __init__(self, folder: Path, names: Names) -> None:
        self._folder = folder / "parquet"
        self._records: list[Written] = []

    def restore(self, done: int, state: State) -> None:
        """Remove the files of blocks after the last commit."""
        for path in self._folder.glob("month=*/*"):
            if path.suffix != ".parquet" or int(path.stem.removeprefix("part-")) >= done:
                path.unlink()

    def write(self, record: Written) -> None:
        """Take one record for the next commit."""
        self._records.append(record)

    def commit(self) -> State:
        """Write the block's files. Raises OSError."""
        if self._records:
            table = table_of(self._records)
            for month, rows in by_month(table):
                self._write(f"month={month}/part-{self._records[0].number:010}.parquet", rows)
            self._records.clear()
        return {}

    def clear(self) -> None:
        """Remove the dataset."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _write(self, name: str, table: pa.Table) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.part")
        with temporary.open("wb") as stream:
            parquet.write_table(table, stream, compression="zstd")
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)


def by_month(table: pa.Table) -> list[tuple[str, pa.Table]]:
    """Return the rows of each month of publication (2025-12, unknown), without the column `number`."""
    published = pc.struct_field(table["article"], "published")
    months = pc.fill_null(pc.strftime(published, format="%Y-%m"), UNKNOWN_MONTH)
    rows = table.select(SCHEMA.names)
    return [(month, rows.filter(pc.equal(months, month))) for month in sorted(pc.unique(months).to_pylist())]
