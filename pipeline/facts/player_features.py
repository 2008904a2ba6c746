"""What subjects and locations have in common: who is a candidate, how a player stands to number and facts."""

from collections.abc import Iterator, Sequence

from pipeline.facts.cast import Player
from pipeline.facts.drafts import Draft
from pipeline.facts.view import View
from pipeline.facts.zones import RANK, nearest

#: So many of the nearest entities are candidates.
NEAREST = 10
_SAME = ("sentence", "list", "before")


def candidates(view: View) -> Sequence[Player]:
    """The nearest entities and those that stand out in the article; the rest would be chosen too seldom."""
    if view.players is None:
        ranked = sorted(view.cast.players, key=lambda player: _farness(view, player))
        view.players = [*ranked[:NEAREST], *(player for player in ranked[NEAREST:] if player.prominence)]
    return view.players


def _farness(view: View, player: Player) -> tuple[int, int, str]:
    anchor, where = nearest(view, player.mentions)
    return RANK[where], abs(anchor.first - view.anchor.first), player.id


def between(view: View, player: Player, where: str) -> str:
    """How many entities of the same group stand between the mention and the number: none, one, more."""
    known = view.between.get(player.id)
    if known is None:
        known = view.between[player.id] = _count_between(view, player)
    return known


def _count_between(view: View, player: Player) -> str:
    anchor, _ = nearest(view, player.mentions)
    low, high = sorted((anchor.first, view.anchor.first))
    between = view.scene.entities_between(low + 1, high)
    return f"others {min(len({a.id for a in between if a.group == player.group} - {player.id}), 2)}"


def as_anaphor(view: View, player: Player) -> Iterator[str]:
    """A common noun in the sentence or in the lead stands for this player."""
    for index, referent in view.cast.anaphors:
        if referent == player.id:
            lemma = view.scene.words[index].lemma
            if index in view.near_left or index in view.far_left:
                yield f"anaphor<|{player.group}"
                yield f"anaphor<|{lemma}"
            elif index in view.near_right:
                yield f"anaphor>|{player.group}"
            elif index in view.lead:
                yield f"anaphor lead|{player.group}"


def as_before(view: View, chosen: str, slot: str, draft: Draft) -> Iterator[str]:
    """The same choice as in the fact before, by how near that is and whether it has the same indicator."""
    before = view.fact_before
    if before is None:
        return
    same = "same indicator" if before.indicator == draft.indicator else "other indicator"
    if (getattr(before, slot) or "") == chosen:
        near = view.nearness(before.quantity.first)
        yield f"as before|{near}"
        yield f"as before|{near}|{same}"
        if slot == "location" and before.subject == draft.subject:
            yield f"as before of same subject|{near}"
        if near == "sentence":
            apart = min(view.scene.clauses[view.anchor.first] - view.scene.clauses[before.quantity.first], 3)
            yield f"as before|{apart} clauses"
            yield f"as before|{newcomers(view, before)}"
        elif near in _SAME:
            yield f"as before|{near}|{newcomers(view, before)}"


def newcomers(view: View, before: Draft) -> str:
    """Which groups of names stand between the fact before and this number."""
    between = {a.group for a in view.scene.entities if before.quantity.last <= a.first < view.anchor.first}
    return "newcomers " + " ".join(sorted(between))
