"""Marks: what an item of the input is known by, so that a run goes on with the input that it began with.

The journal keeps one digest of all items done, made from their marks. What could not be read has no mark: it may be
repaired and tried again without the input being another one.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from pipeline.batch.outcome import Outcome
from pipeline.errors import SettingsError
from pipeline.reading import Item
from pipeline.records import Article, Failure

CHANGED = "it was changed; use the same input, another folder, or --restart"
DIGEST_BYTES = 16


class Marked(NamedTuple):
    """The mark of an item, how many bytes of the input were read when it was, and what came of it."""

    mark: str | None
    read: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Done:
    """What is done of an input: how many items, their digest, and which of them (numbers) could not be read then."""

    count: int = 0
    digest: str = ""
    unread: Set[int] = frozenset()


def mark_of(item: Item) -> str | None:
    """Return the digest of an item's content; None for what could not be read."""
    if isinstance(item, Failure):
        return None
    if isinstance(item, Article):
        data = f"{item.id}\0{item.published}\0{item.text}".encode("utf-8", "surrogatepass")
    else:
        data = item.data
    return blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def chain(digest: str, mark: str | None) -> str:
    """Return the digest of a list of items that ends with the one of `mark`, from the digest of those before it."""
    return digest if mark is None else blake2b(f"{digest}{mark}".encode(), digest_size=DIGEST_BYTES).hexdigest()


def skip_done(items: Iterator[Item], done: Done) -> None:
    """Take the items that are done already from the input. Raises SettingsError where they are others now."""
    digest = ""
    for number in range(done.count):
        item = next(items, None)
        if item is None:
            raise SettingsError(f"the input has {number} articles, but {done.count} of it are done: {CHANGED}")
        if number not in done.unread:
            digest = chain(digest, mark_of(item))
    if digest != done.digest:
        raise SettingsError(f"the first {done.count} articles of the input are not those that are done: {CHANGED}")
