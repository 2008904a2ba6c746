"""Linked mentions of places → locations: put together, write the records."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.knowledge.lexicon import Lexicon, LexiconEntry
from pipeline.knowledge.places import Place
from pipeline.records import Location
from pipeline.resolving.abbreviations import abbreviates, looks_abbreviated
from pipeline.resolving.appearance import aliases, records
from pipeline.resolving.groups import Groups
from pipeline.resolving.linking import Linked
from pipeline.resolving.user_names import entry_of, listed_entry

_SHORTEST_SOUND = 4


def group(linked: Sequence[Linked], lexicon: Lexicon | None = None) -> list[list[Linked]]:
    """Put together the mentions of one place: the same place of the table, or kind and name (in either script)."""
    groups = Groups([link.appearance for link in linked])
    groups.join_equal(_identity(link) for link in linked)
    groups.join_equal(f"{link.place.kind} {link.appearance.key}" for link in linked)
    groups.join_equal(
        f"{link.place.kind} {link.appearance.sound}" if len(link.appearance.sound) >= _SHORTEST_SOUND else None
        for link in linked
    )
    groups.join_equal(_listed(link, lexicon) for link in linked)
    _join_abbreviations(groups)
    by_appearance = {id(link.appearance): link for link in linked}
    return [[by_appearance[id(appearance)] for appearance in members] for members in groups.all()]


def _listed(link: Linked, lexicon: Lexicon | None) -> str | None:
    entry = listed_entry(link.appearance, lexicon, "location")
    return entry.name if entry else None


def _identity(link: Linked) -> str | None:
    place = link.place
    if not link.is_known:
        return None
    return f"{place.kind} {place.geonames_id or place.name} {place.country} {place.subdivision}"


def _join_abbreviations(groups: Groups) -> None:
    for index, short in enumerate(groups.appearances):
        if looks_abbreviated(short.name):
            for other, full in enumerate(groups.appearances):
                if abbreviates(short.name, full.name):
                    groups.join(other, index)
                    break


def location_records(groups: Sequence[Sequence[Linked]], lexicon: Lexicon | None) -> tuple[Location, ...]:
    """Write the records loc1, loc2 … in the order of first mentions."""
    return tuple(_record(number, members, lexicon) for number, members in enumerate(groups, start=1))


def _record(number: int, members: Sequence[Linked], lexicon: Lexicon | None) -> Location:
    appearances = [link.appearance for link in members]
    name = _name([appearance.name for appearance in appearances])
    best = next((link for link in members if link.is_known), members[0])
    entry = entry_of(appearances, lexicon, "location")
    name = entry.name if entry else name
    place = _with_entry(best.place, entry)
    return Location(
        id=f"loc{number}", name=name, kind=place.kind, country=place.country, subdivision=place.subdivision,
        geonames_id=place.geonames_id, latitude=place.latitude, longitude=place.longitude,
        aliases=aliases(appearances, name), mentions=records(appearances),
    )  # fmt: skip


def _name(names: Sequence[str]) -> str:
    """Take the first name that is no abbreviation."""
    return next((name for name in names if not looks_abbreviated(name)), names[0])


def _with_entry(place: Place, entry: LexiconEntry | None) -> Place:
    if entry is None:
        return place
    kind = entry.kind or place.kind
    country = entry.country or place.country
    subdivision = place.subdivision if country == place.country else None
    return replace(place, kind=kind, country=country, subdivision=subdivision)  # type: ignore[arg-type]
