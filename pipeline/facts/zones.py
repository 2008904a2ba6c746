"""Where a mention stands as seen from a quantity."""

from collections.abc import Sequence

from pipeline.facts.anchors import Anchor
from pipeline.facts.view import View


def zone(view: View, anchor: Anchor) -> str:
    """Return the zone of a mention: clause, sentence, list lead, sentence before, paragraph, above … with its side."""
    side = "<" if anchor.first < view.anchor.first else ">"
    if view.sentence[0] <= anchor.first < view.sentence[1]:
        apart = abs(view.scene.clauses[anchor.first] - view.clause)
        return f"{('clause', 'next clause')[apart] if apart < 2 else 'sentence'}{side}"
    if side == ">":
        return _behind(view, anchor)
    if anchor.first in view.lead:
        return "lead"
    return view.nearness(anchor.first)


def _behind(view: View, anchor: Anchor) -> str:
    apart = view.scene.sentence_numbers[anchor.first] - view.sentence_number
    same = view.scene.layout.paragraph_of(anchor.first) == view.scene.layout.paragraph_of(view.anchor.first)
    return "next sentence>" if apart == 1 and same else "paragraph>" if same else "below>"


#: Zones from the nearest to the farthest: of an entity's mentions the one in the nearest zone is looked at.
ORDER = ("clause<", "next clause<", "sentence<", "clause>", "lead", "next clause>", "sentence>", "list", "before",
         "paragraph", "above", "far above", "next sentence>", "paragraph>", "below>")  # fmt: skip
RANK = {name: number for number, name in enumerate(ORDER)}


def nearest(view: View, mentions: Sequence[Anchor]) -> tuple[Anchor, str]:
    """Return the mention of an entity that stands nearest, with its zone."""
    known = view.nearest.get(mentions[0].id)
    if known is None:
        known = view.nearest[mentions[0].id] = _nearest(view, mentions)
    return known


def _nearest(view: View, mentions: Sequence[Anchor]) -> tuple[Anchor, str]:
    zoned = [(RANK[zone(view, a)], abs(a.first - view.anchor.first), a.first, a) for a in mentions]
    rank, _, _, anchor = min(zoned, key=lambda entry: entry[:3])
    return anchor, ORDER[rank]
