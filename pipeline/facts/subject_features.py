"""What speaks for an organization, a place or a person as the subject of a fact."""

from collections.abc import Iterator
from itertools import chain

from pipeline.facts.candidates import Candidate
from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.player_features import anaphors, past, same_as_before
from pipeline.facts.rows import names_in_turn
from pipeline.facts.subject_names import (
    beside_theme,
    gap,
    in_turn,
    nobody,
    of_kind,
    of_place,
    of_rank,
    of_verb,
    speaker,
)
from pipeline.facts.view import View

_THEME_REACH = 4
_GAP = 3


def subject_candidates(view: View, draft: Draft) -> dict[str, list[Part]]:
    """Return the features of each entity as the subject, and of "" for none."""
    indicator, verb = draft.indicator, view.verb
    found = {candidate.player.id: _subject(candidate, indicator, verb) for candidate in view.candidates}
    found[""] = [(nobody, indicator, _groups_in_sentence(view), _nobody_before(view))]
    of_surroundings = (anaphors(view), _beside_theme(view), _gaps(view), _in_turn(view), _speaker(view))
    for name, part in chain(*of_surroundings, _as_before(view, draft)):
        if name in found:
            found[name].append(part)
    return found


def _subject(candidate: Candidate, indicator: str, verb: str) -> list[Part]:
    player, anchor, where = candidate.player, candidate.anchor, candidate.where
    group, role, source = player.group, player.roles[anchor], anchor in player.sources
    return [
        (of_kind, group, player.kind, indicator),
        (of_place, where, role, group, indicator, source, candidate.others, player.company[anchor]),
        (of_verb, where, role, group, source, verb),
        (of_rank, player.prominence, where, group, indicator),
    ]


def _beside_theme(view: View) -> Iterator[tuple[str, Part]]:
    """The theme's genitive: «прибыль банков Казахстана», «индекс промышленного производства Самарской области»."""
    nearest: dict[tuple[str, str], int] = {}
    for head in view.theme.heads:
        for mention in view.scene.entities_between(head + 1, head + _THEME_REACH + 1):
            key = mention.id, mention.group
            nearest[key] = min(nearest.get(key, _THEME_REACH), mention.first - head)
    for (name, group), apart in nearest.items():
        yield name, (beside_theme, apart, view.theme.source, group)


def _gaps(view: View) -> Iterator[tuple[str, Part]]:
    """The words between the name and the number, where they are few: «Казахстан – на 7 %», «Kaspi Bank – 541 млрд»."""
    lemmas, number, dimension = view.scene.lemmas, view.anchor, view.quantity.dimension
    for mention in view.setting.entities:
        if 0 <= number.first - mention.last <= _GAP:
            yield mention.id, (gap, "gap", " ".join(lemmas[mention.last : number.first]), mention.group, "")
        elif 0 <= mention.first - number.last <= _GAP + 1:
            yield mention.id, (gap, "gap>", " ".join(lemmas[number.last : mention.first]), mention.group, dimension)


def _in_turn(view: View) -> Iterator[tuple[str, Part]]:
    """A row of names before a row of as many numbers: «на Китай, Россию и Казахстан пришлось 20, 16 и 6 %»."""
    turn = names_in_turn(view.scene, view.setting, view.anchor)
    if turn:
        yield from ((mention.id, (in_turn, place == turn[1])) for place, mention in enumerate(turn[0]))


def _speaker(view: View) -> Iterator[tuple[str, Part]]:
    """The body that the one who says it speaks for."""
    body, quoted = view.cast.speakers.get(view.setting.number, ("", False))
    if body:
        yield body, (speaker, view.cast.players[body].group, view.setting.first_person, quoted)


def _as_before(view: View, draft: Draft) -> Iterator[tuple[str, Part]]:
    before = past(view, draft)
    if before is not None and view.fact_before is not None:
        yield view.fact_before.subject or "", (same_as_before, *before)


def _groups_in_sentence(view: View) -> str:
    return " ".join(sorted({anchor.group for anchor in view.setting.entities}))


def _nobody_before(view: View) -> str:
    """Where the fact before stands, if it has no subject either."""
    return view.near_before if view.fact_before is not None and view.fact_before.subject is None else ""
