"""The players of an article: each organization, place and person with its mentions, and how it stands out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.facts.anchors import Anchor
from pipeline.facts.roles import company_of, is_source, role
from pipeline.facts.scene import Scene

#: Words between two names that have nothing to do with each other.
FAR = 5


@dataclass(frozen=True)
class Player:
    """One entity: its mentions in order, the role and company of each, which are sources, its rank in the article."""

    id: str
    group: str
    kind: str
    country: str | None
    mentions: Sequence[Anchor]
    roles: dict[Anchor, str]
    company: dict[Anchor, str]
    sources: frozenset[Anchor]
    prominence: tuple[str, ...]
    _nearest_roles: dict[str, tuple[int, str]] = field(default_factory=dict)

    @cached_property
    def standing(self) -> str:
        """Whether the article names it most of its group or kind, or first, or neither."""
        return next((word for word in ("most", "first") if any(m.startswith(word) for m in self.prominence)), "")

    def nearest_role(self, other: "Player") -> tuple[int, str]:
        """Return how many words its mention nearest to one of another stands away, FAR at most, and that one's role."""
        known = self._nearest_roles.get(other.id)
        if known is None:
            pairs = ((min(abs(a.first - b.last), FAR), self.roles[a]) for a in self.mentions for b in other.mentions)
            known = self._nearest_roles[other.id] = min(pairs)
        return known


def players_of(scene: Scene) -> list[Player]:
    """Return the players of a scene, in order of their first mention."""
    mentions: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in scene.entities:
        mentions[anchor.id].append(anchor)
    ranks = _prominence(scene, mentions)
    return [_player(scene, anchors, ranks[identifier]) for identifier, anchors in mentions.items()]


def _player(scene: Scene, anchors: Sequence[Anchor], prominence: tuple[str, ...]) -> Player:
    item = anchors[0].item
    return Player(
        id=item.id,
        group=anchors[0].group,
        kind=str(getattr(item, "kind", "person")),
        country=getattr(item, "country", None),
        mentions=anchors,
        roles={anchor: role(scene, anchor) for anchor in anchors},
        company={anchor: company_of(scene, anchor) for anchor in anchors},
        sources=frozenset(anchor for anchor in anchors if is_source(scene, anchor)),
        prominence=prominence,
    )


def _prominence(scene: Scene, mentions: Mapping[str, Sequence[Anchor]]) -> dict[str, tuple[str, ...]]:
    """What makes an entity stand out among those of its group and, for places, of its kind."""
    marks: dict[str, list[str]] = defaultdict(list)
    for group in ("organization", "location"):
        ids = [identifier for identifier, anchors in mentions.items() if anchors[0].group == group]
        _mark(marks, "", ids, mentions)
        for kind in ("country", "region", "city") if group == "location" else ("company",):
            _mark(marks, f" {kind}", [i for i in ids if getattr(mentions[i][0].item, "kind", "") == kind], mentions)
    end = scene.layout.paragraphs[0][1] if scene.layout.paragraphs else 0
    for identifier, anchors in mentions.items():
        if anchors[0].first < end:
            marks[identifier].append("opening")
    return {identifier: tuple(marks[identifier]) for identifier in mentions}


def _mark(marks: dict[str, list[str]], kind: str, ids: Sequence[str], mentions: Mapping[str, Sequence[Anchor]]) -> None:
    if ids:
        marks[ids[0]].append(f"first{kind}")
        marks[max(ids, key=lambda i: len(mentions[i]))].append(f"most frequent{kind}")
