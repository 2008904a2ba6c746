"""The periods that an article's facts have so far, and whether one more fact shares them: by value, not by mention."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.facts.drafts import Draft, first_from
from pipeline.facts.parts import Part
from pipeline.facts.view import View

#: No fact has been made of which a time could be taken.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Periods:
    """Times of the facts before: that of most, of the paragraph's first, of the last with the same subject and status,
    of the last with the same indicator and status, of the last, and how the last one stands.

    A time is a pair of days, "" for none, UNKNOWN where there is no such fact.
    """

    common: object
    opening: object
    of_subject: object
    of_indicator: object
    last: object
    past: tuple[object, ...]


def periods(view: View, draft: Draft) -> Periods:
    """Return the periods of the facts before a quantity."""
    facts, before = [draft for draft in view.drafts if draft.is_fact], view.fact_before
    opening = first_from(facts, view.scene.layout.paragraphs[view.setting.paragraph][0])
    common, count = Counter([draft.date or "" for draft in facts]).most_common(1)[0] if facts else ("", 0)
    return Periods(
        common=_time(view, common) if count > 1 else UNKNOWN,
        opening=_time(view, opening.date) if opening else UNKNOWN,
        of_subject=_last(view, facts, draft, "subject"),
        of_indicator=_last(view, facts, draft, "indicator"),
        last=_time(view, before.date) if before else UNKNOWN,
        past=_past(view, before, draft) if before else (),
    )


def as_before(told: Periods, time: object, is_none: bool, indicator: str) -> Iterator[Part]:
    """Yield what a time, or none, shares with the facts before."""
    if time == told.common:
        yield _commonest, is_none
    if time == told.opening:
        yield _opening, is_none
    if time == told.of_subject:
        yield _of_subject, is_none, indicator
    if time == told.of_indicator:
        yield _of_indicator, is_none, indicator
    if time == told.last:
        yield _as_last, is_none, *told.past


def _time(view: View, date: str | None) -> object:
    return view.scene.times[date] if date else ""


def _last(view: View, facts: Sequence[Draft], draft: Draft, slot: str) -> object:
    """The time of the last fact that is like this one in a slot and in status."""
    wanted, status = getattr(draft, slot), draft.status
    for fact in reversed(facts):
        if fact.status == status and getattr(fact, slot) == wanted:
            return _time(view, fact.date)
    return UNKNOWN


def _past(view: View, before: Draft, draft: Draft) -> tuple[object, ...]:
    return (
        view.near_before,
        before.indicator == draft.indicator,
        before.status == draft.status,
        before.subject == draft.subject,
        view.theme.source,
        view.scene.dates_between(before.quantity.last, view.anchor.first) > 0,
        before.date in view.cast.bases,
        view.clauses_since(before) if view.near_before == "sentence" else None,
    )


def _commonest(is_none: bool) -> Iterator[str]:
    yield f"commonest so far|{is_none}"


def _opening(is_none: bool) -> Iterator[str]:
    yield f"as first of paragraph|{is_none}"


def _of_subject(is_none: bool, indicator: str) -> Iterator[str]:
    yield f"as last of subject|{is_none}"
    yield f"as last of subject|{is_none}|{indicator}"


def _of_indicator(is_none: bool, indicator: str) -> Iterator[str]:
    yield f"as last of indicator|{is_none}"
    yield f"as last of indicator|{is_none}|{indicator}"


def _as_last(
    is_none: bool,
    near: str,
    indicator: bool,
    status: bool,
    subject: bool,
    theme: str,
    newcomers: bool,
    *rest: int | None,
) -> Iterator[str]:
    yield f"as before|{near}"
    yield f"as before|{near}|{'same indicator' if indicator else 'other indicator'}|{is_none}"
    yield f"as before|{near}|{status}"
    base, apart = rest
    yield f"as before|{near}|base {base}|{theme}"
    yield f"as before|{near}|of same subject {subject}|{is_none}"
    yield f"as before|{near}|{theme}|{is_none}"
    yield f"as before|{near}|newcomers {newcomers}|{is_none}"
    if apart is not None:
        yield f"as before|{apart} clauses|newcomers {newcomers}"
