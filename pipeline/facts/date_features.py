"""What speaks for a date as the time of a fact."""

from collections.abc import Iterator

from pipeline.facts.anchors import Anchor
from pipeline.facts.drafts import Draft
from pipeline.facts.view import View
from pipeline.facts.zones import zone
from pipeline.knowledge.statements import statement_words
from pipeline.records import Date

#: Dates farther above than so many are no candidates, but for the first of the article.
REACH = 12
_TIMELESS = frozenset({"recurring", "duration"})


def date_candidates(view: View, draft: Draft) -> dict[str, list[str]]:
    """Return the features of each date as the time of the fact, by id, and of "" for none."""
    dates = _within_reach(view)
    nearest = _nearest_before(view, dates)
    found = {anchor.id: list(_date(view, anchor, draft, anchor is nearest)) for anchor in dates}
    in_sentence = any(view.sentence[0] <= a.first < view.sentence[1] for a in dates)
    found[""] = list(_never(view, draft, in_sentence))
    return found


def _never(view: View, draft: Draft, in_sentence: bool) -> Iterator[str]:
    yield "never"
    yield f"never|{draft.indicator}"
    yield f"never|{in_sentence}"
    yield f"never|{draft.status}"
    yield f"never|{view.tense}|{in_sentence}"
    yield f"never|{draft.indicator}|{in_sentence}"
    yield f"never|{draft.indicator}|{view.tense}"
    yield f"never|per {view.quantity.per is not None}|{draft.indicator}"
    yield from _before(view, "", draft)


def _within_reach(view: View) -> list[Anchor]:
    dates = [a for a in view.scene.dates if isinstance(a.item, Date) and a.item.kind not in _TIMELESS]
    before = [a for a in dates if a.first < view.sentence[1]]
    behind = [a for a in dates if a.first >= view.sentence[1]][:1]
    return list(dict.fromkeys([*before[:1], *before[-REACH:], *behind]))


def _nearest_before(view: View, dates: list[Anchor]) -> Anchor | None:
    return max((a for a in dates if a.first < view.anchor.first), key=lambda a: a.first, default=None)


def _date(view: View, anchor: Anchor, draft: Draft, is_nearest: bool) -> Iterator[str]:
    date, where = anchor.item, zone(view, anchor)
    assert isinstance(date, Date)
    compared = _is_compared(view, anchor)
    yield "some time"
    yield f"{where}"
    yield f"{where}|{compared}"
    yield f"{date.kind}|{where}"
    yield f"{date.kind}|{draft.indicator}"
    yield f"{where}|{draft.indicator}"
    yield f"{where}|{_between(view, anchor)}"
    yield f"{where}|{view.tense}"
    yield f"{where}|{view.quantity.change}|{compared}"
    yield f"{where}|per {view.quantity.per is not None}|{view.tense}"
    yield f"nearest {is_nearest}|{where}|{compared}"
    yield f"{_speech(view, anchor)}|{date.kind}|{where}"
    yield f"{date.relation}|{draft.status}"
    yield f"{_preposition(view, anchor)}|{where}"
    yield f"{_preposition(view, anchor)}|{date.kind}|{draft.indicator}"
    yield from _beside_others(view, anchor, where, draft)
    yield from _against_publication(view, anchor, draft, where)
    if anchor.first == view.scene.dates[0].first:
        yield f"first date|{where}|{date.kind}"
    if anchor.first < view.scene.layout.paragraphs[0][1] and where in ("above", "far above"):
        yield f"opening|{date.kind}"
    yield from _before(view, anchor.id, draft)


def _is_compared(view: View, anchor: Anchor) -> str:
    """Say how the value is compared with this date's: by a word before it, or a second number's side of a pair."""
    words, comparing = view.scene.words, statement_words("comparing")
    start = max(view.scene.sentence(anchor.first)[0], anchor.first - 4)
    lemmas = [words[i].lemma for i in range(start, anchor.first) if i not in view.scene.mask]
    met = next((lemma for lemma in lemmas if lemma in comparing), None)
    inside = {words[i].lemma for i in range(anchor.first, anchor.last)}
    return f"compared {met}" if met else "same period" if inside & comparing else "own"


def _between(view: View, anchor: Anchor) -> str:
    """How many quantities and other dates stand between."""
    low, high = sorted((anchor.first, view.anchor.first))
    numbers = view.scene.quantities_between(low + 1, high)
    dates = sum(1 for a in view.scene.dates if low < a.first < high)
    return f"{min(numbers, 3)} numbers {min(dates, 2)} dates"


def _speech(view: View, anchor: Anchor) -> str:
    """Whether the date tells when somebody spoke: a verb of speech in its clause."""
    words, clauses = view.scene.words, view.scene.clauses
    start, end = view.scene.sentence(anchor.first)
    near, speech = range(max(start, anchor.first - 6), min(end, anchor.last + 6)), statement_words("speech")
    spoken = any(words[i].lemma in speech and clauses[i] == clauses[anchor.first] for i in near)
    return "speech" if spoken else "no speech"


def _beside_others(view: View, anchor: Anchor, where: str, draft: Draft) -> Iterator[str]:
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
        yield f"{side} of sentence|{where}|{_preposition(view, anchor)}"
        yield f"{side} of sentence|{view.quantity.change}"
    first = view.first_period
    if first is not None and (date.first, date.last) == (first.first, first.last):
        yield f"as the first period|{where}"
        yield f"as the first period|{draft.indicator}"


def _preposition(view: View, anchor: Anchor) -> str:
    if anchor.first == 0:
        return "start"
    before = view.scene.words[anchor.first - 1]
    return before.lower if before.pos == "PREP" else before.text if before.is_mark else "word"


def _against_publication(view: View, anchor: Anchor, draft: Draft, where: str) -> Iterator[str]:
    """Whether it lies ahead, and whether the fact does."""
    date, published = anchor.item, view.scene.published
    if not isinstance(date, Date) or published is None or date.first is None or date.last is None:
        return
    side = "ahead" if date.first > published else "behind" if date.last < published else "now"
    yield f"{side}|{draft.status}"
    yield f"{side}|{view.tense}"
    yield f"{side}|{draft.status}|{where}"
    yield f"{side}|{_preposition(view, anchor)}|{where}"
    if date.first == date.last == published:
        yield f"today|{where}"


def _before(view: View, chosen: str, draft: Draft) -> Iterator[str]:
    """The same time as the fact before: by value, not by mention."""
    common, opening = view.times
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

