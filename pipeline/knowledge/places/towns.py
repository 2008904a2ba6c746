"""Towns and villages (towns.tsv.gz): kept as lines, parsed when asked for, so that loading takes milliseconds."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.knowledge.places.place import Place


class Towns:
    """Key → settlements, most inhabitants first."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._rows: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for key in line[line.rindex("\t") + 1 :].split("|"):
                self._rows.setdefault(key, []).append(number)
        self._parsed = lru_cache(maxsize=10_000)(self._parse)

    def __contains__(self, key: str) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def lookup(self, key: str) -> tuple[Place, ...]:
        """Return the settlements of a key (`place_key`)."""
        return tuple(self._parsed(number) for number in self._rows.get(key, ()))

    def _parse(self, number: int) -> Place:
        geonames_id, kind, country, subdivision, latitude, longitude, population, _ = self._lines[number].split("\t")
        return Place(
            kind,  # type: ignore[arg-type]
            country,
            subdivision or None,
            "",
            int(geonames_id),
            float(latitude),
            float(longitude),
            int(population),
        )
