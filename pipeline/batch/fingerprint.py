"""What must be the same for a run to go on: version, model, settings, reading; and a digest of the input so far."""

from collections import deque
from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.reading import Item, Page, ReadingOptions
from pipeline.records import Article, Failure
from pipeline.settings import Settings

CHANGED = "it was changed; use the same input, another folder, or --restart"


def fingerprint(settings: Settings, reading: ReadingOptions, form: str, skip_reprints: bool) -> dict[str, Any]:
    """Return all that decides what is written, flat, as JSON. Raises SettingsError for a missing lexicon."""
    values = settings.model_dump(mode="json") | {"format": form, "skip_reprints": skip_reprints, "version": _version()}
    values |= {f"reading_{name}": value for name, value in reading.model_dump(mode="json").items()}
    if settings.lexicon is not None:
        values["lexicon"] = _content_digest(settings.lexicon)
    # How articles are grouped and how long they may take does not change records.
    for name in ("batch_size", "seconds_per_article"):
        del values[name]
    return values


def _version() -> str:
    try:
        return version("svodka")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "0+source"


def _content_digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}: check the path") from error


def chain(digest: str, item: Article | Page) -> str:
    """Return the digest of a list of items that ends with `item`, from the digest of the list before it."""
    link = blake2b(digest.encode(), digest_size=16)
    if isinstance(item, Article):
        link.update(f"{item.id}\0{item.published}\0{item.text}".encode("utf-8", "surrogatepass"))
    else:
        link.update(item.data)
    return link.hexdigest()


class Tracked:
    """Items on their way to the workers, and what has to be known of each when its outcome is written.

    `marks` has for each the digest of all up to it, and whether it was read at all: what could not be read is no part
    of the digest, for it may be repaired and tried again.
    """

    def __init__(self, items: Iterable[Item], digest: str = "") -> None:
        self._items = iter(items)
        self._digest = digest
        self.marks: deque[tuple[str, bool]] = deque()

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            if not isinstance(item, Failure):
                self._digest = chain(self._digest, item)
            self.marks.append((self._digest, not isinstance(item, Failure)))
            yield item


def skip_done(items: Iterator[Item], done: int, digest: str, unread: Container[int]) -> None:
    """Take the items that are done already from the input.

    `unread` has the numbers of those that could not be read then. Raises SettingsError where the others differ.
    """
    now = ""
    for number in range(done):
        item = next(items, None)
        if item is None:
            raise SettingsError(f"the input has {number} articles, but {done} of it are done: {CHANGED}")
        if number not in unread and not isinstance(item, Failure):
            now = chain(now, item)
    if now != digest:
        raise SettingsError(f"the first {done} articles of the input are not those that are done: {CHANGED}")



