"""A bare name means what the article called it elsewhere: «месторождение Тавантолгой» … «дорога от Тавантолгоя»."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge.places import PlaceTable
from pipeline.resolving.location_reading import LocationAppearance

_SETTLEMENTS = frozenset({"city", "village"})
_INHERITED = frozenset({"deposit", "facility", "zone", "water"})
#: A name that is also a town's of so many inhabitants means the town where it stands alone.
_TOWN = 20_000


def with_inherited_kinds(
    appearances: Sequence[LocationAppearance], table: PlaceTable
) -> list[LocationAppearance]:
    """Return the mentions, bare ones with the kind that the same name has elsewhere in the article."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for appearance in appearances:
        if appearance.kind is not None:
            kinds[appearance.key].add(appearance.kind)
    return [_inheriting(appearance, kinds[appearance.key], table) for appearance in appearances]


def _inheriting(appearance: LocationAppearance, kinds: set[str], table: PlaceTable) -> LocationAppearance:
    inherited = kinds & _INHERITED
    if appearance.kind is not None or len(inherited) != 1 or kinds & _SETTLEMENTS:
        return appearance
    if appearance.preposition == "на":  # «на Кызыле» is no town
        return replace(appearance, kind=inherited.pop())
    own = _SETTLEMENTS | inherited
    if any(place.population >= _TOWN or place.kind not in own for place in table.lookup(appearance.name)):
        return appearance
    return replace(appearance, kind=inherited.pop())
