"""Scores of one article, defined as the referee of the gold rules defines them.

Names: exact (same span after trimming), overlap (any shared character). Dates: spans overlap and first/last or duration
are equal. Quantities: spans overlap and number, dimension and unit are equal. Facts: see `facts_scoring`. A gold item
marked optional is neither hit nor miss, and what is found on it is not spurious.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.comparison.alignment import align
from pipeline.comparison.causes import name_other_kinds, note_field, note_unmatched, overlaps
from pipeline.comparison.counts import Counts, Scores
from pipeline.comparison.facts_scoring import score_facts
from pipeline.comparison.gold import GoldArticle
from pipeline.comparison.trimming import name_key, trim
from pipeline.comparison.values import same_number, same_time
from pipeline.records import ArticleRecord

GROUPS = ("organizations", "locations", "people")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A trimmed mention with the entity that it belongs to."""

    start: int
    end: int
    optional: bool
    entity: Any


def score_article(gold: GoldArticle, record: ArticleRecord | None) -> Scores:
    """Return the scores of one article; no record, or one of another text, counts as a record with nothing in it."""
    if record is not None and record.article.text is not None and record.article.text != gold.text:
        record = None
    scores = Scores()
    for group in GROUPS:
        _score_names(scores, group, gold, record)
    _score_dates(scores, gold, record)
    _score_quantities(scores, gold, record)
    name_other_kinds(scores)
    score_facts(scores, gold, record)
    return scores


def _score_names(scores: Scores, group: str, gold: GoldArticle, record: ArticleRecord | None) -> None:
    wanted = _names(gold.text, getattr(gold, group))
    found = _names(gold.text, getattr(record, group)) if record else []
    _match(scores, f"{group} exact", wanted, found, lambda a, b: (a.start, a.end) == (b.start, b.end))
    for a, b in _match(scores, f"{group} overlap", wanted, found, overlaps):
        names = {name_key(name) for name in (a.entity.name, *a.entity.also)}
        _score_field(scores, group, (a, b), "name", (a.entity.name, b.entity.name), name_key(b.entity.name) in names)
        for field in ("kind", "country", "subdivision"):
            values = getattr(a.entity, field), getattr(b.entity, field, None)
            if values[0]:
                _score_field(scores, group, (a, b), field, values, values[0] == values[1])


def _score_field(
    scores: Scores, kind: str, pair: tuple[Any, Any], field: str, values: tuple[Any, Any], right: bool
) -> None:
    scores.share(f"{kind} {field}", right)
    if not right:
        note_field(scores, kind, pair, field, values)


def _names(text: str, entities: Iterable[Any]) -> list[NameSpan]:
    spans = (
        NameSpan(*trim(text, mention.start, mention.end), getattr(mention, "optional", False), entity)
        for entity in entities
        for mention in entity.mentions
    )
    return sorted(spans, key=lambda span: (span.start, span.end))


def _score_dates(scores: Scores, gold: GoldArticle, record: ArticleRecord | None) -> None:
    found = _in_order(record.dates if record else ())
    _match(scores, "dates overlap", gold.dates, found, overlaps)
    _match(scores, "dates value", gold.dates, found, lambda a, b: overlaps(a, b) and same_time(a, b))


def _score_quantities(scores: Scores, gold: GoldArticle, record: ArticleRecord | None) -> None:
    found = _in_order(record.quantities if record else ())
    _match(scores, "quantities overlap", gold.quantities, found, overlaps)
    for a, b in _match(scores, "quantities value", gold.quantities, found, _same_quantity):
        for field in ("per", "comparison", "change"):
            values = getattr(a, field) or None, getattr(b, field) or None
            if any(values):
                _score_field(scores, "quantities", (a, b), field, values, values[0] == values[1])
        if a.item:
            lemma = b.item.lemma if b.item else ""
            _score_field(scores, "quantities", (a, b), "item", (a.item, lemma), name_key(lemma) == name_key(a.item))


def _same_quantity(a: Any, b: Any) -> bool:
    same_unit = (a.unit or None) == (b.unit or None)
    return overlaps(a, b) and same_number(a, b) and a.dimension == b.dimension and same_unit


def _in_order(items: Iterable[Any]) -> list[Any]:
    return sorted(items, key=lambda item: (item.start, item.end, item.id))


def _match(
    scores: Scores, measure: str, gold: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], bool]
) -> list[tuple[Any, Any]]:
    """Count one measure and return its pairs (gold, found)."""
    wanted = [item for item in gold if not item.optional]
    pairs = align(wanted, found, lambda a, b: 0.0 if same(a, b) else None)
    taken = set(pairs.values())
    optional = [item for item in gold if item.optional]
    spurious = [
        item
        for index, item in enumerate(found)
        if index not in taken and not any(overlaps(item, other) for other in optional)
    ]
    scores.count(measure, Counts(len(pairs), len(pairs) + len(spurious), len(wanted)))
    missed = [item for index, item in enumerate(wanted) if index not in pairs]
    kind, _, strictness = measure.partition(" ")
    if strictness != "overlap":  # the strict measure of each kind has the errors
        note_unmatched(scores, kind, "wrong boundary" if strictness == "exact" else "wrong value", missed, spurious)
    return [(wanted[row], found[column]) for row, column in sorted(pairs.items())]
