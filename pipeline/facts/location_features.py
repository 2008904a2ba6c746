"""What speaks for a place as the location of a fact that has a subject."""

from collections.abc import Iterator

from pipeline.facts.cast import Player
from pipeline.facts.drafts import Draft
from pipeline.facts.player_features import as_anaphor, as_before, between, candidates
from pipeline.facts.view import View
from pipeline.facts.zones import nearest, zone


def location_candidates(view: View, draft: Draft) -> dict[str, list[str]]:
    """Return the features of each place as the location of a fact with a subject, and of "" for none."""
    subject = next((player for player in view.cast.players if player.id == draft.subject), None)
    group = subject.group if subject else "nobody"
    places = [player for player in candidates(view) if player.group == "location" and player.id != draft.subject]
    found = {player.id: list(_location(view, player, draft, subject)) for player in places}
    found[""] = [f"nowhere|{group}", f"nowhere|{draft.indicator}|{group}", f"nowhere|{subject.kind if subject else ''}",
                 *_nowhere(view, draft)]  # fmt: skip
    return found


def _location(view: View, player: Player, draft: Draft, subject: Player | None) -> Iterator[str]:
    anchor, where = nearest(view, player.mentions)
    role, group = player.roles[anchor], subject.group if subject else "nobody"
    yield f"place|{group}"
    yield f"{player.kind}|{group}"
    yield f"{player.kind}|{draft.indicator}"
    yield f"{where}|{group}"
    yield f"{where}|{role}|{group}"
    yield f"{where}|{player.kind}|{group}"
    yield f"{between(view, player, where)}|{where}"
    for mark in player.prominence:
        yield f"{mark}|{group}"
        yield f"{mark}|{group}|{draft.indicator}"
    yield from _beside_subject(player, subject)
    yield from as_anaphor(view, player)
    yield from as_before(view, player.id, "location", draft)


def _nowhere(view: View, draft: Draft) -> Iterator[str]:
    """Places in the sentence other than the subject speak against none."""
    near = {zone(view, a) for a in view.scene.entities if a.group == "location" and a.id != draft.subject}
    yield f"nowhere|{'place in sentence' if any('clause' in z or 'sentence' in z for z in near) else 'no place near'}"
    yield from (f"nowhere {feature}" for feature in as_before(view, "", "location", draft))


def _beside_subject(player: Player, subject: Player | None) -> Iterator[str]:
    """How a place stands to the subject's mentions: «X в Токмоке», «из Жодино», the same country."""
    if subject is None:
        return
    if player.country and subject.country:
        yield f"country {'same' if player.country == subject.country else 'other'}|{subject.group}"
    gaps = [(abs(a.first - b.last), player.roles[a]) for a in player.mentions for b in subject.mentions]
    gap, role = min(gaps)
    if gap <= 4:
        yield f"beside subject|{role}|{subject.group}"
