"""What the article as a whole says about where it happens: the countries and regions that it speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from pipeline.knowledge.places.place import Place
from pipeline.knowledge.reading import csv_rows

_DOMAIN = re.compile(r"\.(kz|ru|uz|kg|by|ua|az|am|ge|md|tj|tm)\b", re.IGNORECASE)
_OF_COUNTRY, _OF_REGION, _OF_TOWN, _OF_DOMAIN = 1.0, 2.0, 1.5, 2.0


@dataclass(slots=True)
class ArticleScene:
    """Votes for countries (ISO alpha-2) and subdivisions (ISO 3166-2)."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    subdivisions: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def country(self) -> str | None:
        """The country that the article is about; None where nothing tells."""
        return _first(self.countries)

    @property
    def subdivision(self) -> str | None:
        """The region that the article is about; None where nothing tells."""
        return _first(self.subdivisions)

    def add(self, places: Iterable[Place]) -> None:
        """Count places that are known beyond doubt, once a mention."""
        for place in places:
            if place.country:
                weights = {"country": _OF_COUNTRY, "region": _OF_REGION, "district": _OF_REGION}
                self.countries[place.country] += weights.get(place.kind, _OF_TOWN)
            if place.subdivision:
                self.subdivisions[place.subdivision] += 1


def _first(votes: Mapping[str, float]) -> str | None:
    """Return the one with most votes, the earlier one of equals."""
    return max(votes, key=lambda name: votes[name]) if votes else None


@cache
def _currency_words() -> tuple[tuple[str, str, float], ...]:
    rows = csv_rows("places/currency_words.csv")
    return tuple((row["stem"], row["country"], float(row["weight"])) for row in rows)


def scene_of_text(text: str) -> ArticleScene:
    """Start from the text alone: currencies and domains («тенге», «.kz»)."""
    scene = ArticleScene()
    for stem, country, weight in _currency_words():
        if stem in text and re.search(rf"(?<!\w){re.escape(stem)}", text):
            scene.countries[country] += weight
    for match in _DOMAIN.finditer(text):
        scene.countries[match[1].upper()] += _OF_DOMAIN
    return scene
