"""What speaks for a date as the time of a fact."""

from collections.abc import Iterator

from pipeline.facts.anchors import Anchor
from pipeline.facts.date_relations import against_publication, as_before, beside_others, preposition
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
    yield from as_before(view, "", draft)


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
    yield f"{preposition(view, anchor)}|{where}"
    yield f"{preposition(view, anchor)}|{date.kind}|{draft.indicator}"
    yield from beside_others(view, anchor, where, draft)
    yield from against_publication(view, anchor, draft, where)
    if anchor.first == view.scene.dates[0].first:
        yield f"first date|{where}|{date.kind}"
    if anchor.first < view.scene.layout.paragraphs[0][1] and where in ("above", "far above"):
        yield f"opening|{date.kind}"
    yield from as_before(view, anchor.id, draft)


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
