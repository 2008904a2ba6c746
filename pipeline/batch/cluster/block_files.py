"""Block files: the folder, here or in an object store, in which the blocks of a run lie until its writer has them.

A run has a folder of its own below the one that the user names, `<digest of its output>-<digest of its fingerprint>`:
other settings, another version or another output never meet its blocks. Ray writes a file under its final name, so one
may be half there: only a file that has its end (Parquet's footer) and can be read through counts.
"""

import json
import posixpath
import re
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, Self

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import fs

from pipeline.batch.cluster.slots import Slot, slot_of
from pipeline.batch.cluster.stored import StoredBlock, stored_block
from pipeline.batch.fingerprint import fingerprint
from pipeline.batch.job import Job
from pipeline.errors import ReadingError, SettingsError
from pipeline.reading.stores import file_system

#: Part, number of the first item, run; what Ray adds tells its tasks apart.
NAME = re.compile(r"(\d+)_(\d+)_([0-9a-f]+)_\w+-\d+\.parquet")
#: Stores without folders: names just have slashes.
FLAT = frozenset({"s3", "gcs", "abfs"})
#: Says that the folder above was not there before.
MADE = "folder-made"


class BlockFile(NamedTuple):
    """A file of a block: its name, the run that wrote it, the number of the first item in its part."""

    name: str
    run: str
    first: int


class BlockFolder:
    """The block files of one job."""

    def __init__(self, system: Any, path: str, job: Job) -> None:
        self.system, self._above = system, path
        self._output = _digest(str(job.out.absolute()))
        values = fingerprint(job.settings, job.reading, job.form, job.skip_reprints)
        self.path = posixpath.join(path, f"{self._output}-{_digest(json.dumps(values, sort_keys=True))}")

    @classmethod
    def of(cls, job: Job) -> Self:
        """Return the folder below `job.blocks`. Raises SettingsError where no package knows the address."""
        address = job.blocks or ""
        if "://" not in address:
            return cls(fs.LocalFileSystem(), str(Path(address).absolute()), job)
        try:
            return cls(*file_system(address), job)
        except ReadingError as error:
            raise SettingsError(f"--blocks {address}: {error}") from error

    def make(self) -> None:
        """Make the folder. Raises OSError."""
        if self.system.type_name in FLAT:
            return
        new = self.system.get_file_info(self._above).type is fs.FileType.NotFound
        self.system.create_dir(self.path, recursive=True)
        if new:
            self.system.open_output_stream(posixpath.join(self.path, MADE)).close()

    def files(self) -> dict[Slot, list[BlockFile]]:
        """Return the files that are there, whole or not, by their slots."""
        found: dict[Slot, list[BlockFile]] = {}
        for name in self._names(self.path):
            if match := NAME.fullmatch(name):
                part, first, run = match.groups()
                file = BlockFile(name, run, int(first))
                found.setdefault(slot_of(int(part), file.first), []).append(file)
        return found

    def read(self, file: BlockFile) -> StoredBlock | None:
        """Return the block in a file; None where it is not whole, or gone."""
        try:
            with self.system.open_input_file(posixpath.join(self.path, file.name)) as stream:
                return stored_block(file.first, pq.ParquetFile(stream).read())
        except (OSError, ValueError, EOFError, pa.ArrowException):
            return None

    def remove(self, names: Iterable[str]) -> None:
        """Remove files; one that is gone already is no matter. Raises OSError."""
        for name in names:
            with suppress(FileNotFoundError):
                self.system.delete_file(posixpath.join(self.path, name))

    def clear(self) -> None:
        """Remove all blocks for the job's output, of whatever settings; also the folder above, if a run made it."""
        made = False
        for name in self._names(self._above):
            if name.startswith(f"{self._output}-"):
                folder = posixpath.join(self._above, name)
                made = made or MADE in self._names(folder)
                self.system.delete_dir(folder)
        if made and not self._names(self._above):
            self.system.delete_dir(self._above)

    def _names(self, folder: str) -> list[str]:
        return [found.base_name for found in self.system.get_file_info(fs.FileSelector(folder, allow_not_found=True))]


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()
