"""The cast: each organization, place and person of an article with its mentions, their roles, and how it stands out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.facts.anchors import Anchor
from pipeline.facts.date_marks import DateMark, date_marks
from pipeline.facts.noun_phrases import Phrases
from pipeline.facts.roles import company_of, is_source, role
from pipeline.facts.scene import Scene
from pipeline.facts.speakers import speakers
from pipeline.facts.themes import Theme, themes
from pipeline.knowledge.anaphora import anaphors

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

    def nearest_role(self, other: "Player") -> tuple[int, str]:
        """Return how many words its mention nearest to one of another stands away, FAR at most, and that one's role."""
        known = self._nearest_roles.get(other.id)
        if known is None:
            pairs = ((min(abs(a.first - b.last), FAR), self.roles[a]) for a in self.mentions for b in other.mentions)
            known = self._nearest_roles[other.id] = min(pairs)
        return known


@dataclass(frozen=True)
class Cast:
    """All players by id, the quantities' themes, the dates' marks, the noun phrases, and the anaphors: common nouns
    that stand for a player, each with that one's id and group; for whom is spoken in which sentence; and the mentions
    that are named as the source of something, by player in order of first mention.
    """

    players: Mapping[str, Player]
    anaphors: Sequence[tuple[int, str, str]]
    themes: Mapping[Anchor, Theme]
    dates: Mapping[Anchor, DateMark]
    phrases: Phrases
    speakers: Mapping[int, tuple[str, bool]]
    sources: Sequence[Anchor]

    @cached_property
    def prominent(self) -> Sequence[str]:
        """The ids of the players that stand out in the article."""
        return [name for name, player in self.players.items() if player.prominence]

    @cached_property
    def bases(self) -> frozenset[str]:
        """The ids of the dates that may be what others are compared with."""
        return frozenset(anchor.id for anchor, mark in self.dates.items() if mark.base)


def cast(scene: Scene) -> Cast:
    """Return the cast of a scene."""
    mentions: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in scene.entities:
        mentions[anchor.id].append(anchor)
    ranks = _prominence(scene, mentions)
    players = [_player(scene, anchors, ranks[identifier]) for identifier, anchors in mentions.items()]
    sources = [anchor for player in players for anchor in player.sources]
    by_id = {player.id: player for player in players}
    said = speakers(scene, sources)
    return Cast(by_id, _anaphors(scene, players), themes(scene), date_marks(scene), Phrases(scene), said, sources)


def _player(scene: Scene, anchors: list[Anchor], prominence: tuple[str, ...]) -> Player:
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


def _prominence(scene: Scene, mentions: dict[str, list[Anchor]]) -> dict[str, tuple[str, ...]]:
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


def _mark(marks: dict[str, list[str]], kind: str, ids: list[str], mentions: dict[str, list[Anchor]]) -> None:
    if ids:
        marks[ids[0]].append(f"first{kind}")
        marks[max(ids, key=lambda i: len(mentions[i]))].append(f"most frequent{kind}")


def _anaphors(scene: Scene, players: Sequence[Player]) -> list[tuple[int, str, str]]:
    """The common nouns outside names, with the player that was last named of a kind that they can stand for."""
    found = []
    for index, word in enumerate(scene.words):
        if index in scene.mask:
            continue
        for group in ("organization", "location"):
            kinds = anaphors(group).get(word.lemma)
            referent = _referent(scene, index, group, kinds, players) if kinds else None
            if referent:
                found.append((index, referent, group))
    return found


def _referent(scene: Scene, index: int, group: str, kinds: frozenset[str], players: Sequence[Player]) -> str | None:
    """The player of the kinds that was spoken of last: the subject of the last sentence that names one, else its last.

    Where none was named before: a place is the one that the article names most.
    """
    fitting = [player for player in players if player.group == group and player.kind in kinds]
    spoken = [(a, p) for p in fitting for a in p.mentions if a.first < index and a not in p.sources]
    if spoken:
        return max(spoken, key=lambda entry: _salience(scene, *entry))[1].id
    return max(fitting, key=lambda player: len(player.mentions)).id if group == "location" and fitting else None


def _salience(scene: Scene, anchor: Anchor, player: Player) -> tuple[int, bool, int]:
    """Later sentences before earlier ones; in a sentence its first subject, else its last mention."""
    is_subject = player.roles[anchor] == "subject"
    return scene.sentence_numbers[anchor.first], is_subject, -anchor.first if is_subject else anchor.first
