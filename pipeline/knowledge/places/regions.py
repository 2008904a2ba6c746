"""Regions (regions.csv) and the variants of their names that follow from the form of the name."""

from collections.abc import Iterator
from functools import cache

from pipeline.knowledge.places.place import Place
from pipeline.knowledge.reading import csv_rows

#: Regions that are towns at the same time: the town table has them with inhabitants and coordinates.
_TOWNS = frozenset(
    "KZ-71 KZ-75 KZ-79 RU-MOW RU-SPE UZ-TK KG-GB KG-GO BY-HM TJ-DU TM-S AM-ER GE-TB UA-30 UA-40 MD-CU MD-BA MD-BD "
    "AZ-BA AZ-GA AZ-SM AZ-MI AZ-SR MN-1 CN-BJ CN-SH CN-TJ CN-CQ".split()
)


def city_regions() -> frozenset[str]:
    """Return the ISO 3166-2 codes of regions that are towns (Москва, Алматы, Пекин …)."""
    return _TOWNS


@cache
def region_names() -> dict[str, str]:
    """Return ISO 3166-2 code → usual Russian name."""
    return {row["code"]: row["name"] for row in csv_rows("places/regions.csv")}


def region_entries() -> Iterator[tuple[str, Place]]:
    """Yield (name, place) for all spellings of all regions."""
    for row in csv_rows("places/regions.csv"):
        if row["code"] in _TOWNS:
            continue
        kind = "district" if row["name"].endswith("район") else "region"
        place = Place(kind, row["code"][:2], row["code"], row["name"])  # type: ignore[arg-type]
        for name in (row["name"], *row["aliases"].split("|")):
            for spelled in _variants(name):
                yield spelled, place


def _variants(name: str) -> Iterator[str]:
    if not name:
        return
    yield name
    for ending, others in ((" область", (" обл.", " обл", " регион")), (" край", (" регион",))):
        if name.endswith(ending):
            yield from (name.removesuffix(ending) + other for other in others)
