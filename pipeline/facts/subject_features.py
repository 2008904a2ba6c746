"""What speaks for an organization, a place or a person as the subject of a fact."""

from collections.abc import Iterator
from itertools import chain

from pipeline.facts.candidates import Candidate
from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.player_features import anaphors
from pipeline.facts.rows import names_in_turn
from pipeline.facts.subject_memory import in_parallel, stand_before, subjects_of_facts_before
from pipeline.facts.subject_names import (
    beside_theme,
    gap,
    in_turn,
    nobody,
    of_kind,
    of_place,
    of_rank,
    of_theme,
    of_verb,
    speaker,
)
from pipeline.facts.view import View

_THEME_REACH = 4
_GAP = 3


def subject_candidates(view: View, draft: Draft) -> dict[str, list[Part]]:
    """Return the features of each entity as the subject, and of "" for none."""
    found = {candidate.player.id: _subject(candidate, draft.indicator, view) for candidate in view.candidates}
    found[""] = [(nobody, draft.indicator, _groups_in_sentence(view), _nobody_before(view))]
    stand = stand_before(view)
    if stand is not None:
        for candidate in view.candidates:
            found[candidate.player.id].append(in_parallel(view, candidate, stand))
    of_surroundings = (anaphors(view), _beside_theme(view), _gaps(view), _in_turn(view), _speaker(view))
    for name, part in chain(*of_surroundings, subjects_of_facts_before(view, draft)):
        if name in found:
            found[name].append(part)
    return found


def _subject(candidate: Candidate, indicator: str, view: View) -> list[Part]:
    player, anchor, where = candidate.player, candidate.anchor, candidate.where
    group, role, source = player.group, player.roles[anchor], anchor in player.sources
    parts: list[Part] = [
        (of_kind, group, player.kind, indicator),
        (of_place, where, role, group, indicator, source, candidate.others, player.company[anchor]),
        (of_verb, where, role, group, source, view.verb),
        (of_rank, player.prominence, where, group, indicator),
    ]
    if view.theme.heads:
        lemma = view.scene.words[view.theme.heads[0]].lemma
        parts.append((of_theme, lemma, view.theme.source, group, player.standing, where))
    return parts


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


def _groups_in_sentence(view: View) -> str:
    return " ".join(sorted({anchor.group for anchor in view.setting.entities}))


def _nobody_before(view: View) -> str:
    """Where the fact before stands, if it has no subject either."""
    return view.near_before if view.fact_before is not None and view.fact_before.subject is None else ""
