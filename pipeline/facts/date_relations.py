"""How a date stands to others: to those of its sentence, to the publication, to the time of the fact before."""

from collections.abc import Iterator

from pipeline.facts.anchors import Anchor
from pipeline.facts.drafts import Draft
from pipeline.facts.periods import first_period, times
from pipeline.facts.view import View
from pipeline.records import Date


def beside_others(view: View, anchor: Anchor, where: str, draft: Draft) -> Iterator[str]:
    """In brackets where the number is not; earlier than another date of its sentence; the first of the article."""
    scene, date = view.scene, anchor.item
    assert isinstance(date, Date)
    if scene.in_brackets(anchor.first) and not scene.in_brackets(view.anchor.first):
        yield f"in brackets|{where}"
    start, end = scene.sentence(anchor.first)
    others = [a.item for a in scene.dates if start <= a.first < end and a is not anchor]
    lasts = [o.last for o in others if isinstance(o, Date) and o.last is not None]
    if lasts and date.last is not None:
        side = "earlier" if date.last < max(lasts) else "latest"
        yield f"{side} of sentence|{where}|{preposition(view, anchor)}"
        yield f"{side} of sentence|{view.quantity.change}"
    first = first_period(view)
    if first is not None and (date.first, date.last) == (first.first, first.last):
        yield f"as the first period|{where}"
        yield f"as the first period|{draft.indicator}"


def preposition(view: View, anchor: Anchor) -> str:
    if anchor.first == 0:
        return "start"
    before = view.scene.words[anchor.first - 1]
    return before.lower if before.pos == "PREP" else before.text if before.is_mark else "word"


def against_publication(view: View, anchor: Anchor, draft: Draft, where: str) -> Iterator[str]:
    """Whether it lies ahead, and whether the fact does."""
    date, published = anchor.item, view.scene.published
    if not isinstance(date, Date) or published is None or date.first is None or date.last is None:
        return
    side = "ahead" if date.first > published else "behind" if date.last < published else "now"
    yield f"{side}|{draft.status}"
    yield f"{side}|{view.tense}"
    yield f"{side}|{draft.status}|{where}"
    yield f"{side}|{preposition(view, anchor)}|{where}"
    if date.first == date.last == published:
        yield f"today|{where}"


def as_before(view: View, chosen: str, draft: Draft) -> Iterator[str]:
    """The same time as the fact before: by value, not by mention."""
    common, opening = times(view)
    if common != "?" and _same_time(view, common, chosen):
        yield f"commonest so far|{chosen == ''}"
    if opening != "?" and _same_time(view, opening, chosen):
        yield f"as first of paragraph|{chosen == ''}"
    before = view.fact_before
    if before is None or not _same_time(view, before.date or "", chosen):
        return
    near = view.nearness(before.quantity.first)
    subject = "same indicator" if before.indicator == draft.indicator else "other indicator"
    between = [a for a in view.scene.dates if before.quantity.last <= a.first < view.anchor.first]
    yield f"as before|{near}"
    yield f"as before|{near}|{subject}|{chosen == ''}"
    yield f"as before|{near}|{before.status == draft.status}"
    yield f"as before|{near}|of same subject {before.subject == draft.subject}|{chosen == ''}"
    yield f"as before|{near}|{view.theme.source}|{chosen == ''}"
    yield f"as before|{near}|newcomers {bool(between)}|{chosen == ''}"
    if near == "sentence":
        apart = min(view.clause - view.scene.clauses[before.quantity.first], 3)
        yield f"as before|{apart} clauses|newcomers {bool(between)}"


def _same_time(view: View, one: str, other: str) -> bool:
    if one == other:
        return True
    dates = {date.id: (date.first, date.last) for date in view.scene.findings.dates}
    return bool(one and other) and dates[one] == dates[other]
