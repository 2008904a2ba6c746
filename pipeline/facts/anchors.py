"""Mentions placed among the words: what a slot of a fact can be filled with, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.facts.findings import Findings
from pipeline.facts.layout import Layout
from pipeline.records import Date, Location, Organization, Person, Quantity

Entity = Organization | Location | Person
Item = Entity | Date | Quantity
GROUPS = {Organization: "organization", Location: "location", Person: "person", Date: "date", Quantity: "quantity"}


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """One mention: the words first..last (`last` exclusive), its record, the record's group and id. Equal to itself."""

    first: int
    last: int
    item: Item
    group: str
    id: str


def anchors(findings: Findings, places: Layout) -> list[Anchor]:
    """Return the anchors of all findings, in order of the text."""
    return sorted(_anchors(findings, places), key=lambda anchor: (anchor.first, anchor.last))


def _anchors(findings: Findings, places: Layout) -> Iterator[Anchor]:
    entities: list[Entity] = [*findings.organizations, *findings.locations, *findings.people]
    for entity in entities:
        for mention in entity.mentions:
            yield Anchor(*places.word_range(mention.start, mention.end), entity, GROUPS[type(entity)], entity.id)
    values: list[Date | Quantity] = [*findings.dates, *findings.quantities]
    for value in values:
        yield Anchor(*places.word_range(value.start, value.end), value, GROUPS[type(value)], value.id)
