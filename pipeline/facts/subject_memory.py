"""The subjects of the facts before, and what speaks for going on with one of them or for one that stands like them."""

from collections.abc import Iterator, Sequence

from pipeline.facts.candidates import Candidate
from pipeline.facts.drafts import Draft, first_from
from pipeline.facts.parts import Part
from pipeline.facts.player_features import past, same_as_before
from pipeline.facts.view import View

#: Role and group of the last fact's subject, whether it stood before its number, and how near that fact is.
Stand = tuple[str, str, bool, str]


def subjects_of_facts_before(view: View, draft: Draft) -> Iterator[tuple[str, Part]]:
    """Yield the subject, "" for none, of each fact before that this one may go on with."""
    facts, last = [before for before in view.drafts if before.is_fact], past(view, draft)
    if last is None:
        return
    yield facts[-1].subject or "", (same_as_before, *last)
    for kind, fact in _remembered(view, facts):
        yield fact.subject or "", (_as_remembered, kind, view.near_before, fact.indicator == draft.indicator)


def _remembered(view: View, facts: Sequence[Draft]) -> Iterator[tuple[str, Draft]]:
    """The first fact of the paragraph, the last but one where its subject is another, that of the list's lead."""
    opening = first_from(facts, view.scene.layout.paragraphs[view.setting.paragraph][0])
    if opening is not None and opening is not facts[-1]:
        yield "opening", opening
    if len(facts) > 1 and facts[-2].subject != facts[-1].subject:
        yield "last but one", facts[-2]
    if view.setting.lead:
        of_lead = next((fact for fact in reversed(facts) if fact.quantity.first in view.setting.lead), None)
        if of_lead is not None:
            yield "lead", of_lead


def stand_before(view: View) -> Stand | None:
    """Return how the last fact's subject stood to its number; None where there was none."""
    before = view.fact_before
    player = view.cast.players.get(before.subject or "") if before is not None else None
    if before is None or player is None:
        return None
    number = before.quantity.first
    mention = min(player.mentions, key=lambda anchor: abs(anchor.first - number))
    return player.roles[mention], player.group, mention.first < number, view.near_before


def in_parallel(view: View, candidate: Candidate, stand: Stand) -> Part:
    """A candidate that stands to its number as the last fact's subject to its own: «на X – 12 т, на Y – 3,8 т»."""
    role, group, is_left, near = stand
    player, anchor, number = candidate.player, candidate.anchor, view.anchor.first
    before = view.fact_before
    is_new = before is not None and before.quantity.last <= anchor.first < number
    same_role, same_side = player.roles[anchor] == role, (anchor.first < number) == is_left
    return _parallel, is_new, player.roles[anchor], same_role, player.group == group, same_side, near


def _as_remembered(kind: str, near: str, same_indicator: bool) -> Iterator[str]:
    yield f"as {kind}"
    yield f"as {kind}|{near}"
    yield f"as {kind}|{near}|{'same indicator' if same_indicator else 'other indicator'}"


def _parallel(is_new: bool, role: str, same_role: bool, same_group: bool, same_side: bool, near: str) -> Iterator[str]:
    kind = f"parallel|{'new' if is_new else 'old'}|role {same_role}"
    yield f"{kind}|group {same_group}"
    yield f"{kind}|group {same_group}|side {same_side}|{near}"
    yield f"{kind}|{role}"
