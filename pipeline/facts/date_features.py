"""What speaks for a date as the time of a fact."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.facts.anchors import Anchor
from pipeline.facts.candidates import zone
from pipeline.facts.date_names import (
    behind_above,
    by_mark,
    by_number,
    by_place,
    by_status,
    never,
    parallel,
    with_subject,
)
from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.periods import as_before, periods
from pipeline.facts.view import View

#: Dates farther above than so many are no candidates, but for the first of the article.
REACH = 4
_MOST_NUMBERS = 3
_MOST_DATES = 2


def date_candidates(view: View, draft: Draft) -> dict[str, list[Part]]:
    """Return the features of each date as the time of the fact, by id, and of "" for none."""
    dates = _within_reach(view)
    before = [a for a in dates if a.first < view.anchor.first]
    nearest, told = max(before, key=lambda a: a.first, default=None), periods(view, draft)
    found = {anchor.id: list(_date(view, anchor, draft, anchor is nearest)) for anchor in dates}
    for name, part in chain(_beside_subject(view, draft, dates), _in_parallel(view, dates)):
        found[name].append(part)
    in_sentence = any(view.setting.start <= a.first < view.setting.end for a in dates)
    found[""] = [(never, draft.indicator, in_sentence, draft.status, view.tense, view.quantity.per is not None)]
    times = {anchor.id: view.cast.dates[anchor].time for anchor in dates}
    for name, parts in found.items():
        parts.extend(as_before(told, times.get(name, name), name == "", draft.indicator))
    return found


def _within_reach(view: View) -> list[Anchor]:
    dates = list(view.cast.dates)
    before = bisect_left(dates, view.setting.end, key=lambda anchor: anchor.first)
    near = dates[max(0, before - REACH) : before + 1]
    return near if before <= REACH else [dates[0], *near]


def _date(view: View, anchor: Anchor, draft: Draft, is_nearest: bool) -> Iterator[Part]:
    mark, where = view.cast.dates[anchor], zone(view.scene, view.setting, view.anchor, anchor)
    has_per = view.quantity.per is not None
    numbers, others = _between(view, anchor)
    yield by_place, where, mark.compared, mark.kind, draft.indicator, numbers, others, is_nearest
    yield by_number, where, mark.compared, view.tense, view.quantity.change, has_per, mark.side, mark.base
    period = view.tense if mark.period else ""
    yield by_mark, where, mark.speech, mark.kind, mark.preposition, draft.indicator, mark.side, period
    yield by_status, where, mark.relation, mark.ahead, mark.preposition, draft.status, view.tense
    if mark.today or mark.first or mark.opening or mark.brackets:
        is_aside = mark.brackets and not view.scene.in_brackets[view.anchor.first]
        yield behind_above, where, mark.kind, mark.today, mark.first, mark.opening, is_aside


def _beside_subject(view: View, draft: Draft, dates: Sequence[Anchor]) -> Iterator[tuple[str, Part]]:
    """Whether each date stands in one sentence, or one clause, with a mention of the subject."""
    player = view.cast.players.get(draft.subject or "")
    if player is None:
        return
    sentences, clauses = view.scene.sentence_numbers, view.scene.clauses
    own_sentences = {sentences[mention.first] for mention in player.mentions}
    own_clauses = {clauses[mention.first] for mention in player.mentions}
    for date in dates:
        with_it = sentences[date.first] in own_sentences, clauses[date.first] in own_clauses
        where = zone(view.scene, view.setting, view.anchor, date)
        yield date.id, (with_subject, where, view.cast.dates[date].kind, player.group, *with_it)


def _in_parallel(view: View, dates: Sequence[Anchor]) -> Iterator[tuple[str, Part]]:
    """How alike each date stands to this number, and that of the fact before to its own."""
    before, number = view.fact_before, view.anchor.first
    other = view.cast.date_of(before.date) if before is not None else None
    if before is None or other is None:
        return
    past, is_left = view.cast.dates[other], other.first < before.quantity.first
    for date in dates:
        mark, where = view.cast.dates[date], zone(view.scene, view.setting, view.anchor, date)
        is_new = before.quantity.last <= date.first < number
        alike = is_left == (date.first < number), mark.preposition == past.preposition, mark.kind == past.kind
        yield date.id, (parallel, is_new, alike, where, mark.kind, view.near_before)


def _between(view: View, anchor: Anchor) -> tuple[int, int]:
    """How many quantities and other dates stand between."""
    one, other = anchor.first, view.anchor.first
    low, high = (one, other) if one < other else (other, one)
    numbers = view.scene.quantities_between(low + 1, high)
    return min(numbers, _MOST_NUMBERS), min(view.scene.dates_between(low + 1, high), _MOST_DATES)
