"""The place table: loaded once a process, towns parsed when asked for.

Sources: countries.csv, regions.csv, districts.csv, features.csv (hand-edited, each with its sources), towns.tsv.gz and
countries.tsv.gz (made by training/places.py from GeoNames, CC BY 4.0, and ISO 3166 of pycountry, LGPL 2.1);
coordinates.csv (training/coordinates.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.knowledge.places.keys import place_key
from pipeline.knowledge.places.place import Place
from pipeline.knowledge.places.regions import region_entries
from pipeline.knowledge.places.towns import Towns
from pipeline.knowledge.reading import csv_rows, gzipped_lines

Entry = tuple[str, Place]
#: Inhabitants taken for towns that the hand-edited table adds (GeoNames' extract lacks them).
_PEOPLE = {"city": 30_000, "village": 5_000}


class PlaceTable:
    """Names → places. `lookup` takes any spelling of a name in the nominative."""

    def __init__(self, entries: Iterable[Entry], towns: Towns) -> None:
        self._listed: dict[str, list[Place]] = defaultdict(list)
        for name, place in entries:
            listed = self._listed[place_key(name)]
            if place not in listed:
                listed.append(place)
        self.towns = towns

    def __contains__(self, name: str) -> bool:
        key = place_key(name)
        return key in self._listed or key in self.towns

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return all places of a name: hand-edited tables first, then towns and villages by inhabitants."""
        key = place_key(name)
        return (*self._listed.get(key, ()), *self.towns.lookup(key))

    def listed(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name in the hand-edited tables alone (countries, regions, districts, waters …)."""
        return tuple(self._listed.get(place_key(name), ()))


@cache
def place_table() -> PlaceTable:
    """Return the one table of this process."""
    entries = [*_countries(), *region_entries(), *_foreign_regions(), *_districts(), *_features()]
    return PlaceTable(entries, Towns(gzipped_lines("places/towns.tsv.gz")))


def split(names: str) -> list[str]:
    """Split a cell of names at «|»."""
    return [name for name in names.split("|") if name]


def _countries() -> Iterator[Entry]:
    usual = {row["code"]: [row["name"], *split(row["aliases"])] for row in csv_rows("places/countries.csv")}
    for line in gzipped_lines("places/countries.tsv.gz"):
        code, number, official = line.split("\t")
        spelled = [*usual.get(code, ()), *split(official)]
        for name in spelled:
            yield name, Place("country", code, None, spelled[0], int(number) if number else None)


def _foreign_regions() -> Iterator[Entry]:
    for line in gzipped_lines("places/foreign.tsv.gz"):
        code, name = line.split("\t")
        yield name, Place("region", code[:2], code, name)


def _districts() -> Iterator[Entry]:
    for row in csv_rows("places/districts.csv"):
        place = Place("district", row["region"][:2], row["region"], row["name"])
        for name in (row["name"], *split(row["aliases"])):
            yield name, place


def _features() -> Iterator[Entry]:
    points = {
        (row["kind"], row["name"]): (float(row["latitude"]), float(row["longitude"]))
        for row in csv_rows("places/coordinates.csv")
    }
    for row in csv_rows("places/features.csv"):
        latitude, longitude = points.get((row["kind"], row["name"]), (None, None))
        for country in row["country"].split() or (None,):  # a river of several countries is a place of each
            people = _PEOPLE.get(row["kind"], 0)
            place = Place(
                row["kind"],  # type: ignore[arg-type]
                country, row["subdivision"] or None, row["name"], None, latitude, longitude, people,
            )  # fmt: skip
            for name in (row["name"], *split(row["aliases"])):
                yield name, place


@cache
def country_adjectives() -> dict[str, str]:
    """Return adjective (masculine nominative, without ё) → country code: «турецкий» → TR."""
    return {
        adjective.replace("ё", "е"): row["code"]
        for row in csv_rows("places/countries.csv")
        for adjective in split(row["adjectives"])
    }


__all__ = ["PlaceTable", "country_adjectives", "place_table"]
