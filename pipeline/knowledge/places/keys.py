"""The form under which names of places are compared: no case, ё, hyphens and dashes."""

import re
from functools import lru_cache

_SPACES_AND_DASHES = re.compile(r"[\s—–‑-]+")


@lru_cache(maxsize=20_000)
def place_key(name: str) -> str:
    """Return the key of a name: «Усть-Каменогорск» → «усть каменогорск»."""
    return _SPACES_AND_DASHES.sub(" ", name.casefold().replace("ё", "е").replace("'", "’")).strip()
