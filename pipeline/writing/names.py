"""File names from article ids: any id gives a name that every file system takes and that stays in its folder."""

import re
from collections import Counter
from hashlib import sha256
from typing import Protocol

# A name within the limit of 255 bytes, with room for a suffix and for the temporary name.
MOST_BYTES = 180
UNSAFE = re.compile(r"[^\w.-]|^[.-]|\.$")
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)


def safe_name(identifier: str) -> str:
    """Return a file name without suffix for an id. Different ids give different names (else by a digest of the id)."""
    name = UNSAFE.sub("_", identifier)
    while len(name.encode("utf-8")) > MOST_BYTES:
        name = name[:-1]
    if name == identifier and name and not DEVICES.match(name):
        return name
    digest = sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{name}-{digest}" if name else digest


class Counts(Protocol):
    """How often a name came. A batch keeps it on disk: memory must not grow with the archive."""

    def add(self, key: str) -> int:
        """Count the key once more and return how often it came, this time included."""


class CountsInMemory:
    """Counts of one run in memory."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, key: str) -> int:
        """Count the key once more and return how often it came, this time included."""
        self._counts[key] += 1
        return self._counts[key]


class Names:
    """Names for the articles of one run: an id that comes again gets a number (`id`, `id-2`, `id-3`)."""

    def __init__(self, counts: Counts | None = None) -> None:
        self._counts = counts or CountsInMemory()

    def take(self, identifier: str) -> str:
        """Return a name that was not taken before. File systems that ignore case are reckoned with."""
        name = safe_name(identifier)
        while (count := self._counts.add(name.lower())) > 1:
            name = f"{safe_name(identifier)}-{count}"
        return name
