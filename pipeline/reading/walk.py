"""Walk: the items of many sources, one after another, with the place where the walk is."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import ReadingError
from pipeline.reading.formats import STEP, items, reason
from pipeline.reading.opened import Item
from pipeline.reading.options import ReadingOptions
from pipeline.reading.sources import Source, sources
from pipeline.records import Failure

#: What a path stands for: a source, or why there is none.
Named = Source | Failure


def named_sources(paths: Iterable[str | Path]) -> Iterator[Named]:
    """Yield the sources that paths name, in their order; a Failure for a path where nothing is."""
    for path in map(str, paths):
        try:
            yield from sources(path)
        except (ReadingError, OSError) as error:
            yield Failure(source=path, step=STEP, error=reason(error))


class Walk(Iterator[Item]):
    """An iterator over the items of sources. Never raises for bad input: what cannot be read is a Failure.

    `source` is where the last item came from, and `taken` how many items that source gave so far.
    """

    def __init__(self, named: Iterable[Named], options: ReadingOptions) -> None:
        self.source: Named | None = None
        self.taken = 0
        self._options, self._before = options, 0
        self._stream: BinaryIO | None = None
        self._items = self._all(named)

    def __next__(self) -> Item:
        item = next(self._items)
        self.taken += 1
        return item

    @property
    def read(self) -> int:
        """How many bytes of all sources were read so far, as they are stored; readers go a little ahead."""
        try:
            return self._before + (self._stream.tell() if self._stream is not None else 0)
        except (OSError, ValueError):  # a pipe has no position
            return self._before

    def _all(self, named: Iterable[Named]) -> Iterator[Item]:
        for self.source in named:
            self.taken = 0
            if isinstance(self.source, Failure):
                yield self.source
            else:
                yield from self._of(self.source)
                self._before, self._stream = self._before + (self.source.size or 0), None

    def _of(self, source: Source) -> Iterator[Item]:
        try:
            opened = source.open()
        except (ReadingError, OSError) as error:
            yield Failure(source=source.path, step=STEP, error=reason(error))
            return
        with opened.stream as self._stream:
            yield from items(opened, self._options)
