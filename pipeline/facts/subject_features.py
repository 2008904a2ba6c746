"""What speaks for an organization, a place or a person as the subject of a fact."""

from collections.abc import Iterator

from pipeline.facts.anchors import Anchor
from pipeline.facts.cast import Player
from pipeline.facts.drafts import Draft
from pipeline.facts.player_features import as_anaphor, as_before, between, candidates
from pipeline.facts.roles import row_of
from pipeline.facts.view import View
from pipeline.facts.word_classes import word_class
from pipeline.facts.zones import nearest

#: Indicators of whole economies, those that somebody sets, and all others, of firms: each group shares weights.
_ECONOMY = ("gdp", "inflation", "growth", "population", "trade", "export", "import", "consumption")
_SET = ("interest_rate", "exchange_rate", "tariff", "tax", "budget", "subsidy", "price")
SCOPES = {**dict.fromkeys(_ECONOMY, "economy"), **dict.fromkeys(_SET, "set")}
_THEME_REACH = 4
_GAP = 3


def subject_candidates(view: View, draft: Draft) -> dict[str, list[str]]:
    """Return the features of each entity as the subject, and of "" for none."""
    scope = SCOPES.get(draft.indicator, "firm")
    found = {player.id: list(_subject(view, player, draft, scope)) for player in candidates(view)}
    found[""] = ["nobody", f"nobody|{draft.indicator}", *_nobody(view)]
    return found


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
    yield f"{between(view, player, where)}|{where}|{group}"
    for mark in player.prominence:
        yield f"{mark}|{group}|{scope}"
        yield f"{mark}|{where}|{group}"
    yield f"{role}|{view.verb}|{group}{source}"
    yield f"{where}|{role}|{view.verb}"
    yield f"{role}|verb class {word_class(view.verb)}|{group}{source}"
    yield f"{where}|{row_of(view.scene, anchor)}|{group}"
    yield from _beside_theme(view, player)
    yield from _gap(view, anchor)
    yield from _in_turn(view, player)
    yield from as_anaphor(view, player)
    yield from as_before(view, player.id, "subject", draft)


def _beside_theme(view: View, player: Player) -> Iterator[str]:
    """The theme's genitive: «прибыль банков Казахстана», «индекс промышленного производства Самарской области»."""
    gaps = [a.first - head for a in player.mentions for head in view.theme.heads if 0 < a.first - head <= _THEME_REACH]
    if gaps:
        yield f"of theme|{min(gaps)}|{player.group}"
        yield f"of theme|{view.theme.source}|{player.group}"


def _in_turn(view: View, player: Player) -> Iterator[str]:
    """A row of names before a row of as many numbers: «на Китай, Россию и Казахстан пришлось 20, 16 и 6 %»."""
    row = view.names_in_turn
    if row:
        place = next((n for n, anchor in enumerate(row[0]) if anchor.id == player.id), None)
        if place is not None:
            yield f"in turn {place == row[1]}"


def _gap(view: View, anchor: Anchor) -> Iterator[str]:
    """The words between the name and the number, where they are few: «Казахстан – на 7 %», «Kaspi Bank – 541 млрд»."""
    if 0 <= view.anchor.first - anchor.last <= _GAP and anchor.first >= view.sentence[0]:
        gap = " ".join(view.lemmas(range(anchor.last, view.anchor.first)))
        yield f"gap {gap}|{anchor.group}"
        yield f"gap {gap}"
    elif 0 <= anchor.first - view.anchor.last <= _GAP + 1 and anchor.first < view.sentence[1]:
        gap = " ".join(view.lemmas(range(view.anchor.last, anchor.first)))
        yield f"gap> {gap}|{anchor.group}"
        yield f"gap> {gap}|{view.quantity.dimension}"


def _nobody(view: View) -> Iterator[str]:
    groups = {a.group for a in view.scene.entities if view.sentence[0] <= a.first < view.sentence[1]}
    yield "nobody|in sentence " + " ".join(sorted(groups))
    if view.fact_before is not None and view.fact_before.subject is None:
        yield f"nobody before|{view.nearness(view.fact_before.quantity.first)}"
