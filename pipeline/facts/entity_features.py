"""What speaks for an organization, a place or a person as the subject of a fact, or for a place as its location."""

from collections.abc import Iterator, Sequence

from pipeline.facts.anchors import Anchor
from pipeline.facts.cast import Player
from pipeline.facts.drafts import Draft
from pipeline.facts.roles import row_of
from pipeline.facts.view import View
from pipeline.facts.word_classes import word_class
from pipeline.facts.zones import RANK, nearest, zone

#: Indicators of whole economies, those that somebody sets, and all others, of firms: each group shares weights.
_ECONOMY = ("gdp", "inflation", "growth", "population", "trade", "export", "import", "consumption")
_SET = ("interest_rate", "exchange_rate", "tariff", "tax", "budget", "subsidy", "price")
SCOPES = {**dict.fromkeys(_ECONOMY, "economy"), **dict.fromkeys(_SET, "set")}
#: So many of the nearest entities are candidates.
NEAREST = 10
_THEME_REACH = 4
_GAP = 3
_SAME = ("sentence", "list", "before")


def subject_candidates(view: View, draft: Draft) -> dict[str, list[str]]:
    """Return the features of each entity as the subject, and of "" for none."""
    scope = SCOPES.get(draft.indicator, "firm")
    found = {player.id: list(_subject(view, player, draft, scope)) for player in _candidates(view)}
    found[""] = ["nobody", f"nobody|{draft.indicator}", *_nobody(view)]
    return found


def location_candidates(view: View, draft: Draft) -> dict[str, list[str]]:
    """Return the features of each place as the location of a fact with a subject, and of "" for none."""
    subject = next((player for player in view.cast.players if player.id == draft.subject), None)
    group = subject.group if subject else "nobody"
    places = [player for player in _candidates(view) if player.group == "location" and player.id != draft.subject]
    found = {player.id: list(_location(view, player, draft, subject)) for player in places}
    found[""] = [f"nowhere|{group}", f"nowhere|{draft.indicator}|{group}", f"nowhere|{subject.kind if subject else ''}",
                 *_nowhere(view, draft)]  # fmt: skip
    return found


def _candidates(view: View) -> Sequence[Player]:
    """The nearest entities and those that stand out in the article; the rest would be chosen too seldom."""
    if view.players is None:
        ranked = sorted(view.cast.players, key=lambda player: _farness(view, player))
        view.players = [*ranked[:NEAREST], *(player for player in ranked[NEAREST:] if player.prominence)]
    return view.players


def _farness(view: View, player: Player) -> tuple[int, int, str]:
    anchor, where = nearest(view, player.mentions)
    return RANK[where], abs(anchor.first - view.anchor.first), player.id


def _subject(view: View, player: Player, draft: Draft, scope: str) -> Iterator[str]:
    anchor, where = nearest(view, player.mentions)
    group, role = player.group, player.roles[anchor]
    source = " source" if anchor in player.sources else ""
    yield f"{group}|{scope}"
    yield f"{group}|{draft.indicator}"
    yield f"{group} {player.kind}|{scope}"
    yield f"{player.kind}|{draft.indicator}"
    yield f"{where}|{group}{source}"
    yield f"{where}|{group}|{scope}{source}"
    yield f"{where}|{role}|{group}{source}"
    yield f"{role}|{group}|{scope}{source}"
    yield f"{_between(view, player, where)}|{where}|{group}"
    for mark in player.prominence:
        yield f"{mark}|{group}|{scope}"
        yield f"{mark}|{where}|{group}"
    yield f"{role}|{view.verb}|{group}{source}"
    yield f"{where}|{role}|{view.verb}"
    yield f"{role}|verb class {word_class(view.verb)}|{group}{source}"
    yield f"{where}|{row_of(view.scene, anchor)}|{group}"
    yield from _beside_theme(view, player)
    yield from _gap(view, anchor)
    yield from _as_anaphor(view, player)
    yield from _as_before(view, player.id, "subject", draft)


def _location(view: View, player: Player, draft: Draft, subject: Player | None) -> Iterator[str]:
    anchor, where = nearest(view, player.mentions)
    role, group = player.roles[anchor], subject.group if subject else "nobody"
    yield f"place|{group}"
    yield f"{player.kind}|{group}"
    yield f"{player.kind}|{draft.indicator}"
    yield f"{where}|{group}"
    yield f"{where}|{role}|{group}"
    yield f"{where}|{player.kind}|{group}"
    yield f"{_between(view, player, where)}|{where}"
    for mark in player.prominence:
        yield f"{mark}|{group}"
        yield f"{mark}|{group}|{draft.indicator}"
    yield from _beside_subject(player, subject)
    yield from _as_anaphor(view, player)
    yield from _as_before(view, player.id, "location", draft)


def _beside_theme(view: View, player: Player) -> Iterator[str]:
    """The theme's genitive: «прибыль банков Казахстана», «индекс промышленного производства Самарской области»."""
    gaps = [a.first - head for a in player.mentions for head in view.theme.heads if 0 < a.first - head <= _THEME_REACH]
    if gaps:
        yield f"of theme|{min(gaps)}|{player.group}"
        yield f"of theme|{view.theme.source}|{player.group}"


def _gap(view: View, anchor: Anchor) -> Iterator[str]:
    """The words between the name and the number, where they are few: «Казахстан – на 7 %», «Kaspi Bank – 541 млрд»."""
    if 0 <= view.anchor.first - anchor.last <= _GAP and anchor.first >= view.sentence[0]:
        gap = " ".join(view.lemmas(range(anchor.last, view.anchor.first)))
        yield f"gap {gap}|{anchor.group}"
        yield f"gap {gap}"


def _between(view: View, player: Player, where: str) -> str:
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


def _as_anaphor(view: View, player: Player) -> Iterator[str]:
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


def _as_before(view: View, chosen: str, slot: str, draft: Draft) -> Iterator[str]:
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
            yield f"as before|{_newcomers(view, before)}"
        elif near in _SAME:
            yield f"as before|{near}|{_newcomers(view, before)}"


def _newcomers(view: View, before: Draft) -> str:
    """Which groups of names stand between the fact before and this number."""
    between = {a.group for a in view.scene.entities if before.quantity.last <= a.first < view.anchor.first}
    return "newcomers " + " ".join(sorted(between))


def _nobody(view: View) -> Iterator[str]:
    groups = {a.group for a in view.scene.entities if view.sentence[0] <= a.first < view.sentence[1]}
    yield "nobody|in sentence " + " ".join(sorted(groups))
    if view.fact_before is not None and view.fact_before.subject is None:
        yield f"nobody before|{view.nearness(view.fact_before.quantity.first)}"


def _nowhere(view: View, draft: Draft) -> Iterator[str]:
    """Places in the sentence other than the subject speak against none."""
    near = {zone(view, a) for a in view.scene.entities if a.group == "location" and a.id != draft.subject}
    yield f"nowhere|{'place in sentence' if any('clause' in z or 'sentence' in z for z in near) else 'no place near'}"
    yield from (f"nowhere {feature}" for feature in _as_before(view, "", "location", draft))


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
