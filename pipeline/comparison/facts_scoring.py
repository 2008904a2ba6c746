"""Scores of facts: a fact hits when its quantity overlaps the gold one's and indicator, subject and date are equal.

Slots are the share of the gold facts with that slot right; an object is right when it has all of gold's words.
"""

from collections.abc import Mapping
from typing import Any

from pipeline.comparison.alignment import align
from pipeline.comparison.counts import Counts, Error, Scores
from pipeline.comparison.gold import GoldArticle, GoldFact
from pipeline.comparison.trimming import name_key
from pipeline.comparison.values import same_time
from pipeline.records import ArticleRecord, Fact

SLOTS = ("indicator", "subject", "date", "location", "status")
_DECIDING = ("indicator", "subject", "date")


class _References:
    """Looks up what the facts of one article refer to, on the gold and on the found side."""

    def __init__(self, gold: GoldArticle, record: ArticleRecord | None) -> None:
        self.gold_entities = {entity.id: entity for entity in gold.entities()}
        self.found_entities = {entity.id: entity for entity in record.entities()} if record else {}
        self.gold_dates = {item.id: item for item in gold.dates if item.id}
        self.found_dates = {item.id: item for item in record.dates} if record else {}
        self.gold_quantities = {item.id: item for item in gold.quantities if item.id}
        self.found_quantities = {item.id: item for item in record.quantities} if record else {}

    def near(self, wanted: GoldFact, found: Fact) -> bool:
        a, b = self.gold_quantities[wanted.quantity], self.found_quantities[found.quantity]
        return a.start < b.end and b.start < a.end

    def slots(self, wanted: GoldFact, found: Fact) -> dict[str, bool]:
        words = set(name_key(wanted.object).split())
        return {
            "indicator": found.indicator == wanted.indicator,
            "subject": self._same_entity(wanted.subject, found.subject),
            "date": self._same_date(wanted.date, found.date),
            "location": self._same_entity(wanted.location, found.location),
            "status": found.status == wanted.status,
            "object": wanted.object is None or words <= set(name_key(found.object).split()),
        }

    def _same_entity(self, wanted_id: str | None, found_id: str | None) -> bool:
        wanted, found = _get(self.gold_entities, wanted_id), _get(self.found_entities, found_id)
        if wanted is None or found is None:
            return wanted is found
        names = {name_key(name) for name in (wanted.name, *wanted.also)}
        return name_key(found.name) in names or any(
            a.start < b.end and b.start < a.end for a in wanted.mentions for b in found.mentions
        )

    def _same_date(self, wanted_id: str | None, found_id: str | None) -> bool:
        wanted, found = _get(self.gold_dates, wanted_id), _get(self.found_dates, found_id)
        return wanted is found if wanted is None or found is None else same_time(wanted, found)


def _get(items: Mapping[str, Any], key: str | None) -> Any:
    return None if key is None else items.get(key)


def score_facts(scores: Scores, gold: GoldArticle, record: ArticleRecord | None) -> None:
    """Count the facts of one article and the shares of their slots."""
    references = _References(gold, record)
    found = sorted(record.facts, key=lambda fact: references.found_quantities[fact.quantity].start) if record else []
    pairs = align(
        gold.facts,
        found,
        lambda a, b: float(sum(references.slots(a, b).values())) if references.near(a, b) else None,
    )
    counts = Counts()
    for index, wanted in enumerate(gold.facts):
        if not wanted.optional:
            fact = found[pairs[index]] if index in pairs else None
            counts += _score_fact(scores, references, wanted, fact)
    spurious = [fact for index, fact in enumerate(found) if index not in set(pairs.values())]
    scores.count("facts", counts + Counts(0, len(spurious), 0))
    for fact in spurious:
        span = references.found_quantities[fact.quantity]
        scores.errors.append(Error("facts", "spurious", None, (span.start, span.end), fact.indicator))


def _score_fact(scores: Scores, references: _References, wanted: GoldFact, found: Fact | None) -> Counts:
    right = references.slots(wanted, found) if found else {}
    for slot in (*SLOTS, *(("object",) if wanted.object else ())):
        scores.share(f"facts {slot}", right.get(slot, False))
    hit = all(right.get(slot, False) for slot in _DECIDING)
    if not hit:
        wrong = ", ".join(slot for slot in _DECIDING if not right.get(slot, False))
        span = references.gold_quantities[wanted.quantity]
        cause = "wrong link" if found else "missed"
        place = (span.start, span.end)
        scores.errors.append(Error("facts", cause, place, place if found else None, f"{wanted.indicator}: {wrong}"))
    for slot in sorted(right.keys() - {*_DECIDING}) if hit else ():
        if not right[slot]:
            _note_slot(scores, references, wanted, slot)
    return Counts(int(hit), int(found is not None), 1)


def _note_slot(scores: Scores, references: _References, wanted: GoldFact, slot: str) -> None:
    span = references.gold_quantities[wanted.quantity]
    cause = "wrong link" if slot == "location" else "wrong value"
    place, detail = (span.start, span.end), f"{wanted.indicator}: {slot}"
    scores.errors.append(Error("facts", cause, place, place, detail, field=True))
