"""A place of the table."""

from dataclasses import dataclass

from pipeline.records import LocationKind


@dataclass(frozen=True, slots=True)
class Place:
    """A place: `country` ISO 3166-1 alpha-2, `subdivision` ISO 3166-2, degrees (WGS 84), inhabitants (0: not known).

    `name` is the usual Russian name for what the hand-edited tables hold, "" for towns and villages.
    """

    kind: LocationKind
    country: str | None = None
    subdivision: str | None = None
    name: str = ""
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
