"""The cast: each organization, place and person of an article with its mentions, and what stands for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.facts.anchors import Anchor
from pipeline.facts.date_marks import DateMark, date_marks
from pipeline.facts.noun_phrases import Phrases
from pipeline.facts.players import Player, players_of
from pipeline.facts.scene import Scene
from pipeline.facts.speakers import speakers
from pipeline.facts.themes import Theme, themes
from pipeline.knowledge.anaphora import anaphors


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

    def date_of(self, identifier: str | None) -> Anchor | None:
        """Return where the date with an id stands, if it is one that a fact can have."""
        return self._dates_by_id.get(identifier)

    @cached_property
    def _dates_by_id(self) -> Mapping[str | None, Anchor]:
        return {anchor.id: anchor for anchor in self.dates}

    @cached_property
    def bases(self) -> frozenset[str]:
        """The ids of the dates that may be what others are compared with."""
        return frozenset(anchor.id for anchor, mark in self.dates.items() if mark.base)


def cast(scene: Scene) -> Cast:
    """Return the cast of a scene."""
    players = players_of(scene)
    sources = [anchor for player in players for anchor in player.sources]
    by_id = {player.id: player for player in players}
    said = speakers(scene, sources)
    return Cast(by_id, _anaphors(scene, players), themes(scene), date_marks(scene), Phrases(scene), said, sources)


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

    A place that was not named earlier in the paragraph is the one that the article names most.
    """
    fitting = [player for player in players if player.group == group and player.kind in kinds]
    start = scene.layout.paragraphs[scene.layout.paragraph_of(index)][0] if group == "location" else 0
    spoken = [(a, p) for p in fitting for a in p.mentions if start <= a.first < index and a not in p.sources]
    if spoken:
        return max(spoken, key=lambda entry: _salience(scene, *entry))[1].id
    return max(fitting, key=lambda player: len(player.mentions)).id if group == "location" and fitting else None


def _salience(scene: Scene, anchor: Anchor, player: Player) -> tuple[int, bool, int]:
    """Later sentences before earlier ones; in a sentence its first subject, else its last mention."""
    is_subject = player.roles[anchor] == "subject"
    return scene.sentence_numbers[anchor.first], is_subject, -anchor.first if is_subject else anchor.first
