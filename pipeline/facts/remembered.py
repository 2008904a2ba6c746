"""Weights of parts, remembered by their values."""

from collections.abc import Callable
from typing import TypeVar

from pipeline.facts.parts import Part

Weight = TypeVar("Weight")
#: So many are kept, for memory to stay flat over an archive.
MOST_KNOWN = 20_000


class Remembered(dict[Part, Weight]):
    """What a function says of parts: asked of it once for each, then kept."""

    def __init__(self, weigh: Callable[[Part], Weight]) -> None:
        super().__init__()
        self._weigh = weigh

    def __missing__(self, part: Part) -> Weight:
        if len(self) >= MOST_KNOWN:
            self.clear()
        weight = self[part] = self._weigh(part)
        return weight
