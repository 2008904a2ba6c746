"""A quantity in its surroundings: the stretches of words that features look at, and the facts made before it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.facts.anchors import Anchor
from pipeline.facts.candidates import Candidate, candidates
from pipeline.facts.cast import Cast
from pipeline.facts.drafts import Draft
from pipeline.facts.scene import Scene
from pipeline.facts.settings import Setting
from pipeline.facts.themes import Theme
from pipeline.records import Quantity


@dataclass(frozen=True, slots=True)
class View:
    """One quantity of a scene; `drafts` are those of the quantities before it, in order of the text.

    `near_left` reaches back to the quantity before or the sentence's start, `far_left` from there to its start;
    `near_right` to the next quantity or the end of the next clause, `far_right` from there to the sentence's end.
    `verb` is the lemma of the finite verb of its clause nearest before it, else behind it, "" where there is none;
    `tense` that of the clause's nearest verb, else of the sentence's. `fact_before` stands `near_before`
    (`Setting.nearness`), "" where it is the first. `candidates` are the players that may be subject or location.
    """

    scene: Scene
    cast: Cast
    anchor: Anchor
    drafts: Sequence[Draft]
    setting: Setting
    quantity: Quantity
    theme: Theme
    clause: int
    far_left: range
    near_left: range
    near_right: range
    far_right: range
    verb: str
    tense: str
    fact_before: Draft | None
    near_before: str
    candidates: Sequence[Candidate]

    @property
    def stretches(self) -> list[tuple[str, range]]:
        """The stretches around it that have words, by name, the nearest first."""
        named = {"near right": self.near_right, "near left": self.near_left, "far left": self.far_left,
                 "far right": self.far_right, "lead": self.setting.lead, "before": self.setting.before}  # fmt: skip
        return [(name, span) for name, span in named.items() if span]

    @property
    def left_lemmas(self) -> Sequence[str]:
        """The lemmas of `near_left`."""
        return self.scene.lemmas[self.near_left.start : self.near_left.stop]

    def clauses_since(self, before: Draft) -> int:
        """Return how many clauses apart a fact before stands, three at most."""
        return min(self.clause - self.scene.clauses[before.quantity.first], 3)


def view(scene: Scene, cast: Cast, setting: Setting, anchor: Anchor, drafts: Sequence[Draft]) -> View:
    """Return the view of a quantity."""
    assert isinstance(anchor.item, Quantity)
    near_left = range(_last_before(setting, anchor), anchor.first)
    near_right = range(anchor.last, _end_of_right(scene, setting, anchor))
    before = next((draft for draft in reversed(drafts) if draft.is_fact), None)
    return View(
        scene=scene,
        cast=cast,
        anchor=anchor,
        drafts=drafts,
        setting=setting,
        quantity=anchor.item,
        theme=cast.themes[anchor],
        clause=scene.clauses[anchor.first],
        far_left=range(setting.start, near_left.start),
        near_left=near_left,
        near_right=near_right,
        far_right=range(near_right.stop, setting.end),
        verb=_verb(scene, setting, anchor),
        tense=_tense(scene, setting, anchor),
        fact_before=before,
        near_before=setting.nearness(scene, before.quantity.first) if before else "",
        candidates=candidates(scene, cast, setting, anchor),
    )


def _last_before(setting: Setting, anchor: Anchor) -> int:
    return max((a.last for a in setting.quantities if a.first < anchor.first), default=setting.start)


def _end_of_right(scene: Scene, setting: Setting, anchor: Anchor) -> int:
    """Where the next quantity begins, or the clause but one ends."""
    end = min((a.first for a in setting.quantities if a.first >= anchor.last), default=setting.end)
    beyond = bisect_left(scene.clauses, scene.clauses[anchor.first] + 2, anchor.last, max(end, anchor.last))
    return min(end, beyond)


def _outwards(indexes: Sequence[int], anchor: Anchor) -> Iterable[int]:
    """Words of the sentence from the number back to its start, then those behind it."""
    place = bisect_left(indexes, anchor.first)
    return (*reversed(indexes[:place]), *(i for i in indexes[place:] if i >= anchor.last))


def _verb(scene: Scene, setting: Setting, anchor: Anchor) -> str:
    clauses, clause = scene.clauses, scene.clauses[anchor.first]
    return next((scene.words[i].lemma for i in _outwards(setting.finite, anchor) if clauses[i] == clause), "")


def _tense(scene: Scene, setting: Setting, anchor: Anchor) -> str:
    clauses, clause = scene.clauses, scene.clauses[anchor.first]
    order = list(_outwards(setting.tensed, anchor))
    first = next((i for i in order if clauses[i] == clause), order[0] if order else None)
    return "no verb" if first is None else scene.words[first].tense
