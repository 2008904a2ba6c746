"""The tags, and sets of tags as bit masks: a token of a partly marked corpus may have any tag of its set."""

from collections.abc import Iterable
from typing import Final

LABELS: Final = ("organization", "location", "person", "facility", "product", "common", "adjective")
TAGS: Final = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
NUMBER: Final = {tag: number for number, tag in enumerate(TAGS)}
ANY: Final = (1 << len(TAGS)) - 1


def mask(tags: Iterable[str]) -> int:
    """Return the set of tags as bits."""
    return sum(1 << NUMBER[tag] for tag in set(tags))


def outside(open_labels: Iterable[str]) -> int:
    """Return the tags of an unmarked token where these labels may have been left unmarked."""
    return mask(["O", *(f"{prefix}-{label}" for label in open_labels for prefix in "BI")])


def follows(before: str, after: str) -> bool:
    """Whether a tag may follow another: I-x only after B-x and I-x; `before` "" is the start of a sentence."""
    return not after.startswith("I-") or before[2:] == after[2:]
