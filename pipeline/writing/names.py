"""File names from article ids: any id gives a name that every file system takes and that stays in its folder."""

import re
from collections import Counter
from hashlib import sha256

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


class Names:
    """Names for the articles of one run: an id that comes again gets a number (`id`, `id-2`, `id-3`)."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def take(self, identifier: str) -> str:
        """Return a name that was not taken before. File systems that ignore case are reckoned with."""
        name = safe_name(identifier)
        while True:
            key = name.lower()
            self._seen[key] += 1
            count = self._seen[key]
            if count == 1:
                return name
            name = f"{safe_name(identifier)}-{count}"
