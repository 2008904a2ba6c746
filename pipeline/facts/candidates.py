"""The players that may fill a slot of a quantity's fact: each with its nearest mention and where that stands."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from pipeline.facts.anchors import Anchor
from pipeline.facts.cast import Cast
from pipeline.facts.players import Player
from pipeline.facts.scene import Scene
from pipeline.facts.settings import NEAREST, ORDER, RANK, Setting, outside

_NEAR = ("clause", "next clause", "sentence")
_MOST_OTHERS = 2
#: Rank of a mention's zone, words from it to the number, id of the player, the mention.
Near = tuple[int, int, str, Anchor]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A player, its mention nearest to the quantity, the zone of that, and how many others stand between, 2 at most."""

    player: Player
    anchor: Anchor
    where: str
    others: int


def candidates(scene: Scene, cast: Cast, setting: Setting, quantity: Anchor) -> list[Candidate]:
    """Return the nearest players and those that stand out in the article; the rest would be chosen too seldom."""
    ranked, players = sorted(_nearest(scene, setting, quantity).values()), cast.players
    kept = [*ranked[:NEAREST], *(near for near in ranked[NEAREST:] if players[near[2]].prominence)]
    others = _others_between(scene, quantity, {anchor for *_, anchor in kept})
    return [Candidate(players[name], anchor, ORDER[rank], others[anchor]) for rank, _, name, anchor in kept]


def zone(scene: Scene, setting: Setting, quantity: Anchor, mention: Anchor) -> str:
    """Return the zone of a mention: clause, sentence, list lead, sentence before, paragraph, above … with its side."""
    if not setting.start <= mention.first < setting.end:
        return outside(scene, setting, mention)
    apart = min(abs(scene.clauses[mention.first] - scene.clauses[quantity.first]), 2)
    return f"{_NEAR[apart]}{'<' if mention.first < quantity.first else '>'}"


def _nearest(scene: Scene, setting: Setting, quantity: Anchor) -> dict[str, Near]:
    """The nearest mention of each player, in the sentence or outside."""
    at = quantity.first
    found = {name: (rank, abs(anchor.first - at), name, anchor) for name, (rank, anchor) in setting.nearest.items()}
    for mention in setting.entities:
        near = RANK[zone(scene, setting, quantity, mention)], abs(mention.first - at), mention.id, mention
        if mention.id not in found or near[:2] < found[mention.id][:2]:
            found[mention.id] = near
    return found


def _others_between(scene: Scene, quantity: Anchor, wanted: Collection[Anchor]) -> dict[Anchor, int]:
    """How many other entities of the same group stand between each wanted mention and the number."""
    found: dict[Anchor, int] = {}
    place = scene.entities_before(quantity.first)
    for outwards in (reversed(scene.entities[:place]), scene.entities[place:]):
        met: dict[str, set[str]] = defaultdict(set)
        for mention in outwards:
            ids = met[mention.group]
            if mention in wanted:
                found[mention] = min(len(ids) - (mention.id in ids), _MOST_OTHERS)
                if len(found) == len(wanted):
                    return found
            ids.add(mention.id)
    return found
