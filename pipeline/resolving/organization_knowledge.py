"""What rules of an organization's country look at, and their type."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.knowledge.places import PlaceTable
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.article import ArticleScene


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the rules look at beside the mentions."""

    table: PlaceTable
    scene: ArticleScene


Group = Sequence[Appearance]
#: A rule returns a country, "" for «none, and look no further», None for «I do not know».
Rule = Callable[[Group, Knowledge], str | None]
