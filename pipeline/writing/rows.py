"""A record as labelled spans and as rows of strings: what the terminal and the page show alike."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.records import ArticleRecord, Location, Organization, Quantity

Rows = Iterator[tuple[str, ...]]


class Span(NamedTuple):
    """A stretch of the text (code points, `end` exclusive) and the kind of mention there."""

    start: int
    end: int
    label: str


def labelled_spans(record: ArticleRecord) -> list[Span]:
    """Return the mentions in the order of the text; of overlapping ones the longest, for a colour shows one kind."""
    kinds = (("organization", record.organizations), ("location", record.locations), ("person", record.people))
    spans = [
        Span(mention.start, mention.end, label)
        for label, entities in kinds
        for entity in entities
        for mention in entity.mentions
    ]
    spans += [Span(date.start, date.end, "date") for date in record.dates]
    spans += [Span(quantity.start, quantity.end, "quantity") for quantity in record.quantities]
    return sorted(_without_overlaps(spans))


def _without_overlaps(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return kept


def entity_rows(record: ArticleRecord) -> Rows:
    """Name, kind, country (of a person: position) and number of mentions of every entity."""
    places: tuple[Organization | Location, ...] = (*record.organizations, *record.locations)
    for place in places:
        yield place.name, place.kind, place.country or "", str(len(place.mentions))
    for person in record.people:
        yield person.name, "person", person.position or "", str(len(person.mentions))


def date_rows(record: ArticleRecord) -> Rows:
    """Text, kind, first and last day of every date."""
    for date in record.dates:
        first, last = str(date.first or date.duration or ""), str(date.last or "")
        yield date.text, date.kind, first, last, date.relation or ""


def quantity_rows(record: ArticleRecord) -> Rows:
    """Text, value, unit and what is counted of every quantity."""
    for quantity in record.quantities:
        unit = "/".join(part for part in (quantity.unit, quantity.per) if part)
        yield quantity.text, number(quantity), unit, quantity.item.lemma if quantity.item else "", quantity.dimension


def fact_rows(record: ArticleRecord) -> Rows:
    """Indicator, object, value, of whom, when, where, status of every fact."""
    names = {entity.id: entity.name for entity in record.entities()}
    dates = {date.id: date.text for date in record.dates}
    quantities = {quantity.id: quantity.text for quantity in record.quantities}
    for fact in record.facts:
        yield (
            fact.indicator, fact.object or "", quantities[fact.quantity], names.get(fact.subject or "", ""),
            dates.get(fact.date or "", ""), names.get(fact.location or "", ""), fact.status,
        )  # fmt: skip


def number(quantity: Quantity) -> str:
    """Return the number as written in tables: 2 000, 5…10, ≥ 3."""
    if quantity.value is not None:
        return f"{quantity.value:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{'' if quantity.low is None else quantity.low}…{'' if quantity.high is None else quantity.high}"


TABLES: dict[str, tuple[tuple[str, ...], Callable[[ArticleRecord], Rows]]] = {
    "Entities": (("name", "kind", "country or position", "mentions"), entity_rows),
    "Dates": (("text", "kind", "first", "last", "relation"), date_rows),
    "Quantities": (("text", "value", "unit", "item", "dimension"), quantity_rows),
    "Facts": (("indicator", "object", "quantity", "subject", "date", "location", "status"), fact_rows),
}
