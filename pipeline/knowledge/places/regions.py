"""Regions (regions.csv) and the variants of their names that follow from the form of the name."""

from collections.abc import Iterator

from pipeline.knowledge.places.place import Place
from pipeline.knowledge.reading import csv_rows


def region_entries() -> Iterator[tuple[str, Place]]:
    """Yield (name, place) for all spellings of all regions."""
    for row in csv_rows("places/regions.csv"):
        if row["kind"] == "city":  # the town table has it, with inhabitants and coordinates
            continue
        place = Place(row["kind"], row["code"][:2], row["code"], row["name"])  # type: ignore[arg-type]
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
