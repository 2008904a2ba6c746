"""What speaks for a place as the location of a fact that has a subject."""

from collections.abc import Iterator, Sequence

from pipeline.facts.candidates import Candidate
from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.player_features import anaphors, past, same_as_before
from pipeline.facts.players import Player
from pipeline.facts.view import View

_BESIDE = 4


def location_candidates(view: View, draft: Draft) -> dict[str, list[Part]]:
    """Return the features of each place as the location of a fact with a subject, and of "" for none."""
    subject = view.cast.players.get(draft.subject or "")
    places = [c for c in view.candidates if c.player.group == "location" and c.player.id != draft.subject]
    found = {c.player.id: list(_location(c, draft.indicator, subject)) for c in places}
    group, kind = (subject.group, subject.kind) if subject else ("nobody", "")
    found[""] = [(_nowhere, group, kind, draft.indicator, _is_place_near(view, draft))]
    for name, part in anaphors(view):
        if name in found:
            found[name].append(part)
    before, last = past(view, draft), view.fact_before
    if before is not None and last is not None and (last.location or "") in found:
        same_subject = last.subject == draft.subject
        found[last.location or ""].append((_as_before, last.location is not None, same_subject, *before))
    return found


def _location(candidate: Candidate, indicator: str, subject: Player | None) -> Iterator[Part]:
    player, group = candidate.player, subject.group if subject else "nobody"
    role = player.roles[candidate.anchor]
    yield _of_place, candidate.where, role, player.kind, group, indicator, candidate.others
    if player.prominence:
        yield _of_rank, player.prominence, group, indicator
    if subject is not None:
        yield _beside_subject, player.country, subject.country, group, *player.nearest_role(subject)


def _is_place_near(view: View, draft: Draft) -> bool:
    """Places in the sentence other than the subject speak against none."""
    return any(a.group == "location" and a.id != draft.subject for a in view.setting.entities)


def _of_place(where: str, role: str, kind: str, group: str, indicator: str, others: int) -> Iterator[str]:
    yield f"place|{group}"
    yield f"{kind}|{group}"
    yield f"{kind}|{indicator}"
    yield f"{where}|{group}"
    yield f"{where}|{role}|{group}"
    yield f"{where}|{kind}|{group}"
    yield f"others {others}|{where}"


def _of_rank(prominence: Sequence[str], group: str, indicator: str) -> Iterator[str]:
    for mark in prominence:
        yield f"{mark}|{group}"
        yield f"{mark}|{group}|{indicator}"


def _beside_subject(country: str | None, other: str | None, group: str, gap: int, role: str) -> Iterator[str]:
    """How a place stands to the subject's mentions: «X в Токмоке», «из Жодино», the same country."""
    if country and other:
        yield f"country {'same' if country == other else 'other'}|{group}"
    if gap <= _BESIDE:
        yield f"beside subject|{role}|{group}"


def _nowhere(group: str, kind: str, indicator: str, is_place_near: bool) -> Iterator[str]:
    yield f"nowhere|{group}"
    yield f"nowhere|{indicator}|{group}"
    yield f"nowhere|{kind}"
    yield f"nowhere|{'place in sentence' if is_place_near else 'no place near'}"


def _as_before(is_somewhere: bool, same_subject: bool, near: str, *rest: object) -> Iterator[str]:
    """The same location as in the fact before, or none again."""
    start = "" if is_somewhere else "nowhere "
    yield from (f"{start}{name}" for name in same_as_before(near, *rest))  # type: ignore[arg-type]
    if same_subject:
        yield f"{start}as before of same subject|{near}"
