"""Rows of mentions: «Китай, Россия и Казахстан», «20, 16 и 6 %»."""

from collections.abc import Sequence

from pipeline.facts.anchors import Anchor
from pipeline.facts.scene import Scene
from pipeline.facts.settings import Setting

_JOINTS = frozenset({",", "и", "или", "а", "также"})


def row_around(scene: Scene, anchors: Sequence[Anchor], anchor: Anchor) -> list[Anchor]:
    """Return the anchors that stand in one row with an anchor: only commas and «и» between them."""
    place = anchors.index(anchor)
    first = last = place
    while first > 0 and _joined(scene, anchors[first - 1], anchors[first]):
        first -= 1
    while last + 1 < len(anchors) and _joined(scene, anchors[last], anchors[last + 1]):
        last += 1
    return list(anchors[first : last + 1])


def _joined(scene: Scene, one: Anchor, other: Anchor) -> bool:
    between = [word.lower for word in scene.words[one.last : other.first]]
    return 0 < len(between) <= 2 and set(between) <= _JOINTS


def names_in_turn(scene: Scene, setting: Setting, number: Anchor) -> tuple[Sequence[Anchor], int] | None:
    """Return the row of names before a row of as many numbers that a number is in, and its place in that."""
    if len(setting.quantities) < 2 or not setting.entities:
        return None
    numbers = row_around(scene, setting.quantities, number)
    names = [a for a in setting.entities if a.last <= numbers[0].first]
    row = row_around(scene, names, names[-1]) if len(numbers) > 1 and names else []
    return (row, numbers.index(number)) if len(row) == len(numbers) > 1 else None
