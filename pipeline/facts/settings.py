"""The setting of a quantity: what all quantities of one sentence have in common, looked up once a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.facts.anchors import Anchor
from pipeline.facts.cast import Cast
from pipeline.facts.players import Player
from pipeline.facts.scene import Scene

#: Zones from the nearest to the farthest: of an entity's mentions the one in the nearest zone is looked at.
ORDER = ("clause<", "next clause<", "sentence<", "clause>", "lead", "next clause>", "sentence>", "list", "before",
         "paragraph", "above", "far above", "next sentence>", "paragraph>", "below>")  # fmt: skip
#: So many of the nearest entities are candidates.
NEAREST = 4
RANK = {name: number for number, name in enumerate(ORDER)}


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence: words start..end, its number and paragraph, the stretches it leans on, and what stands in it.

    `lead` is the sentence that leads the list it is in, `before` the sentence before in the same paragraph; both are
    empty where there is none. `finite` are its finite verbs, `tensed` all words with a tense,
    `anaphors` those of the cast in it and in the lead, `first_person` whether «мы» speak. `zones` are those of
    mentions outside the sentence that were asked for, `nearest` is the nearest such mention of each player near or
    prominent, with its rank.
    """

    number: int
    start: int
    end: int
    paragraph: int
    lead: range
    before: range
    quantities: Sequence[Anchor]
    entities: Sequence[Anchor]
    finite: Sequence[int]
    tensed: Sequence[int]
    anaphors: Sequence[tuple[int, str, str]]
    first_person: bool
    zones: dict[Anchor, str] = field(default_factory=dict)
    nearest: dict[str, tuple[int, Anchor]] = field(default_factory=dict)

    def nearness(self, scene: Scene, index: int) -> str:
        """Say where a word before stands: in the same sentence, the one before, the same paragraph, or above it."""
        if index >= self.start:
            return "sentence"
        if self.lead and self.lead.start <= index:
            return "list"
        apart = self.paragraph - scene.layout.paragraph_of(index)
        if apart:
            return "above" if apart == 1 else "far above"
        return "before" if scene.sentence_numbers[index] == self.number - 1 else "paragraph"


def setting(scene: Scene, cast: Cast, number: int) -> Setting:
    """Return the setting that a sentence makes."""
    start, end = scene.layout.sentences[number]
    words, lead = scene.words, _lead(scene, start)
    made = Setting(
        number=number,
        start=start,
        end=end,
        paragraph=scene.layout.paragraph_of(start),
        lead=lead,
        before=_before(scene, start),
        quantities=[a for a in scene.quantities if start <= a.first < end],
        entities=scene.entities_between(start, end),
        finite=[i for i in range(start, end) if words[i].is_finite],
        tensed=[i for i in range(start, end) if words[i].tense],
        first_person=any(words[i].is_first_person for i in range(start, end)),
        anaphors=[found for found in cast.anaphors if start <= found[0] < end or found[0] in lead],
    )
    for name in _within_reach(scene, cast, made):
        anchor = _nearest(made, cast.players[name])
        if anchor is not None:
            made.nearest[name] = RANK[outside(scene, made, anchor)], anchor
    return made


def _within_reach(scene: Scene, cast: Cast, setting: Setting) -> dict[str, None]:
    """The players that can be candidates: prominent ones, those of the sentence, of the lead, the nearest around."""
    reach = dict.fromkeys(cast.prominent)
    reach.update((anchor.id, None) for anchor in setting.entities)
    if setting.lead:
        reach.update((anchor.id, None) for anchor in scene.entities_between(setting.lead.start, setting.lead.stop))
    before, behind = scene.entities_before(setting.start), scene.entities_before(setting.end)
    for outwards in (range(before - 1, -1, -1), range(behind, len(scene.entities))):
        met = set[str]()
        for place in outwards:
            met.add(scene.entities[place].id)
            if len(met) == NEAREST:
                break
        reach.update(dict.fromkeys(met))
    return reach


def _nearest(setting: Setting, player: Player) -> Anchor | None:
    """The last mention in the list's lead, else the last before the sentence, else the first behind it."""
    last_before = behind = None
    for anchor in reversed(player.mentions):
        if anchor.first >= setting.end:
            behind = anchor
        elif anchor.first < setting.start:
            if not setting.lead or anchor.first in setting.lead:
                return anchor
            last_before = last_before or anchor
    return last_before or behind


def _lead(scene: Scene, start: int) -> range:
    number = scene.layout.lead_of(start)
    return range(0) if number is None else range(*scene.layout.sentences[number])


def _before(scene: Scene, start: int) -> range:
    places = scene.layout
    if start == 0 or places.paragraph_of(start) != places.paragraph_of(start - 1):
        return range(0)
    return range(*scene.sentence(start - 1))


def outside(scene: Scene, setting: Setting, anchor: Anchor) -> str:
    """Return the zone of a mention outside the sentence."""
    known = setting.zones.get(anchor)
    if known is None:
        known = setting.zones[anchor] = _zone(scene, setting, anchor)
    return known


def _zone(scene: Scene, setting: Setting, anchor: Anchor) -> str:
    if anchor.first >= setting.end:
        return _zone_behind(scene, setting, anchor)
    return "lead" if anchor.first in setting.lead else setting.nearness(scene, anchor.first)


def _zone_behind(scene: Scene, setting: Setting, anchor: Anchor) -> str:
    apart = scene.sentence_numbers[anchor.first] - setting.number
    same = scene.layout.paragraph_of(anchor.first) == setting.paragraph
    return "next sentence>" if apart == 1 and same else "paragraph>" if same else "below>"
